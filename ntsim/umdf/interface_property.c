/* Properties of device interfaces, which UMDF alone has functions for. */
#include "ntsim/umdf/umdf.h"

#include <devpropdef.h>

/* WDF_DEVICE_INTERFACE_PROPERTY_DATA, which is declared for user-mode drivers only. */
struct um_interface_property {
    ULONG Size;
    const GUID *InterfaceClassGUID;
    PCUNICODE_STRING ReferenceString;
    const DEVPROPKEY *PropertyKey;
    LCID Lcid;
    ULONG Flags;
};

/* The interface's link; the string is to be deleted with it. */
static NTSTATUS find_link(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, const struct um_interface_property *property,
                          WDFSTRING *string, PUNICODE_STRING link)
{
    if (property->Size != sizeof(*property))
        return STATUS_INFO_LENGTH_MISMATCH;
    NTSTATUS status = KERNEL_FUNCTION(STRINGCREATE, StringCreate)(globals, NULL, NULL, string);
    if (!NT_SUCCESS(status))
        return status;
    status = KERNEL_FUNCTION(DEVICERETRIEVEDEVICEINTERFACESTRING, DeviceRetrieveDeviceInterfaceString)(
        globals, device, property->InterfaceClassGUID, property->ReferenceString, *string);
    if (NT_SUCCESS(status))
        KERNEL_FUNCTION(STRINGGETUNICODESTRING, StringGetUnicodeString)(globals, *string, link);
    else
        KERNEL_FUNCTION(OBJECTDELETE, ObjectDelete)(globals, *string);
    return status;
}

NTSTATUS um_DeviceAssignInterfaceProperty(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device,
                                          struct um_interface_property *property, DEVPROPTYPE type, ULONG length,
                                          PVOID buffer)
{
    UNICODE_STRING link;
    WDFSTRING string;
    NTSTATUS status = find_link(globals, device, property, &string, &link);
    if (!NT_SUCCESS(status))
        return status;
    status = IoSetDeviceInterfacePropertyData(&link, property->PropertyKey, property->Lcid, property->Flags, type,
                                              length, buffer);
    KERNEL_FUNCTION(OBJECTDELETE, ObjectDelete)(globals, string);
    return status;
}

NTSTATUS um_DeviceQueryInterfaceProperty(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device,
                                         struct um_interface_property *property, ULONG length, PVOID buffer,
                                         PULONG needed, PDEVPROPTYPE type)
{
    UNICODE_STRING link;
    WDFSTRING string;
    NTSTATUS status = find_link(globals, device, property, &string, &link);
    if (!NT_SUCCESS(status))
        return status;
    status =
        IoGetDeviceInterfacePropertyData(&link, property->PropertyKey, property->Lcid, 0, length, buffer, needed, type);
    KERNEL_FUNCTION(OBJECTDELETE, ObjectDelete)(globals, string);
    return status;
}

NTSTATUS um_DeviceAllocAndQueryInterfaceProperty(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device,
                                                 struct um_interface_property *property, POOL_TYPE pool,
                                                 PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *memory,
                                                 PDEVPROPTYPE type)
{
    ULONG needed = 0;
    PVOID buffer;
    NTSTATUS status = um_DeviceQueryInterfaceProperty(globals, device, property, 0, NULL, &needed, type);
    if (status != STATUS_BUFFER_TOO_SMALL)
        return NT_SUCCESS(status) ? STATUS_OBJECT_NAME_NOT_FOUND : status;
    status = KERNEL_FUNCTION(MEMORYCREATE, MemoryCreate)(globals, attributes, pool, 0, needed, memory, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    status = um_DeviceQueryInterfaceProperty(globals, device, property, needed, buffer, &needed, type);
    if (!NT_SUCCESS(status))
        KERNEL_FUNCTION(OBJECTDELETE, ObjectDelete)(globals, *memory);
    return status;
}
