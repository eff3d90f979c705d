#!/bin/sh
# package_twice.sh OUT-FOLDER: builds the kit's packages twice from nothing, and says whether they are the same bytes. The
# second time all is different that may be: folder, umask, time zone, language, the number of jobs
# and, where faketime is installed, the day. OUT-FOLDER gets what differs, or the packages.
set -eu
out=$1
source=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-twice-XXXXXX")
trap 'rm -rf "$work"' EXIT
: "${SOURCE_DATE_EPOCH:=$(git -C "$source" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH CCACHE_DISABLE=1
clock=
command -v faketime >/dev/null && clock='faketime -f +1234d'

# Both copies at once: of the tracked files, as they are now.
for copy in kit another/place/kit; do
    mkdir -p "$work/$copy/packages"
    (cd "$source" && git ls-files -z | tar --create --null --files-from=-) | tar --extract --directory="$work/$copy"
done

build() { # build COPY JOBS [COMMAND ...]
    folder=$work/$1 jobs=$2
    shift 2
    (
        cd "$folder"
        "$@" cmake -S . -B build -G Ninja -DCMAKE_C_COMPILER=clang-19 -DBUILD_TESTING=OFF >/dev/null
        "$@" ninja -C build -j "$jobs" --quiet
        "$@" sh cmake/package.sh build packages
    )
}

build kit 2
(
    umask 077
    export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 HOME="$work/another/home"
    # shellcheck disable=SC2086 # words
    build another/place/kit 3 $clock
)
status=0
mkdir -p "$out"
for package in "$work"/kit/packages/*; do
    name=${package##*/}
    cmp "$package" "$work/another/place/kit/packages/$name" || status=1
    cp "$package" "$out/$name"
    [ "$status" -eq 0 ] || cp "$work/another/place/kit/packages/$name" "$out/other-$name"
done
[ "$status" -eq 0 ] && echo "the same bytes twice:" || echo "not the same bytes; the second build's are other-* in $out" >&2
cat "$work"/kit/packages/*.sha256
exit $status
