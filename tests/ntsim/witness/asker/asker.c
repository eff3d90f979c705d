/*
 * Stands above a driver that could not be a device's: answers for itself what plug and play and the power manager ask,
 * and lets a program have any other request sent to the driver below. Control code 0x800 + the major function: one IRP
 * of it, with the parameters zeroed; its status is that of the dispatch routine.
 */
#include <wdm.h>

typedef struct {
    PDEVICE_OBJECT Lower;
} ASKER;

DRIVER_INITIALIZE DriverEntry;
static DRIVER_ADD_DEVICE AddDevice;
static DRIVER_UNLOAD Unload;
_Dispatch_type_(IRP_MJ_CREATE) _Dispatch_type_(IRP_MJ_CLOSE) _Dispatch_type_(IRP_MJ_CLEANUP)
    _Dispatch_type_(IRP_MJ_POWER) static DRIVER_DISPATCH Succeed;
_Dispatch_type_(IRP_MJ_PNP) static DRIVER_DISPATCH Pnp;
_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH Ask;

static UNICODE_STRING Link = RTL_CONSTANT_STRING(L"\\DosDevices\\Asker");

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status)
{
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

static NTSTATUS Succeed(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    return Complete(Irp, STATUS_SUCCESS);
}

static NTSTATUS Pnp(PDEVICE_OBJECT Device, PIRP Irp)
{
    const ASKER *Asker = Device->DeviceExtension;
    const UCHAR Minor = IoGetCurrentIrpStackLocation(Irp)->MinorFunction;
    if (Minor == IRP_MN_REMOVE_DEVICE) {
        IoDetachDevice(Asker->Lower);
        IoDeleteSymbolicLink(&Link);
        IoDeleteDevice(Device);
    }
    return Complete(Irp, Minor == IRP_MN_START_DEVICE || Minor == IRP_MN_REMOVE_DEVICE ||
                                 Minor == IRP_MN_QUERY_REMOVE_DEVICE || Minor == IRP_MN_SURPRISE_REMOVAL
                             ? STATUS_SUCCESS
                             : Irp->IoStatus.Status);
}

static NTSTATUS Ask(PDEVICE_OBJECT Device, PIRP Irp)
{
    const ASKER *Asker = Device->DeviceExtension;
    const ULONG Code = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.IoControlCode;
    PIRP Other = IoAllocateIrp(Asker->Lower->StackSize, FALSE);
    if (!Other)
        return Complete(Irp, STATUS_INSUFFICIENT_RESOURCES);
    Other->IoStatus.Status = STATUS_NOT_SUPPORTED;
    IoGetNextIrpStackLocation(Other)->MajorFunction = (UCHAR)(Code >> 2);
    return Complete(Irp, IoCallDriver(Asker->Lower, Other));
}

static NTSTATUS AddDevice(PDRIVER_OBJECT Driver, PDEVICE_OBJECT Pdo)
{
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Device\\Asker");
    PDEVICE_OBJECT Device;
    NTSTATUS Status = IoCreateDevice(Driver, sizeof(ASKER), &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    ASKER *Asker = Device->DeviceExtension;
    Asker->Lower = IoAttachDeviceToDeviceStack(Device, Pdo);
    Status = Asker->Lower ? IoCreateSymbolicLink(&Link, &Name) : STATUS_NO_SUCH_DEVICE;
    if (!NT_SUCCESS(Status)) {
        if (Asker->Lower)
            IoDetachDevice(Asker->Lower);
        IoDeleteDevice(Device);
        return Status;
    }
    Device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static VOID Unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    Driver->MajorFunction[IRP_MJ_CREATE] = Succeed;
    Driver->MajorFunction[IRP_MJ_CLOSE] = Succeed;
    Driver->MajorFunction[IRP_MJ_CLEANUP] = Succeed;
    Driver->MajorFunction[IRP_MJ_POWER] = Succeed;
    Driver->MajorFunction[IRP_MJ_PNP] = Pnp;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Ask;
    Driver->DriverExtension->AddDevice = AddDevice;
    Driver->DriverUnload = Unload;
    return STATUS_SUCCESS;
}
