/*
 * What drivers of the gallery that have devices have in common: a function driver of root\gallery, whose device,
 * \\.\Gallery, passes control requests to Run, and asks the entry when it starts, goes and sleeps. An entry defines
 * what it needs of GALLERY_STARTS, GALLERY_SURPRISED, GALLERY_SLEEPS and GALLERY_DELETES (instead of
 * IoDeleteDevice) as functions of the device, and GALLERY_CONTROL as its own dispatch routine, before it includes this.
 */
#pragma once
#include <ntifs.h>

#define GALLERY_TAG 'llaG'
#ifndef GALLERY_DELETES
#define GALLERY_DELETES IoDeleteDevice
#endif
#ifndef GALLERY_CONTROL
#define GALLERY_CONTROL GalleryControl
#endif

typedef struct GALLERY {
    PDEVICE_OBJECT Lower;
    BOOLEAN Gone;
    KSPIN_LOCK Lock;
    KTIMER Timer;
    KDPC Dpc;
    KEVENT Idle;
    PIRP Waiting;
    PVOID First, Second;
} GALLERY;

/* Says how the request ends; where it says STATUS_PENDING it ends it itself. */
static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step);

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD GalleryUnload;
static DRIVER_ADD_DEVICE GalleryAdd;
_Dispatch_type_(IRP_MJ_CREATE) _Dispatch_type_(IRP_MJ_CLOSE)
    _Dispatch_type_(IRP_MJ_CLEANUP) static DRIVER_DISPATCH GalleryOpen;
_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH GalleryControl;
_Dispatch_type_(IRP_MJ_PNP) static DRIVER_DISPATCH GalleryPnp;
_Dispatch_type_(IRP_MJ_POWER) static DRIVER_DISPATCH GalleryPower;
_Dispatch_type_(IRP_MJ_SYSTEM_CONTROL) static DRIVER_DISPATCH GalleryPass;

static UNICODE_STRING GalleryDevice = RTL_CONSTANT_STRING(L"\\Device\\Gallery");
static UNICODE_STRING GalleryLink = RTL_CONSTANT_STRING(L"\\DosDevices\\Gallery");

static inline NTSTATUS GalleryComplete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

/* Ends the request that waits, if there is one. */
static inline VOID GalleryEnd(GALLERY *Gallery, NTSTATUS Status)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Gallery->Lock, &Irql);
    PIRP Irp = Gallery->Waiting;
    Gallery->Waiting = NULL;
    KeReleaseSpinLock(&Gallery->Lock, Irql);
    if (Irp)
        GalleryComplete(Irp, Status, 0);
    KeSetEvent(&Gallery->Idle, IO_NO_INCREMENT, FALSE);
}

/* Lets it wait; there is one at a time. */
static inline NTSTATUS GalleryWait(GALLERY *Gallery, PIRP Irp)
{
    KIRQL Irql;
    NTSTATUS Status = STATUS_PENDING;
    KeAcquireSpinLock(&Gallery->Lock, &Irql);
    if (Gallery->Gone || Gallery->Waiting) {
        Status = STATUS_DEVICE_NOT_READY;
    } else {
        IoMarkIrpPending(Irp);
        Gallery->Waiting = Irp;
        KeClearEvent(&Gallery->Idle);
    }
    KeReleaseSpinLock(&Gallery->Lock, Irql);
    return Status;
}

static NTSTATUS GalleryOpen(PDEVICE_OBJECT Device, PIRP Irp)
{
    if (IoGetCurrentIrpStackLocation(Irp)->MajorFunction == IRP_MJ_CLEANUP)
        GalleryEnd(Device->DeviceExtension, STATUS_CANCELLED);
    return GalleryComplete(Irp, STATUS_SUCCESS, 0);
}

static inline NTSTATUS GalleryControl(PDEVICE_OBJECT Device, PIRP Irp)
{
    GALLERY *Gallery = Device->DeviceExtension;
    const ULONG Code = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.IoControlCode;
    const NTSTATUS Status = Gallery->Gone ? STATUS_NO_SUCH_DEVICE : Run(Device, Irp, (Code >> 2 & 0xFFF) - 0x800);
    return Status == STATUS_PENDING ? Status : GalleryComplete(Irp, Status, Irp->IoStatus.Information);
}

static NTSTATUS GalleryPass(PDEVICE_OBJECT Device, PIRP Irp)
{
    GALLERY *Gallery = Device->DeviceExtension;
    IoSkipCurrentIrpStackLocation(Irp);
    return IoCallDriver(Gallery->Lower, Irp);
}

static NTSTATUS GalleryPower(PDEVICE_OBJECT Device, PIRP Irp)
{
    GALLERY *Gallery = Device->DeviceExtension;
    PIO_STACK_LOCATION Location = IoGetCurrentIrpStackLocation(Irp);
#ifdef GALLERY_SLEEPS
    if (Location->MinorFunction == IRP_MN_SET_POWER && Location->Parameters.Power.Type == SystemPowerState &&
        Location->Parameters.Power.State.SystemState != PowerSystemWorking)
        GALLERY_SLEEPS(Device);
#else
    UNREFERENCED_PARAMETER(Location);
#endif
    PoStartNextPowerIrp(Irp);
    IoSkipCurrentIrpStackLocation(Irp);
    return PoCallDriver(Gallery->Lower, Irp);
}

static NTSTATUS GalleryStartDevice(PDEVICE_OBJECT Device, PIRP Irp)
{
    GALLERY *Gallery = Device->DeviceExtension;
    NTSTATUS Status = STATUS_UNSUCCESSFUL;
    if (IoForwardIrpSynchronously(Gallery->Lower, Irp))
        Status = Irp->IoStatus.Status;
#ifdef GALLERY_STARTS
    if (NT_SUCCESS(Status))
        Status = GALLERY_STARTS(Device);
#endif
    return GalleryComplete(Irp, Status, 0);
}

static NTSTATUS GalleryPnp(PDEVICE_OBJECT Device, PIRP Irp)
{
    GALLERY *Gallery = Device->DeviceExtension;
    NTSTATUS Status;
    switch (IoGetCurrentIrpStackLocation(Irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        return GalleryStartDevice(Device, Irp);
    case IRP_MN_SURPRISE_REMOVAL:
        Gallery->Gone = TRUE;
#ifdef GALLERY_SURPRISED
        GALLERY_SURPRISED(Device);
#endif
        Irp->IoStatus.Status = STATUS_SUCCESS;
        break;
    case IRP_MN_REMOVE_DEVICE:
        Gallery->Gone = TRUE;
        Irp->IoStatus.Status = STATUS_SUCCESS;
        IoSkipCurrentIrpStackLocation(Irp);
        Status = IoCallDriver(Gallery->Lower, Irp);
        IoDetachDevice(Gallery->Lower);
        IoDeleteSymbolicLink(&GalleryLink);
        GALLERY_DELETES(Device);
        return Status;
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        Irp->IoStatus.Status = STATUS_SUCCESS;
        break;
    default:
        break;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    return IoCallDriver(Gallery->Lower, Irp);
}

static NTSTATUS GalleryAdd(PDRIVER_OBJECT Driver, PDEVICE_OBJECT Pdo)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status = IoCreateDevice(Driver, sizeof(GALLERY), &GalleryDevice, FILE_DEVICE_UNKNOWN,
                                     FILE_DEVICE_SECURE_OPEN, FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    GALLERY *Gallery = Device->DeviceExtension;
    KeInitializeSpinLock(&Gallery->Lock);
    KeInitializeTimer(&Gallery->Timer);
    KeInitializeEvent(&Gallery->Idle, NotificationEvent, TRUE);
    Status = IoCreateSymbolicLink(&GalleryLink, &GalleryDevice);
    if (!NT_SUCCESS(Status)) {
        IoDeleteDevice(Device);
        return Status;
    }
    Gallery->Lower = IoAttachDeviceToDeviceStack(Device, Pdo);
    if (!Gallery->Lower) {
        IoDeleteSymbolicLink(&GalleryLink);
        IoDeleteDevice(Device);
        return STATUS_NO_SUCH_DEVICE;
    }
    Device->Flags |= DO_BUFFERED_IO | (Gallery->Lower->Flags & DO_POWER_PAGABLE);
    Device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static VOID GalleryUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    Driver->MajorFunction[IRP_MJ_CREATE] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_CLEANUP] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_CLOSE] = GalleryOpen;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = GALLERY_CONTROL;
    Driver->MajorFunction[IRP_MJ_PNP] = GalleryPnp;
    Driver->MajorFunction[IRP_MJ_POWER] = GalleryPower;
    Driver->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = GalleryPass;
    Driver->DriverExtension->AddDevice = GalleryAdd;
    Driver->DriverUnload = GalleryUnload;
    return STATUS_SUCCESS;
}
