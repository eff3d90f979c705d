#!/bin/sh
# What the gallery of the site shows: reports of the drivers of tests/gallery, and the page of cwdk check on its fixtures.
#
#     find.sh FOLDER [PATTERNS...]   all of them, or those of the gallery whose names fit; each PATTERNS, which may be
#                                    several with blanks between, is a run of its own
#
# CWDK is the built tool, CWDK_SOURCE the tree; FIXTURES are the fixtures of the checker, all without it. A report has
# pictures of 64 findings, so the drivers are run in parts.
set -euf
found=$1; shift
[ $# -gt 0 ] || set -- '[a-k]*' '[l-o]*' 'p*' '[q-z]*'
rm -rf "$found"
mkdir -p "$found"
found=$(cd "$found" && pwd)
part=0
for patterns; do
    part=$((part + 1))
    mkdir "$found/$part"
    # shellcheck disable=SC2086 # words
    GALLERY_REPORTS=$found/$part sh "$CWDK_SOURCE/tests/gallery/gallery_test.sh" $patterns >"$found/$part/said" ||
        { cat "$found/$part/said"; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$CWDK_SOURCE/tests/check/fixtures"
set +f
# shellcheck disable=SC2086 # words
cp ./*.h cwdk.yaml ${FIXTURES:-*.c} "$work"
cd "$work"
status=0
"$CWDK" check --html "$found/check.html" . >"$found/said" 2>&1 || status=$?
[ $status -eq 1 ] || { cat "$found/said"; exit 1; }
