/* The RAM disk. A file of the simulator has no position, so a read or a write begins at the disk's begin. */
#include "../disk_test.h"

static struct sim_file *start(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_DISK);
}

TEST(sectors_come_back)
{
    struct sim_file *file = start();
    UCHAR out[4 * SECTOR], in[4 * SECTOR];
    ULONG moved;

    fill(out, sizeof out);
    CHECK_SUCCESS(sim_write(file, out, sizeof out, &moved));
    CHECK_EQ(moved, sizeof out);
    CHECK_SUCCESS(sim_read(file, in, sizeof in, &moved));
    CHECK_EQ(moved, sizeof in);
    CHECK_BYTES(in, out, sizeof in);
}

TEST(a_new_disk_is_empty)
{
    static const UCHAR zeroes[SECTOR];
    struct sim_file *file = start();
    UCHAR sector[SECTOR] = {1};

    CHECK_SUCCESS(sim_read(file, sector, sizeof sector, NULL));
    CHECK_BYTES(sector, zeroes, sizeof sector);
}

TEST(parts_of_sectors_and_what_lies_behind_the_end_are_refused)
{
    static UCHAR all[SIZE + SECTOR];
    struct sim_file *file = start();

    CHECK_STATUS(sim_read(file, all, SECTOR + 1, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_write(file, all, SECTOR / 2, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_read(file, all, SIZE + SECTOR, NULL), STATUS_INVALID_PARAMETER);
    CHECK_SUCCESS(sim_read(file, all, SIZE, NULL));
}

TEST(it_says_how_large_it_is)
{
    struct sim_file *file = start();
    struct {
        LONGLONG cylinders;
        ULONG media, tracks, sectors, bytes;
    } geometry;
    LONGLONG length;

    CHECK_SUCCESS(sim_ioctl(file, DISK_GET_LENGTH, NULL, 0, &length, sizeof length, NULL));
    CHECK_EQ(length, SIZE);
    CHECK_SUCCESS(sim_ioctl(file, DISK_GET_GEOMETRY, NULL, 0, &geometry, sizeof geometry, NULL));
    CHECK_EQ(geometry.cylinders * geometry.tracks * geometry.sectors * geometry.bytes, SIZE);
    CHECK_SUCCESS(sim_ioctl(file, DISK_IS_WRITABLE, NULL, 0, NULL, 0, NULL));
    CHECK_STATUS(sim_ioctl(file, DISK_GET_LENGTH, NULL, 0, &length, 4, NULL), STATUS_BUFFER_TOO_SMALL);
}
