#!/bin/sh
# Sizes and offsets of the kit's records, and values of constants. Each source in layout/ is one group of headers with its rows, compiled for
# both processors; a .c named *_mingw checks rows on mingw-w64's headers instead, for what has not changed since those were made.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/sdk/flags.sh"
cd "$CWDK_SOURCE/tests/sdk/layout" || exit 1
mingw=/usr/share/mingw-w64/include

for source in *.c; do
    group=${source%.c}
    case $group in
    *_mingw)
        if [ -f "$mingw/ddk/ntifs.h" ]; then
            check "the rows of $group hold" clang-19 --target=x86_64-w64-windows-gnu -w -isystem "$mingw/ddk" \
                -isystem "$mingw" -D_WIN32_WINNT=0x0A00 -D_AMD64_ -fsyntax-only "$source"
        else
            skip "the rows of $group hold" "mingw-w64 is not installed"
        fi ;;
    *)
        for arch in x86_64 aarch64; do
            check "every row of $group holds on $arch" kit_compile "$arch" "$source"
        done ;;
    esac
done

# The checks do check: one wrong number is found.
sed 's/RECORD(IRP, 0xD0)/RECORD(IRP, 0xD8)/' nt_old.def >"$scratch/nt_old.def"
printf '#include <ntifs.h>\n#include <wmilib.h>\n#include "%s"\n#include "%s"\n' "$PWD/layout.h" \
    "$scratch/nt_old.def" >"$scratch/wrong.c"
check_status "a wrong size is refused" 1 kit_compile x86_64 "$scratch/wrong.c"
check "and named" grep -q 'size of IRP' "$scratch/out"
tap_done
