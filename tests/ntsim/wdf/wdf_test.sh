#!/bin/sh
# Framework drivers of our own under the simulated system: the documented order of callbacks, the ways of requests, the
# lives of objects, and the stops that the framework makes.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cp -r "$CWDK_SOURCE/tests/ntsim/wdf/fixtures/." "$scratch"

run() { # run DRIVER: its own tests; each is a line of cwdk test's report
    (cd "$scratch/$1" && "$CWDK" test .)
}

check "callbacks, requests and objects" run order
check "a new KMDF project's tests" sh -c 'cd "$1" && "$2" new echo --kmdf && cd echo && "$2" test .' sh "$scratch" "$CWDK"
tap_done
