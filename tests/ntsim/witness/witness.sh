#!/bin/sh
# Drivers that others wrote: Microsoft's samples, unmodified, built by cwdk and run in the simulator. What they should do is
# what their READMEs and applications say. The list is `witnesses`; the tests lie beside this script, a folder a sample, and
# go beside the project. What they are found to do wrong is in the table `expected`. All other modes of `cwdk test`: modes.sh.
#
# witness.sh [WORD]: only those with WORD in the line.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/ntsim/witness/prepare.sh"

# plain, and those that were made to be found by the mode meant for them
run() {
    title="$2: $3/$4"
    if [ -z "${CWDK_SAMPLES:-}" ]; then
        skip "$title" "CWDK_SAMPLES names no checkout of Windows-driver-samples"
        return
    fi
    prepare "$2" "$3" "$4" "$5" "$6"
    modes=plain
    [ "$1" = kasan ] && modes="plain sanitize"
    for mode in $modes; do
        name="$title"
        [ "$mode" = plain ] || name="$title, --$mode"
        if test_in "$mode" "$1"; then ok "$name"; else
            cat "$scratch/wrong" "$scratch/said" >"$scratch/detail"
            not_ok "$name" "$scratch/detail"
        fi
    done
}
# storage/filters is an application that puts filters above disks. The samples have dropped it; CWDK_SAMPLES_OLD names an
# older checkout. There is no driver in it to run, so it is built, for Windows' device installation functions.
addfilter() {
    name="addfilter: storage/filters"
    case $name in *"${1:-}"*) ;; *) return ;; esac
    for samples in "${CWDK_SAMPLES:-}" "${CWDK_SAMPLES_OLD:-}"; do
        if [ -d "$samples/storage/filters/addfilter" ]; then
            copy=$scratch/addfilter
            rm -rf "$copy" && cp -r "$samples/storage/filters/addfilter" "$copy"
            check "$name" builds_addfilter "$copy/src"
            return
        fi
    done
    skip "$name" "this snapshot of the samples has no storage/filters"
}
builds_addfilter() {
    "$CWDK" build "$1/addfilter.vcxproj" &&
        llvm-readobj-19 --coff-imports "$1/target/amd64/dev/addfilter.exe" | grep -q SetupDiSetDeviceRegistryPropertyW
}

each_witness run ${1:+"$1"}
addfilter "${1:-}"
tap_done
