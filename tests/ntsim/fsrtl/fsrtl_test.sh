#!/bin/sh
# The file system run-time library, as a file system's driver calls it.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cp -r "$CWDK_SOURCE/tests/ntsim/fsrtl/fixtures/." "$scratch"

run() {
    (cd "$scratch/$1" && "$CWDK" test .)
}

check "locks, maps, notification, tunnels, contexts" run checks
tap_done
