#!/bin/sh
# The WDF entry stubs: their symbols in every library, and their conduct, told by programs that play the loader and run
# under Wine.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/wdf
lib=$CWDK_BUILD/share/cwdk/sdk/lib
# shellcheck source=tests/wdf/flags.sh
. "$here/flags.sh"

symbols() { # symbols KIND NAME...: in the last listing each name is there with that letter of llvm-nm
    kind=$1
    shift
    for symbol; do
        grep -Eq " $kind $symbol\$" "$scratch/nm" || { echo "no $kind $symbol in $library"; return 1; }
    done
}
# only_machine ID LIBRARY...: all objects of the libraries, one at least of each, are for that machine.
only_machine() {
    id=$1
    shift
    llvm-readobj-19 --file-headers "$@" >"$scratch/headers" &&
        awk -v id="$id" -v least=$# '$1 == "Machine:" { count++; wrong += $2 != id } END { exit wrong || count < least }' "$scratch/headers"
}

while IFS='	' read -r framework minor _; do
    case $framework in '#'*) continue ;; esac
    major=1 name=WdfDriverEntry entry=FxDriverEntry
    [ "$framework" = kmdf ] || { major=2 name=WdfDriverStubUm entry=FxDriverEntryUm; }
    for arch in amd64 arm64; do
        library=$lib/$arch/wdf/$framework/$major.$minor/$name.lib
        what="$framework $major.$minor $arch"
        llvm-nm-19 "$library" >"$scratch/nm" 2>&1
        check "$what: entry, table and globals" symbols '[TDB]' $entry "WdfFunctions_0${major}0$minor" WdfDriverGlobals
        check "$what: calls the driver's DriverEntry" symbols U DriverEntry
        if [ "$minor" -ge 25 ]; then
            check "$what: tells what an older framework has" symbols '[DB]' WdfClientVersionHigherThanFramework \
                WdfFunctionCount WdfStructureCount WdfStructures
        fi
        if [ "$framework" = kmdf ]; then
            check "$what: imports from wdfldr.sys" symbols U __imp_WdfVersionBind __imp_WdfVersionUnbind \
                __imp_WdfVersionBindClass __imp_WdfVersionUnbindClass
        fi
    done
done <"$here/versions.tsv"
for arch in amd64 arm64; do
    case $arch in amd64) id=IMAGE_FILE_MACHINE_AMD64 ;; arm64) id=IMAGE_FILE_MACHINE_ARM64 ;; esac
    check "all libraries of $arch are for that machine" only_machine "$id" "$lib/$arch"/wdf/*/*/*.lib
done

# What the driver's own object says to the linker is enough to get the export.
printf '#include <windows.h>\n#include <wdf.h>\nDRIVER_INITIALIZE DriverEntry;\nNTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT d, PUNICODE_STRING p) { (void)d; (void)p; return STATUS_SUCCESS; }\n' >"$scratch/least.c"
# shellcheck disable=SC2046
least_driver() { # least_driver ARCH LINK-MACHINE
    clang-19 $(flags umdf 33 "$1") /Fo"$scratch/least.obj" -- "$scratch/least.c" &&
        lld-link-19 /nologo /dll /noentry /nodefaultlib /machine:"$2" /out:"$scratch/least.dll" "$scratch/least.obj" \
            "$lib/$1/wdf/umdf/2.33/WdfDriverStubUm.lib" "$lib/$1/wdkrtum.lib" "$lib/$1/ucrt.lib" "$lib/$1/kernel32.lib" \
            "$lib/$1/ntdll.lib"
}
for arch in amd64 arm64; do
    case $arch in amd64) link=x64 ;; arm64) link=arm64 ;; esac
    check "umdf $arch: the least driver links" least_driver $arch "$link"
    llvm-readobj-19 --coff-exports "$scratch/least.dll" >"$scratch/exports" 2>&1
    if [ "$(awk '$1 == "Name:" { printf "%s ", $2 }' "$scratch/exports")" = "FxDriverEntryUm " ]; then
        ok "umdf $arch: a driver exports FxDriverEntryUm and nothing else"
    else
        not_ok "umdf $arch: a driver exports FxDriverEntryUm and nothing else" "$scratch/exports"
    fi
    llvm-readobj-19 --sections "$scratch/least.dll" >"$scratch/sections"
    if grep -q 'Name: .kmdf' "$scratch/sections"; then
        not_ok "umdf $arch: the stub adds no section" "$scratch/sections"
    else
        ok "umdf $arch: the stub adds no section"
    fi
done

play() { # play FRAMEWORK MINOR FUNCTIONS STUB FLAG...: builds and runs entry_FRAMEWORK.c, whose checks become one of ours
    framework=$1 minor=$2 functions=$3 stub=$4
    shift 4
    program=$scratch/$framework-$minor.exe
    # shellcheck disable=SC2046
    clang-19 $(flags "$framework" "$minor" amd64) /O2 /W4 /WX /DEXPECTED_FUNCTIONS="$functions" "$@" \
        /Fo"$scratch/play.obj" -- "$here/entry_$framework.c" &&
        lld-link-19 /nologo /nodefaultlib /machine:x64 /subsystem:console,10.0 /entry:mainCRTStartup /guard:cf /out:"$program" \
            "$scratch/play.obj" "$lib/amd64/wdf/$framework/$stub.lib" "$lib/amd64/wdkrtum.lib" "$lib/amd64/ucrt.lib" \
            "$lib/amd64/kernel32.lib" "$lib/amd64/ntdll.lib" &&
        WINEDEBUG=-all WINEPREFIX=$scratch/wine "$wine" "$program" >"$scratch/played" 2>/dev/null
    status=$?
    cat "$scratch/played"
    [ $status -eq 0 ] && grep -q '^1\.\.' "$scratch/played" && ! grep -q '^not ok' "$scratch/played"
}

# play_class NAME LIBRARY FLAG...: the same for the stub library of a class extension and class_NAME.c.
play_class() {
    name=$1 stub=$2
    shift 2
    # shellcheck disable=SC2046
    clang-19 $(flags kmdf 31 amd64) /O2 /W4 /WX "$@" /Fo"$scratch/play.obj" -- "$here/class_$name.c" &&
        lld-link-19 /nologo /nodefaultlib /machine:x64 /subsystem:console,10.0 /entry:mainCRTStartup \
            /out:"$scratch/$name.exe" "$scratch/play.obj" "$lib/amd64/$stub.lib" "$lib/amd64/wdkrtum.lib" \
            "$lib/amd64/ucrt.lib" "$lib/amd64/kernel32.lib" "$lib/amd64/ntdll.lib" &&
        WINEDEBUG=-all WINEPREFIX=$scratch/wine "$wine" "$scratch/$name.exe" >"$scratch/played" 2>/dev/null
    status=$?
    cat "$scratch/played"
    [ $status -eq 0 ] && grep -q '^1\.\.' "$scratch/played" && ! grep -q '^not ok' "$scratch/played"
}

# Debian keeps the 64-bit loader out of the path.
wine=$(command -v wine64 || command -v /usr/lib/wine/wine64 || :)
if [ -n "$wine" ]; then
    check "kmdf 1.15 stub, played through" play kmdf 15 444 1.15/WdfDriverEntry
    check "kmdf 1.33 stub, played through" play kmdf 33 458 1.33/WdfDriverEntry
    check "kmdf 1.33 stub of a driver content with 1.27" play kmdf 33 458 1.33/WdfDriverEntry /DKMDF_MINIMUM_VERSION_REQUIRED=27
    check "umdf 2.15 stub, played through" play umdf 15 257 2.15/WdfDriverStubUm
    check "umdf 2.33 stub, played through" play umdf 33 274 2.33/WdfDriverStubUm
    check "ACX 1.0's stub, played through" play_class acx acxstub /DACX_VERSION_MINOR=0 /DEXPECTED_FUNCTIONS=210
    check "ACX 1.1's stub, played through" play_class acx acxstub /DEXPECTED_FUNCTIONS=221
    WINEPREFIX=$scratch/wine /usr/lib/wine/wineserver64 -k 2>/dev/null || WINEPREFIX=$scratch/wine wineserver -k 2>/dev/null || :
else
    skip "stubs, played through" "no wine64"
fi
tap_done
