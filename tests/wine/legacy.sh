#!/bin/sh
# A driver without plug and play, built by cwdk in both profiles: Wine's service manager starts and stops it, a Win32 program
# opens its device by name. The driver's requests check in kernel mode what user_mode.sh checks for programs: structured
# exceptions, stack probes and cookies.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"

if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
    skip "a driver is started by Wine's service manager" "gcc-mingw-w64-x86-64 is not installed"
    tap_done
    exit
fi
if ! wine_start; then
    skip "a driver is started by Wine's service manager" "wine64 is not installed"
    tap_done
    exit
fi
cp -r "$CWDK_SOURCE/tests/wine/legacy" "$scratch/legacy" && cd "$scratch" || exit 1
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home"
check "the client builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -o client.exe legacy/client.c -ladvapi32 -lntdll
cat >wanted <<'TEXT'
started
reverse: 8192 bytes, 0 wrong
peek: exception c0000005, cleanups 1, otherwise 77
decline: exception c0000005, cleanups 1, otherwise 0
stopped
the device is gone
TEXT
for profile in dev release; do
    check "$profile: cwdk builds the driver" "$CWDK" build legacy --arch all --profile $profile
    image=$scratch/legacy/target/amd64/$profile/legacy-package/legacy.sys
    wine_forget_service legacy
    wine 60 ./client.exe "$(wine_path "$image")" 2>/dev/null | tr -d '\r' >got
    check "$profile: it is started, answers rightly and is stopped" diff -u wanted got
    # The same driver, the same requests, two kernels that know nothing of each other.
    wine_forget_service legacy
    wine 60 ./client.exe "$(wine_path "$image")" script 2>/dev/null | tr -d '\r' | grep : >under-wine-$profile
    wine_stop
done
check "the simulator runs the script" env LEGACY_SCRIPT="$scratch/under-ntsim" "$CWDK" test legacy
check "each request has its line" test "$(wc -l <under-ntsim)" -eq 11
for profile in dev release; do
    check "$profile: Wine and the simulator give the same statuses and bytes" diff -u "under-wine-$profile" under-ntsim
done
tap_done
