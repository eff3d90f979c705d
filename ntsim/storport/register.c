/* Miniports, and the routines that their driver objects get. */
#include <ntifs.h>

#include <initguid.h>

#include <ntddstor.h>

#include "ntsim/storport/storp.h"

static const char driver_id;

NTSTATUS stor_complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static struct stor_adapter *adapter_of(PDEVICE_OBJECT device)
{
    return device->DeviceExtension;
}

static struct stor_unit *unit_of(PDEVICE_OBJECT device)
{
    return device->DeviceExtension;
}

static NTSTATUS dispatch_open(PDEVICE_OBJECT device, PIRP irp)
{
    return stor_complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS dispatch_control(PDEVICE_OBJECT device, PIRP irp)
{
    return stor_device(device)->IsUnit ? stor_unit_ioctl(unit_of(device), irp)
                                       : stor_adapter_ioctl(adapter_of(device), irp);
}

/* IRP_MJ_SCSI is IRP_MJ_INTERNAL_DEVICE_CONTROL. An adapter has no requests of its own. */
static NTSTATUS dispatch_scsi(PDEVICE_OBJECT device, PIRP irp)
{
    return stor_device(device)->IsUnit ? stor_unit_scsi(unit_of(device), irp)
                                       : stor_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

static NTSTATUS dispatch_pnp(PDEVICE_OBJECT device, PIRP irp)
{
    return stor_device(device)->IsUnit ? stor_unit_pnp(unit_of(device), irp)
                                       : stor_adapter_pnp(adapter_of(device), irp);
}

static NTSTATUS dispatch_power(PDEVICE_OBJECT device, PIRP irp)
{
    const UCHAR minor = IoGetCurrentIrpStackLocation(irp)->MinorFunction;
    const BOOLEAN known = minor == IRP_MN_SET_POWER || minor == IRP_MN_QUERY_POWER;
    if (stor_device(device)->IsUnit)
        return stor_complete(irp, known ? STATUS_SUCCESS : irp->IoStatus.Status, irp->IoStatus.Information);
    if (known)
        irp->IoStatus.Status = STATUS_SUCCESS;
    IoSkipCurrentIrpStackLocation(irp);
    return PoCallDriver(adapter_of(device)->Lower, irp);
}

static NTSTATUS dispatch_system_control(PDEVICE_OBJECT device, PIRP irp)
{
    if (stor_device(device)->IsUnit)
        return stor_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(adapter_of(device)->Lower, irp);
}

static NTSTATUS dispatch_other(PDEVICE_OBJECT device, PIRP irp)
{
    return stor_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

/* Nothing is the driver's that its devices do not take with them. */
static VOID unload(PDRIVER_OBJECT driver)
{
}

static NTSTATUS add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT pdo)
{
    PDEVICE_OBJECT device;
    NTSTATUS status = IoCreateDevice(driver, sizeof(struct stor_adapter), NULL, FILE_DEVICE_CONTROLLER,
                                     FILE_DEVICE_SECURE_OPEN, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;
    struct stor_adapter *adapter = adapter_of(device);
    adapter->Common.Device = device;
    adapter->Driver = IoGetDriverObjectExtension(driver, (PVOID)&driver_id);
    adapter->Pdo = pdo;
    InitializeListHead(&adapter->Units);
    InitializeListHead(&adapter->Requests);
    InitializeListHead(&adapter->Ended);
    KeInitializeSpinLock(&adapter->Lock);
    KeInitializeSpinLock(&adapter->StartIoLock);
    KeInitializeSpinLock(&adapter->InterruptLock);
    KeInitializeDpc(&adapter->EndDpc, stor_end_requests, adapter);
    status = IoRegisterDeviceInterface(pdo, &GUID_DEVINTERFACE_STORAGEPORT, NULL, &adapter->Link);
    if (NT_SUCCESS(status))
        adapter->Lower = IoAttachDeviceToDeviceStack(device, pdo);
    if (!adapter->Lower) {
        RtlFreeUnicodeString(&adapter->Link);
        IoDeleteDevice(device);
        return NT_SUCCESS(status) ? STATUS_NO_SUCH_DEVICE : status;
    }
    device->Flags |= adapter->Lower->Flags & (DO_POWER_PAGABLE | DO_POWER_INRUSH);
    device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static void put_routines(PDRIVER_OBJECT driver)
{
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        driver->MajorFunction[i] = dispatch_other;
    driver->MajorFunction[IRP_MJ_CREATE] = dispatch_open;
    driver->MajorFunction[IRP_MJ_CLOSE] = dispatch_open;
    driver->MajorFunction[IRP_MJ_CLEANUP] = dispatch_open;
    driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = dispatch_control;
    driver->MajorFunction[IRP_MJ_SCSI] = dispatch_scsi;
    driver->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = dispatch_system_control;
    driver->MajorFunction[IRP_MJ_PNP] = dispatch_pnp;
    driver->MajorFunction[IRP_MJ_POWER] = dispatch_power;
    driver->DriverExtension->AddDevice = add_device;
    driver->DriverUnload = unload;
}

/* Virtual miniports have a structure of their own, which is shorter, or say so. */
static BOOLEAN is_virtual(const HW_INITIALIZATION_DATA *data)
{
    return data->HwInitializationDataSize == sizeof(VIRTUAL_HW_INITIALIZATION_DATA) ||
           (data->HwInitializationDataSize >= sizeof(*data) && (data->FeatureSupport & STOR_FEATURE_VIRTUAL_MINIPORT));
}

ULONG StorPortInitialize(PVOID Argument1, PVOID Argument2, PHW_INITIALIZATION_DATA HwInitializationData,
                         PVOID HwContext)
{
    const PDRIVER_OBJECT object = Argument1;
    struct stor_driver *driver;
    if (!is_virtual(HwInitializationData))
        SimStopMissing("StorPortInitialize of a miniport that is not virtual is not implemented");
    if (!HwInitializationData->HwFindAdapter || !HwInitializationData->HwInitialize ||
        !HwInitializationData->HwStartIo || !HwInitializationData->HwResetBus)
        return (ULONG)STATUS_INVALID_PARAMETER;
    if (IoGetDriverObjectExtension(object, (PVOID)&driver_id))
        SimStopMissing("StorPortInitialize of a driver that has called it before is not implemented");
    const NTSTATUS status =
        IoAllocateDriverObjectExtension(object, (PVOID)&driver_id, sizeof(*driver), (PVOID *)&driver);
    if (!NT_SUCCESS(status))
        return (ULONG)status;
    RtlZeroMemory(driver, sizeof(*driver));
    RtlCopyMemory(&driver->Hw, HwInitializationData,
                  min(HwInitializationData->HwInitializationDataSize, sizeof(driver->Hw)));
    driver->Context = HwContext;
    put_routines(object);
    return (ULONG)STATUS_SUCCESS;
}
