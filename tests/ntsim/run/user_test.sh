#!/bin/sh
# A user-mode driver: the modules that it imports, its entry point, its callbacks at PASSIVE_LEVEL; what is missing, by name.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1
cp -r "$CWDK_SOURCE/tests/ntsim/run/fixtures/lodger" .

check_status "two calls of what is not there" 1 "$CWDK" test lodger --seed 1
check_output "all but those" '^10 tests: 8 passed, 2 failed'
check_output "a function of Windows, by name" 'lodger.dll calls GetFileAttributesW of KERNEL32.dll, which is not implemented'
check_output "a function of the framework, by name" 'WdfDevicePostEvent of UMDF is not implemented'
check_status "the entry point is called at the beginning and at the end" 0 "$CWDK" test lodger heap -v --seed 1
check_output "at the beginning" 'lodger: attached'
check_output "at the end" 'lodger: detached'
check_output "what was registered with atexit runs" 'lodger: atexit'
check_status "under several processors" 0 "$CWDK" test lodger a_periodic_timer_whose_callback_waits --seed 3 --processors 4
tap_done
