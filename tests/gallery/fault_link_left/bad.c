/* Leaves its symbolic link behind where there is no memory. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

static PVOID Table;

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    UNREFERENCED_PARAMETER(RegistryPath);
    NTSTATUS Status =
        IoCreateDevice(Driver, 0, &GalleryDevice, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = IoCreateSymbolicLink(&GalleryLink, &GalleryDevice); /* VRF0802 */
    if (NT_SUCCESS(Status) && !(Table = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, GALLERY_TAG)))
        Status = STATUS_INSUFFICIENT_RESOURCES;
    if (!NT_SUCCESS(Status)) {
        IoDeleteDevice(Device);
        return Status;
    }
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
    ExFreePoolWithTag(Table, GALLERY_TAG);
}
