/* The steps of the driver beside this, against the panel of examples/usb. */
#include "../model.h"

static struct sim_file *file;

static ULONG step(ULONG number)
{
    ULONG answer = ~0u;
    CHECK_SUCCESS(sim_ioctl(file, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + number, METHOD_BUFFERED, FILE_ANY_ACCESS), NULL,
                            0, &answer, sizeof answer, NULL));
    return answer;
}

static void start(void)
{
    sim_plug_usb(&panel);
    file = sim_open_interface(&GUID_DEVINTERFACE_PANEL);
}

TEST(pipes_by_calls_that_wait)
{
    start();
    CHECK_EQ(step(0), 0);
    CHECK_EQ(step(1), 0);
    deaf = true;
    CHECK_EQ(step(2), 0);
    deaf = false;
    CHECK_EQ(step(0), 0);
}

TEST(reader_stops_and_goes_on)
{
    start();
    turn(5);
    CHECK_EQ(step(6), 0x105);
    CHECK_EQ(step(4), 0);
    turn(6);
    CHECK_EQ(step(6), 0x105); /* nobody reads */
    CHECK_EQ(step(5), 0);
    sim_advance(20);
    CHECK_EQ(step(6), 0x206);
}

TEST(reader_goes_on_after_a_halt)
{
    start();
    stalls = 1;
    turn(7);
    sim_advance(100);
    CHECK_EQ(step(6), 0x107);
    CHECK_EQ(stalls, 0);
}

TEST(stop_usb_no_pipe)
{
    start();
    step(3);
}
