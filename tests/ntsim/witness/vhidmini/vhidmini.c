/* hid/vhidmini2 in user mode: it starts and goes. Its requests come from mshidumdf.sys and the HID class driver, which
 * are not there. */
#include <ntsim/ntsim.h>

TEST(comes_and_goes)
{
    for (int i = 0; i < 3; i++)
        sim_unplug(sim_plug(NULL));
    sim_surprise_remove(sim_plug(NULL));
}

TEST(goes_to_sleep_and_wakes)
{
    sim_plug(NULL);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
}
