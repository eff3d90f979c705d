#!/bin/sh
# What `cwdk check` finds in the verifier's gallery (tests/gallery) without running it, and what it costs. Promised: no
# finding in any of the healthy twins; at most 1.5 times what compiling and linking for release takes on the serial driver
# of Microsoft's samples (CWDK_SAMPLES names their folder), and of that at most 0.3 times when nothing changed, or one source.
# CWDK names the tool. Prints one line a figure; status 1 where a promise is broken. Not for a machine busy with other things.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/home" CCACHE_DISABLE=1
failed=0

sh "$CWDK_SOURCE/tests/check/gallery" >"$work/found" || exit 2
all=$(find "$CWDK_SOURCE/tests/gallery" -name bad.c | wc -l)
found=$(grep -c ' bad ' "$work/found") || true
false=$(grep -c ' good ' "$work/found") || true
awk '$2 == "bad" { printf "%s ", $1 }' "$work/found" | sed 's/^/gallery, found without running it: /; s/$/\n/'
echo "gallery: a finding in $found of $all drivers with a defect, in $false of their healthy twins"
[ "$all" -gt 0 ] && [ "$false" -eq 0 ] || failed=1

seconds() { # seconds COMMAND...: how long it takes
    start=$(date +%s.%N)
    "$@" >/dev/null 2>&1 || true
    echo "$start $(date +%s.%N)" | awk '{ printf "%.2f", $2 - $1 }'
}

if [ -z "${CWDK_SAMPLES:-}" ]; then
    echo "speed: left out, CWDK_SAMPLES is not set"
    exit $failed
fi
cp -r "$CWDK_SAMPLES/serial/serial" "$work/serial"
cd "$work/serial"
build=$(seconds "$CWDK" build --arch amd64 --profile release --sign-mode off)
"$CWDK" clean >/dev/null
first=$(seconds "$CWDK" check)
again=$(seconds "$CWDK" check)
printf 'ULONG AddedByBench(ULONG x)\n{\n    return x + 1;\n}\n' >>read.c
changed=$(seconds "$CWDK" check)
echo "speed: serial, $(cat ./*.c | wc -l) lines: build $build s, check $first s, check again $again s, with a function more $changed s"
echo "$build $first $again $changed" | awk '{ exit !($2 <= 1.5 * $1 && $3 <= 0.3 * $2 && $4 <= 0.3 * $2) }' || failed=1
exit $failed
