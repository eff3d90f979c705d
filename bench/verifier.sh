#!/bin/sh
# What the verifier costs: the same tests with it and without it, side by side: round trips of a request to the KMDF and
# the WDM template, and files opened and closed. It may make a run at most 3 times as long. CWDK names the tool. Prints one
# line a figure; status 1 where the promise is broken. Not for a machine busy with other things.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
status=0

# seconds TEST: as the report has them.
seconds() { tr '>' '\n' <results.xml | sed -n "s/.*<testcase.* name=\"$1\".* time=\"\([0-9.]*\)\".*/\1/p"; }

# least OPTION TEST: the shortest of three runs, in seconds.
least() {
    for _ in 1 2 3; do
        # shellcheck disable=SC2086
        "$CWDK" test bench $1 --junit results.xml "$2" >report || { cat report >&2; exit 1; }
        seconds "$2"
    done | sort -n | head -n 1
}

for model in kmdf wdm; do
    rm -rf bench
    "$CWDK" new bench --$model >/dev/null
    rm -f bench/tests/*.c
    cp "$CWDK_SOURCE/bench/simulator/round_trips.c" bench/tests
    for test in first_request round_trips cycles; do
        plain=$(least --no-verifier "$test")
        verified=$(least "" "$test")
        awk -v model="$model" -v test="$test" -v plain="$plain" -v verified="$verified" 'BEGIN {
            printf "%s %s: %.1f ms plain, %.1f ms verified: %.2f times as long (promised: 3)\n", model, test, plain * 1000, verified * 1000, verified / plain
            exit !(verified / plain <= 3)
        }' || status=1
    done
done
exit $status
