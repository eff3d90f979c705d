#!/bin/sh
# clang-tidy on one file, unless it has passed just as it is: tidy.sh BUILD CHECKS FILE
#
# CHECKS is added to those of .clang-tidy. What counts is what the compiler makes of the file, comments included (NOLINT), the
# configuration and clang-tidy's version: a stamp in BUILD/tidy has the hash of these since the file passed last.
set -u
build=$1 checks=$2 file=$3

# Its command from compile_commands.json, as one that preprocesses.
preprocess=$(awk -v file="\"$file\"" '/^ *"command": / { command = $0 } /^ *"file": / && index($0, file) { print command; exit }' \
    "$build/compile_commands.json" |
    sed 's/^ *"command": "//; s/",$//; s/\\\(.\)/\1/g; s/ -o [^ ]* -c / -E -CC -o - /')
[ -n "$preprocess" ] || { echo "$file is not compiled in $build"; exit 1; }

stamp=$build/tidy/$(printf '%s' "$file" | tr '/' '%')
hash=$({ cat .clang-tidy ./*/.clang-tidy ./*/*/.clang-tidy 2>/dev/null; echo "$checks"; clang-tidy-19 --version
         cd "$build" && eval "$preprocess"; } 2>&1 | sha256sum)
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$hash" ] && exit 0
rm -f "$stamp"
clang-tidy-19 --quiet -p "$build" ${checks:+"--checks=$checks"} "$file" || exit
mkdir -p "$build/tidy"
printf '%s\n' "$hash" >"$stamp"
