/* simbatt: a battery that a program makes up. The driver is a miniclass driver of battc.sys, which answers the battery
 * IOCTLs of the public reference; what the battery says is set by IOCTLs of the sample's own (simbattdriverif.h). */
#include <ntsim/ntsim.h>

#include <string.h>

#include "../simbattdriverif.h"

DEFINE_GUID(GUID_DEVICE_BATTERY, 0x72631e54, 0x78a4, 0x11d0, 0xbc, 0xf7, 0x00, 0xaa, 0x00, 0xb7, 0xb3, 0x2a);

/* batclass.h */
#ifndef FILE_DEVICE_BATTERY
#define FILE_DEVICE_BATTERY 0x29
#endif
#define QUERY_TAG         CTL_CODE(FILE_DEVICE_BATTERY, 0x10, METHOD_BUFFERED, FILE_READ_DATA)
#define QUERY_INFORMATION CTL_CODE(FILE_DEVICE_BATTERY, 0x11, METHOD_BUFFERED, FILE_READ_DATA)
#define SET_INFORMATION   CTL_CODE(FILE_DEVICE_BATTERY, 0x12, METHOD_BUFFERED, FILE_WRITE_DATA)
#define QUERY_STATUS      CTL_CODE(FILE_DEVICE_BATTERY, 0x13, METHOD_BUFFERED, FILE_READ_DATA)

enum { ON_LINE = 1, DISCHARGING = 2, CHARGING = 4 };
enum { INFORMATION, GRANULARITY, TEMPERATURE, ESTIMATED_TIME, DEVICE_NAME, MANUFACTURE_DATE };
enum { CRITICAL_BIAS, CHARGE, DISCHARGE, CHARGING_SOURCE };
#define FOREVER         0xFFFFFFFFu
#define UNKNOWN_VOLTAGE 0xFFFFFFFFu
#define UNKNOWN_TIME    0xFFFFFFFFu

struct status {
    ULONG power_state, capacity, voltage;
    LONG rate;
};
struct wait {
    ULONG tag, timeout, power_state, low, high;
};
struct information {
    ULONG capabilities;
    UCHAR technology, reserved[3], chemistry[4];
    ULONG designed, full, alert1, alert2, bias, cycles;
};

static const struct status new_status = {ON_LINE, 100, UNKNOWN_VOLTAGE, 0};

static struct sim_file *open_battery(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVICE_BATTERY);
}

static ULONG tag_of(struct sim_file *file)
{
    ULONG tag = 0, moved;
    CHECK_SUCCESS(sim_ioctl(file, QUERY_TAG, NULL, 0, &tag, sizeof(tag), &moved));
    CHECK_EQ(moved, sizeof(tag));
    CHECK(tag != 0);
    return tag;
}

static NTSTATUS ask(struct sim_file *file, ULONG tag, ULONG level, LONG rate, void *data, ULONG size, ULONG *moved)
{
    const ULONG query[] = {tag, level, (ULONG)rate};
    return sim_ioctl(file, QUERY_INFORMATION, query, sizeof(query), data, size, moved);
}

static void set_status(struct sim_file *file, struct status status)
{
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_SIMBATT_SET_STATUS, &status, sizeof(status), NULL, 0, NULL));
}

static struct status status_of(struct sim_file *file)
{
    const struct wait wait = {.tag = tag_of(file)};
    struct status status;
    ULONG moved;
    CHECK_SUCCESS(sim_ioctl(file, QUERY_STATUS, &wait, sizeof(wait), &status, sizeof(status), &moved));
    CHECK_EQ(moved, sizeof(status));
    return status;
}

TEST(tells_what_it_is)
{
    static const WCHAR name[] = L"SimulatedBattery";
    struct sim_file *file = open_battery();
    struct information information;
    WCHAR text[128];
    ULONG tag = tag_of(file), moved;
    CHECK_SUCCESS(ask(file, tag, INFORMATION, 0, &information, sizeof(information), &moved));
    CHECK_EQ(moved, sizeof(information));
    CHECK_BYTES(information.chemistry, "Fake", 4);
    CHECK_EQ(information.designed, 100);
    CHECK_EQ(information.full, 100);
    CHECK_SUCCESS(ask(file, tag, DEVICE_NAME, 0, text, sizeof(text), &moved));
    CHECK_EQ(moved, sizeof(name));
    CHECK_BYTES(text, name, sizeof(name));
    struct status status = status_of(file);
    CHECK_BYTES(&status, &new_status, sizeof(status));
}

TEST(wrong_tags_levels_and_sizes_are_refused)
{
    struct sim_file *file = open_battery();
    struct information information;
    ULONG tag = tag_of(file);
    struct wait wait = {.tag = tag + 1};
    struct status status;
    CHECK_STATUS(ask(file, tag + 1, INFORMATION, 0, &information, sizeof(information), NULL), STATUS_NO_SUCH_DEVICE);
    CHECK_STATUS(ask(file, tag, 99, 0, &information, sizeof(information), NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(ask(file, tag, INFORMATION, 0, &information, 4, NULL), STATUS_BUFFER_TOO_SMALL);
    CHECK_STATUS(ask(file, tag, MANUFACTURE_DATE, 0, &information, sizeof(information), NULL),
                 STATUS_INVALID_DEVICE_REQUEST);
    CHECK_STATUS(sim_ioctl(file, QUERY_STATUS, &wait, sizeof(wait), &status, sizeof(status), NULL),
                 STATUS_NO_SUCH_DEVICE);
    CHECK(!NT_SUCCESS(sim_ioctl(file, QUERY_TAG, NULL, 0, NULL, 0, NULL)));
    CHECK(!NT_SUCCESS(sim_ioctl(file, QUERY_STATUS, &wait, 4, &status, sizeof(status), NULL)));
}

TEST(a_program_sets_its_state)
{
    struct sim_file *file = open_battery();
    const struct status half = {DISCHARGING, 50, 12000, -100}, strange = {0x100, 50, 12000, -100};
    const ULONG calculate = SIMBATT_RATE_CALCULATE;
    ULONG seconds;
    set_status(file, half);
    struct status status = status_of(file);
    CHECK_BYTES(&status, &half, sizeof(half));
    CHECK_STATUS(sim_ioctl(file, IOCTL_SIMBATT_SET_STATUS, &strange, sizeof(strange), NULL, 0, NULL),
                 STATUS_INVALID_PARAMETER);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_SIMBATT_SET_ESTIMATED_TIME, &calculate, sizeof(calculate), NULL, 0, NULL));
    CHECK_SUCCESS(ask(file, tag_of(file), ESTIMATED_TIME, 0, &seconds, sizeof(seconds), NULL));
    CHECK_EQ(seconds, 3600 * 50 / 100); /* at its own rate */
    CHECK_SUCCESS(ask(file, tag_of(file), ESTIMATED_TIME, -50, &seconds, sizeof(seconds), NULL));
    CHECK_EQ(seconds, 3600 * 50 / 50);
    CHECK_SUCCESS(ask(file, tag_of(file), ESTIMATED_TIME, 50, &seconds, sizeof(seconds), NULL));
    CHECK_EQ(seconds, UNKNOWN_TIME);
}

TEST(new_information_gets_a_new_tag)
{
    struct sim_file *file = open_battery();
    struct information information = {.chemistry = "LION", .designed = 5000, .full = 4500}, got;
    ULONG old = tag_of(file);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_SIMBATT_SET_INFORMATION, &information, sizeof(information), NULL, 0, NULL));
    CHECK(tag_of(file) != old);
    CHECK_STATUS(ask(file, old, INFORMATION, 0, &got, sizeof(got), NULL), STATUS_NO_SUCH_DEVICE);
    CHECK_SUCCESS(ask(file, tag_of(file), INFORMATION, 0, &got, sizeof(got), NULL));
    CHECK_BYTES(&got, &information, sizeof(got));
}

/* The driver draws as much as the charging source gives. */
TEST(charging_source)
{
    struct sim_file *file = open_battery();
    struct {
        ULONG tag, level, type, current;
    } set = {tag_of(file), CHARGING_SOURCE, 2, 900};
    ULONG current;
    CHECK_SUCCESS(sim_ioctl(file, SET_INFORMATION, &set, sizeof(set), NULL, 0, NULL));
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_SIMBATT_GET_MAXCHARGINGCURRENT, NULL, 0, &current, sizeof(current), NULL));
    CHECK_EQ(current, 900);
    set.level = CHARGE;
    CHECK_STATUS(sim_ioctl(file, SET_INFORMATION, &set, sizeof(set), NULL, 0, NULL), STATUS_NOT_SUPPORTED);
    set.tag++;
    CHECK_STATUS(sim_ioctl(file, SET_INFORMATION, &set, sizeof(set), NULL, 0, NULL), STATUS_NO_SUCH_DEVICE);
    CHECK_STATUS(sim_ioctl(file, SET_INFORMATION, &set, 8, NULL, 0, NULL), STATUS_NO_SUCH_DEVICE);
}

/* "A battery information request is deferred until": the power state is another, the capacity leaves the range, the tag
 * changes, or the time is over (BATTERY_WAIT_STATUS). */
static struct sim_request *begin_wait(struct sim_file *file, struct wait *wait, struct status *status)
{
    struct sim_request *request = sim_begin_ioctl(file, QUERY_STATUS, wait, sizeof(*wait), status, sizeof(*status));
    sim_advance(1);
    CHECK(!sim_poll(request));
    return request;
}

TEST(a_wait_ends_when_the_power_state_changes)
{
    struct sim_file *file = open_battery();
    struct wait wait = {tag_of(file), FOREVER, ON_LINE, 0, 200};
    struct status status, charging = {ON_LINE | CHARGING, 100, 1, 1};
    struct sim_request *request = begin_wait(file, &wait, &status);
    set_status(file, (struct status){ON_LINE, 150, 1, 0}); /* within the range */
    sim_advance(1);
    CHECK(!sim_poll(request));
    set_status(file, charging);
    CHECK_SUCCESS(sim_wait(request, NULL));
    CHECK_BYTES(&status, &charging, sizeof(status));
}

TEST(a_wait_ends_when_the_capacity_leaves_the_range)
{
    struct sim_file *file = open_battery();
    struct wait wait = {tag_of(file), FOREVER, ON_LINE, 40, 100};
    struct status low, high;
    struct sim_request *below = begin_wait(file, &wait, &low);
    set_status(file, (struct status){ON_LINE, 39, 1, 0});
    CHECK_SUCCESS(sim_wait(below, NULL));
    CHECK_EQ(low.capacity, 39);
    wait.low = 0;
    struct sim_request *above = begin_wait(file, &wait, &high);
    set_status(file, (struct status){ON_LINE, 101, 1, 0});
    CHECK_SUCCESS(sim_wait(above, NULL));
    CHECK_EQ(high.capacity, 101);
}

TEST(a_wait_ends_when_the_time_is_over)
{
    struct sim_file *file = open_battery();
    struct wait wait = {tag_of(file), 5000, ON_LINE, 0, 100};
    struct status status;
    struct sim_request *request = begin_wait(file, &wait, &status);
    sim_advance(4900);
    CHECK(!sim_poll(request));
    sim_advance(200);
    CHECK(sim_poll(request));
    CHECK_SUCCESS(sim_wait(request, NULL));
    CHECK_BYTES(&status, &new_status, sizeof(status));
}

TEST(a_wait_ends_when_the_tag_changes)
{
    struct sim_file *file = open_battery();
    struct wait wait = {tag_of(file), FOREVER, ON_LINE, 0, 100};
    struct information information = {.chemistry = "LION"};
    struct status status;
    struct sim_request *request = begin_wait(file, &wait, &status);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_SIMBATT_SET_INFORMATION, &information, sizeof(information), NULL, 0, NULL));
    CHECK_STATUS(sim_wait(request, NULL), STATUS_NO_SUCH_DEVICE);
}

/* The driver leaves the class driver when the last file is closed. */
TEST(a_wait_is_canceled)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVICE_BATTERY);
    struct wait wait = {tag_of(file), FOREVER, ON_LINE, 0, 100};
    struct status status[2];
    struct sim_request *first = begin_wait(file, &wait, &status[0]), *second = begin_wait(file, &wait, &status[1]);
    CHECK_SUCCESS(sim_cancel(first));
    CHECK_STATUS(sim_wait(first, NULL), STATUS_CANCELLED);
    sim_surprise_remove(device);
    CHECK_SUCCESS(sim_cancel(second));
    CHECK_STATUS(sim_wait(second, NULL), STATUS_CANCELLED);
}

TEST(works_after_the_system_slept)
{
    struct sim_file *file = open_battery();
    struct wait wait = {tag_of(file), FOREVER, ON_LINE, 0, 100};
    struct status status;
    struct sim_request *request = begin_wait(file, &wait, &status);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK(!sim_poll(request));
    set_status(file, (struct status){DISCHARGING, 100, 1, -1});
    CHECK_SUCCESS(sim_wait(request, NULL));
    CHECK_EQ(status.power_state, DISCHARGING);
}

TEST(comes_and_goes)
{
    for (int i = 0; i < 3; i++)
        sim_unplug(sim_plug(NULL));
    sim_surprise_remove(sim_plug(NULL));
}

/* The class driver's data blocks of WMI: BATTERY_WMI_STATUS (batclass.h). */
TEST(wmi_tells_the_status)
{
    typedef __attribute__((ms_abi)) NTSTATUS open(const GUID *guid, ULONG access, void **block);
    typedef __attribute__((ms_abi)) NTSTATUS query(void *, void *name, ULONG *, void *);
    typedef __attribute__((ms_abi)) LONGLONG dereference(void *);
    static const GUID status_guid = {0xfc4670d1, 0xebbf, 0x416e, {0x87, 0xce, 0x37, 0x4a, 0x4e, 0xbc, 0x11, 0x1a}};
    static const WCHAR text[] = u"{6B34C467-CE1F-4c0d-A3E4-F98A5718A9D6}\\SimBatt\\0000_0";
    const struct {
        USHORT length, maximum;
        const WCHAR *buffer;
    } name = {sizeof(text) - sizeof(WCHAR), sizeof(text), text};
    struct {
        ULONG header[12], name_at, index, data_at, data_size;
        UCHAR rest[512];
    } node;
    struct {
        ULONG tag, capacity;
        LONG charge_rate, discharge_rate;
        ULONG voltage;
        UCHAR on_line, charging, discharging, critical;
    } data;
    ULONG size = sizeof(node);
    void *block;
    struct sim_file *file = open_battery();
    set_status(file, (struct status){DISCHARGING, 50, 12000, -100});
    CHECK_SUCCESS(((open *)sim_system_function("IoWMIOpenBlock"))(&status_guid, 1, &block));
    CHECK_SUCCESS(((query *)sim_system_function("IoWMIQuerySingleInstance"))(block, (void *)&name, &size, &node));
    CHECK_EQ(node.data_size, sizeof(data));
    memcpy(&data, (UCHAR *)&node + node.data_at, sizeof(data));
    CHECK_EQ(data.tag, tag_of(file));
    CHECK_EQ(data.capacity, 50);
    CHECK_EQ(data.discharge_rate, 100);
    CHECK_EQ(data.voltage, 12000);
    CHECK_EQ(data.discharging, 1);
    CHECK_EQ(data.on_line, 0);
    ((dereference *)sim_system_function("ObfDereferenceObject"))(block);
}
