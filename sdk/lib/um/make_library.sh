#!/bin/sh
# make_library.sh GNU_LIBRARY ARCHIVE.a NAME OUTPUT-FOLDER [MORE.def]
# Writes OUTPUT-FOLDER/{amd64,arm64}/NAME.lib: the imports and constants of mingw-w64's ARCHIVE.a, and the imports of MORE.def, in
# Microsoft's form.
set -eu
gnu_library=$1 archive=$2 name=$3 output=$4 more=${5:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$gnu_library" "$archive" "$work"
[ -z "$more" ] || cp "$more" "$work/more.def"
cd "$work"
for arch in amd64 arm64; do
    case $arch in
    amd64) machine=i386:x86-64 target=x86_64-pc-windows-msvc ;;
    arm64) machine=arm64 target=aarch64-pc-windows-msvc ;;
    esac
    parts=
    for def in ./*.def; do
        [ -f "$def" ] || continue
        llvm-dlltool-19 -m "$machine" -d "$def" -l "${def%.def}.$arch.lib"
        parts="$parts ${def%.def}.$arch.lib"
    done
    if [ -f guids.s ]; then
        clang-19 --target="$target" -mno-incremental-linker-compatible -c guids.s -o "guids.$arch.obj"
        parts="$parts guids.$arch.obj"
    fi
    # Names of DLLs hold no spaces.
    # shellcheck disable=SC2086
    llvm-lib-19 /nologo /llvmlibempty /out:"$arch.lib" $parts
    mkdir -p "$output/$arch"
    mv "$arch.lib" "$output/$arch/$name.lib"
done
