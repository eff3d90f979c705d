/* An upper filter of WDM above a disk, by the kernel's own functions. ../safe is the same in the safe layer. */
#include <ntddk.h>

#include <ntdddisk.h>

#include "../../public.h"

typedef struct _DEVICE_EXTENSION {
    PDEVICE_OBJECT Self;
    PDEVICE_OBJECT Lower;
    IO_REMOVE_LOCK RemoveLock; /* held by each handler, and by each read until it has come back */
    KSPIN_LOCK Lock;
    GUARD_STATISTICS Statistics; /* under Lock */
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD GuardUnload;
static DRIVER_ADD_DEVICE GuardAddDevice;
static IO_COMPLETION_ROUTINE GuardWasRead;
_Dispatch_type_(IRP_MJ_READ) static DRIVER_DISPATCH GuardRead;
_Dispatch_type_(IRP_MJ_WRITE) static DRIVER_DISPATCH GuardWrite;
_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH GuardDeviceControl;
_Dispatch_type_(IRP_MJ_PNP) static DRIVER_DISPATCH GuardPnp;
static DRIVER_DISPATCH GuardPassDown;

static VOID Count(PDEVICE_EXTENSION Extension, PULONG Number)
{
    KIRQL irql;

    KeAcquireSpinLock(&Extension->Lock, &irql);
    (*Number)++;
    KeReleaseSpinLock(&Extension->Lock, irql);
}

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

/* --- requests --- */

/* A read has come back from the disk, and goes on upwards. */
static NTSTATUS GuardWasRead(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    PDEVICE_EXTENSION extension = Context;

    UNREFERENCED_PARAMETER(DeviceObject);
    if (!NT_SUCCESS(Irp->IoStatus.Status))
        Count(extension, &extension->Statistics.Failed);
    if (Irp->PendingReturned)
        IoMarkIrpPending(Irp);
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return STATUS_CONTINUE_COMPLETION;
}

static NTSTATUS GuardRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    Count(extension, &extension->Statistics.Reads);
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, GuardWasRead, extension, TRUE, TRUE, TRUE);
    return IoCallDriver(extension->Lower, Irp); /* GuardWasRead gives the remove lock back */
}

static NTSTATUS GuardWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    Count(extension, &extension->Statistics.Refused);
    status = Complete(Irp, STATUS_MEDIA_WRITE_PROTECTED, 0);
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return status;
}

static NTSTATUS Query(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    GUARD_STATISTICS statistics;
    KIRQL irql;

    if (stack->Parameters.DeviceIoControl.OutputBufferLength < sizeof statistics)
        return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    KeAcquireSpinLock(&Extension->Lock, &irql);
    statistics = Extension->Statistics;
    KeReleaseSpinLock(&Extension->Lock, irql);
    RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, &statistics, sizeof statistics);
    return Complete(Irp, STATUS_SUCCESS, sizeof statistics);
}

static NTSTATUS GuardDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    switch (IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_GUARD_QUERY:
        status = Query(extension, Irp);
        break;
    case IOCTL_DISK_IS_WRITABLE:
        status = Complete(Irp, STATUS_MEDIA_WRITE_PROTECTED, 0);
        break;
    default:
        IoSkipCurrentIrpStackLocation(Irp);
        status = IoCallDriver(extension->Lower, Irp);
        break;
    }
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return status;
}

static NTSTATUS GuardPassDown(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(extension->Lower, Irp);
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return status;
}

static NTSTATUS GuardPnp(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status;

    if (IoGetCurrentIrpStackLocation(Irp)->MinorFunction != IRP_MN_REMOVE_DEVICE)
        return GuardPassDown(DeviceObject, Irp);
    status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);
    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    IoReleaseRemoveLockAndWait(&extension->RemoveLock, NULL);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(extension->Lower, Irp);
    IoDetachDevice(extension->Lower);
    IoDeleteDevice(extension->Self);
    return status;
}

/* --- the driver --- */

static NTSTATUS GuardAddDevice(PDRIVER_OBJECT DriverObject, PDEVICE_OBJECT PhysicalDeviceObject)
{
    PDEVICE_EXTENSION extension;
    PDEVICE_OBJECT device;
    NTSTATUS status = IoCreateDevice(DriverObject, sizeof(DEVICE_EXTENSION), NULL, FILE_DEVICE_DISK,
                                     FILE_DEVICE_SECURE_OPEN, FALSE, &device);

    if (!NT_SUCCESS(status))
        return status;
    extension = device->DeviceExtension; /* zeroed */
    extension->Self = device;
    IoInitializeRemoveLock(&extension->RemoveLock, 'drau', 0, 0);
    KeInitializeSpinLock(&extension->Lock);
    extension->Lower = IoAttachDeviceToDeviceStack(device, PhysicalDeviceObject);
    if (!extension->Lower) {
        IoDeleteDevice(device);
        return STATUS_NO_SUCH_DEVICE;
    }
    device->Flags |= extension->Lower->Flags & (DO_BUFFERED_IO | DO_DIRECT_IO | DO_POWER_PAGABLE);
    device->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static VOID GuardUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        DriverObject->MajorFunction[i] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_READ] = GuardRead;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = GuardWrite;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = GuardDeviceControl;
    DriverObject->MajorFunction[IRP_MJ_PNP] = GuardPnp;
    DriverObject->DriverUnload = GuardUnload;
    DriverObject->DriverExtension->AddDevice = GuardAddDevice;
    return STATUS_SUCCESS;
}
