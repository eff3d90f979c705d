/* The tests of all four guards, each above the RAM disk of ../ramdisk/safe: both drivers run. */
#include "../ramdisk/disk_test.h"

#include "public.h"

static struct sim_file *start(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_DISK);
}

static GUARD_STATISTICS query(struct sim_file *file)
{
    GUARD_STATISTICS statistics;
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_GUARD_QUERY, NULL, 0, &statistics, sizeof statistics, NULL));
    return statistics;
}

TEST(nothing_is_written)
{
    static const UCHAR zeroes[SECTOR];
    struct sim_file *file = start();
    UCHAR sector[SECTOR];

    fill(sector, sizeof sector);
    CHECK_STATUS(sim_write(file, sector, sizeof sector, NULL), STATUS_MEDIA_WRITE_PROTECTED);
    CHECK_SUCCESS(sim_read(file, sector, sizeof sector, NULL));
    CHECK_BYTES(sector, zeroes, sizeof sector);
    CHECK_EQ(query(file).Refused, 1);
    CHECK_EQ(query(file).Reads, 1);
}

TEST(the_disk_says_that_it_is_protected)
{
    CHECK_STATUS(sim_ioctl(start(), DISK_IS_WRITABLE, NULL, 0, NULL, 0, NULL), STATUS_MEDIA_WRITE_PROTECTED);
}

TEST(other_questions_reach_the_disk)
{
    LONGLONG length;

    CHECK_SUCCESS(sim_ioctl(start(), DISK_GET_LENGTH, NULL, 0, &length, sizeof length, NULL));
    CHECK_EQ(length, SIZE);
}

TEST(errors_of_the_disk_come_back)
{
    struct sim_file *file = start();
    UCHAR bytes[SECTOR + 1];

    CHECK_STATUS(sim_read(file, bytes, sizeof bytes, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_read_at(file, SIZE, bytes, SECTOR, NULL), STATUS_INVALID_PARAMETER);
    CHECK_SUCCESS(sim_read_at(file, SIZE - SECTOR, bytes, SECTOR, NULL));
    CHECK_EQ(query(file).Reads, 3);
    CHECK_EQ(query(file).Failed, 2);
}

TEST(it_goes_while_it_is_open)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_DISK);
    UCHAR sector[SECTOR];

    CHECK_SUCCESS(sim_read(file, sector, sizeof sector, NULL));
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_read(file, sector, sizeof sector, NULL)));
    sim_close(file);
}

TEST(it_sleeps_and_wakes_with_the_disk)
{
    struct sim_file *file = start();
    UCHAR sector[SECTOR];

    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_SUCCESS(sim_read(file, sector, sizeof sector, NULL));
}
