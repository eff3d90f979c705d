/* Reads the status of an IRP that it has completed. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH Control;

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{
    GalleryComplete(Irp, STATUS_SUCCESS, 0);
    return Irp->IoStatus.Status; /* VRF0314 */
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
