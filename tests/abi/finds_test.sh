#!/bin/sh
# The comparison finds what it is there for, in two made-up headers (fixture/).
. "$CWDK_SOURCE/tests/tap.sh"
fixture=$CWDK_SOURCE/tests/abi/fixture

compare() { # compare GROUP [OTHER-FOLDER]
    "$CWDK_BUILD/bin/abi-compare" "$1" -- -I "$fixture/kit" -- -I "${2:-$fixture/other}"
}
group() { # group ROW...: a group of the made-up headers with these rows
    cp "$fixture/fixture.abi" "$scratch/group.abi"
    printf '%s\n' "$@" >>"$scratch/group.abi"
}
found() { check "found: $1" grep -q -x -F "# differ amd64 $1 |" "$scratch/out"; }

check_status "headers that differ fail" 1 compare "$fixture/fixture.abi"
found "record GROWN | 16 align 8 | 4 align 4"
found "field MOVED.First | at 0 size 4 | at 4 size 4"
found "field MOVED.Second | at 4 size 4 | at 0 size 4"
found "field BITS.High | at 0.3 width 5 | at 0.4 width 4"
found "field PARTS.Deep.Code | at 0 size 2 | at 0 size 4"
found "field TREE.Crown.Left | at 0 size 2 | at 2 size 2"
found "record PACKED | 5 align 1 | 8 align 4"
found "constant FIXTURE_ENUM | 0x3 | 0x4"
found "constant FIXTURE_MACRO | 0x11 | 0x12"
found "constant FIXTURE_EITHER | 0x7 | 0x8"
found "type FIXTURE_LEVEL | u8 | u16"
found "type FIXTURE_SHORT | i16 | u16"
found "sign SIGNS.Count | signed | unsigned"
found "sign SIGNS.Flag | unsigned | signed"
found "sign SIGNS.Bytes | unsigned | signed"
found "type FIXTURE_CALLBACK | i32(p,i16) | i32(p,i32)"
found "function FixtureRoutine | i32(p,i32) | i32(p,i64)"
check "both processors are compared" grep -q '^# differ arm64 record GROWN' "$scratch/out"
check "the sign of a constant is no difference" sh -c "! grep -q FIXTURE_MINUS '$scratch/out'"
check "what is equal is not listed" sh -c "! grep -q SAME '$scratch/out'"
check "counts are told" grep -q \
    '^not ok 1 - fixture on amd64: 8 records, 20 fields, 17 signs, 4 constants, 3 types, 1 functions' "$scratch/out"

check_status "headers agree with themselves" 0 compare "$fixture/fixture.abi" "$fixture/kit"

group 'differ both constant FIXTURE_ENUM | 0x3 | 0x4 | for a test'
check_status "one exception is not all" 1 compare "$scratch/group.abi"
check "but is not listed any more" sh -c "! grep -q FIXTURE_ENUM '$scratch/out'"
check_status "an exception without a difference fails" 1 compare "$scratch/group.abi" "$fixture/kit"
check "and is named" grep -q 'group.abi:2: stale exception: constant FIXTURE_ENUM' "$scratch/out"
group 'differ both constant FIXTURE_ENUM | 0x3 | 0x5 | for a test'
compare "$scratch/group.abi" >"$scratch/out"
check "an exception holds for its two values only" grep -q 'stale exception: constant FIXTURE_ENUM' "$scratch/out"
group 'unlike amd64 PACKED | for a test'
compare "$scratch/group.abi" >"$scratch/out"
check "a record can be excepted as a whole" sh -c "! grep -q 'amd64.* PACKED' '$scratch/out'"
check "on the processor that is named" grep -q 'arm64 record PACKED' "$scratch/out"
check_status "a record excepted without a difference fails" 1 compare "$scratch/group.abi" "$fixture/kit"

mkdir "$scratch/empty" && : >"$scratch/empty/fixture.h"
check_status "nothing compared is a failure" 1 compare "$fixture/fixture.abi" "$scratch/empty"
check "and said" grep -q 'nothing was compared' "$scratch/out"
check_status "a header that is not there is a failure" 1 compare "$fixture/fixture.abi" "$scratch"
group 'differ both constant FIXTURE_ENUM | 0x3 | 0x4'
check_status "an exception without a reason is refused" 2 compare "$scratch/group.abi"
group 'header fixture.h'
check_status "an unknown word is refused" 2 compare "$scratch/group.abi"
tap_done
