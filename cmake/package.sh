#!/bin/sh
# package.sh BUILD-FOLDER OUT-FOLDER: the Debian package and the archive of what is built there, with their checksums.
set -eu
build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-package-XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
cpack --config "$build/CPackConfig.cmake" -B "$work/made" >"$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; exit 3; }
mv "$work"/made/cwdk* "$out/"
