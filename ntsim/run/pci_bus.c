/*
 * The bridge to the PCI bus: configuration mechanism 1 at ports 0xCF8 and 0xCFC, in the form of AMD's processors, whose
 * address register has four more bits for the space behind the first 256 bytes. And the slots, with their lines.
 */
#include "ntsim/machine/device.h"
#include "ntsim/run/pci.h"

#include <stdlib.h>

enum { SLOTS = 32, ADDRESS_PORT = 0xCF8, DATA_OFFSET = 4, PORTS = 8 };
enum { COMMAND = 0x04, STATUS = 0x06, INTERRUPT_LINE = 0x3C, LINE_DISABLED = 0x400, LINE_STATUS = 0x8 };
#define ENABLE 0x80000000U

static struct sim_pci_slot *slots[SLOTS];
static uint32_t address;
static bool bridge_is_there;

/* The register that the address and the port name; NULL: no function is there. */
static struct sim_pci_slot *addressed(uint64_t port, unsigned *offset)
{
    enum { BUS = 0xFF0000, FUNCTION = 0x700, HIGH = 0x0F000000 };
    if (!(address & ENABLE) || address & (BUS | FUNCTION))
        return NULL;
    *offset = (address & 0xFC) | (address & HIGH) >> 16 | (unsigned)(port - DATA_OFFSET);
    return slots[address >> 11 & (SLOTS - 1)];
}

static uint64_t read_bridge(void *context, uint64_t port, unsigned size)
{
    unsigned offset;
    (void)context;
    if (port < DATA_OFFSET)
        return address >> (8 * port);
    const struct sim_pci_slot *const slot = addressed(port, &offset);
    return slot ? pci_config_read(slot, offset, size) : ~0ULL;
}

static void write_bridge(void *context, uint64_t port, unsigned size, uint64_t value)
{
    unsigned offset;
    (void)context;
    if (port < DATA_OFFSET) {
        if (port == 0 && size == sizeof(address))
            address = (uint32_t)value;
        return;
    }
    struct sim_pci_slot *const slot = addressed(port, &offset);
    if (slot)
        pci_config_write(slot, offset, size, (uint32_t)value);
}

static const struct machine_device_model bridge = {.read = read_bridge, .write = write_bridge};

static unsigned free_slot(void)
{
    for (unsigned i = 1; i < SLOTS; i++)
        if (!slots[i])
            return i;
    return 0;
}

const char *pci_insert(struct sim_pci *card)
{
    if (card->plugged)
        return "this device is plugged in already";
    const unsigned number = card->slot ? card->slot : free_slot();
    if (number == 0 || number >= SLOTS || slots[number])
        return "the slot is taken, or there is none of that number";
    if (!bridge_is_there && !machine_add_ports(ADDRESS_PORT, PORTS, &bridge, &bridge_is_there))
        return "something else has the ports of the PCI bridge";
    bridge_is_there = true;
    struct sim_pci_slot *const slot = calloc(1, sizeof(*slot));
    if (!slot)
        return "no memory is left";
    slot->card = card;
    slot->number = number;
    for (unsigned i = 0; i < SIM_PCI_BARS; i++)
        slot->regions[i] = (struct pci_region){.slot = slot, .bar = i};
    const char *const wrong = pci_build(slot);
    if (wrong) {
        free(slot);
        return wrong;
    }
    slots[number] = card->plugged = slot;
    return NULL;
}

void pci_pull(struct sim_pci *card)
{
    struct sim_pci_slot *const slot = card->plugged;
    pci_decode(slot, false);
    slots[slot->number] = card->plugged = NULL;
    pci_route_lines();
    free(slot);
}

static bool asserts(struct sim_pci_slot *slot)
{
    if (slot->asserted)
        slot->config[STATUS] |= LINE_STATUS;
    else
        slot->config[STATUS] &= (uint8_t)~LINE_STATUS;
    return slot->asserted && !(pci_config_read(slot, COMMAND, 2) & LINE_DISABLED);
}

/* The bus driver leaves the vector of the line in the register that PCI keeps for software. */
void pci_route_lines(void)
{
    static bool levels[UINT8_MAX + 1];
    bool now[UINT8_MAX + 1] = {0};
    for (unsigned i = 0; i < SLOTS; i++)
        if (slots[i] && asserts(slots[i]))
            now[slots[i]->config[INTERRUPT_LINE]] = true;
    for (unsigned vector = 1; vector <= UINT8_MAX; vector++) {
        if (levels[vector] == now[vector])
            continue;
        levels[vector] = now[vector];
        machine_set_line(vector, now[vector]);
    }
}
