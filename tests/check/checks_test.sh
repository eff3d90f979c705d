#!/bin/sh
# What is said of the safe layer's checks: each marked line, no other, and their number in one line.
. "$CWDK_SOURCE/tests/tap.sh"
cp -r "$CWDK_SOURCE/tests/check/checks" "$scratch/driver"
cd "$scratch/driver" || exit 1

check_status "some are sure to fail" 1 "$CWDK" check --deny SAF6 .
awk '/^error\[/ { code = substr($0, 7, 7); next }
    code && / *--> / { split($2, at, ":"); print at[1], at[2], code; code = "" }' "$scratch/out" | sort -u >"$scratch/found"
awk 'match($0, /\/\* SAF[0-9][0-9][0-9][0-9] \*\//) { print FILENAME, FNR, substr($0, RSTART + 3, 7) }' ./*.c |
    sed 's|^\./||' | sort -u >"$scratch/marked"
if diff "$scratch/marked" "$scratch/found" >"$scratch/wrong"; then ok "findings and marks agree ($(wc -l <"$scratch/marked"))"
else not_ok "findings and marks agree" "$scratch/wrong"; fi
marks() { grep -c "$1\$" "$scratch/marked"; }
for code in SAF6001 SAF6002 SAF6003; do
    check "and there are at least three lines for $code" test "$(marks $code)" -ge 3
done
check_output "and are counted" \
    "^checks: checks of the safe layer: $(marks SAF6003) proven, $(marks SAF6001) at run time, $(marks SAF6002) sure to fail\$"
check_status "those that fail are errors from the start" 1 "$CWDK" check .
check_output "the others are only counted" "^checks: $(marks SAF6002) findings in"
check_status "in SARIF, too" 1 "$CWDK" check --deny SAF6 --format sarif .
check_output "each of them" '"ruleId": "SAF6003"'
check_status "SARIF has their numbers without being asked" 1 "$CWDK" check --format sarif .
check_output "of those that are proven" "\"proven\": $(marks SAF6003),"
check_output "and of the others" "\"runTime\": $(marks SAF6001),"
check "these are told as no results" test "$(grep -c '"ruleId": "SAF600[13]"' "$scratch/out")" = 0
"$CWDK" check --format json --html "$scratch/page.html" . >"$scratch/json" 2>/dev/null
check "JSON has the places of those that are left" \
    test "$(sed -n '/"runTimePlaces"/,/]/p' "$scratch/json" | grep -c '"line"')" = "$(marks SAF6001)"
check "and the page has them" \
    test "$(sed -n '/id="checks"/,/section>/p' "$scratch/page.html" | grep -c '<li')" = "$(marks SAF6001)"
tap_done
