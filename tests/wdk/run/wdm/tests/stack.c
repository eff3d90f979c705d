/* What programs see of the driver. */
#include <ntsim/ntsim.h>

#include "../public.h"
#include "../src/codes.h"

static struct sim_device *plugged;
static struct sim_file *open(void)
{
    plugged = sim_plug("root\\stack");
    return sim_open_interface(&GUID_DEVINTERFACE_STACK);
}

static NTSTATUS ask(struct sim_file *file, ULONG code, ULONG *moved)
{
    UCHAR room[16] = {0};
    return sim_ioctl(file, code, NULL, 0, room, sizeof room, moved);
}

TEST(queue_gives_in_order)
{
    struct sim_file *file = open();
    UCHAR room[16];
    ULONG moved = 0;
    struct sim_request *first = sim_begin_ioctl(file, IOCTL_PUT, NULL, 0, room, sizeof room);
    struct sim_request *second = sim_begin_ioctl(file, IOCTL_PUT, NULL, 0, room, sizeof room);

    CHECK(!sim_poll(first) && !sim_poll(second));
    CHECK_SUCCESS(ask(file, IOCTL_TAKE, NULL));
    CHECK(sim_poll(first) && !sim_poll(second));
    CHECK_SUCCESS(sim_wait(first, &moved));
    CHECK_EQ(moved, 7);
    CHECK_SUCCESS(ask(file, IOCTL_TAKE, NULL));
    CHECK_SUCCESS(sim_wait(second, &moved));
    CHECK_STATUS(ask(file, IOCTL_TAKE, NULL), STATUS_NO_MORE_ENTRIES);
}

TEST(queue_lets_the_cancelled_go)
{
    struct sim_file *file = open();
    UCHAR room[16];
    struct sim_request *first = sim_begin_ioctl(file, IOCTL_PUT, NULL, 0, NULL, 0);
    struct sim_request *second = sim_begin_ioctl(file, IOCTL_PUT, NULL, 0, room, sizeof room);

    CHECK_SUCCESS(sim_cancel(first));
    CHECK_STATUS(sim_wait(first, NULL), STATUS_CANCELLED);
    CHECK(!sim_poll(second));
    CHECK_SUCCESS(ask(file, IOCTL_TAKE, NULL));
    CHECK_SUCCESS(sim_wait(second, NULL));
}

TEST(queue_is_drained)
{
    struct sim_file *file = open();
    struct sim_request *request = sim_begin_ioctl(file, IOCTL_PUT, NULL, 0, NULL, 0);

    sim_close(file);
    CHECK_STATUS(sim_wait(request, NULL), STATUS_CANCELLED);
}

TEST(user_memory_is_copied)
{
    struct sim_file *file = open();
    ULONG number = 41, next = 0;

    CHECK_SUCCESS(sim_ioctl(file, IOCTL_USER, &number, sizeof number, &next, sizeof next, NULL));
    CHECK_EQ(next, 42);
    CHECK_STATUS(sim_ioctl(file, IOCTL_USER, &number, 3, &next, sizeof next, NULL), STATUS_BUFFER_TOO_SMALL);
    CHECK_STATUS(ask(file, IOCTL_USER_SIZE, NULL), STATUS_INVALID_DEVICE_REQUEST);
}

TEST(work_item_ends_a_kept_irp)
{
    struct sim_file *file = open();
    ULONG moved = 0;

    for (ULONG i = 0; i < 2; i++) {
        CHECK_SUCCESS(ask(file, IOCTL_WORK, &moved));
        CHECK_EQ(moved, 5);
    }
}

TEST(texts_are_owned)
{
    struct sim_file *file = open();
    USHORT wide[3] = {0};
    ULONG moved = 0;

    CHECK_SUCCESS(sim_ioctl(file, IOCTL_TEXT, "abc", 3, wide, sizeof wide, &moved));
    CHECK_EQ(moved, 6);
    CHECK_EQ(wide[0], 'a');
    CHECK_EQ(wide[2], 'c');
}

TEST(foreign_handle_is_refused)
{
    CHECK_STATUS(ask(open(), IOCTL_EVENT, NULL), STATUS_INVALID_HANDLE);
}

TEST(completion_sees_what_came_back)
{
    struct sim_file *file = open();
    ULONG count = 0;

    CHECK_SUCCESS(sim_ioctl(file, IOCTL_DOWN, NULL, 0, &count, sizeof count, NULL));
    CHECK(count > 0);
}

TEST(device_comes_and_goes)
{
    struct sim_file *file = open();

    sim_close(file);
    sim_unplug(plugged);
    file = open();
    sim_close(file);
    sim_surprise_remove(plugged);
}

TEST(memory_runs_out_in_add_device)
{
    struct sim_device *device;
    NTSTATUS status = STATUS_UNSUCCESSFUL;

    for (LONGLONG i = 0; i < 40 && !NT_SUCCESS(status); i++) { /* what is left behind, the test's end finds */
        sim_fail_allocation(i);
        status = sim_try_plug("root\\stack", &device);
        if (NT_SUCCESS(status))
            sim_unplug(device);
    }
    CHECK_SUCCESS(status);
}

TEST(stop_irp_twice)
{
    ask(open(), IOCTL_STOP_TWICE, NULL);
}

TEST(stop_irp_forgotten)
{
    struct sim_file *file = open();
    sim_begin_ioctl(file, IOCTL_PUT, NULL, 0, NULL, 0);
    ask(file, IOCTL_STOP_FORGOTTEN, NULL);
}

TEST(stop_irp_taken_into_full)
{
    ask(open(), IOCTL_STOP_TAKE_FULL, NULL);
}

TEST(stop_remove_lock_not_held)
{
    ask(open(), IOCTL_STOP_WAIT, NULL);
}

TEST(stop_device_not_attached)
{
    ask(open(), IOCTL_STOP_LOWER, NULL);
}

TEST(stop_send_without_use)
{
    ask(open(), IOCTL_STOP_HELD, NULL);
}

TEST(stop_irp_range_of_control_code)
{
    ask(open(), IOCTL_STOP_RANGE, NULL);
}
