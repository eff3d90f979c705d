#!/bin/sh
# What the safe layer costs, as bench/safe.sh counts it: instructions of two paths, and the code of all twenty for both architectures.
# The counts are the same on every machine.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
check_status "no promise is broken" 0 env TMPDIR="$scratch" sh "$CWDK_SOURCE/bench/safe.sh" some
grep '^[a-z].*raw.*safe' "$scratch/out" >"$scratch/figures" || :
check "four figures are told" [ "$(wc -l <"$scratch/figures")" -eq 4 ]
# The same again, so that a promise which the script forgets to hold is noticed here.
# shellcheck disable=SC2016 # awk's own
check "at most 1.03 times the instructions, 1.05 times the code" awk '
    { sub(/.*raw +/, ""); raw = $1 + 0; safe = $3 + 0
      if (raw < 50 || safe > raw * (raw > 1000 ? 1.05 : 1.03)) bad = 1 }
    END { exit bad || NR == 0 }' "$scratch/figures"
tap_done
