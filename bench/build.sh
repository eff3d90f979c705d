#!/bin/sh
# What `cwdk build` costs over the tools it runs. Figures promised: from clean at most 1.25 times the bare compiler and linker
# on the same sources with the same flags, two commands at a time; with nothing to do at most 50 ms over ninja itself.
# CWDK names the tool. Prints one line a figure; status 1 where a promise is broken. Not for a machine busy with other things.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
. "$CWDK_SOURCE/bench/timing"
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/home" # a test identity of its own
cd "$work"

for model in kmdf wdm umdf; do "$CWDK" new "bench-$model" "--$model" >/dev/null; done
"$CWDK" build >/dev/null # makes the identity, warms the disk's cache, writes the Ninja file

# The compiler's and linker's own commands of that build, without what cwdk adds after and between them.
ninja -f target/build.ninja -t commands >all-commands
grep '^clang-19 .* /c ' all-commands >compile
grep '^lld-link-19 ' all-commands >links
grep -o 'target/[^ ]*/' compile | sort -u >folders
cp -r target reference

# run_all FILE: each line is a command; two at a time.
run_all() { tr '\n' '\0' <"$1" | xargs -0 -n 1 -P 2 sh -c; }

bare() {
    run_all compile
    run_all links
}

# What the commands read besides sources: folders, resources, the overlay.
prepare_bare_folders() {
    mkdir -p target
    find reference -type d | sed 's/^reference/target/' | xargs mkdir -p
    find reference -name '*.res' | while read -r file; do cp "$file" "target/${file#reference/}"; done
    cp reference/include.vfs.yaml target/
}

from_clean() { rm -rf target; }
bare_clean() { rm -rf target; prepare_bare_folders; }

failed=0
bare_time=$(least 5 bare_clean bare)
built=$(least 5 from_clean "$CWDK" build -j 2)
compiled=$(least 5 from_clean "$CWDK" build -j 2 --sign-mode off)
echo "build from clean: $((built / 1000)) ms signed, $((compiled / 1000)) ms unsigned; bare clang and lld: $((bare_time / 1000)) ms;" \
    "ratio $(ratio "$built" "$bare_time") and $(ratio "$compiled" "$bare_time") (promised: 1.25)"
awk -v a="$built" -v b="$bare_time" 'BEGIN { exit !(a > 1.25 * b) }' && failed=1

"$CWDK" build >/dev/null
null=$(least 20 nothing "$CWDK" build)
ninja=$(least 20 nothing ninja -f target/build.ninja)
echo "build with nothing to do: $(ratio "$null" 1000) ms, ninja itself $(ratio "$ninja" 1000) ms: $(ratio $((null - ninja)) 1000) ms over it (promised: 50)"
[ $((null - ninja)) -le 50000 ] || failed=1
exit $failed
