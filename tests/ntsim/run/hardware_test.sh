#!/bin/sh
# A driver of hardware that its tests model: registers, interrupts, DMA.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1
cp -r "$CWDK_SOURCE/tests/ntsim/run/fixtures/ringer" .

for options in "--seed 0" "--seed 3" "--seed 3 --processors 2"; do
    # shellcheck disable=SC2086
    check_status "registers and an interrupt, $options" 0 "$CWDK" test ringer $options
    check_output "all of them" '^10 tests: 10 passed, 0 failed'
done
cat >ringer/tests/ringer.c <<'C'
#include <ntsim/ntsim.h>
static const struct sim_resource twice[] = {{SIM_MEMORY, 0xFEB00000, 0x1000}, {SIM_MEMORY, 0xFEB00800, 0x1000}};
static const struct sim_resource wrong[] = {{SIM_INTERRUPT, 0x1000, 1}};
TEST(overlap)
{
    sim_plug_hardware(NULL, &((struct sim_hardware){.resources = twice, .count = 2}));
}
TEST(no_vector)
{
    sim_plug_hardware(NULL, &((struct sim_hardware){.resources = wrong, .count = 1}));
}
C
check_status "resources that cannot be" 1 "$CWDK" test ringer
check_output "two in one place" 'resource 1 (0xfeb00800) is taken already, or is none'
check_output "where in the test" '^        ringer/tests/ringer.c:6$'
check_output "a vector that is none" 'resource 0 (0x1000) is taken already, or is none'
tap_done
