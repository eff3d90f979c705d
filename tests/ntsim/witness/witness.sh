#!/bin/sh
# Drivers that others wrote: Microsoft's samples, unmodified, built by cwdk and run in the simulator. What they should do is
# what their READMEs and applications say. The tests lie beside this script, a folder a sample; they go beside the project.
#
# witness.sh [WORD]: only those with WORD in the line.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
word=${1:-}

# run TESTS FOLDER PROJECT [CODE]: a copy of FOLDER of the samples, in which PROJECT (below it) gets the tests. Tests that need several
# projects bring a solution for FOLDER.
run() {
    name="$1: $2/$3"
    case $name in *"$word"*) ;; *) return ;; esac
    if [ -z "${CWDK_SAMPLES:-}" ]; then
        skip "$name" "CWDK_SAMPLES names no checkout of Windows-driver-samples"
        return
    fi
    copy=$scratch/$2
    rm -rf "$copy" && mkdir -p "$copy" && cp -r "$CWDK_SAMPLES/$2/." "$copy"
    project=$copy/$3
    cp -r "$CWDK_SOURCE/tests/ntsim/witness/$1" "$(dirname "$project")/tests"
    case $1 in hidusbfx2) cp "$CWDK_SOURCE/tests/ntsim/witness/fx2/"board.? "$(dirname "$project")/tests" ;; esac
    solution=$CWDK_SOURCE/tests/ntsim/witness/$1/$1.sln
    if [ -f "$solution" ]; then
        cp "$solution" "$copy" && project=$copy/$1.sln
    fi
    if [ -n "${4:-}" ]; then
        check "$name, with $4" only_finds "$4" "$project"
        return
    fi
    check "$name" "$CWDK" test "$project"
}

# only_finds CODE PROJECT: the tests fail by that finding and nothing else; docs/found.md tells of it.
only_finds() {
    "$CWDK" test "$2" --junit "$scratch/found.xml" >"$scratch/found" 2>&1
    count() { xmllint --xpath "count($1)" "$scratch/found.xml"; }
    if [ "$(count "//failure[@type='$1']")" -gt 0 ] && [ "$(count "//failure[@type!='$1'] | //error")" = 0 ] &&
        [ "$(count "//property[@name='finding' and not(starts-with(@value, '$1 '))]")" = 0 ]; then
        return 0
    fi
    cat "$scratch/found"
    return 1
}

# run_between TESTS FOLDER PROJECT FILTER [ENDS]: PROJECT, whose service is FILTER, in a stack with drivers of our own: ends,
# or those that are named.
run_between() {
    name="$1: $2/$3"
    case $name in *"$word"*) ;; *) return ;; esac
    if [ -z "${CWDK_SAMPLES:-}" ]; then
        skip "$name" "CWDK_SAMPLES names no checkout of Windows-driver-samples"
        return
    fi
    copy=$scratch/$2
    ends=${5:-ends}
    rm -rf "$copy" && mkdir -p "$copy" && cp -r "$CWDK_SAMPLES/$2/." "$copy"
    cp -r "$CWDK_SOURCE/tests/ntsim/witness/$ends" "$copy/$ends"
    cp -r "$CWDK_SOURCE/tests/ntsim/witness/$1" "$copy/$ends/tests"
    sed -i "s|PROJECT|../$3|" "$copy/$ends/cwdk.yaml"
    sed -i "s|FILTER|$4|" "$copy/$ends/$ends.inx"
    check "$name" "$CWDK" test "$copy/$ends"
}

# storage/filters is an application that puts filters above disks. The samples have dropped it; CWDK_SAMPLES_OLD names an
# older checkout. There is no driver in it to run, so it is built, for Windows' device installation functions.
addfilter() {
    name="addfilter: storage/filters"
    case $name in *"$word"*) ;; *) return ;; esac
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

run sioctl general/ioctl wdm/sys/sioctl.vcxproj
run event general/event wdm/event.vcxproj
run cancel general/cancel sys/cancel.vcxproj
run cancel general/cancel startio/cancel.vcxproj
run echo general/echo/kmdf driver/AutoSync/echo.vcxproj
run echo general/echo/kmdf driver/DriverSync/echo_2.vcxproj
run echo general/echo/umdf2 driver/AutoSync/echo.vcxproj
run nonpnp general/ioctl kmdf/sys/nonpnp.vcxproj
run eventdrv general/tracing evntdrv/Eventdrv/Eventdrv.vcxproj
run tracedrv general/tracing tracedriver/tracedrv/tracedrv.vcxproj
run multicomp pofx/WDF Driver/MultiComp/driver/WdfMultiComp.vcxproj
run plclient powerlimit plclient/plclient.vcxproj
run obcallback general/obcallback driver/ObCallbackTest.vcxproj
run regfltr general/registry/regfltr sys/regfltr.vcxproj
run kcs general/perfcounters/kcs kcs.vcxproj
toaster=general/toaster
run toaster $toaster toastDrv/kmdf/func/simple/wdfsimple.vcxproj
run toaster $toaster toastDrv/kmdf/func/featured/wdffeatured.vcxproj
run toasterwmi $toaster toastDrv/kmdf/func/featured/wdffeatured.vcxproj
run toaster $toaster umdf2/func/simple/wdfsimpleum.vcxproj
run toaster $toaster umdf2/func/featured/wdffeaturedum.vcxproj
run serial serial/serial wdfserial.vcxproj
run virtualserial serial/VirtualSerial2 ComPort/VirtualSerial2um.vcxproj
run simbatt simbatt func/simbatt.vcxproj
run plx general/PLX9x5x sys/Pci9x5x.vcxproj
run pcidrv general/pcidrv/kmdf HW/PCIDRV.vcxproj VRF0106
run vhidmini hid/vhidmini2 driver/kmdf/vhidmini.vcxproj
run fx2 usb/kmdf_fx2 driver/osrusbfx2.vcxproj
run fx2 usb/umdf2_fx2 driver/osrusbfx2um.vcxproj
run hidusbfx2 hid/hidusbfx2 sys/hidusbfx2.vcxproj
run usbsamp usb/usbsamp sys/driver/usbsamp.vcxproj
run vhidmini hid/vhidmini2 driver/umdf2/VhidminiUm.vcxproj
run toaster $toaster toastDrv/kmdf/filter/generic/filter.vcxproj
run toaster $toaster toastDrv/kmdf/filter/sideband/filter.vcxproj
run sideband $toaster toastDrv/kmdf/filter/sideband/filter.vcxproj
run bus $toaster toastDrv/kmdf/bus/static/StatBus.vcxproj
run bus $toaster toastDrv/kmdf/bus/dynamic/dynambus.vcxproj
run toasters $toaster toastDrv/kmdf/bus/dynamic/dynambus.vcxproj
run_between moufiltr input/moufiltr moufiltr.vcxproj moufiltr
run_between firefly hid/firefly driver/firefly.vcxproj Firefly lamp
run_between kbfiltr input/kbfiltr sys/kbfiltr.vcxproj kbfiltr
run_between filters $toaster toastDrv/kmdf/filter/generic/filter.vcxproj ToasterFilter disk
addfilter
tap_done
