/* PCI on the host's side: functions with their configuration space, and the bridge through which the system sees them.
 */
#ifndef NTSIM_RUN_PCI_H
#define NTSIM_RUN_PCI_H

#include <ntsim/pci.h>

enum { PCI_CONFIG_SIZE = 4096, PCI_HEADER_BARS = 0x10, PCI_TABLE_ENTRY = 16 };

struct pci_region {
    struct sim_pci_slot *slot;
    unsigned bar;
    ULONGLONG address; /* where it answers, or 0 */
};

struct sim_pci_slot {
    struct sim_pci *card;
    unsigned number;                                            /* 1 to 31 */
    uint8_t config[PCI_CONFIG_SIZE], writable[PCI_CONFIG_SIZE]; /* the second says which bits software may change */
    unsigned power_offset, message_offset, vector_offset;       /* of capabilities; 0: none */
    struct pci_region regions[SIM_PCI_BARS];
    uint8_t table[SIM_PCI_MOST_VECTORS * PCI_TABLE_ENTRY]; /* of MSI-X */
    uint64_t pending;                                      /* vectors that wait to be unmasked */
    bool asserted;                                         /* the card asserts its line */
};

/* --- pci_config.c: one function --- */
/* NULL, or why the card cannot be. */
const char *pci_build(struct sim_pci_slot *slot);
uint32_t pci_config_read(const struct sim_pci_slot *slot, unsigned offset, unsigned size);
void pci_config_write(struct sim_pci_slot *slot, unsigned offset, unsigned size, uint32_t value);
enum sim_pci_power pci_power(const struct sim_pci_slot *slot);
bool pci_is_master(const struct sim_pci_slot *slot);

/* --- pci_decode.c: memory, ports, and messages --- */
/* Lets the BARs answer where the registers say now; not at all where `present` is false. */
void pci_decode(struct sim_pci_slot *slot, bool present);
bool pci_send(struct sim_pci_slot *slot, unsigned message);
/* Sends what was masked and is not any more. */
void pci_send_pending(struct sim_pci_slot *slot);

/* --- pci_bus.c: the slots --- */
/* Puts the card into its slot. NULL, or why that cannot be. */
const char *pci_insert(struct sim_pci *card);
/* Pulls it out: nothing answers any more. */
void pci_pull(struct sim_pci *card);
/* The lines have changed. */
void pci_route_lines(void);

#endif
