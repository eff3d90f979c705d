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
awk '{ line = $0; while (match(line, /CHK[0-9][0-9][0-9][0-9]/)) {
           print FILENAME, FNR, substr(line, RSTART, 7); line = substr(line, RSTART + 7) } }' ./*.c ./*/*.c |
    sed 's,^\./,,' | sort -u >"$scratch/marked"

for file in *.c */*.c; do
    grep "^$file " "$scratch/marked" >"$scratch/want"
    grep "^$file " "$scratch/found" >"$scratch/have"
    { comm -23 "$scratch/want" "$scratch/have" | sed 's/^/missed: /'
      comm -13 "$scratch/want" "$scratch/have" | sed 's/^/extra: /'; } >"$scratch/wrong"
    if [ -s "$scratch/wrong" ]; then not_ok "$file: findings and marks agree" "$scratch/wrong"
    else ok "$file: findings and marks agree ($(wc -l <"$scratch/want"))"; fi
done
# Each rule has at least three marks, and three functions without a mark beside them: from `{` to `}` at the margin.
"$CWDK" explain --list | sed -n 's/^\(CHK[1-9][0-9]*\).*/\1/p' | sort -u >"$scratch/rules"
awk '/^\{/ { inside = 1; marked = 0; split("", codes) }
    match($0, /CHK[0-9][0-9][0-9][0-9]/) {
        line = $0
        while (match(line, /CHK[0-9][0-9][0-9][0-9]/)) {
            code = substr(line, RSTART, 7); line = substr(line, RSTART + 7)
            defects[code]++; marked = 1
            if (!((FILENAME, code) in has)) { has[FILENAME, code] = 1; files[code] = files[code] " " FILENAME }
        }
    }
    /^\}/ && inside { inside = 0; if (!marked) healthy[FILENAME]++ }
    END {
        for (code in defects) {
            n = split(files[code], names, " "); twins = 0
            for (i = 1; i <= n; i++) twins += healthy[names[i]]
            print code, defects[code], twins
        }
    }' ./*.c ./*/*.c | sort >"$scratch/counts"
join -a 1 "$scratch/rules" "$scratch/counts" | awk '$2 < 3 || $3 < 3 { print $1 ": defects " $2 + 0 ", healthy functions beside them " $3 + 0 }' >"$scratch/few"
if [ -s "$scratch/few" ]; then not_ok "each rule has three defects and three healthy twins" "$scratch/few"
else ok "each rule has three defects and three healthy twins ($(wc -l <"$scratch/rules") rules)"; fi
tap_done
