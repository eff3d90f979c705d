#!/bin/sh
# gallery_test.sh wdm | kmdf: what is found in the verifier's gallery without running it is what tests/gallery/checked says,
# by code, and nothing is found in the healthy twins. A rule that finds more changes that file:
#
#     for model in wdm kmdf; do tests/check/gallery $model; done | sort >tests/gallery/checked
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/check
"$here/gallery" "$1" >"$scratch/found" 2>"$scratch/errors" || cat "$scratch/errors" >>"$scratch/found"
while read -r entry kind codes; do
    case $(grep -l 'include "../gallery_kmdf' "$CWDK_SOURCE/tests/gallery/$entry/$kind.c") in
    '') model=wdm ;;
    *) model=kmdf ;;
    esac
    [ "$model" = "$1" ] && echo "$entry $kind $codes"
done <"$CWDK_SOURCE/tests/gallery/checked" >"$scratch/expected"
check "$1: what tests/gallery/checked names is found, and nothing else" diff "$scratch/expected" "$scratch/found"
check "$1: nothing is found in the twins" sh -c "! grep ' good ' '$scratch/found'"
tap_done
