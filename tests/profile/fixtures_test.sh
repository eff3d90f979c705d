#!/bin/sh
# What breaks a rule of the safe profile is found where it is marked, and nothing else is. All fixtures are one driver.
. "$CWDK_SOURCE/tests/tap.sh"
cp -r "$CWDK_SOURCE/tests/profile/fixtures" "$scratch/driver"
cd "$scratch/driver" || exit 1

check_status "the fixtures have findings" 1 "$CWDK" check .
awk '/^error\[/ { code = substr($0, 7, 7); next }
    code ~ /^SAF/ && / *--> / { split($2, at, ":"); print at[1], at[2], code; code = "" }' "$scratch/out" | sort -u >"$scratch/found"
awk '{ line = $0; while (match(line, /SAF[0-9][0-9][0-9][0-9]/)) {
           print FILENAME, FNR, substr(line, RSTART, 7); line = substr(line, RSTART + 7) } }' ./*.c |
    sed 's,^\./,,' | sort -u >"$scratch/marked"

for file in *.c; do
    grep "^$file " "$scratch/marked" >"$scratch/want"
    grep "^$file " "$scratch/found" >"$scratch/have"
    { comm -23 "$scratch/want" "$scratch/have" | sed 's/^/missed: /'
      comm -13 "$scratch/want" "$scratch/have" | sed 's/^/extra: /'; } >"$scratch/wrong"
    if [ -s "$scratch/wrong" ]; then not_ok "$file: findings and marks agree" "$scratch/wrong"
    else ok "$file: findings and marks agree ($(wc -l <"$scratch/want"))"; fi
done

# Each code that stands for a rule has a bad line here, and an explanation with a good one.
for code in $(sed -n 's/^CODE(\(SAF[1-4][0-9]*\),.*/\1/p' "$CWDK_SOURCE/cwdk/diag/codes/profile.def"); do
    check "$code has a bad line in the fixtures" grep -q "$code" "$scratch/marked"
    "$CWDK" explain "$code" >"$scratch/explained"
    check "$code is explained by bad and good" sh -c "grep -q 'bad:' '$scratch/explained' && grep -q 'good:' '$scratch/explained'"
done

# The same sources without the profile: nothing of it is said.
sed -i 's/^profile: safe/profile: raw/' cwdk.yaml
"$CWDK" check . >"$scratch/out" 2>&1
check "a raw project is not held to the rules" sh -c "! grep -q 'error.SAF' '$scratch/out'"

# What cwdk new --safe makes keeps all of them, without one unsafe block.
cd "$scratch" || exit 1
for model in kmdf umdf wdm; do
    check_status "$model: a safe driver is made" 0 "$CWDK" new "clean$model" "--$model" --safe
    check_status "$model: it keeps the rules" 0 "$CWDK" check "clean$model"
    check_status "$model: it is within a budget of nothing" 0 "$CWDK" unsafe --budget 0 "clean$model"
    check "$model: it has no unsafe block" grep -q "^clean$model: 0 unsafe blocks, 0 of [1-9][0-9]* code lines" "$scratch/out"
done

# A source of a safe project that is not C.
mkdir "$scratch/cxx" && cd "$scratch/cxx" || exit 1
printf 'name: cxx\nkind: driver\nmodel: wdm\nprofile: safe\nsources: [a.cpp]\n' >cwdk.yaml
printf '#include <ntddk.h>\nextern "C" DRIVER_INITIALIZE DriverEntry;\nextern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT, PUNICODE_STRING) { return 0; }\n' >a.cpp
check_status "C++ in a safe project is refused" 2 "$CWDK" check .
check "by its code" grep -q 'SAF0002' "$scratch/out"
tap_done
