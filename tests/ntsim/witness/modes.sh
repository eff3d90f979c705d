#!/bin/sh
# Every witness in every mode of `cwdk test`: what is found must be what the table `expected` says, no more and no less.
# Prints a table of witnesses and modes; takes a long time, so it is no part of the ordinary tests.
#
# modes.sh [-m MODE[,MODE...]] [WORD...]: these modes only, and those witnesses with all the WORDs in their line.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/ntsim/witness/prepare.sh"
modes="plain sanitize faults storm schedules races coverage"
if [ "${1:-}" = -m ]; then
    modes=$(echo "$2" | tr ',' ' ')
    shift 2
fi
table=$scratch/table

every_mode() {
    prepare "$2" "$3" "$4" "$5" "$6"
    printf '%-22s' "$1" >>"$table"
    for mode in $modes; do
        begun=$(date +%s)
        if test_in "$mode" "$1"; then
            ok "$1, $mode"
            count=$(grep -c . "$scratch/met")
            [ "$count" = 0 ] && count=-
            printf ' %9s' "$count" >>"$table"
        else
            { cat "$scratch/wrong"; sed -n '/^[^ ].*: [0-9]* tests\{0,1\}, seed/,$p' "$scratch/said" | grep -v '^  pass'; } >"$scratch/detail"
            not_ok "$1, $mode" "$scratch/detail"
            printf ' %9s' FAIL >>"$table"
        fi
        echo "# $(($(date +%s) - begun)) s"
    done
    echo >>"$table"
}

if [ -z "${CWDK_SAMPLES:-}" ]; then
    skip "every witness in every mode" "CWDK_SAMPLES names no checkout of Windows-driver-samples"
else
    {
        printf '%-22s' witness
        for mode in $modes; do printf ' %9s' "$mode"; done
        echo
    } >"$table"
    each_witness every_mode "$@"
    sed 's/^/# /' "$table"
    echo "# -: nothing found; a number: findings, all expected; FAIL: something else"
fi
tap_done
