/* hid/vhidmini2, as a lower filter under mshidkmdf.sys or mshidumdf.sys: what app/testvhid.c does, with the values that
 * the README, inc/common.h and the application give, and what the driver's sources say of the rest. */
#include <ntsim/hid.h>

#include "../../../inc/common.h"

enum { PAGE = 0xFF00, COLLECTION = 1, VENDOR = 0xDEED, PRODUCT = 0xFEED, VERSION = 0x0101 };
enum { TEST_VENDOR = 0xFEED, TEST_PRODUCT = 0xDEEF, TEST_VERSION = 0x0505 };

static struct sim_file *open_collection(void)
{
    struct sim_file *file = sim_open_hid(PAGE, COLLECTION);
    CHECK(file != NULL);
    return file;
}

TEST(comes_and_goes)
{
    for (int i = 0; i < 3; i++)
        sim_unplug(sim_plug(NULL));
    sim_surprise_remove(sim_plug(NULL));
}

TEST(goes_to_sleep_and_wakes)
{
    HIDMINI_INPUT_REPORT report = {.ReportId = CONTROL_COLLECTION_REPORT_ID};
    sim_plug(NULL);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_SUCCESS(sim_read(open_collection(), &report, sizeof(report), NULL));
}

TEST(the_collection_is_what_the_application_looks_for)
{
    HID_COLLECTION_INFORMATION information;
    HIDP_CAPS caps;
    sim_plug(NULL);
    struct sim_file *file = open_collection();
    CHECK_SUCCESS(sim_hid_information(file, &information));
    CHECK_EQ(information.VendorID, VENDOR);
    CHECK_EQ(information.ProductID, PRODUCT);
    CHECK_EQ(information.VersionNumber, VERSION);
    CHECK(!information.Polled);
    CHECK_STATUS(sim_hid_caps(file, &caps), HIDP_STATUS_SUCCESS);
    CHECK_EQ(caps.FeatureReportByteLength, FEATURE_REPORT_SIZE_CB + 1);
    CHECK_EQ(caps.InputReportByteLength, INPUT_REPORT_SIZE_CB + 1);
    CHECK_EQ(caps.OutputReportByteLength, OUTPUT_REPORT_SIZE_CB + 1);
}

static void check_attributes(struct sim_file *file, USHORT vendor, USHORT product, USHORT version)
{
    UCHAR report[FEATURE_REPORT_SIZE_CB + 1] = {CONTROL_COLLECTION_REPORT_ID};
    MY_DEVICE_ATTRIBUTES attributes;
    CHECK_SUCCESS(sim_hid_get_feature(file, report, sizeof(report)));
    memcpy(&attributes, report + 1, sizeof(attributes));
    CHECK_EQ(report[0], CONTROL_COLLECTION_REPORT_ID);
    CHECK_EQ(attributes.VendorID, vendor);
    CHECK_EQ(attributes.ProductID, product);
    CHECK_EQ(attributes.VersionNumber, version);
}

TEST(features_set_the_attributes)
{
    HIDMINI_CONTROL_INFO control = {
        .ReportId = CONTROL_COLLECTION_REPORT_ID,
        .ControlCode = HIDMINI_CONTROL_CODE_SET_ATTRIBUTES,
        .u.Attributes = {TEST_VENDOR, TEST_PRODUCT, TEST_VERSION},
    };
    sim_plug(NULL);
    struct sim_file *file = open_collection();
    check_attributes(file, VENDOR, PRODUCT, VERSION);
    CHECK_SUCCESS(sim_hid_set_feature(file, &control, sizeof(control)));
    check_attributes(file, TEST_VENDOR, TEST_PRODUCT, TEST_VERSION);
}

TEST(other_control_codes_are_not_implemented)
{
    HIDMINI_CONTROL_INFO control = {.ReportId = CONTROL_COLLECTION_REPORT_ID};
    sim_plug(NULL);
    struct sim_file *file = open_collection();
    const UCHAR codes[] = {HIDMINI_CONTROL_CODE_DUMMY1, HIDMINI_CONTROL_CODE_DUMMY2, 0x77};
    for (size_t i = 0; i < sizeof(codes); i++) {
        control.ControlCode = codes[i];
        CHECK_STATUS(sim_hid_set_feature(file, &control, sizeof(control)), STATUS_NOT_IMPLEMENTED);
    }
    check_attributes(file, VENDOR, PRODUCT, VERSION);
}

static UCHAR input_data(struct sim_file *file)
{
    HIDMINI_INPUT_REPORT report = {.ReportId = CONTROL_COLLECTION_REPORT_ID};
    CHECK_SUCCESS(sim_hid_get_input(file, &report, sizeof(report)));
    CHECK_EQ(report.ReportId, CONTROL_COLLECTION_REPORT_ID);
    return report.Data;
}

TEST(an_output_report_is_the_next_input_report)
{
    HIDMINI_OUTPUT_REPORT report = {.ReportId = CONTROL_COLLECTION_REPORT_ID, .Data = 0x5A};
    sim_plug(NULL);
    struct sim_file *file = open_collection();
    CHECK_EQ(input_data(file), 0);
    CHECK_SUCCESS(sim_hid_set_output(file, &report, sizeof(report)));
    CHECK_EQ(input_data(file), 0x5A);
}

static UCHAR read_data(struct sim_file *file)
{
    HIDMINI_INPUT_REPORT report = {0};
    ULONG moved;
    CHECK_SUCCESS(sim_read(file, &report, sizeof(report), &moved));
    CHECK_EQ(moved, sizeof(report));
    CHECK_EQ(report.ReportId, CONTROL_COLLECTION_REPORT_ID);
    return report.Data;
}

TEST(what_is_written_is_read_when_the_timer_expires)
{
    enum { PERIOD = 5 * 10000000 };
    HIDMINI_OUTPUT_REPORT report = {.ReportId = CONTROL_COLLECTION_REPORT_ID, .Data = 0xC3};
    ULONG moved;
    sim_plug(NULL);
    struct sim_file *file = open_collection();
    CHECK_EQ(read_data(file), 0);
    const ULONGLONG time = sim_time();
    CHECK_SUCCESS(sim_write(file, &report, sizeof(report), &moved));
    CHECK_EQ(moved, sizeof(report));
    CHECK_EQ(read_data(file), 0xC3);
    CHECK(sim_time() - time <= PERIOD + PERIOD / 100);
    CHECK(sim_time() - time >= PERIOD / 2);
}

TEST(strings)
{
    static const WCHAR device[] = VHIDMINI_DEVICE_STRING, product[] = VHIDMINI_PRODUCT_STRING;
    static const WCHAR serial[] = VHIDMINI_SERIAL_NUMBER_STRING, manufacturer[] = VHIDMINI_MANUFACTURER_STRING;
    WCHAR text[MAXIMUM_STRING_LENGTH / sizeof(WCHAR)];
    sim_plug(NULL);
    struct sim_file *file = open_collection();
    CHECK_SUCCESS(sim_hid_get_indexed_string(file, VHIDMINI_DEVICE_STRING_INDEX, text, sizeof(text)));
    CHECK_BYTES(text, device, sizeof(device));
    CHECK_STATUS(sim_hid_get_indexed_string(file, VHIDMINI_DEVICE_STRING_INDEX + 1, text, sizeof(text)),
                 STATUS_INVALID_PARAMETER);
    CHECK_SUCCESS(sim_hid_get_string(file, IOCTL_HID_GET_PRODUCT_STRING, text, sizeof(text)));
    CHECK_BYTES(text, product, sizeof(product));
    CHECK_SUCCESS(sim_hid_get_string(file, IOCTL_HID_GET_SERIALNUMBER_STRING, text, sizeof(text)));
    CHECK_BYTES(text, serial, sizeof(serial));
    CHECK_SUCCESS(sim_hid_get_string(file, IOCTL_HID_GET_MANUFACTURER_STRING, text, sizeof(text)));
    CHECK_BYTES(text, manufacturer, sizeof(manufacturer));
}

TEST(a_read_ends_with_its_device)
{
    HIDMINI_INPUT_REPORT report;
    struct sim_device *device = sim_plug(NULL);
    struct sim_request *read = sim_begin_read(open_collection(), &report, sizeof(report));
    CHECK(!sim_poll(read));
    sim_surprise_remove(device);
    CHECK_STATUS(sim_wait(read, NULL), STATUS_DEVICE_NOT_CONNECTED);
}

TEST(a_read_can_be_cancelled)
{
    HIDMINI_INPUT_REPORT report;
    sim_plug(NULL);
    struct sim_file *file = open_collection();
    struct sim_request *read = sim_begin_read(file, &report, sizeof(report));
    CHECK_SUCCESS(sim_cancel(read));
    CHECK_STATUS(sim_wait(read, NULL), STATUS_CANCELLED);
    CHECK_EQ(read_data(file), 0);
}

/* As the driver's sources say: with ReadFromRegistry in the hardware key the report descriptor is what
 * MyReportDescriptor has. */
static void set_in_key(const WCHAR *name, ULONG type, const void *data, ULONG size)
{
    typedef NTSTATUS __attribute__((ms_abi)) set(const WCHAR *id, const WCHAR *key, const WCHAR *name, ULONG type,
                                                 const void *data, ULONG size);
    set *const add = (set *)sim_system_function("SimRegisterSetting");
    CHECK_SUCCESS(add(L"root\\vhidmini", L"", name, type, data, size));
    CHECK_SUCCESS(add(L"root\\VhidminiUm", L"", name, type, data, size));
}

TEST(the_report_descriptor_comes_from_the_registry)
{
    enum { REG_BINARY = 3, REG_DWORD };
    static const UCHAR descriptor[] = {0x06, 0x02, 0xFF, 0x09, 0x07, 0xA1, 0x01, 0x85, 1,    0x09, 0x01,
                                       0x15, 0x00, 0x25, 0x7F, 0x75, 0x08, 0x95, 0x05, 0x81, 0x02, 0xC0};
    HIDP_CAPS caps;
    set_in_key(L"ReadFromRegistry", REG_DWORD, &(const ULONG){1}, sizeof(ULONG));
    set_in_key(L"MyReportDescriptor", REG_BINARY, descriptor, sizeof(descriptor));
    sim_plug(NULL);
    CHECK(!sim_open_hid(PAGE, COLLECTION));
    struct sim_file *file = sim_open_hid(0xFF02, 7);
    CHECK(file != NULL);
    CHECK_STATUS(sim_hid_caps(file, &caps), HIDP_STATUS_SUCCESS);
    CHECK_EQ(caps.InputReportByteLength, 6);
    CHECK_EQ(caps.OutputReportByteLength, 0);
}

/* --- what the class driver and the parser keep --- */

struct pool_block { /* struct sim_pool_block */
    ULONGLONG address, size, caller;
    ULONG tag, type;
};

static void __attribute__((ms_abi)) count_block(void *context, const struct pool_block *block)
{
    if (block->tag == 'CdiH' || block->tag == 'psrH' || block->tag == 'udiH')
        ++*(ULONG *)context;
}

static ULONG blocks_of_class(void)
{
    typedef ULONGLONG __attribute__((ms_abi)) leaks(ULONGLONG base, ULONGLONG size, void *callback, void *context);
    ULONG count = 0;
    ((leaks *)sim_system_function("SimPoolLeaks"))(0, ~0ULL, (void *)count_block, &count);
    return count;
}

TEST(nothing_is_left_of_a_device_that_went)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = open_collection();
    check_attributes(file, VENDOR, PRODUCT, VERSION);
    read_data(file);
    CHECK(blocks_of_class() > 0);
    sim_close(file);
    sim_unplug(device);
    CHECK_EQ(blocks_of_class(), 0);
}
