#!/bin/sh
# Drivers of our own under the simulated system: every way of a request, and every way to stop the system.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cp -r "$CWDK_SOURCE/tests/ntsim/io/fixtures/." "$scratch"

run() { # run DRIVER [OPTION ...]: its own tests; each is a line of cwdk test's report
    (cd "$scratch/$1" && shift && "$CWDK" test . "$@")
}

check "every way of a request" run requests
check "every stop has its code" run broken --timeout 1
run requests --seed 7 2>&1 | sed 's/ *[0-9.]* ms//g' >"$scratch/one"
run requests --seed 7 2>&1 | sed 's/ *[0-9.]* ms//g' >"$scratch/two"
check "the report has all tests" grep -q '^19 tests: 19 passed' "$scratch/one"
check "a seed gives the same run again" cmp "$scratch/one" "$scratch/two"
tap_done
