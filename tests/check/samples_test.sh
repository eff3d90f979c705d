#!/bin/sh
# Known defects in Microsoft's samples are found where they are, and samples without any stay silent. CWDK_SAMPLES names
# the folder of the samples.
. "$CWDK_SOURCE/tests/tap.sh"

sample() { # sample FOLDER: a copy to work in
    cp -r "$CWDK_SAMPLES/$1" "$scratch/sample"
    cd "$scratch/sample" || exit 1
}

if [ -z "${CWDK_SAMPLES:-}" ]; then
    skip "known defects of the samples are found" "CWDK_SAMPLES is not set"
else
    sample serial/VirtualSerial2
    check_status "VirtualSerial2 has findings" 1 "$CWDK" check .
    check_output "the write handler leaves the request where its memory cannot be had" '--> queue.c:452:'
    check_output "and where its buffer cannot be had" '--> queue.c:463:'
    check_output "in each of its two drivers these two" '^VirtualSerial2um: 2 findings'
    cd "$scratch" && rm -rf sample

    sample general/toaster/toastDrv/kmdf/filter
    check_status "the toaster's filters have findings" 1 "$CWDK" check .
    check_output "the sideband filter's callback assumes PASSIVE_LEVEL" '--> sideband/filter.c:544:'
    check_output "and that is all of it" '^sideband-filter: 1 finding '
    check_output "the other filter is silent" '^generic-filter: 0 findings'
    cd "$scratch" && rm -rf sample

    sample general/ioctl
    check_status "the control code samples have findings" 1 "$CWDK" check .
    check_output "the framework's one copies as much of a string as the program asks for" '--> kmdf/sys/nonpnp.c:864:'
    check_output "the other one, too" '--> wdm/sys/sioctl.c:347:'
    cd "$scratch" && rm -rf sample

    sample general/echo
    check_status "the echo drivers are silent" 0 "$CWDK" check .
    cd "$scratch" && rm -rf sample
fi
tap_done
