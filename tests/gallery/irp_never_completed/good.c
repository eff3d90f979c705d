/* Marks an IRP pending, and has a routine that completes it when it is cancelled. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH Control;
static DRIVER_CANCEL Canceled;

static VOID Canceled(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    GalleryComplete(Irp, STATUS_CANCELLED, 0);
}

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{
    KIRQL Irql;
    UNREFERENCED_PARAMETER(Device);
    IoAcquireCancelSpinLock(&Irql);
    if (Irp->Cancel) {
        IoReleaseCancelSpinLock(Irql);
        return GalleryComplete(Irp, STATUS_CANCELLED, 0);
    }
    IoMarkIrpPending(Irp);
    IoSetCancelRoutine(Irp, Canceled);
    IoReleaseCancelSpinLock(Irql);
    return STATUS_PENDING;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    const NTSTATUS Status = GalleryStart(Driver);
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Control;
    return Status;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_NOT_SUPPORTED;
}

static VOID Unload(VOID)
{
}
