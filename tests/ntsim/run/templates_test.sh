#!/bin/sh
# The tests that `cwdk new` makes pass, whatever the seed and the number of processors; each model's, raw and safe; and that of
# the release driver.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1

for kind in kmdf umdf wdm "kmdf --safe" "umdf --safe" "wdm --safe"; do
    model=$(echo "$kind" | tr -d ' ' | tr -s - -)
    # shellcheck disable=SC2086
    check_status "$kind: new" 0 "$CWDK" new "my-$model" --$kind
    for options in "--seed 0" "--seed 1" "--seed 77 --processors 4" "--profile release"; do
        # shellcheck disable=SC2086
        check_status "$kind: its tests pass with $options" 0 "$CWDK" test "my-$model" $options
        check_output "$kind: all of them" '^7 tests: 7 passed, 0 failed'
    done
done
tap_done
