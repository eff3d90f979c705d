# shellcheck shell=sh disable=SC2154 # of tests/tap.sh
# Wine for the tests: sourced after tests/tap.sh. One prefix for all tests of a build folder, made at the first use; no
# display, no downloads, no messages, and nothing left running.

for wine_program in /usr/lib/wine/wine64 /usr/bin/wine64 /usr/bin/wine; do
    [ ! -x "$wine_program" ] || break
done
wine_server=/usr/lib/wine/wineserver64
[ -x "$wine_server" ] || wine_server=wineserver
wine_prefix=$CWDK_BUILD/wine-prefix
wine_builtin=/usr/lib/x86_64-linux-gnu/wine/x86_64-windows

wine() { # wine SECONDS PROGRAM [ARGUMENT ...]
    wine_seconds=$1; shift
    timeout -k 5 "$wine_seconds" env -u DISPLAY WINEPREFIX="$wine_prefix" WINEARCH=win64 WINEDEBUG=-all \
        WINEDLLOVERRIDES="mscoree,mshtml,winedbg.exe=" "$wine_program" "$@" 9>&-
}

wine_broken() {
    echo "$1" >>"$scratch/wineboot"
    not_ok "Wine starts" "$scratch/wineboot"
    tap_done
    exit 1
}

wine_stop() {
    env WINEPREFIX="$wine_prefix" "$wine_server" -k 2>/dev/null || :
    env WINEPREFIX="$wine_prefix" timeout 20 "$wine_server" -w 2>/dev/null || :
}

# Lets the session end by itself, so that its registry is written down: on a busy machine wine_stop kills the server before it has.
wine_end() {
    env WINEPREFIX="$wine_prefix" timeout 30 "$wine_server" -w 2>/dev/null || :
    wine_stop
}

# Makes the prefix and waits for its turn: tests that use Wine do so one after another. False if there is no Wine; a Wine that
# does not start is a failed test.
wine_start() {
    [ -x "$wine_program" ] || return 1
    exec 9>"$CWDK_BUILD/wine-prefix.lock"
    flock -w 250 9 || wine_broken "another test holds the prefix"
    trap 'wine_stop; chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
    if [ ! -f "$wine_prefix/.complete" ]; then
        rm -rf "$wine_prefix"
        wine 120 wineboot -i >"$scratch/wineboot" 2>&1 || wine_broken "wineboot failed"
        wine_stop
        # Wine copies all its DLLs into the prefix, 600 MB; links will do.
        for wine_file in "$wine_prefix"/drive_c/windows/system32/*.* "$wine_prefix"/drive_c/windows/system32/drivers/*; do
            if [ -f "$wine_builtin/${wine_file##*/}" ]; then
                ln -sf "$wine_builtin/${wine_file##*/}" "$wine_file"
            fi
        done
        touch "$wine_prefix/.complete"
    fi
}

# Takes a service out of the registry that an earlier run left there; the service manager reads it when Wine starts next.
wine_forget_service() { # wine_forget_service NAME
    wine 20 reg delete "HKLM\\System\\CurrentControlSet\\Services\\$1" /f >/dev/null 2>&1 || :
    wine_stop
}

# The path of a file as Windows programs see it.
wine_path() { printf 'Z:%s' "$1" | tr / '\134'; }
