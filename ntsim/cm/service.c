/* The registry's system services. The Zw names differ in nothing: no parameter is probed, since only the kernel calls.
 */
#include "ntsim/cm/cmp.h"

#include "ntsim/ke/ki.h"

/* What the name of a create or open begins at, with a reference. */
static NTSTATUS root_of(const OBJECT_ATTRIBUTES *attributes, PVOID *object)
{
    if (attributes->RootDirectory)
        return ObReferenceObjectByHandle(attributes->RootDirectory, 0, NULL, KernelMode, object, NULL);
    *object = cm_root_object();
    ObReferenceObject(*object);
    return STATUS_SUCCESS;
}

/* What of an absolute name is below \Registry. */
static UNICODE_STRING remaining_name(const OBJECT_ATTRIBUTES *attributes)
{
    static const UNICODE_STRING root = RTL_CONSTANT_STRING(L"\\Registry\\");
    UNICODE_STRING name = attributes->ObjectName ? *attributes->ObjectName : (UNICODE_STRING){0};
    if (!attributes->RootDirectory && RtlPrefixUnicodeString(&root, &name, TRUE)) {
        name.Buffer += root.Length / sizeof(WCHAR);
        name.Length -= root.Length;
        name.MaximumLength = name.Length;
    }
    return name;
}

static NTSTATUS open_key(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, struct cm_create *create,
                         ULONG options, PUNICODE_STRING class)
{
    PVOID root, result = NULL;
    UNICODE_STRING remaining = remaining_name(attributes);
    struct ob_open open = {.Type = &cm_key_type, .DesiredAccess = access, .Mode = KernelMode, .Context = create};
    NTSTATUS status = root_of(attributes, &root);
    if (!NT_SUCCESS(status))
        return status;
    ULONG disposition = 0;
    ACCESS_MASK mapped = ob_map_access(&cm_key_type, access);
    REG_CREATE_KEY_INFORMATION_V1 information = {
        .CompleteName = attributes->ObjectName,
        .RootObject = root,
        .ObjectType = &cm_key_type,
        .Options = options,
        .Class = class,
        .SecurityDescriptor = attributes->SecurityDescriptor,
        .SecurityQualityOfService = attributes->SecurityQualityOfService,
        .DesiredAccess = mapped,
        .Disposition = create ? &create->Disposition : &disposition,
        .ResultObject = &result,
        .Version = 1,
        .RemainingName = &remaining,
        .Attributes = attributes->Attributes,
        .CheckAccessMode = ExGetPreviousMode(),
    };
    struct cm_operation operation = {.Before = create ? RegNtPreCreateKeyEx : RegNtPreOpenKeyEx,
                                     .After = create ? RegNtPostCreateKeyEx : RegNtPostOpenKeyEx,
                                     .Information = &information,
                                     .Object = root,
                                     .Result = &result,
                                     .CallContext = &information.CallContext,
                                     .ObjectContext = &information.RootObjectContext};
    if (cm_begin(&operation)) {
        operation.Status = ob_open_by_attributes(attributes, &open, &result);
        information.GrantedAccess = mapped;
    }
    status = cm_end(&operation);
    if (NT_SUCCESS(status) && !result)
        status = STATUS_OBJECT_NAME_NOT_FOUND;
    if (NT_SUCCESS(status))
        status = ob_create_handle(result, information.GrantedAccess ? information.GrantedAccess : mapped,
                                  attributes->Attributes, handle);
    if (result)
        ObDereferenceObject(result);
    ObDereferenceObject(root);
    return status;
}

NTSTATUS ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                     ULONG TitleIndex, PUNICODE_STRING Class, ULONG CreateOptions, PULONG Disposition)
{
    struct cm_create create = {.SecurityDescriptor = ObjectAttributes->SecurityDescriptor};
    NTSTATUS status = open_key(KeyHandle, DesiredAccess, ObjectAttributes, &create, CreateOptions, Class);
    if (NT_SUCCESS(status) && Disposition)
        *Disposition = create.Disposition;
    return status;
}

NTSTATUS ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    return open_key(KeyHandle, DesiredAccess, ObjectAttributes, NULL, 0, NULL);
}

NTSTATUS ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                     ULONG OpenOptions)
{
    return open_key(KeyHandle, DesiredAccess, ObjectAttributes, NULL, OpenOptions, NULL);
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
    REG_DELETE_KEY_INFORMATION information = {.Object = object};
    struct cm_operation operation = CM_OPERATION(DeleteKey, information, object);
    if (cm_begin(&operation)) {
        if (!key->Parent || !IsListEmpty(&key->Children))
            operation.Status = STATUS_CANNOT_DELETE;
        else
            cm_delete_key(key);
    }
    status = cm_end(&operation);
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
    REG_SET_VALUE_KEY_INFORMATION information = {.Object = object,
                                                 .ValueName = ValueName,
                                                 .TitleIndex = TitleIndex,
                                                 .Type = Type,
                                                 .Data = Data,
                                                 .DataSize = DataSize};
    struct cm_operation operation = CM_OPERATION(SetValueKey, information, object);
    if (cm_begin(&operation)) {
        operation.Status = cm_set_value(key, ValueName, Type, Data, DataSize);
        key->LastWrite = (LONG64)(ki_boot_time + ki_interrupt_time);
    }
    status = cm_end(&operation);
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
    REG_DELETE_VALUE_KEY_INFORMATION information = {.Object = object, .ValueName = ValueName};
    struct cm_operation operation = CM_OPERATION(DeleteValueKey, information, object);
    if (cm_begin(&operation)) {
        struct cm_value *value = cm_find_value(key, ValueName);
        if (value)
            cm_delete_value(value);
        else
            operation.Status = STATUS_OBJECT_NAME_NOT_FOUND;
    }
    status = cm_end(&operation);
    ObDereferenceObject(object);
    return status;
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
    REG_QUERY_VALUE_KEY_INFORMATION information = {.Object = object,
                                                   .ValueName = ValueName,
                                                   .KeyValueInformationClass = KeyValueInformationClass,
                                                   .KeyValueInformation = KeyValueInformation,
                                                   .Length = Length,
                                                   .ResultLength = ResultLength};
    struct cm_operation operation = CM_OPERATION(QueryValueKey, information, object);
    if (cm_begin(&operation)) {
        const struct cm_value *value = cm_find_value(key, ValueName);
        operation.Status =
            value ? cm_query_value(value, KeyValueInformationClass, KeyValueInformation, Length, ResultLength)
                  : STATUS_OBJECT_NAME_NOT_FOUND;
    }
    status = cm_end(&operation);
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
    REG_ENUMERATE_VALUE_KEY_INFORMATION information = {.Object = object,
                                                       .Index = Index,
                                                       .KeyValueInformationClass = KeyValueInformationClass,
                                                       .KeyValueInformation = KeyValueInformation,
                                                       .Length = Length,
                                                       .ResultLength = ResultLength};
    struct cm_operation operation = CM_OPERATION(EnumerateValueKey, information, object);
    if (cm_begin(&operation)) {
        LIST_ENTRY *entry = nth(&key->Values, Index);
        operation.Status = entry ? cm_query_value(CONTAINING_RECORD(entry, struct cm_value, Entry),
                                                  KeyValueInformationClass, KeyValueInformation, Length, ResultLength)
                                 : STATUS_NO_MORE_ENTRIES;
    }
    status = cm_end(&operation);
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
    REG_ENUMERATE_KEY_INFORMATION information = {.Object = object,
                                                 .Index = Index,
                                                 .KeyInformationClass = KeyInformationClass,
                                                 .KeyInformation = KeyInformation,
                                                 .Length = Length,
                                                 .ResultLength = ResultLength};
    struct cm_operation operation = CM_OPERATION(EnumerateKey, information, object);
    if (cm_begin(&operation)) {
        LIST_ENTRY *entry = nth(&key->Children, Index);
        operation.Status = entry ? cm_query_key(CONTAINING_RECORD(entry, struct cm_key, Entry), KeyInformationClass,
                                                KeyInformation, Length, ResultLength)
                                 : STATUS_NO_MORE_ENTRIES;
    }
    status = cm_end(&operation);
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
    REG_QUERY_KEY_INFORMATION information = {.Object = object,
                                             .KeyInformationClass = KeyInformationClass,
                                             .KeyInformation = KeyInformation,
                                             .Length = Length,
                                             .ResultLength = ResultLength};
    struct cm_operation operation = CM_OPERATION(QueryKey, information, object);
    if (cm_begin(&operation))
        operation.Status = cm_query_key(key, KeyInformationClass, KeyInformation, Length, ResultLength);
    status = cm_end(&operation);
    ObDereferenceObject(object);
    return status;
}

NTSTATUS ZwFlushKey(HANDLE KeyHandle)
{
    PVOID object;
    struct cm_key *key;
    NTSTATUS status = key_of(KeyHandle, 0, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    REG_FLUSH_KEY_INFORMATION information = {.Object = object};
    struct cm_operation operation = CM_OPERATION(FlushKey, information, object);
    cm_begin(&operation); /* the registry is memory */
    status = cm_end(&operation);
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
