/* What a DMA transfer moves: pages of MDLs, in the order of the driver's addresses, or the memory in their stead. */
#include "ntsim/hal/halp.h"

/* The MDL in which the offset falls, and the offset within it. NULL: past the chain's end. */
static PMDL find(PMDL mdl, ULONG64 *offset)
{
    while (mdl && *offset >= mdl->ByteCount) {
        *offset -= mdl->ByteCount;
        mdl = mdl->Next;
    }
    return mdl;
}

static ULONG64 physical(PMDL mdl, ULONG64 offset)
{
    ULONG64 at = mdl->ByteOffset + offset;
    return (MmGetMdlPfnArray(mdl)[at >> PAGE_SHIFT] << PAGE_SHIFT) | (at & (PAGE_SIZE - 1));
}

/* The physical address of the range's begin; *length becomes how much of it follows on there. */
static ULONG64 run_of(struct halp_range range, ULONG *length)
{
    ULONG64 offset = range.Offset;
    PMDL mdl = find(range.Mdl, &offset);
    *length = 0;
    if (!mdl)
        return 0;
    ULONG64 begin = physical(mdl, offset), left = min(range.Length, mdl->ByteCount - offset);
    while (left) {
        ULONG64 at = physical(mdl, offset), part = min(left, PAGE_SIZE - at % PAGE_SIZE);
        if (at != begin + *length)
            break;
        *length += (ULONG)part;
        offset += part;
        left -= part;
    }
    return begin;
}

static void copy(struct halp_range range, PUCHAR memory, BOOLEAN to_memory)
{
    while (range.Length) {
        ULONG64 offset = range.Offset;
        PMDL mdl = find(range.Mdl, &offset);
        if (!mdl)
            return;
        ULONG64 at = physical(mdl, offset);
        ULONG part = (ULONG)min(min(range.Length, mdl->ByteCount - offset), PAGE_SIZE - at % PAGE_SIZE);
        PUCHAR page = (PUCHAR)mi_virtual_address(at);
        RtlCopyMemory(to_memory ? memory : page, to_memory ? page : memory, part);
        memory += part;
        range.Offset += part;
        range.Length -= part;
    }
}

ULONG halp_pages(PMDL mdl, ULONG64 offset, ULONG length)
{
    ULONG pages = 0;
    while (length && (mdl = find(mdl, &offset)) != NULL) {
        ULONG part = (ULONG)min(length, mdl->ByteCount - offset);
        pages += ADDRESS_AND_SIZE_TO_SPAN_PAGES(mdl->ByteOffset + offset, part);
        offset += part;
        length -= part;
    }
    return pages;
}

/* --- transfers --- */

struct halp_transfer *halp_begin(struct halp_adapter *adapter, ULONG pages)
{
    const BOOLEAN bounces = pages && (!adapter->Description.ScatterGather || adapter->Highest != MAXULONG64);
    struct halp_transfer *transfer = ExAllocatePool2(
        POOL_FLAG_NON_PAGED, sizeof(*transfer) + (bounces ? pages * sizeof(struct halp_bounce) : 0), HALP_TAG);
    if (!transfer)
        return NULL;
    transfer->Pages = pages;
    if (bounces) {
        transfer->Bounce = mi_allocate_contiguous((SIZE_T)pages * PAGE_SIZE, 0, adapter->Highest, 0);
        if (!transfer->Bounce) {
            ExFreePoolWithTag(transfer, HALP_TAG);
            return NULL;
        }
    }
    InsertTailList(&adapter->Transfers, &transfer->Entry);
    return transfer;
}

void halp_end(struct halp_adapter *adapter, struct halp_transfer *transfer)
{
    RemoveEntryList(&transfer->Entry);
    if (transfer->Bounce)
        mi_free_contiguous(transfer->Bounce);
    if (transfer->List)
        ExFreePoolWithTag(transfer->List, HALP_TAG);
    ExFreePoolWithTag(transfer, HALP_TAG);
}

BOOLEAN halp_is_transfer(const struct halp_adapter *adapter, const struct halp_transfer *transfer, BOOLEAN is_list)
{
    for (const LIST_ENTRY *entry = adapter->Transfers.Flink; entry != &adapter->Transfers; entry = entry->Flink)
        if (CONTAINING_RECORD(entry, struct halp_transfer, Entry) == transfer)
            return transfer->IsList == is_list;
    return FALSE;
}

/* --- mapping --- */

static void remember(struct halp_transfer *transfer, struct halp_range range)
{
    const ULONG count = transfer->MappedCount;
    struct halp_range *last = count && count <= HALP_MAPPED ? &transfer->Mapped[count - 1] : NULL;
    transfer->MappedBytes += range.Length;
    if (last && last->Mdl == range.Mdl && last->Offset + last->Length == range.Offset) {
        last->Length += range.Length;
        return;
    }
    if (count < HALP_MAPPED)
        transfer->Mapped[count] = range;
    transfer->MappedCount = min(count, HALP_MAPPED) + 1;
}

/* Keeps the offset in the page, as an MDL of the memory in its stead has to. */
static ULONG64 bounce(struct halp_transfer *transfer, struct halp_range range, BOOLEAN write, ULONG *length)
{
    ULONG unused;
    const ULONG offset = (ULONG)(run_of(range, &unused) % PAGE_SIZE);
    struct halp_bounce *last = transfer->BounceCount ? &transfer->Bounces[transfer->BounceCount - 1] : NULL;
    const ULONG64 end = last ? (ULONG64)(last->Memory + last->Range.Length) : 0;
    /* What follows on in the same page takes no other. */
    if (last && last->Range.Mdl == range.Mdl && last->Range.Offset + last->Range.Length == range.Offset && offset &&
        end % PAGE_SIZE == offset) {
        range.Length = min(range.Length, PAGE_SIZE - offset);
        last->Range.Length += range.Length;
    } else {
        const ULONG64 room = (ULONG64)(transfer->Pages - transfer->UsedPages) * PAGE_SIZE;
        if (room <= offset)
            halp_violation(HALP_NOT_FLUSHED, transfer->MappedBytes, (ULONG64)transfer->Pages * PAGE_SIZE, 0,
                           "map registers are mapped again that were not flushed");
        range.Length = (ULONG)min(range.Length, room - offset);
        last = &transfer->Bounces[transfer->BounceCount++];
        *last =
            (struct halp_bounce){.Range = range, .Memory = transfer->Bounce + transfer->UsedPages * PAGE_SIZE + offset};
        transfer->UsedPages += ADDRESS_AND_SIZE_TO_SPAN_PAGES(offset, range.Length);
    }
    PUCHAR memory = last->Memory + (range.Offset - last->Range.Offset);
    if (write)
        copy(range, memory, TRUE);
    *length = range.Length;
    return mi_physical_address((ULONG64)memory);
}

ULONG64 halp_map(const struct halp_adapter *adapter, struct halp_transfer *transfer, struct halp_range range,
                 BOOLEAN write, ULONG *length)
{
    ULONG64 logical = run_of(range, length);
    if (*length == 0)
        return 0;
    transfer->Write = write;
    if (!adapter->Description.ScatterGather) {
        logical = bounce(transfer, range, write, length);
    } else if (logical > adapter->Highest) {
        range.Length = (ULONG)min(*length, PAGE_SIZE - logical % PAGE_SIZE);
        logical = bounce(transfer, range, write, length);
    } else if (*length - 1 > adapter->Highest - logical) {
        *length = (ULONG)(adapter->Highest - logical + 1);
    }
    range.Length = *length;
    remember(transfer, range);
    return logical;
}

void halp_flush(struct halp_transfer *transfer, struct halp_range range, BOOLEAN write)
{
    for (ULONG i = 0; i < transfer->BounceCount && !write; i++) {
        const struct halp_bounce *one = &transfer->Bounces[i];
        const ULONG64 begin = max(one->Range.Offset, range.Offset);
        const ULONG64 end = min(one->Range.Offset + one->Range.Length, range.Offset + range.Length);
        if (one->Range.Mdl == range.Mdl && begin < end)
            copy((struct halp_range){range.Mdl, begin, (ULONG)(end - begin)}, one->Memory + (begin - one->Range.Offset),
                 FALSE);
    }
    transfer->MappedBytes = transfer->MappedCount = transfer->UsedPages = transfer->BounceCount = 0;
}

static BOOLEAN is_in(struct halp_range range, ULONG64 at)
{
    ULONG length;
    for (; range.Length; range.Offset += length, range.Length -= length) {
        const ULONG64 begin = run_of(range, &length);
        if (length == 0)
            return FALSE;
        if (at - begin < length)
            return TRUE;
    }
    return FALSE;
}

BOOLEAN halp_reaches(const struct halp_transfer *transfer, ULONG64 logical, BOOLEAN write)
{
    if (write && transfer->Write)
        return FALSE;
    if (transfer->MappedCount > HALP_MAPPED)
        return TRUE;
    for (ULONG i = 0; i < transfer->BounceCount; i++)
        if (logical - mi_physical_address((ULONG64)transfer->Bounces[i].Memory) < transfer->Bounces[i].Range.Length)
            return TRUE;
    for (ULONG i = 0; i < transfer->MappedCount; i++)
        if (is_in(transfer->Mapped[i], logical))
            return TRUE;
    return FALSE;
}
