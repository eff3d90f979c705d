/* Providers of events: EtwRegister to EtwWrite. A REGHANDLE is the address of a registration. */
#include "ntsim/etw/etwp.h"
#include "ntsim/verifier/leftovers.h"

enum { TAG = 0x52777445 /* "EtwR" */, MOST_DATA = 128 };

struct registration {
    LIST_ENTRY Entry;
    GUID Provider;
    PETWENABLECALLBACK Callback;
    PVOID Context;
};

static LIST_ENTRY registrations = {&registrations, &registrations};
static GUID activity; /* threads have none of their own yet */

static struct registration *find(REGHANDLE handle)
{
    for (LIST_ENTRY *entry = registrations.Flink; entry != &registrations; entry = entry->Flink)
        if ((REGHANDLE)entry == handle)
            return CONTAINING_RECORD(entry, struct registration, Entry);
    return NULL;
}

static void tell(const struct registration *registration, ULONG code, const struct etwp_demand *demand)
{
    static const GUID nobody;
    if (registration->Callback)
        registration->Callback(&nobody, code, demand ? demand->Level : 0, demand ? demand->Any : 0,
                               demand ? demand->All : 0, NULL, registration->Context);
}

void etwp_tell(const GUID *provider, ULONG code, const struct etwp_demand *demand)
{
    for (LIST_ENTRY *entry = registrations.Flink, *next; entry != &registrations; entry = next) {
        struct registration *registration = CONTAINING_RECORD(entry, struct registration, Entry);
        next = entry->Flink;
        if (RtlEqualMemory(&registration->Provider, provider, sizeof(*provider)))
            tell(registration, code, demand);
    }
}

NTSTATUS EtwRegister(LPCGUID ProviderId, PETWENABLECALLBACK EnableCallback, PVOID CallbackContext, PREGHANDLE RegHandle)
{
    struct registration *registration = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*registration), TAG);
    if (!registration)
        return STATUS_NO_MEMORY;
    registration->Provider = *ProviderId;
    registration->Callback = EnableCallback;
    registration->Context = CallbackContext;
    InsertTailList(&registrations, &registration->Entry);
    vf_registered("the event provider", registration, EnableCallback);
    *RegHandle = (REGHANDLE)&registration->Entry;
    const struct etwp_demand *demand = etwp_demand_of(ProviderId);
    if (demand)
        tell(registration, EVENT_CONTROL_CODE_ENABLE_PROVIDER, demand);
    return STATUS_SUCCESS;
}

NTSTATUS EtwUnregister(REGHANDLE RegHandle)
{
    struct registration *registration = find(RegHandle);
    if (!registration)
        return STATUS_INVALID_HANDLE;
    vf_unregistered(registration);
    RemoveEntryList(&registration->Entry);
    ExFreePoolWithTag(registration, TAG);
    return STATUS_SUCCESS;
}

static BOOLEAN wanted(const struct registration *registration, UCHAR level, ULONGLONG keyword)
{
    const struct etwp_demand *demand = registration ? etwp_demand_of(&registration->Provider) : NULL;
    if (!demand || (level && demand->Level && level > demand->Level))
        return FALSE;
    return keyword == 0 || ((!demand->Any || keyword & demand->Any) && (keyword & demand->All) == demand->All);
}

BOOLEAN EtwProviderEnabled(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword)
{
    return wanted(find(RegHandle), Level, Keyword);
}

BOOLEAN EtwEventEnabled(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor)
{
    return wanted(find(RegHandle), EventDescriptor->Level, EventDescriptor->Keyword);
}

NTSTATUS EtwWriteEx(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, ULONG64 Filter, ULONG Flags,
                    LPCGUID ActivityId, LPCGUID RelatedActivityId, ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData)
{
    const struct registration *registration = find(RegHandle);
    if (!registration)
        return STATUS_INVALID_HANDLE;
    if (UserDataCount > MOST_DATA)
        return STATUS_INVALID_PARAMETER;
    if (!wanted(registration, EventDescriptor->Level, EventDescriptor->Keyword))
        return STATUS_SUCCESS;
    return etwp_record(&registration->Provider, EventDescriptor, UserDataCount, UserData);
}

NTSTATUS EtwWriteTransfer(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID ActivityId,
                          LPCGUID RelatedActivityId, ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData)
{
    return EtwWriteEx(RegHandle, EventDescriptor, 0, 0, ActivityId, RelatedActivityId, UserDataCount, UserData);
}

NTSTATUS EtwWrite(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID ActivityId, ULONG UserDataCount,
                  PEVENT_DATA_DESCRIPTOR UserData)
{
    return EtwWriteEx(RegHandle, EventDescriptor, 0, 0, ActivityId, NULL, UserDataCount, UserData);
}

NTSTATUS EtwWriteString(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword, LPCGUID ActivityId, PCWSTR String)
{
    const EVENT_DESCRIPTOR descriptor = {.Level = Level, .Keyword = Keyword};
    ULONG length = 0;
    while (String[length])
        length++;
    EVENT_DATA_DESCRIPTOR data = {.Ptr = (ULONGLONG)(ULONG_PTR)String, .Size = (length + 1) * sizeof(WCHAR)};
    return EtwWriteEx(RegHandle, &descriptor, 0, 0, ActivityId, NULL, 1, &data);
}

/* Binary tracking and traits describe events to who decodes them; nothing here does. */
NTSTATUS EtwSetInformation(REGHANDLE RegHandle, EVENT_INFO_CLASS InformationClass, PVOID EventInformation,
                           ULONG InformationLength)
{
    if (!find(RegHandle))
        return STATUS_INVALID_HANDLE;
    return InformationClass == EventProviderSetTraits || InformationClass == EventProviderUseDescriptorType
               ? STATUS_SUCCESS
               : STATUS_NOT_SUPPORTED;
}

NTSTATUS EtwActivityIdControl(ULONG ControlCode, LPGUID ActivityId)
{
    static ULONG created;
    const GUID before = activity;
    const GUID fresh = {0x51D00000 + created, 0xAC71, 0x4EED, {0x80}};
    switch (ControlCode) {
    case EVENT_ACTIVITY_CTRL_GET_ID:
        *ActivityId = before;
        return STATUS_SUCCESS;
    case EVENT_ACTIVITY_CTRL_SET_ID:
        activity = *ActivityId;
        return STATUS_SUCCESS;
    case EVENT_ACTIVITY_CTRL_CREATE_ID:
        created++;
        *ActivityId = fresh;
        return STATUS_SUCCESS;
    case EVENT_ACTIVITY_CTRL_GET_SET_ID:
        activity = *ActivityId;
        *ActivityId = before;
        return STATUS_SUCCESS;
    case EVENT_ACTIVITY_CTRL_CREATE_SET_ID:
        created++;
        activity = fresh;
        *ActivityId = before;
        return STATUS_SUCCESS;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}
