#!/bin/sh
# `cwdk test --coverage`: a driver whose lines say in a comment how often a test runs them, /* 37 times */.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
mkdir -p "$scratch/driver/tests"
cp "$CWDK_SOURCE/tests/gallery/gallery.h" "$CWDK_SOURCE/tests/gallery/gallery_test.h" "$scratch"
cd "$scratch/driver" || exit 1
cp ../gallery_test.h .
cp ../gallery_test.h tests
cat >counted.c <<'C'
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    ULONG Sum = 0; /* 2 times */
    for (ULONG i = 0; i < 37; i++)
        Sum += i; /* 74 times */
    if (Step == 5)
        return STATUS_NOT_FOUND; /* 0 times */
    if (Step == 1)
        Sum++; /* 1 times */
    Irp->IoStatus.Information = Sum & 1; /* 2 times */
    return STATUS_SUCCESS; /* 2 times */
}

static VOID Unload(VOID)
{
    GalleryDevice.Length += 0; /* 2 times */
}
C
cat >tests/counted.c <<'C'
#include <ntsim/ntsim.h>
#define STEP(n) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (n), METHOD_BUFFERED, FILE_ANY_ACCESS)
TEST(first) { sim_ioctl(sim_open(L"\\\\.\\Gallery"), STEP(0), 0, 0, 0, 0, 0); }
TEST(second) { sim_ioctl(sim_open(L"\\\\.\\Gallery"), STEP(1), 0, 0, 0, 0, 0); }
C
cat >cwdk.yaml <<'Y'
name: counted
kind: driver
model: wdm
version: 1.0.0.0
provider: Gallery
description: "Counted"
sources: [counted.c]
Y
sed -n '/times \*\/$/=' counted.c >"$scratch/numbers"
sed -n 's|.*/\* \([0-9]*\) times \*/$|\1|p' counted.c | paste -d, "$scratch/numbers" - | sed 's/^/DA:/' >"$scratch/expected"

# counts FOLDER: of the marked lines, from the trace.
counts() {
    sed -n '/^SF:.*counted\.c$/,/^end_of_record/p' "target/amd64/$1/lcov.info" |
        grep -E "^DA:($(paste -sd'|' "$scratch/numbers"))," >"$scratch/actual"
}

check "the tests pass with --coverage" "$CWDK" test . --coverage --seed 1
counts coverage
check "each line has run as often as it says" cmp "$scratch/expected" "$scratch/actual"
check "a line that did not run is red on the page" grep -q '<span class="x">.*<u>0</u>.*STATUS_NOT_FOUND' target/amd64/coverage/coverage.html
check "a line that ran is green, with its number" grep -q '<span class="y">.*<u>74</u>.*Sum += i' target/amd64/coverage/coverage.html
check "the page is well formed" sh -c "xmllint --html --noout target/amd64/coverage/coverage.html 2>&1 | grep -v 'Tag [a-z]* invalid' | grep error; test \$? = 1"
check "coverage of the instrumented build" "$CWDK" test . --sanitize --coverage --seed 1
counts sanitize
check "is the same" cmp "$scratch/expected" "$scratch/actual"
"$CWDK" test . --seed 1 >/dev/null
check "the driver that ships has no table" sh -c "! grep -q CwdkInstrumentation target/amd64/dev/counted-package/counted.sys"
check "the other has" grep -q CwdkInstrumentation target/amd64/coverage/counted-package/counted.sys

# Globals without an initialiser are watched each for itself; where sources share one, as with a header that defines it, they
# are merged as otherwise, and the build says nothing.
echo "int Shared;" | tee -a counted.c >second.c
sed -i "s/\[counted.c\]/[counted.c, second.c]/" cwdk.yaml
check "sources that share a global build with --sanitize" "$CWDK" test . --sanitize --seed 1
check_status "and again" 0 "$CWDK" test . --sanitize --seed 1
check "without a word of it" sh -c "! grep -qi duplicate $scratch/out"
tap_done
