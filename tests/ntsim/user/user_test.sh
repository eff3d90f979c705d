#!/bin/sh
# A user-mode driver of our own: what Win32 gives it, and what requests reach it.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cp -r "$CWDK_SOURCE/tests/ntsim/user/fixtures/." "$scratch"

run() { # run DRIVER: its own tests; each is a line of cwdk test's report
    (cd "$scratch/$1" && "$CWDK" test .)
}

# The same driver, whose INF lets METHOD_NEITHER through; its public.h says so to the tests.
run_with_neither() {
    cp -r "$scratch/host" "$scratch/neither"
    sed -i 's/^UmdfService  .*/&\nUmdfMethodNeitherAction = Copy/' "$scratch/neither/host.inx"
    sed -i 's/^#define NEITHER_IS_COPIED 0/#define NEITHER_IS_COPIED 1/' "$scratch/neither/public.h"
    run neither
}

check "Win32, and no METHOD_NEITHER" run host
check "METHOD_NEITHER, copied" run_with_neither
tap_done
