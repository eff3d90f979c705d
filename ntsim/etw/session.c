/* The host's session: which providers it listens to, and the events that it has got. */
#include "ntsim/etw/etwp.h"

enum { TAG = 0x53777445 /* "EtwS" */, LONGEST_EVENT = 64 * 1024 };

struct record {
    LIST_ENTRY Entry;
    struct sim_trace_event Event;
};

static LIST_ENTRY demands = {&demands, &demands}, records = {&records, &records};

struct etwp_demand *etwp_demand_of(const GUID *provider)
{
    for (LIST_ENTRY *entry = demands.Flink; entry != &demands; entry = entry->Flink) {
        struct etwp_demand *demand = CONTAINING_RECORD(entry, struct etwp_demand, Entry);
        if (RtlEqualMemory(&demand->Provider, provider, sizeof(*provider)))
            return demand;
    }
    return NULL;
}

NTSTATUS etwp_record(const GUID *provider, PCEVENT_DESCRIPTOR descriptor, ULONG count,
                     const EVENT_DATA_DESCRIPTOR *data)
{
    ULONGLONG size = 0;
    for (ULONG i = 0; i < count; i++)
        size += data[i].Size;
    if (size > LONGEST_EVENT)
        return STATUS_INTEGER_OVERFLOW;
    struct record *record = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*record), TAG);
    if (!record)
        return STATUS_NO_MEMORY;
    RtlCopyMemory(record->Event.provider, provider, sizeof(*provider));
    RtlCopyMemory(record->Event.descriptor, descriptor, sizeof(*descriptor));
    record->Event.size = (ULONG)size;
    ULONG used = 0;
    for (ULONG i = 0; i < count; i++) {
        ULONG part = min(data[i].Size, (ULONG)sizeof(record->Event.data) - used);
        RtlCopyMemory(record->Event.data + used, (const void *)(ULONG_PTR)data[i].Ptr, part);
        used += part;
    }
    InsertTailList(&records, &record->Entry);
    return STATUS_SUCCESS;
}

__declspec(dllexport) NTSTATUS SimTraceEnable(const GUID *provider, ULONG level, ULONGLONG any, ULONGLONG all)
{
    struct etwp_demand *demand = etwp_demand_of(provider);
    if (!demand) {
        demand = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*demand), TAG);
        if (!demand)
            return STATUS_NO_MEMORY;
        demand->Provider = *provider;
        InsertTailList(&demands, &demand->Entry);
    }
    demand->Level = (UCHAR)level;
    demand->Any = any;
    demand->All = all;
    etwp_tell(provider, EVENT_CONTROL_CODE_ENABLE_PROVIDER, demand);
    return STATUS_SUCCESS;
}

__declspec(dllexport) NTSTATUS SimTraceDisable(const GUID *provider)
{
    struct etwp_demand *demand = etwp_demand_of(provider);
    if (!demand)
        return STATUS_NOT_FOUND;
    RemoveEntryList(&demand->Entry);
    ExFreePoolWithTag(demand, TAG);
    etwp_tell(provider, EVENT_CONTROL_CODE_DISABLE_PROVIDER, NULL);
    return STATUS_SUCCESS;
}

__declspec(dllexport) NTSTATUS SimTraceNext(struct sim_trace_event *event)
{
    if (IsListEmpty(&records))
        return STATUS_NO_MORE_ENTRIES;
    struct record *record = CONTAINING_RECORD(RemoveHeadList(&records), struct record, Entry);
    *event = record->Event;
    ExFreePoolWithTag(record, TAG);
    return STATUS_SUCCESS;
}
