/* An echo of WDM, by the kernel's own functions. ../safe is the same in the safe layer. */
#define INITGUID
#include <ntddk.h>

#include "../../public.h"

#define ECHO_TAG 'ohcE'

typedef struct _DEVICE_EXTENSION {
    PDEVICE_OBJECT Self;
    PDEVICE_OBJECT Lower;
    UNICODE_STRING InterfaceName;
    IO_REMOVE_LOCK RemoveLock; /* held by each handler; what waits is completed before the device goes */
    IO_CSQ Waiting;            /* reads without a message, which can be cancelled there */
    LIST_ENTRY Reads;
    KSPIN_LOCK ReadsLock;
    KSPIN_LOCK Lock;
    BOOLEAN Gone; /* under Lock, as all below; pulled out: nothing is put into the queue any more */
    SIZE_T Length; /* of the message that nobody has read yet, or 0 */
    UCHAR Message[ECHO_MOST];
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD EchoUnload;
static DRIVER_ADD_DEVICE EchoAddDevice;
_Dispatch_type_(IRP_MJ_CREATE) _Dispatch_type_(IRP_MJ_CLOSE) static DRIVER_DISPATCH EchoCreateClose;
_Dispatch_type_(IRP_MJ_CLEANUP) static DRIVER_DISPATCH EchoCleanup;
_Dispatch_type_(IRP_MJ_READ) static DRIVER_DISPATCH EchoRead;
_Dispatch_type_(IRP_MJ_WRITE) static DRIVER_DISPATCH EchoWrite;
_Dispatch_type_(IRP_MJ_PNP) static DRIVER_DISPATCH EchoPnp;
_Dispatch_type_(IRP_MJ_POWER) _Dispatch_type_(IRP_MJ_SYSTEM_CONTROL) static DRIVER_DISPATCH EchoPassDown;

static IO_CSQ_INSERT_IRP InsertRead;
static IO_CSQ_REMOVE_IRP RemoveRead;
static IO_CSQ_PEEK_NEXT_IRP PeekNextRead;
static IO_CSQ_ACQUIRE_LOCK AcquireReadsLock;
static IO_CSQ_RELEASE_LOCK ReleaseReadsLock;
static IO_CSQ_COMPLETE_CANCELED_IRP CompleteCancelledRead;

/* --- the queue of reads --- */

static PDEVICE_EXTENSION ExtensionOf(PIO_CSQ Csq)
{
    return CONTAINING_RECORD(Csq, DEVICE_EXTENSION, Waiting);
}

static VOID InsertRead(PIO_CSQ Csq, PIRP Irp)
{
    InsertTailList(&ExtensionOf(Csq)->Reads, &Irp->Tail.Overlay.ListEntry);
}

static VOID RemoveRead(PIO_CSQ Csq, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Csq);
    RemoveEntryList(&Irp->Tail.Overlay.ListEntry);
}

static PIRP PeekNextRead(PIO_CSQ Csq, PIRP Irp, PVOID PeekContext)
{
    PLIST_ENTRY head = &ExtensionOf(Csq)->Reads;
    PLIST_ENTRY entry = Irp ? Irp->Tail.Overlay.ListEntry.Flink : head->Flink;

    for (; entry != head; entry = entry->Flink) {
        PIRP next = CONTAINING_RECORD(entry, IRP, Tail.Overlay.ListEntry);
        if (PeekContext == NULL || IoGetCurrentIrpStackLocation(next)->FileObject == PeekContext)
            return next;
    }
    return NULL;
}

static VOID AcquireReadsLock(PIO_CSQ Csq, PKIRQL Irql)
{
    KeAcquireSpinLock(&ExtensionOf(Csq)->ReadsLock, Irql);
}

static VOID ReleaseReadsLock(PIO_CSQ Csq, KIRQL Irql)
{
    KeReleaseSpinLock(&ExtensionOf(Csq)->ReadsLock, Irql);
}

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

static VOID CompleteCancelledRead(PIO_CSQ Csq, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Csq);
    Complete(Irp, STATUS_CANCELLED, 0);
}

/* Those of a file, or (NULL) all. */
static VOID EndReads(PDEVICE_EXTENSION Extension, PFILE_OBJECT FileObject, NTSTATUS Status)
{
    PIRP read;

    while ((read = IoCsqRemoveNextIrp(&Extension->Waiting, FileObject)) != NULL)
        Complete(read, Status, 0);
}

/* --- requests --- */

static NTSTATUS EchoCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

static NTSTATUS EchoCleanup(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    EndReads(DeviceObject->DeviceExtension, IoGetCurrentIrpStackLocation(Irp)->FileObject, STATUS_CANCELLED);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

/* Where there is a message, and a read: brings them together. The IRP is completed when the lock is free again. */
static VOID Match(PDEVICE_EXTENSION Extension)
{
    PIRP read = NULL;
    SIZE_T count = 0;
    KIRQL irql;

    KeAcquireSpinLock(&Extension->Lock, &irql);
    if (Extension->Length != 0)
        read = IoCsqRemoveNextIrp(&Extension->Waiting, NULL);
    if (read) {
        count = min(Extension->Length, IoGetCurrentIrpStackLocation(read)->Parameters.Read.Length);
        RtlCopyMemory(read->AssociatedIrp.SystemBuffer, Extension->Message, count);
        Extension->Length = 0;
    }
    KeReleaseSpinLock(&Extension->Lock, irql);
    if (read)
        Complete(read, STATUS_SUCCESS, count);
}

static BOOLEAN IsGone(PDEVICE_EXTENSION Extension)
{
    BOOLEAN gone;
    KIRQL irql;

    KeAcquireSpinLock(&Extension->Lock, &irql);
    gone = Extension->Gone;
    KeReleaseSpinLock(&Extension->Lock, irql);
    return gone;
}

static NTSTATUS EchoRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    if (IoGetCurrentIrpStackLocation(Irp)->Parameters.Read.Length == 0) {
        status = Complete(Irp, STATUS_SUCCESS, 0);
    } else {
        IoCsqInsertIrp(&extension->Waiting, Irp, NULL); /* marks it pending */
        Match(extension);
        if (IsGone(extension)) /* asked when it is in the queue, so that whoever comes later finds it there */
            EndReads(extension, NULL, STATUS_NO_SUCH_DEVICE);
        status = STATUS_PENDING;
    }
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return status;
}

/* The status with which the write is to be completed. */
static NTSTATUS Write(PDEVICE_EXTENSION Extension, PIRP Irp, ULONG Length)
{
    NTSTATUS status = STATUS_DEVICE_BUSY;
    KIRQL irql;

    if (IsGone(Extension))
        return STATUS_NO_SUCH_DEVICE;
    if (Length == 0)
        return STATUS_SUCCESS;
    if (Length > ECHO_MOST)
        return STATUS_INVALID_BUFFER_SIZE;
    KeAcquireSpinLock(&Extension->Lock, &irql);
    if (Extension->Length == 0) {
        RtlCopyMemory(Extension->Message, Irp->AssociatedIrp.SystemBuffer, Length);
        Extension->Length = Length;
        status = STATUS_SUCCESS;
    }
    KeReleaseSpinLock(&Extension->Lock, irql);
    if (NT_SUCCESS(status))
        Match(Extension);
    return status;
}

static NTSTATUS EchoWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    ULONG length = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    status = Write(extension, Irp, length);
    Complete(Irp, status, NT_SUCCESS(status) ? length : 0);
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return status;
}

/* --- plug and play --- */

static NTSTATUS PassDown(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    IoSkipCurrentIrpStackLocation(Irp);
    return IoCallDriver(Extension->Lower, Irp);
}

static NTSTATUS EchoPassDown(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    status = PassDown(extension, Irp);
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return status;
}

static VOID Vanish(PDEVICE_EXTENSION Extension)
{
    KIRQL irql;

    KeAcquireSpinLock(&Extension->Lock, &irql);
    Extension->Gone = TRUE;
    KeReleaseSpinLock(&Extension->Lock, irql);
    EndReads(Extension, NULL, STATUS_NO_SUCH_DEVICE);
}

static NTSTATUS Remove(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    NTSTATUS status;

    (VOID)IoSetDeviceInterfaceState(&Extension->InterfaceName, FALSE);
    IoReleaseRemoveLockAndWait(&Extension->RemoveLock, NULL);
    Vanish(Extension);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    status = PassDown(Extension, Irp);
    RtlFreeUnicodeString(&Extension->InterfaceName);
    IoDetachDevice(Extension->Lower);
    IoDeleteDevice(Extension->Self);
    return status;
}

static NTSTATUS EchoPnp(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION extension = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&extension->RemoveLock, NULL);

    if (!NT_SUCCESS(status))
        return Complete(Irp, status, 0);
    switch (IoGetCurrentIrpStackLocation(Irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        status = IoForwardIrpSynchronously(extension->Lower, Irp) ? Irp->IoStatus.Status : STATUS_UNSUCCESSFUL;
        if (NT_SUCCESS(status))
            status = IoSetDeviceInterfaceState(&extension->InterfaceName, TRUE);
        Complete(Irp, status, 0);
        break;
    case IRP_MN_REMOVE_DEVICE:
        return Remove(extension, Irp); /* releases the remove lock for good */
    case IRP_MN_SURPRISE_REMOVAL:
        (VOID)IoSetDeviceInterfaceState(&extension->InterfaceName, FALSE);
        Vanish(extension);
        Irp->IoStatus.Status = STATUS_SUCCESS;
        status = PassDown(extension, Irp);
        break;
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        Irp->IoStatus.Status = STATUS_SUCCESS;
        status = PassDown(extension, Irp);
        break;
    default:
        status = PassDown(extension, Irp);
        break;
    }
    IoReleaseRemoveLock(&extension->RemoveLock, NULL);
    return status;
}

/* --- the driver --- */

static NTSTATUS EchoAddDevice(PDRIVER_OBJECT DriverObject, PDEVICE_OBJECT PhysicalDeviceObject)
{
    PDEVICE_EXTENSION extension;
    PDEVICE_OBJECT device;
    NTSTATUS status = IoCreateDevice(DriverObject, sizeof(DEVICE_EXTENSION), NULL, FILE_DEVICE_UNKNOWN,
                                     FILE_DEVICE_SECURE_OPEN, FALSE, &device);

    if (!NT_SUCCESS(status))
        return status;
    extension = device->DeviceExtension; /* zeroed */
    extension->Self = device;
    IoInitializeRemoveLock(&extension->RemoveLock, ECHO_TAG, 0, 0);
    InitializeListHead(&extension->Reads);
    KeInitializeSpinLock(&extension->ReadsLock);
    KeInitializeSpinLock(&extension->Lock);
    status = IoCsqInitialize(&extension->Waiting, InsertRead, RemoveRead, PeekNextRead, AcquireReadsLock,
                             ReleaseReadsLock, CompleteCancelledRead);
    if (NT_SUCCESS(status))
        status = IoRegisterDeviceInterface(PhysicalDeviceObject, &GUID_DEVINTERFACE_ECHO, NULL,
                                           &extension->InterfaceName);
    if (!NT_SUCCESS(status)) {
        IoDeleteDevice(device);
        return status;
    }
    extension->Lower = IoAttachDeviceToDeviceStack(device, PhysicalDeviceObject);
    if (!extension->Lower) {
        RtlFreeUnicodeString(&extension->InterfaceName);
        IoDeleteDevice(device);
        return STATUS_NO_SUCH_DEVICE;
    }
    device->Flags |= DO_BUFFERED_IO | (extension->Lower->Flags & DO_POWER_PAGABLE);
    device->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static VOID EchoUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = EchoUnload;
    DriverObject->DriverExtension->AddDevice = EchoAddDevice;
    DriverObject->MajorFunction[IRP_MJ_CREATE] = EchoCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = EchoCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLEANUP] = EchoCleanup;
    DriverObject->MajorFunction[IRP_MJ_READ] = EchoRead;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = EchoWrite;
    DriverObject->MajorFunction[IRP_MJ_PNP] = EchoPnp;
    DriverObject->MajorFunction[IRP_MJ_POWER] = EchoPassDown;
    DriverObject->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = EchoPassDown;
    return STATUS_SUCCESS;
}
