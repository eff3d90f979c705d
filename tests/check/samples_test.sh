#!/bin/sh
# Every finding in Microsoft's driver samples is one that was looked at: samples.expected has them all, with a verdict, and
# none that is not found; samples.projects has the drivers that are checked. Of those found at most one in 2,000 lines is
# false, in all samples together and in each area of them (storage, network). CWDK_SAMPLES names the samples' folder.
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/check

# same DESCRIPTION EXPECTED FOUND: both sorted.
same() {
    { comm -23 "$2" "$3" | sed 's/^/not found: /'
      comm -13 "$2" "$3" | sed 's/^/not expected: /'; } >"$scratch/differs"
    if [ -s "$scratch/differs" ]; then not_ok "$1" "$scratch/differs"; else ok "$1"; fi
}

awk -F '\t' '{ n = split($2, at, ", "); for (i = 1; i <= n; i++) print $1 ":" at[i], $3 }' "$here/samples.expected" |
    LC_ALL=C sort >"$scratch/expected"
awk -F '\t' 'NF != 5 || $4 !~ /^(true|false)/ || $5 == "" { print FILENAME ":" FNR ": source, lines, code, verdict, what: " $0 }' \
    "$here/samples.expected" >"$scratch/odd"
if [ -s "$scratch/odd" ]; then not_ok "each finding has a verdict and a reason" "$scratch/odd"
else ok "each finding has a verdict and a reason"; fi

# The promise: of all, and of each sample.
"$here/found" folders | awk -F ' *[|] *' '
    NF > 4 && $3 ~ /^[0-9]+$/ {
        split($2, part, "/")
        lines[part[1]] += $3; lines["all"] += $3; wrong[part[1]] += $5; wrong["all"] += $5
    }
    END { for (area in lines) if (wrong[area] * 2000 > lines[area]) print area ": " wrong[area] " in " lines[area] " lines" }' >"$scratch/odd"
if [ -s "$scratch/odd" ]; then not_ok "at most one finding in 2,000 lines is false" "$scratch/odd"
else ok "at most one finding in 2,000 lines is false"; fi

# docs/found.md has these tables as they are.
for table in findings folders sdv gallery; do
    sed -n "/^<!-- tests\/check\/found $table -->\$/,/^<!-- end -->\$/p" "$CWDK_SOURCE/docs/found.md" | sed '1d;$d' >"$scratch/page"
    "$here/found" "$table" >"$scratch/table"
    check "docs/found.md has what tests/check/found $table prints" diff "$scratch/page" "$scratch/table"
done

if [ -z "${CWDK_SAMPLES:-}" ]; then
    skip "the samples have the findings that were looked at, and no other" "CWDK_SAMPLES is not set"
else
    check "the samples can be checked" "$here/samples" "$CWDK_SAMPLES" "$scratch/samples"
    awk -F '\t' '{ print $1 ":" $2, $3 }' "$scratch/samples/findings" | LC_ALL=C sort >"$scratch/found"
    same "the samples have the findings that were looked at, and no other" "$scratch/expected" "$scratch/found"
    LC_ALL=C sort "$here/samples.projects" >"$scratch/expected"
    LC_ALL=C sort "$scratch/samples/projects" >"$scratch/found"
    same "each C driver is checked, or known not to compile" "$scratch/expected" "$scratch/found"
fi
tap_done
