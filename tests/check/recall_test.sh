#!/bin/sh
# After a change only what depends on it is analysed again, and what is told is what a check from nothing tells: for
# changes of the fixtures that callers see and that they do not, by one process and by several.
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/driver"
cd "$scratch/driver" || exit 1
for name in fixtures.h double_free.c guarded.c ladders.c level.c locks.c neither.c requests.c; do
    cp "$CWDK_SOURCE/tests/check/fixtures/$name" .
done
printf 'name: recalled\nmodel: kmdf\nsources: ["*.c"]\n' >cwdk.yaml
cat >chain.c <<'END'
#include "fixtures.h"
/* calls: Top -> Middle -> Bottom; Beside -> Bottom; Apart calls nothing */
static ULONG Bottom(PVOID p, ULONG n)
{
    if (n > 3)
        ExFreePoolWithTag(p, TAG);
    return 7;
}
static ULONG Middle(PVOID p, ULONG n)
{
    return Bottom(p, n) + 1;
}
void Top(PVOID p)
{
    Middle(p, 4);
    ExFreePoolWithTag(p, TAG);
}
ULONG Beside(PVOID p)
{
    return Bottom(p, 2);
}
ULONG Apart(ULONG n)
{
    return n + 1;
}
END
analysed() { sed -n 's/^note: recalled: \([0-9]*\) of .*/\1/p' "$1"; }
tell() { "$CWDK" check -v "$@" . 2>&1 | grep -v '^\[\|==[0-9]*==\|^ninja\|clang' >told; }
# Whether what is told after a change is told from nothing, too; and how many functions it took.
after() { # after DESCRIPTION NUMBER [OPTION...]: NUMBER functions are analysed at most, and at least one
    what=$1 most=$2
    shift 2
    tell "$@"
    count=$(analysed told)
    sed '/^note: recalled/d' told >warm
    find . -name check.json -exec cp {} "$scratch/kept.json" \; -o -name check.functions -exec cp {} "$scratch/kept.functions" \;
    find . \( -name check.json -o -name check.functions \) -delete
    tell -j 1
    sed '/^note: recalled/d' told >cold
    check "$what: told as from nothing" cmp cold warm
    check "$what: $count functions analysed, $most at most" test "${count:-0}" -ge 1 -a "${count:-9999}" -le "$most"
}

tell -j 1
all=$(analysed told)
check "the first time all are" test "$all" -gt 50
check "the chain's defect is told" grep -q 'chain.c:16' told
cp chain.c as_it_was.c_

sed 's/return 7;/return 8;/' as_it_was.c_ >chain.c
after "a value that callers see changes" 4
sed 's/return n + 1;/return n + 2;/' as_it_was.c_ >chain.c
after "a function that nobody calls changes, and Bottom is as it was" 5
sed 's/n + 1;/n + 3;/; s/^    if (n > 3)/\n\n    if (n > 3)/' as_it_was.c_ >chain.c
after "lines move in a function, its callers are not analysed" 2 -j 2
sed 's/n > 3/n > 4/' as_it_was.c_ >chain.c
after "the defect goes" 5 -j 3
cp as_it_was.c_ chain.c
after "and comes again" 5
sed '1s,^,/* more */\n\n/* lines */\n,' as_it_was.c_ >chain.c
tell
check "what moves as a whole is not analysed again" test "$(analysed told)" = 0
check "and told where it is now" grep -q 'chain.c:19' told
cp as_it_was.c_ chain.c
tell
sed 's/static ULONG Middle(PVOID p, ULONG n)/_Must_inspect_result_ static ULONG Middle(PVOID p, ULONG n)/' as_it_was.c_ >chain.c
after "an annotation" 3

tell
file=$(find . -name check.functions)
cp "$file" "$scratch/whole"
sed '/^note: recalled/d' told >cold
size=$(wc -c <"$file")
spoil() { # spoil DESCRIPTION: the file is changed, and what is told is not
    find . -name check.json -delete
    tell
    sed '/^note: recalled/d' told >warm
    check "$1: told as before" cmp cold warm
    cp "$scratch/whole" "$file"
}
for part in 0 7 40 100 $((size / 3)) $((size - 1)); do
    head -c "$part" "$scratch/whole" >"$file"
    spoil "cut off after $part bytes"
    count=$(analysed told)
    check "the rest is analysed ($count)" test "$count" -ge 1
done
for offset in 3 20 50 100 $((size / 2)) $((size - 9)); do
    printf '\377\001\177' | dd of="$file" bs=1 seek="$offset" conv=notrunc 2>/dev/null
    spoil "altered at $offset"
    check "something is analysed" test "$(analysed told)" -ge 1
done
find . -name check.json -delete
tell
check "whole again: nothing is" test "$(analysed told)" = 0
tap_done
