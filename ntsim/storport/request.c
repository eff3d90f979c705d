/* Requests on their way to the miniport and back. */
#include "ntsim/storport/storp.h"

/* --- the end --- */

static const struct {
    UCHAR Srb;
    NTSTATUS Status;
} statuses[] = {
    {SRB_STATUS_SUCCESS, STATUS_SUCCESS},
    {SRB_STATUS_BUSY, STATUS_DEVICE_BUSY},
    {SRB_STATUS_INVALID_REQUEST, STATUS_INVALID_DEVICE_REQUEST},
    {SRB_STATUS_BAD_FUNCTION, STATUS_INVALID_DEVICE_REQUEST},
    {SRB_STATUS_BAD_SRB_BLOCK_LENGTH, STATUS_INVALID_DEVICE_REQUEST},
    {SRB_STATUS_INVALID_PARAMETER, STATUS_INVALID_PARAMETER},
    {SRB_STATUS_NO_DEVICE, STATUS_DEVICE_DOES_NOT_EXIST},
    {SRB_STATUS_NO_HBA, STATUS_DEVICE_DOES_NOT_EXIST},
    {SRB_STATUS_INVALID_LUN, STATUS_DEVICE_DOES_NOT_EXIST},
    {SRB_STATUS_INVALID_TARGET_ID, STATUS_DEVICE_DOES_NOT_EXIST},
    {SRB_STATUS_INVALID_PATH_ID, STATUS_DEVICE_DOES_NOT_EXIST},
    {SRB_STATUS_SELECTION_TIMEOUT, STATUS_DEVICE_NOT_CONNECTED},
    {SRB_STATUS_TIMEOUT, STATUS_IO_TIMEOUT},
    {SRB_STATUS_COMMAND_TIMEOUT, STATUS_IO_TIMEOUT},
    {SRB_STATUS_DATA_OVERRUN, STATUS_BUFFER_OVERFLOW},
    {SRB_STATUS_INSUFFICIENT_RESOURCES, STATUS_INSUFFICIENT_RESOURCES},
};

NTSTATUS stor_status_of(const SCSI_REQUEST_BLOCK *srb)
{
    for (ULONG i = 0; i < RTL_NUMBER_OF(statuses); i++)
        if (statuses[i].Srb == SRB_STATUS(srb->SrbStatus))
            return statuses[i].Status;
    return STATUS_IO_DEVICE_ERROR;
}

/* With the adapter's lock. */
static struct stor_request *find(struct stor_adapter *adapter, const SCSI_REQUEST_BLOCK *srb)
{
    for (LIST_ENTRY *entry = adapter->Requests.Flink; entry != &adapter->Requests; entry = entry->Flink) {
        struct stor_request *request = CONTAINING_RECORD(entry, struct stor_request, Entry);
        if (request->Srb == srb)
            return request;
    }
    return NULL;
}

struct stor_request *stor_find_request(struct stor_adapter *adapter, const SCSI_REQUEST_BLOCK *srb)
{
    KIRQL irql;
    KeAcquireSpinLock(&adapter->Lock, &irql);
    struct stor_request *request = find(adapter, srb);
    KeReleaseSpinLock(&adapter->Lock, irql);
    return request;
}

static void move_to_ended(struct stor_adapter *adapter, struct stor_request *request)
{
    RemoveEntryList(&request->Entry);
    InsertTailList(&adapter->Ended, &request->Entry);
    KeInsertQueueDpc(&adapter->EndDpc, NULL, NULL);
}

void stor_completed(struct stor_adapter *adapter, PSCSI_REQUEST_BLOCK srb)
{
    enum { COMPLETED_TWICE = 0x2004 };
    KIRQL irql;
    KeAcquireSpinLock(&adapter->Lock, &irql);
    struct stor_request *request = find(adapter, srb);
    if (request)
        move_to_ended(adapter, request);
    KeReleaseSpinLock(&adapter->Lock, irql);
    if (!request)
        KeBugCheckEx(SCSI_VERIFIER_DETECTED_VIOLATION, COMPLETED_TWICE, (ULONG_PTR)srb, 0, 0);
}

static BOOLEAN is_at(UCHAR wanted, UCHAR value)
{
    return wanted == SP_UNTAGGED || wanted == value;
}

void stor_complete_all(struct stor_adapter *adapter, UCHAR path, UCHAR target, UCHAR lun, UCHAR status)
{
    KIRQL irql;
    KeAcquireSpinLock(&adapter->Lock, &irql);
    for (LIST_ENTRY *entry = adapter->Requests.Flink, *next; entry != &adapter->Requests; entry = next) {
        struct stor_request *request = CONTAINING_RECORD(entry, struct stor_request, Entry);
        next = entry->Flink;
        if (!is_at(path, request->Srb->PathId) || !is_at(target, request->Srb->TargetId) ||
            !is_at(lun, request->Srb->Lun))
            continue;
        request->Srb->SrbStatus = status;
        move_to_ended(adapter, request);
    }
    KeReleaseSpinLock(&adapter->Lock, irql);
}

static struct stor_request *next_ended(struct stor_adapter *adapter)
{
    KIRQL irql;
    KeAcquireSpinLock(&adapter->Lock, &irql);
    LIST_ENTRY *entry = IsListEmpty(&adapter->Ended) ? NULL : RemoveHeadList(&adapter->Ended);
    KeReleaseSpinLock(&adapter->Lock, irql);
    return entry ? CONTAINING_RECORD(entry, struct stor_request, Entry) : NULL;
}

void stor_end_requests(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct stor_request *request;
    while ((request = next_ended(context)) != NULL) {
        request->Srb->DataBuffer = request->DataBuffer;
        request->Srb->SrbExtension = NULL;
        request->End(request);
        ExFreePoolWithTag(request, STOR_TAG);
    }
}

/* --- the beginning --- */

static BOOLEAN is_read_or_write(const SCSI_REQUEST_BLOCK *srb)
{
    switch (srb->Cdb[0]) {
    case SCSIOP_READ6:
    case SCSIOP_WRITE6:
    case SCSIOP_READ:
    case SCSIOP_WRITE:
    case SCSIOP_READ12:
    case SCSIOP_WRITE12:
    case SCSIOP_READ16:
    case SCSIOP_WRITE16:
        return TRUE;
    default:
        return FALSE;
    }
}

/* Whether the miniport gets a system address as DataBuffer; else it asks for one by StorPortGetSystemAddress. */
static BOOLEAN is_mapped(const struct stor_adapter *adapter, const SCSI_REQUEST_BLOCK *srb)
{
    if (srb->Function == SRB_FUNCTION_IO_CONTROL)
        return TRUE;
    switch (adapter->Config.MapBuffers) {
    case STOR_MAP_NO_BUFFERS:
        return FALSE;
    case STOR_MAP_ALL_BUFFERS_INCLUDING_READ_WRITE:
        return TRUE;
    default:
        return srb->Function != SRB_FUNCTION_EXECUTE_SCSI || !is_read_or_write(srb);
    }
}

static void map(struct stor_request *request)
{
    if (!request->Mdl || !is_mapped(request->Adapter, request->Srb))
        return;
    const SIZE_T offset = (SIZE_T)((PUCHAR)request->DataBuffer - (PUCHAR)MmGetMdlVirtualAddress(request->Mdl));
    PUCHAR system = MmGetSystemAddressForMdlSafe(request->Mdl, NormalPagePriority | MdlMappingNoExecute);
    request->Srb->DataBuffer = system ? system + offset : NULL;
}

/* FALSE: no memory; nothing has happened then. Otherwise End is called, perhaps before this returns. */
static BOOLEAN give(struct stor_adapter *adapter, PSCSI_REQUEST_BLOCK srb, PIRP irp, PMDL mdl,
                    void (*end)(struct stor_request *), PVOID context)
{
    const HW_INITIALIZATION_DATA *hw = &adapter->Driver->Hw;
    PVOID extension = adapter->Extension->Miniport;
    KIRQL irql;
    struct stor_request *request =
        ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*request) + adapter->Config.SrbExtensionSize, STOR_TAG);
    if (!request)
        return FALSE;
    request->Adapter = adapter;
    request->Srb = srb;
    request->Irp = irp;
    request->Mdl = mdl;
    request->DataBuffer = srb->DataBuffer;
    request->End = end;
    request->Context = context;
    srb->SrbStatus = SRB_STATUS_PENDING;
    srb->SrbExtension = adapter->Config.SrbExtensionSize ? request->SrbExtension : NULL;
    map(request);
    KeAcquireSpinLock(&adapter->Lock, &irql);
    InsertTailList(&adapter->Requests, &request->Entry);
    KeReleaseSpinLock(&adapter->Lock, irql);
    if (hw->HwBuildIo && !hw->HwBuildIo(extension, srb))
        return TRUE;
    if (!hw->HwStartIo(extension, srb) && stor_find_request(adapter, srb) == request) {
        srb->SrbStatus = SRB_STATUS_BUSY;
        stor_completed(adapter, srb);
    }
    return TRUE;
}

/* --- of class drivers --- */

static void end_irp(struct stor_request *request)
{
    struct stor_unit *unit = request->Context;
    const SCSI_REQUEST_BLOCK *srb = request->Srb;
    const NTSTATUS status = stor_status_of(srb);
    stor_complete(request->Irp, status, NT_SUCCESS(status) ? srb->DataTransferLength : 0);
    ExReleaseRundownProtection(&unit->Rundown);
}

static NTSTATUS refuse(PSCSI_REQUEST_BLOCK srb, PIRP irp, UCHAR srb_status)
{
    srb->SrbStatus = srb_status;
    return stor_complete(irp, stor_status_of(srb), 0);
}

static NTSTATUS to_miniport(struct stor_unit *unit, PSCSI_REQUEST_BLOCK srb, PIRP irp)
{
    if (unit->Adapter->Gone || !ExAcquireRundownProtection(&unit->Rundown))
        return refuse(srb, irp, SRB_STATUS_NO_DEVICE);
    srb->PathId = unit->PathId;
    srb->TargetId = unit->TargetId;
    srb->Lun = unit->Lun;
    srb->OriginalRequest = irp;
    IoMarkIrpPending(irp);
    if (!give(unit->Adapter, srb, irp, srb->DataTransferLength ? irp->MdlAddress : NULL, end_irp, unit)) {
        refuse(srb, irp, SRB_STATUS_INSUFFICIENT_RESOURCES);
        ExReleaseRundownProtection(&unit->Rundown);
    }
    return STATUS_PENDING;
}

static NTSTATUS claim(struct stor_unit *unit, PSCSI_REQUEST_BLOCK srb, PIRP irp)
{
    KIRQL irql;
    KeAcquireSpinLock(&unit->Adapter->Lock, &irql);
    const BOOLEAN claimed = unit->Claimed;
    unit->Claimed = TRUE;
    KeReleaseSpinLock(&unit->Adapter->Lock, irql);
    srb->SrbStatus = claimed ? SRB_STATUS_BUSY : SRB_STATUS_SUCCESS;
    if (!claimed)
        srb->DataBuffer = unit->Common.Device;
    return stor_complete(irp, stor_status_of(srb), 0);
}

NTSTATUS stor_unit_scsi(struct stor_unit *unit, PIRP irp)
{
    PSCSI_REQUEST_BLOCK srb = IoGetCurrentIrpStackLocation(irp)->Parameters.Scsi.Srb;
    if (!srb)
        return stor_complete(irp, STATUS_INVALID_PARAMETER, 0);
    switch (srb->Function) {
    case SRB_FUNCTION_EXECUTE_SCSI:
    case SRB_FUNCTION_IO_CONTROL:
    case SRB_FUNCTION_SHUTDOWN:
    case SRB_FUNCTION_FLUSH:
        return to_miniport(unit, srb, irp);
    case SRB_FUNCTION_CLAIM_DEVICE:
        return claim(unit, srb, irp);
    case SRB_FUNCTION_RELEASE_DEVICE:
        unit->Claimed = FALSE;
        srb->SrbStatus = SRB_STATUS_SUCCESS;
        return stor_complete(irp, STATUS_SUCCESS, 0);
    default:
        return refuse(srb, irp, SRB_STATUS_BAD_FUNCTION);
    }
}

/* --- of the port driver itself --- */

static void end_event(struct stor_request *request)
{
    KeSetEvent(request->Context, IO_NO_INCREMENT, FALSE);
}

NTSTATUS stor_send(struct stor_adapter *adapter, PSCSI_REQUEST_BLOCK srb)
{
    KEVENT event;
    PMDL mdl = NULL;
    if (srb->DataTransferLength) {
        mdl = IoAllocateMdl(srb->DataBuffer, srb->DataTransferLength, FALSE, FALSE, NULL);
        if (!mdl)
            return STATUS_INSUFFICIENT_RESOURCES;
        MmBuildMdlForNonPagedPool(mdl);
    }
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (give(adapter, srb, NULL, mdl, end_event, &event)) {
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
        status = stor_status_of(srb);
    }
    if (mdl)
        IoFreeMdl(mdl);
    return status;
}
