/* The registry's system services. The Zw names differ in nothing: no parameter is probed, since only the kernel calls.
 */
#include "ntsim/cm/cmp.h"

#include "ntsim/ke/ki.h"

static NTSTATUS open_key(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, struct cm_create *create)
{
    struct ob_open open = {.Type = &cm_key_type, .DesiredAccess = access, .Mode = KernelMode, .Context = create};
    return ob_open_handle(attributes, &open, handle);
}

NTSTATUS ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                     ULONG TitleIndex, PUNICODE_STRING Class, ULONG CreateOptions, PULONG Disposition)
{
    struct cm_create create = {0};
    NTSTATUS status = open_key(KeyHandle, DesiredAccess, ObjectAttributes, &create);
    if (NT_SUCCESS(status) && Disposition)
        *Disposition = create.Disposition;
    return status;
}

NTSTATUS ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    return open_key(KeyHandle, DesiredAccess, ObjectAttributes, NULL);
}

NTSTATUS ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                     ULONG OpenOptions)
{
    return open_key(KeyHandle, DesiredAccess, ObjectAttributes, NULL);
}

/* The handle's key with a reference on *object. */
static NTSTATUS key_of(HANDLE handle, ACCESS_MASK access, PVOID *object, struct cm_key **key)
{
    NTSTATUS status = ObReferenceObjectByHandle(handle, access, &cm_key_type, KernelMode, object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    *key = ((struct cm_key_object *)*object)->Key;
    if ((*key)->Deleted) {
        ObDereferenceObject(*object);
        return STATUS_KEY_DELETED;
    }
    return STATUS_SUCCESS;
}

NTSTATUS ZwDeleteKey(HANDLE KeyHandle)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, DELETE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    if (!key->Parent || !IsListEmpty(&key->Children))
        status = STATUS_CANNOT_DELETE;
    else
        cm_delete_key(key);
    ObDereferenceObject(object);
    return status;
}

NTSTATUS ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG TitleIndex, ULONG Type, PVOID Data,
                       ULONG DataSize)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, KEY_SET_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_set_value(key, ValueName, Type, Data, DataSize);
    key->LastWrite = (LONG64)(ki_boot_time + ki_interrupt_time);
    ObDereferenceObject(object);
    return status;
}

NTSTATUS ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, KEY_SET_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    struct cm_value *value = cm_find_value(key, ValueName);
    if (value)
        cm_delete_value(value);
    ObDereferenceObject(object);
    return value ? STATUS_SUCCESS : STATUS_OBJECT_NAME_NOT_FOUND;
}

NTSTATUS ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName,
                         KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass, PVOID KeyValueInformation, ULONG Length,
                         PULONG ResultLength)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, KEY_QUERY_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    const struct cm_value *value = cm_find_value(key, ValueName);
    status = value ? cm_query_value(value, KeyValueInformationClass, KeyValueInformation, Length, ResultLength)
                   : STATUS_OBJECT_NAME_NOT_FOUND;
    ObDereferenceObject(object);
    return status;
}

static LIST_ENTRY *nth(LIST_ENTRY *list, ULONG index)
{
    LIST_ENTRY *entry = list->Flink;
    while (entry != list && index-- > 0)
        entry = entry->Flink;
    return entry == list ? NULL : entry;
}

NTSTATUS ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index, KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                             PVOID KeyValueInformation, ULONG Length, PULONG ResultLength)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, KEY_QUERY_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    LIST_ENTRY *entry = nth(&key->Values, Index);
    status = entry ? cm_query_value(CONTAINING_RECORD(entry, struct cm_value, Entry), KeyValueInformationClass,
                                    KeyValueInformation, Length, ResultLength)
                   : STATUS_NO_MORE_ENTRIES;
    ObDereferenceObject(object);
    return status;
}

NTSTATUS ZwEnumerateKey(HANDLE KeyHandle, ULONG Index, KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation,
                        ULONG Length, PULONG ResultLength)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, KEY_ENUMERATE_SUB_KEYS, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    LIST_ENTRY *entry = nth(&key->Children, Index);
    status = entry ? cm_query_key(CONTAINING_RECORD(entry, struct cm_key, Entry), KeyInformationClass, KeyInformation,
                                  Length, ResultLength)
                   : STATUS_NO_MORE_ENTRIES;
    ObDereferenceObject(object);
    return status;
}

NTSTATUS ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation, ULONG Length,
                    PULONG ResultLength)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, KEY_QUERY_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_query_key(key, KeyInformationClass, KeyInformation, Length, ResultLength);
    ObDereferenceObject(object);
    return status;
}

NTSTATUS ZwFlushKey(HANDLE KeyHandle)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, 0, &object, &key);
    if (NT_SUCCESS(status))
        ObDereferenceObject(object);
    return status;
}

/* For tests and installed packages: makes the key if need be, and sets the value. `key` begins with \Registry. */
__declspec(dllexport) int32_t SimSetRegistryValue(const uint16_t *key, const uint16_t *name, uint32_t type,
                                                  const void *data, uint32_t size)
{
    UNICODE_STRING path, value;
    struct cm_create create = {.WholePath = TRUE};
    const struct ob_open open = {.Type = &cm_key_type, .Mode = KernelMode, .Context = &create};
    PVOID object;
    RtlInitUnicodeString(&path, key);
    RtlInitUnicodeString(&value, name);
    NTSTATUS status = ob_open_by_name(NULL, &path, &open, &object);
    if (!NT_SUCCESS(status))
        return status;
    if (name)
        status = cm_set_value(((struct cm_key_object *)object)->Key, &value, type, data, size);
    ObDereferenceObject(object);
    return status;
}
