/* What a PCI function answers to beyond configuration space: its BARs, with MSI-X's table in one; and its messages. */
#include "ntsim/machine/device.h"
#include "ntsim/run/pci.h"

enum { COMMAND = 0x04, COMMAND_PORTS = 0x1, COMMAND_MEMORY = 0x2, PAGE = 4096, PENDING = 0x800 };
enum { VECTOR_CONTROL = 12, CONTROL_ENABLE = 0x8000, CONTROL_MASK = 0x4000 };
#define MESSAGE_ADDRESS 0xFEE00000U /* what the processor takes for an interrupt */

/* --- BARs --- */

/* MSI-X's table and pending bits. False: the access is the model's. */
static bool is_table(const struct pci_region *region, uint64_t offset, uint64_t *within)
{
    const struct sim_pci *const card = region->slot->card;
    if (!region->slot->vector_offset || card->vector_bar != region->bar || offset < card->bars[region->bar].size - PAGE)
        return false;
    *within = offset - (card->bars[region->bar].size - PAGE);
    return true;
}

static uint64_t read_table(const struct sim_pci_slot *slot, uint64_t offset, unsigned size)
{
    uint64_t value = 0;
    if (offset + size <= sizeof(slot->table))
        memcpy(&value, slot->table + offset, size);
    else if (offset >= PENDING && offset + size <= PENDING + sizeof(slot->pending))
        memcpy(&value, (const uint8_t *)&slot->pending + (offset - PENDING), size);
    return value;
}

static uint64_t read_bar(void *context, uint64_t offset, unsigned size)
{
    const struct pci_region *const region = context;
    const struct sim_pci *const card = region->slot->card;
    uint64_t within;
    if (is_table(region, offset, &within))
        return read_table(region->slot, within, size);
    return card->read ? card->read(card->context, region->bar, offset, size) : ~0ULL;
}

static void write_bar(void *context, uint64_t offset, unsigned size, uint64_t value)
{
    const struct pci_region *const region = context;
    const struct sim_pci *const card = region->slot->card;
    uint64_t within;
    if (is_table(region, offset, &within)) {
        if (within + size <= (uint64_t)card->vectors * PCI_TABLE_ENTRY) {
            memcpy(region->slot->table + within, &value, size);
            pci_send_pending(region->slot);
        }
    } else if (card->write) {
        card->write(card->context, region->bar, offset, size, value);
    }
}

static const struct machine_device_model bar_model = {.read = read_bar, .write = write_bar};

static uint64_t base_of(const struct sim_pci_slot *slot, unsigned bar)
{
    enum { PORT_FLAGS = 0x3, MEMORY_FLAGS = 0xF };
    const unsigned at = PCI_HEADER_BARS + 4 * bar;
    const uint32_t low = pci_config_read(slot, at, 4);
    switch (slot->card->bars[bar].kind) {
    case SIM_PCI_PORTS:
        return low & ~(uint32_t)PORT_FLAGS;
    case SIM_PCI_MEMORY_64:
        return (low & ~(uint32_t)MEMORY_FLAGS) | (uint64_t)pci_config_read(slot, at + 4, 4) << 32;
    case SIM_PCI_MEMORY:
        return low & ~(uint32_t)MEMORY_FLAGS;
    default:
        return 0;
    }
}

/* Where the BAR is to answer; 0: nowhere. */
static uint64_t wanted(const struct sim_pci_slot *slot, unsigned bar, bool present)
{
    const bool ports = slot->card->bars[bar].kind == SIM_PCI_PORTS;
    const bool enabled = pci_config_read(slot, COMMAND, 2) & (ports ? COMMAND_PORTS : COMMAND_MEMORY);
    return present && enabled && pci_power(slot) == SIM_PCI_D0 ? base_of(slot, bar) : 0;
}

void pci_decode(struct sim_pci_slot *slot, bool present)
{
    for (unsigned i = 0; i < SIM_PCI_BARS; i++) {
        struct pci_region *const region = &slot->regions[i];
        const struct sim_pci_bar *const bar = &slot->card->bars[i];
        const uint64_t address = bar->kind == SIM_PCI_NONE ? 0 : wanted(slot, i, present);
        if (address == region->address)
            continue;
        if (region->address)
            machine_remove_device(region);
        *region = (struct pci_region){.slot = slot, .bar = i};
        if (address && (bar->kind == SIM_PCI_PORTS
                            ? address <= UINT16_MAX &&
                                  machine_add_ports((uint16_t)address, (uint32_t)bar->size, &bar_model, region)
                            : machine_add_memory(address, bar->size, &bar_model, region)))
            region->address = address;
    }
}

/* --- messages --- */

static bool deliver(uint64_t address, uint32_t data)
{
    if ((address & ~0xFFFFFULL) != MESSAGE_ADDRESS)
        return false;
    machine_interrupt(data & UINT8_MAX);
    return true;
}

static bool send_by_capability(const struct sim_pci_slot *slot, unsigned message)
{
    const unsigned at = slot->message_offset;
    const uint32_t control = pci_config_read(slot, at + 2, 2), granted = 1U << (control >> 4 & 7);
    if (!(control & 1) || message >= granted || !pci_is_master(slot))
        return false;
    const uint64_t address = pci_config_read(slot, at + 4, 4) | (uint64_t)pci_config_read(slot, at + 8, 4) << 32;
    return deliver(address, (pci_config_read(slot, at + 12, 2) & ~(granted - 1)) | message);
}

static bool is_masked(const struct sim_pci_slot *slot, unsigned vector)
{
    return slot->table[PCI_TABLE_ENTRY * vector + VECTOR_CONTROL] & 1 ||
           pci_config_read(slot, slot->vector_offset + 2, 2) & CONTROL_MASK;
}

static bool send_by_table(const struct sim_pci_slot *slot, unsigned vector)
{
    const uint8_t *const entry = slot->table + (size_t)PCI_TABLE_ENTRY * vector;
    uint64_t address;
    uint32_t data;
    memcpy(&address, entry, sizeof(address));
    memcpy(&data, entry + sizeof(address), sizeof(data));
    return deliver(address, data);
}

static bool has_table(const struct sim_pci_slot *slot)
{
    return slot->vector_offset && pci_config_read(slot, slot->vector_offset + 2, 2) & CONTROL_ENABLE &&
           pci_is_master(slot);
}

bool pci_send(struct sim_pci_slot *slot, unsigned message)
{
    if (!has_table(slot))
        return slot->message_offset && send_by_capability(slot, message);
    if (message >= slot->card->vectors)
        return false;
    if (is_masked(slot, message)) {
        slot->pending |= 1ULL << message;
        return true;
    }
    return send_by_table(slot, message);
}

void pci_send_pending(struct sim_pci_slot *slot)
{
    for (unsigned i = 0; slot->pending && i < slot->card->vectors; i++) {
        if (!(slot->pending >> i & 1) || !has_table(slot) || is_masked(slot, i))
            continue;
        slot->pending &= ~(1ULL << i);
        send_by_table(slot, i);
    }
}
