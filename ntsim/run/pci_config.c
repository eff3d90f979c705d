/*
 * Configuration space of a PCI function: what its model says, in the form of the PCI Local Bus Specification 3.0, the
 * PCI Power Management Specification 1.2 and, for the extended space, PCI Express.
 */
#include "ntsim/run/pci.h"

enum {
    VENDOR = 0x00,
    DEVICE = 0x02,
    COMMAND = 0x04,
    STATUS = 0x06,
    REVISION = 0x08,
    SUBSYSTEM_VENDOR = 0x2C,
    SUBSYSTEM = 0x2E,
    CAPABILITIES = 0x34,
    INTERRUPT_LINE = 0x3C,
    INTERRUPT_PIN = 0x3D,
    FIRST_CAPABILITY = 0x40,
    LEGACY_SIZE = 0x100
};
enum { COMMAND_WRITABLE = 0x0547, COMMAND_MASTER = 0x4, STATUS_HAS_CAPABILITIES = 0x10 };
enum { ID_POWER = 0x01, ID_MESSAGES = 0x05, ID_VECTORS = 0x11 };
enum { POWER_CONTROL = 4, POWER_STATE = 0x3, PME_ENABLE = 0x100, PME_STATUS = 0x8000 };
enum { BAR_PORTS = 1, BAR_64 = 4, BAR_PREFETCHABLE = 8, PAGE = 4096 };

static void put(uint8_t *at, unsigned size, uint64_t value)
{
    for (unsigned i = 0; i < size; i++)
        at[i] = (uint8_t)(value >> (8 * i));
}

static uint32_t get(const uint8_t *at, unsigned size)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < size; i++)
        value |= (uint32_t)at[i] << (8 * i);
    return value;
}

/* --- building --- */

static bool is_power_of_two(uint64_t value)
{
    return value && !(value & (value - 1));
}

static const char *build_bars(struct sim_pci_slot *slot)
{
    const struct sim_pci_bar *bars = slot->card->bars;
    for (unsigned i = 0; i < SIM_PCI_BARS; i++) {
        const size_t at = PCI_HEADER_BARS + (size_t)4 * i;
        uint8_t *const value = slot->config + at, *const mask = slot->writable + at;
        if (bars[i].kind == SIM_PCI_NONE)
            continue;
        const bool ports = bars[i].kind == SIM_PCI_PORTS, wide = bars[i].kind == SIM_PCI_MEMORY_64;
        if (!is_power_of_two(bars[i].size) || bars[i].size < (ports ? 4 : 16) || (ports && bars[i].size > 256) ||
            (!wide && bars[i].size > 1U << 28))
            return "the size of a BAR is a power of two: 16 bytes to 256 MiB of memory, 4 to 256 ports";
        if (wide && (i + 1 == SIM_PCI_BARS || bars[i + 1].kind != SIM_PCI_NONE))
            return "a BAR of 64 bits takes the next one, too, which has to be SIM_PCI_NONE";
        put(value, 4,
            ports ? BAR_PORTS : (uint64_t)(wide ? BAR_64 : 0) | (bars[i].prefetchable ? BAR_PREFETCHABLE : 0));
        put(mask, wide ? 8 : 4, ~(bars[i].size - 1));
    }
    return NULL;
}

/* Room for a capability behind the others; NULL: there is none. */
static uint8_t *add_capability(struct sim_pci_slot *slot, uint8_t id, unsigned size, unsigned *end)
{
    const unsigned at = (*end + 3) & ~3U;
    if (at + size > LEGACY_SIZE)
        return NULL;
    unsigned link = CAPABILITIES;
    while (slot->config[link])
        link = slot->config[link] + 1U;
    slot->config[link] = (uint8_t)at;
    slot->config[at] = id;
    slot->config[STATUS] |= STATUS_HAS_CAPABILITIES;
    *end = at + size;
    return slot->config + at;
}

static bool build_power(struct sim_pci_slot *slot, unsigned *end)
{
    enum { SIZE = 8, VERSION = 3, MIDDLE = 0x600, PME_D0 = 0x0800, PME_D1_D2 = 0x3000, PME_D3 = 0xC000 };
    const bool middle = slot->card->middle_states;
    if (!slot->card->power_management)
        return true;
    uint8_t *const at = add_capability(slot, ID_POWER, SIZE, end);
    if (!at)
        return false;
    slot->power_offset = (unsigned)(at - slot->config);
    put(at + 2, 2, VERSION | PME_D0 | PME_D3 | (middle ? MIDDLE | PME_D1_D2 : 0));
    put(slot->writable + slot->power_offset + POWER_CONTROL, 2, POWER_STATE | PME_ENABLE);
    return true;
}

/* The form with addresses of 64 bits. */
static bool build_messages(struct sim_pci_slot *slot, unsigned *end)
{
    enum { SIZE = 14, WIDE_ADDRESS = 0x80, ENABLE = 0x1, COUNT = 0x70 };
    const unsigned count = slot->card->messages;
    if (count == 0)
        return true;
    uint8_t *const at = add_capability(slot, ID_MESSAGES, SIZE, end);
    if (!at || !is_power_of_two(count) || count > SIM_PCI_MOST_MESSAGES)
        return false;
    slot->message_offset = (unsigned)(at - slot->config);
    put(at + 2, 2, WIDE_ADDRESS | (uint64_t)__builtin_ctz(count) << 1);
    uint8_t *const mask = slot->writable + slot->message_offset;
    put(mask + 2, 2, ENABLE | COUNT);
    put(mask + 4, 8, ~3ULL);
    put(mask + 12, 2, ~0ULL);
    return true;
}

static bool build_vectors(struct sim_pci_slot *slot, unsigned *end)
{
    enum { SIZE = 12, ENABLE_AND_MASK = 0xC000, PENDING = 0x800 };
    const unsigned count = slot->card->vectors, bar = slot->card->vector_bar;
    if (count == 0)
        return true;
    uint8_t *const at = add_capability(slot, ID_VECTORS, SIZE, end);
    if (!at || count > SIM_PCI_MOST_VECTORS || bar >= SIM_PCI_BARS || slot->card->bars[bar].size < PAGE ||
        slot->card->bars[bar].kind == SIM_PCI_PORTS)
        return false;
    const uint64_t table = slot->card->bars[bar].size - PAGE;
    slot->vector_offset = (unsigned)(at - slot->config);
    put(at + 2, 2, count - 1);
    put(at + 4, 4, table | bar);
    put(at + 8, 4, (table + PENDING) | bar);
    put(slot->writable + slot->vector_offset + 2, 2, ENABLE_AND_MASK);
    for (unsigned i = 0; i < count; i++)
        slot->table[PCI_TABLE_ENTRY * i + 12] = 1; /* masked */
    return true;
}

static bool build_others(struct sim_pci_slot *slot, unsigned *end)
{
    unsigned extended = LEGACY_SIZE, last = 0;
    for (unsigned i = 0; i < slot->card->capability_count; i++) {
        const struct sim_pci_capability *const wanted = &slot->card->capabilities[i];
        uint8_t *at;
        if (wanted->extended) {
            if (extended + 4 + wanted->size > PCI_CONFIG_SIZE)
                return false;
            at = slot->config + extended;
            put(at, 4, wanted->id | (uint64_t)(wanted->version & 0xF) << 16);
            if (last)
                put(slot->config + last + 2, 2, (get(slot->config + last + 2, 2) & 0xF) | extended << 4);
            last = extended;
            extended = (extended + 4 + wanted->size + 3) & ~3U;
            memcpy(at + 4, wanted->data, wanted->size);
        } else {
            at = add_capability(slot, (uint8_t)wanted->id, 2U + wanted->size, end);
            if (!at)
                return false;
            memcpy(at + 2, wanted->data, wanted->size);
        }
    }
    return true;
}

const char *pci_build(struct sim_pci_slot *slot)
{
    const struct sim_pci *const card = slot->card;
    unsigned end = FIRST_CAPABILITY;
    if (card->vendor == 0 || card->vendor == UINT16_MAX)
        return "0 and 0xFFFF are no vendors";
    put(slot->config + VENDOR, 2, card->vendor);
    put(slot->config + DEVICE, 2, card->device);
    put(slot->config + REVISION, 4,
        card->revision | (uint64_t)card->interface << 8 | (uint64_t)card->sub_class << 16 |
            (uint64_t)card->base_class << 24);
    put(slot->config + SUBSYSTEM_VENDOR, 2, card->subsystem_vendor);
    put(slot->config + SUBSYSTEM, 2, card->subsystem);
    put(slot->writable + COMMAND, 2, COMMAND_WRITABLE);
    slot->config[INTERRUPT_PIN] = card->line;
    slot->writable[INTERRUPT_LINE] = UINT8_MAX;
    const char *const wrong = build_bars(slot);
    if (wrong)
        return wrong;
    return build_power(slot, &end) && build_messages(slot, &end) && build_vectors(slot, &end) &&
                   build_others(slot, &end)
               ? NULL
               : "a capability does not fit, or its numbers are none that PCI has";
}

/* --- access --- */

uint32_t pci_config_read(const struct sim_pci_slot *slot, unsigned offset, unsigned size)
{
    return offset + size <= PCI_CONFIG_SIZE ? get(slot->config + offset, size) : UINT32_MAX;
}

enum sim_pci_power pci_power(const struct sim_pci_slot *slot)
{
    return slot->power_offset ? (enum sim_pci_power)(slot->config[slot->power_offset + POWER_CONTROL] & POWER_STATE)
                              : SIM_PCI_D0;
}

bool pci_is_master(const struct sim_pci_slot *slot)
{
    return slot->config[COMMAND] & COMMAND_MASTER && pci_power(slot) == SIM_PCI_D0;
}

/* As a function that comes out of D3: not set up at all, but that it still says it has asked to wake. */
static void reset(struct sim_pci_slot *slot)
{
    for (unsigned i = 0; i < PCI_CONFIG_SIZE; i++)
        if (i - slot->power_offset >= POWER_CONTROL + 2U)
            slot->config[i] &= (uint8_t)~slot->writable[i];
}

void pci_config_write(struct sim_pci_slot *slot, unsigned offset, unsigned size, uint32_t value)
{
    const enum sim_pci_power before = pci_power(slot);
    const uint32_t written = value;
    if (offset + size > PCI_CONFIG_SIZE)
        return;
    for (unsigned i = offset; i < offset + size; i++, value >>= 8)
        slot->config[i] = (uint8_t)((slot->config[i] & ~slot->writable[i]) | (value & slot->writable[i]));
    const unsigned pme = slot->power_offset + POWER_CONTROL + 1; /* the one bit that a one clears */
    if (slot->power_offset && offset <= pme && pme < offset + size && written >> (8 * (pme - offset)) & PME_STATUS >> 8)
        slot->config[pme] &= (uint8_t)~(PME_STATUS >> 8);
    const enum sim_pci_power after = pci_power(slot);
    if (before == SIM_PCI_D3 && after == SIM_PCI_D0)
        reset(slot);
    pci_decode(slot, true);
    pci_send_pending(slot);
    pci_route_lines();
    if (before != after && slot->card->power)
        slot->card->power(slot->card->context, after);
}
