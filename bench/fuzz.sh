#!/bin/sh
# How many executions of the KMDF template cwdk fuzz makes in a second of one core's time: at least 100,000, each from the same
# state, with the verifier and the address checks. The processor time of all processes counts, children's too, not the
# clock's, so another's load changes little. CWDK names the tool. Prints one line; status 1 where the promise is broken.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$CWDK" new echo --kmdf >/dev/null

. "$CWDK_SOURCE/bench/processor_time.sh"
spent() { rm -rf echo/fuzz; processor_time "$CWDK" fuzz echo --seed 1 --runs "$1"; } # from an empty corpus on
spent 1 >/dev/null # what is built is built
few=$(spent 100000)
many=$(spent 600000)
awk -v few="$few" -v many="$many" 'BEGIN {
    rate = 500000 / (many - few)
    printf "fuzzing the KMDF template: %d executions a second of one core (promised: 100000)\n", rate
    exit !(rate >= 100000)
}'
