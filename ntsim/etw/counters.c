/*
 * Performance counters. A set is asked when the machine's side wants its values: instances that the driver keeps here,
 * and those that its callback adds. For APC_LEVEL and below.
 */
#include <ntifs.h>

#include "ntsim/etw/sim.h"

enum { TAG = ' wcP' };

struct _PCW_REGISTRATION {
    LIST_ENTRY Entry, Instances;
    UNICODE_STRING Name; /* behind the counters */
    PPCW_CALLBACK Callback;
    PVOID Context;
    ULONG Count;
    PCW_COUNTER_DESCRIPTOR Counters[];
};

struct _PCW_INSTANCE {
    LIST_ENTRY Entry;
    UNICODE_STRING Name; /* behind the data */
    ULONG Count;
    PCW_DATA Data[];
};

/* What a collection has gathered. */
struct _PCW_BUFFER {
    struct _PCW_REGISTRATION *Set;
    struct sim_counter *Out;
    ULONG Room, Count; /* Count may go beyond Room */
};

static LIST_ENTRY sets = {&sets, &sets};

static struct _PCW_REGISTRATION *find(PCUNICODE_STRING name)
{
    for (LIST_ENTRY *entry = sets.Flink; entry != &sets; entry = entry->Flink) {
        struct _PCW_REGISTRATION *set = CONTAINING_RECORD(entry, struct _PCW_REGISTRATION, Entry);
        if (RtlEqualUnicodeString(&set->Name, name, TRUE))
            return set;
    }
    return NULL;
}

NTSTATUS PcwRegister(PPCW_REGISTRATION *Registration, PPCW_REGISTRATION_INFORMATION Info)
{
    SIZE_T counters = Info->CounterCount * sizeof(PCW_COUNTER_DESCRIPTOR);
    if ((Info->Version != PCW_VERSION_1 && Info->Version != PCW_VERSION_2) || !Info->Name || Info->Name->Length == 0)
        return STATUS_INVALID_PARAMETER;
    for (ULONG i = 0; i < Info->CounterCount; i++)
        if (Info->Counters[i].Size != sizeof(ULONG) && Info->Counters[i].Size != sizeof(ULONG64))
            return STATUS_INVALID_PARAMETER;
    if (find(Info->Name))
        return STATUS_OBJECT_NAME_COLLISION;
    struct _PCW_REGISTRATION *set = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*set) + counters + Info->Name->Length, TAG);
    if (!set)
        return STATUS_INSUFFICIENT_RESOURCES;
    InitializeListHead(&set->Instances);
    set->Callback = Info->Callback;
    set->Context = Info->CallbackContext;
    set->Count = Info->CounterCount;
    RtlCopyMemory(set->Counters, Info->Counters, counters);
    set->Name = (UNICODE_STRING){Info->Name->Length, Info->Name->Length, (PWSTR)(set->Counters + set->Count)};
    RtlCopyMemory(set->Name.Buffer, Info->Name->Buffer, Info->Name->Length);
    InsertTailList(&sets, &set->Entry);
    *Registration = set;
    return STATUS_SUCCESS;
}

VOID PcwCloseInstance(PPCW_INSTANCE Instance)
{
    RemoveEntryList(&Instance->Entry);
    ExFreePoolWithTag(Instance, TAG);
}

/* NULL is none. */
VOID PcwUnregister(PPCW_REGISTRATION Registration)
{
    if (!Registration)
        return;
    while (!IsListEmpty(&Registration->Instances))
        PcwCloseInstance(CONTAINING_RECORD(Registration->Instances.Flink, struct _PCW_INSTANCE, Entry));
    RemoveEntryList(&Registration->Entry);
    ExFreePoolWithTag(Registration, TAG);
}

NTSTATUS PcwCreateInstance(PPCW_INSTANCE *Instance, PPCW_REGISTRATION Registration, PCUNICODE_STRING Name, ULONG Count,
                           PPCW_DATA Data)
{
    SIZE_T data = Count * sizeof(*Data);
    struct _PCW_INSTANCE *instance = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*instance) + data + Name->Length, TAG);
    if (!instance)
        return STATUS_INSUFFICIENT_RESOURCES;
    instance->Count = Count;
    RtlCopyMemory(instance->Data, Data, data);
    instance->Name = (UNICODE_STRING){Name->Length, Name->Length, (PWSTR)(instance->Data + Count)};
    RtlCopyMemory(instance->Name.Buffer, Name->Buffer, Name->Length);
    InsertTailList(&Registration->Instances, &instance->Entry);
    *Instance = instance;
    return STATUS_SUCCESS;
}

static BOOLEAN read(const PCW_COUNTER_DESCRIPTOR *counter, ULONG count, const PCW_DATA *data, ULONG64 *value)
{
    if (counter->StructIndex >= count || !data[counter->StructIndex].Data ||
        (ULONG)counter->Offset + counter->Size > data[counter->StructIndex].Size)
        return FALSE;
    *value = 0;
    RtlCopyMemory(value, (const UCHAR *)data[counter->StructIndex].Data + counter->Offset, counter->Size);
    return TRUE;
}

NTSTATUS PcwAddInstance(PPCW_BUFFER Buffer, PCUNICODE_STRING Name, ULONG Id, ULONG Count, PPCW_DATA Data)
{
    for (ULONG i = 0; i < Buffer->Set->Count; i++) {
        struct sim_counter counter = {.id = Id, .counter = Buffer->Set->Counters[i].Id};
        RtlCopyMemory(counter.instance, Name->Buffer, min(Name->Length, sizeof(counter.instance) - sizeof(WCHAR)));
        if (!read(&Buffer->Set->Counters[i], Count, Data, &counter.value))
            continue;
        if (Buffer->Count < Buffer->Room)
            Buffer->Out[Buffer->Count] = counter;
        Buffer->Count++;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS ask(struct _PCW_REGISTRATION *set, PCW_CALLBACK_TYPE type, PPCW_BUFFER buffer)
{
    static const UNICODE_STRING all = RTL_CONSTANT_STRING(L"*");
    PCW_CALLBACK_INFORMATION information = {0};
    if (type == PcwCallbackAddCounter || type == PcwCallbackRemoveCounter)
        information.AddCounter = (PCW_COUNTER_INFORMATION){MAXULONG64, &all};
    else
        information.CollectData = (PCW_MASK_INFORMATION){
            .CounterMask = MAXULONG64, .InstanceMask = &all, .InstanceId = PCW_ANY_INSTANCE_ID, .Buffer = buffer};
    return set->Callback(type, &information, set->Context);
}

/* A consumer comes, lists the instances, collects once, and goes. */
static NTSTATUS collect(struct _PCW_REGISTRATION *set, PPCW_BUFFER buffer)
{
    for (LIST_ENTRY *entry = set->Instances.Flink; entry != &set->Instances; entry = entry->Flink) {
        struct _PCW_INSTANCE *instance = CONTAINING_RECORD(entry, struct _PCW_INSTANCE, Entry);
        PcwAddInstance(buffer, &instance->Name, 0, instance->Count, instance->Data);
    }
    if (!set->Callback)
        return STATUS_SUCCESS;
    struct _PCW_BUFFER listed = {.Set = set};
    NTSTATUS status = ask(set, PcwCallbackAddCounter, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = ask(set, PcwCallbackEnumerateInstances, &listed);
    if (NT_SUCCESS(status))
        status = ask(set, PcwCallbackCollectData, buffer);
    ask(set, PcwCallbackRemoveCounter, NULL);
    return status;
}

__declspec(dllexport) int32_t SimCollectCounters(const uint16_t *set_name, struct sim_counter *out, uint32_t room,
                                                 uint32_t *count)
{
    UNICODE_STRING name;
    struct _PCW_BUFFER buffer = {.Out = out, .Room = room};
    RtlInitUnicodeString(&name, set_name);
    buffer.Set = find(&name);
    *count = 0;
    if (!buffer.Set)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    NTSTATUS status = collect(buffer.Set, &buffer);
    *count = buffer.Count;
    return status;
}
