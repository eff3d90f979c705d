#!/bin/sh
# Framework drivers of our own under the simulated system: the documented order of callbacks, the ways of requests, the
# lives of objects, and the stops that the framework makes.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cp -r "$CWDK_SOURCE/tests/ntsim/wdf/fixtures/." "$scratch"

run() { # run DRIVER [OPTION ...]: its own tests; each is a line of cwdk test's report
    (cd "$scratch/$1" && shift && "$CWDK" test . "$@")
}

across() { # across DRIVER: the same while its processors run across each other
    (cd "$scratch/$1" && "$CWDK" test . --seed 5 --processors 3 --schedule random:50)
}

new_project() {
    (cd "$scratch" && "$CWDK" new echo --kmdf && cd echo && "$CWDK" test .)
}

check "callbacks, requests and objects" run order
check "every path of PnP and power" run power
check "the same while processors run across each other" across power
check "DMA and interrupts" run hardware
check "these, too" across hardware
check "queues, children and targets" run queues
check "a child goes with its parent whose callback fails" run queues --seed 1 --faults=19
check "and these" across queues
check "WMI providers" run wmi
check "USB targets on a bus of their own" run usb
check "a new KMDF project's tests" new_project
tap_done
