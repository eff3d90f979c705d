/* Lets go of a request when it is cancelled. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

_Dispatch_type_(IRP_MJ_READ) static DRIVER_DISPATCH Read;
static DRIVER_CANCEL Cancel;

static VOID Cancel(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    GalleryComplete(Irp, STATUS_CANCELLED, 0);
}

static NTSTATUS Read(PDEVICE_OBJECT Device, PIRP Irp)
{
    KIRQL Irql;
    UNREFERENCED_PARAMETER(Device);
    IoAcquireCancelSpinLock(&Irql);
    IoMarkIrpPending(Irp);
    IoSetCancelRoutine(Irp, Cancel);
    IoReleaseCancelSpinLock(Irql);
    return STATUS_PENDING;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    Driver->MajorFunction[IRP_MJ_READ] = Read;
    return GalleryStart(Driver);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_NOT_SUPPORTED;
}

static VOID Unload(VOID)
{
}
