#!/bin/sh
# The forms of the report, and what the command says of wrong use.
# shellcheck disable=SC2016 # quoted marks and scripts are meant as they stand
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/driver"
cd "$scratch/driver" || exit 1
cp "$CWDK_SOURCE/tests/check/fixtures/fixtures.h" "$CWDK_SOURCE/tests/check/fixtures/cwdk.yaml" .
cp "$CWDK_SOURCE/tests/check/fixtures/double_free.c" .
marks=$(grep -c "/\* CHK1002" double_free.c)

check_status "text: findings end with status 1" 1 "$CWDK" check .
check_output "the claim comes first" '^error\[CHK1002\]: `p` is freed a second time$'
check_output "then the place" '^ *--> double_free.c:6:5$'
check_output "the line is underlined" '^ *| *^^*  *already freed on this path$'
check_output "steps inside of a call are indented" '^ *1\. double_free.c:11: the memory is freed by ExFreePoolWithTag$'
check_output "what to change comes last" '= help: leave one of the two out'

check_status "sarif: the same status" 1 sh -c '"$CWDK" check --format sarif . 2>"$1"/said >"$1"/sarif' sh "$scratch"
check "sarif: one result for each finding" test "$(grep -c '"ruleId"' "$scratch/sarif")" = "$marks"
check "sarif: its version" grep -q '"version": "2.1.0"' "$scratch/sarif"
check "sarif: how many there are is said beside it" grep -q "fixtures: $marks findings" "$scratch/said"
check_status "json: the same status" 1 sh -c '"$CWDK" check --format json . 2>&1 >"$1"/json' sh "$scratch"
check "json: one object for each finding" test "$(grep -c '"fingerprint"' "$scratch/json")" = "$marks"

grep '"fingerprint"' "$scratch/json" | sort >"$scratch/before"
sed '1i /* moved down */' double_free.c >moved && mv moved double_free.c
"$CWDK" check --format json . 2>/dev/null | grep '"fingerprint"' | sort >"$scratch/after"
check "fingerprints stay when lines move" cmp "$scratch/before" "$scratch/after"

rm double_free.c
printf '#include "fixtures.h"\nULONG Fine(ULONG x)\n{\n    return x + 1;\n}\n' >fine.c
check_status "a healthy driver: status 0" 0 "$CWDK" check .
check_output "and it says so" '^fixtures: 0 findings in'
printf 'ULONG Broken(' >broken.c
check_status "what does not compile: status 1, as of a build" 1 "$CWDK" check .
check_output "the compiler tells" 'broken.c'
check_status "an unknown format is wrong usage" 2 "$CWDK" check --format html .
tap_done
