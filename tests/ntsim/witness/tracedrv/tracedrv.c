/* general/tracing/tracedriver: software tracing (WPP) by flags and levels, as the README's tracelog asks for them. */
#include <ntsim/ntsim.h>

#include "../drvioctl.h"

/* The README's Tracedrv.ctl. */
DEFINE_GUID(control, 0xd58c126f, 0xb309, 0x11d1, 0x96, 0x9e, 0x00, 0x00, 0xf8, 0x75, 0xa5, 0xbc);

enum { FLAG_ONE = 1, FLAG_TWO = 2, CRITICAL = 1, ERROR = 2 };

/* The session: ntsim/etw/sim.h. */
struct event {
    UCHAR head[40], data[256];
};
typedef NTSTATUS __attribute__((ms_abi)) trace_enable(const void *, ULONG, ULONGLONG, ULONGLONG);
typedef NTSTATUS __attribute__((ms_abi)) trace_disable(const void *);
typedef NTSTATUS __attribute__((ms_abi)) trace_next(struct event *);

static int messages(void)
{
    trace_next *const next = (trace_next *)(uintptr_t)sim_system_function("SimTraceNext");
    struct event event;
    int count = 0;
    while (next(&event) == STATUS_SUCCESS)
        count++;
    return count;
}

static void listen(ULONG level, ULONG flags)
{
    CHECK_SUCCESS(((trace_enable *)(uintptr_t)sim_system_function("SimTraceEnable"))(&control, level, flags, 0));
}

static struct sim_file *open_device(void)
{
    return sim_open(u"\\\\.\\TRACEKMP");
}

static int messages_of_a_request(ULONG level, ULONG flags)
{
    struct sim_file *file = open_device();
    listen(level, flags);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_TRACEKMP_TRACE_EVENT, NULL, 0, NULL, 0, NULL));
    return messages();
}

/* The number of the request, three times Hello, and the status that the function returns. */
TEST(flag_one)
{
    CHECK_EQ(messages_of_a_request(0, FLAG_ONE), 5);
}

/* The state of the machine; "Trace if level >=2 and 2 bit set by -level 2 -flags 2 in tracelog". */
TEST(flag_two_with_its_level)
{
    CHECK_EQ(messages_of_a_request(ERROR, FLAG_TWO), 1);
}

TEST(flag_two_below_its_level)
{
    CHECK_EQ(messages_of_a_request(CRITICAL, FLAG_TWO), 0);
}

TEST(both_flags)
{
    CHECK_EQ(messages_of_a_request(ERROR, FLAG_ONE | FLAG_TWO), 6);
}

TEST(nothing_without_a_session)
{
    struct sim_file *file = open_device();
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_TRACEKMP_TRACE_EVENT, NULL, 0, NULL, 0, NULL));
    listen(0, FLAG_ONE);
    CHECK_SUCCESS(((trace_disable *)(uintptr_t)sim_system_function("SimTraceDisable"))(&control));
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_TRACEKMP_TRACE_EVENT, NULL, 0, NULL, 0, NULL));
    CHECK_EQ(messages(), 0);
}

/* An unknown code is traced, too: by TRACE_RETURN. */
TEST(an_unknown_code)
{
    struct sim_file *file = open_device();
    listen(0, FLAG_ONE);
    CHECK_STATUS(sim_ioctl(file, 0x222000, NULL, 0, NULL, 0, NULL), STATUS_INVALID_PARAMETER);
    CHECK_EQ(messages(), 1);
}
