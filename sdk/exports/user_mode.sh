#!/bin/sh
# The rows of exports.tsv for user-mode modules, read from their import libraries: user_mode.sh LIB-FOLDER LIBRARY...
# LIBRARY is a file name below LIB-FOLDER/amd64 and LIB-FOLDER/arm64. First versions are not known: no public list has them.
set -eu
folder=$1; shift
for arch in amd64 arm64; do
    for library in "$@"; do
        llvm-readobj-19 "$folder/$arch/$library"
    done | awk -v arch="$arch" '
        /^File: /  { module = substr($0, 7) }
        /^Export name: / { print tolower(module) "\t" substr($0, 14) "\t" arch "\t\t" }'
done | LC_ALL=C sort -u
