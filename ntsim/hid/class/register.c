/* Minidrivers, and the routines that their driver objects get. */
#include "ntsim/hid/class/hidc.h"

static const char driver_id;

static struct hidc_driver *driver_of(PDRIVER_OBJECT driver)
{
    return IoGetDriverObjectExtension(driver, (PVOID)&driver_id);
}

NTSTATUS hidc_complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

/* The device itself cannot be opened. */
static NTSTATUS dispatch_create(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_create(hidc_collection(device), irp)
                                             : hidc_complete(irp, STATUS_UNSUCCESSFUL, 0);
}

static NTSTATUS dispatch_close(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_close(hidc_collection(device), irp)
                                             : hidc_complete(irp, STATUS_INVALID_PARAMETER_1, 0);
}

static NTSTATUS dispatch_cleanup(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_cleanup(hidc_collection(device), irp)
                                             : hidc_complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS dispatch_read(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_read(hidc_collection(device), irp)
                                             : hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

static NTSTATUS dispatch_write(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_write(hidc_collection(device), irp)
                                             : hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

static NTSTATUS dispatch_control(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_control(hidc_collection(device), irp)
                                             : hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

static NTSTATUS dispatch_internal_control(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_control(hidc_collection(device), irp)
                                             : hidc_to_minidriver(hidc_fdo(device), irp);
}

static NTSTATUS dispatch_system_control(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information)
                                             : hidc_to_minidriver(hidc_fdo(device), irp);
}

static NTSTATUS dispatch_pnp(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_device(device)->IsCollection ? hidc_collection_pnp(hidc_collection(device), irp)
                                             : hidc_fdo_pnp(hidc_fdo(device), irp);
}

/* A collection has the power of its device, which the FDO sees to. */
static NTSTATUS dispatch_power(PDEVICE_OBJECT device, PIRP irp)
{
    if (!hidc_device(device)->IsCollection)
        return hidc_fdo_power(hidc_fdo(device), irp);
    const UCHAR minor = IoGetCurrentIrpStackLocation(irp)->MinorFunction;
    const BOOLEAN known = minor == IRP_MN_SET_POWER || minor == IRP_MN_QUERY_POWER;
    return hidc_complete(irp, known ? STATUS_SUCCESS : irp->IoStatus.Status, irp->IoStatus.Information);
}

static NTSTATUS dispatch_other(PDEVICE_OBJECT device, PIRP irp)
{
    return hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

static VOID unload(PDRIVER_OBJECT driver)
{
    const struct hidc_driver *minidriver = driver_of(driver);
    if (minidriver->Unload)
        minidriver->Unload(driver);
}

static void put_routines(PDRIVER_OBJECT driver)
{
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        driver->MajorFunction[i] = dispatch_other;
    driver->MajorFunction[IRP_MJ_CREATE] = dispatch_create;
    driver->MajorFunction[IRP_MJ_CLOSE] = dispatch_close;
    driver->MajorFunction[IRP_MJ_CLEANUP] = dispatch_cleanup;
    driver->MajorFunction[IRP_MJ_READ] = dispatch_read;
    driver->MajorFunction[IRP_MJ_WRITE] = dispatch_write;
    driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = dispatch_control;
    driver->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = dispatch_internal_control;
    driver->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = dispatch_system_control;
    driver->MajorFunction[IRP_MJ_PNP] = dispatch_pnp;
    driver->MajorFunction[IRP_MJ_POWER] = dispatch_power;
    driver->DriverExtension->AddDevice = hidc_add_device;
    driver->DriverUnload = unload;
}

NTSTATUS HidRegisterMinidriver(PHID_MINIDRIVER_REGISTRATION MinidriverRegistration)
{
    const PDRIVER_OBJECT driver = MinidriverRegistration->DriverObject;
    struct hidc_driver *minidriver;
    if (MinidriverRegistration->Revision != HID_REVISION)
        return STATUS_REVISION_MISMATCH;
    NTSTATUS status =
        IoAllocateDriverObjectExtension(driver, (PVOID)&driver_id, sizeof(*minidriver), (PVOID *)&minidriver);
    if (!NT_SUCCESS(status))
        return status;
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        minidriver->Dispatch[i] = driver->MajorFunction[i];
    minidriver->AddDevice = driver->DriverExtension->AddDevice;
    minidriver->Unload = driver->DriverUnload;
    minidriver->ExtensionSize = MinidriverRegistration->DeviceExtensionSize;
    minidriver->Polled = MinidriverRegistration->DevicesArePolled;
    put_routines(driver);
    return STATUS_SUCCESS;
}

/* --- a new device --- */

enum { DEFAULT_POLL_INTERVAL = 10 /* ms */ };

static NTSTATUS attach(struct hidc_fdo *fdo, PDEVICE_OBJECT device, PDEVICE_OBJECT pdo)
{
    PDEVICE_OBJECT lower = IoAttachDeviceToDeviceStack(device, pdo);
    if (!lower)
        return STATUS_NO_SUCH_DEVICE;
    fdo->Common.Public.NextDeviceObject = lower;
    device->StackSize = (CCHAR)(lower->StackSize + 2); /* the class driver's, and the minidriver's */
    device->Flags |= lower->Flags & (DO_POWER_PAGABLE | DO_POWER_INRUSH);
    return STATUS_SUCCESS;
}

NTSTATUS hidc_add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT pdo)
{
    enum { ALIGNED = (sizeof(struct hidc_fdo) + 15) & ~15 };
    struct hidc_driver *minidriver = driver_of(driver);
    PDEVICE_OBJECT device;
    NTSTATUS status =
        IoCreateDevice(driver, ALIGNED + minidriver->ExtensionSize, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;
    struct hidc_fdo *fdo = hidc_fdo(device);
    fdo->Driver = minidriver;
    fdo->PollInterval = DEFAULT_POLL_INTERVAL;
    fdo->Common.Device = device;
    fdo->Common.Public.PhysicalDeviceObject = pdo;
    fdo->Common.Public.MiniDeviceExtension = (PUCHAR)fdo + ALIGNED;
    KeInitializeSpinLock(&fdo->Lock);
    KeInitializeEvent(&fdo->ReadersEnded, NotificationEvent, TRUE);
    status = attach(fdo, device, pdo);
    if (NT_SUCCESS(status))
        status = minidriver->AddDevice ? minidriver->AddDevice(driver, device) : STATUS_SUCCESS;
    if (!NT_SUCCESS(status)) {
        if (fdo->Common.Public.NextDeviceObject)
            IoDetachDevice(fdo->Common.Public.NextDeviceObject);
        IoDeleteDevice(device);
        return status;
    }
    device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}
