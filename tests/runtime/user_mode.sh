#!/bin/sh
# A program and a DLL that use all of wdkrtum.lib, built for both architectures and in both profiles; those for amd64 run
# under Wine, which brings its own loader, C runtime and exception dispatcher.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"

cp -r "$CWDK_SOURCE/tests/runtime/um" "$scratch/um" && cd "$scratch/um" || exit 1
cat >"$scratch/wanted" <<'TEXT'
constructed global
arguments: 3, last 'two words'
narrow  3.14 123456789; wide narrow -7; ws
cut off; 2 fields: 12 42
memory functions: right
large frames: 20
guarded read: 12 5
guarded read in C++: 6
steps before the fault: 211
guarded copy: c0000005
raised: 2
jumps: 3, highest bit: 12
mathematics: right
resources: a string of the resources, 8 bytes
library: attached 1, cleanup pending
other thread: 42
this thread: 41
constructed heap
destroyed heap
guid: 1ec38a7a
cfgmgr32: found
library: cleaned up
at exit
destroyed global
TEXT

lacks() { # lacks FILE PATTERN: no line of it matches
    [ -s "$1" ] && ! grep -qi -e "$2" "$1"
}

cat >"$scratch/thrown" <<'TEXT'
destroyed 1
destroyed 2
caught 2
caught inner
made 1, seen 4 times
TEXT

have_wine=no
if wine_start; then have_wine=yes; fi
for profile in dev release; do
    check_status "$profile: all build for both architectures" 0 "$CWDK" build --arch all --profile "$profile"
    for arch in amd64 arm64; do
        for image in selfcheck.exe selfcheck-dll.dll; do
            llvm-readobj-19 --file-headers --coff-load-config --coff-imports target/$arch/$profile/$image \
                >"$scratch/out" 2>&1
            check_output "$profile $arch $image: guard tables" 'CF_FUNCTION_TABLE_PRESENT'
            check_output "$profile $arch $image: load configuration" 'LoadConfigTableSize: 0x140'
            check_output "$profile $arch $image: C runtime of Windows" 'Name: api-ms-win-crt-runtime-l1-1-0.dll'
            check "$profile $arch $image: imports no C runtime that must be redistributed" lacks "$scratch/out" \
                'name: \(msvcrt\|vcruntime\|libgcc\)'
        done
    done
    if [ $have_wine = no ]; then
        skip "$profile: runs under Wine" "wine64 is not installed"
        continue
    fi
    cd target/amd64/$profile || exit 1
    status=0
    wine 20 ./selfcheck.exe one 'two words' >"$scratch/got" 2>&1 || status=$?
    tr -d '\r' <"$scratch/got" >"$scratch/lines"
    check "$profile: every line is right" diff -u "$scratch/wanted" "$scratch/lines"
    check "$profile: the exit status is main's" test "$status" = 7
    wine 20 ./throwing.exe 2>&1 | tr -d '\r' >"$scratch/lines"
    check "$profile: C++ exceptions and local statics work" diff -u "$scratch/thrown" "$scratch/lines"
    status=0
    wine 20 ./selfcheck.exe smash >"$scratch/got" 2>&1 || status=$?
    # STATUS_STACK_BUFFER_OVERRUN, 0xC0000409, of which the last byte arrives here
    check "$profile: a broken stack cookie ends the program" test "$status" = 9
    check "$profile: it had begun" grep -q '^smashing' "$scratch/got"
    check "$profile: it did not go on" lacks "$scratch/got" survived
    cd "$scratch/um" || exit 1
done
tap_done
