/* Power settings: values by GUID, and who wants to hear of them. */
#include "ntsim/pnp/pip.h"
#include "ntsim/po/pop.h"
#include "ntsim/verifier/leftovers.h"

#include <initguid.h>

#include <nt/po_settings.h>

struct setting {
    LIST_ENTRY Entry;
    GUID Id;
    ULONG Size;
    UCHAR Value[];
};

struct registration {
    LIST_ENTRY Entry;
    GUID Id;
    PPOWER_SETTING_CALLBACK Callback;
    PVOID Context;
};

static LIST_ENTRY settings = {&settings, &settings};
static LIST_ENTRY registrations = {&registrations, &registrations};

/* A desktop computer on the mains, with its display on and nobody asking it to save power. */
static const struct {
    const GUID *Id;
    ULONG Value;
} defaults[] = {
    {&GUID_ACDC_POWER_SOURCE, 0},     {&GUID_BATTERY_PERCENTAGE_REMAINING, 100}, {&GUID_MONITOR_POWER_ON, 1},
    {&GUID_CONSOLE_DISPLAY_STATE, 1}, {&GUID_SESSION_DISPLAY_STATUS, 1},         {&GUID_SESSION_USER_PRESENCE, 0},
    {&GUID_GLOBAL_USER_PRESENCE, 0},  {&GUID_LIDSWITCH_STATE_CHANGE, 1},         {&GUID_SYSTEM_AWAYMODE, 0},
    {&GUID_POWER_SAVING_STATUS, 0},
};

static struct setting *find(const GUID *id)
{
    for (LIST_ENTRY *entry = settings.Flink; entry != &settings; entry = entry->Flink) {
        struct setting *setting = CONTAINING_RECORD(entry, struct setting, Entry);
        if (IsEqualGUID(&setting->Id, id))
            return setting;
    }
    return NULL;
}

static struct setting *set(const GUID *id, const void *value, ULONG size)
{
    struct setting *old = find(id);
    struct setting *setting = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*setting) + size, POP_TAG);
    if (!setting)
        return NULL;
    setting->Id = *id;
    setting->Size = size;
    RtlCopyMemory(setting->Value, value, size);
    if (old) {
        RemoveEntryList(&old->Entry);
        ExFreePoolWithTag(old, POP_TAG);
    }
    InsertTailList(&settings, &setting->Entry);
    return setting;
}

/* NULL: the system knows no value of it. */
static struct setting *current(const GUID *id)
{
    struct setting *setting = find(id);
    if (setting)
        return setting;
    if (IsEqualGUID(id, &GUID_POWERSCHEME_PERSONALITY) || IsEqualGUID(id, &GUID_ACTIVE_POWERSCHEME))
        return set(id, &GUID_TYPICAL_POWER_SAVINGS, sizeof(GUID));
    for (ULONG i = 0; i < RTL_NUMBER_OF(defaults); i++)
        if (IsEqualGUID(defaults[i].Id, id))
            return set(id, &defaults[i].Value, sizeof(defaults[i].Value));
    return NULL;
}

BOOLEAN pop_on_mains(void)
{
    const struct setting *source = find(&GUID_ACDC_POWER_SOURCE);
    return !source || *(const ULONG *)source->Value == PoAc;
}

/* The callback gets a copy: it may change the setting, or end its own registration. */
static void call(const struct registration *registration, const struct setting *setting)
{
    ULONG size = setting->Size;
    GUID id = setting->Id;
    PVOID value = ExAllocatePool2(POOL_FLAG_PAGED, max(size, 1), POP_TAG);
    if (!value)
        return;
    RtlCopyMemory(value, setting->Value, size);
    vf_status_lost(registration->Callback(&id, value, size, registration->Context), "the callback of a power setting",
                   (PVOID)registration->Callback);
    ExFreePoolWithTag(value, POP_TAG);
}

struct first_call {
    const struct registration *Registration;
    const struct setting *Setting;
};

static void call_first(PVOID context)
{
    const struct first_call *first = context;
    call(first->Registration, first->Setting);
}

NTSTATUS PoRegisterPowerSettingCallback(PDEVICE_OBJECT DeviceObject, LPCGUID SettingGuid,
                                        PPOWER_SETTING_CALLBACK Callback, PVOID Context, PVOID *Handle)
{
    struct registration *registration = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*registration), POP_TAG);
    if (!registration)
        return STATUS_INSUFFICIENT_RESOURCES;
    registration->Id = *SettingGuid;
    registration->Callback = Callback;
    registration->Context = Context;
    InsertTailList(&registrations, &registration->Entry);
    vf_registered("the callback for a power setting", registration, Callback);
    if (Handle)
        *Handle = registration;
    struct first_call first = {registration, current(SettingGuid)};
    if (first.Setting)
        iop_call_on_system_thread(call_first, &first);
    return STATUS_SUCCESS;
}

NTSTATUS PoUnregisterPowerSettingCallback(PVOID Handle)
{
    for (LIST_ENTRY *entry = registrations.Flink; entry != &registrations; entry = entry->Flink)
        if (entry == Handle) {
            vf_unregistered(entry);
            RemoveEntryList(entry);
            ExFreePoolWithTag(entry, POP_TAG);
            return STATUS_SUCCESS;
        }
    return STATUS_INVALID_PARAMETER;
}

struct change {
    const GUID *Id;
    const void *Value;
    ULONG Size;
    NTSTATUS Status;
};

static void apply(PVOID context)
{
    struct change *change = context;
    const struct setting *setting = set(change->Id, change->Value, change->Size);
    change->Status = setting ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
    for (LIST_ENTRY *entry = registrations.Flink, *next; setting && entry != &registrations; entry = next) {
        const struct registration *registration = CONTAINING_RECORD(entry, struct registration, Entry);
        next = entry->Flink;
        if (IsEqualGUID(&registration->Id, change->Id) && (setting = find(change->Id)) != NULL)
            call(registration, setting);
    }
}

__declspec(dllexport) int32_t SimSetPowerSetting(const void *setting, const void *value, uint32_t size)
{
    struct change change = {.Id = setting, .Value = value, .Size = size};
    iop_call_on_system_thread(apply, &change);
    return change.Status;
}
