/* @NAME@: the driver object. */
#include "driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, @PASCAL@EvtDriverCleanup)
#endif

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;

    WDF_DRIVER_CONFIG_INIT(&config, @PASCAL@EvtDeviceAdd);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.EvtCleanupCallback = @PASCAL@EvtDriverCleanup;
    return WdfDriverCreate(DriverObject, RegistryPath, &attributes, &config, WDF_NO_HANDLE);
}

/* Last call before the driver is unloaded: give back here what DriverEntry took outside WDF's object tree. */
_Use_decl_annotations_
VOID @PASCAL@EvtDriverCleanup(WDFOBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    PAGED_CODE();
}
