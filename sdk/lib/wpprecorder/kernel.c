/* The recorder in kernel mode: nonpaged pool, and settings from the driver's key in the registry. */
#include "platform.h"

PVOID platform_allocate(SIZE_T size, ULONG tag)
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, size, tag);
}

void platform_free(PVOID memory)
{
    if (memory)
        ExFreePool(memory);
}

ULONGLONG platform_time(void)
{
    LARGE_INTEGER now;
    KeQuerySystemTime(&now);
    return (ULONGLONG)now.QuadPart;
}

static HANDLE open(HANDLE parent, PCUNICODE_STRING name)
{
    OBJECT_ATTRIBUTES attributes;
    HANDLE key;
    InitializeObjectAttributes(&attributes, (PUNICODE_STRING)name, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, parent,
                               NULL);
    return NT_SUCCESS(ZwOpenKey(&key, KEY_READ, &attributes)) ? key : NULL;
}

static ULONG number(HANDLE key, PCWSTR name, ULONG otherwise)
{
    union {
        KEY_VALUE_PARTIAL_INFORMATION information;
        UCHAR bytes[sizeof(KEY_VALUE_PARTIAL_INFORMATION) + sizeof(ULONG)];
    } value;
    UNICODE_STRING wanted;
    ULONG size, result;
    RtlInitUnicodeString(&wanted, name);
    if (!NT_SUCCESS(ZwQueryValueKey(key, &wanted, KeyValuePartialInformation, &value, sizeof value, &size)) ||
        value.information.Type != REG_DWORD || value.information.DataLength != sizeof result)
        return otherwise;
    memcpy(&result, value.information.Data, sizeof result);
    return result;
}

void platform_settings(PCUNICODE_STRING path, struct recorder_settings *settings)
{
    UNICODE_STRING parameters;
    RtlInitUnicodeString(&parameters, L"Parameters");
    HANDLE service = path ? open(NULL, path) : NULL, key = service ? open(service, &parameters) : NULL;
    if (key) {
        const ULONG pages = number(key, L"LogPages", settings->pages);
        settings->pages = pages < 1 ? 1 : pages > 256 ? 256 : pages;
        settings->verbose = number(key, L"VerboseOn", settings->verbose) != 0;
        ZwClose(key);
    }
    if (service)
        ZwClose(service);
}
