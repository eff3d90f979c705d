/* The disk behind the adapter: commands as a program, or a class driver, sends them. */
#include <ntsim/scsi.h>

enum {
    SECTOR = 512,
    SECTORS = 2048,
    CHECK_CONDITION = 2,
    ILLEGAL_REQUEST = 5,
    NO_SUCH_COMMAND = 0x20,
    NO_SUCH_BLOCK = 0x21
};

/* Units are found on a thread of the system. */
static struct sim_file *start(void)
{
    sim_plug(NULL);
    sim_advance(10);
    return sim_open_interface(&SIM_STORAGE_PORT);
}

static void move(struct sim_file *file, enum sim_scsi_direction direction, ULONG block, USHORT count, void *data)
{
    struct sim_scsi command = sim_scsi_transfer(direction, block, count, data, count * SECTOR);
    CHECK_SUCCESS(sim_scsi(file, &command));
    CHECK_EQ(command.status, 0);
    CHECK_EQ(command.moved, count * SECTOR);
}

static void is_refused(struct sim_file *file, struct sim_scsi command, UCHAR why)
{
    CHECK_SUCCESS(sim_scsi(file, &command));
    CHECK_EQ(command.status, CHECK_CONDITION);
    CHECK_EQ(command.moved, 0);
    CHECK_EQ(command.sense_length, SIM_SCSI_SENSE);
    CHECK_EQ(command.sense[0], 0x70);
    CHECK_EQ(command.sense[2], ILLEGAL_REQUEST);
    CHECK_EQ(command.sense[12], why);
}

TEST(it_says_what_it_is)
{
    struct sim_file *file = start();
    UCHAR data[36], capacity[8];
    struct sim_scsi inquiry = {
        .cdb = {0x12, 0, 0, 0, 36}, .cdb_length = 6, .direction = SIM_SCSI_IN, .data = data, .size = sizeof data};
    struct sim_scsi size = {
        .cdb = {0x25}, .cdb_length = 10, .direction = SIM_SCSI_IN, .data = capacity, .size = sizeof capacity};

    CHECK_SUCCESS(sim_scsi(file, &inquiry));
    CHECK_EQ(data[0], 0);
    CHECK_BYTES(data + 8, "ExamplesRAM disk        1.0 ", 28);
    CHECK_SUCCESS(sim_scsi(file, &size));
    CHECK_BYTES(capacity, ((UCHAR[]){0, 0, 7, 0xFF, 0, 0, 2, 0}), 8);
}

/* Each sector gets bytes of its own, from the last to the first; they are read from the first to the last. */
TEST(each_sector_has_its_place)
{
    static const ULONG places[] = {0, 1, 2, 63, 1024, 2046, 2047};
    enum { PLACES = sizeof places / sizeof *places };
    struct sim_file *file = start();
    UCHAR sector[SECTOR];

    for (ULONG i = PLACES; i-- > 0;) {
        memset(sector, (int)i + 1, sizeof sector);
        move(file, SIM_SCSI_OUT, places[i], 1, sector);
    }
    for (ULONG i = 0; i < PLACES; i++) {
        move(file, SIM_SCSI_IN, places[i], 1, sector);
        CHECK_EQ(sector[0], i + 1);
        CHECK_EQ(sector[SECTOR - 1], i + 1);
    }
    move(file, SIM_SCSI_IN, 3, 1, sector);
    CHECK_EQ(sector[0], 0);
}

TEST(sectors_come_back_in_one_piece)
{
    struct sim_file *file = start();
    static UCHAR out[128 * SECTOR], in[128 * SECTOR];

    for (ULONG i = 0; i < sizeof out; i++)
        out[i] = (UCHAR)(i * 31 + i / SECTOR);
    move(file, SIM_SCSI_OUT, SECTORS - 128, 128, out);
    move(file, SIM_SCSI_IN, SECTORS - 128, 128, in);
    CHECK_BYTES(in, out, sizeof in);
}

TEST(what_lies_behind_the_end_is_refused)
{
    struct sim_file *file = start();
    UCHAR data[2 * SECTOR];

    is_refused(file, sim_scsi_transfer(SIM_SCSI_IN, SECTORS, 1, data, SECTOR), NO_SUCH_BLOCK);
    is_refused(file, sim_scsi_transfer(SIM_SCSI_OUT, SECTORS, 1, data, SECTOR), NO_SUCH_BLOCK);
    is_refused(file, sim_scsi_transfer(SIM_SCSI_IN, SECTORS - 1, 2, data, 2 * SECTOR), NO_SUCH_BLOCK);
    is_refused(file, sim_scsi_transfer(SIM_SCSI_IN, 0xFFFFFFFF, 1, data, SECTOR), NO_SUCH_BLOCK);
    /* READ (16) of the last block that 64 bits can name, and one more */
    is_refused(file,
               (struct sim_scsi){.cdb = {0x88, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 2},
                                 .cdb_length = 16,
                                 .direction = SIM_SCSI_IN,
                                 .data = data,
                                 .size = sizeof data},
               NO_SUCH_BLOCK);
    move(file, SIM_SCSI_IN, SECTORS - 1, 1, data);
}

TEST(a_buffer_that_is_too_short_is_refused)
{
    struct sim_file *file = start();
    UCHAR data[SECTOR];

    is_refused(file, sim_scsi_transfer(SIM_SCSI_IN, 5, 2, data, SECTOR), 0x24);
    is_refused(file, sim_scsi_transfer(SIM_SCSI_OUT, 5, 1, NULL, 0), 0x24);
}

TEST(an_unknown_command_is_refused)
{
    is_refused(start(), (struct sim_scsi){.cdb = {0xFF}, .cdb_length = 6}, NO_SUCH_COMMAND);
}

TEST(there_is_one_unit)
{
    struct sim_file *file = start();
    struct sim_scsi command = {.cdb = {0}, .cdb_length = 6};

    CHECK_SUCCESS(sim_scsi(file, &command));
    command.lun = 1;
    CHECK_STATUS(sim_scsi(file, &command), STATUS_DEVICE_DOES_NOT_EXIST);
    command.lun = 0;
    command.target = 1;
    CHECK_STATUS(sim_scsi(file, &command), STATUS_DEVICE_DOES_NOT_EXIST);
}

TEST(it_goes_and_comes_again)
{
    struct sim_device *device = sim_plug(NULL);
    UCHAR sector[SECTOR];

    sim_advance(10);
    struct sim_file *file = sim_open_interface(&SIM_STORAGE_PORT);
    memset(sector, 7, sizeof sector);
    move(file, SIM_SCSI_OUT, 9, 1, sector);
    sim_close(file);
    sim_unplug(device);
    sim_unload();
    file = start();
    move(file, SIM_SCSI_IN, 9, 1, sector);
    CHECK_EQ(sector[0], 0);
}

TEST(a_surprise_removal_ends_it)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_scsi command = {.cdb = {0}, .cdb_length = 6};

    sim_advance(10);
    struct sim_file *file = sim_open_interface(&SIM_STORAGE_PORT);
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_scsi(file, &command)));
}

/* Storport's memory, the miniport's and that of finding the unit, each refused in its turn. */
TEST(without_memory_it_does_not_start)
{
    struct sim_device *device;
    ULONG refused = 0;

    for (LONGLONG i = 8; i < 60; i++) { /* the first are of the thread that plugs it in */
        sim_fail_allocation(i);
        const NTSTATUS status = sim_try_plug(NULL, &device);
        sim_fail_allocation(-1);
        if (!NT_SUCCESS(status)) {
            refused++;
            continue;
        }
        sim_advance(10);
        sim_unplug(device);
    }
    CHECK(refused >= 2);
    struct sim_file *file = start();
    UCHAR sector[SECTOR];
    move(file, SIM_SCSI_IN, 0, 1, sector);
}
