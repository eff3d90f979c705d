/*
 * PCI devices that a test models: configuration space, memory and ports behind base address registers, interrupts by
 * line or by message, bus mastering, power states.
 *
 *     static struct sim_pci card = {
 *         .vendor = 0x10B5, .device = 0x9601,
 *         .bars = {{SIM_PCI_MEMORY, 0x200}, {SIM_PCI_PORTS, 0x100}},
 *         .line = true,
 *         .read = read_register, .write = write_register,
 *     };
 *     sim_plug_pci(&card);
 *
 * The bus driver of the simulated system finds the device in its slot, as it would on a computer: it reads what is
 * here out of configuration space, reports a PDO with PCI\VEN_... identifiers, and sets up what the device is given.
 * The package's INF says by these identifiers which drivers it gets.
 *
 * The record and all that it points to are the test's own and stay until the device is gone.
 */
#ifndef NTSIM_PCI_H
#define NTSIM_PCI_H

#include <ntsim/ntsim.h>

enum { SIM_PCI_BARS = 6, SIM_PCI_MOST_MESSAGES = 32, SIM_PCI_MOST_VECTORS = 64 };

enum sim_pci_bar_kind {
    SIM_PCI_NONE,
    SIM_PCI_MEMORY,    /* below 4 GiB */
    SIM_PCI_MEMORY_64, /* anywhere; takes the next register, too, which has to be SIM_PCI_NONE */
    SIM_PCI_PORTS,
};

struct sim_pci_bar {
    enum sim_pci_bar_kind kind;
    ULONGLONG size; /* a power of two, at least 16 bytes of memory or 4 ports */
    bool prefetchable;
};

/* A capability that drivers may read; what is written to it is kept nowhere. */
struct sim_pci_capability {
    USHORT id;
    const void *data; /* what follows the header of 2 bytes, or of 4 where `extended` is set */
    UCHAR size;
    bool extended; /* of PCI Express: in the space behind the first 256 bytes */
    UCHAR version; /* of an extended one */
};

enum sim_pci_power { SIM_PCI_D0, SIM_PCI_D1, SIM_PCI_D2, SIM_PCI_D3 };

struct sim_pci_slot;

struct sim_pci {
    USHORT vendor, device, subsystem_vendor, subsystem;
    UCHAR revision, base_class, sub_class, interface;
    struct sim_pci_bar bars[SIM_PCI_BARS];
    /* 1 to 31; 0: the next that is free. Devices whose slots differ by a multiple of 4 share their interrupt line. */
    UCHAR slot;
    bool line;      /* has INTA# */
    ULONG messages; /* by MSI: 1, 2, 4, 8, 16 or 32; 0: it has none */
    ULONG vectors;  /* by MSI-X; the table takes the begin of the last page of BAR `vector_bar`; 0: it has none */
    UCHAR vector_bar;
    /* As if the INF had MSISupported = 1 in its DDInstall.HW section; without that there is only the line. */
    bool use_messages;
    bool power_management; /* D0 and D3, waking from both */
    bool middle_states;    /* D1 and D2 as well */
    /* Behind an IOMMU: what it reads or writes that the driver has not mapped for it, or not any more, is bug check
     * 0xE6 with 0x26, after the instruction that made it. */
    bool remapped;
    const struct sim_pci_capability *capabilities;
    ULONG capability_count;
    /*
     * While an instruction of the driver touches BAR number `bar` (of a 64-bit one its first): size is 1, 2, 4 or 8.
     * They must not call sim_ functions but those below that are for models. NULL: all ones; nothing.
     */
    ULONGLONG (*read)(void *context, ULONG bar, ULONGLONG offset, ULONG size);
    void (*write)(void *context, ULONG bar, ULONGLONG offset, ULONG size, ULONGLONG value);
    /* The bus driver has put it into another power state. Its BARs answer in D0 only. May be NULL. */
    void (*power)(void *context, enum sim_pci_power state);
    void *context;
    struct sim_pci_slot *plugged; /* the simulator's own; NULL while it is not plugged in */
};

/* Plugs it in. sim_plug_pci fails the test where the device does not start; sim_try_plug_pci returns the status of the
 * step that failed, and then the device stays in its slot until sim_unplug. */
struct sim_device *sim_plug_pci_at(struct sim_place place, struct sim_pci *card);
#define sim_plug_pci(card) sim_plug_pci_at(SIM_HERE, card)
NTSTATUS sim_try_plug_pci(struct sim_pci *card, struct sim_device **device);

/* --- For models, and for tests: what the device does. Without effect on one that is not plugged in. --- */

/* Asserts or releases INTA#. As long as it is asserted, and not disabled in the command register, service routines are
 * called again and again; a line that they never get released is bug check 0xF2. */
void sim_pci_line(struct sim_pci *card, bool asserted);
/* Sends a message. False: messages are not enabled, or there are fewer. A masked one is sent when it is unmasked. */
bool sim_pci_message(struct sim_pci *card, ULONG message);
/* Reads or writes memory at a logical address that the driver has got. False, and nothing moved: the driver has no bus
 * mastering enabled, the device is not in D0, or there is no memory. */
bool sim_pci_dma(struct sim_pci *card, ULONGLONG address, void *buffer, size_t size, bool write);
/* Asserts PME#, which ends the wait-wake request of its stack. False: it is not enabled. */
bool sim_pci_wake(struct sim_pci *card);

/* --- For tests --- */

/* Configuration space as it is now, 1, 2 or 4 bytes; all ones where the device is not plugged in. */
ULONG sim_pci_config(const struct sim_pci *card, ULONG offset, ULONG size);
/* The address at which a BAR answers; 0: it does not. */
ULONGLONG sim_pci_address(const struct sim_pci *card, ULONG bar);
enum sim_pci_power sim_pci_power_state(const struct sim_pci *card);

#endif
