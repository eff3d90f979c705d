/*
 * Inside Hal: DMA adapters. Logical addresses are physical ones.
 *
 * All of it may be called up to DISPATCH_LEVEL. Adapters and transfers are in non-paged pool and belong to the driver
 * that asked for them.
 */
#ifndef NTSIM_HAL_HALP_H
#define NTSIM_HAL_HALP_H

#include "ntsim/ke/ki.h"
#include "ntsim/mm/mi.h"

enum { HALP_TAG = 0x6C6148 /* "Hal" */ };

struct halp_adapter {
    DMA_ADAPTER Public;
    DEVICE_DESCRIPTION Description;
    ULONG MapRegisters; /* that a transfer may take */
    ULONG64 Highest;    /* physical address that the device reaches */
    BOOLEAN Busy;       /* a transfer holds the channel */
    LIST_ENTRY Waiting; /* halp_waiter */
    LONG CommonBuffers; /* not freed */
    LONG Transfers;     /* map registers and lists not freed */
};

static inline struct halp_adapter *halp_adapter(PDMA_ADAPTER adapter)
{
    return CONTAINING_RECORD(adapter, struct halp_adapter, Public);
}

/* A part of what a chain of MDLs describes. */
struct halp_range {
    PMDL Mdl;
    ULONG64 Offset; /* from the first MDL's begin */
    ULONG Length;
};

/*
 * What a transfer has: for a device that wants its data in one piece, a buffer which holds them meanwhile. It stands as
 * MapRegisterBase, and behind a scatter/gather list.
 */
struct halp_transfer {
    PUCHAR Bounce; /* contiguous, or NULL */
    ULONG Pages;
    struct halp_range Range;   /* that was mapped last */
    PSCATTER_GATHER_LIST List; /* in pool, or NULL */
};

/* --- transfer.c --- */
/* The physical address of the range's begin; *length becomes how much of it follows on there. */
ULONG64 halp_run(struct halp_range range, ULONG *length);
/* Copies the range to the buffer, or back. */
void halp_copy(struct halp_range range, PUCHAR buffer, BOOLEAN to_buffer);
/* Pages that the range touches. */
ULONG halp_pages(PMDL mdl, ULONG64 offset, ULONG length);
/* NULL: no memory, or no contiguous one that the device reaches. halp_end gives it back. */
struct halp_transfer *halp_begin(struct halp_adapter *adapter, ULONG pages);
void halp_end(struct halp_adapter *adapter, struct halp_transfer *transfer);
/* Fills the list; its room is `size` bytes. STATUS_BUFFER_TOO_SMALL, STATUS_INSUFFICIENT_RESOURCES. */
NTSTATUS halp_fill_list(struct halp_adapter *adapter, struct halp_transfer *transfer, struct halp_range range,
                        BOOLEAN write, PSCATTER_GATHER_LIST list, ULONG size);
ULONG halp_list_size(ULONG elements);

#endif
