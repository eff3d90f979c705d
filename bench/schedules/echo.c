/* A device, \\.\Echo, that gives back what it is sent: requests wait in a row, and a DPC on another processor completes
 * them; so there are two that go on at once. */
#include <ntifs.h>

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD EchoUnload;
static DRIVER_DISPATCH EchoOpen, EchoControl;
static KDEFERRED_ROUTINE EchoFinish;

static UNICODE_STRING EchoName = RTL_CONSTANT_STRING(L"\\Device\\Echo");
static UNICODE_STRING EchoLink = RTL_CONSTANT_STRING(L"\\DosDevices\\Echo");
static LIST_ENTRY EchoPending;
static KSPIN_LOCK EchoLock;
static KDPC EchoDpc;

static NTSTATUS EchoOpen(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}

static VOID EchoFinish(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    PLIST_ENTRY Entry;
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
    while ((Entry = ExInterlockedRemoveHeadList(&EchoPending, &EchoLock)) != NULL) {
        PIRP Irp = CONTAINING_RECORD(Entry, IRP, Tail.Overlay.ListEntry);
        PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
        Irp->IoStatus.Status = STATUS_SUCCESS;
        Irp->IoStatus.Information = min(Stack->Parameters.DeviceIoControl.InputBufferLength,
                                        Stack->Parameters.DeviceIoControl.OutputBufferLength);
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
    }
}

static NTSTATUS EchoControl(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    IoMarkIrpPending(Irp);
    ExInterlockedInsertTailList(&EchoPending, &Irp->Tail.Overlay.ListEntry, &EchoLock);
    KeInsertQueueDpc(&EchoDpc, NULL, NULL);
    return STATUS_PENDING;
}

static VOID EchoUnload(PDRIVER_OBJECT Driver)
{
    KeFlushQueuedDpcs();
    IoDeleteSymbolicLink(&EchoLink);
    IoDeleteDevice(Driver->DeviceObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;
    UNREFERENCED_PARAMETER(RegistryPath);
    Status = IoCreateDevice(Driver, 0, &EchoName, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = IoCreateSymbolicLink(&EchoLink, &EchoName);
    if (!NT_SUCCESS(Status)) {
        IoDeleteDevice(Device);
        return Status;
    }
    InitializeListHead(&EchoPending);
    KeInitializeSpinLock(&EchoLock);
    KeInitializeDpc(&EchoDpc, EchoFinish, NULL);
    KeSetTargetProcessorDpc(&EchoDpc, 1);
    Driver->MajorFunction[IRP_MJ_CREATE] = EchoOpen;
    Driver->MajorFunction[IRP_MJ_CLOSE] = EchoOpen;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = EchoControl;
    Driver->DriverUnload = EchoUnload;
    return STATUS_SUCCESS;
}
