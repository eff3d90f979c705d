/* Device interfaces: named by class and device, opened through a symbolic link that is there while they are enabled. */
#include "ntsim/pnp/pip.h"

struct interface {
    LIST_ENTRY Entry;
    GUID Class;
    PDEVICE_OBJECT Pdo;
    BOOLEAN Enabled;
    vf_stack EnabledAt;
    UNICODE_STRING Link; /* \??\Root#Echo#0000#{class}, with \reference where there is one; in pool */
    USHORT ReferenceAt;  /* bytes of Link before \reference */
    LIST_ENTRY Properties;
};

static LIST_ENTRY interfaces = {&interfaces, &interfaces};

static PWSTR put(PWSTR at, PCWSTR text, BOOLEAN device_part)
{
    for (; *text; text++)
        *at++ = device_part && *text == L'\\' ? L'#' : *text;
    return at;
}

static PWSTR put_hex(PWSTR at, ULONG value, int digits)
{
    while (digits-- > 0)
        *at++ = L"0123456789abcdef"[value >> (4 * digits) & 15];
    return at;
}

static PWSTR put_guid(PWSTR at, const GUID *guid)
{
    *at++ = L'{';
    at = put_hex(at, guid->Data1, 8);
    *at++ = L'-';
    at = put_hex(at, guid->Data2, 4);
    *at++ = L'-';
    at = put_hex(at, guid->Data3, 4);
    *at++ = L'-';
    for (int i = 0; i < 8; i++) {
        if (i == 2)
            *at++ = L'-';
        at = put_hex(at, guid->Data4[i], 2);
    }
    *at++ = L'}';
    return at;
}

static struct interface *find(const GUID *class, PDEVICE_OBJECT pdo, PCUNICODE_STRING reference)
{
    for (LIST_ENTRY *entry = interfaces.Flink; entry != &interfaces; entry = entry->Flink) {
        struct interface *interface = CONTAINING_RECORD(entry, struct interface, Entry);
        USHORT skip = interface->ReferenceAt + sizeof(WCHAR);
        UNICODE_STRING own = {0};
        if (interface->Link.Length > interface->ReferenceAt)
            own = (UNICODE_STRING){interface->Link.Length - skip, interface->Link.Length - skip,
                                   interface->Link.Buffer + skip / sizeof(WCHAR)};
        if (interface->Pdo == pdo && IsEqualGUID(&interface->Class, class) &&
            (reference ? RtlEqualUnicodeString(&own, reference, TRUE) : own.Length == 0))
            return interface;
    }
    return NULL;
}

static struct interface *by_link(PCUNICODE_STRING link)
{
    for (LIST_ENTRY *entry = interfaces.Flink; entry != &interfaces; entry = entry->Flink) {
        struct interface *interface = CONTAINING_RECORD(entry, struct interface, Entry);
        if (RtlEqualUnicodeString(&interface->Link, link, TRUE))
            return interface;
    }
    return NULL;
}

static NTSTATUS copy(UNICODE_STRING *to, PCUNICODE_STRING from)
{
    to->Buffer = ExAllocatePool2(POOL_FLAG_PAGED, from->Length + sizeof(WCHAR), PIP_TAG);
    if (!to->Buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    to->Length = from->Length;
    to->MaximumLength = from->Length + sizeof(WCHAR);
    RtlCopyMemory(to->Buffer, from->Buffer, from->Length);
    return STATUS_SUCCESS;
}

static SIZE_T units_of(PCWSTR text)
{
    SIZE_T units = 0;
    while (text[units])
        units++;
    return units;
}

static struct interface *make(PDEVICE_OBJECT pdo, const struct pip_node *node, const GUID *class,
                              PCUNICODE_STRING reference)
{
    enum { PREFIX_AND_GUID = 4 + 2 + 38 };
    SIZE_T units = PREFIX_AND_GUID + units_of(node->DeviceId) + units_of(node->InstanceId) + 2;
    if (reference)
        units += reference->Length / sizeof(WCHAR);
    struct interface *interface = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*interface) + units * sizeof(WCHAR), PIP_TAG);
    if (!interface)
        return NULL;
    interface->Class = *class;
    interface->Pdo = pdo;
    InitializeListHead(&interface->Properties);
    interface->Link.Buffer = (PWSTR)(interface + 1);
    PWSTR at = put(interface->Link.Buffer, L"\\??\\", FALSE);
    at = put(at, node->DeviceId, TRUE);
    *at++ = L'#';
    at = put(at, node->InstanceId, TRUE);
    *at++ = L'#';
    at = put_guid(at, class);
    interface->ReferenceAt = (USHORT)((PUCHAR)at - (PUCHAR)interface->Link.Buffer);
    if (reference && reference->Length) {
        *at++ = L'\\';
        RtlCopyMemory(at, reference->Buffer, reference->Length);
        at += reference->Length / sizeof(WCHAR);
    }
    interface->Link.Length = interface->Link.MaximumLength = (USHORT)((PUCHAR)at - (PUCHAR)interface->Link.Buffer);
    InsertTailList(&interfaces, &interface->Entry);
    return interface;
}

NTSTATUS IoRegisterDeviceInterface(PDEVICE_OBJECT PhysicalDeviceObject, const GUID *InterfaceClassGuid,
                                   PUNICODE_STRING ReferenceString, PUNICODE_STRING SymbolicLinkName)
{
    const struct pip_node *node = pip_node_of(PhysicalDeviceObject);
    if (!node || !node->DeviceId)
        return STATUS_INVALID_DEVICE_REQUEST;
    for (USHORT i = 0; ReferenceString && i < ReferenceString->Length / sizeof(WCHAR); i++)
        if (ReferenceString->Buffer[i] == L'\\' || ReferenceString->Buffer[i] == L'/')
            return STATUS_INVALID_DEVICE_REQUEST;
    struct interface *interface = find(InterfaceClassGuid, PhysicalDeviceObject, ReferenceString);
    if (!interface)
        interface = make(PhysicalDeviceObject, node, InterfaceClassGuid, ReferenceString);
    return interface ? copy(SymbolicLinkName, &interface->Link) : STATUS_INSUFFICIENT_RESOURCES;
}

/* Another reference string of the same device is enabled: the link stays. */
static BOOLEAN is_shared(const struct interface *interface)
{
    for (LIST_ENTRY *entry = interfaces.Flink; entry != &interfaces; entry = entry->Flink) {
        const struct interface *other = CONTAINING_RECORD(entry, struct interface, Entry);
        if (other != interface && other->Enabled && other->Pdo == interface->Pdo &&
            IsEqualGUID(&other->Class, &interface->Class))
            return TRUE;
    }
    return FALSE;
}

/* The link has no reference string: what follows it reaches the device as the file's name. */
NTSTATUS IoSetDeviceInterfaceState(PUNICODE_STRING SymbolicLinkName, BOOLEAN Enable)
{
    struct interface *interface = by_link(SymbolicLinkName);
    if (!interface)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (interface->Enabled == Enable)
        return Enable ? STATUS_OBJECT_NAME_EXISTS : STATUS_OBJECT_NAME_NOT_FOUND;
    UNICODE_STRING link = interface->Link;
    link.Length = interface->ReferenceAt;
    if (!Enable) {
        interface->Enabled = FALSE;
        pip_notify_interface(&interface->Class, &interface->Link, FALSE);
        return is_shared(interface) ? STATUS_SUCCESS : IoDeleteSymbolicLink(&link);
    }
    WCHAR buffer[64];
    UNICODE_STRING device = {0, sizeof(buffer), buffer};
    NTSTATUS status = iop_device_name(interface->Pdo, &device);
    if (NT_SUCCESS(status))
        status = IoCreateSymbolicLink(&link, &device);
    if (status == STATUS_OBJECT_NAME_COLLISION) /* another reference string of the same device */
        status = STATUS_SUCCESS;
    interface->Enabled = NT_SUCCESS(status);
    interface->EnabledAt = vf_here();
    if (interface->Enabled)
        pip_notify_interface(&interface->Class, &interface->Link, TRUE);
    return status;
}

NTSTATUS IoGetDeviceInterfaces(const GUID *InterfaceClassGuid, PDEVICE_OBJECT PhysicalDeviceObject, ULONG Flags,
                               PZZWSTR *SymbolicLinkList)
{
    SIZE_T size = sizeof(WCHAR);
    PWSTR at = NULL;
    *SymbolicLinkList = NULL;
    for (int writing = 0; writing < 2; writing++) {
        for (LIST_ENTRY *entry = interfaces.Flink; entry != &interfaces; entry = entry->Flink) {
            const struct interface *interface = CONTAINING_RECORD(entry, struct interface, Entry);
            if (!IsEqualGUID(&interface->Class, InterfaceClassGuid) ||
                (PhysicalDeviceObject && interface->Pdo != PhysicalDeviceObject) ||
                (!interface->Enabled && !(Flags & DEVICE_INTERFACE_INCLUDE_NONACTIVE)))
                continue;
            if (writing) {
                RtlCopyMemory(at, interface->Link.Buffer, interface->Link.Length);
                at += interface->Link.Length / sizeof(WCHAR) + 1;
            }
            size += interface->Link.Length + sizeof(WCHAR);
        }
        if (!writing) {
            at = ExAllocatePool2(POOL_FLAG_PAGED, size, PIP_TAG);
            if (!at)
                return STATUS_INSUFFICIENT_RESOURCES;
            *SymbolicLinkList = at;
        }
    }
    return STATUS_SUCCESS;
}

/* The device is gone: so are its interfaces. */
void pip_forget_interfaces(PDEVICE_OBJECT pdo)
{
    for (LIST_ENTRY *entry = interfaces.Flink, *next; entry != &interfaces; entry = next) {
        struct interface *interface = CONTAINING_RECORD(entry, struct interface, Entry);
        next = entry->Flink;
        if (interface->Pdo != pdo)
            continue;
        if (interface->Enabled)
            IoSetDeviceInterfaceState(&interface->Link, FALSE);
        RemoveEntryList(&interface->Entry);
        pip_forget_properties(&interface->Properties);
        ExFreePoolWithTag(interface, PIP_TAG);
    }
}

/* Whether the driver of the stack's top has called there: others know nothing of those above who failed. */
static BOOLEAN is_of_top(vf_stack stack, PDEVICE_OBJECT pdo)
{
    const DRIVER_OBJECT *driver = iop_top_of(pdo)->DriverObject;
    const ULONG64 *frames;
    const ULONG count = vf_frames(stack, &frames);
    for (ULONG i = 0; i < count; i++)
        if (frames[i] - (ULONG64)driver->DriverStart < driver->DriverSize)
            return TRUE;
    return FALSE;
}

void pip_find_enabled(PDEVICE_OBJECT pdo)
{
    for (LIST_ENTRY *entry = interfaces.Flink; entry != &interfaces; entry = entry->Flink) {
        const struct interface *interface = CONTAINING_RECORD(entry, struct interface, Entry);
        if (interface->Pdo == pdo && interface->Enabled && is_of_top(interface->EnabledAt, pdo))
            vf_find("VRF0803", interface->EnabledAt, NULL, 0,
                    "the device does not start, and its interface, which is enabled here, stays so");
    }
}

__declspec(dllexport) bool SimFindInterface(const void *class, uint32_t index, sim_char16 *name, uint32_t units)
{
    for (LIST_ENTRY *entry = interfaces.Flink; entry != &interfaces; entry = entry->Flink) {
        const struct interface *interface = CONTAINING_RECORD(entry, struct interface, Entry);
        if (!interface->Enabled || !IsEqualGUID(&interface->Class, (const GUID *)class) || index-- > 0)
            continue;
        if (interface->Link.Length / sizeof(WCHAR) >= units)
            return false;
        RtlCopyMemory(name, interface->Link.Buffer, interface->Link.Length);
        name[interface->Link.Length / sizeof(WCHAR)] = 0;
        return true;
    }
    return false;
}

void pip_visit_interfaces(const GUID *class, void (*visit)(PCUNICODE_STRING link, PVOID context), PVOID context)
{
    for (LIST_ENTRY *entry = interfaces.Flink, *next; entry != &interfaces; entry = next) {
        const struct interface *interface = CONTAINING_RECORD(entry, struct interface, Entry);
        next = entry->Flink;
        if (interface->Enabled && IsEqualGUID(&interface->Class, class))
            visit(&interface->Link, context);
    }
}

NTSTATUS IoSetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName, const DEVPROPKEY *PropertyKey, LCID Lcid,
                                          ULONG Flags, DEVPROPTYPE Type, ULONG Size, PVOID Data)
{
    struct interface *interface = by_link(SymbolicLinkName);
    return interface ? pip_set_property(&interface->Properties, PropertyKey, Lcid, Type, Size, Data)
                     : STATUS_OBJECT_NAME_NOT_FOUND;
}

NTSTATUS IoGetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName, const DEVPROPKEY *PropertyKey, LCID Lcid,
                                          ULONG Flags, ULONG Size, PVOID Data, PULONG RequiredSize, PDEVPROPTYPE Type)
{
    const struct interface *interface = by_link(SymbolicLinkName);
    *RequiredSize = 0;
    return interface ? pip_get_property(&interface->Properties, PropertyKey, Lcid, Size, Data, RequiredSize, Type)
                     : STATUS_OBJECT_NAME_NOT_FOUND;
}

NTSTATUS IoOpenDeviceInterfaceRegistryKey(PUNICODE_STRING SymbolicLinkName, ACCESS_MASK DesiredAccess,
                                          PHANDLE DeviceInterfaceRegKey)
{
    enum { GUID_UNITS = 38 };
    const struct interface *interface = by_link(SymbolicLinkName);
    if (!interface)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    UNICODE_STRING class = {GUID_UNITS * sizeof(WCHAR), GUID_UNITS * sizeof(WCHAR),
                            interface->Link.Buffer + interface->ReferenceAt / sizeof(WCHAR) - GUID_UNITS};
    return pip_open_interface_key(&interface->Link, &class, DesiredAccess, DeviceInterfaceRegKey);
}

/* The interface of another class that the same device has, with the same reference string or, like this one, none. */
NTSTATUS IoGetDeviceInterfaceAlias(PUNICODE_STRING SymbolicLinkName, const GUID *AliasInterfaceClassGuid,
                                   PUNICODE_STRING AliasSymbolicLinkName)
{
    const struct interface *interface = by_link(SymbolicLinkName);
    UNICODE_STRING reference = {0};
    if (!interface)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (interface->Link.Length > interface->ReferenceAt) {
        reference.Length = reference.MaximumLength = interface->Link.Length - interface->ReferenceAt - sizeof(WCHAR);
        reference.Buffer = interface->Link.Buffer + interface->ReferenceAt / sizeof(WCHAR) + 1;
    }
    const struct interface *alias = find(AliasInterfaceClassGuid, interface->Pdo, reference.Length ? &reference : NULL);
    return alias ? copy(AliasSymbolicLinkName, &alias->Link) : STATUS_OBJECT_NAME_NOT_FOUND;
}
