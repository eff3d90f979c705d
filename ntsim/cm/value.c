/* Values. */
#include "ntsim/cm/cmp.h"

struct cm_value *cm_find_value(struct cm_key *key, PCUNICODE_STRING name)
{
    for (LIST_ENTRY *entry = key->Values.Flink; entry != &key->Values; entry = entry->Flink) {
        struct cm_value *value = CONTAINING_RECORD(entry, struct cm_value, Entry);
        if (RtlEqualUnicodeString(&value->Name, name, TRUE))
            return value;
    }
    return NULL;
}

void cm_delete_value(struct cm_value *value)
{
    RemoveEntryList(&value->Entry);
    if (value->Data)
        ExFreePoolWithTag(value->Data, CMP_TAG);
    ExFreePoolWithTag(value, CMP_TAG);
}

/* The name follows the record, in the same block. */
static struct cm_value *add(struct cm_key *key, PCUNICODE_STRING name)
{
    struct cm_value *value = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*value) + name->Length, CMP_TAG);
    if (!value)
        return NULL;
    value->Name = (UNICODE_STRING){name->Length, name->Length, (PWSTR)(value + 1)};
    RtlCopyMemory(value->Name.Buffer, name->Buffer, name->Length);
    InsertTailList(&key->Values, &value->Entry);
    return value;
}

NTSTATUS cm_set_value(struct cm_key *key, PCUNICODE_STRING name, ULONG type, const void *data, ULONG size)
{
    PUCHAR copy = NULL;
    if (key->Deleted)
        return STATUS_KEY_DELETED;
    if (size) {
        copy = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, CMP_TAG);
        if (!copy)
            return STATUS_INSUFFICIENT_RESOURCES;
        RtlCopyMemory(copy, data, size);
    }
    struct cm_value *value = cm_find_value(key, name);
    if (!value)
        value = add(key, name);
    if (!value) {
        if (copy)
            ExFreePoolWithTag(copy, CMP_TAG);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    if (value->Data)
        ExFreePoolWithTag(value->Data, CMP_TAG);
    value->Type = type;
    value->Size = size;
    value->Data = copy;
    return STATUS_SUCCESS;
}
