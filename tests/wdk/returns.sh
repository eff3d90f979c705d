#!/bin/sh
# `panic: status`: a check that fails below an entry point of the safe layer makes it answer with a status; scopes are left as by
# return. Where that cannot be right it stays a bug check.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
cd "$scratch" || exit
fixtures=$CWDK_SOURCE/tests/wdk/fixtures/returns
"$CWDK" new returns --kmdf >/dev/null || exit
cp "$fixtures/queue.c" returns/src/queue.c
cp "$fixtures/tests.c" returns/tests/returns.c
echo 'panic: status' >>returns/cwdk.yaml

for profile in dev release; do
    check "$profile: the request gets a status, locks and memory are given back" "$CWDK" test returns --profile $profile a_status_comes_back
    check "$profile: each call gives its slot back" "$CWDK" test returns --profile $profile more_often
    check_status "$profile: under a spin lock it stops" 1 "$CWDK" test returns --profile $profile stops_under
    check_output "$profile: by the layer's bug check" 'an index beyond the end: the index is 8, the number of elements is 8; queue.c'
    check_status "$profile: after completion it stops" 1 "$CWDK" test returns --profile $profile stops_after
    check_output "$profile: by the layer's bug check, too" 'an index beyond the end: the index is 8, the number of elements is 8; queue.c'
done
check_status "it is built for ARM64, too" 0 "$CWDK" build returns --arch arm64

# The same driver without it: no handler, no guard.
sed -i '/^panic/d' returns/cwdk.yaml
check_status "without it the first failed check stops" 1 "$CWDK" test returns a_status_comes_back
"$CWDK" build returns --arch amd64 >/dev/null 2>&1
check "and nothing of it is in the image" sh -c "! llvm-pdbutil-19 dump --publics returns/target/amd64/dev/returns.pdb | grep -E 'CxxFrameHandler|wdk_panic_guard'"

# Callbacks that return a status of their own, and those with another request than a queue's.
"$CWDK" new returns_pnp --kmdf >/dev/null || exit
rm returns_pnp/src/*
cp "$fixtures/../returns_pnp/driver.c" returns_pnp/src/
cp "$fixtures/../returns_pnp/tests.c" returns_pnp/tests/returns_pnp.c
"$CWDK" test returns_pnp >"$scratch/report" 2>&1
check "without it, what fails in a callback stops" grep -q '^8 tests: 1 passed, 7 failed' "$scratch/report"
echo 'panic: status' >>returns_pnp/cwdk.yaml
for profile in dev release; do
    "$CWDK" test returns_pnp --profile $profile >"$scratch/report" 2>&1
    for case in add_device prepare_hardware d0_entry release_hardware d0_exit opening what_was_sent work_item_stops; do
        check "$profile: $case" grep -q "^  pass  $case " "$scratch/report"
    done
done

# WDM's dispatch routines.
"$CWDK" new wreturns --wdm --safe >/dev/null || exit
echo 'panic: status' >>wreturns/cwdk.yaml
sed -i 's/^    WDK_TRY_IRP(irp, wdk_irp_output(irp, 0, &output));$/&\n    WDK_CHECK(wdk_count(output) != 3, 3);/' wreturns/src/io.c
check "the driver has a check that three bytes fail" grep -q 'WDK_CHECK(wdk_count(output) != 3' wreturns/src/io.c
cat >wreturns/tests/wreturns.c <<'C'
#include <ntsim/ntsim.h>
#include "../public.h"
TEST(read_of_three)
{
    UCHAR bytes[4];
    struct sim_device *device = sim_plug("root\\wreturns");
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_WRETURNS);
    CHECK_STATUS(sim_read(file, bytes, 2, NULL), STATUS_SUCCESS);
    CHECK_STATUS(sim_read(file, bytes, 3, NULL), STATUS_INTERNAL_ERROR);
    CHECK_STATUS(sim_read(file, bytes, 2, NULL), STATUS_SUCCESS);
    sim_close(file);
    sim_unplug(device);
}
C
check "a WDM driver's IRP is completed, and its remove lock released" "$CWDK" test wreturns
tap_done
