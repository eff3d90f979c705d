#!/bin/sh
# Exploring schedules: what is found, that it is told the same each time, and that it can be replayed.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cp -r "$CWDK_SOURCE/bench/schedules" "$scratch/echo"
cp -r "$CWDK_SOURCE/tests/ntsim/ke/fixtures/racers" "$scratch"
cp -r "$CWDK_SOURCE/tests/ntsim/run/fixtures/tables" "$scratch"
cd "$scratch" || exit 1

run() { "$CWDK" test "$@" 2>&1 | sed 's/ *[0-9.]* ms//g; /ASan is ignoring/d'; }

run racers threads_without --schedules 200 --seed 3 >one
run racers threads_without --schedules 200 --seed 3 >two
check "lost updates are found" grep -q 'expected: 100 ' one
check "with where the processor was left" grep -q 'is left at racers.c:[0-9]* (' one
check "the same, byte for byte" cmp one two
replay=$(sed -n 's/.*replay it with //p' one)
# shellcheck disable=SC2086
run racers threads_without $replay >three
check "it can be replayed" grep -q 'expected: 100 ' three
actual=$(grep 'actual:' one)
check "to the same number" grep -qxF "$actual" three
run racers threads_without --schedules exhaustive:1 --seed 3 >all
check "the search finds it with one switch" grep -q 'with 1 switch after' all
run racers threads_with_a_lock --schedules 30 --seed 3 >locked
check "nothing is found where there is a lock" grep -q '1 test: 1 passed' locked

check_status "all schedules of a small test" 0 "$CWDK" test echo --schedules exhaustive:2 --seed 1
check_output "and that it was all" 'all [0-9]* schedules with at most 2 switches'
check_status "drawn ones" 0 "$CWDK" test echo --schedules 50 --seed 1
check_output "and the chance" '50 schedules, up to [0-9]* choices in each; the chance to have met'
# A driver that is instrumented tells what each step touches: schedules that come to the same are run once.
run tables --sanitize --schedules exhaustive:2 --seed 3 >reduced
run tables --sanitize --schedules exhaustive:2:every --seed 3 >every
count() { sed -n 's/^ *all \([0-9]*\) schedules with at most 2 switches.*/\1/p' "$1"; }
check "fewer schedules, a fifth of all at the most" test "$(($(count reduced) * 5))" -lt "$(count every)"
for i in reduced every; do
    check "one mistake is found, $i" grep -q '2 tests: 1 passed, 1 failed' $i
    check "with one switch between its two steps, $i" grep -q 'left at tables.c:27 (TablesAdd), about to touch memory' $i
done

check_status "what is no number" 2 "$CWDK" test echo --schedules many
check_status "what is no bound" 2 "$CWDK" test echo --schedules exhaustive:many
tap_done
