/* Registry keys. */
#include "ntsim/wdf/fx.h"

struct fx_key {
    struct fx_object Object;
    ACCESS_MASK Access; /* as it was asked for */
    HANDLE Handle;
};

static void dispose_key(struct fx_object *object)
{
    struct fx_key *key = (struct fx_key *)object;
    if (key->Handle)
        ZwClose(key->Handle);
    key->Handle = NULL;
}

static const struct fx_class key_class = {
    .Type = FX_KEY, .Size = sizeof(struct fx_key), .Dispose = dispose_key, .PassiveDispose = TRUE};

static struct fx_key *key_from(WDFKEY handle)
{
    return fx_object_of(handle, FX_KEY);
}

static NTSTATUS new_key(struct fx_driver *driver, PWDF_OBJECT_ATTRIBUTES attributes, ACCESS_MASK access,
                        struct fx_key **key, WDFKEY *result)
{
    FX_REQUIRE(result);
    *result = NULL;
    const NTSTATUS status = fx_create(&key_class, driver, attributes, NULL, key);
    if (NT_SUCCESS(status))
        (*key)->Access = access;
    return status;
}

/* Gives the key to the driver, or undoes it. */
static NTSTATUS give(struct fx_key *key, NTSTATUS status, WDFKEY *result)
{
    if (NT_SUCCESS(status)) {
        *result = (WDFKEY)key;
    } else {
        key->Handle = NULL;
        fx_abandon(&key->Object);
    }
    return status;
}

static void name_key(POBJECT_ATTRIBUTES attributes, WDFKEY parent, PCUNICODE_STRING name)
{
    InitializeObjectAttributes(attributes, (PUNICODE_STRING)name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE,
                               parent ? key_from(parent)->Handle : NULL, NULL);
}

NTSTATUS api_RegistryOpenKey(PWDF_DRIVER_GLOBALS globals, WDFKEY parent, PCUNICODE_STRING name, ACCESS_MASK access,
                             PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    struct fx_key *key;
    OBJECT_ATTRIBUTES object;
    FX_REQUIRE(name);
    const NTSTATUS status = new_key(fx_driver_of(globals), attributes, access, &key, result);
    if (!NT_SUCCESS(status))
        return status;
    name_key(&object, parent, name);
    return give(key, ZwOpenKey(&key->Handle, access, &object), result);
}

NTSTATUS api_RegistryCreateKey(PWDF_DRIVER_GLOBALS globals, WDFKEY parent, PCUNICODE_STRING name, ACCESS_MASK access,
                               ULONG options, PULONG disposition, PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    struct fx_key *key;
    OBJECT_ATTRIBUTES object;
    FX_REQUIRE(name);
    const NTSTATUS status = new_key(fx_driver_of(globals), attributes, access, &key, result);
    if (!NT_SUCCESS(status))
        return status;
    name_key(&object, parent, name);
    return give(key, ZwCreateKey(&key->Handle, access, &object, 0, NULL, options, disposition), result);
}

VOID api_RegistryClose(PWDF_DRIVER_GLOBALS globals, WDFKEY handle)
{
    fx_delete(&key_from(handle)->Object);
}

HANDLE api_RegistryWdmGetHandle(PWDF_DRIVER_GLOBALS globals, WDFKEY handle)
{
    return key_from(handle)->Handle;
}

NTSTATUS api_RegistryRemoveKey(PWDF_DRIVER_GLOBALS globals, WDFKEY handle)
{
    struct fx_key *key = key_from(handle);
    /* The kernel's own handles are not asked what they were opened for. */
    if (fx_globals_of(globals)->UserMode && !(key->Access & (DELETE | GENERIC_ALL | MAXIMUM_ALLOWED)))
        return STATUS_ACCESS_DENIED;
    const NTSTATUS status = ZwDeleteKey(key->Handle);
    if (NT_SUCCESS(status))
        fx_delete(&key->Object);
    return status;
}

NTSTATUS api_RegistryRemoveValue(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name)
{
    FX_REQUIRE(name);
    return ZwDeleteValueKey(key_from(handle)->Handle, (PUNICODE_STRING)name);
}

/* --- reading --- */

/* The value with its type, in pool. */
static NTSTATUS read_value(struct fx_key *key, PCUNICODE_STRING name, PKEY_VALUE_PARTIAL_INFORMATION *result)
{
    ULONG size = 0;
    *result = NULL;
    FX_REQUIRE(name);
    NTSTATUS status = ZwQueryValueKey(key->Handle, (PUNICODE_STRING)name, KeyValuePartialInformation, NULL, 0, &size);
    if (status != STATUS_BUFFER_TOO_SMALL && status != STATUS_BUFFER_OVERFLOW)
        return NT_SUCCESS(status) ? STATUS_OBJECT_NAME_NOT_FOUND : status;
    PKEY_VALUE_PARTIAL_INFORMATION value = fx_allocate(key->Object.Driver, size + sizeof(WCHAR));
    if (!value)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = ZwQueryValueKey(key->Handle, (PUNICODE_STRING)name, KeyValuePartialInformation, value, size, &size);
    if (!NT_SUCCESS(status)) {
        fx_free(value);
        return status;
    }
    *result = value;
    return STATUS_SUCCESS;
}

NTSTATUS api_RegistryQueryValue(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, ULONG length,
                                PVOID buffer, PULONG queried, PULONG type)
{
    PKEY_VALUE_PARTIAL_INFORMATION value;
    NTSTATUS status = read_value(key_from(handle), name, &value);
    if (!NT_SUCCESS(status))
        return status;
    if (queried)
        *queried = value->DataLength;
    if (type)
        *type = value->Type;
    if (length < value->DataLength || !buffer)
        status = STATUS_BUFFER_OVERFLOW;
    else
        RtlCopyMemory(buffer, value->Data, value->DataLength);
    fx_free(value);
    return status;
}

NTSTATUS api_RegistryQueryMemory(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, POOL_TYPE pool,
                                 PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *result, PULONG type)
{
    PKEY_VALUE_PARTIAL_INFORMATION value;
    struct fx_memory *memory;
    FX_REQUIRE(result);
    *result = NULL;
    NTSTATUS status = read_value(key_from(handle), name, &value);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_create_memory(fx_driver_of(globals), attributes, NULL, value->DataLength ? value->DataLength : 1, 0,
                              &memory);
    if (NT_SUCCESS(status)) {
        RtlCopyMemory(memory->Buffer, value->Data, value->DataLength);
        if (type)
            *type = value->Type;
        *result = (WDFMEMORY)memory;
    }
    fx_free(value);
    return status;
}

NTSTATUS api_RegistryQueryULong(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, PULONG result)
{
    PKEY_VALUE_PARTIAL_INFORMATION value;
    FX_REQUIRE(result);
    NTSTATUS status = read_value(key_from(handle), name, &value);
    if (!NT_SUCCESS(status))
        return status;
    if (value->Type != REG_DWORD || value->DataLength != sizeof(*result))
        status = STATUS_OBJECT_TYPE_MISMATCH;
    else
        RtlCopyMemory(result, value->Data, sizeof(*result));
    fx_free(value);
    return status;
}

/* A string's bytes without the zero that usually ends it. */
static ULONG text_length(const KEY_VALUE_PARTIAL_INFORMATION *value)
{
    ULONG length = value->DataLength & ~(ULONG)1;
    if (length >= sizeof(WCHAR) && ((const WCHAR *)value->Data)[length / sizeof(WCHAR) - 1] == 0)
        length -= sizeof(WCHAR);
    return length;
}

static NTSTATUS read_string(struct fx_key *key, PCUNICODE_STRING name, PKEY_VALUE_PARTIAL_INFORMATION *value)
{
    const NTSTATUS status = read_value(key, name, value);
    if (!NT_SUCCESS(status))
        return status;
    if ((*value)->Type == REG_SZ || (*value)->Type == REG_EXPAND_SZ)
        return STATUS_SUCCESS;
    fx_free(*value);
    return STATUS_OBJECT_TYPE_MISMATCH;
}

NTSTATUS api_RegistryQueryUnicodeString(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name,
                                        PUSHORT bytes, PUNICODE_STRING result)
{
    PKEY_VALUE_PARTIAL_INFORMATION value;
    NTSTATUS status = read_string(key_from(handle), name, &value);
    if (!NT_SUCCESS(status))
        return status;
    const ULONG length = text_length(value);
    if (bytes)
        *bytes = (USHORT)(length + sizeof(WCHAR));
    if (result) {
        if (result->MaximumLength < length) {
            status = STATUS_BUFFER_OVERFLOW;
        } else {
            RtlCopyMemory(result->Buffer, value->Data, length);
            result->Length = (USHORT)length;
            if (result->MaximumLength >= length + sizeof(WCHAR))
                result->Buffer[length / sizeof(WCHAR)] = 0;
        }
    }
    fx_free(value);
    return status;
}

NTSTATUS api_RegistryQueryString(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, WDFSTRING string)
{
    PKEY_VALUE_PARTIAL_INFORMATION value;
    NTSTATUS status = read_string(key_from(handle), name, &value);
    if (!NT_SUCCESS(status))
        return status;
    const USHORT length = (USHORT)text_length(value);
    const UNICODE_STRING text = {length, length, (PWCH)value->Data};
    status = fx_set_string(string, &text);
    fx_free(value);
    return status;
}

NTSTATUS api_RegistryQueryMultiString(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name,
                                      PWDF_OBJECT_ATTRIBUTES attributes, WDFCOLLECTION collection)
{
    PKEY_VALUE_PARTIAL_INFORMATION value;
    NTSTATUS status = read_value(key_from(handle), name, &value);
    if (!NT_SUCCESS(status))
        return status;
    if (value->Type != REG_MULTI_SZ)
        status = STATUS_OBJECT_TYPE_MISMATCH;
    const WCHAR *at = (const WCHAR *)value->Data, *end = at + value->DataLength / sizeof(WCHAR);
    while (NT_SUCCESS(status) && at < end && *at) {
        const WCHAR *stop = at;
        while (stop < end && *stop)
            stop++;
        const USHORT length = (USHORT)((PUCHAR)stop - (PUCHAR)at);
        const UNICODE_STRING text = {length, length, (PWCH)at};
        WDFSTRING string;
        status = api_StringCreate(globals, &text, attributes, &string);
        if (NT_SUCCESS(status))
            status = api_CollectionAdd(globals, collection, string);
        at = stop + 1;
    }
    fx_free(value);
    return status;
}

/* --- writing --- */

static NTSTATUS write_value(WDFKEY handle, PCUNICODE_STRING name, ULONG type, PVOID data, ULONG length)
{
    FX_REQUIRE(name);
    return ZwSetValueKey(key_from(handle)->Handle, (PUNICODE_STRING)name, 0, type, data, length);
}

NTSTATUS api_RegistryAssignValue(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, ULONG type,
                                 ULONG length, PVOID data)
{
    FX_REQUIRE(data);
    return write_value(handle, name, type, data, length);
}

NTSTATUS api_RegistryAssignULong(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, ULONG number)
{
    return write_value(handle, name, REG_DWORD, &number, sizeof(number));
}

NTSTATUS api_RegistryAssignMemory(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, ULONG type,
                                  WDFMEMORY memory_handle, PWDFMEMORY_OFFSET offset)
{
    const struct fx_memory *memory = fx_object_of(memory_handle, FX_MEMORY);
    const size_t begin = offset ? offset->BufferOffset : 0;
    const size_t length = offset && offset->BufferLength ? offset->BufferLength : memory->Size - begin;
    if (begin > memory->Size || length > memory->Size - begin)
        return STATUS_INVALID_PARAMETER;
    return write_value(handle, name, type, (PUCHAR)memory->Buffer + begin, (ULONG)length);
}

NTSTATUS api_RegistryAssignUnicodeString(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name,
                                         PCUNICODE_STRING text)
{
    UNICODE_STRING copy; /* with a zero at its end */
    FX_REQUIRE(text);
    NTSTATUS status = fx_copy_string(fx_driver_of(globals), &copy, text);
    if (!NT_SUCCESS(status))
        return status;
    status = write_value(handle, name, REG_SZ, copy.Buffer, copy.Length + sizeof(WCHAR));
    fx_free(copy.Buffer);
    return status;
}

NTSTATUS api_RegistryAssignString(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name, WDFSTRING string)
{
    UNICODE_STRING text;
    api_StringGetUnicodeString(globals, string, &text);
    return api_RegistryAssignUnicodeString(globals, handle, name, &text);
}

NTSTATUS api_RegistryAssignMultiString(PWDF_DRIVER_GLOBALS globals, WDFKEY handle, PCUNICODE_STRING name,
                                       WDFCOLLECTION collection)
{
    const ULONG count = api_CollectionGetCount(globals, collection);
    SIZE_T size = sizeof(WCHAR);
    UNICODE_STRING text;
    for (ULONG i = 0; i < count; i++) {
        api_StringGetUnicodeString(globals, (WDFSTRING)api_CollectionGetItem(globals, collection, i), &text);
        size += text.Length + sizeof(WCHAR);
    }
    PUCHAR list = fx_allocate(fx_driver_of(globals), size), at = list;
    if (!list)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (ULONG i = 0; i < count; i++) {
        api_StringGetUnicodeString(globals, (WDFSTRING)api_CollectionGetItem(globals, collection, i), &text);
        RtlCopyMemory(at, text.Buffer, text.Length);
        at += text.Length + sizeof(WCHAR);
    }
    const NTSTATUS status = write_value(handle, name, REG_MULTI_SZ, list, (ULONG)size);
    fx_free(list);
    return status;
}

/* --- keys of drivers and devices --- */

/* A key below the driver's own, which is made where it is not there. */
static NTSTATUS open_driver_key(WDFDRIVER driver_handle, PCWSTR sub_key, ACCESS_MASK access,
                                PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    struct fx_driver *driver = fx_object_of(driver_handle, FX_DRIVER);
    struct fx_key *key;
    OBJECT_ATTRIBUTES object;
    HANDLE service;
    UNICODE_STRING name;
    NTSTATUS status = new_key(driver, attributes, access, &key, result);
    if (!NT_SUCCESS(status))
        return status;
    InitializeObjectAttributes(&object, &driver->RegistryPath, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    status = ZwOpenKey(&service, KEY_READ | access, &object);
    if (NT_SUCCESS(status)) {
        RtlInitUnicodeString(&name, sub_key);
        InitializeObjectAttributes(&object, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, service, NULL);
        status = ZwCreateKey(&key->Handle, access, &object, 0, NULL, REG_OPTION_NON_VOLATILE, NULL);
        ZwClose(service);
    }
    return give(key, status, result);
}

NTSTATUS api_DriverOpenParametersRegistryKey(PWDF_DRIVER_GLOBALS globals, WDFDRIVER driver, ACCESS_MASK access,
                                             PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    return open_driver_key(driver, L"Parameters", access, attributes, result);
}

NTSTATUS api_DriverOpenPersistentStateRegistryKey(PWDF_DRIVER_GLOBALS globals, WDFDRIVER driver, ACCESS_MASK access,
                                                  PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    return open_driver_key(driver, L"State", access, attributes, result);
}

static NTSTATUS open_device_key(struct fx_driver *driver, PDEVICE_OBJECT pdo, ULONG type, ACCESS_MASK access,
                                PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    struct fx_key *key;
    if (!pdo)
        return STATUS_INVALID_DEVICE_STATE;
    const NTSTATUS status = new_key(driver, attributes, access, &key, result);
    if (!NT_SUCCESS(status))
        return status;
    return give(key, IoOpenDeviceRegistryKey(pdo, type, access, &key->Handle), result);
}

NTSTATUS api_DeviceOpenRegistryKey(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, ULONG type, ACCESS_MASK access,
                                   PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    const struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    return open_device_key(device->Object.Driver, device->Init.PhysicalDevice, type, access, attributes, result);
}

NTSTATUS api_FdoInitOpenRegistryKey(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, ULONG type, ACCESS_MASK access,
                                    PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    FX_REQUIRE(init);
    return open_device_key(init->Driver, init->PhysicalDevice, type, access, attributes, result);
}

NTSTATUS api_DeviceOpenDevicemapKey(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PCUNICODE_STRING name,
                                    ACCESS_MASK access, PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *result)
{
    struct fx_key *key;
    OBJECT_ATTRIBUTES object;
    UNICODE_STRING path;
    HANDLE map;
    FX_REQUIRE(name);
    NTSTATUS status =
        new_key(((struct fx_object *)fx_object_of(handle, FX_DEVICE))->Driver, attributes, access, &key, result);
    if (!NT_SUCCESS(status))
        return status;
    RtlInitUnicodeString(&path, L"\\Registry\\Machine\\Hardware\\DeviceMap");
    InitializeObjectAttributes(&object, &path, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    status = ZwCreateKey(&map, KEY_ALL_ACCESS, &object, 0, NULL, REG_OPTION_VOLATILE, NULL);
    if (NT_SUCCESS(status)) {
        InitializeObjectAttributes(&object, (PUNICODE_STRING)name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, map, NULL);
        status = ZwCreateKey(&key->Handle, access, &object, 0, NULL, REG_OPTION_VOLATILE, NULL);
        ZwClose(map);
    }
    return give(key, status, result);
}
