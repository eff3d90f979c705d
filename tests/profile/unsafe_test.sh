#!/bin/sh
# cwdk unsafe: the blocks, their lines and reasons, their share, and the budget.
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/driver" && cd "$scratch/driver" || exit 1
printf 'name: counted\nkind: driver\nmodel: wdm\nprofile: safe\nsources: [a.c, b.c]\n' >cwdk.yaml
cat >shared.h <<'H'
/* 2 code lines, and 5 in the inline function. */
#include <ntddk.h>
#include <wdk/unsafe.h>
static inline ULONG second(const ULONG *p)
{
    ULONG n = 0;
    WDK_UNSAFE("two are there") n = p[1];
    return n; }
H
cat >a.c <<'C'
#include "shared.h"
DRIVER_INITIALIZE DriverEntry;

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    ULONG two[2] = {0, 1}, first = 0;
    UNREFERENCED_PARAMETER(driver);
    UNREFERENCED_PARAMETER(path);
    WDK_UNSAFE("a \"quoted\" reason")
    {
        /* a comment is no line of code */

        const ULONG *p = two + 1;
        first = p[-1];
    }
    return first ? STATUS_UNSUCCESSFUL : (NTSTATUS)second(two);
}
C
printf '#include "shared.h"\nULONG other(void);\nULONG other(void) { const ULONG two[2] = {1, 2}; return second(two); }\n' >b.c

# shared.h has 7 code lines and one of them in its block; a.c 14 and 5; b.c 3.
check_status "the blocks are listed" 0 "$CWDK" unsafe
cat >"$scratch/want" <<'W'
a.c:9: 5 lines in DriverEntry: a "quoted" reason
shared.h:7: 1 line in second: two are there
counted: 2 unsafe blocks, 6 of 24 code lines (25.0%)
W
check "by place, with lines, function, reason and share; a header's once" diff "$scratch/want" "$scratch/out"
check_status "a budget that holds: a share" 0 "$CWDK" unsafe --budget 25%
check_status "a budget that does not: a share" 1 "$CWDK" unsafe --budget 24.9%
check "it is said by its code" grep -q 'SAF5001.*6 unsafe lines (25.0%), and the budget is 24.9%' "$scratch/out"
check_status "a budget that holds: lines" 0 "$CWDK" unsafe --budget 6
check_status "a budget that does not: lines" 1 "$CWDK" unsafe --budget 5
for wrong in x -1 5%% 5k '' nan; do
    check_status "'$wrong' is no budget" 2 "$CWDK" unsafe "--budget=$wrong"
done
cd .. || exit 1
check_status "as JSON" 0 "$CWDK" unsafe --json driver
check_output "the driver, and its figures" '"driver": "counted", "safe_profile": true, "files": 3, "code_lines": 24, "unsafe_lines": 6, "share_percent": 25.000,'
check_output "the blocks, as the user sees the files" '{"file": "driver/a.c", "line": 9, "column": 5, "last_line": 15, "lines": 5, "function": "DriverEntry", "reason": "a \\"quoted\\" reason"},'
sed -i 's/safe$/raw/' driver/cwdk.yaml
check_status "a raw driver has blocks, too" 0 "$CWDK" unsafe driver
check "and is told to be raw" grep -q 'not held to the safe profile' "$scratch/out"
tap_done
