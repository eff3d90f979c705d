#!/bin/sh
# cwdk wpp: what its headers do when they run, that they compile for both architectures, and what it says about mistakes.
# shellcheck disable=SC2154
. "$CWDK_SOURCE/tests/tap.sh"
fixtures=$CWDK_SOURCE/tests/wpp/fixtures
include=$CWDK_SOURCE/sdk/include

check_status "a header is made" 0 "$CWDK" wpp -o "$scratch/obj" --scan="$fixtures/trace.h" "$fixtures/driver.c"
touch -d '2020-01-01' "$scratch/obj/driver.tmh"
check_status "it is made again" 0 "$CWDK" wpp -o "$scratch/obj/driver.tmh" --scan="$fixtures/trace.h" "$fixtures/driver.c"
check "an unchanged header keeps its time" test ! "$scratch/obj/driver.tmh" -nt "$fixtures/driver.c"

cp "$fixtures/driver.c" "$scratch/with space.c"
check_status "a depfile is written" 0 "$CWDK" wpp -o "$scratch/obj/d.tmh" --depfile "$scratch/obj/d.d" --scan="$fixtures/trace.h" "$scratch/with space.c"
check "it names the source and the configuration" grep -q 'd.tmh: .*with\\ space.c .*/trace.h$' "$scratch/obj/d.d"

# A kernel of the test's own runs the driver on this machine and decodes the events.
check "the driver compiles for this machine" clang-19 -std=gnu17 -Wall -Wextra -Werror -Wno-unused-parameter -fdeclspec \
    -fshort-wchar -Wno-ignored-attributes -I"$fixtures/fake" -I"$scratch/obj" -idirafter "$include" \
    -o "$scratch/run" "$fixtures/driver.c" "$fixtures/kernel.c"
"$scratch/run" 2>&1 | sed 's/line=[0-9]*/line=LINE/' >"$scratch/events"
check "its events are those expected" diff "$fixtures/expected.txt" "$scratch/events"
"$scratch/run" 2>&1 | grep 'flag only' >"$scratch/line"
check "the line is the call's" grep -q "line=$(grep -n 'flag only' "$fixtures/driver.c" | cut -d: -f1)" "$scratch/line"

for target in x86_64:_AMD64_ aarch64:_ARM64_; do
    check "it compiles for ${target%:*} without a warning" clang-19 --driver-mode=cl "--target=${target%:*}-pc-windows-msvc" \
        /nologo /c /X /kernel -fmsc-version=1940 /GS /guard:cf /Zl /Zp8 /O2 /W4 /WX "/D${target#*:}" /D_WIN64 "/I$scratch/obj" \
        "/imsvc$include/wdk-sys/km" "/imsvc$include/wdk-sys/shared" "/imsvc$include" "/Fo$scratch/driver.obj" -- "$fixtures/driver.c"
    llvm-nm-19 "$scratch/driver.obj" >"$scratch/symbols"
    check "and writes through ETW" grep -q EtwWrite "$scratch/symbols"
done

# The recorder: the library's own code on this machine, and a reader of its memory.
check_status "a source with the recorder" 0 "$CWDK" wpp --recorder -o "$scratch/obj" --scan="$fixtures/trace.h" "$fixtures/recorded.c"
check "it compiles for this machine" clang-19 -std=gnu17 -Wall -Wextra -Werror -Wno-unused-parameter -fms-extensions -fdeclspec \
    -fshort-wchar -Wno-ignored-attributes -Wno-multichar -Wno-format -D_KERNEL_MODE -fsanitize=undefined,address \
    -I"$fixtures/fake" -I"$scratch/obj" -I"$CWDK_SOURCE/sdk/lib/wpprecorder" -idirafter "$include" -idirafter "$include/wdk-sys/shared" \
    -o "$scratch/run" "$fixtures/recorded.c" "$fixtures/kernel.c" "$fixtures/recorder_reader.c" "$fixtures/recorder_platform.c" \
    "$CWDK_SOURCE/sdk/lib/wpprecorder/recorder.c"
"$scratch/run" 2>&1 | sed 's/line=[0-9]*/line=LINE/' >"$scratch/events"
check "its messages are in the logs, and in the session that wants them" diff "$fixtures/recorded.txt" "$scratch/events"
for target in x86_64:_AMD64_ aarch64:_ARM64_; do
    check "it compiles for ${target%:*} without a warning" clang-19 --driver-mode=cl "--target=${target%:*}-pc-windows-msvc" \
        /nologo /c /X /kernel -fmsc-version=1940 /Zl /Zp8 /O2 /W4 /WX "/D${target#*:}" /D_WIN64 "/I$scratch/obj" \
        "/imsvc$include/wdk-sys/km" "/imsvc$include/wdk-sys/shared" "/imsvc$include" "/Fo$scratch/driver.obj" -- "$fixtures/recorded.c"
done
check_status "the old word for the recorder" 0 "$CWDK" wpp -D ENABLE_WPP_RECORDER=1 -o "$scratch/obj" --scan="$fixtures/trace.h" "$fixtures/recorded.c"
check "means it, too" grep -q 'define CWDK_WPP_RECORDER 1' "$scratch/obj/recorded.tmh"

# Configuration that comes from elsewhere.
printf '#include <ntddk.h>\n#include "k.tmh"\nvoid f(int s);\nvoid f(int s)\n{\n    DoTraceMessage(Error, "%%!WDF_POWER_DEVICE_STATE!", s);\n}\n' >"$scratch/k.c"
check_status "a header of the kit is scanned" 0 "$CWDK" wpp --kit-scan=WdfTraceEnums.h --control-guid=53504657-6D61-6C70-6572-5F496E746572 \
    -o "$scratch/obj" "$scratch/k.c"
check "and the GUID makes a provider" clang-19 --driver-mode=cl --target=x86_64-pc-windows-msvc /nologo /c /X /kernel \
    -fmsc-version=1940 /W4 /WX /D_AMD64_ /D_WIN64 "/I$scratch/obj" "/imsvc$include/wdk-sys/km" "/imsvc$include/wdk-sys/shared" \
    "/imsvc$include" "/Fo$scratch/k.obj" -- "$scratch/k.c"
check_status "a header that the kit lacks" 2 "$CWDK" wpp --kit-scan=nosuch.h -o "$scratch/obj" "$scratch/k.c"
check_status "a GUID that is none" 2 "$CWDK" wpp --control-guid=5350 -o "$scratch/obj" "$scratch/k.c"

# A call in C++ and in user mode.
cp "$fixtures/driver.c" "$scratch/driver.cpp"
check_status "a C++ source is taken" 0 "$CWDK" wpp -o "$scratch/obj" --scan="$fixtures/trace.h" "$scratch/driver.cpp"
check "and compiles" clang-19 --driver-mode=cl --target=x86_64-pc-windows-msvc /nologo /c /X /kernel -fmsc-version=1940 \
    /Zl /Zp8 /W3 /WX /std:c++17 /D_AMD64_ /D_WIN64 "/I$scratch/obj" "/I$fixtures" "/imsvc$include/wdk-sys/km" \
    "/imsvc$include/wdk-sys/shared" "/imsvc$include" "/Fo$scratch/cpp.obj" -- "$scratch/driver.cpp"
cat >"$scratch/app.c" <<'TEXT'
#include <windows.h>
#include "trace.h"
#include "app.tmh"
int main(void)
{
    WPP_INIT_TRACING(L"app");
    Trace(TRACE_LEVEL_ERROR, INIT, "started %s", "well");
    WPP_CLEANUP();
    return 0;
}
TEXT
check_status "a user-mode source is taken" 0 "$CWDK" wpp --user -o "$scratch/obj" --scan="$fixtures/trace.h" "$scratch/app.c"
if [ -f /usr/share/mingw-w64/include/evntprov.h ]; then
    check "and compiles" clang-19 --target=x86_64-w64-windows-gnu -c -Wall -Werror -D_WIN32_WINNT=0x0A00 -DNTSTATUS=LONG \
        -I"$scratch/obj" -I"$fixtures" -isystem "$include" -o "$scratch/app.o" "$scratch/app.c"
else
    skip "and compiles" "mingw-w64 has no evntprov.h"
fi

# What the types of the format are good for.
refused() { # refused DESCRIPTION CALL PATTERN: the compiler says PATTERN about the CALL
    printf '#include <ntddk.h>\n#include "trace.h"\n#include "bad.tmh"\nVOID f(SIZE_T size, PVOID p);\nVOID f(SIZE_T size, PVOID p)\n{\n    %s\n    (void)size;\n    (void)p;\n}\n' "$2" >"$scratch/bad.c"
    check_status "$1: preprocessed" 0 "$CWDK" wpp -o "$scratch/obj" --scan="$fixtures/trace.h" "$scratch/bad.c"
    clang-19 --driver-mode=cl --target=x86_64-pc-windows-msvc /nologo /c /X /kernel -fmsc-version=1940 /W3 /D_AMD64_ /D_WIN64 \
        "/I$scratch/obj" "/I$fixtures" "/imsvc$include/wdk-sys/km" "/imsvc$include/wdk-sys/shared" "/imsvc$include" \
        "/Fo$scratch/bad.obj" -- "$scratch/bad.c" >"$scratch/out" 2>&1
    check_output "$1: the compiler objects" "$3"
}
refused "a pointer for %d" 'Trace(TRACE_LEVEL_ERROR, INIT, "%d", p);' 'incompatible pointer to integer'
refused "a number for %s" 'Trace(TRACE_LEVEL_ERROR, INIT, "%s", 7);' 'incompatible integer to pointer'
refused "64 bits for %d" 'Trace(TRACE_LEVEL_ERROR, INIT, "%d", size);' 'loses integer precision'
refused "an unknown flag" 'Trace(TRACE_LEVEL_ERROR, NOFLAG, "x");' 'WPP_BIT_NOFLAG'

mistake() { # mistake DESCRIPTION TEXT CODE LINE: cwdk wpp refuses the source with this code at this line
    printf '%b' "$2" >"$scratch/wrong.c"
    rm -f "$scratch/obj/wrong.tmh"
    check_status "$1" 2 "$CWDK" wpp -o "$scratch/obj" --scan="$fixtures/trace.h" "$scratch/wrong.c"
    check_output "$1: $3" "error.$3."
    check_output "$1: the line" "wrong.c:$4"
    check "$1: nothing is written" test ! -e "$scratch/obj/wrong.tmh"
}
mistake "too few values" '\nTrace(2, INIT, "%d");' WPP1003 2
mistake "too many values" 'Trace(2, INIT, "%d", 1, 2);' WPP1003 1
mistake "a format that is no literal" 'Trace(2, INIT, text, 1);' WPP1003 1
mistake "a format that begins with a macro" 'Trace(2, INIT, DATE "y");' WPP1003 1
mistake "missing inner parentheses" '// begin_wpp config\n// FUNC G(LEVEL,FLAGS,(MSG,...));\n// end_wpp\nG(2, INIT, "x");' WPP1004 4
mistake "inner parentheses not at the end" '// begin_wpp config\n// FUNC G(LEVEL,(MSG),FLAGS);\n// end_wpp\n' WPP1001 2
mistake "an unknown format" '\n\nTrace(2, INIT, "%!NOSUCH!", 1);' WPP1003 3
mistake "an unknown conversion" 'Trace(2, INIT, "%y", 1);' WPP1003 1
mistake "a floating-point value" 'Trace(2, INIT, "%f", 1);' WPP1003 1
mistake "two calls in a line" 'Trace(2, INIT, "a"); Trace(2, INIT, "b");' WPP1002 1
mistake "a call in a macro" '#define X Trace(2, INIT, "a")\n' WPP1002 1
mistake "a call that is not closed" 'void f(void) {\n Trace(2, INIT, "a";\n}' WPP1004 2
mistake "single parentheses" 'Dump(INIT, 2, "x");' WPP1004 1
mistake "a bad block" '// begin_wpp config\n// FUNC ();\n// end_wpp\n' WPP1001 2
mistake "an open block" '// begin_wpp config\n// FUNC A(MSG);\n' WPP1001 2
mistake "an unknown statement" '// begin_wpp config\n// MAGIC(x);\n// end_wpp\n' WPP1002 2
mistake "an unknown item type" '// begin_wpp config\n// CUSTOM_TYPE(x, ItemMagic(y));\n// end_wpp\n' WPP1002 2
check_status "a missing source" 2 "$CWDK" wpp -o "$scratch/obj" "$scratch/nowhere.c"
tap_done
