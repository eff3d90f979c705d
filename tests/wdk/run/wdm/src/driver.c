/* The driver object, and one device object for each device: made, attached and taken apart by wdk/wdm/device.h. */
#define INITGUID
#include "driver.h"

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = StackUnload;
    DriverObject->DriverExtension->AddDevice = StackAddDevice;
    DriverObject->MajorFunction[IRP_MJ_CREATE] = StackCreate;
    DriverObject->MajorFunction[IRP_MJ_CLEANUP] = StackCleanup;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = StackClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = StackDeviceControl;
    DriverObject->MajorFunction[IRP_MJ_PNP] = StackPnp;
    DriverObject->MajorFunction[IRP_MJ_POWER] = StackPassDown;
    DriverObject->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = StackPassDown;
    return STATUS_SUCCESS;
}

VOID StackUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
}

static wdk_status add(PDRIVER_OBJECT driver, PDEVICE_OBJECT physical) WDK_AT_PASSIVE
{
    struct extension *extension;
    WDK_SCOPED(wdk_device) device = {};
    WDK_SCOPED(wdk_interface) interface = {};
    WDK_SCOPED(wdk_io_work_item) item = {};

    WDK_TRY(wdk_device_create(&device, driver, FILE_DEVICE_UNKNOWN, WDK_IO_BUFFERED, &extension));
    wdk_remove_lock_init(&extension->remove_lock, 'katS');
    WDK_TRY(wdk_irp_queue_init(&extension->waiting));
    WDK_TRY(wdk_interface_register(&interface, physical, &GUID_DEVINTERFACE_STACK));
    WDK_TRY(wdk_io_work_create(&item, wdk_borrow(wdk_device, &device)));
    WDK_TRY(wdk_device_attach(&device, physical));
    wdk_device_ready(&device);
    extension->item = wdk_move(&item);
    extension->interface = wdk_move(&interface);
    extension->self = wdk_move(&device);
    return WDK_OK;
}

WDK_UNCHECKED_LOCKING NTSTATUS StackAddDevice(PDRIVER_OBJECT DriverObject, PDEVICE_OBJECT PhysicalDeviceObject)
{
    return wdk_nt(add(DriverObject, PhysicalDeviceObject));
}
