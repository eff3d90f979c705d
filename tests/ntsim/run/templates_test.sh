#!/bin/sh
# The tests that `cwdk new` makes pass, whatever the seed and the number of processors; each model's.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1

for model in kmdf umdf wdm; do
    check_status "$model: new" 0 "$CWDK" new "my-$model" "--$model"
    for options in "--seed 0" "--seed 1" "--seed 77 --processors 4"; do
        # shellcheck disable=SC2086
        check_status "$model: its tests pass with $options" 0 "$CWDK" test "my-$model" $options
        check_output "$model: all of them" '^7 tests: 7 passed, 0 failed'
    done
done
tap_done
