/*
 * Inside the PCI bus driver: one bus, whose functions it finds through configuration space, and a PDO for each.
 *
 * The bus has no lock of its own: its list of functions changes when the PnP manager asks for them, or removes one,
 * which it does under its own.
 */
#ifndef NTSIM_PCI_PCIP_H
#define NTSIM_PCI_PCIP_H

#include "ntsim/pci/sim.h"
#include "ntsim/pnp/pip.h"

enum { PCIP_TAG = 'ICP', PCIP_SLOTS = 32, PCIP_BARS = 6, PCIP_CONFIG_SIZE = 4096 };

struct pcip_bar {
    ULONG64 Size, Address; /* 0: there is none; none is assigned */
    BOOLEAN Ports, Wide, Prefetchable;
};

/* The extension of a PDO. */
struct pcip_function {
    LIST_ENTRY Entry; /* in pcip_functions */
    PDEVICE_OBJECT Pdo;
    ULONG Slot;
    PCI_COMMON_HEADER Header; /* as it was found */
    struct pcip_bar Bars[PCIP_BARS];
    ULONG PowerOffset, MessageOffset, VectorOffset; /* of capabilities; 0: none */
    BOOLEAN Found, Reported;                        /* in the enumeration at work; to the PnP manager */
    BOOLEAN Messages;                               /* installed so */
    BOOLEAN Configured;                             /* has what follows */
    USHORT Command;
    UCHAR Line;                       /* vector */
    ULONG MessageCount, FirstMessage; /* vectors; 0: it has the line */
    DEVICE_POWER_STATE Power;
    PIRP Waking; /* the wait-wake request */
};

extern LIST_ENTRY pcip_functions;
extern BOOLEAN pcip_install_messages; /* for functions that are found now */

/* --- bus.c --- */
/* The function in a slot; NULL: none is reported. */
struct pcip_function *pcip_find(ULONG slot);

/* --- config.c: <= HIGH_LEVEL --- */
/* What is read of a function that is not there is all ones. */
ULONG pcip_read(ULONG slot, ULONG offset, PVOID buffer, ULONG length);
ULONG pcip_write(ULONG slot, ULONG offset, const void *buffer, ULONG length);
ULONG pcip_read_value(ULONG slot, ULONG offset, ULONG size);
void pcip_write_value(ULONG slot, ULONG offset, ULONG size, ULONG value);

/* --- function.c --- */
/* Reads all about the function in a slot into a record that is zero but for Slot. */
void pcip_read_function(struct pcip_function *function);
/* Whether what is in the slot now is this function. */
BOOLEAN pcip_is_same(const struct pcip_function *function);

/* --- identify.c --- */
/* Strings in pool; NULL: no memory, or there is no such identifier. */
PWSTR pcip_id(const struct pcip_function *function, BUS_QUERY_ID_TYPE type);
PWSTR pcip_text(const struct pcip_function *function, DEVICE_TEXT_TYPE type);

/* --- resources.c --- */
/* NULL: it needs none, or no memory. */
PIO_RESOURCE_REQUIREMENTS_LIST pcip_requirements(struct pcip_function *function);
/* Takes what the PnP manager gives, and sets the function up. */
void pcip_configure(struct pcip_function *function, const CM_RESOURCE_LIST *raw, const CM_RESOURCE_LIST *translated);
/* It answers no more. */
void pcip_deconfigure(struct pcip_function *function);
/* What a function has forgotten in D3. */
void pcip_restore(const struct pcip_function *function);

/* --- power.c --- */
void pcip_capabilities(const struct pcip_function *function, PDEVICE_CAPABILITIES capabilities);
NTSTATUS pcip_power(PDEVICE_OBJECT pdo, PIRP irp);
/* Ends the wait-wake request, if there is one. */
void pcip_end_wake(struct pcip_function *function, NTSTATUS status);
void pcip_init_wake(void);

/* --- iommu.c --- */
void pcip_init_iommu(void);

/* --- interface.c --- */
NTSTATUS pcip_query_interface(PDEVICE_OBJECT pdo, PIO_STACK_LOCATION location);

/* --- pdo.c --- */
NTSTATUS pcip_complete(PIRP irp, NTSTATUS status, ULONG_PTR information);
NTSTATUS pcip_pnp(PDEVICE_OBJECT pdo, PIRP irp);

#endif
