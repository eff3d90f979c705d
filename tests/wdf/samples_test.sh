#!/bin/sh
# Microsoft's unmodified echo samples with the kit's headers, stubs and import libraries: they compile, link to images
# for both architectures, and import what a WDF driver imports.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/wdf
lib=$CWDK_BUILD/share/cwdk/sdk/lib
# shellcheck source=tests/wdf/flags.sh
. "$here/flags.sh"

if [ -z "${CWDK_SAMPLES:-}" ] || [ ! -d "$CWDK_SAMPLES/general/echo" ]; then
    skip "echo samples" "CWDK_SAMPLES does not name a checkout of Windows-driver-samples"
    tap_done
    exit
fi
echo=$CWDK_SAMPLES/general/echo

# shellcheck disable=SC2046
compile() { # compile FRAMEWORK ARCH SAMPLE: its sources into $scratch/SAMPLE-ARCH-*.obj
    for source in "$3"/*.c; do
        clang-19 $(flags "$1" 33 "$2") /O2 /W3 /WX -Wno-parentheses-equality -Wno-unknown-pragmas /GS /guard:cf -I"$echo/$1/exe" \
            /Fo"$scratch/$(basename "$3")-$2-$(basename "$source" .c).obj" -- "$source" || return 1
    done
}
link_machine() { case $1 in amd64) echo x64 ;; arm64) echo arm64 ;; esac; }
driver() { # driver ARCH SAMPLE-NAME
    lld-link-19 /nologo /machine:"$(link_machine "$1")" /driver /subsystem:native,10.0 /entry:FxDriverEntry /nodefaultlib \
        /guard:cf /release /section:INIT,ERD /out:"$scratch/$2-$1.sys" "$scratch/$2-$1"-*.obj \
        "$lib/$1/wdf/kmdf/1.33/WdfDriverEntry.lib" "$lib/$1/wdfldr.lib" "$lib/$1/ntoskrnl.lib" "$lib/$1/wdkrt.lib"
}
dll() { # dll ARCH SAMPLE-NAME
    lld-link-19 /nologo /machine:"$(link_machine "$1")" /dll /subsystem:windows,10.0 /entry:_DllMainCRTStartup /nodefaultlib \
        /guard:cf /merge:.CRT=.rdata /out:"$scratch/$2-$1.dll" "$scratch/$2-$1"-*.obj \
        "$lib/$1/wdf/umdf/2.33/WdfDriverStubUm.lib" "$lib/$1/wdkrtum.lib" "$lib/$1/ucrt.lib" "$lib/$1/kernel32.lib" "$lib/$1/ntdll.lib"
}
same() { # same DESCRIPTION GOT WANTED
    if [ "$2" = "$3" ]; then ok "$1"; else echo "got '$2', wanted '$3'" >"$scratch/differ"; not_ok "$1" "$scratch/differ"; fi
}

for arch in amd64 arm64; do
    for sample in AutoSync DriverSync; do
        what="kmdf echo $sample $arch"
        check "$what: compiles unmodified" compile kmdf $arch "$echo/kmdf/driver/$sample"
        check "$what: links" driver $arch $sample
        llvm-readobj-19 --coff-imports --sections "$scratch/$sample-$arch.sys" >"$scratch/dump" 2>&1
        same "$what: imports from the loader" "$(awk '$1 == "Name:" { dll = $2 } $1 == "Symbol:" && dll ~ /^wdfldr.sys$/ { print $2 }' "$scratch/dump" | sort | tr '\n' ' ')" \
            "WdfVersionBind WdfVersionBindClass WdfVersionUnbind WdfVersionUnbindClass "
        same "$what: sections" "$(awk '$1 == "Name:" && $3 ~ /^\(/ { print $2 }' "$scratch/dump" | tr '\n' ' ')" ".text .rdata .data .pdata INIT PAGE .reloc "
    done
    what="umdf echo AutoSync $arch"
    rm -f "$scratch"/AutoSync-*.obj
    check "$what: compiles unmodified" compile umdf2 $arch "$echo/umdf2/driver/AutoSync"
    check "$what: links" dll $arch AutoSync
done
tap_done
