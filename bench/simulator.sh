#!/bin/sh
# What the simulator promises: a DeviceIoControl round trip through a KMDF driver at least 200 times as fast as through a
# WDM driver under Wine, side by side; from the start of a test's process to its end, with one request, under 20 ms; and
# flat memory over 100,000 cycles of create, control and close (the test `cycles` fails otherwise).
# CWDK names the tool. Prints one line a figure; status 1 where a promise is broken. Not for a machine busy with other things.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
CWDK_BUILD=${CWDK_BUILD:-$CWDK_SOURCE/build}
cd "$scratch"

"$CWDK" new bench --kmdf >/dev/null
rm -f bench/tests/*.c
cp "$CWDK_SOURCE/bench/simulator/round_trips.c" bench/tests
"$CWDK" test bench --junit results.xml >report || { cat report; exit 1; }

# seconds TEST: as the report has them.
seconds() { tr '>' '\n' <results.xml | sed -n "s/.*<testcase.* name=\"$1\".* time=\"\([0-9.]*\)\".*/\1/p"; }
first=$(seconds first_request)
simulated=$(awk -v all="$(seconds round_trips)" -v one="$first" 'BEGIN { printf "%.0f", (all - one) * 1000 }') # ns

not_ok() { cat "$2"; exit 1; }
tap_done() { :; }
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"
wine_start || { echo "Wine is not installed: no figure for it" >&2; exit 1; }
cp -r "$CWDK_SOURCE/tests/wine/legacy" legacy
x86_64-w64-mingw32-gcc -O1 -o client.exe legacy/client.c -ladvapi32 -lntdll
"$CWDK" build legacy --arch amd64 --profile release >/dev/null
wine_forget_service legacy
wine=$(wine 120 ./client.exe "$(wine_path "$scratch/legacy/target/amd64/release/legacy-package/legacy.sys")" time 20000 2>/dev/null |
    tr -d '\r' | sed -n 's/ ns$//p')
wine_stop

awk -v wine="$wine" -v simulated="$simulated" -v first="$first" 'BEGIN {
    printf "round trip: %d ns under Wine (WDM), %d ns in the simulator (KMDF): %.0f times as fast (promised: 200)\n", wine, simulated, wine / simulated
    printf "load to first request and back: %.1f ms (promised: 20)\n", first * 1000
    printf "memory over 100,000 create/control/close cycles: flat\n"
    exit !(wine / simulated >= 200 && first < 0.020)
}'
