#!/bin/sh
# The gallery: small drivers, each with a defect (bad.c) and without (good.c). The bad one must be found with the code that
# a comment in its source names, at the line of that comment; nothing may be found in the twin.
#
#     NAME/bad.c, NAME/good.c   the drivers; a line that includes gallery_kmdf.h makes them KMDF drivers, one that includes
#                               gallery_pnp.h drivers of a device, and gallery_kmdf_pnp.h KMDF drivers of one
#     NAME/test.c               the test, a TEST, where run.c or run_pnp.c will not do
#     NAME/arguments            further arguments of `cwdk test`, such as --faults, on one line
#     /* VRF0001 */             ends the line where that is to be found; several codes may stand there
#     /* elsewhere: VRF0001 */  that is to be found in another file: a header, or what the kit links with the driver
#
# gallery_test.sh [PATTERN...]: only the entries whose names fit.
# Where GALLERY_REPORTS names a folder, the reports of the runs (cwdk test --report) are left in it.
#
# What would take the time is starting compilers and linkers, so all entries of a model are one driver (entries.c), once as
# it ships and once instrumented; every test has one run of that driver as one of its entries.
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

# The drivers that are to be built, a line each: BUILD MODEL TEST RUN NAME, where a BUILD has a folder, and a RUN is all of
# a BUILD that take the same arguments.
for entry in "$gallery"/*/; do
    entry=${entry%/}
    name=$(basename "$entry")
    wanted "$name" "$@" || continue
    arguments='' build=plain model=wdm test=run.c
    [ -f "$entry/arguments" ] && read -r arguments <"$entry/arguments"
    case $arguments in *--sanitize*) build=sanitize ;; esac
    case $(cat "$entry/bad.c") in
    *'include "../gallery_kmdf.h"'*) model=kmdf ;;
    *'include "../gallery_kmdf_pnp.h"'*) model=kmdf test=run_pnp.c ;;
    *'include "../gallery_pnp.h"'*) test=run_pnp.c ;;
    esac
    [ -f "$entry/test.c" ] && test=$name/test.c
    echo "$build $model $test run$(printf '%s' "$arguments" | tr -dc 'a-z0-9') $name $arguments"
done >"$scratch/entries"

# project BUILD MODEL: the project of those entries.
project() {
    folder=$scratch/$1/$2
    awk -v build="$1" -v model="$2" '$1 == build && $2 == model { print $3, $4 "_" $5 "_bad", $5 "/bad.c"
        print $3, $4 "_" $5 "_good", $5 "/good.c" }' "$scratch/entries" >"$scratch/drivers"
    [ -s "$scratch/drivers" ] || return 0
    mkdir -p "$folder"
    cp -r "$gallery"/. "$folder"
    mkdir "$folder/tests"
    awk '{ print "ENTRY(" $2 ")" }' "$scratch/drivers" >"$folder/entries.inc"
    awk -v folder="$folder/tests/" '
        { file = $1; gsub("/", "_", file); file = folder file
          if (!(file in seen)) print "#define GALLERY_MANY\n#include \"../" $1 "\"" >file
          seen[file] = 1
          print "GALLERY_ENTRY(" $2 ", " NR - 1 ")" >file }' "$scratch/drivers"
    sed "s/NAME/gallery-$2/g" "$gallery/gallery.inx" >"$folder/gallery.inx"
    awk -v model="$2" '
        { sources = sources ", " $3; files = files "  " $3 ": {defines: [DriverEntry=" $2 "]}\n" }
        END {
            print "name: gallery-" model "\nkind: driver\nmodel: " model "\nversion: 1.0.0.0\nprovider: Gallery"
            print "description: The gallery\ninf: gallery.inx\nsources: [entries.c" sources "]\nfiles:"
            printf "%s", files
        }' "$scratch/drivers" >"$folder/cwdk.yaml"
}

# What became of the tests, a line each: TEST "passed" or "failed", and TEST CODE FILE:LINE for each finding.
results() {
    awk 'function attribute(name, text) {
             text = $0
             return sub(".* " name "=\"", "", text) && sub("\".*", "", text) ? text : ""
         }
         /<testcase / { test = attribute("name"); print test, "passed" }
         /<(failure|error) / { print test, "failed" }
         /<property name="finding"/ {
             split(attribute("value"), word, " "); n = split(word[2], part, /[\\\/]/)
             print test, word[1], part[n] ~ /^bad[.]c:/ ? part[n - 1] "/" part[n] : "elsewhere"
         }' "$1"
}

for build in plain sanitize; do
    project $build wdm
    project $build kmdf
    [ -d "$scratch/$build" ] || continue
    awk -v build=$build '$1 == build { name = $4; $1 = $2 = $3 = $4 = $5 = ""; print name, $0 }' "$scratch/entries" |
        sort -u >"$scratch/runs"
    while read -r run arguments; do
        # shellcheck disable=SC2086
        (cd "$scratch/$build" && "$CWDK" test . "${run}_*" --seed 1 --junit results.xml \
            ${GALLERY_REPORTS:+--report "$GALLERY_REPORTS/$build-$run.json"} $arguments) \
            >"$scratch/$run.report" 2>&1 </dev/null
        if [ -f "$scratch/$build/results.xml" ]; then
            results "$scratch/$build/results.xml" | sort -u >"$scratch/$run.results"
            rm "$scratch/$build/results.xml"
        fi
    done <"$scratch/runs"
done

# What is expected, as in the results.
awk 'match($0, /\/\* (elsewhere: )?([A-Z]+[0-9]+ )+\*\/$/) {
         n = split(FILENAME, part, "/"); name = part[n - 1]; n = split(substr($0, RSTART), word, " ")
         at = word[2] == "elsewhere:" ? "elsewhere" : name "/bad.c:" FNR
         for (i = at == "elsewhere" ? 3 : 2; i < n; i++) print name, word[i], at
     }' "$gallery"/*/bad.c | sort -u >"$scratch/expected"
cat "$scratch"/run*.results >"$scratch/results" 2>/dev/null

# The verdicts, two lines an entry: "ok", "not_ok" or, where it did not run, "absent"; RUN TEST; and what is to be said.
awk 'kind == "expected" { expected[$1] = expected[$1] " " $2 " " $3; next }
     kind == "results" { if ($2 == "passed" || $2 == "failed") state[$1] = state[$1] $2
                         else found[$1] = found[$1] " " $2 " " $3
                         next }
     {
         bad = $4 "_" $5 "_bad"; good = $4 "_" $5 "_good"
         print !state[bad] ? "absent" : expected[$5] != "" && found[bad] == expected[$5] ? "ok" : "not_ok", $4, bad,
               $5 ":" expected[$5]
         print !state[good] ? "absent" : state[good] == "passed" && found[good] == "" ? "ok" : "not_ok", $4, good,
               $5 ": its twin raises nothing"
     }' kind=expected "$scratch/expected" kind=results "$scratch/results" kind=entries "$scratch/entries" >"$scratch/verdicts"

# Found, or why not: what was printed of the test.
while read -r verdict run test what; do
    case $verdict in
    ok) ok "$what" ;;
    absent) not_ok "$what (did not build or run)" "$scratch/$run.report"
            : >"$scratch/$run.report" ;; # once will do
    *) awk -v name="$test" '/^  [^ ]/ { on = $2 == name } on' "$scratch/$run.report" >"$scratch/detail"
       not_ok "$what" "$scratch/detail" ;;
    esac
done <"$scratch/verdicts"
tap_done
