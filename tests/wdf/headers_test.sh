#!/bin/sh
# The WDF headers, each framework, version and architecture: layouts, values, table indices, and what the compiler says
# of functions that the chosen version lacks.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/wdf
# shellcheck source=tests/wdf/flags.sh
. "$here/flags.sh"

# The flags are many words without spaces in them.
# shellcheck disable=SC2046
compile() { # compile FRAMEWORK MINOR ARCH SOURCE OBJECT FLAG...
    set -- "$(flags "$1" "$2" "$3")" "$@"
    all=$1 source=$5 object=$6
    shift 6
    # shellcheck disable=SC2086
    clang-19 $all "$@" /Fo"$object" -- "$source"
}

# A call of WdfTimerStart goes through the table at 8 times its index.
calls_entry() { # calls_entry ARCH OBJECT INDEX
    offset=$(printf '0x%x' $(($3 * 8)))
    llvm-objdump-19 -d --no-show-raw-insn --disassemble-symbols=probe_timer_start "$2" >"$scratch/asm" || return 1
    case $1 in
    amd64) instruction="[[:space:]*]$offset(%r" ;;
    arm64) instruction="ldr[[:space:]]*x[0-9]*, \\[x[0-9]*, #$offset\\]" ;;
    esac
    grep -q "$instruction" "$scratch/asm" || { cat "$scratch/asm"; return 1; }
}

symbol() { grep -q " $1\$" "$scratch/nm" || { cat "$scratch/nm"; return 1; }; }

while IFS='	' read -r framework minor functions structures timer_start; do
    case $framework in '#'*) continue ;; esac
    major=1
    [ "$framework" = kmdf ] || major=2
    # Both architectures at a time.
    for arch in amd64 arm64; do
        object=$scratch/$framework-$minor-$arch
        compile "$framework" "$minor" $arch "$here/abi.c" "$object.obj" /O2 /W4 /WX /DEXPECTED_FUNCTIONS="$functions" \
            /DEXPECTED_STRUCTURES="${structures#-}" >"$object.log" 2>&1 &
    done
    wait
    for arch in amd64 arm64; do
        what="$framework $major.$minor $arch"
        object=$scratch/$framework-$minor-$arch
        if [ -s "$object.obj" ] && [ ! -s "$object.log" ]; then
            ok "$what: layouts, values, indices, $functions functions"
        else
            not_ok "$what: layouts, values, indices, $functions functions" "$object.log"
        fi
        check "$what: WdfTimerStart is entry $timer_start of the table" calls_entry $arch "$object.obj" "$timer_start"
        llvm-nm-19 "$object.obj" >"$scratch/nm" 2>&1
        check "$what: the table's name has the version" symbol "WdfFunctions_0${major}0$minor"
        check "$what: the context type is in the object" symbol _WDF_PROBE_CONTEXT_TYPE_INFO
    done
done <"$here/versions.tsv"

# Functions of later versions, and of the other framework.
cat >"$scratch/later.c" <<'END'
#ifdef KMDF_VERSION_MINOR
#include <ntddk.h>
#else
#include <windows.h>
#endif
#include <wdf.h>
void call(WDFDEVICE device);
void call(WDFDEVICE device) { FUNCTION; }
END
later() { compile "$1" "$2" amd64 "$scratch/later.c" "$scratch/later.obj" "/DFUNCTION=$3"; }
check_status "a function newer than the version is refused" 1 later kmdf 15 'WdfDeviceRetrieveCompanionTarget(device,0,0)'
check_output "... and the message says since when it is there" "WdfDeviceRetrieveCompanionTarget is part of KMDF 1.23 and later, which"
check_status "the same function is there in its version" 0 later kmdf 23 '(void)WdfDeviceRetrieveCompanionTarget'
check_status "a kernel-mode function is refused to a user-mode driver" 1 later umdf 33 'WdfDpcEnqueue(0)'
check_output "... and the message says where it is" "WdfDpcEnqueue is part of KMDF, which"
check_status "a user-mode function is refused to a kernel-mode driver" 1 later kmdf 33 'WdfDeviceMapIoSpace(device,0,0,0,0)'
check_output "... and the message says where it is" "WdfDeviceMapIoSpace is part of UMDF, which"
check_status "a version that never was is refused" 1 later kmdf 29 '(void)device'
check_output "... with the versions there are" "15, 17, 19, 21, 23, 25, 27, 31 and 33"
# What the checker reads: functions by name, with their annotations.
check "with contracts on, the annotations compile" compile kmdf 33 amd64 "$here/abi.c" "$scratch/contracts.obj" /O2 /W4 /WX \
    /DEXPECTED_FUNCTIONS=458 /DEXPECTED_STRUCTURES=81 /DWDK_SYS_CONTRACTS
llvm-nm-19 "$scratch/contracts.obj" >"$scratch/nm" 2>&1
check "... and WdfTimerStart is a function of its own" symbol WdfTimerStart
tap_done
