/* @NAME@: the driver object, and one device object for each device that the PnP manager finds. */
#define INITGUID
#include "driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, @PASCAL@Unload)
#pragma alloc_text(PAGE, @PASCAL@AddDevice)
#endif

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);

    DriverObject->DriverUnload = @PASCAL@Unload;
    DriverObject->DriverExtension->AddDevice = @PASCAL@AddDevice;
    DriverObject->MajorFunction[IRP_MJ_CREATE] = @PASCAL@CreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLEANUP] = @PASCAL@CreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = @PASCAL@CreateClose;
    DriverObject->MajorFunction[IRP_MJ_READ] = @PASCAL@Read;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = @PASCAL@Write;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = @PASCAL@DeviceControl;
    DriverObject->MajorFunction[IRP_MJ_PNP] = @PASCAL@Pnp;
    DriverObject->MajorFunction[IRP_MJ_POWER] = @PASCAL@PassDown;
    DriverObject->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = @PASCAL@PassDown;
    return STATUS_SUCCESS;
}

/* Called when the last device is gone; devices give back what is theirs when they are removed. */
_Use_decl_annotations_
VOID @PASCAL@Unload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    PAGED_CODE();
}

_Use_decl_annotations_
NTSTATUS @PASCAL@AddDevice(PDRIVER_OBJECT DriverObject, PDEVICE_OBJECT PhysicalDeviceObject)
{
    PDEVICE_OBJECT device;
    struct extension *extension;
    NTSTATUS status;

    PAGED_CODE();

    status = IoCreateDevice(DriverObject, sizeof(struct extension), NULL, FILE_DEVICE_UNKNOWN,
                            FILE_DEVICE_SECURE_OPEN, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;

    extension = extension_of(device); /* zeroed */
    extension->self = device;
    wdk_remove_lock_init(&extension->remove_lock, '@TAG@');
    wdk_lock_init(message_lock, &extension->lock);

    status = IoRegisterDeviceInterface(PhysicalDeviceObject, &GUID_DEVINTERFACE_@UPPER@, NULL,
                                       &extension->interface_name);
    if (!NT_SUCCESS(status)) {
        IoDeleteDevice(device);
        return status;
    }

    extension->lower = IoAttachDeviceToDeviceStack(device, PhysicalDeviceObject);
    if (!extension->lower) {
        RtlFreeUnicodeString(&extension->interface_name);
        IoDeleteDevice(device);
        return STATUS_NO_SUCH_DEVICE;
    }

    device->Flags |= DO_BUFFERED_IO | (extension->lower->Flags & DO_POWER_PAGABLE);
    device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}
