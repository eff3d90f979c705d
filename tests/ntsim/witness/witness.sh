#!/bin/sh
# Drivers that others wrote: Microsoft's samples, unmodified, built by cwdk and run in the simulator. What they should do is
# what their READMEs and applications say. The tests lie beside this script, a folder a sample; they go beside the project.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

# run TESTS FOLDER PROJECT: a copy of FOLDER of the samples, in which PROJECT (below it) gets the tests.
run() {
    name="$1: $2"
    if [ -z "${CWDK_SAMPLES:-}" ]; then
        skip "$name" "CWDK_SAMPLES names no checkout of Windows-driver-samples"
        return
    fi
    mkdir -p "$scratch/$1" && cp -r "$CWDK_SAMPLES/$2" "$scratch/$1/sample"
    project=$scratch/$1/sample/$3
    cp -r "$CWDK_SOURCE/tests/ntsim/witness/$1" "$(dirname "$project")/tests"
    check "$name" "$CWDK" test "$project"
}

run sioctl general/ioctl wdm/sys/sioctl.vcxproj
run event general/event wdm/event.vcxproj
run cancel general/cancel sys/cancel.vcxproj
tap_done
