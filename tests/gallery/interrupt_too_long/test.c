/* The device interrupts once. */
#include "gallery_test.h"

TEST(gallery)
{
    static const struct sim_resource resources[] = {{SIM_INTERRUPT, 0x50, 1}};
    static const struct sim_hardware hardware = {.resources = resources, .count = 1};
    sim_plug_hardware("root\\gallery", &hardware);
    sim_interrupt(0x50);
    sim_advance(100);
}
