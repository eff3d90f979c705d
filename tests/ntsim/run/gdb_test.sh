#!/bin/sh
# cwdk test --gdb: a breakpoint at DriverEntry with source lines, in the driver that ships.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" ASAN_OPTIONS=detect_leaks=0 # which does not work under a debugger
cd "$scratch" || exit 1
cp -r "$CWDK_SOURCE/tests/ntsim/run/fixtures/faulty" .

if ! command -v gdb >/dev/null; then
    skip "a driver under gdb" "gdb is not installed"
    tap_done
    exit
fi
check_status "no such test" 2 "$CWDK" test faulty --gdb no_such_test
check_output "it says so" 'error\[TST0004\]'
cat >commands <<'TEXT'
break FaultyControl
continue
next
next
next
print due.QuadPart
print stack->Parameters.DeviceIoControl.IoControlCode
continue
quit
TEXT
check_status "a session" 0 sh -c "'$CWDK' test faulty --gdb answers <commands"
check_output "it stops at DriverEntry, with the line" '^Temporary breakpoint 2, DriverEntry (DriverObject=0x'
check_output "the source is shown" 'PDEVICE_OBJECT device;\|UNREFERENCED_PARAMETER(RegistryPath);\|KeInitializeTimer(&Timer);'
check_output "a breakpoint in a dispatch routine" '^Breakpoint 3, FaultyControl (DeviceObject=0x'
check_output "a local variable" '^(gdb) .1 = -10000000$'
check_output "a member, by the driver's types" '^(gdb) .2 = 2236416$'
check_output "the test goes on to its end" 'exited normally'
check "the driver that runs has no DWARF" sh -c "! llvm-readobj-19 --sections faulty/target/amd64/dev/tests/faulty/faulty.sys | grep -q debug_info"
cp -r "$CWDK_SOURCE/tests/ntsim/run/fixtures/lodger" .
printf "%s\n" "break CheckHeap" continue next "print sizeof(heap)" continue quit >commands
check_status "a session with a user-mode driver" 0 sh -c "'$CWDK' test lodger --gdb heap <commands"
check_output "it stops at DriverEntry, too" '^Temporary breakpoint 2, DriverEntry (DriverObject=0x'
check_output "and in its functions" '^Breakpoint 3, CheckHeap ()'
tap_done
