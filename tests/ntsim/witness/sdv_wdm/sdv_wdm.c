/* A driver that Microsoft made for Static Driver Verifier to fail: each of its dispatch routines has a defect, and it
 * could not start a device. So one of ours above it (../asker) asks it for each. */
#include <ntsim/ntsim.h>

static void ask(ULONG major)
{
    sim_plug(NULL);
    sim_ioctl(sim_open(L"\\\\.\\Asker"), CTL_CODE(0x22, 0x800 + major, METHOD_BUFFERED, 0), NULL, 0, NULL, 0, NULL);
}

TEST(create)
{
    ask(0);
}

TEST(read)
{
    ask(3);
}

TEST(power)
{
    ask(0x16);
}

TEST(system_control)
{
    ask(0x17);
}

TEST(plug_and_play)
{
    ask(0x1B);
}
