/* @NAME@: the requests of programs. All of them are buffered, and served at once. */
#include "driver.h"

_Use_decl_annotations_
NTSTATUS @PASCAL@Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

_Use_decl_annotations_
NTSTATUS @PASCAL@CreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return @PASCAL@Complete(Irp, STATUS_SUCCESS, 0);
}

/* The device is there, and stays until the remove lock is released: or the status to complete the request with. */
static NTSTATUS Begin(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    NTSTATUS status = IoAcquireRemoveLock(&Extension->RemoveLock, Irp);

    if (NT_SUCCESS(status) && Extension->Gone) {
        IoReleaseRemoveLock(&Extension->RemoveLock, Irp);
        status = STATUS_NO_SUCH_DEVICE;
    }
    return status;
}

_Use_decl_annotations_
NTSTATUS @PASCAL@Read(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    const ULONG length = IoGetCurrentIrpStackLocation(Irp)->Parameters.Read.Length;
    NTSTATUS status = Begin(extension, Irp);
    ULONG count;
    KIRQL irql;

    if (!NT_SUCCESS(status))
        return @PASCAL@Complete(Irp, status, 0);

    KeAcquireSpinLock(&extension->Lock, &irql);
    count = min(length, extension->Statistics.Length);
    if (count)
        RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, extension->Message, count);
    extension->Statistics.Reads++;
    KeReleaseSpinLock(&extension->Lock, irql);

    status = @PASCAL@Complete(Irp, STATUS_SUCCESS, count);
    IoReleaseRemoveLock(&extension->RemoveLock, Irp);
    return status;
}

_Use_decl_annotations_
NTSTATUS @PASCAL@Write(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    const ULONG length = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    NTSTATUS status = Begin(extension, Irp);
    KIRQL irql;

    if (!NT_SUCCESS(status))
        return @PASCAL@Complete(Irp, status, 0);

    if (length > sizeof extension->Message) {
        status = @PASCAL@Complete(Irp, STATUS_INVALID_BUFFER_SIZE, 0);
    } else {
        KeAcquireSpinLock(&extension->Lock, &irql);
        if (length)
            RtlCopyMemory(extension->Message, Irp->AssociatedIrp.SystemBuffer, length);
        extension->Statistics.Length = length;
        extension->Statistics.Writes++;
        KeReleaseSpinLock(&extension->Lock, irql);
        status = @PASCAL@Complete(Irp, STATUS_SUCCESS, length);
    }
    IoReleaseRemoveLock(&extension->RemoveLock, Irp);
    return status;
}

_Use_decl_annotations_
NTSTATUS @PASCAL@DeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG_PTR information = 0;
    NTSTATUS status = Begin(extension, Irp);
    KIRQL irql;

    if (!NT_SUCCESS(status))
        return @PASCAL@Complete(Irp, status, 0);

    switch (stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_@UPPER@_QUERY:
        if (stack->Parameters.DeviceIoControl.OutputBufferLength < sizeof(@UPPER@_STATISTICS)) {
            status = STATUS_BUFFER_TOO_SMALL;
            break;
        }
        KeAcquireSpinLock(&extension->Lock, &irql);
        *(@UPPER@_STATISTICS *)Irp->AssociatedIrp.SystemBuffer = extension->Statistics;
        KeReleaseSpinLock(&extension->Lock, irql);
        information = sizeof(@UPPER@_STATISTICS);
        break;
    case IOCTL_@UPPER@_CLEAR:
        KeAcquireSpinLock(&extension->Lock, &irql);
        extension->Statistics.Length = 0;
        KeReleaseSpinLock(&extension->Lock, irql);
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
        break;
    }
    status = @PASCAL@Complete(Irp, status, information);
    IoReleaseRemoveLock(&extension->RemoveLock, Irp);
    return status;
}
