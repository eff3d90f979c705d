/* The dial, as a program sees it through the HID class. */
#include <ntsim/hid.h>

enum { DESKTOP = 1, DIAL = 0x37, STEPS = 24 };

/* A collection of a HID device is found and started on a thread of the system. */
static struct sim_file *start(void)
{
    sim_plug(NULL);
    sim_advance(10);
    struct sim_file *file = sim_open_hid(DESKTOP, DIAL);
    CHECK(file != NULL);
    return file;
}

TEST(the_class_finds_a_dial)
{
    HIDP_CAPS caps;
    CHECK_STATUS(sim_hid_caps(start(), &caps), HIDP_STATUS_SUCCESS);
    CHECK_EQ(caps.InputReportByteLength, 2);
    CHECK_EQ(caps.NumberInputValueCaps, 1);
}

TEST(it_turns_step_by_step)
{
    struct sim_file *file = start();
    UCHAR before[2], report[2];
    ULONG moved;

    CHECK_SUCCESS(sim_read(file, before, sizeof before, &moved));
    CHECK_EQ(moved, 2);
    CHECK_EQ(before[0], 0); /* it has no report IDs */
    for (int i = 1; i <= 30; i++) {
        CHECK_SUCCESS(sim_read(file, report, sizeof report, NULL));
        CHECK_EQ(report[1], (before[1] + i) % STEPS);
    }
}

TEST(it_sleeps_and_wakes)
{
    struct sim_file *file = start();
    UCHAR report[2];

    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_SUCCESS(sim_read(file, report, sizeof report, NULL));
}

TEST(it_goes_while_a_program_reads)
{
    struct sim_device *device = sim_plug(NULL);
    UCHAR report[2];
    sim_advance(10);
    struct sim_file *file = sim_open_hid(DESKTOP, DIAL);
    struct sim_request *read = sim_begin_read(file, report, sizeof report);

    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_wait(read, NULL)));
}
