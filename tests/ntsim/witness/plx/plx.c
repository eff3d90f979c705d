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
