/* What IoGetDeviceProperty tells of a device. */
#include "ntsim/pnp/pip.h"

struct answer {
    PVOID Buffer;
    ULONG Room;
    PULONG Size;
};

static NTSTATUS give(const struct answer *answer, const void *data, SIZE_T size)
{
    *answer->Size = (ULONG)size;
    if (answer->Room < size || (!answer->Buffer && size))
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(answer->Buffer, data, size);
    return STATUS_SUCCESS;
}

static NTSTATUS give_number(const struct answer *answer, ULONG number)
{
    return give(answer, &number, sizeof(number));
}

static NTSTATUS give_string(const struct answer *answer, PCWSTR string)
{
    return string ? give(answer, string, pip_string_size(string)) : STATUS_OBJECT_NAME_NOT_FOUND;
}

static NTSTATUS give_list(const struct answer *answer, PCWSTR list)
{
    return list ? give(answer, list, pip_list_size(list)) : STATUS_OBJECT_NAME_NOT_FOUND;
}

static NTSTATUS give_resources(const struct answer *answer, const CM_RESOURCE_LIST *list)
{
    if (!list || list->Count == 0)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    SIZE_T size = FIELD_OFFSET(CM_RESOURCE_LIST, List[0].PartialResourceList.PartialDescriptors) +
                  list->List[0].PartialResourceList.Count * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
    return give(answer, list, size);
}

/* The part of the device ID before its backslash. */
static NTSTATUS give_enumerator(const struct answer *answer, PCWSTR id)
{
    WCHAR name[64];
    ULONG units = 0;
    while (id[units] && id[units] != L'\\' && units < RTL_NUMBER_OF(name) - 1) {
        name[units] = id[units];
        units++;
    }
    name[units] = 0;
    return give_string(answer, name);
}

static NTSTATUS give_object_name(const struct answer *answer, PDEVICE_OBJECT pdo)
{
    WCHAR buffer[128];
    UNICODE_STRING name = {0, sizeof(buffer) - sizeof(WCHAR), buffer};
    NTSTATUS status = iop_device_name(pdo, &name);
    if (!NT_SUCCESS(status))
        return status;
    buffer[name.Length / sizeof(WCHAR)] = 0;
    return give_string(answer, buffer);
}

/* What an INF file says elsewhere. The device's own key may say it here; else it is of the class Unknown. */
static NTSTATUS give_from_key(const struct answer *answer, PDEVICE_OBJECT pdo, PCWSTR value, PCWSTR otherwise)
{
    enum { ROOM = 512 };
    UCHAR buffer[sizeof(KEY_VALUE_PARTIAL_INFORMATION) + ROOM];
    PKEY_VALUE_PARTIAL_INFORMATION information = (PKEY_VALUE_PARTIAL_INFORMATION)buffer;
    UNICODE_STRING name;
    HANDLE key;
    ULONG length;
    NTSTATUS status = pip_open_instance_key(pip_node_of(pdo), KEY_QUERY_VALUE, &key);
    if (!NT_SUCCESS(status))
        return status;
    RtlInitUnicodeString(&name, value);
    status = ZwQueryValueKey(key, &name, KeyValuePartialInformation, information, sizeof(buffer), &length);
    ZwClose(key);
    if (NT_SUCCESS(status))
        return give(answer, information->Data, information->DataLength);
    return give_string(answer, otherwise);
}

static NTSTATUS give_bus(const struct answer *answer, const struct pip_node *node, DEVICE_REGISTRY_PROPERTY property)
{
    if (!node->HasBus)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (property == DevicePropertyBusTypeGuid)
        return give(answer, &node->Bus.BusTypeGuid, sizeof(node->Bus.BusTypeGuid));
    return give_number(answer,
                       property == DevicePropertyBusNumber ? node->Bus.BusNumber : (ULONG)node->Bus.LegacyBusType);
}

NTSTATUS IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject, DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength,
                             PVOID PropertyBuffer, PULONG ResultLength)
{
    const struct answer answer = {PropertyBuffer, BufferLength, ResultLength};
    struct pip_node *node = pip_node_of(DeviceObject);
    *ResultLength = 0;
    if (!node)
        return STATUS_INVALID_DEVICE_REQUEST;
    switch ((ULONG)DeviceProperty & ~(ULONG)0x20000000 /* integrity of the value: all of them are trusted */) {
    case DevicePropertyDeviceDescription:
        return give_from_key(&answer, DeviceObject, L"DeviceDesc", node->Description);
    case DevicePropertyHardwareID:
        return give_list(&answer, node->HardwareIds);
    case DevicePropertyCompatibleIDs:
        return give_list(&answer, node->CompatibleIds);
    case DevicePropertyBootConfiguration:
    case DevicePropertyBootConfigurationTranslated:
        return give_resources(&answer, node->BootResources);
    case DevicePropertyAllocatedResources:
        return give_resources(&answer, node->Resources);
    case DevicePropertyResourceRequirements:
        return node->Requirements ? give(&answer, node->Requirements, node->Requirements->ListSize)
                                  : STATUS_OBJECT_NAME_NOT_FOUND;
    case DevicePropertyClassName:
        return give_from_key(&answer, DeviceObject, L"Class", L"Unknown");
    case DevicePropertyClassGuid:
        return give_from_key(&answer, DeviceObject, L"ClassGUID", PIP_CLASS_UNKNOWN);
    case DevicePropertyManufacturer:
        return give_from_key(&answer, DeviceObject, L"Mfg", NULL);
    case DevicePropertyFriendlyName:
        return give_from_key(&answer, DeviceObject, L"FriendlyName", NULL);
    case DevicePropertyDriverKeyName:
        return pip_name_driver_key(node) ? give_string(&answer, node->DriverKey) : STATUS_INSUFFICIENT_RESOURCES;
    case DevicePropertyLocationInformation:
        return give_string(&answer, node->Location);
    case DevicePropertyPhysicalDeviceObjectName:
        return give_object_name(&answer, DeviceObject);
    case DevicePropertyBusTypeGuid:
    case DevicePropertyLegacyBusType:
    case DevicePropertyBusNumber:
        return give_bus(&answer, node, DeviceProperty);
    case DevicePropertyEnumeratorName:
        return give_enumerator(&answer, node->DeviceId);
    case DevicePropertyAddress:
        return give_number(&answer, node->Capabilities.Address);
    case DevicePropertyUINumber:
        return give_number(&answer, node->Capabilities.UINumber);
    case DevicePropertyInstallState:
        return give_number(&answer, InstallStateInstalled);
    case DevicePropertyRemovalPolicy:
        return give_number(&answer, node->Capabilities.SurpriseRemovalOK ? RemovalPolicyExpectSurpriseRemoval
                                    : node->Capabilities.Removable       ? RemovalPolicyExpectOrderlyRemoval
                                                                         : RemovalPolicyExpectNoRemoval);
    case DevicePropertyContainerID:
        return give_string(&answer, node->ContainerId);
    default:
        return STATUS_INVALID_PARAMETER_2;
    }
}
