/* Returns the same. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

_Dispatch_type_(IRP_MJ_READ) static DRIVER_DISPATCH Read;

static NTSTATUS Read(PDEVICE_OBJECT Device, PIRP Irp)
{
    return GalleryComplete(Irp, STATUS_NOT_SUPPORTED, 0);
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
