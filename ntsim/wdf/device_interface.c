/* Device interfaces and properties. */
#include "ntsim/wdf/fx.h"

static struct fx_device *device_from(WDFDEVICE handle)
{
    return fx_object_of(handle, FX_DEVICE);
}

static struct fx_interface *find(struct fx_device *device, const GUID *class, PCUNICODE_STRING reference)
{
    const UNICODE_STRING none = {0};
    for (struct fx_interface *interface = device->Interfaces; interface; interface = interface->Next)
        if (IsEqualGUID(&interface->Class, class) &&
            RtlEqualUnicodeString(&interface->Reference, reference ? reference : &none, FALSE))
            return interface;
    return NULL;
}

static NTSTATUS register_interface(struct fx_device *device, struct fx_interface *interface)
{
    if (interface->Link.Buffer)
        return STATUS_SUCCESS;
    return IoRegisterDeviceInterface(device->Init.PhysicalDevice, &interface->Class,
                                     interface->Reference.Length ? &interface->Reference : NULL, &interface->Link);
}

static void set_state(struct fx_interface *interface, BOOLEAN enable)
{
    if (interface->Enabled == enable || !interface->Link.Buffer)
        return;
    if (NT_SUCCESS(IoSetDeviceInterfaceState(&interface->Link, enable)))
        interface->Enabled = enable;
}

void fx_enable_interfaces(struct fx_device *device, BOOLEAN enable)
{
    for (struct fx_interface *interface = device->Interfaces; interface; interface = interface->Next)
        if (NT_SUCCESS(register_interface(device, interface)))
            set_state(interface, enable && interface->AutoEnable);
}

void fx_free_interfaces(struct fx_device *device)
{
    for (struct fx_interface *interface = device->Interfaces, *next; interface; interface = next) {
        next = interface->Next;
        if (interface->Link.Buffer)
            RtlFreeUnicodeString(&interface->Link);
        fx_free(interface->Reference.Buffer);
        fx_free(interface);
    }
    device->Interfaces = NULL;
}

NTSTATUS api_DeviceCreateDeviceInterface(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, const GUID *class,
                                         PCUNICODE_STRING reference)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(class);
    if (!device->Init.PhysicalDevice)
        return STATUS_INVALID_DEVICE_REQUEST;
    struct fx_interface *interface = fx_allocate(device->Object.Driver, sizeof(*interface));
    if (!interface)
        return STATUS_INSUFFICIENT_RESOURCES;
    interface->Class = *class;
    interface->AutoEnable = TRUE;
    NTSTATUS status = STATUS_SUCCESS;
    if (reference && reference->Length > 0)
        status = fx_copy_string(device->Object.Driver, &interface->Reference, reference);
    /* Where the system does not yet know the PDO, the interface is registered when the device starts. */
    if (NT_SUCCESS(status) && (device->Init.Kind != FX_PDO || device->Phase == FX_PNP_STARTED))
        status = register_interface(device, interface);
    if (!NT_SUCCESS(status)) {
        fx_free(interface->Reference.Buffer);
        fx_free(interface);
        return status;
    }
    struct fx_interface **last = &device->Interfaces;
    while (*last)
        last = &(*last)->Next;
    *last = interface;
    if (device->Phase == FX_PNP_STARTED)
        set_state(interface, TRUE);
    return STATUS_SUCCESS;
}

VOID api_DeviceSetDeviceInterfaceState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, const GUID *class,
                                       PCUNICODE_STRING reference, BOOLEAN enable)
{
    FX_REQUIRE(class);
    struct fx_device *device = device_from(handle);
    struct fx_interface *interface = find(device, class, reference);
    if (interface && device->Phase == FX_PNP_STARTED)
        set_state(interface, enable);
}

VOID api_DeviceSetDeviceInterfaceStateEx(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, const GUID *class,
                                         PCUNICODE_STRING reference, BOOLEAN enable)
{
    FX_REQUIRE(class);
    struct fx_device *device = device_from(handle);
    struct fx_interface *interface = find(device, class, reference);
    if (!interface)
        return;
    interface->AutoEnable = enable;
    if (device->Phase == FX_PNP_STARTED)
        set_state(interface, enable);
}

NTSTATUS api_DeviceRetrieveDeviceInterfaceString(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, const GUID *class,
                                                 PCUNICODE_STRING reference, WDFSTRING string)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(class);
    struct fx_interface *interface = find(device, class, reference);
    if (!interface)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (!interface->Link.Buffer)
        return STATUS_INVALID_DEVICE_STATE;
    return fx_set_string(string, &interface->Link);
}

/* --- properties --- */

static NTSTATUS query_into_memory(struct fx_driver *driver, PDEVICE_OBJECT pdo, DEVICE_REGISTRY_PROPERTY property,
                                  PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *result)
{
    struct fx_memory *memory;
    ULONG size = 0;
    FX_REQUIRE(result);
    *result = NULL;
    NTSTATUS status = IoGetDeviceProperty(pdo, property, 0, NULL, &size);
    if (status != STATUS_BUFFER_TOO_SMALL && !NT_SUCCESS(status))
        return status;
    if (size == 0)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    status = fx_create_memory(driver, attributes, NULL, size, 0, &memory);
    if (!NT_SUCCESS(status))
        return status;
    status = IoGetDeviceProperty(pdo, property, size, memory->Buffer, &size);
    if (!NT_SUCCESS(status)) {
        fx_abandon(&memory->Object);
        return status;
    }
    *result = (WDFMEMORY)memory;
    return STATUS_SUCCESS;
}

NTSTATUS api_DeviceQueryProperty(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, DEVICE_REGISTRY_PROPERTY property,
                                 ULONG length, PVOID buffer, PULONG result_length)
{
    const struct fx_device *device = device_from(handle);
    FX_REQUIRE(result_length);
    return device->Init.PhysicalDevice
               ? IoGetDeviceProperty(device->Init.PhysicalDevice, property, length, buffer, result_length)
               : STATUS_INVALID_DEVICE_REQUEST;
}

NTSTATUS api_DeviceAllocAndQueryProperty(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                         DEVICE_REGISTRY_PROPERTY property, POOL_TYPE type,
                                         PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *memory)
{
    const struct fx_device *device = device_from(handle);
    if (!device->Init.PhysicalDevice)
        return STATUS_INVALID_DEVICE_REQUEST;
    return query_into_memory(device->Object.Driver, device->Init.PhysicalDevice, property, attributes, memory);
}

NTSTATUS api_FdoInitQueryProperty(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, DEVICE_REGISTRY_PROPERTY property,
                                  ULONG length, PVOID buffer, PULONG result_length)
{
    FX_REQUIRE(init);
    FX_REQUIRE(result_length);
    return IoGetDeviceProperty(init->PhysicalDevice, property, length, buffer, result_length);
}

NTSTATUS api_FdoInitAllocAndQueryProperty(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                          DEVICE_REGISTRY_PROPERTY property, POOL_TYPE type,
                                          PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *memory)
{
    FX_REQUIRE(init);
    return query_into_memory(init->Driver, init->PhysicalDevice, property, attributes, memory);
}

NTSTATUS api_IoTargetQueryTargetProperty(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle,
                                         DEVICE_REGISTRY_PROPERTY property, ULONG length, PVOID buffer,
                                         PULONG result_length)
{
    const struct fx_target *target = fx_object_of(handle, FX_TARGET);
    FX_REQUIRE(result_length);
    return target->TargetPhysicalDevice
               ? IoGetDeviceProperty(target->TargetPhysicalDevice, property, length, buffer, result_length)
               : STATUS_INVALID_DEVICE_REQUEST;
}

NTSTATUS api_IoTargetAllocAndQueryTargetProperty(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle,
                                                 DEVICE_REGISTRY_PROPERTY property, POOL_TYPE type,
                                                 PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *memory)
{
    const struct fx_target *target = fx_object_of(handle, FX_TARGET);
    if (!target->TargetPhysicalDevice)
        return STATUS_INVALID_DEVICE_REQUEST;
    return query_into_memory(target->Object.Driver, target->TargetPhysicalDevice, property, attributes, memory);
}

static NTSTATUS query_ex(PDEVICE_OBJECT pdo, PWDF_DEVICE_PROPERTY_DATA data, ULONG length, PVOID buffer,
                         PULONG required, PDEVPROPTYPE type)
{
    FX_REQUIRE(data);
    FX_REQUIRE(required);
    FX_REQUIRE(type);
    if (data->Size != sizeof(*data))
        return STATUS_INFO_LENGTH_MISMATCH;
    return IoGetDevicePropertyData(pdo, data->PropertyKey, data->Lcid, data->Flags, length, buffer, required, type);
}

static NTSTATUS query_ex_into_memory(struct fx_driver *driver, PDEVICE_OBJECT pdo, PWDF_DEVICE_PROPERTY_DATA data,
                                     PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *result, PDEVPROPTYPE type)
{
    struct fx_memory *memory;
    ULONG size = 0;
    FX_REQUIRE(result);
    *result = NULL;
    NTSTATUS status = query_ex(pdo, data, 0, NULL, &size, type);
    if (status != STATUS_BUFFER_TOO_SMALL && !NT_SUCCESS(status))
        return status;
    status = fx_create_memory(driver, attributes, NULL, size ? size : 1, 0, &memory);
    if (!NT_SUCCESS(status))
        return status;
    status = query_ex(pdo, data, size, memory->Buffer, &size, type);
    if (!NT_SUCCESS(status)) {
        fx_abandon(&memory->Object);
        return status;
    }
    *result = (WDFMEMORY)memory;
    return STATUS_SUCCESS;
}

NTSTATUS api_DeviceQueryPropertyEx(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PWDF_DEVICE_PROPERTY_DATA data,
                                   ULONG length, PVOID buffer, PULONG required, PDEVPROPTYPE type)
{
    const struct fx_device *device = device_from(handle);
    return device->Init.PhysicalDevice ? query_ex(device->Init.PhysicalDevice, data, length, buffer, required, type)
                                       : STATUS_INVALID_DEVICE_REQUEST;
}

NTSTATUS api_DeviceAllocAndQueryPropertyEx(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                           PWDF_DEVICE_PROPERTY_DATA data, POOL_TYPE pool,
                                           PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *memory, PDEVPROPTYPE type)
{
    const struct fx_device *device = device_from(handle);
    if (!device->Init.PhysicalDevice)
        return STATUS_INVALID_DEVICE_REQUEST;
    return query_ex_into_memory(device->Object.Driver, device->Init.PhysicalDevice, data, attributes, memory, type);
}

NTSTATUS api_FdoInitQueryPropertyEx(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PWDF_DEVICE_PROPERTY_DATA data,
                                    ULONG length, PVOID buffer, PULONG required, PDEVPROPTYPE type)
{
    FX_REQUIRE(init);
    return query_ex(init->PhysicalDevice, data, length, buffer, required, type);
}

NTSTATUS api_FdoInitAllocAndQueryPropertyEx(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                            PWDF_DEVICE_PROPERTY_DATA data, POOL_TYPE pool,
                                            PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *memory, PDEVPROPTYPE type)
{
    FX_REQUIRE(init);
    return query_ex_into_memory(init->Driver, init->PhysicalDevice, data, attributes, memory, type);
}

NTSTATUS api_DeviceAssignProperty(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PWDF_DEVICE_PROPERTY_DATA data,
                                  DEVPROPTYPE type, ULONG size, PVOID value)
{
    const struct fx_device *device = device_from(handle);
    FX_REQUIRE(data);
    if (data->Size != sizeof(*data))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!device->Init.PhysicalDevice)
        return STATUS_INVALID_DEVICE_REQUEST;
    return IoSetDevicePropertyData(device->Init.PhysicalDevice, data->PropertyKey, data->Lcid, data->Flags, type, size,
                                   value);
}
