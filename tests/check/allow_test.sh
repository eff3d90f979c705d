#!/bin/sh
# What findings become: allowed by comments, known from a baseline, errors or warnings by the options. And that they stay
# the same findings when lines move.
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/driver"
cd "$scratch/driver" || exit 1
cp "$CWDK_SOURCE/tests/check/fixtures/fixtures.h" "$CWDK_SOURCE/tests/check/fixtures/cwdk.yaml" .

cat >old.c <<'END'
#include "fixtures.h"
void Twice(PVOID p)
{
    ExFreePoolWithTag(p, TAG);
    ExFreePoolWithTag(p, TAG);
}
NTSTATUS Lost(ULONG size)
{
    PVOID p = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, TAG);
    if (!p)
        return STATUS_INSUFFICIENT_RESOURCES;
    return STATUS_SUCCESS;
}
void TwiceTwice(PVOID p, PVOID q)
{
    ExFreePoolWithTag(p, TAG);
    if (q) {
        ExFreePoolWithTag(p, TAG);
        return;
    }
    ExFreePoolWithTag(p, TAG);
}
END
cp old.c first.c.txt
fingerprints() { "$CWDK" check --format json . 2>/dev/null | sed -n 's/.*"fingerprint": //p' | sort; }

check_status "four findings" 1 "$CWDK" check .
check_output "none of them allowed" '^fixtures: 4 findings in'
fingerprints >"$scratch/before"
check "each has a fingerprint of its own, equal lines of one function too" test "$(sort -u <"$scratch/before" | wc -l)" = 4
awk '{ print } NR % 2 { print ""; print "/* a line that was not there */" }' first.c.txt >old.c
fingerprints >"$scratch/after"
check "fingerprints stay when lines are put between all others" cmp "$scratch/before" "$scratch/after"
sed 's/^    /\t/' first.c.txt >old.c
fingerprints >"$scratch/after"
check "and when the lines are indented otherwise" cmp "$scratch/before" "$scratch/after"

# Baselines.
cp first.c.txt old.c
check_status "a baseline is written" 0 "$CWDK" check --write-baseline base.json .
check_output "how much is in it is said" '^base.json: 4 findings$'
check_status "with it nothing is told" 0 "$CWDK" check --baseline base.json .
check_output "but counted" '^fixtures: 0 findings, 4 known before in'
cat >>old.c <<'END'
void New(PVOID p)
{
    ExFreePoolWithTag(p, TAG);
    ExFreePoolWithTag(p, TAG);
}
END
sed -i '1i /* moved down */' old.c
check_status "what is new is told" 1 "$CWDK" check --baseline base.json .
check_output "and only that" '^fixtures: 1 finding, 4 known before in'
check_output "where it is" '--> old.c:27:5$'
"$CWDK" check --format sarif --baseline base.json . >"$scratch/sarif" 2>/dev/null
check "sarif has the known ones, as suppressed" test "$(grep -c '"kind": "external"' "$scratch/sarif")" = 4
check "and the new one as it is" test "$(grep -c '"ruleId"' "$scratch/sarif")" = 5
sed '/^void Twice(/,/^}/d' first.c.txt >old.c
check_status "what is mended is no reason to fail" 0 "$CWDK" check --baseline base.json .
check_output "but told" '^note: 1 finding of base.json is gone'
for file in '{' '[]' '{"baseline": 2, "findings": []}' '{"baseline": 1, "findings": 3}' \
    '{"baseline": 1, "findings": [{"fingerprint": "12"}]}' '{"baseline": 1, "findings": [7]}'; do
    printf '%s' "$file" >broken.json
    check_status "no baseline: $file" 2 "$CWDK" check --baseline broken.json .
    check_output "and it is told which file" '--> broken.json'
done
check_status "a baseline that is not there" 2 "$CWDK" check --baseline missing.json .

# Levels.
cp first.c.txt old.c
check_status "warnings are no reason to fail" 0 "$CWDK" check --warn CHK1 .
check_output "they are told as such" '^warning\[CHK1002\]'
check_output "and counted as such" '^fixtures: 0 findings, 4 warnings in'
check_status "what is allowed is not told; the last option for a rule counts" 1 "$CWDK" check --allow all --deny CHK1003 .
check_output "the rest is" '^fixtures: 1 finding in'
check_status "a rule that there is not" 2 "$CWDK" check --deny CHK9999 .
check_status "nor is the empty name one" 2 "$CWDK" check --allow '' .

# Comments.
cat >old.c <<'END'
#include "fixtures.h"
void Twice(PVOID p)
{
    ExFreePoolWithTag(p, TAG);
    ExFreePoolWithTag(p, TAG); // cwdk: allow(CHK1002) the second pool of this kernel
}
NTSTATUS Lost(ULONG size)
{
    PVOID p = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, TAG);
    if (!p)
        return STATUS_INSUFFICIENT_RESOURCES;
    /* cwdk: allow(chk1003, CHK1004): kept for the crash dump,
       which finds it by its tag */
    return
        STATUS_SUCCESS;
}
void Bare(PVOID p)
{
    ExFreePoolWithTag(p, TAG);
    ExFreePoolWithTag(p, TAG); // cwdk: allow(CHK1002) --
}
void Other(PVOID p)
{
    const char *text = "// cwdk: allow(CHK1002) no comment";
    ExFreePoolWithTag(p, TAG);
    // cwdk: allow(CHK1001) another rule
    ExFreePoolWithTag(p, TAG);
    UNREFERENCED_PARAMETER(text);
}
void Odd(PVOID p)
{
    ExFreePoolWithTag(p, TAG); // cwdk: allow CHK1002 without parentheses
    p = NULL; // cwdk: allow(SAF1001) of another table
    p = NULL; // cwdk: allow(CHK7777) of none
    p = NULL; // cwdk:
}
END
check_status "comments allow, with a reason only" 1 "$CWDK" check .
check_output "two are allowed" '^fixtures: 7 findings, 1 warning, 2 allowed in'
check_output "a comment without a reason is told of" '^error\[CHK0002\]: CHK1002 is allowed here without a reason$'
check_output "at its place" '--> old.c:20:35$'
check_output "and allows nothing" '--> old.c:20:5$'
check_output "one of another rule is not needed" '^warning\[CHK0003\]: nothing needs CHK1001 allowed here$'
check_output "and allows nothing either" '--> old.c:27:5$'
check_output "one that cannot be understood" '--> old.c:32:35$'
check_output "one of the safe profile: what there is for it" 'WDK_UNSAFE'
check_output "one of no rule" '^error\[CHK0004\]: CHK7777 is no rule'
check_output "one that says nothing" '--> old.c:35:18$'
check_status "unused comments can be made errors" 1 "$CWDK" check --allow all --deny CHK0003 .
check_output "that alone" '^fixtures: 1 finding in'
"$CWDK" check --format sarif . >"$scratch/sarif" 2>/dev/null
check "sarif has the reasons" grep -q '"justification": "the second pool of this kernel"' "$scratch/sarif"
tap_done
