/* PCI devices of tests: plugging them in, and what they do. */
#include "ntsim/run/pci.h"
#include "ntsim/machine/device.h"
#include "ntsim/pci/sim.h"
#include "ntsim/run/devices.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/session.h"

#include <stdio.h>

enum { IDS = 12, LONGEST = 48 };

/* The identifiers by which the bus driver is going to report the card. */
static void name(const struct sim_pci *card, char ids[IDS][LONGEST])
{
    const unsigned class = (unsigned)card->base_class << 16 | (unsigned)card->sub_class << 8 | card->interface;
    char device[LONGEST / 2];
    unsigned at = 0;
    snprintf(device, sizeof(device), "VEN_%04X&DEV_%04X", card->vendor, card->device);
    snprintf(ids[at++], LONGEST, "PCI\\%s&SUBSYS_%04X%04X&REV_%02X", device, card->subsystem, card->subsystem_vendor,
             card->revision);
    snprintf(ids[at++], LONGEST, "PCI\\%s&SUBSYS_%04X%04X", device, card->subsystem, card->subsystem_vendor);
    snprintf(ids[at++], LONGEST, "PCI\\%s&REV_%02X", device, card->revision);
    snprintf(ids[at++], LONGEST, "PCI\\%s", device);
    snprintf(ids[at++], LONGEST, "PCI\\%s&CC_%06X", device, class);
    snprintf(ids[at++], LONGEST, "PCI\\%s&CC_%04X", device, class >> 8);
    snprintf(ids[at++], LONGEST, "PCI\\VEN_%04X&CC_%06X", card->vendor, class);
    snprintf(ids[at++], LONGEST, "PCI\\VEN_%04X&CC_%04X", card->vendor, class >> 8);
    snprintf(ids[at++], LONGEST, "PCI\\VEN_%04X", card->vendor);
    snprintf(ids[at++], LONGEST, "PCI\\CC_%06X", class);
    snprintf(ids[at], LONGEST, "PCI\\CC_%04X", class >> 8);
}

static const struct device_record *find_record(const struct sim_pci *card)
{
    char ids[IDS][LONGEST] = {{0}};
    const struct device_record *found = NULL;
    name(card, ids);
    for (unsigned i = 0; i < IDS && *ids[i] && !found; i++)
        found = description_device(&session_description, ids[i]);
    if (!found)
        sim_fail((struct sim_place){NULL, 0}, "the package's INF has no device %s, nor one that is compatible", ids[3]);
    return found;
}

NTSTATUS pci_enumerate(const struct sim_pci *card, void **pdo)
{
    const struct sim_pci_slot *const slot = card->plugged;
    return ((sim_pci_enumerate *)(uintptr_t)kernel_function("SimPciEnumerate"))(slot ? slot->number : 0,
                                                                                card->use_messages, pdo);
}

NTSTATUS sim_try_plug_pci(struct sim_pci *card, struct sim_device **device)
{
    void *pdo = NULL;
    NTSTATUS status = devices_load(find_record(card));
    *device = NULL;
    if (!NT_SUCCESS(status))
        return status;
    const char *const wrong = pci_insert(card);
    if (wrong)
        sim_fail((struct sim_place){NULL, 0}, "%s", wrong);
    status = pci_enumerate(card, &pdo);
    if (pdo)
        *device = devices_add(pdo, NULL, card, NULL);
    else
        pci_pull(card);
    return status;
}

struct sim_device *sim_plug_pci_at(struct sim_place place, struct sim_pci *card)
{
    struct sim_device *device;
    sim_check_status(place, "the device starts", sim_try_plug_pci(card, &device), STATUS_SUCCESS);
    return device;
}

/* --- what it does --- */

void sim_pci_line(struct sim_pci *card, bool asserted)
{
    if (!card->plugged || !card->line)
        return;
    card->plugged->asserted = asserted;
    pci_route_lines();
}

bool sim_pci_message(struct sim_pci *card, ULONG message)
{
    return card->plugged && pci_send(card->plugged, message);
}

static bool is_mapped(const struct sim_pci *card, ULONGLONG address, size_t size, bool write)
{
    static sim_pci_check_dma *check;
    if (!card->remapped || size == 0)
        return true;
    if (!check)
        check = (sim_pci_check_dma *)(uintptr_t)kernel_function("SimPciCheckDma");
    if (check(card->plugged->number, address, size, write))
        return true;
    machine_interrupt(SIM_PCI_FAULT_VECTOR);
    return false;
}

bool sim_pci_dma(struct sim_pci *card, ULONGLONG address, void *buffer, size_t size, bool write)
{
    return card->plugged && pci_is_master(card->plugged) && is_mapped(card, address, size, write) &&
           machine_dma(address, buffer, size, write);
}

bool sim_pci_wake(struct sim_pci *card)
{
    enum { CONTROL_HIGH = 5, ENABLE = 0x1, STATUS = 0x80 };
    if (!card->plugged || !card->plugged->power_offset)
        return false;
    uint8_t *const control = card->plugged->config + card->plugged->power_offset + CONTROL_HIGH;
    *control |= STATUS;
    if (!(*control & ENABLE))
        return false;
    machine_interrupt(SIM_PCI_WAKE_VECTOR);
    return true;
}

/* --- what it is --- */

ULONG sim_pci_config(const struct sim_pci *card, ULONG offset, ULONG size)
{
    return card->plugged ? pci_config_read(card->plugged, offset, size) : UINT32_MAX >> (32 - 8 * size);
}

ULONGLONG sim_pci_address(const struct sim_pci *card, ULONG bar)
{
    return card->plugged && bar < SIM_PCI_BARS ? card->plugged->regions[bar].address : 0;
}

enum sim_pci_power sim_pci_power_state(const struct sim_pci *card)
{
    return card->plugged ? pci_power(card->plugged) : SIM_PCI_D3;
}
