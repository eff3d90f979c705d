#!/bin/sh
# Every INF of Microsoft's driver samples gets its catalog once the files it copies are there. CWDK_SAMPLES names the folder
# of the samples.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
if [ -z "${CWDK_SAMPLES:-}" ]; then
    skip "catalogs for the INFs of Microsoft's samples" "CWDK_SAMPLES names no folder"
    tap_done
    exit
fi
cd "$scratch" || exit 2

# catalog_for INF: stamps it into one/, makes each file that it asks for, and its catalog.
catalog_for() {
    rm -rf one
    mkdir one
    name=$(basename "$1")
    name=${name%.*}.inf
    "$CWDK" stamp "$1" "one/$name" --arch amd64 --kmdf 1.33 --umdf 2.33 --default-catalog=x.cat || return
    "$CWDK" catalog one --inf "one/$name" --arch amd64 && return
    "$CWDK" catalog one --inf "one/$name" --arch amd64 2>&1 |
        sed -n "s/.*CAT1001\]: the INF copies '\([^']*\)'.*/\1/p" >wanted
    while read -r file; do
        mkdir -p "one/$(dirname "$file")"
        echo "$file" >"one/$file"
    done <wanted
    "$CWDK" catalog one --inf "one/$name" --arch amd64
}

find "$CWDK_SAMPLES" -iname '*.in[fx]' | sort >infs
count=0
failed=0
while read -r inf; do
    # An autorun.inf is for the shell, not for SetupAPI.
    case $inf in */[Aa]utorun.inf) continue ;; esac
    count=$((count + 1))
    if ! catalog_for "$inf" >out 2>&1; then
        failed=$((failed + 1))
        echo "# $inf"
        sed 's/^/#   /' out
    fi
done <infs
check "the samples have INFs" test "$count" -gt 100
check "all $count get a catalog" test "$failed" = 0
tap_done
