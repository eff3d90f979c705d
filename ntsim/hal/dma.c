/*
 * DMA adapters. Devices that scatter and gather see the buffers' own pages; for the others a transfer is copied through
 * contiguous memory. Map registers are only counted, against what the adapter was made for.
 */
#include "ntsim/hal/halp.h"

enum { MOST_MAP_REGISTERS = 4096 };

struct waiter {
    LIST_ENTRY Entry;
    PDEVICE_OBJECT Device;
    PDRIVER_CONTROL Routine;
    PVOID Context;
    ULONG Pages;
};

/* --- common buffers --- */

static PVOID allocate_common(PDMA_ADAPTER public, ULONG64 lowest, ULONG64 highest, ULONG length,
                             PPHYSICAL_ADDRESS logical)
{
    struct halp_adapter *adapter = halp_adapter(public);
    PVOID buffer = mi_allocate_contiguous(length, lowest, min(highest, adapter->Highest), 0);
    if (!buffer)
        return NULL;
    adapter->CommonBuffers++;
    logical->QuadPart = (LONG64)mi_physical_address((ULONG64)buffer);
    return buffer;
}

static PVOID AllocateCommonBuffer(PDMA_ADAPTER adapter, ULONG length, PPHYSICAL_ADDRESS logical, BOOLEAN cached)
{
    return allocate_common(adapter, 0, MAXULONG64, length, logical);
}

static PVOID AllocateCommonBufferEx(PDMA_ADAPTER adapter, PPHYSICAL_ADDRESS maximum, ULONG length,
                                    PPHYSICAL_ADDRESS logical, BOOLEAN cached, NODE_REQUIREMENT node)
{
    return allocate_common(adapter, 0, maximum ? (ULONG64)maximum->QuadPart : MAXULONG64, length, logical);
}

static VOID FreeCommonBuffer(PDMA_ADAPTER adapter, ULONG length, PHYSICAL_ADDRESS logical, PVOID address,
                             BOOLEAN cached)
{
    if (mi_physical_address((ULONG64)address) != (ULONG64)logical.QuadPart || !mi_free_contiguous(address))
        ki_bug_check(DRIVER_VERIFIER_DMA_VIOLATION, 0, (ULONG64)address, (ULONG64)logical.QuadPart, length, NULL,
                     "a common buffer is freed that was not allocated so");
    halp_adapter(adapter)->CommonBuffers--;
}

/* --- the adapter --- */

static VOID PutDmaAdapter(PDMA_ADAPTER public)
{
    struct halp_adapter *adapter = halp_adapter(public);
    if (adapter->CommonBuffers || adapter->Transfers)
        ki_bug_check(DRIVER_VERIFIER_DMA_VIOLATION, 0, (ULONG64)adapter, (ULONG64)adapter->CommonBuffers,
                     (ULONG64)adapter->Transfers, NULL,
                     "a DMA adapter is put with common buffers or map registers that were not freed");
    ExFreePoolWithTag(adapter, HALP_TAG);
}

static ULONG GetDmaAlignment(PDMA_ADAPTER adapter)
{
    return 1;
}

static ULONG ReadDmaCounter(PDMA_ADAPTER adapter)
{
    return 0; /* a bus master has none */
}

/* --- channels and map registers --- */

static void release_channel(struct halp_adapter *adapter);

static void hand_over(struct halp_adapter *adapter, PDEVICE_OBJECT device, PDRIVER_CONTROL routine, PVOID context,
                      struct halp_transfer *transfer)
{
    KIRQL irql = ki_current_processor()->Irql, old = irql < DISPATCH_LEVEL ? KfRaiseIrql(DISPATCH_LEVEL) : irql;
    adapter->Busy = TRUE;
    IO_ALLOCATION_ACTION action = routine(device, device ? device->CurrentIrp : NULL, transfer, context);
    if (action == DeallocateObject)
        halp_end(adapter, transfer);
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
    struct waiter waiter = *CONTAINING_RECORD(adapter->Waiting.Flink, struct waiter, Entry);
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&adapter->Waiting), struct waiter, Entry), HALP_TAG);
    struct halp_transfer *transfer = halp_begin(adapter, waiter.Pages);
    if (transfer)
        hand_over(adapter, waiter.Device, waiter.Routine, waiter.Context, transfer);
}

static NTSTATUS AllocateAdapterChannel(PDMA_ADAPTER public, PDEVICE_OBJECT device, ULONG pages, PDRIVER_CONTROL routine,
                                       PVOID context)
{
    struct halp_adapter *adapter = halp_adapter(public);
    if (pages > adapter->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (adapter->Busy) {
        struct waiter *waiter = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*waiter), HALP_TAG);
        if (!waiter)
            return STATUS_INSUFFICIENT_RESOURCES;
        *waiter = (struct waiter){.Device = device, .Routine = routine, .Context = context, .Pages = pages};
        InsertTailList(&adapter->Waiting, &waiter->Entry);
        return STATUS_SUCCESS;
    }
    struct halp_transfer *transfer = halp_begin(adapter, pages);
    if (!transfer)
        return STATUS_INSUFFICIENT_RESOURCES;
    hand_over(adapter, device, routine, context, transfer);
    return STATUS_SUCCESS;
}

static VOID FreeAdapterChannel(PDMA_ADAPTER adapter)
{
    release_channel(halp_adapter(adapter));
}

static VOID FreeMapRegisters(PDMA_ADAPTER adapter, PVOID base, ULONG pages)
{
    if (base)
        halp_end(halp_adapter(adapter), base);
}

static PHYSICAL_ADDRESS MapTransfer(PDMA_ADAPTER adapter, PMDL mdl, PVOID base, PVOID current, PULONG length,
                                    BOOLEAN write)
{
    struct halp_transfer *transfer = base;
    struct halp_range range = {
        .Mdl = mdl, .Offset = (ULONG64)((PUCHAR)current - (PUCHAR)MmGetMdlVirtualAddress(mdl)), .Length = *length};
    PHYSICAL_ADDRESS logical;
    if (transfer && transfer->Bounce) {
        range.Length = *length = min(*length, transfer->Pages * PAGE_SIZE);
        transfer->Range = range;
        if (write)
            halp_copy(range, transfer->Bounce, TRUE);
        logical.QuadPart = (LONG64)mi_physical_address((ULONG64)transfer->Bounce);
    } else {
        logical.QuadPart = (LONG64)halp_run(range, length);
    }
    return logical;
}

static void flush(struct halp_transfer *transfer, BOOLEAN write)
{
    if (transfer && transfer->Bounce && !write && transfer->Range.Length)
        halp_copy(transfer->Range, transfer->Bounce, FALSE);
    if (transfer)
        transfer->Range.Length = 0;
}

static BOOLEAN FlushAdapterBuffers(PDMA_ADAPTER adapter, PMDL mdl, PVOID base, PVOID current, ULONG length,
                                   BOOLEAN write)
{
    flush(base, write);
    return TRUE;
}

/* --- scatter/gather lists --- */

struct wish {
    PDEVICE_OBJECT Device;
    struct halp_range Range;
    BOOLEAN Write;
    PDRIVER_LIST_CONTROL Routine;
    PVOID Context;
    PVOID Buffer; /* the driver's, or NULL */
    ULONG BufferSize;
};

static NTSTATUS make_list(PDMA_ADAPTER public, const struct wish *wish, PSCATTER_GATHER_LIST *result)
{
    struct halp_adapter *adapter = halp_adapter(public);
    ULONG pages = halp_pages(wish->Range.Mdl, wish->Range.Offset, wish->Range.Length);
    ULONG size = wish->Buffer ? wish->BufferSize : halp_list_size(max(pages, 1));
    if (pages > adapter->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    struct halp_transfer *transfer = halp_begin(adapter, pages);
    PSCATTER_GATHER_LIST list = wish->Buffer;
    if (transfer && !list)
        list = transfer->List = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, HALP_TAG);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (list)
        status = halp_fill_list(adapter, transfer, wish->Range, wish->Write, list, size);
    if (!NT_SUCCESS(status)) {
        if (transfer)
            halp_end(adapter, transfer);
        return status;
    }
    if (result)
        *result = list;
    if (wish->Routine) {
        KIRQL irql = ki_current_processor()->Irql, old = irql < DISPATCH_LEVEL ? KfRaiseIrql(DISPATCH_LEVEL) : irql;
        wish->Routine(wish->Device, wish->Device ? wish->Device->CurrentIrp : NULL, list, wish->Context);
        if (irql < DISPATCH_LEVEL)
            KeLowerIrql(old);
    }
    return STATUS_SUCCESS;
}

static ULONG64 offset_of(PMDL mdl, PVOID current)
{
    return (ULONG64)((PUCHAR)current - (PUCHAR)MmGetMdlVirtualAddress(mdl));
}

static NTSTATUS GetScatterGatherList(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, PMDL mdl, PVOID current, ULONG length,
                                     PDRIVER_LIST_CONTROL routine, PVOID context, BOOLEAN write)
{
    const struct wish wish = {.Device = device,
                              .Range = {mdl, offset_of(mdl, current), length},
                              .Write = write,
                              .Routine = routine,
                              .Context = context};
    return make_list(adapter, &wish, NULL);
}

static NTSTATUS BuildScatterGatherList(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, PMDL mdl, PVOID current,
                                       ULONG length, PDRIVER_LIST_CONTROL routine, PVOID context, BOOLEAN write,
                                       PVOID buffer, ULONG size)
{
    const struct wish wish = {.Device = device,
                              .Range = {mdl, offset_of(mdl, current), length},
                              .Write = write,
                              .Routine = routine,
                              .Context = context,
                              .Buffer = buffer,
                              .BufferSize = size};
    return make_list(adapter, &wish, NULL);
}

static NTSTATUS GetScatterGatherListEx(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, PVOID transfer_context, PMDL mdl,
                                       ULONGLONG offset, ULONG length, ULONG flags, PDRIVER_LIST_CONTROL routine,
                                       PVOID context, BOOLEAN write, PDMA_COMPLETION_ROUTINE completion,
                                       PVOID completion_context, PSCATTER_GATHER_LIST *list)
{
    const struct wish wish = {
        .Device = device, .Range = {mdl, offset, length}, .Write = write, .Routine = routine, .Context = context};
    if (!routine && !((flags & DMA_SYNCHRONOUS_CALLBACK) && list))
        return STATUS_INVALID_PARAMETER;
    return make_list(adapter, &wish, list);
}

static NTSTATUS BuildScatterGatherListEx(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, PVOID transfer_context, PMDL mdl,
                                         ULONGLONG offset, ULONG length, ULONG flags, PDRIVER_LIST_CONTROL routine,
                                         PVOID context, BOOLEAN write, PVOID buffer, ULONG size,
                                         PDMA_COMPLETION_ROUTINE completion, PVOID completion_context, PVOID list)
{
    const struct wish wish = {.Device = device,
                              .Range = {mdl, offset, length},
                              .Write = write,
                              .Routine = routine,
                              .Context = context,
                              .Buffer = buffer,
                              .BufferSize = size};
    if (!routine && !((flags & DMA_SYNCHRONOUS_CALLBACK) && list))
        return STATUS_INVALID_PARAMETER;
    return make_list(adapter, &wish, list);
}

static VOID PutScatterGatherList(PDMA_ADAPTER adapter, PSCATTER_GATHER_LIST list, BOOLEAN write)
{
    struct halp_transfer *transfer = (struct halp_transfer *)list->Reserved;
    flush(transfer, write);
    halp_end(halp_adapter(adapter), transfer);
}

static NTSTATUS CalculateScatterGatherList(PDMA_ADAPTER adapter, PMDL mdl, PVOID current, ULONG length, PULONG size,
                                           PULONG registers)
{
    ULONG pages =
        mdl ? halp_pages(mdl, offset_of(mdl, current), length) : ADDRESS_AND_SIZE_TO_SPAN_PAGES(current, length);
    if (pages > halp_adapter(adapter)->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    *size = halp_list_size(max(pages, 1));
    if (registers)
        *registers = pages;
    return STATUS_SUCCESS;
}

/* The list describes the original's own pages. */
static NTSTATUS BuildMdlFromScatterGatherList(PDMA_ADAPTER adapter, PSCATTER_GATHER_LIST list, PMDL original,
                                              PMDL *target)
{
    *target = original;
    return STATUS_SUCCESS;
}

/* --- version 3 --- */

static NTSTATUS GetDmaAdapterInfo(PDMA_ADAPTER adapter, PDMA_ADAPTER_INFO info)
{
    if (info->Version != DMA_ADAPTER_INFO_VERSION1)
        return STATUS_NOT_SUPPORTED;
    info->V1 =
        (DMA_ADAPTER_INFO_V1){.ScatterGatherLimit = halp_adapter(adapter)->Description.ScatterGather ? MAXULONG : 1,
                              .DmaAddressWidth = 64 - (ULONG)__builtin_clzll(halp_adapter(adapter)->Highest),
                              .Flags = ADAPTER_INFO_SYNCHRONOUS_CALLBACK,
                              .MinimumTransferUnit = 1};
    return STATUS_SUCCESS;
}

static NTSTATUS GetDmaTransferInfo(PDMA_ADAPTER adapter, PMDL mdl, ULONGLONG offset, ULONG length, BOOLEAN write_only,
                                   PDMA_TRANSFER_INFO info)
{
    ULONG pages = halp_pages(mdl, offset, length);
    if (info->Version != DMA_TRANSFER_INFO_VERSION1 && info->Version != DMA_TRANSFER_INFO_VERSION2)
        return STATUS_NOT_SUPPORTED;
    info->V1.MapRegisterCount = pages;
    info->V1.ScatterGatherElementCount = halp_adapter(adapter)->Description.ScatterGather ? pages : 1;
    info->V1.ScatterGatherListSize = halp_list_size(max(pages, 1));
    if (info->Version == DMA_TRANSFER_INFO_VERSION2)
        info->V2.LogicalPageCount = pages;
    return STATUS_SUCCESS;
}

static NTSTATUS InitializeDmaTransferContext(PDMA_ADAPTER adapter, PVOID context)
{
    RtlZeroMemory(context, DMA_TRANSFER_CONTEXT_SIZE_V1);
    return STATUS_SUCCESS;
}

static NTSTATUS AllocateAdapterChannelEx(PDMA_ADAPTER public, PDEVICE_OBJECT device, PVOID transfer_context,
                                         ULONG pages, ULONG flags, PDRIVER_CONTROL routine, PVOID context, PVOID *base)
{
    struct halp_adapter *adapter = halp_adapter(public);
    BOOLEAN synchronous = (flags & DMA_SYNCHRONOUS_CALLBACK) != 0;
    if (!routine && !(synchronous && base))
        return STATUS_INVALID_PARAMETER;
    if (synchronous && adapter->Busy)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (routine)
        return AllocateAdapterChannel(public, device, pages, routine, context);
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

static BOOLEAN CancelAdapterChannel(PDMA_ADAPTER public, PDEVICE_OBJECT device, PVOID transfer_context)
{
    struct halp_adapter *adapter = halp_adapter(public);
    for (LIST_ENTRY *entry = adapter->Waiting.Flink; entry != &adapter->Waiting; entry = entry->Flink) {
        struct waiter *waiter = CONTAINING_RECORD(entry, struct waiter, Entry);
        if (waiter->Device == device) {
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
    struct halp_transfer *transfer = base;
    const struct halp_range range = {mdl, offset, *length};
    if (!transfer || !list)
        return STATUS_INVALID_PARAMETER;
    return halp_fill_list(halp_adapter(adapter), transfer, range, write, list, size);
}

static NTSTATUS FlushAdapterBuffersEx(PDMA_ADAPTER adapter, PMDL mdl, PVOID base, ULONGLONG offset, ULONG length,
                                      BOOLEAN write)
{
    flush(base, write);
    return STATUS_SUCCESS;
}

static VOID FreeAdapterObject(PDMA_ADAPTER adapter, IO_ALLOCATION_ACTION action)
{
    release_channel(halp_adapter(adapter));
}

static NTSTATUS CancelMappedTransfer(PDMA_ADAPTER adapter, PVOID transfer_context)
{
    return STATUS_NOT_SUPPORTED;
}

#define VERSION_1                                                                                                      \
    .PutDmaAdapter = PutDmaAdapter, .AllocateCommonBuffer = AllocateCommonBuffer,                                      \
    .FreeCommonBuffer = FreeCommonBuffer, .AllocateAdapterChannel = AllocateAdapterChannel,                            \
    .FlushAdapterBuffers = FlushAdapterBuffers, .FreeAdapterChannel = FreeAdapterChannel,                              \
    .FreeMapRegisters = FreeMapRegisters, .MapTransfer = MapTransfer, .GetDmaAlignment = GetDmaAlignment,              \
    .ReadDmaCounter = ReadDmaCounter, .GetScatterGatherList = GetScatterGatherList,                                    \
    .PutScatterGatherList = PutScatterGatherList
#define VERSION_2                                                                                                      \
    VERSION_1, .CalculateScatterGatherList = CalculateScatterGatherList,                                               \
        .BuildScatterGatherList = BuildScatterGatherList,                                                              \
        .BuildMdlFromScatterGatherList = BuildMdlFromScatterGatherList
#define VERSION_3                                                                                                      \
    VERSION_2, .GetDmaAdapterInfo = GetDmaAdapterInfo, .GetDmaTransferInfo = GetDmaTransferInfo,                       \
        .InitializeDmaTransferContext = InitializeDmaTransferContext,                                                  \
        .AllocateCommonBufferEx = AllocateCommonBufferEx, .AllocateAdapterChannelEx = AllocateAdapterChannelEx,        \
        .ConfigureAdapterChannel = ConfigureAdapterChannel, .CancelAdapterChannel = CancelAdapterChannel,              \
        .MapTransferEx = MapTransferEx, .GetScatterGatherListEx = GetScatterGatherListEx,                              \
        .BuildScatterGatherListEx = BuildScatterGatherListEx, .FlushAdapterBuffersEx = FlushAdapterBuffersEx,          \
        .FreeAdapterObject = FreeAdapterObject, .CancelMappedTransfer = CancelMappedTransfer

static DMA_OPERATIONS operations[] = {
    {.Size = FIELD_OFFSET(DMA_OPERATIONS, CalculateScatterGatherList), VERSION_1},
    {.Size = FIELD_OFFSET(DMA_OPERATIONS, CalculateScatterGatherList), VERSION_1},
    {.Size = FIELD_OFFSET(DMA_OPERATIONS, GetDmaAdapterInfo), VERSION_2},
    {.Size = FIELD_OFFSET(DMA_OPERATIONS, AllocateDomainCommonBuffer), VERSION_3},
};

static ULONG64 highest_address(const DEVICE_DESCRIPTION *description)
{
    enum { ISA_BITS = 24, PCI_BITS = 32 };
    ULONG bits = description->Version >= DEVICE_DESCRIPTION_VERSION3 ? description->DmaAddressWidth : 0;
    if (description->Dma64BitAddresses || bits >= 64)
        return MAXULONG64;
    if (bits == 0)
        bits = description->InterfaceType == Isa && !description->Dma32BitAddresses ? ISA_BITS : PCI_BITS;
    return (1ULL << bits) - 1;
}

PDMA_ADAPTER IoGetDmaAdapter(PDEVICE_OBJECT PhysicalDeviceObject, PDEVICE_DESCRIPTION DeviceDescription,
                             PULONG NumberOfMapRegisters)
{
    ULONG version = DeviceDescription->Version;
    if (version >= ARRAYSIZE(operations) || !DeviceDescription->Master)
        return NULL; /* the computer has no DMA controller of its own */
    struct halp_adapter *adapter = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*adapter), HALP_TAG);
    if (!adapter)
        return NULL;
    ULONG64 pages = ((ULONG64)DeviceDescription->MaximumLength + PAGE_SIZE - 1) / PAGE_SIZE + 1;
    adapter->Public = (DMA_ADAPTER){
        .Version = (USHORT)max(version, 1), .Size = sizeof(DMA_ADAPTER), .DmaOperations = &operations[version]};
    adapter->Description = *DeviceDescription;
    adapter->MapRegisters = (ULONG)min(pages, MOST_MAP_REGISTERS);
    adapter->Highest = highest_address(DeviceDescription);
    InitializeListHead(&adapter->Waiting);
    *NumberOfMapRegisters = adapter->MapRegisters;
    return &adapter->Public;
}
