#!/bin/sh
# Sizes and offsets of the kernel's records, and values of constants. The tables hold numbers; what checks them is the compiler, on the kit's
# headers for both processors and, for what has not changed in years, on mingw-w64's.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/sdk/flags.sh"
cd "$CWDK_SOURCE/tests/sdk" || exit 1
mingw=/usr/share/mingw-w64/include

for arch in x86_64 aarch64; do
    check "every row holds for the kit on $arch" kit_compile "$arch" layout_kit.c
done

if [ -f "$mingw/ddk/ntifs.h" ]; then
    check "the older rows hold for mingw-w64" clang-19 --target=x86_64-w64-windows-gnu -w -isystem "$mingw/ddk" \
        -isystem "$mingw" -D_WIN32_WINNT=0x0A00 -D_AMD64_ -fsyntax-only layout_mingw.c
else
    skip "the older rows hold for mingw-w64" "mingw-w64 is not installed"
fi

# The checks do check: one wrong number is found.
sed 's/RECORD(IRP, 0xD0)/RECORD(IRP, 0xD8)/' layout_old.def >"$scratch/layout_old.def"
printf '#include <ntifs.h>\n#include <wmilib.h>\n#include "%s"\n#include "%s"\n' "$PWD/layout.h" \
    "$scratch/layout_old.def" >"$scratch/wrong.c"
check_status "a wrong size is refused" 1 kit_compile x86_64 "$scratch/wrong.c"
check "and named" grep -q 'size of IRP' "$scratch/out"
tap_done
