/* Leaves its device behind where the link cannot be made. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    UNREFERENCED_PARAMETER(RegistryPath);
    NTSTATUS Status = IoCreateDevice(Driver, 0, &GalleryDevice, /* VRF0801 */
                                     FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = IoCreateSymbolicLink(&GalleryLink, &GalleryDevice);
    if (!NT_SUCCESS(Status))
        return Status;
    Driver->MajorFunction[IRP_MJ_CREATE] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_CLEANUP] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_CLOSE] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = GalleryControl;
    Driver->DriverUnload = GalleryUnload;
    return STATUS_SUCCESS;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
