/* general/PLX9x5x: what its application does, and what its driver is written for, on a model of the board. */
#include "board.h"

#include "../Public.h"

static struct board board;

static struct sim_device *plug(void)
{
    board_init(&board);
    return sim_plug_pci(&board.card);
}

static void fill(UCHAR *buffer, ULONG size, unsigned seed)
{
    for (ULONG i = 0; i < size; i++)
        buffer[i] = (UCHAR)((i * 7 + i / 251 + seed) ^ (i >> 8));
}

/* The application's "Read/Write from device". */
static void write_and_read(struct sim_file *file, ULONG size, unsigned seed)
{
    static UCHAR written[PCI9656_SRAM_SIZE], got[PCI9656_SRAM_SIZE];
    ULONG moved = 0;
    fill(written, size, seed);
    memset(got, 0, sizeof(got));
    CHECK_SUCCESS(sim_write(file, written, size, &moved));
    CHECK_EQ(moved, size);
    CHECK_BYTES(board.sram, written, size);
    CHECK_SUCCESS(sim_read(file, got, size, &moved));
    CHECK_EQ(moved, size);
    CHECK_BYTES(got, written, size);
    CHECK_EQ(board.faults, 0);
}

TEST(it_starts_with_the_resources_of_its_board)
{
    plug();
    CHECK(sim_pci_address(&board.card, REGISTERS_BAR) != 0);
    CHECK(sim_pci_address(&board.card, PORTS_BAR) != 0);
    CHECK_EQ(sim_pci_address(&board.card, SRAM_BAR) % PCI9656_SRAM_SIZE, 0);
    CHECK_EQ(sim_pci_power_state(&board.card), SIM_PCI_D0);
    CHECK_EQ(board.channels[0].dac, 0);
}

TEST(what_is_written_is_read_back)
{
    plug();
    write_and_read(sim_open_interface(&GUID_PLX_INTERFACE), 1024, 1); /* DEFAULT_READ_BUFFER_SIZE */
    CHECK_EQ(board.transfers, 2);
}

TEST(of_every_size)
{
    static const ULONG sizes[] = {1, 2, 100, 4095, 4096, 4097, 8192, 8193, 20000, PCI9656_SRAM_SIZE};
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    for (unsigned i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
        write_and_read(file, sizes[i], i);
}

TEST(a_long_request_is_several_transfers)
{
    UCHAR buffer[20000];
    plug();
    fill(buffer, sizeof(buffer), 3);
    CHECK_SUCCESS(sim_write(sim_open_interface(&GUID_PLX_INTERFACE), buffer, sizeof(buffer), NULL));
    CHECK_EQ(board.transfers, 3); /* of PCI9656_MAXIMUM_TRANSFER_LENGTH at most */
    CHECK(board.elements >= 5);   /* no page follows on another */
    CHECK(board.longest >= 2 && board.longest <= 3);
}

TEST(more_than_the_memory_of_the_board_is_refused)
{
    static UCHAR buffer[PCI9656_SRAM_SIZE + 1];
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    CHECK_STATUS(sim_write(file, buffer, sizeof(buffer), NULL), STATUS_INVALID_BUFFER_SIZE);
    CHECK_STATUS(sim_read(file, buffer, sizeof(buffer), NULL), STATUS_INVALID_BUFFER_SIZE);
    CHECK_EQ(board.transfers, 0);
    write_and_read(file, 512, 9);
}

/* "This IOCTL toggles the driver's DMA Single Transfer Requirement on and off each time it is called." */
TEST(a_single_transfer_can_be_required)
{
    UCHAR buffer[PCI9656_MAXIMUM_TRANSFER_LENGTH + 1] = {0}, on = 0;
    ULONG moved;
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_PLX9X5X_TOGGLE_SINGLE_TRANSFER, NULL, 0, &on, sizeof(on), &moved));
    CHECK_EQ(moved, 1);
    CHECK_EQ(on, 1);
    CHECK(!NT_SUCCESS(sim_write(file, buffer, sizeof(buffer), NULL)));
    CHECK_SUCCESS(sim_write(file, buffer, PCI9656_MAXIMUM_TRANSFER_LENGTH, NULL));
    CHECK_EQ(board.transfers, 1);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_PLX9X5X_TOGGLE_SINGLE_TRANSFER, NULL, 0, &on, sizeof(on), NULL));
    CHECK_EQ(on, 0);
    CHECK_SUCCESS(sim_write(file, buffer, sizeof(buffer), NULL));
    CHECK_EQ(board.transfers, 3);
    CHECK_STATUS(sim_ioctl(file, IOCTL_PLX9X5X_TOGGLE_SINGLE_TRANSFER, NULL, 0, NULL, 0, NULL),
                 STATUS_BUFFER_TOO_SMALL);
    CHECK_STATUS(
        sim_ioctl(file, CTL_CODE(FILE_DEVICE_UNKNOWN, 1, METHOD_BUFFERED, FILE_ANY_ACCESS), NULL, 0, NULL, 0, NULL),
        STATUS_INVALID_DEVICE_REQUEST);
}

/* "The driver is capable of doing concurrent read and write operations to the device but it can handle only one read or
 * write request at any time." The second is the application's thread test, too. */
TEST(one_read_and_one_write_at_a_time)
{
    static UCHAR in[3][1024], out[3][1024];
    struct sim_request *writes[3], *reads[3];
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    board.held = true;
    for (int i = 0; i < 3; i++) {
        fill(out[i], sizeof(out[i]), 20 + i);
        writes[i] = sim_begin_write(file, out[i], sizeof(out[i]));
        reads[i] = sim_begin_read(file, in[i], sizeof(in[i]));
    }
    for (int i = 0; i < 3; i++) {
        CHECK(board.started[0] && board.started[1]);
        CHECK(!sim_poll(writes[i]) && !sim_poll(reads[i]));
        board_finish(&board);
        CHECK_SUCCESS(sim_wait(writes[i], NULL));
        CHECK_SUCCESS(sim_wait(reads[i], NULL));
        CHECK_BYTES(in[i], out[i], sizeof(in[i]));
    }
    CHECK_EQ(board.transfers, 6);
}

/* What a transfer leaves over is told by "clear count", and fetched by another. */
TEST(a_short_transfer_is_completed_by_another)
{
    UCHAR buffer[3000], expected[3000];
    ULONG moved;
    plug();
    fill(expected, sizeof(expected), 5);
    memcpy(board.sram, expected, sizeof(expected));
    board.held = true;
    board.short_by = 100;
    struct sim_request *request = sim_begin_read(sim_open_interface(&GUID_PLX_INTERFACE), buffer, sizeof(buffer));
    board_finish(&board);
    CHECK(!sim_poll(request));
    CHECK(board.started[1]);
    board.short_by = 0;
    board_finish(&board);
    CHECK_SUCCESS(sim_wait(request, &moved));
    CHECK_EQ(moved, sizeof(buffer));
    CHECK_BYTES(buffer, expected, sizeof(buffer));
    CHECK_EQ(board.transfers, 2);
}

TEST(what_waits_is_cancelled_and_what_is_at_work_is_not)
{
    UCHAR buffer[64] = {0};
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    board.held = true;
    struct sim_request *first = sim_begin_write(file, buffer, sizeof(buffer));
    struct sim_request *second = sim_begin_write(file, buffer, sizeof(buffer));
    sim_cancel(first);
    CHECK_SUCCESS(sim_cancel(second));
    CHECK_STATUS(sim_wait(second, NULL), STATUS_CANCELLED);
    CHECK(!sim_poll(first));
    board_finish(&board);
    CHECK_SUCCESS(sim_wait(first, NULL));
}

/* --- power and plug and play --- */

TEST(idle_for_ten_seconds_it_sleeps_and_a_request_wakes_it)
{
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    write_and_read(file, 100, 1);
    sim_advance(9000);
    CHECK_EQ(sim_pci_power_state(&board.card), SIM_PCI_D0);
    sim_advance(2000);
    CHECK(sim_pci_power_state(&board.card) != SIM_PCI_D0);
    CHECK_EQ(board.resets, 0); /* only the final D0Exit resets */
    write_and_read(file, 100, 2);
    CHECK_EQ(sim_pci_power_state(&board.card), SIM_PCI_D0);
}

TEST(it_sleeps_with_the_system)
{
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    write_and_read(file, 5000, 1);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_EQ(sim_pci_power_state(&board.card), SIM_PCI_D3);
    CHECK_EQ(sim_pci_address(&board.card, REGISTERS_BAR), 0);
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    sim_advance(1);
    CHECK_EQ(sim_pci_power_state(&board.card), SIM_PCI_D0);
    write_and_read(file, 5000, 2);
}

TEST(a_request_at_work_delays_the_sleep)
{
    UCHAR buffer[64] = {0};
    plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    board.held = true;
    struct sim_request *request = sim_begin_write(file, buffer, sizeof(buffer));
    sim_advance(30000);
    CHECK_EQ(sim_pci_power_state(&board.card), SIM_PCI_D0);
    board_finish(&board);
    CHECK_SUCCESS(sim_wait(request, NULL));
}

TEST(it_is_stopped_for_other_resources)
{
    struct sim_device *device = plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    write_and_read(file, 3000, 1);
    const ULONGLONG before = sim_pci_address(&board.card, SRAM_BAR);
    CHECK_SUCCESS(sim_rebalance(device));
    CHECK(sim_pci_address(&board.card, SRAM_BAR) != before);
    write_and_read(file, 3000, 2);
}

TEST(unplugged_it_is_reset)
{
    struct sim_device *device = plug();
    sim_close(sim_open_interface(&GUID_PLX_INTERFACE));
    sim_unplug(device);
    CHECK_EQ(board.resets, 1);
    plug();
    write_and_read(sim_open_interface(&GUID_PLX_INTERFACE), 1000, 4);
}

TEST(an_open_file_keeps_it)
{
    struct sim_device *device = plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    CHECK(!NT_SUCCESS(sim_try_unplug(device)));
    write_and_read(file, 1000, 4);
    sim_close(file);
    sim_unplug(device);
}

TEST(the_board_is_pulled)
{
    UCHAR buffer[16] = {0};
    struct sim_device *device = plug();
    struct sim_file *file = sim_open_interface(&GUID_PLX_INTERFACE);
    write_and_read(file, 1000, 4);
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_write(file, buffer, sizeof(buffer), NULL)));
    sim_close(file);
    CHECK_EQ(board.resets, 0); /* nobody was there to be reset */
    plug();
    write_and_read(sim_open_interface(&GUID_PLX_INTERFACE), 1000, 5);
}

TEST(two_boards_share_a_line)
{
    static struct board other;
    UCHAR buffer[256];
    board_init(&board);
    board_init(&other);
    board.card.slot = 2;
    other.card.slot = 6;
    sim_plug_pci(&board.card);
    sim_plug_pci(&other.card);
    CHECK_EQ(sim_pci_config(&board.card, 0x3C, 1), sim_pci_config(&other.card, 0x3C, 1));
    fill(buffer, sizeof(buffer), 1);
    struct sim_file *files[2];
    for (ULONG i = 0; i < 2; i++)
        CHECK_SUCCESS(sim_try_open_interface(&GUID_PLX_INTERFACE, i, GENERIC_READ | GENERIC_WRITE, &files[i]));
    board.held = other.held = true;
    struct sim_request *first = sim_begin_write(files[0], buffer, sizeof(buffer));
    struct sim_request *second = sim_begin_write(files[1], buffer, sizeof(buffer));
    board_finish(&other);
    board_finish(&board);
    CHECK_SUCCESS(sim_wait(first, NULL));
    CHECK_SUCCESS(sim_wait(second, NULL));
    CHECK_BYTES(board.sram, buffer, sizeof(buffer));
    CHECK_BYTES(other.sram, buffer, sizeof(buffer));
}

/* --- boards that are not as they should be --- */

TEST(without_its_memory_it_does_not_start)
{
    struct sim_device *device;
    board_init(&board);
    board.card.bars[SRAM_BAR].size = board.card.bars[SRAM_BAR + 1].size = 0x10000;
    CHECK_STATUS(sim_try_plug_pci(&board.card, &device), STATUS_DEVICE_CONFIGURATION_ERROR);
}

TEST_BUG_CHECK(a_line_that_nothing_releases, HARDWARE_INTERRUPT_STORM)
{
    plug();
    sim_pci_line(&board.card, true);
}

TEST(the_board_wakes_itself)
{
    plug();
    sim_advance(11000);
    CHECK(sim_pci_power_state(&board.card) != SIM_PCI_D0);
    CHECK(sim_pci_wake(&board.card));
    sim_advance(1);
    CHECK_EQ(sim_pci_power_state(&board.card), SIM_PCI_D0);
}
