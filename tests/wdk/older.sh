#!/bin/sh
# wdk-alloc in a driver for Windows 10 1809: one binary, which runs where ExAllocatePool2 is there and where it is not.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
cd "$scratch" || exit
fixtures=$CWDK_SOURCE/tests/wdk/fixtures/older
"$CWDK" new older --kmdf >/dev/null || exit
cp "$fixtures/queue.c" older/src/queue.c
cp "$fixtures/tests.c" older/tests/older.c
echo 'ntddi: NTDDI_WIN10_RS5' >>older/cwdk.yaml

check "it runs on Windows 11" "$CWDK" test older --profile release on_windows_11
check "the same binary runs on Windows 10 1809" "$CWDK" test older --profile release on_windows_10_1809
check "before PASSIVE_LEVEL has been seen, too" "$CWDK" test older --profile release raised_first
llvm-readobj-19 --coff-imports older/target/amd64/release/older-package/older.sys >imports
check "it imports the older routine" grep -q ExAllocatePoolWithTag imports
check "and not the one that is not everywhere" sh -c "! grep -q ExAllocatePool2 imports"

# Built for the newest Windows it is another binary, which needs the routine.
sed -i '/^ntddi/d' older/cwdk.yaml
check "built for the newest, it runs there" "$CWDK" test older --profile release on_windows_11
check_status "and does not on Windows 10 1809" 1 "$CWDK" test older --profile release on_windows_10_1809
check_output "for want of the routine" 'calls ExAllocatePool2 of ntoskrnl.exe, which is not implemented'
tap_done
