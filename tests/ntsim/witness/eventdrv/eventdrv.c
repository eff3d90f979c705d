/* general/tracing/evntdrv: events of a manifest (evntdrv.xml), written at the driver's start and end and for an IOCTL.
 */
#include <ntsim/ntsim.h>

#include "../drvioctl.h"

DEFINE_GUID(sample_driver, 0xb5a0bda9, 0x50fe, 0x4d0e, 0xa8, 0x3d, 0xba, 0xe3, 0xf5, 0x8c, 0x94, 0xd6);

/* The session that the README makes with tracelog: ntsim/etw/sim.h. */
struct event {
    GUID provider;
    struct {
        USHORT id;
        UCHAR version, channel, level, opcode;
        USHORT task;
        ULONGLONG keyword;
    } descriptor;
    ULONG size, reserved;
    UCHAR data[256];
};
typedef NTSTATUS __attribute__((ms_abi)) trace_enable(const void *, ULONG, ULONGLONG, ULONGLONG);
typedef NTSTATUS __attribute__((ms_abi)) trace_disable(const void *);
typedef NTSTATUS __attribute__((ms_abi)) trace_next(struct event *);

static void listen(void)
{
    CHECK_SUCCESS(((trace_enable *)(uintptr_t)sim_system_function("SimTraceEnable"))(&sample_driver, 0, 0, 0));
}

static NTSTATUS next(struct event *event)
{
    return ((trace_next *)(uintptr_t)sim_system_function("SimTraceNext"))(event);
}

enum { INFORMATIONAL = 4, INFO = 0, START = 1, STOP = 2 };

static void check_event(struct event *event, USHORT id, UCHAR opcode)
{
    CHECK_SUCCESS(next(event));
    CHECK_BYTES(&event->provider, &sample_driver, sizeof(GUID));
    CHECK_EQ(event->descriptor.id, id);
    CHECK_EQ(event->descriptor.opcode, opcode);
    CHECK_EQ(event->descriptor.level, INFORMATIONAL);
}

static struct sim_file *open_device(void)
{
    return sim_open(u"\\\\.\\EVENTETW");
}

TEST_UNLOADED(start_sample_and_unload_are_written)
{
    static const WCHAR name[] = u"\\Device\\EventEtw";
    struct event event;
    ULONG status = 1;
    USHORT length;
    listen();
    CHECK_SUCCESS(sim_load());
    struct sim_file *file = open_device();
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_EVNTKMP_TRACE_EVENT_A, NULL, 0, NULL, 0, NULL));
    sim_close(file);
    sim_unload();

    check_event(&event, 1, START); /* the length of the device's name, the name, DriverEntry's status */
    memcpy(&length, event.data, sizeof(length));
    CHECK_EQ(event.size, sizeof(length) + length + sizeof(WCHAR) + sizeof(status));
    memcpy(&status, event.data + event.size - sizeof(status), sizeof(status));
    CHECK_EQ(status, STATUS_SUCCESS);
    CHECK_EQ(length, sizeof(name) - sizeof(WCHAR));
    CHECK_BYTES(event.data + sizeof(length), name, sizeof(name));
    check_event(&event, 2, INFO);
    CHECK_EQ(event.size, 0);
    check_event(&event, 3, STOP); /* the address of the device object */
    CHECK_EQ(event.size, sizeof(ULONGLONG));
    CHECK_STATUS(next(&event), STATUS_NO_MORE_ENTRIES);
}

TEST(each_request_is_an_event)
{
    struct event event;
    struct sim_file *file = open_device();
    listen();
    for (int i = 0; i < 3; i++)
        CHECK_SUCCESS(sim_ioctl(file, IOCTL_EVNTKMP_TRACE_EVENT_A, NULL, 0, NULL, 0, NULL));
    for (int i = 0; i < 3; i++)
        check_event(&event, 2, INFO);
    CHECK_STATUS(next(&event), STATUS_NO_MORE_ENTRIES);
}

TEST(nobody_listens)
{
    struct event event;
    struct sim_file *file = open_device();
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_EVNTKMP_TRACE_EVENT_A, NULL, 0, NULL, 0, NULL));
    listen();
    CHECK_SUCCESS(((trace_disable *)(uintptr_t)sim_system_function("SimTraceDisable"))(&sample_driver));
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_EVNTKMP_TRACE_EVENT_A, NULL, 0, NULL, 0, NULL));
    CHECK_STATUS(next(&event), STATUS_NO_MORE_ENTRIES);
}
