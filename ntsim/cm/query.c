/* What is asked about keys and values, in the records that the system services give. */
#include "ntsim/cm/cmp.h"

static NTSTATUS fits(ULONG fixed, ULONG whole, ULONG length, PULONG needed)
{
    *needed = whole;
    return length < fixed ? STATUS_BUFFER_TOO_SMALL : length < whole ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

/* As much of `size` bytes as the buffer has room for at `offset`. */
static void put(PVOID buffer, ULONG length, ULONG offset, const void *from, ULONG size)
{
    if (offset < length)
        RtlCopyMemory((PUCHAR)buffer + offset, from, min(size, length - offset));
}

static ULONG longest_name(const LIST_ENTRY *list)
{
    ULONG longest = 0;
    for (const LIST_ENTRY *entry = list->Flink; entry != list; entry = entry->Flink)
        longest = max(longest, CONTAINING_RECORD(entry, struct cm_key, Entry)->Name.Length);
    return longest;
}

static NTSTATUS full_information(const struct cm_key *key, PVOID buffer, ULONG length, PULONG needed)
{
    NTSTATUS status =
        fits(FIELD_OFFSET(KEY_FULL_INFORMATION, Class), FIELD_OFFSET(KEY_FULL_INFORMATION, Class), length, needed);
    if (!NT_SUCCESS(status))
        return status;
    PKEY_FULL_INFORMATION information = buffer;
    information->LastWriteTime.QuadPart = key->LastWrite;
    information->TitleIndex = 0;
    information->ClassOffset = MAXULONG;
    information->ClassLength = information->MaxClassLen = 0;
    information->SubKeys = cm_count(&key->Children);
    information->MaxNameLen = longest_name(&key->Children);
    information->Values = cm_count(&key->Values);
    information->MaxValueNameLen = information->MaxValueDataLen = 0;
    for (const LIST_ENTRY *entry = key->Values.Flink; entry != &key->Values; entry = entry->Flink) {
        const struct cm_value *value = CONTAINING_RECORD(entry, struct cm_value, Entry);
        information->MaxValueNameLen = max(information->MaxValueNameLen, value->Name.Length);
        information->MaxValueDataLen = max(information->MaxValueDataLen, value->Size);
    }
    return STATUS_SUCCESS;
}

/* The path from the root. */
static NTSTATUS name_information(const struct cm_key *key, PVOID buffer, ULONG length, PULONG needed)
{
    static const WCHAR prefix[] = L"\\Registry";
    ULONG fixed = FIELD_OFFSET(KEY_NAME_INFORMATION, Name), bytes = sizeof(prefix) - sizeof(WCHAR), at;
    for (const struct cm_key *up = key; up->Parent; up = up->Parent)
        bytes += sizeof(WCHAR) + up->Name.Length;
    NTSTATUS status = fits(fixed, fixed + bytes, length, needed);
    if (status == STATUS_BUFFER_TOO_SMALL)
        return status;
    ((PKEY_NAME_INFORMATION)buffer)->NameLength = bytes;
    put(buffer, length, fixed, prefix, sizeof(prefix) - sizeof(WCHAR));
    at = fixed + bytes;
    for (const struct cm_key *up = key; up->Parent; up = up->Parent) {
        at -= up->Name.Length;
        put(buffer, length, at, up->Name.Buffer, up->Name.Length);
        at -= sizeof(WCHAR);
        put(buffer, length, at, L"\\", sizeof(WCHAR));
    }
    return status;
}

NTSTATUS cm_query_key(const struct cm_key *key, KEY_INFORMATION_CLASS class, PVOID buffer, ULONG length, PULONG needed)
{
    ULONG fixed;
    NTSTATUS status;
    switch (class) {
    case KeyBasicInformation:
        fixed = FIELD_OFFSET(KEY_BASIC_INFORMATION, Name);
        status = fits(fixed, fixed + key->Name.Length, length, needed);
        if (status == STATUS_BUFFER_TOO_SMALL)
            return status;
        ((PKEY_BASIC_INFORMATION)buffer)->LastWriteTime.QuadPart = key->LastWrite;
        ((PKEY_BASIC_INFORMATION)buffer)->TitleIndex = 0;
        ((PKEY_BASIC_INFORMATION)buffer)->NameLength = key->Name.Length;
        put(buffer, length, fixed, key->Name.Buffer, key->Name.Length);
        return status;
    case KeyNodeInformation:
        fixed = FIELD_OFFSET(KEY_NODE_INFORMATION, Name);
        status = fits(fixed, fixed + key->Name.Length, length, needed);
        if (status == STATUS_BUFFER_TOO_SMALL)
            return status;
        ((PKEY_NODE_INFORMATION)buffer)->LastWriteTime.QuadPart = key->LastWrite;
        ((PKEY_NODE_INFORMATION)buffer)->TitleIndex = 0;
        ((PKEY_NODE_INFORMATION)buffer)->ClassOffset = MAXULONG;
        ((PKEY_NODE_INFORMATION)buffer)->ClassLength = 0;
        ((PKEY_NODE_INFORMATION)buffer)->NameLength = key->Name.Length;
        put(buffer, length, fixed, key->Name.Buffer, key->Name.Length);
        return status;
    case KeyFullInformation:
        return full_information(key, buffer, length, needed);
    case KeyNameInformation:
        return name_information(key, buffer, length, needed);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS cm_query_value(const struct cm_value *value, KEY_VALUE_INFORMATION_CLASS class, PVOID buffer, ULONG length,
                        PULONG needed)
{
    enum { ALIGNMENT = sizeof(ULONG64) };
    ULONG fixed, data;
    NTSTATUS status;
    switch (class) {
    case KeyValueBasicInformation:
        fixed = FIELD_OFFSET(KEY_VALUE_BASIC_INFORMATION, Name);
        status = fits(fixed, fixed + value->Name.Length, length, needed);
        if (status == STATUS_BUFFER_TOO_SMALL)
            return status;
        ((PKEY_VALUE_BASIC_INFORMATION)buffer)->TitleIndex = 0;
        ((PKEY_VALUE_BASIC_INFORMATION)buffer)->Type = value->Type;
        ((PKEY_VALUE_BASIC_INFORMATION)buffer)->NameLength = value->Name.Length;
        put(buffer, length, fixed, value->Name.Buffer, value->Name.Length);
        return status;
    case KeyValueFullInformation:
        fixed = FIELD_OFFSET(KEY_VALUE_FULL_INFORMATION, Name);
        data = (fixed + value->Name.Length + ALIGNMENT - 1) & ~(ALIGNMENT - 1u);
        status = fits(fixed, data + value->Size, length, needed);
        if (status == STATUS_BUFFER_TOO_SMALL)
            return status;
        ((PKEY_VALUE_FULL_INFORMATION)buffer)->TitleIndex = 0;
        ((PKEY_VALUE_FULL_INFORMATION)buffer)->Type = value->Type;
        ((PKEY_VALUE_FULL_INFORMATION)buffer)->DataOffset = data;
        ((PKEY_VALUE_FULL_INFORMATION)buffer)->DataLength = value->Size;
        ((PKEY_VALUE_FULL_INFORMATION)buffer)->NameLength = value->Name.Length;
        put(buffer, length, fixed, value->Name.Buffer, value->Name.Length);
        put(buffer, length, data, value->Data, value->Size);
        return status;
    case KeyValuePartialInformation:
        fixed = FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data);
        status = fits(fixed, fixed + value->Size, length, needed);
        if (status == STATUS_BUFFER_TOO_SMALL)
            return status;
        ((PKEY_VALUE_PARTIAL_INFORMATION)buffer)->TitleIndex = 0;
        ((PKEY_VALUE_PARTIAL_INFORMATION)buffer)->Type = value->Type;
        ((PKEY_VALUE_PARTIAL_INFORMATION)buffer)->DataLength = value->Size;
        put(buffer, length, fixed, value->Data, value->Size);
        return status;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}
