/*
 * What drivers of the gallery have in common: a device, \\.\Gallery, whose control requests go to Run, and a place
 * where they can clean up when they are unloaded. An entry that needs more of WDM defines GALLERY_OWN_ENTRY and calls
 * GalleryStart from a DriverEntry of its own.
 */
#pragma once
#include <ntifs.h>

#define GALLERY_TAG 'llaG'

/* Step 0 is the one that all entries are run with; tests of an entry's own may send others. */
static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step);
static VOID Unload(VOID);

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD GalleryUnload;
_Dispatch_type_(IRP_MJ_CREATE) _Dispatch_type_(IRP_MJ_CLOSE)
    _Dispatch_type_(IRP_MJ_CLEANUP) static DRIVER_DISPATCH GalleryOpen;
_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH GalleryControl;

static UNICODE_STRING GalleryDevice = RTL_CONSTANT_STRING(L"\\Device\\Gallery");
static UNICODE_STRING GalleryLink = RTL_CONSTANT_STRING(L"\\DosDevices\\Gallery");
static PDEVICE_OBJECT GalleryObject;

static inline NTSTATUS GalleryComplete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

static NTSTATUS GalleryOpen(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    return GalleryComplete(Irp, STATUS_SUCCESS, 0);
}

/* Run says how the request ends; where it says STATUS_PENDING it completes it itself. */
static NTSTATUS GalleryControl(PDEVICE_OBJECT Device, PIRP Irp)
{
    const ULONG Code = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.IoControlCode;
    const NTSTATUS Status = Run(Device, Irp, (Code >> 2 & 0xFFF) - 0x800);
    return Status == STATUS_PENDING ? Status : GalleryComplete(Irp, Status, Irp->IoStatus.Information);
}

static VOID GalleryUnload(PDRIVER_OBJECT Driver)
{
    Unload();
    IoDeleteSymbolicLink(&GalleryLink);
    IoDeleteDevice(GalleryObject ? GalleryObject : Driver->DeviceObject);
}

static inline NTSTATUS GalleryStart(PDRIVER_OBJECT Driver)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status =
        IoCreateDevice(Driver, 0, &GalleryDevice, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = IoCreateSymbolicLink(&GalleryLink, &GalleryDevice);
    if (!NT_SUCCESS(Status)) {
        IoDeleteDevice(Device);
        return Status;
    }
    GalleryObject = Device;
    Driver->MajorFunction[IRP_MJ_CREATE] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_CLEANUP] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_CLOSE] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = GalleryControl;
    Driver->DriverUnload = GalleryUnload;
    return STATUS_SUCCESS;
}

#ifndef GALLERY_OWN_ENTRY
NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    return GalleryStart(Driver);
}
#endif
