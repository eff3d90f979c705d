/* general/ioctl/wdm: each method of passing buffers, as the sample's README and its application use them. */
#include <ntsim/ntsim.h>

#include "../sioctl.h"

static const char answer[] = "This String is from Device Driver !!!";

static struct sim_file *open_device(void)
{
    return sim_open(u"\\\\.\\IoctlTest");
}

TEST(buffered)
{
    char out[sizeof(answer)] = "";
    ULONG moved;
    CHECK_SUCCESS(
        sim_ioctl(open_device(), (ULONG)IOCTL_SIOCTL_METHOD_BUFFERED, "from the test", 14, out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(answer));
    CHECK_BYTES(out, answer, sizeof(answer));
}

TEST(neither)
{
    char out[sizeof(answer)] = "";
    ULONG moved;
    CHECK_SUCCESS(
        sim_ioctl(open_device(), (ULONG)IOCTL_SIOCTL_METHOD_NEITHER, "from the test", 14, out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(answer));
    CHECK_BYTES(out, answer, sizeof(answer));
}

TEST(out_direct)
{
    char out[sizeof(answer)] = "";
    ULONG moved;
    CHECK_SUCCESS(
        sim_ioctl(open_device(), (ULONG)IOCTL_SIOCTL_METHOD_OUT_DIRECT, "from the test", 14, out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(answer));
    CHECK_BYTES(out, answer, sizeof(answer));
}

TEST(in_direct)
{
    char more[100] = "the second buffer is read, too";
    ULONG moved;
    CHECK_SUCCESS(sim_ioctl(open_device(), (ULONG)IOCTL_SIOCTL_METHOD_IN_DIRECT, "from the test", 14, more,
                            sizeof(more), &moved));
    CHECK_EQ(moved, sizeof(more));
}

TEST(empty_buffers_and_unknown_codes)
{
    struct sim_file *file = open_device();
    CHECK_STATUS(sim_ioctl(file, (ULONG)IOCTL_SIOCTL_METHOD_BUFFERED, NULL, 0, NULL, 0, NULL),
                 STATUS_INVALID_PARAMETER);
    char byte = 0;
    CHECK_STATUS(sim_ioctl(file, CTL_CODE(40000, 0x999, METHOD_BUFFERED, FILE_ANY_ACCESS), &byte, 1, &byte, 1, NULL),
                 STATUS_INVALID_DEVICE_REQUEST);
}
