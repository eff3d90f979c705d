#!/bin/sh
# How many schedules of the echo test are explored in a minute of one core's time: at least 100,000. The processor time of
# all processes counts, children's too, not the clock's, so another's load changes little. CWDK names the tool. Prints one
# line; status 1 where the promise is broken.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cp -r "$CWDK_SOURCE/bench/schedules" "$scratch/echo"
cd "$scratch"

. "$CWDK_SOURCE/bench/processor_time.sh"
spent() { processor_time "$CWDK" test echo --seed 1 --schedules "$1"; }
"$CWDK" test echo --seed 1 >/dev/null # what is built is built
few=$(spent 100)
many=$(spent 5100)
awk -v few="$few" -v many="$many" 'BEGIN {
    rate = 5000 / (many - few) * 60
    printf "schedules of the echo test: %d a minute of one core (promised: 100000)\n", rate
    exit !(rate >= 100000)
}'
