/* OSR's USB-FX2 learning board with Microsoft's driver for it. */
#include <ntsim/ntsim.h>

#include "../../inc/public.h"
#include "board.h"

static struct board board;

static struct sim_device *plug(enum sim_usb_speed speed)
{
    board_init(&board, speed);
    return sim_plug_usb(&board.usb);
}

static struct sim_file *start(enum sim_usb_speed speed)
{
    plug(speed);
    return sim_open_interface(&GUID_DEVINTERFACE_OSRUSBFX2);
}

static UCHAR get(struct sim_file *file, ULONG code)
{
    UCHAR value = 0;
    ULONG moved;
    CHECK_SUCCESS(sim_ioctl(file, code, NULL, 0, &value, 1, &moved));
    CHECK_EQ(moved, 1);
    return value;
}

TEST(starts_and_goes)
{
    struct sim_device *device = plug(SIM_USB_HIGH);
    CHECK_EQ(board.configured, 1);
    sim_advance(100);
    sim_unplug(device);
}

TEST(displays_show_what_was_set)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_OSRUSBFX2_SET_BAR_GRAPH_DISPLAY, &(UCHAR){0xA5}, 1, NULL, 0, NULL));
    CHECK_EQ(board.bars, 0xA5);
    CHECK_EQ(get(file, IOCTL_OSRUSBFX2_GET_BAR_GRAPH_DISPLAY), 0xA5);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_OSRUSBFX2_SET_7_SEGMENT_DISPLAY, &(UCHAR){0x3F}, 1, NULL, 0, NULL));
    CHECK_EQ(board.segments, 0x3F);
    CHECK_EQ(get(file, IOCTL_OSRUSBFX2_GET_7_SEGMENT_DISPLAY), 0x3F);
}

TEST(switches_are_read)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    board_set_switches(&board, 0x5A);
    CHECK_EQ(get(file, IOCTL_OSRUSBFX2_READ_SWITCHES), 0x5A);
}

TEST(refused_requests_and_short_buffers_fail)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR value;
    CHECK_STATUS(sim_ioctl(file, IOCTL_OSRUSBFX2_GET_BAR_GRAPH_DISPLAY, NULL, 0, NULL, 0, NULL),
                 STATUS_BUFFER_TOO_SMALL);
    board.refuses = true;
    CHECK(!NT_SUCCESS(sim_ioctl(file, IOCTL_OSRUSBFX2_GET_BAR_GRAPH_DISPLAY, NULL, 0, &value, 1, NULL)));
    board.refuses = false;
    CHECK_EQ(get(file, IOCTL_OSRUSBFX2_GET_BAR_GRAPH_DISPLAY), 0);
}

TEST(the_configuration_descriptor_comes_whole)
{
    struct sim_file *file = start(SIM_USB_FULL);
    UCHAR descriptor[64];
    ULONG moved;
    CHECK_STATUS(sim_ioctl(file, IOCTL_OSRUSBFX2_GET_CONFIG_DESCRIPTOR, NULL, 0, descriptor, 38, NULL),
                 STATUS_BUFFER_TOO_SMALL);
    CHECK_SUCCESS(
        sim_ioctl(file, IOCTL_OSRUSBFX2_GET_CONFIG_DESCRIPTOR, NULL, 0, descriptor, sizeof(descriptor), &moved));
    CHECK_EQ(moved, 39);
    CHECK_BYTES(descriptor, board.usb.configurations[0], 39);
}

static void loop_back(struct sim_file *file, ULONG size)
{
    static UCHAR out[65536], in[65536];
    ULONG moved;
    for (ULONG i = 0; i < size; i++)
        out[i] = (UCHAR)(i * 7 + size);
    /* The board holds two packets; what is longer goes out while it comes in. */
    struct sim_request *write = sim_begin_write(file, out, size);
    CHECK_SUCCESS(sim_read(file, in, size, &moved));
    CHECK_EQ(moved, size);
    CHECK_SUCCESS(sim_wait(write, &moved));
    CHECK_EQ(moved, size);
    CHECK_BYTES(in, out, size);
}

TEST(bytes_loop_back_at_high_speed)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    const ULONG sizes[] = {512, 1024, 4096, 65536};
    for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
        loop_back(file, sizes[i]);
}

TEST(bytes_loop_back_at_full_speed)
{
    struct sim_file *file = start(SIM_USB_FULL);
    const ULONG sizes[] = {64, 128, 1024, 65536};
    for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
        loop_back(file, sizes[i]);
}

TEST(two_packets_stay_in_the_board)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR bytes[512] = "packet", in[512];
    ULONG moved;
    CHECK_SUCCESS(sim_write(file, bytes, 512, NULL));
    CHECK_SUCCESS(sim_write(file, bytes, 512, NULL));
    CHECK_EQ(board.count, 2);
    struct sim_request *third = sim_begin_write(file, bytes, 512);
    sim_advance(50);
    CHECK(!sim_poll(third));
    CHECK_SUCCESS(sim_read(file, in, sizeof(in), &moved));
    CHECK_SUCCESS(sim_wait(third, &moved));
    CHECK_EQ(moved, 512);
}

TEST(a_short_packet_ends_a_read)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR in[1024];
    ULONG moved;
    CHECK_SUCCESS(sim_write(file, "short", 5, NULL));
    CHECK_SUCCESS(sim_read(file, in, sizeof(in), &moved));
    CHECK_EQ(moved, 5);
    CHECK_BYTES(in, "short", 5);
}

TEST(too_long_transfers_are_refused)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    static UCHAR bytes[65536 + 512];
    CHECK_STATUS(sim_write(file, bytes, sizeof(bytes), NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_read(file, bytes, sizeof(bytes), NULL), STATUS_INVALID_PARAMETER);
}

TEST(a_pending_read_is_cancelled)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR in[512];
    struct sim_request *read = sim_begin_read(file, in, sizeof(in));
    sim_advance(10);
    CHECK(!sim_poll(read));
    CHECK_SUCCESS(sim_cancel(read));
    CHECK_STATUS(sim_wait(read, NULL), STATUS_CANCELLED);
    loop_back(file, 512);
}

TEST(a_stalled_pipe_fails_reads)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR in[512];
    board.in_answer = SIM_USB_STALL;
    CHECK_STATUS(sim_read(file, in, sizeof(in), NULL), STATUS_UNSUCCESSFUL);
    board.in_answer = SIM_USB_ACK;
    CHECK_STATUS(sim_read(file, in, sizeof(in), NULL), STATUS_UNSUCCESSFUL);
    /* The sample resets the device for that, not the pipe. */
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_OSRUSBFX2_RESET_DEVICE, NULL, 0, NULL, 0, NULL));
    loop_back(file, 512);
}

TEST(a_moved_switch_is_told)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR value = 0;
    ULONG moved;
    sim_advance(100); /* what the firmware says at its start is over */
    for (UCHAR i = 1; i < 10; i++) {
        struct sim_request *message = sim_begin_ioctl(file, IOCTL_OSRUSBFX2_GET_INTERRUPT_MESSAGE, NULL, 0, &value, 1);
        sim_advance(20);
        CHECK(!sim_poll(message));
        board_set_switches(&board, (UCHAR)(0x10 + i));
        CHECK_SUCCESS(sim_wait(message, &moved));
        CHECK_EQ(moved, 1);
        CHECK_EQ(value, 0x10 + i);
        sim_advance(1); /* the driver looks for more who wait */
    }
}

TEST(every_waiting_program_hears_of_the_switches)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    enum { WAITING = 5 };
    struct sim_request *messages[WAITING];
    UCHAR values[WAITING];
    sim_advance(100);
    for (int i = 0; i < WAITING; i++)
        messages[i] = sim_begin_ioctl(file, IOCTL_OSRUSBFX2_GET_INTERRUPT_MESSAGE, NULL, 0, &values[i], 1);
    board_set_switches(&board, 0x77);
    for (int i = 0; i < WAITING; i++) {
        CHECK_SUCCESS(sim_wait(messages[i], NULL));
        CHECK_EQ(values[i], 0x77);
    }
}

TEST(a_waiting_program_gives_up)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR value;
    sim_advance(100);
    struct sim_request *message = sim_begin_ioctl(file, IOCTL_OSRUSBFX2_GET_INTERRUPT_MESSAGE, NULL, 0, &value, 1);
    CHECK_SUCCESS(sim_cancel(message));
    CHECK_STATUS(sim_wait(message, NULL), STATUS_CANCELLED);
}

TEST(a_reset_keeps_the_configuration)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    const unsigned before = board.reset;
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_OSRUSBFX2_RESET_DEVICE, NULL, 0, NULL, 0, NULL));
    CHECK_EQ(board.reset, before + 1);
    CHECK_EQ(board.configured, 2);
    loop_back(file, 1024);
    UCHAR value = 0;
    sim_advance(100);
    struct sim_request *message = sim_begin_ioctl(file, IOCTL_OSRUSBFX2_GET_INTERRUPT_MESSAGE, NULL, 0, &value, 1);
    board_set_switches(&board, 0x21);
    CHECK_SUCCESS(sim_wait(message, NULL));
    CHECK_EQ(value, 0x21);
}

TEST(a_renumerated_board_is_a_new_device)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_OSRUSBFX2_REENUMERATE_DEVICE, NULL, 0, NULL, 0, NULL));
    sim_advance(100);
    CHECK(!NT_SUCCESS(sim_ioctl(file, IOCTL_OSRUSBFX2_READ_SWITCHES, NULL, 0, &(UCHAR){0}, 1, NULL)));
    sim_close(file);
    sim_advance(100);
    CHECK_EQ(board.configured, 2);
    loop_back(sim_open_interface(&GUID_DEVINTERFACE_OSRUSBFX2), 512);
}

TEST(an_idle_board_sleeps_and_a_request_wakes_it)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    sim_advance(9000);
    CHECK_EQ(board.suspended, 0);
    sim_advance(3000);
    CHECK_EQ(board.suspended, 1);
    CHECK_EQ(board.resumed, 0);
    loop_back(file, 512);
    CHECK_EQ(board.resumed, 1);
    sim_advance(12000);
    CHECK_EQ(board.suspended, 2);
}

TEST(a_switch_wakes_a_sleeping_board)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    UCHAR value = 0;
    sim_advance(100);
    struct sim_request *message = sim_begin_ioctl(file, IOCTL_OSRUSBFX2_GET_INTERRUPT_MESSAGE, NULL, 0, &value, 1);
    sim_advance(12000); /* the driver keeps it in a queue that does not keep the device awake */
    CHECK_EQ(board.suspended, 1);
    CHECK(!sim_poll(message));
    board_set_switches(&board, 0x42);
    CHECK_SUCCESS(sim_wait(message, NULL));
    CHECK_EQ(value, 0x42);
    CHECK_EQ(board.resumed, 1);
}

TEST(the_system_sleeps_and_wakes)
{
    struct sim_file *file = start(SIM_USB_HIGH);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_EQ(board.suspended, 1);
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    sim_advance(10);
    loop_back(file, 512);
    CHECK_EQ(board.resumed, 1);
}

TEST(pulled_out_under_load)
{
    struct sim_device *device = plug(SIM_USB_HIGH);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_OSRUSBFX2);
    static UCHAR in[4096], out[8192];
    UCHAR value;
    sim_advance(100);
    struct sim_request *read = sim_begin_read(file, in, sizeof(in));
    struct sim_request *second = sim_begin_read(file, in, sizeof(in));
    struct sim_request *message = sim_begin_ioctl(file, IOCTL_OSRUSBFX2_GET_INTERRUPT_MESSAGE, NULL, 0, &value, 1);
    struct sim_request *write = sim_begin_write(file, out, sizeof(out));
    struct sim_request *stuck = sim_begin_write(file, out, sizeof(out));
    sim_advance(1);
    sim_surprise_remove(device);
    sim_wait(read, NULL); /* may have had its bytes by then */
    CHECK(!NT_SUCCESS(sim_wait(stuck, NULL)));
    sim_wait(write, NULL);
    sim_wait(second, NULL);
    sim_close(file);
    CHECK(!NT_SUCCESS(sim_wait(message, NULL)));
}

TEST(plugged_in_again_and_again)
{
    for (int i = 0; i < 10; i++) {
        struct sim_device *device = plug(i % 2 ? SIM_USB_HIGH : SIM_USB_FULL);
        struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_OSRUSBFX2);
        loop_back(file, 512);
        sim_close(file);
        if (i % 3)
            sim_unplug(device);
        else
            sim_surprise_remove(device);
    }
}

/* Each allocation of a start fails once: the device then starts or does not, and all of it goes. */
TEST(plugged_in_with_little_memory)
{
    unsigned failed = 0;
    sim_unplug(plug(SIM_USB_HIGH));
    for (int n = 0; n < 260; n++) {
        struct sim_device *device;
        board_init(&board, SIM_USB_HIGH);
        sim_fail_allocation(n);
        const NTSTATUS status = sim_try_plug_usb(&board.usb, &device);
        sim_fail_allocation(-1);
        if (NT_SUCCESS(status))
            sim_unplug(device);
        else
            failed++;
    }
    CHECK(failed > 50 && failed < 250);
}
