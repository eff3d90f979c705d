/* Microsoft's generic USB driver, above a test device as its README wants one (a MUTT): no endpoints in its first
 * setting, bulk and isochronous ones in the second. Programs open a pipe by its number. */
#include <ntsim/ntsim.h>
#include <ntsim/usb.h>

#include "../../public.h"

enum { BULK_OUT = 0x01, BULK_IN = 0x82, ISO_OUT = 0x03, ISO_IN = 0x84, ISO_PACKET = 256, KEPT = 65536 };
enum { PIPE_BULK_OUT, PIPE_BULK_IN, PIPE_ISO_OUT, PIPE_ISO_IN };

static const UCHAR device_descriptor[] = {18,   1,    0x00, 0x02, 0xFF, 0, 0, 64, 0x5E,
                                          0x04, 0x8E, 0x07, 0x00, 0,    0, 0, 0,  1};
static const UCHAR high_speed[] = {
    9, 2,    55 + 9,   0, 1, 1,
    0, 0x80, 50, /* configuration */
    9, 4,    0,        0, 0, 0xFF,
    0, 0,    0, /* setting 0 */
    9, 4,    0,        1, 4, 0xFF,
    0, 0,    0, /* setting 1 */
    7, 5,    BULK_OUT, 2, 0, 2,
    0, /* 512 bytes */
    7, 5,    BULK_IN,  2, 0, 2,
    0, /* */
    7, 5,    ISO_OUT,  1, 0, ISO_PACKET >> 8,
    1, /* each microframe */
    7, 5,    ISO_IN,   1, 0, ISO_PACKET >> 8,
    1, /* */
    9, 4,    0,        2, 0, 0xFF,
    0, 0,    0, /* setting 2 */
};
_Static_assert(sizeof(high_speed) == 64, "wTotalLength");

static UCHAR kept[KEPT];
static ULONG written, taken, iso_packets, iso_bytes, setting;
static bool stalls, silent;

static enum sim_usb_answer packet_in(void *context, UCHAR endpoint, UCHAR *data, ULONG room, ULONG *length)
{
    (void)context;
    if (endpoint == ISO_IN) {
        if (silent)
            return SIM_USB_SILENT;
        memset(data, (int)iso_packets++, room);
        *length = room;
        return SIM_USB_ACK;
    }
    if (stalls)
        return SIM_USB_STALL;
    if (taken == written)
        return SIM_USB_NAK;
    *length = written - taken < room ? written - taken : room;
    memcpy(data, kept + taken, *length);
    taken += *length;
    return SIM_USB_ACK;
}

static const struct sim_usb mutt;

static enum sim_usb_answer packet_out(void *context, UCHAR endpoint, const UCHAR *data, ULONG length)
{
    (void)context;
    if (endpoint == ISO_OUT) {
        iso_packets++;
        iso_bytes += length;
        return SIM_USB_ACK;
    }
    CHECK(written + length <= KEPT);
    memcpy(kept + written, data, length);
    written += length;
    sim_usb_ready(&mutt, BULK_IN);
    return SIM_USB_ACK;
}

static void happened(void *context, enum sim_usb_event event, ULONG value)
{
    (void)context;
    if (event == SIM_USB_SETTING)
        setting = value;
}

static const struct sim_usb mutt = {.speed = SIM_USB_HIGH,
                                    .device = device_descriptor,
                                    .configurations = {high_speed},
                                    .in = packet_in,
                                    .out = packet_out,
                                    .event = happened};

static struct sim_file *open_pipe(unsigned number)
{
    typedef bool __attribute__((ms_abi)) find(const void *, ULONG, WCHAR *, ULONG);
    static WCHAR path[512];
    size_t length = 0;
    CHECK(((find *)sim_system_function("SimFindInterface"))(&GUID_CLASS_USBSAMP_USB, 0, path, 500));
    while (path[length])
        length++;
    const WCHAR name[] = {'\\', 'P', 'I', 'P', 'E', '0', (WCHAR)('0' + number), 0};
    memcpy(path + length, name, sizeof(name));
    return sim_open(path);
}

TEST(the_setting_with_endpoints_is_selected)
{
    sim_plug_usb(&mutt);
    CHECK_EQ(setting, 1);
}

TEST(the_configuration_descriptor_comes_whole)
{
    UCHAR descriptor[128];
    ULONG moved;
    sim_plug_usb(&mutt);
    struct sim_file *file = sim_open_interface(&GUID_CLASS_USBSAMP_USB);
    CHECK_SUCCESS(
        sim_ioctl(file, IOCTL_USBSAMP_GET_CONFIG_DESCRIPTOR, NULL, 0, descriptor, sizeof(descriptor), &moved));
    CHECK_EQ(moved, sizeof(high_speed));
    CHECK_BYTES(descriptor, high_speed, sizeof(high_speed));
}

TEST(bulk_bytes_go_out_and_in)
{
    static UCHAR out[16384], in[16384];
    ULONG moved;
    sim_plug_usb(&mutt);
    struct sim_file *write = open_pipe(PIPE_BULK_OUT), *read = open_pipe(PIPE_BULK_IN);
    for (size_t i = 0; i < sizeof(out); i++)
        out[i] = (UCHAR)(i * 13);
    CHECK_SUCCESS(sim_write(write, out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(out));
    CHECK_SUCCESS(sim_read(read, in, sizeof(in), &moved));
    CHECK_EQ(moved, sizeof(in));
    CHECK_BYTES(in, out, sizeof(in));
}

/* A frame of high speed has eight microframes, with a packet each. */
TEST(isochronous_reads_take_a_packet_a_microframe)
{
    enum { FRAMES = 4, SIZE = FRAMES * 8 * ISO_PACKET };
    static UCHAR in[SIZE];
    ULONG moved;
    sim_plug_usb(&mutt);
    struct sim_file *read = open_pipe(PIPE_ISO_IN);
    const ULONGLONG begin = sim_time();
    CHECK_SUCCESS(sim_read(read, in, SIZE, &moved));
    CHECK_EQ(moved, SIZE);
    CHECK_EQ(iso_packets, FRAMES * 8);
    for (int i = 0; i < FRAMES * 8; i++)
        CHECK_EQ(in[i * ISO_PACKET], i);
    /* The driver lets ten milliseconds pass first. */
    const ULONGLONG took = (sim_time() - begin) / 10000;
    CHECK(took >= 10 + FRAMES - 1 && took <= 10 + FRAMES + 1);
}

TEST(isochronous_writes_give_a_packet_a_microframe)
{
    enum { FRAMES = 2, SIZE = FRAMES * 8 * ISO_PACKET };
    static UCHAR out[SIZE];
    ULONG moved;
    sim_plug_usb(&mutt);
    CHECK_SUCCESS(sim_write(open_pipe(PIPE_ISO_OUT), out, SIZE, &moved));
    CHECK_EQ(moved, SIZE);
    CHECK_EQ(iso_packets, FRAMES * 8);
    CHECK_EQ(iso_bytes, SIZE);
}

TEST(isochronous_lengths_are_whole_frames)
{
    static UCHAR in[ISO_PACKET * 3];
    sim_plug_usb(&mutt);
    CHECK_STATUS(sim_read(open_pipe(PIPE_ISO_IN), in, sizeof(in), NULL), STATUS_INVALID_PARAMETER);
}

TEST(an_isochronous_device_that_says_nothing_fails_the_read)
{
    static UCHAR in[ISO_PACKET * 8];
    sim_plug_usb(&mutt);
    silent = true;
    CHECK(!NT_SUCCESS(sim_read(open_pipe(PIPE_ISO_IN), in, sizeof(in), NULL)));
}

TEST(a_stalled_pipe_is_reset)
{
    static UCHAR in[512];
    ULONG moved;
    sim_plug_usb(&mutt);
    struct sim_file *read = open_pipe(PIPE_BULK_IN);
    stalls = true;
    CHECK(!NT_SUCCESS(sim_read(read, in, sizeof(in), NULL)));
    stalls = false;
    sim_advance(1000);
    sim_ioctl(read, IOCTL_USBSAMP_RESET_PIPE, NULL, 0, NULL, 0, NULL);
    CHECK_SUCCESS(sim_write(open_pipe(PIPE_BULK_OUT), "again", 5, NULL));
    CHECK_SUCCESS(sim_read(read, in, sizeof(in), &moved));
    CHECK_EQ(moved, 5);
}

TEST(a_reset_device_goes_on)
{
    static UCHAR in[512];
    ULONG moved;
    sim_plug_usb(&mutt);
    struct sim_file *file = sim_open_interface(&GUID_CLASS_USBSAMP_USB);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_USBSAMP_RESET_DEVICE, NULL, 0, NULL, 0, NULL));
    CHECK_SUCCESS(sim_write(open_pipe(PIPE_BULK_OUT), "on", 2, NULL));
    CHECK_SUCCESS(sim_read(open_pipe(PIPE_BULK_IN), in, sizeof(in), &moved));
    CHECK_EQ(moved, 2);
}

TEST(pulled_out_with_reads_under_way)
{
    static UCHAR in[512], iso[ISO_PACKET * 8 * 16];
    struct sim_device *device = sim_plug_usb(&mutt);
    struct sim_file *bulk = open_pipe(PIPE_BULK_IN), *stream = open_pipe(PIPE_ISO_IN);
    struct sim_request *first = sim_begin_read(bulk, in, sizeof(in)),
                       *second = sim_begin_read(stream, iso, sizeof(iso));
    sim_advance(12);
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_wait(first, NULL)));
    CHECK(!NT_SUCCESS(sim_wait(second, NULL)));
}
