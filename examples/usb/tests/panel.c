/* The panel, played by ../model.h. */
#include "../model.h"

static struct sim_device *device;

static struct sim_file *start(void)
{
    device = sim_plug_usb(&panel);
    return sim_open_interface(&GUID_DEVINTERFACE_PANEL);
}

static UCHAR query(struct sim_file *file)
{
    UCHAR now = 0;
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_PANEL_SWITCHES, NULL, 0, &now, sizeof now, NULL));
    return now;
}

TEST(what_is_written_comes_back_in_capitals)
{
    struct sim_file *file = start();
    char text[16];
    ULONG moved;

    CHECK_SUCCESS(sim_write(file, "hello", 5, &moved));
    CHECK_EQ(moved, 5);
    CHECK_SUCCESS(sim_read(file, text, sizeof text, &moved));
    CHECK_EQ(moved, 5);
    CHECK_BYTES(text, "HELLO", 5);
}

TEST(a_read_waits_for_the_device)
{
    struct sim_file *file = start();
    char text[16];
    ULONG moved;

    struct sim_request *read = sim_begin_read(file, text, sizeof text);
    sim_advance(5000);
    CHECK(!sim_poll(read));
    CHECK_EQ(query(file), 0); /* others go on meanwhile */
    CHECK_SUCCESS(sim_write(file, "abc", 3, NULL));
    CHECK_SUCCESS(sim_wait(read, &moved));
    CHECK_EQ(moved, 3);
    CHECK_BYTES(text, "ABC", 3);
}

TEST(a_read_is_cancelled)
{
    struct sim_file *file = start();
    char first[16], second[16];
    ULONG moved;

    struct sim_request *one = sim_begin_read(file, first, sizeof first);
    struct sim_request *two = sim_begin_read(file, second, sizeof second);
    sim_cancel(one);
    CHECK_STATUS(sim_wait(one, NULL), STATUS_CANCELLED);
    CHECK_SUCCESS(sim_write(file, "x", 1, NULL));
    CHECK_SUCCESS(sim_wait(two, &moved)); /* what comes is for the one that still waits */
    CHECK_EQ(moved, 1);
}

TEST(a_deaf_device_is_given_up)
{
    struct sim_file *file = start();

    deaf = true;
    CHECK_STATUS(sim_write(file, "x", 1, NULL), STATUS_IO_TIMEOUT);
    deaf = false;
    CHECK_SUCCESS(sim_write(file, "x", 1, NULL));
}

TEST(sleep_cancels_what_is_with_the_device)
{
    struct sim_file *file = start();
    char text[16];

    struct sim_request *read = sim_begin_read(file, text, sizeof text);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_STATUS(sim_wait(read, NULL), STATUS_CANCELLED);
    CHECK_SUCCESS(sim_write(file, "abc", 3, NULL));
    CHECK_SUCCESS(sim_read(file, text, sizeof text, NULL));
    CHECK_BYTES(text, "ABC", 3);
}

TEST(switches_are_told)
{
    struct sim_file *file = start();

    CHECK_EQ(query(file), 0);
    turn(5);
    CHECK_EQ(query(file), 5);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    turn(2);
    CHECK_EQ(query(file), 2);
}

TEST(switches_are_told_after_a_halt)
{
    struct sim_file *file = start();

    stalls = 1;
    turn(3);
    sim_advance(100);
    CHECK_EQ(query(file), 3);
}

TEST(it_is_pulled_out_while_it_is_open)
{
    struct sim_file *file = start();
    char text[16];

    struct sim_request *read = sim_begin_read(file, text, sizeof text);
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_wait(read, NULL)));
    CHECK(!NT_SUCCESS(sim_read(file, text, sizeof text, NULL)));
    sim_close(file);
}
