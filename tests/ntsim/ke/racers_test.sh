#!/bin/sh
# A driver whose threads and DPCs count on two processors: what the schedules of `cwdk test` find in it.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cp -r "$CWDK_SOURCE/tests/ntsim/ke/fixtures/racers" "$scratch"
cd "$scratch" || exit 1

# The host under AddressSanitizer says that it does not know the fibers' stacks, with its process's number.
run() { "$CWDK" test racers "$@" 2>&1 | sed 's/ *[0-9.]* ms//g; /ASan is ignoring/d'; }

check_status "nothing is interleaved unasked: locks" 0 "$CWDK" test racers '*_lock' --seed 0
check_status "and none" 0 "$CWDK" test racers threads_without --seed 0

kept=0 lost=0 first=
for seed in 1 2 3 4 5 6; do
    run '*_lock' --seed "$seed" --schedule random >out
    grep -q '^2 tests: 2 passed' out && kept=$((kept + 1))
    run threads_without --seed "$seed" --schedule random >out
    if grep -q 'expected: 100 ' out; then
        lost=$((lost + 1))
        first=${first:-$seed}
    fi
done
check "no update is lost with the lock, whatever the seed" test "$kept" -eq 6
check "updates are lost without" test "$lost" -gt 0
run threads_without --seed "$first" --schedule random >one
run threads_without --seed "$first" --schedule random >two
check "how to replay it" grep -qx "replay with --seed $first --schedule random" one
check "a seed loses some" grep -q "actual: " one
check "as many each time" cmp one two

check_status "two locks, each in another order" 1 "$CWDK" test racers crossed_locks --seed 0
check_output "a hang" 'no processor can go on'
check_output "one processor" 'processor 0 (thread [0-9]*, IRQL 2) spins for the spin lock 0x[0-9a-f]*, which processor 1 (thread [0-9]*) holds'
check_output "the other" 'processor 1 (thread [0-9]*, IRQL 2) spins for the spin lock 0x[0-9a-f]*, which processor 0 (thread [0-9]*) holds'
check_output "where they stand" 'racers.sys!RacersCross  racers.c:[0-9]*$'
check_status "a schedule that is none" 2 "$CWDK" test racers --schedule often
check_output "which there are" 'cooperative, random, random:PERCENT'
tap_done
