/* What the machine's side may ask of the PCI bus. Called on the main thread, at PASSIVE_LEVEL. */
#ifndef NTSIM_PCI_SIM_H
#define NTSIM_PCI_SIM_H

#include "ntsim/machine/services.h"

enum {
    SIM_PCI_FAULT_VECTOR = 0xFD, /* edge: the IOMMU has refused something */
    SIM_PCI_WAKE_VECTOR = 0xFE   /* edge: some device asserts PME# */
};

/*
 * Lets the bus driver look at its slots; the bus is made when it is first needed. `*pdo` is the device in that slot, or
 * NULL, and the status that of its start. `messages`: whether a device that is new there is installed with
 * MSISupported = 1.
 */
typedef int32_t(MACHINE_ABI sim_pci_enumerate)(uint32_t slot, bool messages, void **pdo);

/* Whether the drivers of the device in that slot have mapped this for it. Remembers what was refused; callable while a
 * device model runs. */
typedef bool(MACHINE_ABI sim_pci_check_dma)(uint32_t slot, uint64_t logical, uint64_t size, bool write);

#endif
