# Pages in headless Chromium; sourced after tests/tap.sh, in a folder that may be written to.

: "${scratch:?is that of tests/tap.sh}"

# browse PATH OPTION...: its document as it became is in $scratch/out, what the browser says in $scratch/said.
browse() {
    file=$1; shift
    case $file in /*) ;; *) file=$PWD/$file ;; esac
    rm -rf "$scratch/profile"
    timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$scratch/profile" --enable-logging=stderr --hide-scrollbars \
        --virtual-time-budget=5000 "$@" "file://$file" >"$scratch/out" 2>"$scratch/said"
}

# is_picture PNG WIDTH HEIGHT: a picture of that size, which is more than one colour.
is_picture() {
    size=$(od -An -tu1 -j16 -N8 "$1" | awk '{ print (($1*256+$2)*256+$3)*256+$4, (($5*256+$6)*256+$7)*256+$8 }')
    [ "$size" = "$2 $3" ] && [ "$(wc -c <"$1")" -gt 20000 ]
}

# has_chromium WHAT: whether it is there; that of WHAT which is not tried is told otherwise.
has_chromium() {
    command -v chromium >/dev/null && return 0
    if [ "${CI:-}" = true ]; then
        not_ok "$1 in Chromium, which ./dev test installs, and which is not there"
    else
        skip "$1 in Chromium" "there is no chromium"
    fi
    return 1
}
