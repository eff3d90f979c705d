/* What an INF's .HW section puts into the hardware key of its devices; the host says it here. */
#include "ntsim/pnp/pip.h"

struct setting {
    LIST_ENTRY Entry;
    PWSTR Id, Key, Name; /* Key: below Device Parameters, or empty */
    ULONG Type, Size;
    UCHAR Data[];
};

static LIST_ENTRY settings = {&settings, &settings};

__declspec(dllexport) int32_t SimRegisterSetting(const uint16_t *hardware_id, const uint16_t *key, const uint16_t *name,
                                                 uint32_t type, const void *data, uint32_t size)
{
    struct setting *setting = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*setting) + size, PIP_TAG);
    if (!setting)
        return STATUS_INSUFFICIENT_RESOURCES;
    setting->Id = pip_copy(hardware_id, pip_string_size(hardware_id));
    setting->Key = pip_copy(key, pip_string_size(key));
    setting->Name = pip_copy(name, pip_string_size(name));
    setting->Type = type;
    setting->Size = size;
    RtlCopyMemory(setting->Data, data, size);
    if (!setting->Id || !setting->Key || !setting->Name)
        return STATUS_INSUFFICIENT_RESOURCES;
    InsertTailList(&settings, &setting->Entry);
    return STATUS_SUCCESS;
}

static BOOLEAN is_among(PCWSTR id, PCWSTR list)
{
    UNICODE_STRING wanted, known;
    RtlInitUnicodeString(&wanted, id);
    for (PCWSTR at = list; at && *at; at += pip_string_size(at) / sizeof(WCHAR)) {
        RtlInitUnicodeString(&known, at);
        if (RtlEqualUnicodeString(&wanted, &known, TRUE))
            return TRUE;
    }
    return FALSE;
}

/* With the keys on the way there. */
static NTSTATUS open_below(HANDLE parent, PCWSTR path, PHANDLE key)
{
    UNICODE_STRING name;
    OBJECT_ATTRIBUTES attributes;
    NTSTATUS status = STATUS_OBJECT_NAME_INVALID;
    RtlInitUnicodeString(&name, path);
    const USHORT whole = name.Length;
    for (USHORT end = sizeof(WCHAR); end <= whole; end += sizeof(WCHAR)) {
        if (end < whole && path[end / sizeof(WCHAR)] != L'\\')
            continue;
        name.Length = end;
        InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, parent, NULL);
        status = ZwCreateKey(key, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, NULL);
        if (!NT_SUCCESS(status))
            return status;
        if (end < whole)
            ZwClose(*key);
    }
    return status;
}

/* A device that was there before keeps what has been made of it. */
static void set(HANDLE key, const struct setting *setting)
{
    UNICODE_STRING name;
    ULONG size;
    RtlInitUnicodeString(&name, setting->Name);
    if (ZwQueryValueKey(key, &name, KeyValuePartialInformation, NULL, 0, &size) == STATUS_OBJECT_NAME_NOT_FOUND)
        ZwSetValueKey(key, &name, 0, setting->Type, (PVOID)setting->Data, setting->Size);
}

void pip_apply_settings(const struct pip_node *node)
{
    for (LIST_ENTRY *entry = settings.Flink; entry != &settings; entry = entry->Flink) {
        const struct setting *setting = CONTAINING_RECORD(entry, struct setting, Entry);
        HANDLE device, key;
        if (!is_among(setting->Id, node->HardwareIds) && !is_among(setting->Id, node->CompatibleIds))
            continue;
        if (!NT_SUCCESS(IoOpenDeviceRegistryKey(node->Pdo, PLUGPLAY_REGKEY_DEVICE, KEY_ALL_ACCESS, &device)))
            continue;
        if (!*setting->Key) {
            set(device, setting);
        } else if (NT_SUCCESS(open_below(device, setting->Key, &key))) {
            set(key, setting);
            ZwClose(key);
        }
        ZwClose(device);
    }
}
