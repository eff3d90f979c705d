#!/bin/sh
# Links a driver against wdkrt.lib for both architectures and lets llvm-readobj and osslsigncode say what came out.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/runtime
lib=$CWDK_BUILD/share/cwdk/sdk/lib

printf 'LIBRARY ntoskrnl.exe\nEXPORTS\nDbgPrint\n' >"$scratch/nt.def"

build_driver() { # build_driver ARCH TARGET DLLTOOL-MACHINE LINK-MACHINE
    out=$scratch/$1
    mkdir -p "$out"
    llvm-dlltool-19 -m "$3" -d "$scratch/nt.def" -l "$out/nt.lib" &&
    clang-19 --driver-mode=cl --target="$2" /nologo /c /X /kernel /GS /guard:cf /Zl /Gy /O2 /Z7 /Brepro /W4 /WX \
        /Fo"$out/driver.obj" -- "$here/driver.c" &&
    lld-link-19 /nologo /machine:"$4" /driver /subsystem:native,10.0 /version:10.0 /entry:GsDriverEntry /nodefaultlib \
        /guard:cf /nxcompat /dynamicbase /highentropyva /tsaware:no \
        /section:INIT,ERD /section:.text,ERP /section:.rdata,RP /section:.data,RWP /section:.pdata,RP \
        /release /Brepro /debug /pdb:"$out/driver.pdb" /pdbaltpath:driver.pdb /opt:ref,icf \
        /out:"$out/driver.sys" "$out/driver.obj" "$out/nt.lib" "$lib/$1/wdkrt.lib"
}

# value NAME: the figure that llvm-readobj printed for a field.
value() { sed -n "s/^ *$1: //p" "$scratch/dump" | head -n 1; }
# section NAME: its characteristics.
section() {
    awk -v want="$1" '$1 == "Name:" { name = $2 } $1 == "Characteristics" && name == want { print $3; exit }' "$scratch/dump"
}
is() { # is DESCRIPTION GOT WANTED
    if [ "$2" = "$3" ]; then ok "$1"; else echo "got '$2', wanted '$3'" >"$scratch/.is"; not_ok "$1" "$scratch/.is"; fi
}

for arch in amd64 arm64; do
    if [ $arch = amd64 ]; then
        check "amd64: links" build_driver amd64 x86_64-pc-windows-msvc i386:x86-64 x64
    else
        check "arm64: links" build_driver arm64 aarch64-pc-windows-msvc arm64 arm64
    fi
    image=$scratch/$arch/driver.sys
    llvm-readobj-19 --file-headers --sections --coff-load-config --coff-imports "$image" >"$scratch/dump" 2>&1
    is "$arch: native subsystem" "$(value Subsystem)" "IMAGE_SUBSYSTEM_NATIVE (0x1)"
    is "$arch: DLL characteristics" "$(sed -n 's/^  Characteristics \[ (\(0x4.*\))/\1/p' "$scratch/dump")" 0x4160
    is "$arch: load configuration has its full size" "$(value LoadConfigTableSize)" 0x140
    is "$arch: guard flags" "$(sed -n 's/^  GuardFlags \[ (\(.*\))/\1/p' "$scratch/dump")" 0x10500
    for field in SecurityCookie GuardCFCheckFunction GuardCFCheckDispatch GuardCFFunctionTable; do
        case $(value $field) in
        0x14000????) ok "$arch: $field points into the image" ;;
        *) not_ok "$arch: $field points into the image" "$scratch/dump" ;;
        esac
    done
    is "$arch: INIT is discardable code" "$(section INIT)" "(0x62000020)"
    is "$arch: PAGE is pageable code" "$(section PAGE)" "(0x60000020)"
    is "$arch: .text stays in memory" "$(section .text)" "(0x68000020)"
    is "$arch: .rdata is read-only" "$(section .rdata)" "(0x48000040)"
    is "$arch: .data is not executable" "$(section .data)" "(0xC8000040)"
    is "$arch: imports DbgPrint and nothing else" "$(awk '$1 == "Symbol:" { printf "%s ", $2 }' "$scratch/dump")" "DbgPrint "
    # The function that DriverEntry takes the address of is in the table of valid call targets, at the start of PAGE.
    page=$(awk '$1 == "Name:" { name = $2 } $1 == "VirtualAddress:" && name == "PAGE" { print $2; exit }' "$scratch/dump")
    if sed -n '/^GuardFidTable/,/^]/p' "$scratch/dump" | grep -q "0x14000${page#0x}"; then
        ok "$arch: the indirect call's target is in the guard table"
    else
        not_ok "$arch: the indirect call's target is in the guard table" "$scratch/dump"
    fi
    osslsigncode verify -in "$image" >"$scratch/sums" 2>&1
    sum=$(sed -n 's/^Calculated PE checksum *: //p' "$scratch/sums")
    is "$arch: the checksum is right" "$(sed -n 's/^Current PE checksum *: //p' "$scratch/sums")" "${sum:-some sum}"
    mv "$image" "$image.first"
    if [ $arch = amd64 ]; then
        build_driver amd64 x86_64-pc-windows-msvc i386:x86-64 x64 >/dev/null 2>&1
    else
        build_driver arm64 aarch64-pc-windows-msvc arm64 arm64 >/dev/null 2>&1
    fi
    check "$arch: the same bytes again" cmp "$image" "$image.first"
done
check "sin and cos build for the host" clang-19 -O2 -fms-extensions -w -fno-builtin -Dsin=kit_sin -Dcos=kit_cos -c \
    "$CWDK_SOURCE/sdk/lib/runtime/trigonometry.c" -o "$scratch/trigonometry.o"
check "their test builds" clang-19 -O2 "$here/trigonometry.c" "$scratch/trigonometry.o" -lm -o "$scratch/trigonometry"
check "they are off by less than one unit in the last place" "$scratch/trigonometry"
tap_done
