#!/bin/sh
# Runs a libFuzzer target on its seeds and on for a bounded time: run.sh PROGRAM CORPUS. New inputs are not kept.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/new"
check "$(basename "$1") on $(find "$2" -type f | wc -l) seeds and 10 seconds more" \
    "$1" -max_total_time=10 -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
    -artifact_prefix="$scratch/" "$scratch/new" "$2"
tap_done
