#!/bin/sh
# The gallery: small drivers, each with a defect (bad.c) and without (good.c). The bad one must be found with the code that
# a comment in its source names, at the line of that comment; nothing may be found in the twin.
#
#     NAME/bad.c, NAME/good.c   the drivers; a line that includes gallery_kmdf.h makes them KMDF drivers, one that includes
#                               gallery_pnp.h drivers of a device
#     NAME/test.c               the test, where run.c will not do
#     NAME/arguments            further arguments of `cwdk test`, such as --faults, on one line
#     /* VRF0001 */             ends the line where that is to be found; several codes may stand there
#
# gallery_test.sh [PATTERN...]: only the entries whose names fit. All that take the same arguments are built and run at once.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
gallery=$CWDK_SOURCE/tests/gallery

wanted() { # NAME PATTERN...
    name=$1; shift
    [ $# -eq 0 ] && return 0
    for pattern; do
        # shellcheck disable=SC2254
        case $name in $pattern) return 0 ;; esac
    done
    return 1
}

# project ENTRY KIND FOLDER: a project of its own for one of the two.
project() {
    name=$(basename "$1")
    model=wdm
    grep -q 'include "../gallery_kmdf.h"' "$1/$2.c" && model=kmdf
    mkdir -p "$3/$name-$2/tests"
    cp "$1/$2.c" "$gallery/gallery_test.h" "$3/$name-$2"
    cp "$gallery/gallery_test.h" "$3/$name-$2/tests"
    test=$gallery/run.c inf=
    if grep -q 'include "../gallery_pnp.h"' "$1/$2.c"; then
        test=$gallery/run_pnp.c inf="inf: gallery.inx"
        sed "s/NAME/$name-$2/g" "$gallery/gallery.inx" >"$3/$name-$2/gallery.inx"
    fi
    [ -f "$1/test.c" ] && test=$1/test.c
    cp "$test" "$3/$name-$2/tests/test.c"
    cat >"$3/$name-$2/cwdk.yaml" <<Y
name: $name-$2
kind: driver
model: $model
version: 1.0.0.0
provider: Gallery
description: "$name, $2"
sources: [$2.c]
$inf
Y
}

for entry in "$gallery"/*/; do
    entry=${entry%/}
    wanted "$(basename "$entry")" "$@" || continue
    arguments=$(cat "$entry/arguments" 2>/dev/null)
    run=$scratch/run$(printf '%s' "$arguments" | cksum | cut -d' ' -f1)
    if [ ! -d "$run" ]; then
        mkdir -p "$run"
        cp "$gallery"/gallery*.h "$run"
        printf '%s' "$arguments" >"$run/arguments"
    fi
    project "$entry" bad "$run"
    project "$entry" good "$run"
done

# found RUN SUITE: "CODE FILE:LINE" of each finding in the suite, from the JUnit file.
found() {
    xmllint --xpath "//testsuite[@name='$2']//property[@name='finding']/@value" "$1/results.xml" 2>/dev/null |
        sed -n 's|^ *value="\([A-Z]*[0-9]*\) \([^ ]*[\\/]\)\{0,1\}\([^ \\/]*\) .*|\1 \3|p' | sort -u
}

for run in "$scratch"/run*; do
    [ -d "$run" ] || continue
    # shellcheck disable=SC2046
    (cd "$run" && "$CWDK" test . --seed 1 --junit results.xml $(cat arguments) >report 2>&1)
    if [ ! -f "$run/results.xml" ]; then not_ok "the gallery builds and runs" "$run/report"; continue; fi
    for folder in "$run"/*-bad; do
        name=$(basename "$folder" -bad)
        awk 'match($0, /\/\* ([A-Z]+[0-9]+ )+\*\/$/) { n = split(substr($0, RSTART), word, " ")
             for (i = 2; i < n; i++) print word[i] " bad.c:" NR }' "$folder/bad.c" | sort -u >"$scratch/expected"
        found "$run" "$name-bad" >"$scratch/actual"
        if [ -s "$scratch/expected" ] && cmp -s "$scratch/expected" "$scratch/actual"; then
            ok "$name: $(tr '\n' ' ' <"$scratch/expected")"
        else
            { echo "expected:"; cat "$scratch/expected"; echo "found:"; cat "$scratch/actual"
              awk -v name="$name-bad:" '/^[^ ].*: [0-9]* test/ { on = $1 == name } on' "$run/report"; } >"$scratch/detail"
            not_ok "$name is found" "$scratch/detail"
        fi
        passed=$(xmllint --xpath "count(//testsuite[@name='$name-good']/testcase[not(failure or error)])" "$run/results.xml")
        failed=$(xmllint --xpath "count(//testsuite[@name='$name-good']/testcase[failure or error])" "$run/results.xml")
        found "$run" "$name-good" >"$scratch/actual"
        if [ "$passed" -gt 0 ] && [ "$failed" = 0 ] && [ ! -s "$scratch/actual" ]; then
            ok "$name: its twin raises nothing"
        else
            awk -v name="$name-good:" '/^[^ ].*: [0-9]* test/ { on = $1 == name } on' "$run/report" >"$scratch/detail"
            not_ok "$name: its twin raises nothing" "$scratch/detail"
        fi
    done
done
tap_done
