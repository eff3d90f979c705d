/* DMA transactions: a buffer goes to or from the device in as many transfers as the hardware's limits make of it. */
#include "ntsim/wdf/fx_dma.h"

enum fx_dma_state { FX_DMA_CREATED, FX_DMA_INITIALIZED, FX_DMA_TRANSFERRING, FX_DMA_COMPLETED, FX_DMA_RELEASED };

struct fx_dma_transaction {
    struct fx_object Object;
    struct fx_dma_enabler *Enabler;
    enum fx_dma_state State;
    PFN_WDF_PROGRAM_DMA Program;
    WDFCONTEXT Context;
    WDF_DMA_DIRECTION Direction;
    PMDL Mdl;
    PUCHAR Address; /* of the buffer's begin, as the MDL counts */
    size_t Length, Done, Current, MaximumLength;
    PSCATTER_GATHER_LIST List;
    struct fx_request *Request;
    NTSTATUS Status; /* of the transfer that is being staged */
    BOOLEAN Single, Immediate;
    ULONG Reserved; /* map registers, by WdfDmaTransactionAllocateResources; 0: none */
    DECLSPEC_ALIGN(16) UCHAR TransferContext[DMA_TRANSFER_CONTEXT_SIZE_V1];
};

static void put_list(struct fx_dma_transaction *transaction)
{
    const PDMA_ADAPTER adapter = transaction->Enabler->Adapter;
    const PSCATTER_GATHER_LIST list = transaction->List;
    KIRQL irql;
    if (!list)
        return;
    transaction->List = NULL;
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    adapter->DmaOperations->PutScatterGatherList(adapter, list, transaction->Direction == WdfDmaDirectionWriteToDevice);
    KeLowerIrql(irql);
}

static void release(struct fx_dma_transaction *transaction)
{
    struct fx_request *request = transaction->Request;
    put_list(transaction);
    transaction->Request = NULL;
    if (request)
        fx_dereference(&request->Object);
}

static void dispose_transaction(struct fx_object *object)
{
    release((struct fx_dma_transaction *)object);
}

static const struct fx_class transaction_class = {
    .Type = FX_DMA_TRANSACTION, .Size = sizeof(struct fx_dma_transaction), .Dispose = dispose_transaction};

static struct fx_dma_transaction *transaction_from(WDFDMATRANSACTION handle)
{
    return fx_object_of(handle, FX_DMA_TRANSACTION);
}

static void require_state(struct fx_dma_transaction *transaction, BOOLEAN holds)
{
    if (!holds)
        fx_violation(WDF_DMA_FATAL_ERROR, (ULONG_PTR)transaction, transaction->State, 0);
}

NTSTATUS api_DmaTransactionCreate(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER handle, PWDF_OBJECT_ATTRIBUTES attributes,
                                  WDFDMATRANSACTION *result)
{
    struct fx_dma_enabler *enabler = fx_object_of(handle, FX_DMA_ENABLER);
    struct fx_dma_transaction *transaction;
    FX_REQUIRE(result);
    const NTSTATUS status =
        fx_create(&transaction_class, enabler->Object.Driver, attributes, &enabler->Object, &transaction);
    if (NT_SUCCESS(status)) {
        transaction->Enabler = enabler;
        transaction->MaximumLength = fx_dma_fragment(enabler);
    }
    *result = (WDFDMATRANSACTION)transaction;
    return status;
}

static NTSTATUS initialize(struct fx_dma_transaction *transaction, PFN_WDF_PROGRAM_DMA program,
                           WDF_DMA_DIRECTION direction, PMDL mdl, PVOID address, size_t length)
{
    FX_REQUIRE(program);
    FX_REQUIRE(mdl);
    require_state(transaction, transaction->State == FX_DMA_CREATED || transaction->State == FX_DMA_RELEASED);
    if (length == 0)
        return STATUS_INVALID_PARAMETER;
    /* What has been reserved has to do for it. */
    if (transaction->Reserved > 0 && ADDRESS_AND_SIZE_TO_SPAN_PAGES(address, length) > transaction->Reserved)
        return STATUS_WDF_TOO_FRAGMENTED;
    if (transaction->Single && length > transaction->MaximumLength)
        return STATUS_WDF_TOO_FRAGMENTED;
    transaction->Program = program;
    transaction->Direction = direction;
    transaction->Mdl = mdl;
    transaction->Address = address;
    transaction->Length = length;
    transaction->Done = transaction->Current = 0;
    transaction->State = FX_DMA_INITIALIZED;
    return STATUS_SUCCESS;
}

NTSTATUS api_DmaTransactionInitialize(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle,
                                      PFN_WDF_PROGRAM_DMA program, WDF_DMA_DIRECTION direction, PMDL mdl, PVOID address,
                                      size_t length)
{
    return initialize(transaction_from(handle), program, direction, mdl, address, length);
}

NTSTATUS api_DmaTransactionInitializeUsingOffset(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle,
                                                 PFN_WDF_PROGRAM_DMA program, WDF_DMA_DIRECTION direction, PMDL mdl,
                                                 size_t offset, size_t length)
{
    FX_REQUIRE(mdl);
    return initialize(transaction_from(handle), program, direction, mdl, (PUCHAR)MmGetMdlVirtualAddress(mdl) + offset,
                      length);
}

NTSTATUS api_DmaTransactionInitializeUsingRequest(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle,
                                                  WDFREQUEST request_handle, PFN_WDF_PROGRAM_DMA program,
                                                  WDF_DMA_DIRECTION direction)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    struct fx_request *request = fx_request_of(request_handle);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(fx_irp_of(request));
    const BOOLEAN write = direction == WdfDmaDirectionWriteToDevice;
    PMDL mdl;
    NTSTATUS status = write ? api_RequestRetrieveInputWdmMdl(globals, request_handle, &mdl)
                            : api_RequestRetrieveOutputWdmMdl(globals, request_handle, &mdl);
    /* What METHOD_IN_DIRECT brings to the device lies in the buffer that is called output. */
    if (write && stack->MajorFunction != IRP_MJ_WRITE &&
        METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode) == METHOD_IN_DIRECT)
        status = api_RequestRetrieveOutputWdmMdl(globals, request_handle, &mdl);
    if (!NT_SUCCESS(status))
        return status;
    status = initialize(transaction, program, direction, mdl, MmGetMdlVirtualAddress(mdl), MmGetMdlByteCount(mdl));
    if (NT_SUCCESS(status)) {
        transaction->Request = request;
        fx_reference(&request->Object);
    }
    return status;
}

static VOID NTAPI program(PDEVICE_OBJECT device_object, PIRP irp, PSCATTER_GATHER_LIST list, PVOID context)
{
    struct fx_dma_transaction *transaction = context;
    transaction->List = list;
    if (list->NumberOfElements > transaction->Enabler->MaximumFragments) {
        transaction->Status = STATUS_WDF_TOO_FRAGMENTED;
        return;
    }
    transaction->Program((WDFDMATRANSACTION)transaction, (WDFDEVICE)transaction->Enabler->Device, transaction->Context,
                         transaction->Direction, list);
}

/* The next part of the buffer. */
static NTSTATUS stage(struct fx_dma_transaction *transaction)
{
    const struct fx_dma_enabler *enabler = transaction->Enabler;
    const size_t rest = transaction->Length - transaction->Done;
    KIRQL irql;
    transaction->Current = rest < transaction->MaximumLength ? rest : transaction->MaximumLength;
    transaction->State = FX_DMA_TRANSFERRING;
    transaction->Status = STATUS_SUCCESS;
    fx_reference(&transaction->Object);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    NTSTATUS status = enabler->Adapter->DmaOperations->GetScatterGatherList(
        enabler->Adapter, enabler->Device->DeviceObject, transaction->Mdl, transaction->Address + transaction->Done,
        (ULONG)transaction->Current, program, transaction, transaction->Direction == WdfDmaDirectionWriteToDevice);
    KeLowerIrql(irql);
    if (NT_SUCCESS(status))
        status = transaction->Status;
    fx_dereference(&transaction->Object);
    return status;
}

NTSTATUS api_DmaTransactionExecute(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle, WDFCONTEXT context)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    require_state(transaction, transaction->State == FX_DMA_INITIALIZED);
    transaction->Context = context;
    const NTSTATUS status = stage(transaction);
    if (!NT_SUCCESS(status)) {
        put_list(transaction);
        transaction->State = FX_DMA_INITIALIZED;
    }
    return status;
}

/* TRUE: the transaction is at its end. */
static BOOLEAN completed(struct fx_dma_transaction *transaction, size_t length, BOOLEAN final, NTSTATUS *status)
{
    FX_REQUIRE(status);
    require_state(transaction, transaction->State == FX_DMA_TRANSFERRING);
    transaction->Done += length;
    put_list(transaction);
    if (!final && transaction->Done < transaction->Length) {
        *status = STATUS_MORE_PROCESSING_REQUIRED;
        const NTSTATUS staged = stage(transaction);
        if (NT_SUCCESS(staged))
            return FALSE;
        put_list(transaction);
        *status = staged;
    } else {
        *status = STATUS_SUCCESS;
    }
    transaction->State = FX_DMA_COMPLETED;
    return TRUE;
}

BOOLEAN api_DmaTransactionDmaCompleted(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle, NTSTATUS *status)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    return completed(transaction, transaction->Current, FALSE, status);
}

BOOLEAN api_DmaTransactionDmaCompletedWithLength(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle, size_t length,
                                                 NTSTATUS *status)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    require_state(transaction, length <= transaction->Current);
    return completed(transaction, length, FALSE, status);
}

BOOLEAN api_DmaTransactionDmaCompletedFinal(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle, size_t length,
                                            NTSTATUS *status)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    require_state(transaction, length <= transaction->Current);
    return completed(transaction, length, TRUE, status);
}

NTSTATUS api_DmaTransactionRelease(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    release(transaction);
    transaction->State = FX_DMA_RELEASED;
    return STATUS_SUCCESS;
}

size_t api_DmaTransactionGetBytesTransferred(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    return transaction_from(handle)->Done;
}

size_t api_DmaTransactionGetCurrentDmaTransferLength(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    return transaction_from(handle)->Current;
}

VOID api_DmaTransactionSetMaximumLength(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle, size_t length)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    if (length < transaction->MaximumLength)
        transaction->MaximumLength = length;
}

VOID api_DmaTransactionSetSingleTransferRequirement(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle,
                                                    BOOLEAN single)
{
    transaction_from(handle)->Single = single;
}

WDFREQUEST api_DmaTransactionGetRequest(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    return (WDFREQUEST)transaction_from(handle)->Request;
}

WDFDEVICE api_DmaTransactionGetDevice(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    return (WDFDEVICE)transaction_from(handle)->Enabler->Device;
}

/* --- version 3 of the DMA interface --- */

/* How many map registers, and elements of a list, the whole transaction would take at once. */
VOID api_DmaTransactionGetTransferInfo(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle, ULONG *map_registers,
                                       ULONG *elements)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    require_state(transaction, transaction->State == FX_DMA_INITIALIZED || transaction->State == FX_DMA_TRANSFERRING);
    const ULONG offset = BYTE_OFFSET(transaction->Address);
    const ULONG pages = (ULONG)ADDRESS_AND_SIZE_TO_SPAN_PAGES(transaction->Address, transaction->Length);
    const PPFN_NUMBER frames = MmGetMdlPfnArray(transaction->Mdl);
    const ULONG first =
        (ULONG)((MmGetMdlByteOffset(transaction->Mdl) +
                 (ULONG_PTR)(transaction->Address - (PUCHAR)MmGetMdlVirtualAddress(transaction->Mdl)) - offset) >>
                PAGE_SHIFT);
    ULONG runs = 1;
    for (ULONG i = 1; i < pages; i++)
        runs += frames[first + i] != frames[first + i - 1] + 1;
    if (map_registers)
        *map_registers = pages;
    if (elements)
        *elements = runs;
}

VOID api_DmaTransactionSetImmediateExecution(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle, BOOLEAN immediate)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    require_state(transaction, transaction->State == FX_DMA_CREATED || transaction->State == FX_DMA_INITIALIZED ||
                                   transaction->State == FX_DMA_RELEASED);
    transaction->Immediate = immediate;
}

NTSTATUS api_DmaTransactionAllocateResources(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle,
                                             WDF_DMA_DIRECTION direction, ULONG map_registers,
                                             PFN_WDF_RESERVE_DMA callback, PVOID context)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    KIRQL irql;
    FX_REQUIRE(callback);
    require_state(transaction, transaction->State == FX_DMA_CREATED || transaction->State == FX_DMA_RELEASED);
    if (transaction->Reserved > 0)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (map_registers == 0 || map_registers > transaction->Enabler->MapRegisters)
        return STATUS_INSUFFICIENT_RESOURCES;
    transaction->Reserved = map_registers;
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    callback(handle, context);
    KeLowerIrql(irql);
    return STATUS_SUCCESS;
}

VOID api_DmaTransactionFreeResources(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    require_state(transaction, transaction->Reserved > 0 && transaction->State != FX_DMA_TRANSFERRING);
    transaction->Reserved = 0;
}

/* TRUE: it was waiting for its resources, and its EvtProgramDma will not be called. */
BOOLEAN api_DmaTransactionCancel(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    const PDMA_ADAPTER adapter = transaction->Enabler->Adapter;
    if (transaction->State != FX_DMA_TRANSFERRING || transaction->List || adapter->Version < DMA_ADAPTER_INFO_VERSION1)
        return FALSE;
    const PDMA_OPERATIONS operations = adapter->DmaOperations;
    if (operations->Size < RTL_SIZEOF_THROUGH_FIELD(DMA_OPERATIONS, CancelAdapterChannel) ||
        !operations->CancelAdapterChannel(adapter, transaction->Enabler->Device->DeviceObject,
                                          transaction->TransferContext))
        return FALSE;
    transaction->State = FX_DMA_INITIALIZED;
    return TRUE;
}

PVOID api_DmaTransactionWdmGetTransferContext(PWDF_DRIVER_GLOBALS globals, WDFDMATRANSACTION handle)
{
    struct fx_dma_transaction *transaction = transaction_from(handle);
    require_state(transaction, transaction->State != FX_DMA_CREATED || transaction->Reserved > 0);
    return transaction->TransferContext;
}
