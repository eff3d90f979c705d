#!/bin/sh
# Checks of the safe layer at run time, in the driver that ships: each mistake that the compiler could not see ends in the bug check
# of wdk-panic, which `cwdk test` tells in words, and whose parameters `cwdk explain --bugcheck` takes apart.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cd "$scratch" || exit
"$CWDK" new stops --kmdf >/dev/null || exit
fixtures=$CWDK_SOURCE/tests/wdk/fixtures/stops
cp "$fixtures/queue.c" stops/src/queue.c
cp "$fixtures/tests.c" stops/tests/stops.c


check "what is right passes" "$CWDK" test stops all_is_well
check_status "what is wrong fails" 1 "$CWDK" test stops
cp "$scratch/out" "$scratch/report"

# finds TEST LINE TEXT: the test TEST ends with that text, at that line of queue.c; its parameters say the same.
finds() {
    want="$3; queue.c:$2"
    if grep -qF "$want" "$scratch/report"; then ok "$1: $want"; else not_ok "$1: $want" "$scratch/report"; fi
    sed -n "/$1/,\$p" "$scratch/report" | grep -o '^ *parameter [1-4]: 0x[0-9A-Fa-f]*' | head -4 | sed 's/.*0x//' >"$scratch/parameters"
    # shellcheck disable=SC2046 # four words
    check "$1: its parameters are read" "$CWDK" explain --bugcheck --sources stops $(cat "$scratch/parameters")
    if grep -qF "$want" "$scratch/.check" && grep -q "^  at stops/src/queue.c:$2\$" "$scratch/.check"; then
        ok "$1: they tell the same, and the file"
    else
        not_ok "$1: they tell the same, and the file" "$scratch/.check"
    fi
}
line() { grep -n "$1" "$fixtures/queue.c" | cut -d: -f1; }
finds index_8_of_8 "$(line 'wdk_at(span, number)')" "an index beyond the end: the index is 8, the number of elements is 8"
finds second_completion "$(line '^    return wdk_complete(request, STATUS_SUCCESS);' | head -1)" "a request was used that has been completed or handed on"
finds moved_pointer "$(line 'wdk_not_null(here)')" "something was used that is absent, or has been moved away"
finds sum_256 "$(line 'WDK_ADD')" "arithmetic whose result does not fit: the first operand is 8, the second is 248"
finds narrowed_256 "$(line 'WDK_NARROW')" "a value that does not fit into its new type: the value is 256, the type's size in bytes is 1"

check_status "other parameters are refused" 2 "$CWDK" explain --bugcheck 1 2 3 4
check_status "three are too few" 2 "$CWDK" explain --bugcheck 1 2 3
check_status "a word is no parameter" 2 "$CWDK" explain --bugcheck 1 2 3 x
tap_done
