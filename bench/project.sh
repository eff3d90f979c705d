#!/bin/sh
# What reading a Visual Studio project costs: `cwdk import`, which evaluates it for each of its configurations, against one run
# of the compiler on an empty source. Promised: less. CWDK names the tool. Not for a machine busy with other things.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
. "$CWDK_SOURCE/bench/timing"
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
cp -r "$CWDK_SOURCE/tests/import/fixture/." "$work"
cd "$work/drv"
: >empty.c

read=$(least 30 nothing "$CWDK" import -o - 'widget drv.vcxproj')
compiled=$(least 30 nothing clang-19 -c -o empty.o empty.c)
echo "reading a .vcxproj: $(ratio "$read" 1000) ms; clang on an empty source: $(ratio "$compiled" 1000) ms;" \
    "ratio $(ratio "$read" "$compiled") (promised: under 1.0)"
[ "$read" -lt "$compiled" ]
