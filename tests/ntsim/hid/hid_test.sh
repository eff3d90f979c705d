#!/bin/sh
# HID minidrivers of our own: of the frameworks, with two collections and in user mode, and one that registers itself and is
# polled.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1
cp -r "$CWDK_SOURCE/tests/ntsim/hid/fixtures/." .

check_status "a KMDF minidriver under mshidkmdf" 0 "$CWDK" test pad --seed 1
check_status "the same on four processors" 0 "$CWDK" test pad --seed 7 --processors 4
check_status "a user-mode minidriver under mshidumdf" 0 "$CWDK" test slate --seed 1
cp -r slate forgotten && sed -i '/^UmdfMethodNeitherAction/d' forgotten/slate.inx
check_status "a user-mode minidriver whose INF does not ask for METHOD_NEITHER" 1 "$CWDK" test forgotten features --seed 1
check_output "does not start" 'the device starts'
check_status "a WDM minidriver that is polled" 0 "$CWDK" test meter --seed 1
check_status "the first while processors run across each other" 0 "$CWDK" test pad --seed 5 --processors 3 --schedule random:50
check_status "and the polled one" 0 "$CWDK" test meter --seed 5 --processors 3 --schedule random:50
tap_done
