/* Rtl's functions for the registry. */
#include "ntsim/cm/cmp.h"

#include "ntsim/rtl/rtlp.h"

#include <string.h>

/* Where the paths of a RelativeTo begin. */
static const PCWSTR places[RTL_REGISTRY_MAXIMUM] = {
    [RTL_REGISTRY_ABSOLUTE] = L"",
    [RTL_REGISTRY_SERVICES] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\",
    [RTL_REGISTRY_CONTROL] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Control\\",
    [RTL_REGISTRY_WINDOWS_NT] = L"\\Registry\\Machine\\Software\\Microsoft\\Windows NT\\CurrentVersion\\",
    [RTL_REGISTRY_DEVICEMAP] = L"\\Registry\\Machine\\Hardware\\DeviceMap\\",
    [RTL_REGISTRY_USER] = L"\\Registry\\User\\.Default\\",
};

/* A handle that the caller closes with close_place. */
static NTSTATUS open_place(ULONG relative_to, PCWSTR path, BOOLEAN create, PHANDLE key)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING first, second, name;
    ULONG place = relative_to & ~(RTL_REGISTRY_HANDLE | RTL_REGISTRY_OPTIONAL);
    if (relative_to & RTL_REGISTRY_HANDLE) {
        *key = (HANDLE)path;
        return STATUS_SUCCESS;
    }
    if (place >= RTL_REGISTRY_MAXIMUM)
        return STATUS_INVALID_PARAMETER;
    RtlInitUnicodeString(&first, places[place]);
    RtlInitUnicodeString(&second, path);
    NTSTATUS status = rtlp_join_strings(&name, &first, &second, CMP_TAG);
    if (!NT_SUCCESS(status))
        return status;
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, NULL, NULL);
    status = create ? ZwCreateKey(key, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, NULL)
                    : ZwOpenKey(key, KEY_ALL_ACCESS, &attributes);
    ExFreePoolWithTag(name.Buffer, CMP_TAG);
    return status;
}

static void close_place(ULONG relative_to, HANDLE key)
{
    if (!(relative_to & RTL_REGISTRY_HANDLE))
        ZwClose(key);
}

NTSTATUS RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path)
{
    HANDLE key;
    NTSTATUS status = open_place(RelativeTo, Path, FALSE, &key);
    if (NT_SUCCESS(status))
        close_place(RelativeTo, key);
    return status;
}

NTSTATUS RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path)
{
    HANDLE key;
    NTSTATUS status = open_place(RelativeTo, Path, TRUE, &key);
    if (NT_SUCCESS(status))
        close_place(RelativeTo, key);
    return status;
}

NTSTATUS RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName, ULONG ValueType, PVOID ValueData,
                               ULONG ValueLength)
{
    HANDLE key;
    UNICODE_STRING name;
    NTSTATUS status = open_place(RelativeTo, Path, TRUE, &key);
    if (!NT_SUCCESS(status))
        return status;
    RtlInitUnicodeString(&name, ValueName);
    status = ZwSetValueKey(key, &name, 0, ValueType, ValueData, ValueLength);
    close_place(RelativeTo, key);
    return status;
}

NTSTATUS RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName)
{
    HANDLE key;
    UNICODE_STRING name;
    NTSTATUS status = open_place(RelativeTo, Path, FALSE, &key);
    if (!NT_SUCCESS(status))
        return status;
    RtlInitUnicodeString(&name, ValueName);
    status = ZwDeleteValueKey(key, &name);
    close_place(RelativeTo, key);
    return status;
}

static BOOLEAN is_string(ULONG type)
{
    return type == REG_SZ || type == REG_EXPAND_SZ;
}

/* RTL_QUERY_REGISTRY_DIRECT: the value goes to where EntryContext points. */
static NTSTATUS store(const RTL_QUERY_REGISTRY_TABLE *entry, ULONG type, const void *data, ULONG size)
{
    ULONG expected =
        ((ULONG)entry->DefaultType & RTL_QUERY_REGISTRY_TYPECHECK_MASK) >> RTL_QUERY_REGISTRY_TYPECHECK_SHIFT;
    if (entry->Flags & RTL_QUERY_REGISTRY_TYPECHECK && type != REG_NONE && expected != type)
        return STATUS_OBJECT_TYPE_MISMATCH;
    if (is_string(type) || type == REG_MULTI_SZ) {
        PUNICODE_STRING to = entry->EntryContext;
        ULONG length = size;
        if (type != REG_MULTI_SZ && length >= sizeof(WCHAR) && ((PCWSTR)data)[length / sizeof(WCHAR) - 1] == 0)
            length -= sizeof(WCHAR);
        if (!to->Buffer) {
            to->Buffer = ExAllocatePool2(POOL_FLAG_PAGED, length + sizeof(WCHAR), CMP_TAG);
            if (!to->Buffer)
                return STATUS_INSUFFICIENT_RESOURCES;
            to->MaximumLength = (USHORT)(length + sizeof(WCHAR));
        } else if (length + sizeof(WCHAR) > to->MaximumLength) {
            return STATUS_BUFFER_TOO_SMALL;
        }
        RtlCopyMemory(to->Buffer, data, length);
        to->Buffer[length / sizeof(WCHAR)] = 0;
        to->Length = (USHORT)length;
        return STATUS_SUCCESS;
    }
    if (size <= sizeof(ULONG)) {
        RtlCopyMemory(entry->EntryContext, data, size);
        return STATUS_SUCCESS;
    }
    /* Larger: a negative first LONG is the buffer's size; otherwise length and type come before the data. */
    LONG room = *(PLONG)entry->EntryContext;
    if (room < 0) {
        if ((ULONG)-room < size)
            return STATUS_BUFFER_TOO_SMALL;
        RtlCopyMemory(entry->EntryContext, data, size);
    } else {
        if ((ULONG)room < size + 2 * sizeof(ULONG))
            return STATUS_BUFFER_TOO_SMALL;
        ((PULONG)entry->EntryContext)[0] = size;
        ((PULONG)entry->EntryContext)[1] = type;
        RtlCopyMemory((PULONG)entry->EntryContext + 2, data, size);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS deliver(const RTL_QUERY_REGISTRY_TABLE *entry, PCWSTR name, ULONG type, PVOID data, ULONG size,
                        PVOID context)
{
    if (entry->Flags & RTL_QUERY_REGISTRY_DIRECT)
        return store(entry, type, data, size);
    if (type != REG_MULTI_SZ || entry->Flags & RTL_QUERY_REGISTRY_NOEXPAND)
        return entry->QueryRoutine((PWSTR)name, type, data, size, context, entry->EntryContext);
    /* One call a string of the list. */
    NTSTATUS status = STATUS_SUCCESS;
    for (PWSTR at = data, end = at + size / sizeof(WCHAR); NT_SUCCESS(status) && at < end && *at;) {
        ULONG bytes = (ULONG)(wcslen(at) + 1) * sizeof(WCHAR);
        status = entry->QueryRoutine((PWSTR)name, REG_SZ, at, bytes, context, entry->EntryContext);
        at += bytes / sizeof(WCHAR);
    }
    return status;
}

static NTSTATUS query_one(HANDLE key, const RTL_QUERY_REGISTRY_TABLE *entry, PVOID context)
{
    UNICODE_STRING name;
    ULONG needed = 0;
    PKEY_VALUE_PARTIAL_INFORMATION value = NULL;
    RtlInitUnicodeString(&name, entry->Name);
    NTSTATUS status = ZwQueryValueKey(key, &name, KeyValuePartialInformation, NULL, 0, &needed);
    if (status == STATUS_BUFFER_TOO_SMALL) {
        /* Zeros behind the data end a list of strings that has no end of its own. */
        value = ExAllocatePool2(POOL_FLAG_PAGED, needed + 2 * sizeof(WCHAR), CMP_TAG);
        if (!value)
            return STATUS_INSUFFICIENT_RESOURCES;
        status = ZwQueryValueKey(key, &name, KeyValuePartialInformation, value, needed, &needed);
    }
    if (NT_SUCCESS(status)) {
        status = deliver(entry, entry->Name, value->Type, value->Data, value->DataLength, context);
        if (NT_SUCCESS(status) && entry->Flags & RTL_QUERY_REGISTRY_DELETE)
            ZwDeleteValueKey(key, &name);
    } else if (status == STATUS_OBJECT_NAME_NOT_FOUND) {
        ULONG type = (ULONG)entry->DefaultType & ~RTL_QUERY_REGISTRY_TYPECHECK_MASK;
        if (entry->Flags & RTL_QUERY_REGISTRY_REQUIRED) {
            status = STATUS_OBJECT_NAME_NOT_FOUND;
        } else if (type == REG_NONE) {
            status = STATUS_SUCCESS;
        } else {
            ULONG size = entry->DefaultLength;
            if (size == 0 && is_string(type))
                size = (ULONG)(wcslen(entry->DefaultData) + 1) * sizeof(WCHAR);
            status = deliver(entry, entry->Name, type, entry->DefaultData, size, context);
        }
    }
    if (value)
        ExFreePoolWithTag(value, CMP_TAG);
    return status;
}

/* Without a name: every value of the key. */
static NTSTATUS query_all(HANDLE key, const RTL_QUERY_REGISTRY_TABLE *entry, PVOID context)
{
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; NT_SUCCESS(status); i++) {
        ULONG needed = 0;
        status = ZwEnumerateValueKey(key, i, KeyValueFullInformation, NULL, 0, &needed);
        if (status == STATUS_NO_MORE_ENTRIES)
            return i || !(entry->Flags & RTL_QUERY_REGISTRY_REQUIRED) ? STATUS_SUCCESS : STATUS_OBJECT_NAME_NOT_FOUND;
        PKEY_VALUE_FULL_INFORMATION value = ExAllocatePool2(POOL_FLAG_PAGED, needed + 2 * sizeof(WCHAR), CMP_TAG);
        PWSTR name = value ? ExAllocatePool2(POOL_FLAG_PAGED, needed + sizeof(WCHAR), CMP_TAG) : NULL;
        if (!name) {
            if (value)
                ExFreePoolWithTag(value, CMP_TAG);
            return STATUS_INSUFFICIENT_RESOURCES;
        }
        status = ZwEnumerateValueKey(key, i, KeyValueFullInformation, value, needed, &needed);
        if (NT_SUCCESS(status)) {
            RtlCopyMemory(name, value->Name, value->NameLength);
            status = deliver(entry, name, value->Type, (PUCHAR)value + value->DataOffset, value->DataLength, context);
        }
        ExFreePoolWithTag(name, CMP_TAG);
        ExFreePoolWithTag(value, CMP_TAG);
    }
    return status;
}

static NTSTATUS open_below(HANDLE above, PCWSTR path, PHANDLE key)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name;
    RtlInitUnicodeString(&name, path);
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, above, NULL);
    return ZwOpenKey(key, KEY_ALL_ACCESS, &attributes);
}

NTSTATUS RtlQueryRegistryValues(ULONG RelativeTo, PCWSTR Path, PRTL_QUERY_REGISTRY_TABLE QueryTable, PVOID Context,
                                PVOID Environment)
{
    HANDLE top, key;
    NTSTATUS status = open_place(RelativeTo, Path, FALSE, &top);
    if (!NT_SUCCESS(status))
        return status;
    key = top;
    for (const RTL_QUERY_REGISTRY_TABLE *entry = QueryTable;
         NT_SUCCESS(status) &&
         (entry->QueryRoutine || entry->Flags & (RTL_QUERY_REGISTRY_SUBKEY | RTL_QUERY_REGISTRY_DIRECT));
         entry++) {
        if (entry->Flags & (RTL_QUERY_REGISTRY_SUBKEY | RTL_QUERY_REGISTRY_TOPKEY) && key != top) {
            ZwClose(key);
            key = top;
        }
        if (entry->Flags & RTL_QUERY_REGISTRY_SUBKEY) {
            status = open_below(top, entry->Name, &key);
            if (!NT_SUCCESS(status)) {
                key = top;
                if (!(entry->Flags & RTL_QUERY_REGISTRY_REQUIRED) && status == STATUS_OBJECT_NAME_NOT_FOUND)
                    status = STATUS_SUCCESS;
            } else if (entry->QueryRoutine) {
                status = query_all(key, entry, Context);
            }
        } else if (entry->Flags & RTL_QUERY_REGISTRY_NOVALUE) {
            status = entry->QueryRoutine(NULL, REG_NONE, NULL, 0, Context, entry->EntryContext);
        } else if (entry->Name) {
            status = query_one(key, entry, Context);
        } else {
            status = query_all(key, entry, Context);
        }
    }
    if (key != top)
        ZwClose(key);
    close_place(RelativeTo, top);
    return status;
}
