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

mkdir "$work/gallery"
cp "$CWDK_SOURCE"/tests/gallery/*.h "$work/gallery"
for entry in "$CWDK_SOURCE"/tests/gallery/*/; do
    name=$(basename "$entry")
    for kind in bad good; do
        [ -f "$entry/$kind.c" ] || continue
        model=wdm
        if grep -q 'include "../gallery_kmdf' "$entry/$kind.c"; then model=kmdf; fi
        mkdir -p "$work/gallery/$name-$kind"
        sed 's,"\.\./gallery,"gallery,' "$entry/$kind.c" >"$work/gallery/$name-$kind/$kind.c"
        printf 'name: %s\nmodel: %s\nsources: [%s.c]\nincludes: [..]\n' "$name-$kind" "$model" "$kind" \
            >"$work/gallery/$name-$kind/cwdk.yaml"
    done
done
"$CWDK" check "$work/gallery" >"$work/said" 2>&1 || true
all=$(grep -c '^.*-bad: [0-9]* finding' "$work/said") || true
found=$(grep -c '^.*-bad: [1-9][0-9]* finding' "$work/said") || true
false=$(grep -c '^.*-good: [1-9][0-9]* finding' "$work/said") || true
sed -n 's/^\(.*\)-bad: [1-9][0-9]* finding.*/\1/p' "$work/said" | sort | tr '\n' ' ' | sed 's/^/gallery, found without running it: /; s/$/\n/'
sed -n 's/^\(.*\)-bad: 0 findings.*/\1/p' "$work/said" | sort | tr '\n' ' ' | sed 's/^/gallery, left to the verifier: /; s/$/\n/'
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
