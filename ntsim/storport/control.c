/* Device controls: command blocks that programs send, and what is meant for the miniport. */
#include "ntsim/storport/storp.h"

#include <ntddstor.h>

/* The room of a request that is sent on for a program. */
struct pass {
    SCSI_REQUEST_BLOCK Srb;
    UCHAR Sense[SENSE_BUFFER_SIZE_EX];
};

static NTSTATUS set_event(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    KeSetEvent(context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* As a class driver does: IRP_MJ_SCSI to the unit's device. */
static NTSTATUS send_scsi(const struct stor_unit *unit, PSCSI_REQUEST_BLOCK srb, PMDL mdl)
{
    KEVENT event;
    PIRP irp = IoAllocateIrp(unit->Common.Device->StackSize, FALSE);
    if (!irp)
        return STATUS_INSUFFICIENT_RESOURCES;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    irp->MdlAddress = mdl;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->MajorFunction = IRP_MJ_SCSI;
    location->Parameters.Scsi.Srb = srb;
    IoSetCompletionRoutine(irp, set_event, &event, TRUE, TRUE, TRUE);
    if (IoCallDriver(unit->Common.Device, irp) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    const NTSTATUS status = irp->IoStatus.Status;
    irp->MdlAddress = NULL;
    IoFreeIrp(irp);
    return status;
}

/* --- pass-through --- */

static NTSTATUS check(const struct stor_adapter *adapter, const SCSI_PASS_THROUGH_DIRECT *command, ULONG input,
                      ULONG output)
{
    if (input < sizeof(*command) || output < sizeof(*command))
        return STATUS_INVALID_PARAMETER;
    if (command->Length != sizeof(*command))
        return STATUS_REVISION_MISMATCH;
    if (command->CdbLength > sizeof(command->Cdb) || command->DataIn > SCSI_IOCTL_DATA_UNSPECIFIED ||
        command->DataTransferLength > adapter->Config.MaximumTransferLength)
        return STATUS_INVALID_PARAMETER;
    if (command->SenseInfoLength && (command->SenseInfoOffset < sizeof(*command) || command->SenseInfoOffset > output ||
                                     command->SenseInfoLength > output - command->SenseInfoOffset))
        return STATUS_INVALID_PARAMETER;
    return STATUS_SUCCESS;
}

/* The program's buffer, locked; in the program's context. */
static NTSTATUS lock_data(const SCSI_PASS_THROUGH_DIRECT *command, KPROCESSOR_MODE mode, PMDL *result)
{
    *result = NULL;
    if (!command->DataTransferLength)
        return STATUS_SUCCESS;
    PMDL mdl = IoAllocateMdl(command->DataBuffer, command->DataTransferLength, FALSE, FALSE, NULL);
    if (!mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    __try {
        MmProbeAndLockPages(mdl, mode, command->DataIn == SCSI_IOCTL_DATA_OUT ? IoReadAccess : IoWriteAccess);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        IoFreeMdl(mdl);
        return GetExceptionCode();
    }
    *result = mdl;
    return STATUS_SUCCESS;
}

static ULONG direction(UCHAR data_in)
{
    switch (data_in) {
    case SCSI_IOCTL_DATA_OUT:
        return SRB_FLAGS_DATA_OUT;
    case SCSI_IOCTL_DATA_IN:
        return SRB_FLAGS_DATA_IN;
    default:
        return SRB_FLAGS_UNSPECIFIED_DIRECTION;
    }
}

static NTSTATUS pass(const struct stor_unit *unit, SCSI_PASS_THROUGH_DIRECT *command, PMDL mdl, ULONG_PTR *moved)
{
    struct pass *room = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*room), STOR_TAG);
    if (!room)
        return STATUS_INSUFFICIENT_RESOURCES;
    PSCSI_REQUEST_BLOCK srb = &room->Srb;
    srb->Length = sizeof(*srb);
    srb->Function = SRB_FUNCTION_EXECUTE_SCSI;
    srb->CdbLength = command->CdbLength;
    srb->SenseInfoBuffer = room->Sense;
    srb->SenseInfoBufferLength = sizeof(room->Sense);
    srb->SrbFlags = SRB_FLAGS_NO_QUEUE_FREEZE | (mdl ? direction(command->DataIn) : SRB_FLAGS_NO_DATA_TRANSFER);
    srb->DataTransferLength = command->DataTransferLength;
    srb->DataBuffer = mdl ? MmGetMdlVirtualAddress(mdl) : NULL;
    srb->TimeOutValue = command->TimeOutValue;
    RtlCopyMemory(srb->Cdb, command->Cdb, command->CdbLength);
    NTSTATUS status = send_scsi(unit, srb, mdl);
    command->ScsiStatus = srb->ScsiStatus;
    command->DataTransferLength = srb->DataTransferLength;
    *moved = sizeof(*command);
    if (srb->SrbStatus & SRB_STATUS_AUTOSENSE_VALID) {
        const UCHAR length = min(command->SenseInfoLength, srb->SenseInfoBufferLength);
        RtlCopyMemory((PUCHAR)command + command->SenseInfoOffset, room->Sense, length);
        command->SenseInfoLength = length;
        if (length)
            *moved = command->SenseInfoOffset + length;
        status = STATUS_SUCCESS; /* the device has answered, and what it said is in the sense data */
    } else {
        command->SenseInfoLength = 0;
    }
    ExFreePoolWithTag(room, STOR_TAG);
    return status;
}

static NTSTATUS pass_through(struct stor_adapter *adapter, const struct stor_unit *unit, PIRP irp)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    SCSI_PASS_THROUGH_DIRECT *command = irp->AssociatedIrp.SystemBuffer;
    ULONG_PTR moved = 0;
    PMDL mdl;
    NTSTATUS status = check(adapter, command, location->Parameters.DeviceIoControl.InputBufferLength,
                            location->Parameters.DeviceIoControl.OutputBufferLength);
    if (NT_SUCCESS(status))
        status = lock_data(command, irp->RequestorMode, &mdl);
    if (!NT_SUCCESS(status))
        return stor_complete(irp, status, 0);
    status = pass(unit, command, mdl, &moved);
    if (mdl) {
        MmUnlockPages(mdl);
        IoFreeMdl(mdl);
    }
    return stor_complete(irp, status, NT_SUCCESS(status) ? moved : 0);
}

/* At the adapter: the command says which unit it is for. What a class driver has claimed is reached through that. */
static NTSTATUS pass_to_address(struct stor_adapter *adapter, PIRP irp)
{
    const SCSI_PASS_THROUGH_DIRECT *command = irp->AssociatedIrp.SystemBuffer;
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.InputBufferLength < sizeof(*command))
        return stor_complete(irp, STATUS_INVALID_PARAMETER, 0);
    struct stor_unit *unit = stor_find_unit(adapter, command->PathId, command->TargetId, command->Lun, TRUE);
    if (!unit)
        return stor_complete(irp, STATUS_DEVICE_DOES_NOT_EXIST, 0);
    const PDEVICE_OBJECT device = unit->Common.Device;
    const NTSTATUS status =
        unit->Claimed ? stor_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0) : pass_through(adapter, unit, irp);
    ObDereferenceObject(device);
    return status;
}

/* --- the rest --- */

static NTSTATUS reset_bus(const struct stor_adapter *adapter, PIRP irp)
{
    const STORAGE_BUS_RESET_REQUEST *request = irp->AssociatedIrp.SystemBuffer;
    KIRQL irql;
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.InputBufferLength < sizeof(*request) ||
        request->PathId >= adapter->Config.NumberOfBuses)
        return stor_complete(irp, STATUS_INVALID_PARAMETER, 0);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    const BOOLEAN done = adapter->Driver->Hw.HwResetBus(adapter->Extension->Miniport, request->PathId);
    KeLowerIrql(irql);
    return stor_complete(irp, done ? STATUS_SUCCESS : STATUS_IO_DEVICE_ERROR, 0);
}

/* The miniport completes it, by StorPortCompleteServiceIrp. */
static NTSTATUS service(const struct stor_adapter *adapter, PIRP irp)
{
    if (!adapter->Driver->Hw.HwProcessServiceRequest)
        return stor_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    IoMarkIrpPending(irp);
    adapter->Driver->Hw.HwProcessServiceRequest(adapter->Extension->Miniport, irp);
    return STATUS_PENDING;
}

NTSTATUS stor_adapter_ioctl(struct stor_adapter *adapter, PIRP irp)
{
    if (!adapter->Started)
        return stor_complete(irp, STATUS_NO_SUCH_DEVICE, 0);
    switch (IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_SCSI_PASS_THROUGH_DIRECT:
        return pass_to_address(adapter, irp);
    case IOCTL_STORAGE_RESET_BUS:
        return reset_bus(adapter, irp);
    case IOCTL_MINIPORT_PROCESS_SERVICE_IRP:
        return service(adapter, irp);
    default:
        return stor_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
}

NTSTATUS stor_unit_ioctl(struct stor_unit *unit, PIRP irp)
{
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.IoControlCode == IOCTL_SCSI_PASS_THROUGH_DIRECT)
        return pass_through(unit->Adapter, unit, irp);
    return stor_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}
