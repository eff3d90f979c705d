/* @NAME@: plug and play and power: start, removal, and what goes to the device below. */
#include "driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, @PASCAL@Pnp)
#endif

_Use_decl_annotations_
NTSTATUS @PASCAL@PassDown(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, Irp);

    if (!NT_SUCCESS(status))
        return @PASCAL@Complete(Irp, status, 0);
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(extension->Lower, Irp);
    IoReleaseRemoveLock(&extension->RemoveLock, Irp);
    return status;
}

/* The device below starts first; then programs may find ours. */
static NTSTATUS Start(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    NTSTATUS status = STATUS_UNSUCCESSFUL;

    if (IoForwardIrpSynchronously(Extension->Lower, Irp))
        status = Irp->IoStatus.Status;
    if (NT_SUCCESS(status))
        status = IoSetDeviceInterfaceState(&Extension->InterfaceName, TRUE);
    return @PASCAL@Complete(Irp, status, 0);
}

/* Waits for the requests that are under way, then takes the device apart. */
static NTSTATUS Remove(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    NTSTATUS status;

    (VOID)IoSetDeviceInterfaceState(&Extension->InterfaceName, FALSE);
    IoReleaseRemoveLockAndWait(&Extension->RemoveLock, Irp);

    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(Extension->Lower, Irp);

    IoDetachDevice(Extension->Lower);
    RtlFreeUnicodeString(&Extension->InterfaceName);
    IoDeleteDevice(Extension->Self);
    return status;
}

_Use_decl_annotations_
NTSTATUS @PASCAL@Pnp(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, Irp);

    PAGED_CODE();

    if (!NT_SUCCESS(status))
        return @PASCAL@Complete(Irp, status, 0);

    switch (IoGetCurrentIrpStackLocation(Irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        status = Start(extension, Irp);
        break;
    case IRP_MN_REMOVE_DEVICE:
        return Remove(extension, Irp); /* releases the remove lock for good */
    case IRP_MN_SURPRISE_REMOVAL:
        extension->Gone = TRUE; /* programs that have it open get no further */
        (VOID)IoSetDeviceInterfaceState(&extension->InterfaceName, FALSE);
        Irp->IoStatus.Status = STATUS_SUCCESS;
        IoSkipCurrentIrpStackLocation(Irp);
        status = IoCallDriver(extension->Lower, Irp);
        break;
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        Irp->IoStatus.Status = STATUS_SUCCESS; /* there is no hardware that would object */
        /* fall through */
    default:
        IoSkipCurrentIrpStackLocation(Irp);
        status = IoCallDriver(extension->Lower, Irp);
        break;
    }
    IoReleaseRemoveLock(&extension->RemoveLock, Irp);
    return status;
}
