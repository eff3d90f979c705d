#!/bin/sh
# What the safe layer promises: at most 1.03 times the instructions of the raw version of each hot path, counted while the release driver
# runs, and at most 1.05 times its code, on both architectures. CWDK names the tool. Prints a line a figure; status 1 where a
# promise is broken. The figures do not depend on the machine.
#
# safe.sh [some]: of all paths; some: instructions of two of them only, which takes a few seconds.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

"$CWDK" new cost --kmdf >/dev/null
rm -f cost/tests/*.c
cp "$CWDK_SOURCE"/bench/safe/*.h "$CWDK_SOURCE"/bench/safe/raw.c "$CWDK_SOURCE"/bench/safe/safe.c "$CWDK_SOURCE"/bench/safe/queue.c cost/src
cp "$CWDK_SOURCE/bench/safe/cost.c" cost/tests
"$CWDK" test cost --profile release "costs_of_${1:-all}" >report || { cat report; exit 1; }
costs=$(find . -name costs)
"$CWDK" build cost --profile release >/dev/null

# bytes ARCH FILE: of code, what only creates and deletes included.
bytes() {
    llvm-readobj-19 --section-headers "cost/target/$1/release/obj/cost/src/$2.obj" |
        awk '/Name: / { code = ($2 == ".text" || $2 ~ /^\.text\$/) } /RawDataSize/ && code { sum += $2 } END { print sum }'
}
for arch in amd64 arm64; do
    printf 'code %s\t%s\t%s\n' "$arch" "$(bytes $arch raw)" "$(bytes $arch safe)"
done >sizes

awk -F '\t' '
    { limit = FILENAME ~ /sizes$/ ? 1.05 : 1.03
      ratio = $3 / $2
      printf "%-16s raw %6d, safe %6d: %.3f (promised: %.2f)%s\n", $1, $2, $3, ratio, limit, (ratio > limit ? "  BROKEN" : "")
      broken += (ratio > limit) }
    END { exit broken > 0 }' "$costs" sizes
