/* hid/hidusbfx2: OSR's USB-FX2 learning board as a HID device, as the README maps its switches and displays. */
#include <ntsim/hid.h>

#include "board.h"

enum { CONSUMER = 0x0C, CONSUMER_CONTROL = 1, DESKTOP = 1, SYSTEM_CONTROL = 0x80, VENDOR = 0xFF00, DISPLAYS = 1 };
enum { CONSUMER_REPORT = 1, SYSTEM_REPORT, SEGMENT_REPORT = 4, BARS_REPORT };
enum { DEBOUNCE = 10 /* ms */ };

static struct board board;

static struct sim_device *plug(void)
{
    board_init(&board, SIM_USB_HIGH);
    struct sim_device *device = sim_plug_usb(&board.usb);
    sim_advance(50); /* the driver ignores what the board says of its switches when it starts */
    return device;
}

static struct sim_file *open_collection(USAGE page, USAGE usage)
{
    struct sim_file *file = sim_open_hid(page, usage);
    CHECK(file != NULL);
    return file;
}

TEST(three_collections)
{
    HID_COLLECTION_INFORMATION information;
    HIDP_CAPS caps;
    plug();
    CHECK_STATUS(sim_hid_caps(open_collection(CONSUMER, CONSUMER_CONTROL), &caps), HIDP_STATUS_SUCCESS);
    CHECK_EQ(caps.InputReportByteLength, 2);
    CHECK_STATUS(sim_hid_caps(open_collection(DESKTOP, SYSTEM_CONTROL), &caps), HIDP_STATUS_SUCCESS);
    CHECK_EQ(caps.InputReportByteLength, 2);
    struct sim_file *displays = open_collection(VENDOR, DISPLAYS);
    CHECK_STATUS(sim_hid_caps(displays, &caps), HIDP_STATUS_SUCCESS);
    CHECK_EQ(caps.InputReportByteLength, 0);
    CHECK_EQ(caps.FeatureReportByteLength, 2);
    CHECK_SUCCESS(sim_hid_information(displays, &information));
    CHECK_EQ(information.VendorID, 0x0547);
    CHECK_EQ(information.ProductID, 0x1002);
}

TEST(features_are_the_displays)
{
    plug();
    struct sim_file *displays = open_collection(VENDOR, DISPLAYS);
    UCHAR report[2] = {SEGMENT_REPORT, 0xD7};
    CHECK_SUCCESS(sim_hid_set_feature(displays, report, sizeof(report)));
    CHECK_EQ(board.segments, 0xD7);
    report[0] = BARS_REPORT;
    report[1] = 0x81;
    CHECK_SUCCESS(sim_hid_set_feature(displays, report, sizeof(report)));
    CHECK_EQ(board.bars, 0x81);
    board.bars = 0x18;
    CHECK_SUCCESS(sim_hid_get_feature(displays, report, sizeof(report)));
    CHECK_BYTES(report, "\5\x18", 2);
    report[0] = SYSTEM_REPORT;
    CHECK_STATUS(sim_hid_set_feature(displays, report, sizeof(report)), STATUS_INVALID_PARAMETER);
}

static USAGE read_usage(struct sim_file *file, USAGE page)
{
    CHAR report[2];
    USAGE usage = 0;
    ULONG count = 1;
    CHECK_SUCCESS(sim_read(file, report, sizeof(report), NULL));
    CHECK_STATUS(HIDP(GetUsages)(HidP_Input, page, 0, &usage, &count, sim_hid_preparsed(file), report, sizeof(report)),
                 HIDP_STATUS_SUCCESS);
    CHECK_EQ(count, 1);
    return usage;
}

/* The table of the README, from switch 8 to switch 2, and the usages of the HID usage tables. */
TEST(switches_are_hot_keys)
{
    static const USAGE keys[] = {0x223, 0x224, 0x225, 0x227, 0x22A, 0x18A, 0x192};
    plug();
    struct sim_file *consumer = open_collection(CONSUMER, CONSUMER_CONTROL);
    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
        board_set_switches(&board, (UCHAR)(1 << i));
        CHECK_EQ(read_usage(consumer, CONSUMER), keys[i]);
    }
}

TEST(the_first_switch_is_sleep)
{
    char report[2];
    plug();
    struct sim_file *consumer = open_collection(CONSUMER, CONSUMER_CONTROL);
    struct sim_file *system = open_collection(DESKTOP, SYSTEM_CONTROL);
    struct sim_request *other = sim_begin_read(consumer, report, sizeof(report));
    const ULONGLONG time = sim_time();
    board_set_switches(&board, 0x80);
    CHECK_EQ(read_usage(system, DESKTOP), 0x82);
    CHECK(sim_time() - time >= DEBOUNCE * 10000);
    CHECK(!sim_poll(other));
}

TEST(it_sleeps_and_wakes)
{
    plug();
    struct sim_file *consumer = open_collection(CONSUMER, CONSUMER_CONTROL);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    sim_advance(50);
    board_set_switches(&board, 1);
    CHECK_EQ(read_usage(consumer, CONSUMER), 0x223);
}

/* As README says: SelectiveSuspendEnabled in the device's hardware key. */
static void enable_selective_suspend(void)
{
    typedef NTSTATUS __attribute__((ms_abi)) set(const WCHAR *id, const WCHAR *key, const WCHAR *name, ULONG type,
                                                 const void *data, ULONG size);
    const ULONG on = 1;
    CHECK_SUCCESS(((set *)sim_system_function("SimRegisterSetting"))(L"USB\\VID_0547&PID_1002", L"",
                                                                     L"SelectiveSuspendEnabled", 4, &on, sizeof(on)));
}

TEST(it_is_suspended_while_nobody_has_it_open)
{
    enable_selective_suspend();
    plug();
    CHECK_EQ(board.suspended, 0);
    sim_advance(30000);
    CHECK_EQ(board.suspended, 1);
    CHECK_EQ(board.resumed, 0);
    struct sim_file *consumer = open_collection(CONSUMER, CONSUMER_CONTROL);
    CHECK_EQ(board.resumed, 1);
    sim_advance(50);
    board_set_switches(&board, 1);
    CHECK_EQ(read_usage(consumer, CONSUMER), 0x223);
    sim_advance(30000);
    CHECK_EQ(board.suspended, 1);
    sim_close(consumer);
    sim_advance(30000);
    CHECK_EQ(board.suspended, 2);
}

TEST(it_wakes_of_itself)
{
    enable_selective_suspend();
    struct sim_device *device = plug();
    sim_advance(30000);
    CHECK_EQ(board.suspended, 1);
    board_set_switches(&board, 1);
    sim_advance(100);
    CHECK_EQ(board.resumed, 1);
    sim_advance(30000);
    CHECK_EQ(board.suspended, 2); /* nobody has it open */
    sim_unplug(device);
    device = plug();
    sim_advance(30000);
    sim_surprise_remove(device);
}

TEST(it_goes)
{
    char report[2];
    struct sim_device *device = plug();
    struct sim_file *consumer = open_collection(CONSUMER, CONSUMER_CONTROL);
    struct sim_request *read = sim_begin_read(consumer, report, sizeof(report));
    sim_surprise_remove(device);
    CHECK_STATUS(sim_wait(read, NULL), STATUS_DEVICE_NOT_CONNECTED);
    sim_close(consumer);
    sim_unplug(plug());
}
