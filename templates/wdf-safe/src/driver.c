/* @NAME@: the driver object, and one device object for each device that the PnP manager finds. */
#define INITGUID
#include "driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, @PASCAL@EvtDeviceAdd)
#endif

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, @PASCAL@EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}

_Use_decl_annotations_
NTSTATUS @PASCAL@EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(device_of);
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(Driver);
    PAGED_CODE();

    WDK_TRY_NT(WdfDeviceCreate(&DeviceInit, &attributes, &device));
    WDK_TRY_NT(queue_create(device));
    WDK_TRY_NT(WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_@UPPER@, NULL));
    return STATUS_SUCCESS;
}
