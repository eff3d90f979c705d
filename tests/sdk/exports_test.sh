#!/bin/sh
# Variables of the kernel's: drivers that say `*IoFileObjectType` read the import slot once, those that say `SeExports` twice.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/sdk/flags.sh"

cat >"$scratch/variables.c" <<'EOF'
#include <ntifs.h>
POBJECT_TYPE type(void) { return *IoFileObjectType; }
PSE_EXPORTS exports(void) { return SeExports; }
BOOLEAN debugger(void) { return KD_DEBUGGER_ENABLED; }
EOF
for arch in x86_64 aarch64; do
    clang-19 "--target=$arch-pc-windows-msvc" -fms-extensions -nostdinc -I "$headers/km" -I "$headers/shared" -isystem "$resources" \
        -D_KERNEL_MODE=1 -O1 -w -S -o "$scratch/$arch.s" "$scratch/variables.c"
    for name in IoFileObjectType KdDebuggerEnabled; do
        check "$name is the slot itself on $arch" grep -q "[^_]$name" "$scratch/$arch.s"
        check_status "and is not read through it" 1 grep -q "__imp_$name" "$scratch/$arch.s"
    done
    check "SeExports is read through the slot on $arch" grep -q __imp_SeExports "$scratch/$arch.s"
done
for arch in amd64 arm64; do
    llvm-nm-19 "$CWDK_BUILD/share/cwdk/sdk/lib/$arch/ntoskrnl.lib" >"$scratch/symbols" 2>"$scratch/err"
    for name in IoFileObjectType __imp_SeExports; do
        check "the import library of $arch has $name" grep -q " $name\$" "$scratch/symbols"
    done
done
tap_done
