/* The registry of advapi32.dll. */
#include "ntsim/user/win32/win32.h"

/* The predefined keys are handles of their own. */
static PCWSTR path_of(HANDLE key)
{
    enum { CLASSES_ROOT = 0x80000000, CURRENT_USER, LOCAL_MACHINE, USERS };
    switch ((ULONG)(ULONG_PTR)key) {
    case CLASSES_ROOT:
        return L"\\Registry\\Machine\\Software\\Classes";
    case CURRENT_USER:
        return L"\\Registry\\User\\.Default";
    case LOCAL_MACHINE:
        return L"\\Registry\\Machine";
    case USERS:
        return L"\\Registry\\User";
    default:
        return NULL;
    }
}

/* A path below a predefined key is made absolute; `path` is the caller's to free where it has a buffer. */
static NTSTATUS resolve(HANDLE *key, PCWSTR sub_key, PUNICODE_STRING path)
{
    const PCWSTR root = path_of(*key);
    UNICODE_STRING below;
    RtlInitUnicodeString(&below, sub_key);
    const SIZE_T size = (root ? wcslen(root) * sizeof(WCHAR) + sizeof(WCHAR) : 0) + below.Length;
    *path = (UNICODE_STRING){0};
    if (size > MAXUSHORT)
        return STATUS_INVALID_PARAMETER;
    path->Buffer = ExAllocatePool2(POOL_FLAG_PAGED, size + sizeof(WCHAR), TAG);
    if (!path->Buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    path->MaximumLength = (USHORT)(size + sizeof(WCHAR));
    if (root) {
        RtlAppendUnicodeToString(path, root);
        if (below.Length > 0)
            RtlAppendUnicodeToString(path, L"\\");
        *key = NULL;
    }
    return RtlAppendUnicodeStringToString(path, &below);
}

/* With all keys on the way to it. */
static NTSTATUS create_path(POBJECT_ATTRIBUTES attributes, ULONG access, PULONG disposition, HANDLE *result)
{
    NTSTATUS status = ZwCreateKey(result, access, attributes, 0, NULL, 0, disposition);
    const UNICODE_STRING whole = *attributes->ObjectName;
    for (USHORT i = 1; status == STATUS_OBJECT_NAME_NOT_FOUND && i < whole.Length / sizeof(WCHAR); i++) {
        HANDLE above;
        if (whole.Buffer[i] != L'\\')
            continue;
        attributes->ObjectName->Length = (USHORT)(i * sizeof(WCHAR));
        if (NT_SUCCESS(ZwCreateKey(&above, KEY_READ | KEY_CREATE_SUB_KEY, attributes, 0, NULL, 0, NULL)))
            ZwClose(above);
        attributes->ObjectName->Length = whole.Length;
    }
    return status == STATUS_OBJECT_NAME_NOT_FOUND ? ZwCreateKey(result, access, attributes, 0, NULL, 0, disposition)
                                                  : status;
}

static ULONG open(HANDLE key, PCWSTR sub_key, ULONG access, BOOLEAN create, PULONG disposition, HANDLE *result)
{
    UNICODE_STRING path;
    OBJECT_ATTRIBUTES attributes;
    NTSTATUS status = resolve(&key, sub_key, &path);
    if (NT_SUCCESS(status)) {
        InitializeObjectAttributes(&attributes, &path, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, key, NULL);
        status =
            create ? create_path(&attributes, access, disposition, result) : ZwOpenKey(result, access, &attributes);
    }
    if (path.Buffer)
        ExFreePoolWithTag(path.Buffer, TAG);
    return win32_error(status);
}

EXPORT ULONG RegOpenKeyExW(HANDLE key, PCWSTR sub_key, ULONG options, ULONG access, HANDLE *result)
{
    return open(key, sub_key, access, FALSE, NULL, result);
}

EXPORT ULONG RegCreateKeyExW(HANDLE key, PCWSTR sub_key, ULONG reserved, PWSTR class, ULONG options, ULONG access,
                             PVOID security, HANDLE *result, PULONG disposition)
{
    return open(key, sub_key, access, TRUE, disposition, result);
}

EXPORT ULONG RegCloseKey(HANDLE key)
{
    return path_of(key) ? 0 : win32_error(ZwClose(key));
}

EXPORT ULONG RegSetValueExW(HANDLE key, PCWSTR name, ULONG reserved, ULONG type, const void *data, ULONG size)
{
    UNICODE_STRING value;
    RtlInitUnicodeString(&value, name);
    return win32_error(ZwSetValueKey(key, &value, 0, type, (PVOID)data, size));
}

EXPORT ULONG RegDeleteValueW(HANDLE key, PCWSTR name)
{
    UNICODE_STRING value;
    RtlInitUnicodeString(&value, name);
    return win32_error(ZwDeleteValueKey(key, &value));
}

/* `size`: of the room, and then of the data. */
EXPORT ULONG RegQueryValueExW(HANDLE key, PCWSTR name, PULONG reserved, PULONG type, PVOID data, PULONG size)
{
    const ULONG header = FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data);
    UNICODE_STRING value;
    ULONG length = 0;
    if (data && !size)
        return ERROR_INVALID_PARAMETER_;
    RtlInitUnicodeString(&value, name);
    NTSTATUS status = ZwQueryValueKey(key, &value, KeyValuePartialInformation, NULL, 0, &length);
    if (status != STATUS_BUFFER_TOO_SMALL && status != STATUS_BUFFER_OVERFLOW)
        return win32_error(status);
    PKEY_VALUE_PARTIAL_INFORMATION information = ExAllocatePool2(POOL_FLAG_PAGED, length, TAG);
    if (!information)
        return ERROR_NOT_ENOUGH_MEMORY_;
    status = ZwQueryValueKey(key, &value, KeyValuePartialInformation, information, length, &length);
    ULONG error = win32_error(status);
    if (NT_SUCCESS(status)) {
        const ULONG room = size ? *size : 0, needed = length - header;
        if (type)
            *type = information->Type;
        if (data && room < needed)
            error = ERROR_MORE_DATA_;
        else if (data)
            RtlCopyMemory(data, information->Data, needed);
        if (size)
            *size = needed;
    }
    ExFreePoolWithTag(information, TAG);
    return error;
}
