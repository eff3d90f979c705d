/* Device properties of the unified model, of devices and of device interfaces: what drivers set, they can get. */
#include "ntsim/pnp/pip.h"

#include <initguid.h>

#include <devpropdef.h>

#include <devpkey.h>

struct pip_property {
    LIST_ENTRY Entry;
    DEVPROPKEY Key;
    LCID Locale;
    DEVPROPTYPE Type;
    ULONG Size;
    UCHAR Data[];
};

static struct pip_property *find(const LIST_ENTRY *list, const DEVPROPKEY *key, LCID locale)
{
    for (LIST_ENTRY *entry = list->Flink; entry != list; entry = entry->Flink) {
        struct pip_property *property = CONTAINING_RECORD(entry, struct pip_property, Entry);
        if (IsEqualDevPropKey(property->Key, *key) && property->Locale == locale)
            return property;
    }
    return NULL;
}

static void drop(struct pip_property *property)
{
    RemoveEntryList(&property->Entry);
    ExFreePoolWithTag(property, PIP_TAG);
}

void pip_forget_properties(LIST_ENTRY *list)
{
    while (!IsListEmpty(list))
        drop(CONTAINING_RECORD(list->Flink, struct pip_property, Entry));
}

NTSTATUS pip_set_property(LIST_ENTRY *list, const DEVPROPKEY *key, LCID locale, DEVPROPTYPE type, ULONG size,
                          const void *data)
{
    struct pip_property *old = find(list, key, locale), *property;
    if (!data) {
        if (old)
            drop(old);
        return old ? STATUS_SUCCESS : STATUS_OBJECT_NAME_NOT_FOUND;
    }
    property = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*property) + size, PIP_TAG);
    if (!property)
        return STATUS_INSUFFICIENT_RESOURCES;
    property->Key = *key;
    property->Locale = locale;
    property->Type = type;
    property->Size = size;
    RtlCopyMemory(property->Data, data, size);
    if (old)
        drop(old);
    InsertTailList(list, &property->Entry);
    return STATUS_SUCCESS;
}

NTSTATUS pip_get_property(const LIST_ENTRY *list, const DEVPROPKEY *key, LCID locale, ULONG room, PVOID data,
                          PULONG size, PDEVPROPTYPE type)
{
    const struct pip_property *property = find(list, key, locale);
    *size = 0;
    if (!property)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    *size = property->Size;
    *type = property->Type;
    if (room < property->Size)
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(data, property->Data, property->Size);
    return STATUS_SUCCESS;
}

NTSTATUS IoSetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags,
                                 DEVPROPTYPE Type, ULONG Size, PVOID Data)
{
    struct pip_node *node = pip_check_pdo(Pdo);
    return pip_set_property(&node->Properties, PropertyKey, Lcid, Type, Size, Data);
}

/* Those that IoGetDeviceProperty has, too. */
static const struct {
    const DEVPROPKEY *Key;
    DEVICE_REGISTRY_PROPERTY Property;
    DEVPROPTYPE Type;
} known[] = {
    {&DEVPKEY_Device_DeviceDesc, DevicePropertyDeviceDescription, DEVPROP_TYPE_STRING},
    {&DEVPKEY_Device_HardwareIds, DevicePropertyHardwareID, DEVPROP_TYPE_STRING_LIST},
    {&DEVPKEY_Device_CompatibleIds, DevicePropertyCompatibleIDs, DEVPROP_TYPE_STRING_LIST},
    {&DEVPKEY_Device_FriendlyName, DevicePropertyFriendlyName, DEVPROP_TYPE_STRING},
    {&DEVPKEY_Device_LocationInfo, DevicePropertyLocationInformation, DEVPROP_TYPE_STRING},
    {&DEVPKEY_Device_PDOName, DevicePropertyPhysicalDeviceObjectName, DEVPROP_TYPE_STRING},
    {&DEVPKEY_Device_BusNumber, DevicePropertyBusNumber, DEVPROP_TYPE_UINT32},
    {&DEVPKEY_Device_EnumeratorName, DevicePropertyEnumeratorName, DEVPROP_TYPE_STRING},
    {&DEVPKEY_Device_Address, DevicePropertyAddress, DEVPROP_TYPE_UINT32},
};

/* Enumerator\Device\Instance */
static NTSTATUS get_instance_id(const struct pip_node *node, ULONG room, PVOID data, PULONG size)
{
    SIZE_T device = pip_string_size(node->DeviceId), instance = pip_string_size(node->InstanceId);
    *size = (ULONG)(device + instance);
    if (room < *size)
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(data, node->DeviceId, device);
    ((PWSTR)data)[device / sizeof(WCHAR) - 1] = L'\\';
    RtlCopyMemory((PUCHAR)data + device, node->InstanceId, instance);
    return STATUS_SUCCESS;
}

NTSTATUS IoGetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags, ULONG Size,
                                 PVOID Data, PULONG RequiredSize, PDEVPROPTYPE Type)
{
    struct pip_node *node = pip_check_pdo(Pdo);
    NTSTATUS status = pip_get_property(&node->Properties, PropertyKey, Lcid, Size, Data, RequiredSize, Type);
    if (status != STATUS_OBJECT_NAME_NOT_FOUND)
        return status;
    if (IsEqualDevPropKey(*PropertyKey, DEVPKEY_Device_InstanceId)) {
        *Type = DEVPROP_TYPE_STRING;
        return get_instance_id(node, Size, Data, RequiredSize);
    }
    for (ULONG i = 0; i < RTL_NUMBER_OF(known); i++)
        if (IsEqualDevPropKey(*known[i].Key, *PropertyKey)) {
            *Type = known[i].Type;
            return IoGetDeviceProperty(Pdo, known[i].Property, Size, Data, RequiredSize);
        }
    return status;
}
