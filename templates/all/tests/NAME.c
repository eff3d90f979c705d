/* Tests of @NAME@ in the simulator: `cwdk test` runs each of them against the driver that ships. */
#include <ntsim/ntsim.h>

#include "../public.h"

static struct sim_file *OpenDevice(void)
{
    sim_plug("root\\@NAME@");
    return sim_open_interface(&GUID_DEVINTERFACE_@UPPER@);
}

static @UPPER@_STATISTICS Query(struct sim_file *file)
{
    @UPPER@_STATISTICS statistics = {0};
    ULONG moved;

    CHECK_SUCCESS(sim_ioctl(file, IOCTL_@UPPER@_QUERY, NULL, 0, &statistics, sizeof statistics, &moved));
    CHECK_EQ(moved, sizeof statistics);
    return statistics;
}

TEST(a_message_comes_back)
{
    static const char message[] = "hello, @NAME@";
    struct sim_file *file = OpenDevice();
    char reply[64] = {0};
    ULONG moved;

    CHECK_SUCCESS(sim_write(file, message, sizeof message, &moved));
    CHECK_EQ(moved, sizeof message);
    CHECK_SUCCESS(sim_read(file, reply, sizeof reply, &moved));
    CHECK_EQ(moved, sizeof message);
    CHECK_BYTES(reply, message, sizeof message);
}

TEST(a_read_takes_no_more_than_it_asks_for)
{
    struct sim_file *file = OpenDevice();
    char reply[3];
    ULONG moved;

    CHECK_SUCCESS(sim_write(file, "hello", 5, NULL));
    CHECK_SUCCESS(sim_read(file, reply, sizeof reply, &moved));
    CHECK_EQ(moved, 3);
    CHECK_BYTES(reply, "hel", 3);
}

TEST(requests_are_counted)
{
    struct sim_file *file = OpenDevice();
    char reply[8];

    CHECK_EQ(Query(file).Length, 0);
    CHECK_SUCCESS(sim_write(file, "one", 3, NULL));
    CHECK_SUCCESS(sim_write(file, "three", 5, NULL));
    CHECK_SUCCESS(sim_read(file, reply, sizeof reply, NULL));
    CHECK_EQ(Query(file).Length, 5);
    CHECK_EQ(Query(file).Writes, 2);
    CHECK_EQ(Query(file).Reads, 1);
}

TEST(the_message_is_cleared)
{
    struct sim_file *file = OpenDevice();
    char reply[8];
    ULONG moved;

    CHECK_SUCCESS(sim_write(file, "hello", 5, NULL));
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_@UPPER@_CLEAR, NULL, 0, NULL, 0, NULL));
    CHECK_SUCCESS(sim_read(file, reply, sizeof reply, &moved));
    CHECK_EQ(moved, 0);
}

TEST(wrong_sizes_are_refused)
{
    static char large[@UPPER@_CAPACITY + 1];
    struct sim_file *file = OpenDevice();
    @UPPER@_STATISTICS statistics;

    CHECK_SUCCESS(sim_write(file, large, sizeof large - 1, NULL));
    CHECK_STATUS(sim_write(file, large, sizeof large, NULL), STATUS_INVALID_BUFFER_SIZE);
    CHECK_STATUS(sim_ioctl(file, IOCTL_@UPPER@_QUERY, NULL, 0, &statistics, sizeof statistics - 1, NULL),
                 STATUS_BUFFER_TOO_SMALL);
}

TEST(unknown_control_codes_are_refused)
{
    struct sim_file *file = OpenDevice();

    CHECK_STATUS(sim_ioctl(file, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x8FF, METHOD_BUFFERED, FILE_ANY_ACCESS), NULL, 0, NULL,
                           0, NULL),
                 STATUS_INVALID_DEVICE_REQUEST);
}

TEST(the_device_goes_while_it_is_open)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_@UPPER@);

    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_write(file, "hello", 5, NULL)));
    sim_close(file);
}
