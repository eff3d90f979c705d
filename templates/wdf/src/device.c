/* @NAME@: one device object for each device that the PnP manager finds. */
#define INITGUID
#include "driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, @PASCAL@EvtDeviceAdd)
#endif

_Use_decl_annotations_
NTSTATUS @PASCAL@EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    PAGED_CODE();

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;

    status = @PASCAL@QueueCreate(device);
    if (!NT_SUCCESS(status))
        return status;

    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_@UPPER@, NULL);
}
