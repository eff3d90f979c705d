/* The RAM disk: what is written at a place is there, and nowhere else. */
#include "disk_test.h"

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

/* Each sector gets bytes of its own, from the last to the first; they are read from the first to the last. */
TEST(each_sector_has_its_place)
{
    static const ULONG places[] = {0, 1, 2, 63, 1024, 2046, 2047};
    enum { PLACES = sizeof places / sizeof *places };
    struct sim_file *file = start();
    UCHAR sector[SECTOR];
    ULONG moved;

    for (ULONG i = PLACES; i-- > 0;) {
        memset(sector, (int)i + 1, sizeof sector);
        CHECK_SUCCESS(sim_write_at(file, places[i] * SECTOR, sector, sizeof sector, NULL));
    }
    for (ULONG i = 0; i < PLACES; i++) {
        CHECK_SUCCESS(sim_read_at(file, places[i] * SECTOR, sector, sizeof sector, &moved));
        CHECK_EQ(moved, SECTOR);
        CHECK_EQ(sector[0], i + 1);
        CHECK_EQ(sector[SECTOR - 1], i + 1);
    }
    CHECK_SUCCESS(sim_read_at(file, 3 * SECTOR, sector, sizeof sector, NULL));
    CHECK_EQ(sector[0], 0);
}

TEST(two_requests_at_their_own_places)
{
    struct sim_file *file = start();
    UCHAR first[SECTOR], second[SECTOR];

    memset(first, 1, sizeof first);
    memset(second, 2, sizeof second);
    struct sim_request *one = sim_begin_write_at(file, 5 * SECTOR, first, sizeof first);
    struct sim_request *two = sim_begin_write_at(file, 6 * SECTOR, second, sizeof second);
    CHECK_SUCCESS(sim_wait(two, NULL));
    CHECK_SUCCESS(sim_wait(one, NULL));
    one = sim_begin_read_at(file, 6 * SECTOR, first, sizeof first);
    two = sim_begin_read_at(file, 5 * SECTOR, second, sizeof second);
    CHECK_SUCCESS(sim_wait(one, NULL));
    CHECK_SUCCESS(sim_wait(two, NULL));
    CHECK_EQ(first[0], 2);
    CHECK_EQ(second[0], 1);
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
    CHECK_STATUS(sim_read_at(file, SIZE, all, SECTOR, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_read_at(file, SIZE - SECTOR, all, 2 * SECTOR, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_write_at(file, SIZE - SECTOR + 1, all, SECTOR, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_read_at(file, 0x7FFFFFFFFFFFFE00, all, SECTOR, NULL), STATUS_INVALID_PARAMETER);
    CHECK_SUCCESS(sim_read_at(file, SIZE - SECTOR, all, SECTOR, NULL));
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
