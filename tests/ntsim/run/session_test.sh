#!/bin/sh
# cwdk run: sessions by script, and the list of imports.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1

cp -r "$CWDK_SOURCE/tests/ntsim/run/fixtures/faulty" .
cat >script <<'TEXT'
# comments and empty lines are passed over

open \\.\Faulty
ioctl 0x222000 15000000 4   # twice 21
ioctl 0x222000 1500 4
ioctl 0x222fff
advance 250ms
advance 1s
close
quit
this is not read
TEXT
check_status "a session by script" 0 "$CWDK" run faulty script
check_output "open" '^open: STATUS_SUCCESS (0x00000000)$'
check_output "ioctl, with what came back" '^ioctl: STATUS_SUCCESS (0x00000000), 4 bytes: 2a000000$'
check_output "a small buffer" '^ioctl: STATUS_BUFFER_TOO_SMALL (0xC0000023), 0 bytes$'
check_output "an unknown code" '^ioctl: STATUS_INVALID_DEVICE_REQUEST (0xC0000010), 0 bytes$'
check_output "time" '^advance: now 1.250 s$'
check_output "close" '^close: done$'

cp faulty/target/amd64/dev/faulty-package/faulty.sys faulty/target/amd64/dev/faulty.pdb .
printf 'open \\\\.\\Faulty\nioctl 0x222008\n' >stop
check_status "a .sys alone, from standard input, that stops the system" 1 sh -c "'$CWDK' run faulty.sys <stop"
check_output "the code" 'bug check 0xD1 DRIVER_IRQL_NOT_LESS_OR_EQUAL'
check_output "the stack" 'faulty.sys!FaultyWrite  .*faulty.c:'
for line in 'open' 'read 5' 'ioctl' 'advance 5' 'frobnicate' 'plug'; do
    echo "$line" >one
    check_status "refused: $line" 2 "$CWDK" run faulty one
done
check_output "the code of the message" 'error\[TST0005\]: '

check_status "new" 0 "$CWDK" new echo --wdm --guid 12345678-1234-1234-1234-123456789abc
cat >plug <<'TEXT'
open {12345678-1234-1234-1234-123456789abc}
write hello there
read 100
write hex 00ff
read 1
close
unplug
plug root\echo
surprise-remove
TEXT
check_status "a device is plugged in by itself" 0 "$CWDK" run echo plug
check_output "plug" '^plug: STATUS_SUCCESS'
check_output "its interface opens" '^open: STATUS_SUCCESS'
check_output "write" '^write: STATUS_SUCCESS (0x00000000), 11 bytes$'
check_output "read" '^read: STATUS_SUCCESS (0x00000000), 11 bytes: 68656c6c6f207468657265$'
check_output "less is read" '^read: STATUS_SUCCESS (0x00000000), 1 bytes: 00$'
check_output "unplug" '^unplug: STATUS_SUCCESS'
check_output "surprise-remove" '^surprise-remove: done$'

check_status "imports" 0 "$CWDK" run faulty.sys --imports
check_output "one that is there" '^  implemented  IoCreateDevice$'
check_output "one that is not" '^  missing      HalAllocateHardwareCounters$'
check_output "a count for the module" '^ntoskrnl.exe: [0-9]* of [0-9]* implemented$'
check "as many as the file has" test "$(grep -cE '^  (implemented|missing) ' out)" = \
    "$(llvm-readobj-19 --coff-imports faulty.sys | grep -c '  Symbol: ')"
dd if=faulty.sys of=cut.sys bs=1000 count=1 2>/dev/null
echo 'no image' >text.sys
for file in cut.sys text.sys; do
    check_status "$file is refused" 2 "$CWDK" run $file script
    check_output "with a code" 'error\[TST0006\]: '
    check_status "$file has no imports to list" 2 "$CWDK" run $file --imports
done
check_status "no such file" 2 "$CWDK" run nothing.sys
check_status "no such script" 2 "$CWDK" run faulty.sys nothing.txt
check_status "--imports takes no script" 2 "$CWDK" run faulty.sys script --imports
check "nothing is left in /tmp" sh -c '! ls -d /tmp/cwdk-run-* 2>/dev/null'
tap_done
