/* The README of the sample: the defect is found when the device is removed by surprise. */
#include <ntsim/ntsim.h>

TEST(surprise_removal)
{
    struct sim_device *device = sim_plug(NULL);
    sim_advance(1000);
    sim_surprise_remove(device);
}
