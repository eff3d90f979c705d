#!/bin/sh
# What Microsoft's public samples use is there: CWDK_FACTS names a folder with ddi-usage.tsv, a table of names and of the sample
# folders that each is used in (name, kind, header, files, folders). Each name that two folders use or more stands in a header of
# the kit, or in usage_absent.txt with the reason for its family.
. "$CWDK_SOURCE/tests/tap.sh"

if [ ! -f "${CWDK_FACTS:-}/ddi-usage.tsv" ]; then
    echo "ok 1 - the kit has what the samples use # SKIP CWDK_FACTS names no folder with ddi-usage.tsv"
    echo 1..1
    exit 0
fi
export LC_ALL=C
awk -F'\t' 'NR > 1 && $5 >= 2 { print $1 }' "$CWDK_FACTS/ddi-usage.tsv" | sort -u >"$scratch/used"

# The words of the headers, without comments, and the names that their macros paste together.
find "$CWDK_SOURCE/sdk/include" -type f -exec cat {} + |
    awk '{
        line = comment ? "*" $0 : $0
        if (comment && !sub(/^.*\*\//, "", line)) next
        comment = 0
        gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, " ", line)
        if (sub(/\/\*.*/, "", line)) comment = 1
        sub(/\/\/.*/, "", line)
        print line
    }' | tr -cs 'A-Za-z0-9_' '\n' >"$scratch/words"
cut -f 1 "$CWDK_BUILD/share/cwdk/sdk/names.tsv" >>"$scratch/words"
sort -u -o "$scratch/words" "$scratch/words"

# "= reason" begins a family; names follow, several a line.
grep -v '^=' "$CWDK_SOURCE/tests/sdk/usage_absent.txt" | tr -s ' ' '\n' | sed '/^$/d' | sort >"$scratch/absent"

comm -23 "$scratch/used" "$scratch/words" >"$scratch/missing"
check "the table was read" test -s "$scratch/used"
check "what two samples use is there, or a reason why not" sh -c "! comm -23 '$scratch/missing' '$scratch/absent' | grep ."
check "each exception is for a name that is missing" sh -c "! comm -13 '$scratch/missing' '$scratch/absent' | grep ."
# shellcheck disable=SC2016
check "each has a reason" awk '/^=/ { reason = length($0) > 10; next } NF && !reason { bad = 1 } END { exit bad }' \
    "$CWDK_SOURCE/tests/sdk/usage_absent.txt"
check "no name stands twice" sh -c "! uniq -d '$scratch/absent' | grep ."
tap_done
