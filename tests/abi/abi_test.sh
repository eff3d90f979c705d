#!/bin/sh
# Everything that the kit's headers and mingw-w64's both define, compared group by group (groups/*.abi). For one group, by hand:
#   CWDK_SOURCE=. CWDK_BUILD=build sh tests/abi/abi_test.sh --unmatched groups/nt.abi
abi=$CWDK_SOURCE/tests/abi
headers=$CWDK_SOURCE/sdk/include/wdk-sys
mingw=${CWDK_MINGW:-/usr/share/mingw-w64/include}
resources=$(clang-19 -print-resource-dir)/include

# compare KIT-FOLDER... -- OTHER-FOLDER... : the program's last arguments
compare() {
    "$CWDK_BUILD/bin/abi-compare" "$@" -- \
        -fms-extensions -fms-compatibility -nostdinc -isystem "$resources" \
        -isystem "$headers/km" -isystem "$headers/shared" -isystem "$headers/wdf" -D_KERNEL_MODE=1 -- \
        -nostdinc -isystem "$mingw/ddk" -isystem "$mingw" -isystem "$resources" -D_WIN32_WINNT=0x0A00
}

cd "$abi" || exit 1
if [ ! -f "$mingw/ddk/ntifs.h" ]; then
    echo "ok 1 - the kit agrees with mingw-w64 # SKIP mingw-w64 is not installed"
    echo 1..1
elif [ $# -gt 0 ]; then
    compare "$@"
else
    # Those that others include come first: what they compared is not compared again.
    # shellcheck disable=SC2046
    compare groups/nt.abi groups/usb.abi $(find groups -name '*.abi' ! -name nt.abi ! -name usb.abi | sort)
fi
