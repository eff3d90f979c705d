#!/bin/sh
# Storport: a virtual miniport whose units come and go, and what of Storport is not there.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1
cp -r "$CWDK_SOURCE/tests/ntsim/storport/fixtures/." .

check_status "a virtual miniport" 0 "$CWDK" test shelf --seed 1
check_output "all of its tests" '^9 tests: 9 passed, 0 failed'
check_status "the same while processors run across each other" 0 "$CWDK" test shelf --seed 5 --processors 3 --schedule random:50

# The same driver with tests that ask for more than there is.
cp -r shelf pausing && sed '/^TEST/,$d' shelf/tests/shelf.c >pausing/tests/shelf.c
{
    echo 'TEST(pause) { send(start(), 0, 0, SHELF_PAUSE, 0); }'
    echo 'TEST(link) { send(start(), 0, 0, SHELF_LOG, 0); }'
} >>pausing/tests/shelf.c
check_status "a miniport that calls what is not there" 1 "$CWDK" test pausing --seed 1
check_output "is told its name" 'calls StorPortPause of storport.sys, which is not implemented'
check_output "and the type of a notification" 'StorPortNotification of type 0xb is not implemented'

cp -r pausing physical && sed -i 's/VIRTUAL_HW_INITIALIZATION_DATA data/HW_INITIALIZATION_DATA data/' physical/shelf.c
check_status "a miniport that is not virtual" 1 "$CWDK" test physical --seed 1
check_output "is told so" 'StorPortInitialize of a miniport that is not virtual is not implemented'
tap_done
