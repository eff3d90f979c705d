/* Keeps a request for ever, whatever becomes of its file. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

_Dispatch_type_(IRP_MJ_READ) static DRIVER_DISPATCH Read;

static NTSTATUS Read(PDEVICE_OBJECT Device, PIRP Irp)
{ /* VRF0721 */
    UNREFERENCED_PARAMETER(Device);
    IoMarkIrpPending(Irp);
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
