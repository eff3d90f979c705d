/* mshidkmdf.sys: the HID minidriver that stands above a KMDF one. The class driver and the framework both want the
 * routines of the driver object, so the framework's driver is a lower filter, and this one hands all to it. */
#include <ntifs.h>

#include <hidport.h>

static NTSTATUS pass_on(PDEVICE_OBJECT device, PIRP irp)
{
    const HID_DEVICE_EXTENSION *extension = device->DeviceExtension;
    IoCopyCurrentIrpStackLocationToNext(irp);
    return IoCallDriver(extension->NextDeviceObject, irp);
}

static NTSTATUS add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT device)
{
    return STATUS_SUCCESS;
}

static VOID unload(PDRIVER_OBJECT driver)
{
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    HID_MINIDRIVER_REGISTRATION registration = {
        .Revision = HID_REVISION, .DriverObject = DriverObject, .RegistryPath = RegistryPath};
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        DriverObject->MajorFunction[i] = pass_on;
    DriverObject->DriverExtension->AddDevice = add_device;
    DriverObject->DriverUnload = unload;
    return HidRegisterMinidriver(&registration);
}
