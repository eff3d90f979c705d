/* general/event: a driver tells a program that time is up, through an event or by completing a request. */
#include <ntsim/ntsim.h>

/* public.h of the sample wants devioctl.h; its few names, as they stand there. */
enum notify_type { IRP_BASED, EVENT_BASED };
struct register_event {
    enum notify_type type;
    HANDLE event;
    LONGLONG due; /* 100 ns; relative when negative */
};
#define IOCTL_REGISTER_EVENT CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS)

#define SECONDS(count) ((count) * 10000000LL)

static struct sim_file *open_device(void)
{
    return sim_open(u"\\\\.\\Event_Sample");
}

TEST(the_request_ends_when_time_is_up)
{
    struct register_event request = {.type = IRP_BASED, .due = -SECONDS(3)};
    ULONGLONG before = sim_time();
    CHECK_SUCCESS(sim_ioctl(open_device(), IOCTL_REGISTER_EVENT, &request, sizeof(request), NULL, 0, NULL));
    CHECK(sim_time() - before >= SECONDS(3) && sim_time() - before < SECONDS(4));
}

TEST(a_request_that_waits_can_be_cancelled)
{
    struct sim_file *file = open_device();
    struct register_event request = {.type = IRP_BASED, .due = -SECONDS(3600)};
    struct sim_request *waiting = sim_begin_ioctl(file, IOCTL_REGISTER_EVENT, &request, sizeof(request), NULL, 0);
    sim_advance(1000);
    CHECK(!sim_poll(waiting));
    CHECK_SUCCESS(sim_cancel(waiting));
    CHECK_STATUS(sim_wait(waiting, NULL), STATUS_CANCELLED);
}

typedef NTSTATUS __attribute__((ms_abi)) create_event(HANDLE *, ULONG, void *, ULONG, UCHAR);
typedef NTSTATUS __attribute__((ms_abi)) wait_for(HANDLE, UCHAR, const LONGLONG *);

TEST(the_event_is_set_when_time_is_up)
{
    create_event *const create = (create_event *)(uintptr_t)sim_system_function("NtCreateEvent");
    wait_for *const wait = (wait_for *)(uintptr_t)sim_system_function("NtWaitForSingleObject");
    struct sim_file *file = open_device();
    struct register_event request = {.type = EVENT_BASED, .due = -SECONDS(2)};
    const LONGLONG one = -SECONDS(1), five = -SECONDS(5);
    CHECK_SUCCESS(create(&request.event, 0x1F0003, NULL, 0, 0));
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_REGISTER_EVENT, &request, sizeof(request), NULL, 0, NULL));
    CHECK_STATUS(wait(request.event, 0, &one), STATUS_TIMEOUT);
    ULONGLONG before = sim_time();
    CHECK_SUCCESS(wait(request.event, 0, &five));
    CHECK(sim_time() - before <= SECONDS(1));
}

/* The checked build asserts these. */
TEST_BUG_CHECK(an_unknown_kind_of_notification, 0x3B)
{
    struct register_event request = {.type = (enum notify_type)7};
    sim_ioctl(open_device(), IOCTL_REGISTER_EVENT, &request, sizeof(request), NULL, 0, NULL);
}

TEST_BUG_CHECK(an_unknown_code, 0x3B)
{
    sim_ioctl(open_device(), 0x222004, NULL, 0, NULL, 0, NULL);
}

TEST(a_record_that_is_too_short_is_refused)
{
    struct sim_file *file = open_device();
    struct register_event request = {.type = IRP_BASED};
    CHECK_STATUS(sim_ioctl(file, IOCTL_REGISTER_EVENT, &request, 4, NULL, 0, NULL), STATUS_INVALID_PARAMETER);
}
