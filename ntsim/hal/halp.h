/*
 * Inside Hal: DMA adapters. Logical addresses are physical ones.
 *
 * A device that scatters and gathers sees the buffers' own pages, as far as it reaches them; what it does not reach,
 * and all of what a device without scatter/gather transfers, goes through contiguous memory that stands for the map
 * registers. What is used against the rules ends in bug check 0xE6, with the parameters that Driver Verifier gives it.
 *
 * Adapters and transfers are in non-paged pool and belong to the driver that asked for them.
 */
#ifndef NTSIM_HAL_HALP_H
#define NTSIM_HAL_HALP_H

#include "ntsim/ke/ki.h"
#include "ntsim/mm/mi.h"

enum { HALP_TAG = 0x6C6148 /* "Hal" */ };

/* The first parameter of bug check 0xE6. */
enum halp_violation {
    HALP_COMMON_BUFFER_FREED_TWICE = 0x3,
    HALP_CHANNEL_FREED_TWICE = 0x4,
    HALP_REGISTERS_FREED_TWICE = 0x5,
    HALP_LIST_FREED_TWICE = 0x6,
    HALP_COMMON_BUFFERS_LEFT = 0x7,
    HALP_CHANNELS_LEFT = 0x8,
    HALP_REGISTERS_LEFT = 0x9,
    HALP_LISTS_LEFT = 0xA,
    HALP_TWO_CHANNELS = 0xB,
    HALP_NOT_FLUSHED = 0xD,
    HALP_STILL_MAPPED = 0x10,
    HALP_WRONG_IRQL = 0x13,
    HALP_FLUSH_UNMAPPED = 0x16,
    HALP_OUTSIDE_MDL = 0x1B,
    HALP_NO_LENGTH = 0x21,
    HALP_IOMMU = 0x26
};

struct halp_adapter {
    DMA_ADAPTER Public;
    LIST_ENTRY Entry; /* of all adapters */
    PDEVICE_OBJECT Pdo;
    DEVICE_DESCRIPTION Description;
    ULONG MapRegisters;       /* that a transfer may take */
    ULONG64 Highest;          /* physical address that the device reaches */
    BOOLEAN Busy;             /* a transfer holds the channel */
    LIST_ENTRY Waiting;       /* for the channel */
    LIST_ENTRY CommonBuffers; /* not freed */
    LIST_ENTRY Transfers;     /* map registers and lists not freed */
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

/* A range that goes through map registers. */
struct halp_bounce {
    struct halp_range Range;
    PUCHAR Memory;
};

enum { HALP_MAPPED = 8 };

/* What a driver gets as MapRegisterBase, and what stands behind a scatter/gather list. */
struct halp_transfer {
    LIST_ENTRY Entry; /* in its adapter */
    ULONG Pages;      /* map registers */
    PUCHAR Bounce;    /* so many pages, contiguous; NULL: the device reaches all */
    ULONG UsedPages, BounceCount;
    ULONG MappedBytes;                     /* and not flushed */
    struct halp_range Mapped[HALP_MAPPED]; /* and not flushed */
    ULONG MappedCount;                     /* more than HALP_MAPPED: not all are known */
    BOOLEAN Write, IsList;
    PSCATTER_GATHER_LIST List; /* in pool, or NULL */
    struct halp_bounce Bounces[];
};

/* --- check.c --- */
DECLSPEC_NORETURN void halp_violation(enum halp_violation violation, ULONG64 second, ULONG64 third, ULONG64 fourth,
                                      const char *message);
void halp_require_dispatch(void);
void halp_require_at_most(KIRQL irql);
/* The offset of an address in what the MDL describes; a bug check where it is outside. */
ULONG64 halp_offset(PMDL mdl, PVOID address, ULONG length);

/* --- transfer.c --- */
/* Pages that the range touches. */
ULONG halp_pages(PMDL mdl, ULONG64 offset, ULONG length);
/* NULL: no memory, or no contiguous one that the device reaches. halp_end gives it back. */
struct halp_transfer *halp_begin(struct halp_adapter *adapter, ULONG pages);
void halp_end(struct halp_adapter *adapter, struct halp_transfer *transfer);
/* Whether it is one of the adapter's, of that kind. */
BOOLEAN halp_is_transfer(const struct halp_adapter *adapter, const struct halp_transfer *transfer, BOOLEAN is_list);
/* The logical address of the range's begin; *length becomes how much of it follows on there. 0: past the MDLs' end. */
ULONG64 halp_map(const struct halp_adapter *adapter, struct halp_transfer *transfer, struct halp_range range,
                 BOOLEAN write, ULONG *length);
/* Brings what the device wrote to where it belongs, and forgets what was mapped. */
void halp_flush(struct halp_transfer *transfer, struct halp_range range, BOOLEAN write);
/* Whether the transfer lets the device read, or write, there. */
BOOLEAN halp_reaches(const struct halp_transfer *transfer, ULONG64 logical, BOOLEAN write);

/* --- channel.c, list.c, common.c: what drivers call, by the names in DMA_OPERATIONS --- */
extern const DMA_OPERATIONS halp_channel_operations, halp_list_operations, halp_buffer_operations;
ULONG halp_list_size(ULONG elements);
/* Fills the list; its room is `size` bytes. *mapped is how much of the range is in it. */
NTSTATUS halp_fill_list(struct halp_adapter *adapter, struct halp_transfer *transfer, struct halp_range range,
                        BOOLEAN write, PSCATTER_GATHER_LIST list, ULONG size, ULONG *mapped);
BOOLEAN halp_is_common(const struct halp_adapter *adapter, ULONG64 logical);

#endif
