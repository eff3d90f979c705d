#include "nic.h"

enum { STATUS = 0, COMMAND = 2, POINTER = 4, PORT = 8, EEPROM = 14, MDI = 16, REGISTERS = 32 };
enum { DONE_BLOCK = 0x8000, RECEIVED = 0x4000, LEFT_ACTIVE = 0x2000, NOT_READY = 0x1000 };
enum { UNIT_IDLE = 0, UNIT_SUSPENDED = 0x40, RECEIVE_READY = 0x10, RECEIVE_SUSPENDED = 0x04, NO_RESOURCES = 0x08 };
enum {
    BLOCK_END = 0x8000,
    BLOCK_SUSPEND = 0x4000,
    BLOCK_INTERRUPT = 0x2000,
    BLOCK_FLEXIBLE = 0x8,
    COMPLETE_OK = 0xA000
};
enum { SELECT = 0x2, CLOCK = 0x1, INPUT = 0x4, OUTPUT = 0x8, OPCODE_BITS = 3, ADDRESS_BITS = 6, READ_OPCODE = 6 };
enum { MOST_BLOCKS = 256, PHY = 1, MDI_READY = 1 << 28, PROMISCUOUS = 1, PROMISCUOUS_BYTE = 15 };

struct block {
    USHORT status, command;
    ULONG link;
};

struct transmit {
    struct block block;
    ULONG fragments;
    USHORT count;
    UCHAR threshold, number;
};

struct descriptor {
    struct block block;
    ULONG buffer;
    USHORT actual, size;
};

static void update_line(struct nic *nic)
{
    sim_pci_line(&nic->card, nic->events && !(nic->interrupt_mask & 1));
}

static bool dma(struct nic *nic, ULONG address, void *buffer, ULONG size, bool write)
{
    const bool moved = sim_pci_dma(&nic->card, address, buffer, size, write);
    nic->faults += !moved;
    return moved;
}

/* --- the command unit --- */

static void transmit(struct nic *nic, ULONG at)
{
    struct transmit block;
    ULONG size = 0, *const sent_size = &nic->sent_size[nic->sent_count % NIC_SENT];
    UCHAR *const frame = nic->sent[nic->sent_count % NIC_SENT];
    if (!dma(nic, at, &block, sizeof(block), false))
        return;
    size = block.count & 0x3FFF;
    if (size > NIC_FRAME || (size && !dma(nic, at + sizeof(block), frame, size, false)))
        return;
    for (unsigned i = 0; block.block.command & BLOCK_FLEXIBLE && i < block.number; i++) {
        ULONG fragment[2];
        if (!dma(nic, block.fragments + i * sizeof(fragment), fragment, sizeof(fragment), false))
            return;
        const ULONG count = fragment[1] & 0x3FFF;
        if (size + count > NIC_FRAME || !dma(nic, fragment[0], frame + size, count, false))
            return;
        size += count;
        nic->fragments++;
    }
    *sent_size = size;
    nic->sent_count++;
}

static void execute(struct nic *nic, ULONG at, USHORT command)
{
    enum { SET_ADDRESS = 1, CONFIGURE = 2, TRANSMIT = 4 };
    const ULONG data = at + sizeof(struct block);
    switch (command & 7) {
    case SET_ADDRESS:
        dma(nic, data, nic->address, sizeof(nic->address), false);
        break;
    case CONFIGURE:
        dma(nic, data, nic->config, sizeof(nic->config), false);
        break;
    case TRANSMIT:
        transmit(nic, at);
        break;
    default:
        break;
    }
}

static void run_blocks(struct nic *nic)
{
    struct block block;
    for (unsigned i = 0; i < MOST_BLOCKS; i++) {
        if (!dma(nic, nic->block, &block, sizeof(block), false))
            return;
        if (nic->stuck && (block.command & 7) == 4)
            return;
        execute(nic, nic->block, block.command);
        dma(nic, nic->block, &(USHORT){COMPLETE_OK}, sizeof(USHORT), true);
        if (block.command & BLOCK_INTERRUPT)
            nic->events |= DONE_BLOCK;
        if (block.command & (BLOCK_END | BLOCK_SUSPEND)) {
            nic->command_state = block.command & BLOCK_END ? UNIT_IDLE : UNIT_SUSPENDED;
            nic->events |= LEFT_ACTIVE;
            return;
        }
        nic->block = block.link;
    }
}

/* It goes on behind the block at which it was suspended, if that says so no more. */
static void resume(struct nic *nic)
{
    struct block block;
    if (nic->command_state != UNIT_SUSPENDED || !dma(nic, nic->block, &block, sizeof(block), false) ||
        block.command & BLOCK_SUSPEND)
        return;
    nic->block = block.link;
    run_blocks(nic);
}

static void dump_counters(struct nic *nic, ULONG magic)
{
    ULONG counters[17] = {[0] = nic->sent_count, [9] = nic->received, [16] = magic};
    dma(nic, nic->counters, counters, sizeof(counters), true);
}

static void command(struct nic *nic, UCHAR value)
{
    switch (value & 0xF0) {
    case 0x10:
        nic->block = nic->pointer;
        run_blocks(nic);
        break;
    case 0x20:
        resume(nic);
        break;
    case 0x40:
        nic->counters = nic->pointer;
        break;
    case 0x50:
        dump_counters(nic, 0xA005);
        break;
    case 0x70:
        dump_counters(nic, 0xA007);
        break;
    default:
        break;
    }
    if ((value & 7) == 1) {
        nic->frame = nic->pointer;
        nic->receive_state = RECEIVE_READY;
    } else if ((value & 7) == 4) {
        nic->receive_state = 0;
    }
    update_line(nic);
}

/* --- the receive unit --- */

static bool is_for_us(const struct nic *nic, const UCHAR *frame)
{
    static const UCHAR everyone[6] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    return memcmp(frame, nic->address, sizeof(nic->address)) == 0 || memcmp(frame, everyone, sizeof(everyone)) == 0 ||
           nic->config[PROMISCUOUS_BYTE] & PROMISCUOUS;
}

bool nic_receive(struct nic *nic, const void *frame, ULONG size)
{
    struct descriptor descriptor;
    if (!is_for_us(nic, frame) || nic->receive_state != RECEIVE_READY ||
        !dma(nic, nic->frame, &descriptor, sizeof(descriptor), false) || size > (descriptor.size & 0x3FFFu)) {
        nic->refused++;
        return false;
    }
    UCHAR copy[NIC_FRAME];
    memcpy(copy, frame, size);
    dma(nic, nic->frame + sizeof(descriptor), copy, size, true);
    dma(nic, nic->frame + offsetof(struct descriptor, actual), &(USHORT){(USHORT)(size | 0xC000)}, sizeof(USHORT),
        true);
    dma(nic, nic->frame, &(USHORT){COMPLETE_OK}, sizeof(USHORT), true);
    nic->received++;
    nic->events |= RECEIVED;
    if (descriptor.block.command & (BLOCK_END | BLOCK_SUSPEND)) {
        nic->receive_state = descriptor.block.command & BLOCK_END ? NO_RESOURCES : RECEIVE_SUSPENDED;
        nic->events |= NOT_READY;
    } else {
        nic->frame = descriptor.block.link;
    }
    update_line(nic);
    return true;
}

/* --- EEPROM, transceiver, port --- */

static void write_eeprom(struct nic *nic, USHORT value)
{
    const USHORT before = nic->eeprom_control;
    nic->eeprom_control = value;
    if (!(value & SELECT)) {
        nic->eeprom_bits = 0;
        nic->eeprom_input = 0;
        nic->eeprom_output = true;
        return;
    }
    if (!(value & CLOCK) || before & CLOCK)
        return;
    const unsigned bits = nic->eeprom_bits++;
    if (bits < OPCODE_BITS + ADDRESS_BITS) {
        nic->eeprom_input = nic->eeprom_input << 1 | ((value & INPUT) != 0);
        nic->eeprom_output = bits + 1 < OPCODE_BITS + ADDRESS_BITS; /* a zero tells that the address is complete */
    } else if (nic->eeprom_input >> ADDRESS_BITS == READ_OPCODE) {
        const USHORT word = nic->eeprom[nic->eeprom_input & ((1 << ADDRESS_BITS) - 1)];
        nic->eeprom_output = word >> (15 - (bits - OPCODE_BITS - ADDRESS_BITS) % 16) & 1;
    }
}

static ULONG transceiver(const struct nic *nic, ULONG number)
{
    switch (number) {
    case 0:
        return 0x3100; /* 100 megabits, negotiates, full duplex */
    case 1:
        return nic->cable ? 0x782D : 0x7809; /* with a cable: link, negotiation complete */
    case 2:
        return 0x02A8;
    case 3:
        return 0x0150;
    case 4:
    case 5:
        return 0x01E1;
    default:
        return 0;
    }
}

static void write_mdi(struct nic *nic, ULONG value)
{
    const bool reads = (value >> 26 & 3) == 2;
    const ULONG answer = (value >> 21 & 31) == PHY ? transceiver(nic, value >> 16 & 31) : 0xFFFF;
    nic->mdi = (value & 0xFFFF0000) | MDI_READY | (reads ? answer : value & 0xFFFF);
}

static void reset(struct nic *nic)
{
    nic->events = nic->command_state = nic->receive_state = 0;
    nic->interrupt_mask = 0;
    nic->resets++;
    update_line(nic);
}

static void write_port(struct nic *nic, ULONG value)
{
    enum { SELF_TEST = 1 };
    const ULONG result[2] = {0x5A5A5A5A, 0};
    if ((value & 0xF) == SELF_TEST) {
        nic->self_tests++;
        dma(nic, value & ~0xFU, (void *)(uintptr_t)result, sizeof(result), true);
        return;
    }
    reset(nic);
}

/* --- registers --- */

static ULONGLONG read_nic(void *context, ULONG bar, ULONGLONG offset, ULONG size)
{
    struct nic *const nic = context;
    UCHAR image[REGISTERS + 8] = {0};
    const USHORT eeprom = (USHORT)((nic->eeprom_control & ~OUTPUT) | (nic->eeprom_output ? OUTPUT : 0));
    ULONGLONG value = 0;
    (void)bar;
    image[STATUS] = nic->command_state | nic->receive_state;
    image[STATUS + 1] = (UCHAR)(nic->events >> 8);
    image[COMMAND + 1] = nic->interrupt_mask;
    memcpy(image + POINTER, &nic->pointer, sizeof(nic->pointer));
    memcpy(image + EEPROM, &eeprom, sizeof(eeprom));
    memcpy(image + MDI, &nic->mdi, sizeof(nic->mdi));
    if (offset < REGISTERS)
        memcpy(&value, image + offset, size);
    return value;
}

static void write_byte(struct nic *nic, ULONGLONG offset, UCHAR value)
{
    switch (offset) {
    case STATUS + 1:
        nic->events &= (USHORT) ~(value << 8);
        update_line(nic);
        break;
    case COMMAND:
        command(nic, value);
        break;
    case COMMAND + 1:
        nic->interrupt_mask = value & 1;
        update_line(nic);
        break;
    default:
        break;
    }
}

static void write_nic(void *context, ULONG bar, ULONGLONG offset, ULONG size, ULONGLONG value)
{
    struct nic *const nic = context;
    (void)bar;
    if (offset == POINTER)
        nic->pointer = (ULONG)value;
    else if (offset == PORT)
        write_port(nic, (ULONG)value);
    else if (offset == EEPROM)
        write_eeprom(nic, (USHORT)value);
    else if (offset == MDI)
        write_mdi(nic, (ULONG)value);
    else
        for (ULONG i = 0; i < size && offset < POINTER; i++, value >>= 8)
            write_byte(nic, offset + i, (UCHAR)value);
}

static void change_power(void *context, enum sim_pci_power state)
{
    if (state == SIM_PCI_D0)
        reset(context);
}

void nic_init(struct nic *nic)
{
    *nic = (struct nic){
        .card = {.vendor = 0x8086,
                 .device = 0x1229,
                 .subsystem_vendor = 0x8086,
                 .subsystem = 0x000E,
                 .revision = 8,
                 .base_class = 2,
                 .bars = {{SIM_PCI_MEMORY, 0x1000, false},
                          {SIM_PCI_PORTS, 0x40, false},
                          {SIM_PCI_MEMORY, 0x100000, false}},
                 .line = true,
                 .power_management = true,
                 .middle_states = true,
                 .remapped = true,
                 .read = read_nic,
                 .write = write_nic,
                 .power = change_power},
        .eeprom = {0xA002, 0x12C9, 0x7856, 3},
        .eeprom_output = true,
        .cable = true,
    };
    nic->card.context = nic;
}
