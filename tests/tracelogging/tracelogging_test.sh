#!/bin/sh
# TraceLogging: events are decoded by rules written down apart from the headers, and the headers compile for Windows in all forms.
# shellcheck disable=SC2154
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/tracelogging
headers=$CWDK_SOURCE/sdk/include/wdk-sys

run() { # run NAME COMPILER SOURCE ARGUMENT...: the events of SOURCE, as this machine decodes them
    name=$1 compiler=$2 source=$3
    shift 3
    clang-19 -std=gnu17 -c -fshort-wchar -D_KERNEL_MODE -I"$here/fake" -o "$scratch/decoder.o" "$here/decoder.c" || return 1
    "$compiler" "$@" -Wall -Wextra -Werror -fshort-wchar -fms-extensions -D_KERNEL_MODE -I"$here/fake" -idirafter "$headers/shared" \
        -fsanitize=undefined -fno-sanitize-recover -c -o "$scratch/$name.o" "$source" || return 1
    clang-19 -fsanitize=undefined -o "$scratch/$name" "$scratch/$name.o" "$scratch/decoder.o" || return 1
    "$scratch/$name" >"$scratch/$name.txt"
}
check "the events of C" run c clang-19 "$here/events.c" -std=gnu17
check "are those expected" diff "$here/events.txt" "$scratch/c.txt"
check "the events of C++" run cxx clang++-19 "$here/events.c" -x c++ -std=c++17 -Wno-writable-strings -fno-rtti -fno-exceptions
check "are the same" cmp "$scratch/c.txt" "$scratch/cxx.txt"
check "activities" run activity clang++-19 "$here/activity.cpp" -std=c++17 -fno-rtti -fno-exceptions
check "are those expected" diff "$here/activity.txt" "$scratch/activity.txt"

compile() { # compile TARGET DEFINE MODE SOURCE ARGUMENT...
    target=$1 define=$2 mode=$3 source=$4
    shift 4
    if [ "$mode" = kernel ]; then
        set -- /kernel "/imsvc$headers/km" "/imsvc$headers/shared" "$@"
    else
        set -- -fgnuc-version=4.2.1 /D_UCRT /U__NO_INLINE__ /D_WIN32_WINNT=0x0A00 /GR- "/imsvc$headers/um" \
            /imsvc/usr/share/mingw-w64/include "/imsvc$headers/shared" "$@"
    fi
    clang-19 --driver-mode=cl "--target=$target-pc-windows-msvc" /nologo /c /X -fmsc-version=1940 /Zl /Zp8 /O2 /W4 /WX "/D$define" \
        /D_WIN64 "/Fo$scratch/out.obj" "$@" -- "$source"
}
for target in x86_64:_AMD64_ aarch64:_ARM64_; do
    arch=${target%:*} define=${target#*:}
    check "a kernel-mode driver in C, $arch" compile "$arch" "$define" kernel "$here/events.c"
    llvm-nm-19 "$scratch/out.obj" >"$scratch/symbols"
    check "writes through ETW" grep -q EtwWriteTransfer "$scratch/symbols"
    check "a kernel-mode driver in C++, $arch" compile "$arch" "$define" kernel "$here/activity.cpp" /std:c++17
    sed 's/#include <wdm.h>/#include <windows.h>\n#include <winternl.h>/' "$here/events.c" >"$scratch/user.c"
    check "a program in C, $arch" compile "$arch" "$define" user "$scratch/user.c"
    llvm-nm-19 "$scratch/out.obj" >"$scratch/symbols"
    check "writes through ETW, too" grep -q EventWriteTransfer "$scratch/symbols"
    sed 's/#include <wdm.h>/#include <windows.h>/' "$here/activity.cpp" >"$scratch/user.cpp"
    check "a program in C++, $arch" compile "$arch" "$define" user "$scratch/user.cpp" /std:c++17
done
printf '#include <wdm.h>\n#include <traceloggingprovider.h>\nvoid f(TraceLoggingHProvider p, void *v);\nvoid f(TraceLoggingHProvider p, void *v)\n{\n    TraceLoggingWrite(p, "e", TraceLoggingString(v ? 7 : 8));\n}\n' >"$scratch/wrong.c"
check_status "a number for a text is refused" 1 compile x86_64 _AMD64_ kernel "$scratch/wrong.c"
tap_done
