/* general/ioctl/kmdf: a control device without PnP. Each method of passing buffers, and a file below \SystemRoot\temp
 * that reads and writes go to, as the application uses them. */
#include <ntsim/ntsim.h>

#include "../public.h"

static const char answer[] = "this String is from Device Driver !!!";

static struct sim_file *open_device(void)
{
    return sim_open(u"\\\\.\\NONPNP\\nonpnpsamp.log");
}

static void check_answer(ULONG code)
{
    char out[sizeof(answer)] = "";
    ULONG moved;
    CHECK_SUCCESS(sim_ioctl(open_device(), code, "from the test", 14, out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(answer));
    CHECK_BYTES(out, answer, sizeof(answer));
}

TEST(buffered)
{
    check_answer((ULONG)IOCTL_NONPNP_METHOD_BUFFERED);
}

TEST(neither)
{
    check_answer((ULONG)IOCTL_NONPNP_METHOD_NEITHER);
}

TEST(out_direct)
{
    check_answer((ULONG)IOCTL_NONPNP_METHOD_OUT_DIRECT);
}

TEST(in_direct)
{
    char more[100] = "the second buffer is read, too";
    ULONG moved;
    CHECK_SUCCESS(sim_ioctl(open_device(), (ULONG)IOCTL_NONPNP_METHOD_IN_DIRECT, "from the test", 14, more,
                            sizeof(more), &moved));
    CHECK_EQ(moved, sizeof(more));
}

TEST(empty_buffers_and_unknown_codes)
{
    struct sim_file *file = open_device();
    char byte = 0;
    CHECK_STATUS(sim_ioctl(file, (ULONG)IOCTL_NONPNP_METHOD_BUFFERED, NULL, 0, NULL, 0, NULL),
                 STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_ioctl(file, CTL_CODE(40001, 0x999, METHOD_BUFFERED, FILE_ANY_ACCESS), &byte, 1, &byte, 1, NULL),
                 STATUS_INVALID_DEVICE_REQUEST);
}

TEST(what_is_written_to_the_file_can_be_read)
{
    enum { SIZE = 0x7FFF /* the longest that the application writes */ };
    static UCHAR sent[SIZE], got[SIZE];
    ULONG moved;
    struct sim_file *file = open_device();
    for (int i = 0; i < SIZE; i++)
        sent[i] = (UCHAR)(i * 7 % 255);
    CHECK_SUCCESS(sim_write(file, sent, SIZE, &moved));
    CHECK_EQ(moved, SIZE);
    CHECK_SUCCESS(sim_read(file, got, SIZE, &moved));
    CHECK_EQ(moved, SIZE);
    CHECK_BYTES(got, sent, SIZE);
}

TEST(the_file_stays_when_it_is_closed)
{
    char got[5];
    struct sim_file *file = open_device();
    CHECK_SUCCESS(sim_write(file, "hello", 5, NULL));
    sim_close(file);
    file = open_device();
    CHECK_SUCCESS(sim_read(file, got, 5, NULL));
    CHECK_BYTES(got, "hello", 5);
}

/* WdfDeviceInitSetExclusive. */
TEST(only_one_may_open_it)
{
    struct sim_file *second;
    struct sim_file *first = open_device();
    CHECK_STATUS(sim_try_open(u"\\\\.\\NONPNP\\nonpnpsamp.log", GENERIC_READ, &second), STATUS_ACCESS_DENIED);
    sim_close(first);
    (void)open_device();
}

/* The driver copies as many bytes as the program has room for from a string of 38: what lies behind it goes out, too,
 * and with more room than there is image the system stops. */
TEST_BUG_CHECK(more_room_than_the_answer_is_long, PAGE_FAULT_IN_NONPAGED_AREA)
{
    static char out[1 << 20];
    sim_ioctl(open_device(), (ULONG)IOCTL_NONPNP_METHOD_OUT_DIRECT, "from the test", 14, out, sizeof(out), NULL);
}
