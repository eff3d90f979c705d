/* The panel, as a model: what is written to it comes back in capitals, and its switches are the test's. */
#include <ntsim/usb.h>
#include <string.h>

#include "../public.h"

enum { BULK_OUT = 0x02, BULK_IN = 0x86, INTERRUPT_IN = 0x81 };

static UCHAR kept[64], switches;
static ULONG kept_length;
static bool told = true, deaf; /* deaf: it takes nothing */

static const UCHAR device_descriptor[] = {18, 1, 0x00, 0x02, 0xFF, 0, 0, 64, 0x34, 0x12, 0x70, 0x00, 0, 1, 0, 0, 0, 1};
static const UCHAR configuration[] = {9, 2, 39, 0, 1, 1, 0, 0x80, 50,            /* configuration */
                                      9, 4, 0, 0, 3, 0xFF, 0, 0, 0,              /* interface, 3 endpoints */
                                      7, 5, INTERRUPT_IN, 3, 1, 0, 4,            /* interrupt, 1 byte */
                                      7, 5, BULK_OUT, 2, 0x00, 0x02, 0,          /* bulk, 512 bytes */
                                      7, 5, BULK_IN, 2, 0x00, 0x02, 0};

static enum sim_usb_answer packet_in(void *context, UCHAR endpoint, UCHAR *data, ULONG room, ULONG *length)
{
    (void)context;
    if (endpoint == INTERRUPT_IN) {
        if (told)
            return SIM_USB_NAK;
        told = true;
        data[0] = switches;
        *length = 1;
        return SIM_USB_ACK;
    }
    if (kept_length == 0 || kept_length > room)
        return SIM_USB_NAK;
    memcpy(data, kept, kept_length);
    *length = kept_length;
    kept_length = 0;
    return SIM_USB_ACK;
}

static enum sim_usb_answer packet_out(void *context, UCHAR endpoint, const UCHAR *data, ULONG length);

static const struct sim_usb panel = {.speed = SIM_USB_HIGH,
                                     .device = device_descriptor,
                                     .configurations = {configuration},
                                     .in = packet_in,
                                     .out = packet_out};

static enum sim_usb_answer packet_out(void *context, UCHAR endpoint, const UCHAR *data, ULONG length)
{
    (void)context, (void)endpoint;
    if (deaf)
        return SIM_USB_NAK;
    if (length > sizeof kept)
        return SIM_USB_STALL;
    for (ULONG i = 0; i < length; i++)
        kept[i] = (UCHAR)(data[i] >= 'a' && data[i] <= 'z' ? data[i] - 32 : data[i]);
    kept_length = length;
    sim_usb_ready(&panel, BULK_IN);
    return SIM_USB_ACK;
}

static void turn(UCHAR to)
{
    switches = to;
    told = false;
    sim_usb_ready(&panel, INTERRUPT_IN);
    sim_advance(20);
}

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
