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

# spent COUNT: seconds of processor time, user and system, that COUNT schedules take.
spent() {
    (
        "$CWDK" test echo --seed 1 --schedules "$1" >report || { cat report >&2; exit 1; }
        times >spent # of the children in line 2; a pipeline would have children of its own
    )
    awk 'NR == 2 {
        for (i = 1; i <= 2; i++) {
            split($i, part, /[ms]/)
            sum += part[1] * 60 + part[2]
        }
        print sum
    }' spent
}
"$CWDK" test echo --seed 1 >/dev/null # what is built is built
few=$(spent 100)
many=$(spent 5100)
awk -v few="$few" -v many="$many" 'BEGIN {
    rate = 5000 / (many - few) * 60
    printf "schedules of the echo test: %d a minute of one core (promised: 100000)\n", rate
    exit !(rate >= 100000)
}'
