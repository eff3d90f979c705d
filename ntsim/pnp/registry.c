/* The registry keys of devices, drivers and device interfaces. They are made when they are first opened. */
#include "ntsim/cm/cmp.h"
#include "ntsim/pnp/pip.h"

#define CONTROL_SET L"\\Registry\\Machine\\System\\CurrentControlSet\\"

enum { LONGEST_PATH = 1024 };

/* The pieces one after another, the last NULL. */
static NTSTATUS open(PHANDLE handle, ACCESS_MASK access, PCWSTR const *pieces)
{
    UNICODE_STRING path = {0, LONGEST_PATH * sizeof(WCHAR), NULL};
    struct cm_create create = {.WholePath = TRUE};
    const struct ob_open parameters = {
        .Type = &cm_key_type, .DesiredAccess = access, .Mode = KernelMode, .Context = &create};
    PVOID key;
    path.Buffer = ExAllocatePool2(POOL_FLAG_PAGED, path.MaximumLength, PIP_TAG);
    if (!path.Buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS status = STATUS_SUCCESS;
    for (; *pieces && NT_SUCCESS(status); pieces++)
        status = RtlAppendUnicodeToString(&path, *pieces);
    if (NT_SUCCESS(status))
        status = ob_open_by_name(NULL, &path, &parameters, &key);
    if (NT_SUCCESS(status)) {
        status = ob_create_handle(key, access, OBJ_KERNEL_HANDLE, handle);
        ObDereferenceObject(key);
    }
    ExFreePoolWithTag(path.Buffer, PIP_TAG);
    return status;
}

NTSTATUS pip_open_instance_key(const struct pip_node *node, ACCESS_MASK access, PHANDLE key)
{
    PCWSTR pieces[] = {CONTROL_SET L"Enum\\", node->DeviceId, L"\\", node->InstanceId, NULL};
    return open(key, access, pieces);
}

BOOLEAN pip_name_driver_key(struct pip_node *node)
{
    static ULONG count;
    static const WCHAR form[] = PIP_CLASS_UNKNOWN L"\\0000";
    if (node->DriverKey)
        return TRUE;
    node->DriverKey = pip_copy(form, sizeof(form));
    if (!node->DriverKey)
        return FALSE;
    ULONG number = count++;
    for (SIZE_T digit = RTL_NUMBER_OF(form) - 2, i = 0; i < 4; i++, digit--, number /= 10)
        node->DriverKey[digit] = (WCHAR)(L'0' + number % 10);
    return TRUE;
}

NTSTATUS IoOpenDeviceRegistryKey(PDEVICE_OBJECT DeviceObject, ULONG DevInstKeyType, ACCESS_MASK DesiredAccess,
                                 PHANDLE DeviceRegKey)
{
    struct pip_node *node = DeviceObject ? pip_node_of(DeviceObject) : NULL;
    ULONG kind = DevInstKeyType & (PLUGPLAY_REGKEY_DEVICE | PLUGPLAY_REGKEY_DRIVER);
    if (!node || !node->DeviceId)
        return STATUS_INVALID_PARAMETER;
    if (kind == PLUGPLAY_REGKEY_DEVICE) {
        PCWSTR pieces[] = {CONTROL_SET L"Enum\\", node->DeviceId,         L"\\",
                           node->InstanceId,      L"\\Device Parameters", NULL};
        return open(DeviceRegKey, DesiredAccess, pieces);
    }
    if (kind != PLUGPLAY_REGKEY_DRIVER)
        return STATUS_INVALID_PARAMETER;
    if (!pip_name_driver_key(node))
        return STATUS_INSUFFICIENT_RESOURCES;
    PCWSTR pieces[] = {CONTROL_SET L"Control\\Class\\", node->DriverKey, NULL};
    return open(DeviceRegKey, DesiredAccess, pieces);
}

NTSTATUS IoOpenDriverRegistryKey(PDRIVER_OBJECT DriverObject, DRIVER_REGKEY_TYPE RegKeyType, ACCESS_MASK DesiredAccess,
                                 ULONG Flags, PHANDLE DriverRegKey)
{
    static PCWSTR const keys[] = {
        [DriverRegKeyParameters] = L"\\Parameters",
        [DriverRegKeyPersistentState] = L"\\State",
        [DriverRegKeySharedPersistentState] = L"\\SharedState",
    };
    if ((ULONG)RegKeyType >= RTL_NUMBER_OF(keys) || Flags)
        return STATUS_INVALID_PARAMETER;
    PCWSTR pieces[] = {CONTROL_SET L"Services\\", DriverObject->DriverExtension->ServiceKeyName.Buffer,
                       keys[RegKeyType], NULL};
    return open(DriverRegKey, DesiredAccess, pieces);
}

/* `link`: \??\device#instance#{class}, with \reference where there is one; in the registry ##?#... below its class,
 * with \#reference. */
NTSTATUS pip_open_interface_key(PCUNICODE_STRING link, PCUNICODE_STRING class, ACCESS_MASK access, PHANDLE key)
{
    enum { LONGEST = 512 };
    if (link->Length >= (LONGEST - 2) * sizeof(WCHAR))
        return STATUS_NAME_TOO_LONG;
    PWSTR text = ExAllocatePool2(POOL_FLAG_PAGED, 2 * LONGEST * sizeof(WCHAR), PIP_TAG);
    if (!text)
        return STATUS_INSUFFICIENT_RESOURCES;
    PWSTR name = text + LONGEST;
    RtlCopyMemory(text, class->Buffer, class->Length);
    ULONG units = link->Length / sizeof(WCHAR), at = 3;
    RtlCopyMemory(name, L"##?", 3 * sizeof(WCHAR)); /* for \??, and # for the next backslash; a third one stays */
    for (ULONG i = 3; i < units; i++) {
        if (link->Buffer[i] == L'\\' && i > 3)
            name[at++] = L'\\';
        name[at++] = link->Buffer[i] == L'\\' ? L'#' : link->Buffer[i];
    }
    PCWSTR pieces[] = {CONTROL_SET L"Control\\DeviceClasses\\", text, L"\\", name, L"\\Device Parameters", NULL};
    NTSTATUS status = open(key, access, pieces);
    ExFreePoolWithTag(text, PIP_TAG);
    return status;
}
