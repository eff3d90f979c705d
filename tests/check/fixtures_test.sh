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
check_status "and the one whose queue is serialised" 1 "$CWDK" check serial
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
tap_done
