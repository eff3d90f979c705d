#include "board.h"

enum { DONE = 0x10, ENABLE = 0x1, START = 0x2, ABORT = 0x4, CLEAR = 0x8 };
enum { MODE_CHAIN = 1 << 9, MODE_INTERRUPT = 1 << 10, MODE_CLEAR_COUNT = 1 << 16, MODE_TO_PCI = 1 << 17 };
enum { POINTER_IN_PCI = 1, POINTER_LAST = 2, POINTER_TO_PCI = 8, POINTER_FLAGS = 15 };
enum {
    INT_PCI = 1 << 8,
    INT_DOORBELL = 1 << 9,
    INT_CHANNEL_0 = 1 << 18,
    INT_CHANNEL_0_ACTIVE = 1 << 21,
    INT_DOORBELL_ACTIVE = 1 << 13
};
enum { INT_ACTIVE = INT_DOORBELL_ACTIVE | 3 * INT_CHANNEL_0_ACTIVE, RESET = 1 << 30 };

static ULONG interrupt_status(const struct board *board)
{
    ULONG value = board->interrupt_control & ~(ULONG)INT_ACTIVE;
    for (unsigned i = 0; i < CHANNELS; i++)
        if (board->channels[i].interrupts)
            value |= (ULONG)INT_CHANNEL_0_ACTIVE << i;
    return board->pci_doorbell ? value | INT_DOORBELL_ACTIVE : value;
}

/* INTA# is what is active and enabled. */
static void update_line(struct board *board)
{
    const ULONG status = interrupt_status(board);
    bool asserted = status & INT_DOORBELL && status & INT_DOORBELL_ACTIVE;
    for (unsigned i = 0; i < CHANNELS; i++)
        asserted |= status & (ULONG)INT_CHANNEL_0 << i && status & (ULONG)INT_CHANNEL_0_ACTIVE << i;
    sim_pci_line(&board->card, asserted && status & INT_PCI);
}

/* --- DMA --- */

static bool move(struct board *board, ULONGLONG pci, ULONG local, ULONG count, bool to_pci)
{
    if (local > sizeof(board->sram) || count > sizeof(board->sram) - local)
        return false;
    return sim_pci_dma(&board->card, pci, board->sram + local, count, to_pci);
}

static bool run_block(struct board *board, struct channel *channel)
{
    return move(board, (ULONGLONG)channel->dac << 32 | channel->pci, channel->local, channel->count,
                channel->descriptor & POINTER_TO_PCI);
}

/* The chain lies in PCI memory; with "clear count" each element's size is written back as what is left of it. */
static bool run_chain(struct board *board, struct channel *channel)
{
    ULONG pointer = channel->descriptor, length = 0;
    DMA_TRANSFER_ELEMENT element;
    do {
        const ULONGLONG at = pointer & ~(ULONG)POINTER_FLAGS;
        if (!(pointer & POINTER_IN_PCI) && length > 0)
            return false; /* descriptors in local memory: no driver of the sample's has them */
        if (length++ == MOST_ELEMENTS || !sim_pci_dma(&board->card, at, &element, sizeof(element), false))
            return false;
        memcpy(&pointer, &element.DescPtr, sizeof(pointer));
        const bool last = pointer & POINTER_LAST, to_pci = pointer & POINTER_TO_PCI;
        const ULONG left = last && to_pci ? board->short_by : 0;
        if (left > element.TransferSize || !move(board, (ULONGLONG)element.PciAddressHigh << 32 | element.PciAddressLow,
                                                 element.LocalAddress, element.TransferSize - left, to_pci))
            return false;
        board->elements++;
        if (channel->mode & MODE_CLEAR_COUNT &&
            !sim_pci_dma(&board->card, at + offsetof(DMA_TRANSFER_ELEMENT, TransferSize), &(ULONG){left}, sizeof(ULONG),
                         true))
            return false;
    } while (!(pointer & POINTER_LAST));
    if (board->longest < length)
        board->longest = length;
    return true;
}

static void finish(struct board *board, unsigned number)
{
    struct channel *const channel = &board->channels[number];
    if (!(channel->mode & MODE_CHAIN ? run_chain(board, channel) : run_block(board, channel)))
        board->faults++;
    board->started[number] = false;
    board->transfers++;
    channel->csr = (UCHAR)((channel->csr & ENABLE) | DONE);
    channel->interrupts = channel->mode & MODE_INTERRUPT && channel->mode & MODE_TO_PCI;
    update_line(board);
}

void board_finish(struct board *board)
{
    for (unsigned i = 0; i < CHANNELS; i++)
        if (board->started[i])
            finish(board, i);
}

static void write_csr(struct board *board, unsigned number, UCHAR value)
{
    struct channel *const channel = &board->channels[number];
    if (value & CLEAR)
        channel->interrupts = false;
    channel->csr = (UCHAR)((channel->csr & ~ENABLE) | (value & ENABLE));
    if (value & ABORT && board->started[number]) {
        board->started[number] = false;
        channel->csr |= DONE;
    }
    if (value & START && value & ENABLE && channel->csr & DONE) {
        channel->csr &= (UCHAR)~DONE;
        board->started[number] = true;
        if (!board->held)
            finish(board, number);
    }
    update_line(board);
}

/* --- registers --- */

static void reset(struct board *board)
{
    for (unsigned i = 0; i < CHANNELS; i++)
        board->channels[i] = (struct channel){.mode = 0x43, .csr = DONE};
    board->started[0] = board->started[1] = false;
    board->interrupt_control = 0x0F000080;
    board->pci_doorbell = board->local_doorbell = 0;
    update_line(board);
}

/* The register of a channel that the offset names; NULL: none. */
static ULONG *channel_register(struct board *board, ULONGLONG offset)
{
    const ULONGLONG first = offsetof(PCI9656_REGS, Dma0_Mode), size = offsetof(PCI9656_REGS, Dma1_Mode) - first;
    if (offset == offsetof(PCI9656_REGS, Dma0_PCI_DAC) || offset == offsetof(PCI9656_REGS, Dma1_PCI_DAC))
        return &board->channels[offset == offsetof(PCI9656_REGS, Dma1_PCI_DAC)].dac;
    if (offset < first || offset >= first + CHANNELS * size)
        return NULL;
    struct channel *const channel = &board->channels[(offset - first) / size];
    ULONG *const registers[] = {&channel->mode, &channel->pci, &channel->local, &channel->count, &channel->descriptor};
    return registers[(offset - first) % size / sizeof(ULONG)];
}

static ULONG *simple_register(struct board *board, ULONGLONG offset)
{
    if (offset >= offsetof(PCI9656_REGS, Mailbox2) && offset <= offsetof(PCI9656_REGS, Mailbox7))
        return &board->mailbox[2 + (offset - offsetof(PCI9656_REGS, Mailbox2)) / sizeof(ULONG)];
    return offset == offsetof(PCI9656_REGS, Local_Doorbell) ? &board->local_doorbell : channel_register(board, offset);
}

static ULONG read_word(struct board *board, ULONGLONG offset)
{
    const ULONG *const simple = simple_register(board, offset);
    if (simple)
        return *simple;
    switch (offset) {
    case offsetof(PCI9656_REGS, Int_Csr):
        return interrupt_status(board);
    case offsetof(PCI9656_REGS, EEPROM_Ctrl_Stat):
        return board->eeprom;
    case offsetof(PCI9656_REGS, PCI_Doorbell):
        return board->pci_doorbell;
    case offsetof(PCI9656_REGS, Perm_Vendor_Id):
        return PLX_PCI_DEVICE_ID << 16 | PLX_PCI_VENDOR_ID;
    case offsetof(PCI9656_REGS, Dma0_Csr):
        return board->channels[0].csr | (ULONG)board->channels[1].csr << 8;
    default:
        return 0;
    }
}

static void write_word(struct board *board, ULONGLONG offset, ULONG value)
{
    ULONG *const simple = simple_register(board, offset);
    if (simple) {
        *simple = value;
        return;
    }
    switch (offset) {
    case offsetof(PCI9656_REGS, Int_Csr):
        board->interrupt_control = value;
        update_line(board);
        break;
    case offsetof(PCI9656_REGS, EEPROM_Ctrl_Stat):
        if (board->eeprom & RESET && !(value & RESET)) {
            board->resets++;
            reset(board);
        }
        board->eeprom = value;
        break;
    case offsetof(PCI9656_REGS, PCI_Doorbell):
        board->pci_doorbell &= ~value;
        update_line(board);
        break;
    default:
        break;
    }
}

static ULONGLONG read_board(void *context, ULONG bar, ULONGLONG offset, ULONG size)
{
    struct board *const board = context;
    ULONGLONG value = 0;
    if (bar == SRAM_BAR) {
        memcpy(&value, board->sram + offset, size);
        return value;
    }
    return read_word(board, offset & ~3ULL) >> (8 * (offset & 3));
}

static void write_board(void *context, ULONG bar, ULONGLONG offset, ULONG size, ULONGLONG value)
{
    struct board *const board = context;
    const ULONGLONG csr = offsetof(PCI9656_REGS, Dma0_Csr);
    if (bar == SRAM_BAR)
        memcpy(board->sram + offset, &value, size);
    else if (offset == csr || offset == csr + 1)
        write_csr(board, (unsigned)(offset - csr), (UCHAR)value);
    else if (size == sizeof(ULONG))
        write_word(board, offset, (ULONG)value);
}

static void change_power(void *context, enum sim_pci_power state)
{
    struct board *const board = context;
    if (state == SIM_PCI_D0)
        reset(board);
    board->power = state;
    board->power_changes++;
}

void board_init(struct board *board)
{
    *board = (struct board){.card = {
                                .vendor = PLX_PCI_VENDOR_ID,
                                .device = PLX_PCI_DEVICE_ID,
                                .subsystem_vendor = PLX_PCI_VENDOR_ID,
                                .subsystem = PLX_PCI_DEVICE_ID,
                                .revision = 0xBA,
                                .base_class = 0x06,
                                .sub_class = 0x80,
                                .bars = {{SIM_PCI_MEMORY, 0x200, false},
                                         {SIM_PCI_PORTS, 0x100, false},
                                         {SIM_PCI_MEMORY, PCI9656_SRAM_SIZE, false},
                                         {SIM_PCI_MEMORY, PCI9656_SRAM_SIZE, false}},
                                .line = true,
                                .power_management = true,
                                .remapped = true,
                                .read = read_board,
                                .write = write_board,
                                .power = change_power,
                            }};
    board->card.context = board;
    reset(board);
}
