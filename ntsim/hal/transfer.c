/* What a DMA transfer moves: pages of MDLs, in the order of the driver's addresses. */
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

ULONG64 halp_run(struct halp_range range, ULONG *length)
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

void halp_copy(struct halp_range range, PUCHAR buffer, BOOLEAN to_buffer)
{
    while (range.Length) {
        ULONG64 offset = range.Offset;
        PMDL mdl = find(range.Mdl, &offset);
        if (!mdl)
            return;
        ULONG64 at = physical(mdl, offset);
        ULONG part = (ULONG)min(min(range.Length, mdl->ByteCount - offset), PAGE_SIZE - at % PAGE_SIZE);
        PUCHAR memory = (PUCHAR)mi_virtual_address(at);
        RtlCopyMemory(to_buffer ? buffer : memory, to_buffer ? memory : buffer, part);
        buffer += part;
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

struct halp_transfer *halp_begin(struct halp_adapter *adapter, ULONG pages)
{
    struct halp_transfer *transfer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*transfer), HALP_TAG);
    if (!transfer)
        return NULL;
    transfer->Pages = pages;
    if (!adapter->Description.ScatterGather && pages) {
        transfer->Bounce = mi_allocate_contiguous((SIZE_T)pages * PAGE_SIZE, 0, adapter->Highest, 0);
        if (!transfer->Bounce) {
            ExFreePoolWithTag(transfer, HALP_TAG);
            return NULL;
        }
    }
    adapter->Transfers++;
    return transfer;
}

void halp_end(struct halp_adapter *adapter, struct halp_transfer *transfer)
{
    if (transfer->Bounce)
        mi_free_contiguous(transfer->Bounce);
    if (transfer->List)
        ExFreePoolWithTag(transfer->List, HALP_TAG);
    ExFreePoolWithTag(transfer, HALP_TAG);
    adapter->Transfers--;
}

ULONG halp_list_size(ULONG elements)
{
    return (ULONG)(FIELD_OFFSET(SCATTER_GATHER_LIST, Elements) + elements * sizeof(SCATTER_GATHER_ELEMENT));
}

NTSTATUS halp_fill_list(struct halp_adapter *adapter, struct halp_transfer *transfer, struct halp_range range,
                        BOOLEAN write, PSCATTER_GATHER_LIST list, ULONG size)
{
    ULONG count = 0;
    transfer->Range = range;
    if (size < halp_list_size(1))
        return STATUS_BUFFER_TOO_SMALL;
    list->Reserved = (ULONG_PTR)transfer;
    if (transfer->Bounce) {
        if (range.Length > transfer->Pages * PAGE_SIZE)
            return STATUS_INSUFFICIENT_RESOURCES;
        if (write)
            halp_copy(range, transfer->Bounce, TRUE);
        list->NumberOfElements = 1;
        list->Elements[0] = (SCATTER_GATHER_ELEMENT){
            .Address.QuadPart = (LONG64)mi_physical_address((ULONG64)transfer->Bounce), .Length = range.Length};
        return STATUS_SUCCESS;
    }
    while (range.Length) {
        ULONG length;
        ULONG64 address = halp_run(range, &length);
        if (length == 0)
            return STATUS_INVALID_PARAMETER; /* the MDLs end before the transfer does */
        if (halp_list_size(count + 1) > size)
            return STATUS_BUFFER_TOO_SMALL;
        list->Elements[count++] = (SCATTER_GATHER_ELEMENT){.Address.QuadPart = (LONG64)address, .Length = length};
        range.Offset += length;
        range.Length -= length;
    }
    list->NumberOfElements = count;
    return STATUS_SUCCESS;
}
