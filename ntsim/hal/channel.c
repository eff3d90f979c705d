/* Channels and map registers: AllocateAdapterChannel, MapTransfer, FlushAdapterBuffers, FreeMapRegisters. */
#include "ntsim/hal/halp.h"

#include "ntsim/verifier/notes.h"

struct waiter {
    LIST_ENTRY Entry;
    PDEVICE_OBJECT Device;
    PDRIVER_CONTROL Routine;
    PVOID Context, TransferContext;
    ULONG Pages;
};

static void release_channel(struct halp_adapter *adapter);

static void free_registers(struct halp_adapter *adapter, struct halp_transfer *transfer)
{
    if (transfer->MappedBytes)
        halp_violation(HALP_STILL_MAPPED,
                       halp_pages(transfer->Mapped[0].Mdl, transfer->Mapped[0].Offset, transfer->Mapped[0].Length), 0,
                       0, "map registers are freed without FlushAdapterBuffers: what the device wrote does not arrive");
    halp_end(adapter, transfer);
}

static void hand_over(struct halp_adapter *adapter, const struct waiter *to, struct halp_transfer *transfer)
{
    KIRQL irql = ki_current_processor()->Irql, old = irql < DISPATCH_LEVEL ? KfRaiseIrql(DISPATCH_LEVEL) : irql;
    adapter->Busy = TRUE;
    IO_ALLOCATION_ACTION action =
        to->Routine(to->Device, to->Device ? to->Device->CurrentIrp : NULL, transfer, to->Context);
    if (action == DeallocateObject)
        free_registers(adapter, transfer);
    if (action != KeepObject)
        release_channel(adapter);
    if (irql < DISPATCH_LEVEL)
        KeLowerIrql(old);
}

static void release_channel(struct halp_adapter *adapter)
{
    adapter->Busy = FALSE;
    if (IsListEmpty(&adapter->Waiting))
        return;
    PLIST_ENTRY entry = RemoveHeadList(&adapter->Waiting);
    const struct waiter waiter = *CONTAINING_RECORD(entry, struct waiter, Entry);
    ExFreePoolWithTag(CONTAINING_RECORD(entry, struct waiter, Entry), HALP_TAG);
    struct halp_transfer *transfer = halp_begin(adapter, waiter.Pages);
    if (transfer)
        hand_over(adapter, &waiter, transfer);
}

static NTSTATUS wait(struct halp_adapter *adapter, const struct waiter *wish)
{
    for (LIST_ENTRY *entry = adapter->Waiting.Flink; entry != &adapter->Waiting && wish->Device; entry = entry->Flink)
        if (CONTAINING_RECORD(entry, struct waiter, Entry)->Device == wish->Device && !wish->TransferContext)
            halp_violation(HALP_TWO_CHANNELS, 2, 0, 0,
                           "AllocateAdapterChannel is called for a device object that waits for a channel already");
    struct waiter *waiter = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*waiter), HALP_TAG);
    if (!waiter)
        return STATUS_INSUFFICIENT_RESOURCES;
    *waiter = *wish;
    InsertTailList(&adapter->Waiting, &waiter->Entry);
    return STATUS_SUCCESS;
}

static NTSTATUS allocate(struct halp_adapter *adapter, const struct waiter *wish)
{
    if (wish->Pages > adapter->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (adapter->Busy)
        return wait(adapter, wish);
    struct halp_transfer *transfer = halp_begin(adapter, wish->Pages);
    if (!transfer)
        return STATUS_INSUFFICIENT_RESOURCES;
    hand_over(adapter, wish, transfer);
    return STATUS_SUCCESS;
}

static NTSTATUS AllocateAdapterChannel(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, ULONG pages,
                                       PDRIVER_CONTROL routine, PVOID context)
{
    const struct waiter wish = {.Device = device, .Routine = routine, .Context = context, .Pages = pages};
    halp_require_dispatch();
    vf_note(adapter, "a channel was asked for last at");
    return allocate(halp_adapter(adapter), &wish);
}

static VOID FreeAdapterChannel(PDMA_ADAPTER public)
{
    struct halp_adapter *adapter = halp_adapter(public);
    halp_require_dispatch();
    if (!adapter->Busy) {
        vf_about(public);
        halp_violation(HALP_CHANNEL_FREED_TWICE, 1, 0, 0, "an adapter channel is freed that was not allocated");
    }
    vf_note(public, "the channel was freed last at");
    release_channel(adapter);
}

static VOID FreeMapRegisters(PDMA_ADAPTER public, PVOID base, ULONG pages)
{
    struct halp_adapter *adapter = halp_adapter(public);
    halp_require_dispatch();
    if (!base)
        return;
    if (!halp_is_transfer(adapter, base, FALSE))
        halp_violation(HALP_REGISTERS_FREED_TWICE, pages, 0, 0, "map registers are freed that were not allocated");
    free_registers(adapter, base);
}

static void check_mapped(const struct halp_transfer *transfer)
{
    if (transfer->MappedBytes > (ULONG64)transfer->Pages * PAGE_SIZE)
        halp_violation(HALP_NOT_FLUSHED, transfer->MappedBytes, (ULONG64)transfer->Pages * PAGE_SIZE, 0,
                       "more is mapped than there are map registers: what was mapped before was not flushed");
}

static PHYSICAL_ADDRESS MapTransfer(PDMA_ADAPTER adapter, PMDL mdl, PVOID base, PVOID current, PULONG length,
                                    BOOLEAN write)
{
    const struct halp_range range = {.Mdl = mdl, .Offset = halp_offset(mdl, current, *length), .Length = *length};
    halp_require_at_most(DISPATCH_LEVEL);
    if (*length == 0)
        halp_violation(HALP_NO_LENGTH, 0, 0, 0, "MapTransfer gets a buffer of no length");
    if (!halp_is_transfer(halp_adapter(adapter), base, FALSE))
        halp_violation(HALP_FLUSH_UNMAPPED, (ULONG64)base, 0, 0, "MapTransfer gets map registers that are none");
    const PHYSICAL_ADDRESS logical = {.QuadPart = (LONG64)halp_map(halp_adapter(adapter), base, range, write, length)};
    check_mapped(base);
    return logical;
}

static void flush(PDMA_ADAPTER adapter, struct halp_transfer *transfer, struct halp_range range, BOOLEAN write)
{
    halp_require_at_most(DISPATCH_LEVEL);
    if (!halp_is_transfer(halp_adapter(adapter), transfer, FALSE) || transfer->MappedBytes == 0)
        halp_violation(HALP_FLUSH_UNMAPPED, (ULONG64)transfer, 0, 0,
                       "FlushAdapterBuffers gets map registers of which none is mapped");
    halp_flush(transfer, range, write);
}

static BOOLEAN FlushAdapterBuffers(PDMA_ADAPTER adapter, PMDL mdl, PVOID base, PVOID current, ULONG length,
                                   BOOLEAN write)
{
    flush(adapter, base, (struct halp_range){mdl, halp_offset(mdl, current, length), length}, write);
    return TRUE;
}

/* --- version 3 --- */

static NTSTATUS InitializeDmaTransferContext(PDMA_ADAPTER adapter, PVOID context)
{
    RtlZeroMemory(context, DMA_TRANSFER_CONTEXT_SIZE_V1);
    return STATUS_SUCCESS;
}

static NTSTATUS AllocateAdapterChannelEx(PDMA_ADAPTER public, PDEVICE_OBJECT device, PVOID transfer_context,
                                         ULONG pages, ULONG flags, PDRIVER_CONTROL routine, PVOID context, PVOID *base)
{
    struct halp_adapter *adapter = halp_adapter(public);
    const BOOLEAN synchronous = (flags & DMA_SYNCHRONOUS_CALLBACK) != 0;
    const struct waiter wish = {
        .Device = device, .Routine = routine, .Context = context, .TransferContext = transfer_context, .Pages = pages};
    halp_require_at_most(DISPATCH_LEVEL);
    if (!routine && !(synchronous && base))
        return STATUS_INVALID_PARAMETER;
    if (synchronous && adapter->Busy)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (routine)
        return allocate(adapter, &wish);
    if (pages > adapter->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    *base = halp_begin(adapter, pages);
    adapter->Busy = *base != NULL;
    return *base ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

/* For controllers of the system, of which there are none. */
static NTSTATUS ConfigureAdapterChannel(PDMA_ADAPTER adapter, ULONG function, PVOID context)
{
    return STATUS_NOT_SUPPORTED;
}

static NTSTATUS CancelMappedTransfer(PDMA_ADAPTER adapter, PVOID transfer_context)
{
    return STATUS_NOT_SUPPORTED;
}

static BOOLEAN CancelAdapterChannel(PDMA_ADAPTER public, PDEVICE_OBJECT device, PVOID transfer_context)
{
    struct halp_adapter *adapter = halp_adapter(public);
    halp_require_at_most(DISPATCH_LEVEL);
    for (LIST_ENTRY *entry = adapter->Waiting.Flink; entry != &adapter->Waiting; entry = entry->Flink) {
        struct waiter *waiter = CONTAINING_RECORD(entry, struct waiter, Entry);
        if (waiter->Device == device && waiter->TransferContext == transfer_context) {
            RemoveEntryList(entry);
            ExFreePoolWithTag(waiter, HALP_TAG);
            return TRUE;
        }
    }
    return FALSE;
}

static NTSTATUS MapTransferEx(PDMA_ADAPTER adapter, PMDL mdl, PVOID base, ULONGLONG offset, ULONG device_offset,
                              PULONG length, BOOLEAN write, PSCATTER_GATHER_LIST list, ULONG size,
                              PDMA_COMPLETION_ROUTINE completion, PVOID completion_context)
{
    const struct halp_range range = {mdl, offset, *length};
    halp_require_at_most(DISPATCH_LEVEL);
    if (!list || !halp_is_transfer(halp_adapter(adapter), base, FALSE))
        return STATUS_INVALID_PARAMETER;
    const NTSTATUS status = halp_fill_list(halp_adapter(adapter), base, range, write, list, size, length);
    check_mapped(base);
    return status;
}

static NTSTATUS FlushAdapterBuffersEx(PDMA_ADAPTER adapter, PMDL mdl, PVOID base, ULONGLONG offset, ULONG length,
                                      BOOLEAN write)
{
    flush(adapter, base, (struct halp_range){mdl, offset, length}, write);
    return STATUS_SUCCESS;
}

/* Without a routine of the driver's, which would have returned the action. */
static VOID FreeAdapterObject(PDMA_ADAPTER public, IO_ALLOCATION_ACTION action)
{
    struct halp_adapter *adapter = halp_adapter(public);
    halp_require_at_most(DISPATCH_LEVEL);
    if (!adapter->Busy) {
        vf_about(public);
        halp_violation(HALP_CHANNEL_FREED_TWICE, 1, 0, 0, "an adapter object is freed that was not allocated");
    }
    vf_note(public, "the adapter object was freed last at");
    if (action == DeallocateObject) /* the registers that were allocated with it are the youngest */
        for (LIST_ENTRY *entry = adapter->Transfers.Blink; entry != &adapter->Transfers; entry = entry->Blink) {
            struct halp_transfer *transfer = CONTAINING_RECORD(entry, struct halp_transfer, Entry);
            if (transfer->IsList)
                continue;
            free_registers(adapter, transfer);
            break;
        }
    if (action != KeepObject)
        release_channel(adapter);
}

const DMA_OPERATIONS halp_channel_operations = {
    .AllocateAdapterChannel = AllocateAdapterChannel,
    .FreeAdapterChannel = FreeAdapterChannel,
    .FreeMapRegisters = FreeMapRegisters,
    .MapTransfer = MapTransfer,
    .FlushAdapterBuffers = FlushAdapterBuffers,
    .InitializeDmaTransferContext = InitializeDmaTransferContext,
    .AllocateAdapterChannelEx = AllocateAdapterChannelEx,
    .ConfigureAdapterChannel = ConfigureAdapterChannel,
    .CancelAdapterChannel = CancelAdapterChannel,
    .CancelMappedTransfer = CancelMappedTransfer,
    .MapTransferEx = MapTransferEx,
    .FlushAdapterBuffersEx = FlushAdapterBuffersEx,
    .FreeAdapterObject = FreeAdapterObject,
};
