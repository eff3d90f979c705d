/* A filter above a disk, where storage/filters' addfilter puts one: the value UpperFilters of the disk's hardware key.
 * The filter is general/toaster's generic one, which passes everything on; the disk is our own (../disk). */
#include <ntsim/ntsim.h>

DEFINE_GUID(GUID_DEVINTERFACE_DISK, 0x53f56307, 0xb6bf, 0x11d0, 0x94, 0xf2, 0x00, 0xa0, 0xc9, 0x1e, 0xfb, 0x8b);

#define DISK_CODE(number, access) CTL_CODE(7 /* FILE_DEVICE_DISK */, number, METHOD_BUFFERED, access)
#define GET_LENGTH                DISK_CODE(0x17, FILE_READ_ACCESS)
#define GET_GEOMETRY              DISK_CODE(0, FILE_ANY_ACCESS)
#define IS_WRITABLE               DISK_CODE(9, FILE_ANY_ACCESS)

enum { SECTOR = 512, SIZE = 2048 * SECTOR };

static struct sim_file *open_disk(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_DISK);
}

TEST(sectors_go_through)
{
    struct sim_file *file = open_disk();
    UCHAR out[4 * SECTOR], in[4 * SECTOR];
    ULONG moved;
    for (ULONG i = 0; i < sizeof(out); i++)
        out[i] = (UCHAR)(i * 31 + i / SECTOR);
    CHECK_SUCCESS(sim_write(file, out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(out));
    CHECK_SUCCESS(sim_read(file, in, sizeof(in), &moved));
    CHECK_EQ(moved, sizeof(in));
    CHECK_BYTES(in, out, sizeof(in));
    CHECK_STATUS(sim_read(file, in, SECTOR + 1, NULL), STATUS_INVALID_PARAMETER);
}

TEST(questions_go_through)
{
    struct sim_file *file = open_disk();
    struct {
        LONGLONG cylinders;
        ULONG media, tracks, sectors, bytes;
    } geometry;
    LONGLONG length;
    CHECK_SUCCESS(sim_ioctl(file, GET_LENGTH, NULL, 0, &length, sizeof(length), NULL));
    CHECK_EQ(length, SIZE);
    CHECK_SUCCESS(sim_ioctl(file, GET_GEOMETRY, NULL, 0, &geometry, sizeof(geometry), NULL));
    CHECK_EQ(geometry.cylinders * geometry.tracks * geometry.sectors * geometry.bytes, SIZE);
    CHECK_SUCCESS(sim_ioctl(file, IS_WRITABLE, NULL, 0, NULL, 0, NULL));
    CHECK_STATUS(sim_ioctl(file, GET_LENGTH, NULL, 0, &length, 4, NULL), STATUS_BUFFER_TOO_SMALL);
}

TEST(the_stack_sleeps_and_goes)
{
    UCHAR sector[SECTOR] = "still here", got[SECTOR];
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_DISK);
    CHECK_SUCCESS(sim_write(file, sector, SECTOR, NULL));
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_SUCCESS(sim_read(file, got, SECTOR, NULL));
    CHECK_BYTES(got, sector, SECTOR);
    CHECK(!NT_SUCCESS(sim_try_unplug(device)));
    sim_close(file);
    sim_unplug(device);
    sim_surprise_remove(sim_plug(NULL));
}
