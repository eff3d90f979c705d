#!/bin/sh
# The headers of the framework's class extensions: each after wdf.h and each alone, in C and C++, for both processors and
# for the oldest and the newest framework they take; and the layout of what drivers hand to the extensions.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/sdk/flags.sh"
cd "$CWDK_SOURCE/tests/sdk/layout" || exit 1

extension_compile() { # extension_compile ARCH MINOR ARGUMENT...
    extension_arch=$1; extension_minor=$2; shift 2
    kit_compile "$extension_arch" -I "$headers/wdf" -DKMDF_VERSION_MAJOR=1 "-DKMDF_VERSION_MINOR=$extension_minor" \
        -Wno-microsoft-enum-forward-reference "$@"
}
for header in acx.h acxstreams.h acxtargets.h spbcx.h gpioclx.h ufxclient.h ufx/1.1/ufxclient.h ucmcx.h ucm/1.0/ucmcx.h; do
    source=$scratch/$(echo "$header" | tr '/.' '__').c
    printf '#include <%s>\n' "$header" >"$source"
    for arch in x86_64 aarch64; do
        for minor in 15 33; do
            check "$header in C, $arch, KMDF 1.$minor" extension_compile "$arch" "$minor" "$source"
        done
        check "$header in C++, $arch" extension_compile "$arch" 33 -x c++ "$source"
    done
done
for arch in x86_64 aarch64; do
    check "every row of the extensions holds on $arch" extension_compile "$arch" 33 extension/rows.c
    for minor in 0 1; do
        check "every row of ACX 1.$minor holds on $arch" \
            extension_compile "$arch" 31 "-DACX_VERSION_MINOR=$minor" extension/acx.c
    done
done

# What came with ACX 1.1 is not there for a driver of 1.0.
printf '#include <acx.h>\nULONG count(ACXCIRCUIT);\nULONG count(ACXCIRCUIT circuit) { return %s; }\n' \
    'AcxCircuitGetPinsCount(circuit)' >"$scratch/late.c"
check "a driver of ACX 1.1 calls a function of 1.1" extension_compile x86_64 31 "$scratch/late.c"
check_status "one of ACX 1.0 does not" 1 extension_compile x86_64 31 -DACX_VERSION_MINOR=0 "$scratch/late.c"
check "and is told which" grep -q "AcxCircuitGetPinsCount" "$scratch/out"
check_status "there is no ACX 1.2" 1 extension_compile x86_64 31 -DACX_VERSION_MINOR=2 "$scratch/late.c"

# Extensions of user mode, with mingw-w64's headers around them.
# shellcheck source=tests/wdf/flags.sh
. "$CWDK_SOURCE/tests/wdf/flags.sh"
# Warnings in the header itself count, as those of a header of the driver's own would.
user_compile() { # user_compile ARCH MINOR HEADER ARGUMENT...
    user_arch=$1; user_minor=$2; user_header=$3; shift 3
    # shellcheck disable=SC2046 # the flags are words
    clang-19 $(flags umdf "$user_minor" "$user_arch") /Zs /W4 /WX "/clang:--no-system-header-prefix=$user_header" "$@"
}
for header in nfccx.h poscx.h sensorscx.h sensorsdef.h sensorsstructures.h sensorsutils.h sensorsdriversutils.h math3dhelper.h \
    windows.devices.sensors.h propvarutil.h; do
    source=$scratch/user_$(echo "$header" | tr '/.' '__').c
    printf '#include <%s>\n' "$header" >"$source"
    for arch in amd64 arm64; do
        for minor in 15 33; do
            check "$header in C, $arch, UMDF 2.$minor" user_compile "$arch" "$minor" "$header" -- "$source"
        done
        check "$header in C++, $arch" user_compile "$arch" 33 "$header" /TP -- "$source"
    done
done
for arch in amd64 arm64; do
    check "every row of the extensions of user mode holds on $arch" user_compile "$arch" 33 none -- extension/user_rows.c
done

# Linked, the driver has a record for each extension and imports the helper.
user_driver() { # user_driver ARCH LINK-MACHINE
    lib=$CWDK_BUILD/share/cwdk/sdk/lib/$1
    # shellcheck disable=SC2046 # the flags are words
    clang-19 $(flags umdf 33 "$1") /W4 /WX /Fo"$scratch/driver.obj" -- ../user_extensions.c &&
        lld-link-19 /nologo /dll /noentry /nodefaultlib /machine:"$2" /out:"$scratch/driver-$1.dll" "$scratch/driver.obj" \
            "$lib/SensorsCxStub.lib" "$lib/NfcCxStub.lib" "$lib/PosCxStub.lib" "$lib/sensorsutils.lib" \
            "$lib/wdf/umdf/2.33/WdfDriverStubUm.lib" "$lib/wdkrtum.lib" "$lib/ucrt.lib" "$lib/kernel32.lib" "$lib/ntdll.lib"
}
for arch in amd64 arm64; do
    case $arch in amd64) machine=x64 ;; *) machine=arm64 ;; esac
    check "a driver of three extensions links, $arch" user_driver $arch $machine
    llvm-readobj-19 --coff-imports "$scratch/driver-$arch.dll" >"$scratch/out" 2>&1
    check_output "$arch: the helper comes from its module" 'Name: sensorsutilsv2.dll'
    strings -el "$scratch/driver-$arch.dll" >"$scratch/out"
    for name in SensorsCx NfcCx PosCx; do
        check_output "$arch: the record asks for $name" "^$name\$"
    done
done
tap_done
