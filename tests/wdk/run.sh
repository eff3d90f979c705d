#!/bin/sh
# How the safe layer behaves in drivers that run: a KMDF driver (tests/wdk/run/kmdf) and a WDM driver (tests/wdk/run/wdm), each with
# cases that pass and cases ("stop_…") which must end in the bug check of wdk-panic, with the words that stand below.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
runs=$CWDK_SOURCE/tests/wdk/run

# report DRIVER: its tests' report. A test that is not to stop passes.
report() {
    "$CWDK" test "$1" >"$scratch/report" 2>&1
    sed -n 's/^  \(pass\|FAIL\)  \([a-z0-9_]*\) .*/\1 \2/p' "$scratch/report" | grep -v ' stop_' >"$scratch/results"
    [ -s "$scratch/results" ] || not_ok "$1 runs" "$scratch/report"
    while read -r result name; do
        sed -n "/^  FAIL  $name /,/^  [pF]/p" "$scratch/report" >"$scratch/why"
        if [ "$result" = pass ]; then ok "$1: $name"; else not_ok "$1: $name" "$scratch/why"; fi
    done <"$scratch/results"
}
# stops NAME TEXT: the case has ended in a panic of that kind.
stops() {
    sed -n "/^  FAIL  $1 /,/^  [pF]/p" "$scratch/report" >"$scratch/why"
    if grep -qF "$2" "$scratch/why"; then ok "$1: $2"; else not_ok "$1: $2" "$scratch/why"; fi
}

cd "$scratch" || exit
"$CWDK" new pieces --kmdf >/dev/null || exit
rm pieces/tests/*.c pieces/src/*
cp "$runs"/kmdf/src/* pieces/src/
cp "$runs"/kmdf/tests/* pieces/tests/
report pieces
stops stop_list_in_two "an object was used in the wrong state"
stops stop_list_damaged "an object was used in the wrong state"
stops stop_rundown_use_twice "an object was used in the wrong state"
stops stop_lookaside_empty "something was used that is absent, or has been moved away"
stops stop_lookaside_outstanding "something was deleted while parts of it were in use"
stops stop_arena_span_end "an index beyond the end: the index is 8, the number of elements is 8"
stops stop_slab_twice "an object was used in the wrong state"
stops stop_slab_foreign "a block was given back to a list that it is not from"
stops stop_table_in_two "an object was used in the wrong state"
stops stop_mmio_end "an index beyond the end: the index is 32, the number of elements is 32"
stops stop_mmio_unaligned "an address that is not aligned"
stops stop_mmio_not_mapped "something was used that is absent, or has been moved away"
stops stop_collection_end "an index beyond the end: the index is 8, the number of elements is 0"
stops stop_difference_below_zero "arithmetic whose result does not fit: the first operand is 8, the second is 9"
stops stop_product_too_large "arithmetic whose result does not fit: the first operand is 8, the second is 8192"
stops stop_not_passive "the IRQL is not the one that was promised: the IRQL is 2, the promised one is 0"
stops stop_moved_mdl "something was used that is absent, or has been moved away"
stops stop_text_end "an index beyond the end: the index is 8, the number of elements is 8"
stops stop_range_of_control_code "an object was used in the wrong state"
stops stop_own_request_sent_twice "an object was used in the wrong state"
stops stop_own_request_released "something was deleted while parts of it were in use"

check "a parked request has one end, in 200 schedules" "$CWDK" test pieces parked_request_has_one_end --schedules 200 --seed 1

# What a trace says, with all its arguments.
"$CWDK" test -v pieces trace_says >"$scratch/report" 2>&1
if grep -qF "memory.c: number 8, text wide, view abc, status 0xC0000056" "$scratch/report"; then ok "trace output"; else not_ok "trace output" "$scratch/report"; fi

"$CWDK" new stack --wdm >/dev/null || exit
rm stack/tests/*.c stack/src/*
cp "$runs"/wdm/src/* stack/src/
cp "$runs"/wdm/tests/* stack/tests/
report stack
stops stop_irp_twice "a request was used that has been completed or handed on"
stops stop_irp_forgotten "a handler returned without completing its request or handing it on"
stops stop_irp_taken_into_full "an object was used in the wrong state"
stops stop_remove_lock_not_held "something was used that is absent, or has been moved away"
stops stop_device_not_attached "something was used that is absent, or has been moved away"
stops stop_send_without_use "something was used that is absent, or has been moved away"
stops stop_irp_range_of_control_code "an object was used in the wrong state"

"$CWDK" new mine --umdf >/dev/null || exit
rm mine/tests/*.c mine/src/*
cp "$runs"/umdf/src/* mine/src/
cp "$runs"/umdf/tests/* mine/tests/
report mine
stops stop_index "an index beyond the end: the index is 8, the number of elements is 8"
stops stop_moved "something was used that is absent, or has been moved away"

# USB pipes, against the model of the example.
cp -r "$CWDK_SOURCE/examples/usb" panel || exit
rm panel/tests/*.c
sed -i '/^profile/d' panel/cwdk.yaml
cp "$runs/usb/panel.c" panel/
cp "$runs/usb/cases.c" panel/tests/
report panel
stops stop_usb_no_pipe "something was used that is absent, or has been moved away"

# The same in user mode.
mv panel panel-umdf
sed -i 's/^model: .*/model: umdf/; s/^kmdf: .*/umdf: "2.33"/' panel-umdf/cwdk.yaml
sed -e 's/root\\echo/USB\\VID_1234\&PID_0070/; s/echo/panel/g' -e '/^UmdfLibraryVersion/a UmdfDispatcher = WinUsb' \
    "$CWDK_SOURCE/examples/echo/umdf/echo.inx" >panel-umdf/panel.inx
report panel-umdf
stops stop_usb_no_pipe "something was used that is absent, or has been moved away"
tap_done
