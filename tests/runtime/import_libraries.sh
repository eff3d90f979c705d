#!/bin/sh
# The derived import libraries name what those that they were derived from name, for both architectures, as llvm-nm sees it.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
gnu=/usr/x86_64-w64-mingw32/lib
lib=$CWDK_BUILD/share/cwdk/sdk/lib

if [ ! -f $gnu/libkernel32.a ]; then
    skip "derived import libraries" "mingw-w64-x86-64-dev is not installed"
    tap_done
    exit
fi
names() { llvm-nm-19 "$1" 2>/dev/null | awk '{ print $NF }' | grep "^$2" | sort -u; }
guids() { llvm-nm-19 --defined-only "$1" 2>/dev/null | awk '$2 == "R" && $3 !~ /^\./ { print $3 }' | sort -u; }
same() { cmp "$1" "$2" && test -s "$1"; }

# What the kit adds to a library of that name.
added() { [ ! -f "$CWDK_SOURCE/sdk/lib/um/$1.def" ] || sed '1,/^EXPORTS/d; s/^/__imp_/' "$CWDK_SOURCE/sdk/lib/um/$1.def"; }
only_windows_runtime() { test -s "$1" && ! grep -v "^api-ms-win-crt-" "$1"; }
machines() { llvm-readobj-19 --file-headers "$1" | sed -n 's/^ *Machine: \([A-Z0-9_]*\).*/\1/p' | sort -u; }

for arch in amd64 arm64; do
    for name in kernel32 advapi32 setupapi cfgmgr32 ole32 mincore; do
        { names $gnu/lib$name.a __imp_; added $name; } | sort -u >"$scratch/wanted"
        names "$lib/$arch/$name.lib" __imp_ >"$scratch/got"
        check "$arch $name.lib: the same imports" same "$scratch/wanted" "$scratch/got"
    done
    guids $gnu/libuuid.a >"$scratch/wanted"
    guids "$lib/$arch/uuid.lib" >"$scratch/got"
    check "$arch uuid.lib: the same constants" same "$scratch/wanted" "$scratch/got"
    # What drivers must not need: a C runtime that does not come with Windows.
    strings "$lib/$arch/ucrt.lib" | grep -i '\.dll$' | sort -u >"$scratch/dlls"
    check "$arch ucrt.lib: imports from the C runtime of Windows alone" only_windows_runtime "$scratch/dlls"
    case $arch in
    amd64) machine=IMAGE_FILE_MACHINE_AMD64 ;;
    arm64) machine=IMAGE_FILE_MACHINE_ARM64 ;;
    esac
    check "$arch kernel32.lib: all members are for it" test "$(machines "$lib/$arch/kernel32.lib")" = "$machine"
done
printf 'not an archive' >"$scratch/wrong.a"
check_status "what is no archive is refused" 1 "$CWDK_BUILD/sdk/lib/um/gnu_library" "$scratch/wrong.a" "$scratch"
check_output "and named" 'wrong.a: not a readable archive'
# Cut anywhere, it is read as far as it goes.
mkdir "$scratch/cut"
for size in 8 60 200 1000 1111 5000 20001; do
    head -c $size $gnu/libnewdev.a >"$scratch/cut.a"
    check_status "an archive cut at $size bytes is no accident" 0 "$CWDK_BUILD/sdk/lib/um/gnu_library" "$scratch/cut.a" "$scratch/cut"
done
tap_done
