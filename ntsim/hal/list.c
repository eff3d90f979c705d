/* Scatter/gather lists. */
#include "ntsim/hal/halp.h"

#include "ntsim/verifier/notes.h"

ULONG halp_list_size(ULONG elements)
{
    return (ULONG)(FIELD_OFFSET(SCATTER_GATHER_LIST, Elements) + elements * sizeof(SCATTER_GATHER_ELEMENT));
}

/* Elements whose memory follows on become one. */
NTSTATUS halp_fill_list(struct halp_adapter *adapter, struct halp_transfer *transfer, struct halp_range range,
                        BOOLEAN write, PSCATTER_GATHER_LIST list, ULONG size, ULONG *mapped)
{
    ULONG count = 0;
    const ULONG all = range.Length;
    *mapped = 0;
    if (size < halp_list_size(1))
        return STATUS_BUFFER_TOO_SMALL;
    list->Reserved = (ULONG_PTR)transfer;
    while (range.Length && halp_list_size(count + 1) <= size) {
        ULONG length;
        const ULONG64 address = halp_map(adapter, transfer, range, write, &length);
        if (length == 0)
            break; /* the MDLs end before the transfer does */
        SCATTER_GATHER_ELEMENT *last = count ? &list->Elements[count - 1] : NULL;
        if (last && (ULONG64)last->Address.QuadPart + last->Length == address)
            last->Length += length;
        else
            list->Elements[count++] = (SCATTER_GATHER_ELEMENT){.Address.QuadPart = (LONG64)address, .Length = length};
        range.Offset += length;
        range.Length -= length;
    }
    list->NumberOfElements = count;
    *mapped = all - range.Length;
    return *mapped ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

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
    ULONG size = wish->Buffer ? wish->BufferSize : halp_list_size(max(pages, 1)), mapped = 0;
    if (pages > adapter->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    struct halp_transfer *transfer = halp_begin(adapter, pages);
    PSCATTER_GATHER_LIST list = wish->Buffer;
    if (transfer && !list)
        list = transfer->List = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, HALP_TAG);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (transfer && list)
        status = halp_fill_list(adapter, transfer, wish->Range, wish->Write, list, size, &mapped);
    if (NT_SUCCESS(status) && mapped < wish->Range.Length)
        status = wish->Buffer ? STATUS_BUFFER_TOO_SMALL : STATUS_INVALID_PARAMETER;
    if (!NT_SUCCESS(status)) {
        if (transfer)
            halp_end(adapter, transfer);
        return status;
    }
    transfer->IsList = TRUE;
    vf_note_new(list, "the scatter/gather list was built at");
    vf_note(public, "a scatter/gather list was built last at");
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

static NTSTATUS GetScatterGatherList(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, PMDL mdl, PVOID current, ULONG length,
                                     PDRIVER_LIST_CONTROL routine, PVOID context, BOOLEAN write)
{
    const struct wish wish = {.Device = device,
                              .Range = {mdl, halp_offset(mdl, current, length), length},
                              .Write = write,
                              .Routine = routine,
                              .Context = context};
    halp_require_dispatch();
    return make_list(adapter, &wish, NULL);
}

static NTSTATUS BuildScatterGatherList(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, PMDL mdl, PVOID current,
                                       ULONG length, PDRIVER_LIST_CONTROL routine, PVOID context, BOOLEAN write,
                                       PVOID buffer, ULONG size)
{
    const struct wish wish = {.Device = device,
                              .Range = {mdl, halp_offset(mdl, current, length), length},
                              .Write = write,
                              .Routine = routine,
                              .Context = context,
                              .Buffer = buffer,
                              .BufferSize = size};
    halp_require_dispatch();
    return make_list(adapter, &wish, NULL);
}

static NTSTATUS GetScatterGatherListEx(PDMA_ADAPTER adapter, PDEVICE_OBJECT device, PVOID transfer_context, PMDL mdl,
                                       ULONGLONG offset, ULONG length, ULONG flags, PDRIVER_LIST_CONTROL routine,
                                       PVOID context, BOOLEAN write, PDMA_COMPLETION_ROUTINE completion,
                                       PVOID completion_context, PSCATTER_GATHER_LIST *list)
{
    const struct wish wish = {
        .Device = device, .Range = {mdl, offset, length}, .Write = write, .Routine = routine, .Context = context};
    halp_require_at_most(DISPATCH_LEVEL);
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
    halp_require_at_most(DISPATCH_LEVEL);
    if (!routine && !((flags & DMA_SYNCHRONOUS_CALLBACK) && list))
        return STATUS_INVALID_PARAMETER;
    return make_list(adapter, &wish, list);
}

static VOID PutScatterGatherList(PDMA_ADAPTER public, PSCATTER_GATHER_LIST list, BOOLEAN write)
{
    struct halp_adapter *adapter = halp_adapter(public);
    struct halp_transfer *transfer = (struct halp_transfer *)list->Reserved;
    halp_require_dispatch();
    if (!halp_is_transfer(adapter, transfer, TRUE)) {
        vf_about(list);
        halp_violation(HALP_LIST_FREED_TWICE, 0, 1, 0, "a scatter/gather list is freed that is none of the adapter's");
    }
    vf_note(list, "it was freed at");
    if (transfer->MappedCount)
        halp_flush(transfer, (struct halp_range){transfer->Mapped[0].Mdl, 0, MAXULONG}, write);
    halp_end(adapter, transfer);
}

static NTSTATUS CalculateScatterGatherList(PDMA_ADAPTER adapter, PMDL mdl, PVOID current, ULONG length, PULONG size,
                                           PULONG registers)
{
    ULONG pages = mdl ? halp_pages(mdl, halp_offset(mdl, current, length), length)
                      : ADDRESS_AND_SIZE_TO_SPAN_PAGES(current, length);
    if (pages > halp_adapter(adapter)->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    *size = halp_list_size(max(pages, 1));
    if (registers)
        *registers = pages;
    return STATUS_SUCCESS;
}

/* The list describes the original's own pages, unless they are out of the device's reach. */
static NTSTATUS BuildMdlFromScatterGatherList(PDMA_ADAPTER adapter, PSCATTER_GATHER_LIST list, PMDL original,
                                              PMDL *target)
{
    const struct halp_transfer *transfer = (const struct halp_transfer *)list->Reserved;
    if (transfer->BounceCount)
        return STATUS_NOT_SUPPORTED;
    *target = original;
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

const DMA_OPERATIONS halp_list_operations = {
    .GetScatterGatherList = GetScatterGatherList,
    .PutScatterGatherList = PutScatterGatherList,
    .CalculateScatterGatherList = CalculateScatterGatherList,
    .BuildScatterGatherList = BuildScatterGatherList,
    .BuildMdlFromScatterGatherList = BuildMdlFromScatterGatherList,
    .GetDmaTransferInfo = GetDmaTransferInfo,
    .GetScatterGatherListEx = GetScatterGatherListEx,
    .BuildScatterGatherListEx = BuildScatterGatherListEx,
};
