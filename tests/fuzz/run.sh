#!/bin/sh
# Runs a libFuzzer target on its seeds and on for a bounded time: run.sh PROGRAM CORPUS [SEED...]; the corpus may be
# missing where there are seeds. New inputs are not kept.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
program=$1 corpus=$2
shift 2
mkdir "$scratch/new" "$scratch/seeds"
[ -d "$corpus" ] && cp "$corpus"/* "$scratch/seeds"
[ $# -eq 0 ] || cp "$@" "$scratch/seeds"
check "$(basename "$program") on $(find "$scratch/seeds" -type f | wc -l) seeds and 5 seconds more" \
    "$program" -max_total_time=5 -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
    -artifact_prefix="$scratch/" "$scratch/new" "$scratch/seeds"
tap_done
