#!/bin/sh
# The examples: each builds for both architectures without a warning, and passes its tests in the simulator, with one and with
# two processors. The safe ones pass them with each of their allocations failing, and with removal and sleep in between, too, give
# the checker nothing to say, and have as many unsafe blocks as their README tells.
#
# examples_test.sh safe|raw: those with the safe profile, or the others; those in Rust are tests/rust's.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cp -r "$CWDK_SOURCE/examples" "$scratch/" || exit 1
cd "$scratch/examples" || exit 1

builds() {
    check_status "$folder builds, for release" 0 "$CWDK" build --release "$folder" "$@"
    check "$folder: for arm64" grep -q ' arm64 .*\.\(sys\|dll\)' "$scratch/out"
    # INF2084: the filter's INF starts a service whose file another package brings.
    check "$folder: without warnings" sh -c "! grep '^warning' '$scratch/out' | grep -qv INF2084"
}
passes() {
    check_status "$folder passes its tests, $*" 0 "$CWDK" test "$folder" "$@"
    check_output "$folder: all of them" '^[1-9][0-9]* tests*: [1-9][0-9]* passed, 0 failed'
}

for yaml in */cwdk.yaml */*/cwdk.yaml */*/*/cwdk.yaml; do
    folder=${yaml%/cwdk.yaml}
    ! grep -q '^rust:' "$yaml" || continue
    kind=raw
    if grep -q '^profile: safe' "$yaml"; then kind=safe; fi
    [ "$kind" = "$1" ] || continue
    if [ "$kind" = safe ]; then builds; else builds --arch arm64; fi
    passes --seed 1
    passes --seed 2 --processors 2
    if [ "$folder" = ramdisk-miniport ]; then # it has no safe twin
        passes --seed 3 --faults
        passes --seed 4 --storm=10
    fi
    [ "$kind" = safe ] || continue
    passes --seed 3 --faults
    passes --seed 4 --storm=10
    check_status "$folder is clean for the checker" 0 "$CWDK" check "$folder"
    found=$(cd "$folder" && sed -n 's/^sources: \[\(.*\)\]$/\1/p' cwdk.yaml | xargs grep -c 'WDK_UNSAFE(')
    told=$(sed -n 's/^Unsafe blocks: \([0-9]*\).*/\1/p' "$folder/README.md" "$folder/../README.md" "$folder/../../README.md" 2>/dev/null | head -n 1)
    check "$folder: $found unsafe blocks, as its README says (${told:-nothing})" [ "$found" = "$told" ]
done
tap_done
