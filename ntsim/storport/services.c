/* What miniports call. What is not here stops the run with its name where it is called. */
#include "ntsim/storport/storp.h"

#include <ntstrsafe.h>

static DECLSPEC_NORETURN void stop_missing(const char *what, ULONG number)
{
    static char text[80];
    RtlStringCbPrintfA(text, sizeof(text), "%s 0x%x is not implemented", what, number);
    SimStopMissing(text);
}

PVOID StorPortGetLogicalUnit(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun)
{
    const struct stor_unit *unit = stor_find_unit(stor_adapter(HwDeviceExtension), PathId, TargetId, Lun, FALSE);
    return unit ? unit->Extension : NULL;
}

VOID StorPortCompleteRequest(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun, UCHAR SrbStatus)
{
    stor_complete_all(stor_adapter(HwDeviceExtension), PathId, TargetId, Lun, SrbStatus);
}

VOID StorPortDebugPrint(ULONG DebugPrintLevel, PCSTR DebugMessage, ...)
{
    va_list arguments;
    va_start(arguments, DebugMessage);
    vDbgPrintEx(DPFLTR_STORMINIPORT_ID, DebugPrintLevel, DebugMessage, arguments);
    va_end(arguments);
}

VOID StorPortQuerySystemTime(PLARGE_INTEGER CurrentTime)
{
    KeQuerySystemTimePrecise(CurrentTime);
}

VOID StorPortMoveMemory(PVOID WriteBuffer, PVOID ReadBuffer, ULONG Length)
{
    RtlMoveMemory(WriteBuffer, ReadBuffer, Length);
}

/* --- notifications --- */

/* A DPC's lock lies in the STOR_DPC, the others in the adapter. */
static PKSPIN_LOCK lock_of(struct stor_adapter *adapter, STOR_SPINLOCK kind, PVOID context)
{
    switch (kind) {
    case DpcLock:
        return &((PSTOR_DPC)context)->Lock;
    case StartIoLock:
        return &adapter->StartIoLock;
    case InterruptLock:
        return &adapter->InterruptLock;
    default:
        stop_missing("StorPortAcquireSpinLock of lock", kind);
    }
}

static void acquire(struct stor_adapter *adapter, STOR_SPINLOCK kind, PVOID context, PSTOR_LOCK_HANDLE handle)
{
    PKSPIN_LOCK lock = lock_of(adapter, kind, context);
    handle->Lock = kind;
    KeAcquireSpinLock(lock, &handle->Context.OldIrql);
    handle->Context.LockQueue.Lock = lock;
}

static void initialize_dpc(PVOID extension, PSTOR_DPC dpc, PHW_DPC_ROUTINE routine)
{
    _Static_assert(sizeof(dpc->Dpc) == sizeof(KDPC), "a STOR_DPC begins with a KDPC");
    KeInitializeDpc((PRKDPC)&dpc->Dpc, (PKDEFERRED_ROUTINE)routine, extension);
    KeInitializeSpinLock(&dpc->Lock);
}

VOID StorPortNotification(SCSI_NOTIFICATION_TYPE NotificationType, PVOID HwDeviceExtension, ...)
{
    struct stor_adapter *adapter = stor_adapter(HwDeviceExtension);
    va_list arguments;
    va_start(arguments, HwDeviceExtension);
    switch (NotificationType) {
    case RequestComplete:
    case RequestDirectComplete:
        stor_completed(adapter, va_arg(arguments, PSCSI_REQUEST_BLOCK));
        break;
    case NextRequest: /* requests come without being asked for */
    case NextLuRequest:
        break;
    case BusChangeDetected:
        IoInvalidateDeviceRelations(adapter->Pdo, BusRelations);
        break;
    case EnablePassiveInitialization:
        adapter->PassiveInitialize = va_arg(arguments, PHW_PASSIVE_INITIALIZE_ROUTINE);
        *va_arg(arguments, PLONG) = TRUE;
        break;
    case InitializeDpc: {
        const PSTOR_DPC dpc = va_arg(arguments, PSTOR_DPC);
        initialize_dpc(HwDeviceExtension, dpc, va_arg(arguments, PHW_DPC_ROUTINE));
        break;
    }
    case IssueDpc: {
        const PSTOR_DPC dpc = va_arg(arguments, PSTOR_DPC);
        const PVOID first = va_arg(arguments, PVOID);
        const PVOID second = va_arg(arguments, PVOID);
        *va_arg(arguments, PLONG) = KeInsertQueueDpc((PRKDPC)&dpc->Dpc, first, second);
        break;
    }
    case AcquireSpinLock: {
        const STOR_SPINLOCK kind = va_arg(arguments, STOR_SPINLOCK);
        const PVOID context = va_arg(arguments, PVOID);
        acquire(adapter, kind, context, va_arg(arguments, PSTOR_LOCK_HANDLE));
        break;
    }
    case ReleaseSpinLock: {
        const STOR_LOCK_HANDLE *handle = va_arg(arguments, PSTOR_LOCK_HANDLE);
        KeReleaseSpinLock(handle->Context.LockQueue.Lock, handle->Context.OldIrql);
        break;
    }
    default:
        stop_missing("StorPortNotification of type", NotificationType);
    }
    va_end(arguments);
}

/* --- extended functions --- */

static ULONG allocate_pool(ULONG size, ULONG tag, PVOID *buffer)
{
    *buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, size, tag);
    return *buffer ? STOR_STATUS_SUCCESS : STOR_STATUS_INSUFFICIENT_RESOURCES;
}

static ULONG get_system_address(struct stor_adapter *adapter, const SCSI_REQUEST_BLOCK *srb, PVOID *address)
{
    const struct stor_request *request = stor_find_request(adapter, srb);
    *address = NULL;
    if (!request || !request->Mdl)
        return STOR_STATUS_INVALID_PARAMETER;
    const SIZE_T offset = (SIZE_T)((PUCHAR)request->DataBuffer - (PUCHAR)MmGetMdlVirtualAddress(request->Mdl));
    PUCHAR system = MmGetSystemAddressForMdlSafe(request->Mdl, NormalPagePriority | MdlMappingNoExecute);
    if (!system)
        return STOR_STATUS_INSUFFICIENT_RESOURCES;
    *address = system + offset;
    return STOR_STATUS_SUCCESS;
}

static ULONG get_original_mdl(struct stor_adapter *adapter, const SCSI_REQUEST_BLOCK *srb, PVOID *mdl)
{
    const struct stor_request *request = stor_find_request(adapter, srb);
    *mdl = request ? request->Mdl : NULL;
    return request ? STOR_STATUS_SUCCESS : STOR_STATUS_INVALID_PARAMETER;
}

/* The miniport has put the end into its IoStatus. */
static ULONG complete_service_irp(PIRP irp)
{
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return STOR_STATUS_SUCCESS;
}

ULONG StorPortExtendedFunction(STORPORT_FUNCTION_CODE FunctionCode, PVOID HwDeviceExtension, ...)
{
    struct stor_adapter *adapter = stor_adapter(HwDeviceExtension);
    ULONG status = STOR_STATUS_SUCCESS;
    va_list arguments;
    va_start(arguments, HwDeviceExtension);
    switch (FunctionCode) {
    case ExtFunctionAllocatePool: {
        const ULONG size = va_arg(arguments, ULONG);
        const ULONG tag = va_arg(arguments, ULONG);
        status = allocate_pool(size, tag, va_arg(arguments, PVOID *));
        break;
    }
    case ExtFunctionFreePool:
        ExFreePool(va_arg(arguments, PVOID));
        break;
    case ExtFunctionGetSystemAddress: {
        const PSCSI_REQUEST_BLOCK srb = va_arg(arguments, PSCSI_REQUEST_BLOCK);
        status = get_system_address(adapter, srb, va_arg(arguments, PVOID *));
        break;
    }
    case ExtFunctionGetOriginalMdl: {
        const PSCSI_REQUEST_BLOCK srb = va_arg(arguments, PSCSI_REQUEST_BLOCK);
        status = get_original_mdl(adapter, srb, va_arg(arguments, PVOID *));
        break;
    }
    case ExtFunctionCompleteServiceIrp:
        status = complete_service_irp(va_arg(arguments, PIRP));
        break;
    case ExtFunctionGetDeviceObjects:
        *va_arg(arguments, PVOID *) = adapter->Common.Device;
        *va_arg(arguments, PVOID *) = adapter->Pdo;
        *va_arg(arguments, PVOID *) = adapter->Lower;
        break;
    case ExtFunctionInitializeWorker:
        status = stor_make_worker(adapter, va_arg(arguments, PVOID *));
        break;
    case ExtFunctionQueueWorkItem: {
        const PHW_WORKITEM routine = va_arg(arguments, PHW_WORKITEM);
        const PVOID worker = va_arg(arguments, PVOID);
        status = stor_queue_worker(routine, worker, va_arg(arguments, PVOID));
        break;
    }
    case ExtFunctionFreeWorker:
        status = stor_free_worker(va_arg(arguments, PVOID));
        break;
    case ExtFunctionInitializeTimer:
        status = stor_make_timer(adapter, va_arg(arguments, PVOID *));
        break;
    case ExtFunctionRequestTimer: {
        const PVOID timer = va_arg(arguments, PVOID);
        const PHW_TIMER_EX routine = va_arg(arguments, PHW_TIMER_EX);
        const PVOID context = va_arg(arguments, PVOID);
        status = stor_set_timer(timer, routine, context, va_arg(arguments, ULONGLONG));
        break;
    }
    case ExtFunctionFreeTimer:
        status = stor_free_timer(va_arg(arguments, PVOID));
        break;
    case ExtFunctionGetCurrentIrql:
        *va_arg(arguments, PKIRQL) = KeGetCurrentIrql();
        break;
    default:
        stop_missing("StorPortExtendedFunction of code", FunctionCode);
    }
    va_end(arguments);
    return status;
}
