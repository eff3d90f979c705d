#!/bin/sh
# Every marked line has its finding, and no other line has one. All fixtures are one driver, so one run checks them.
. "$CWDK_SOURCE/tests/tap.sh"
fixtures=$CWDK_SOURCE/tests/check/fixtures
cp -r "$fixtures" "$scratch/driver"
cd "$scratch/driver" || exit 1

check_status "the fixtures have findings" 1 "$CWDK" check --deny all .
cp "$scratch/out" "$scratch/all"
check_status "so has the driver that waits for nothing" 1 "$CWDK" check unload
cat "$scratch/out" >>"$scratch/all"
check_status "so has the one that leaves things behind" 1 "$CWDK" check left
cat "$scratch/out" >>"$scratch/all"
check_status "and the one with a queue that is serialised" 1 "$CWDK" check serial
cat "$scratch/out" >>"$scratch/all"
check_status "and the one with levels that do not fit" 1 "$CWDK" check scopes
cat "$scratch/out" >>"$scratch/all"
check_status "and the one whose routines do not all have the remove lock" 1 "$CWDK" check removed
cat "$scratch/out" >>"$scratch/all"
check_status "and the one whose callbacks change data at once" 1 "$CWDK" check races
cat "$scratch/all" >>"$scratch/out"
awk '/^error\[CHK/ { code = substr($0, 7, 7); next }
    code && / *--> / { split($2, at, ":"); print at[1], at[2], code; code = "" }' "$scratch/out" | sort -u >"$scratch/found"
# What the comments say of each code: a defect on this line, or a twin below; the last word is the line where the function
# begins in which, or directly above which, the comment is, and 0 where there is none.
awk 'FNR == 1 { inside = twin = n = 0 }
    /Twin of CHK/ { twin = 1 }
    {
        line = $0
        while (match(line, /CHK[0-9][0-9][0-9][0-9]/)) {
            said[++n] = (twin ? "twin " : "defect ") FILENAME " " FNR " " substr(line, RSTART, 7)
            line = substr(line, RSTART + 7)
        }
    }
    twin && /\*\// { twin = 0 }
    /^\{/ { inside = FNR }
    inside || /^$/ { for (i = 1; i <= n; i++) print said[i], inside; n = 0 }
    /^\}/ { inside = 0 }' ./*.c ./*/*.c | sed 's, \./, ,' >"$scratch/said"
awk '$1 == "defect" { print $2, $3, $4 }' "$scratch/said" | sort -u >"$scratch/marked"

for file in *.c */*.c; do
    grep "^$file " "$scratch/marked" >"$scratch/want"
    grep "^$file " "$scratch/found" >"$scratch/have"
    { comm -23 "$scratch/want" "$scratch/have" | sed 's/^/missed: /'
      comm -13 "$scratch/want" "$scratch/have" | sed 's/^/extra: /'; } >"$scratch/wrong"
    if [ -s "$scratch/wrong" ]; then not_ok "$file: findings and marks agree" "$scratch/wrong"
    else ok "$file: findings and marks agree ($(wc -l <"$scratch/want"))"; fi
done
# Each rule has three defects, and three functions of which a comment says that they are its healthy twins.
"$CWDK" explain --list | sed -n 's/^\(CHK[1-9][0-9]*\).*/\1/p' | sort -u >"$scratch/rules"
awk 'NR == FNR { rule[$1] = 1; next }
    $1 == "defect" { defects[$4]++; marked[$2 ":" $5, $4] = 1; next }
    !($4 in rule) { print $2 ":" $3 ": a twin of " $4 ", which is no rule" }
    !$5 { print $2 ":" $3 ": a twin of " $4 " that is no function"; next }
    !(($2 ":" $5, $4) in twin) { twin[$2 ":" $5, $4] = 1; twins[$4]++ }
    END {
        for (both in twin)
            if (both in marked) {
                split(both, at, SUBSEP)
                print at[1] ": a twin of " at[2] ", and marked as its defect"
            }
        for (code in rule)
            if (defects[code] < 3 || twins[code] < 3)
                print code ": defects " defects[code] + 0 ", twins " twins[code] + 0
    }' "$scratch/rules" "$scratch/said" | sort >"$scratch/few"
if [ -s "$scratch/few" ]; then not_ok "each rule has three defects and three healthy twins" "$scratch/few"
else ok "each rule has three defects and three healthy twins ($(wc -l <"$scratch/rules") rules)"; fi
tap_done
