#!/bin/sh
# The examples: each builds for both architectures without a warning, passes its tests in the simulator, with one and with
# two processors, with each of its allocations failing, and with removal and sleep in between, and gives the checker nothing to say. How many unsafe blocks the safe ones have is what their README tells.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cp -r "$CWDK_SOURCE/examples" "$scratch/" || exit 1
cd "$scratch/examples" || exit 1

for yaml in */cwdk.yaml */*/cwdk.yaml */*/*/cwdk.yaml; do
    [ -f "$yaml" ] || continue
    folder=${yaml%/cwdk.yaml}
    check_status "$folder builds, for release" 0 "$CWDK" build --release "$folder"
    check "$folder: for amd64" grep -q ' amd64 .*\.\(sys\|dll\)' "$scratch/out"
    check "$folder: for arm64" grep -q ' arm64 .*\.\(sys\|dll\)' "$scratch/out"
    # INF2084: the filter's INF starts a service whose file another package brings.
    check "$folder: without warnings" sh -c "! grep '^warning' '$scratch/out' | grep -qv INF2084"
    for options in "--seed 1" "--seed 2 --processors 2" "--seed 3 --faults" "--seed 4 --storm=10"; do
        # shellcheck disable=SC2086
        check_status "$folder passes its tests, $options" 0 "$CWDK" test "$folder" $options
        check_output "$folder: all of them" '^[1-9][0-9]* tests*: [1-9][0-9]* passed, 0 failed'
    done
    check_status "$folder is clean for the checker" 0 "$CWDK" check "$folder"
    if grep -q '^profile: safe' "$yaml"; then
        found=$("$CWDK" unsafe "$folder" | sed -n "s/^$(sed -n 's/^name: //p' "$yaml"): \([0-9]*\) unsafe block.*/\1/p")
        told=$(sed -n 's/^Unsafe blocks: \([0-9]*\).*/\1/p' "$folder/README.md" "$folder/../README.md" "$folder/../../README.md" 2>/dev/null | head -n 1)
        check "$folder: $found unsafe blocks, as its README says (${told:-nothing})" [ "$found" = "$told" ]
    fi
done
tap_done
