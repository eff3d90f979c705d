/*
 * Resources: reader-writer locks with owners. The exclusive owner, or the first of the shared ones, has OwnerEntry; the
 * others have entries of OwnerTable, whose first entry holds the table's size. Whoever releases hands the resource on
 * to those who wait before they run.
 */
#include "ntsim/ex/exp.h"
#include "ntsim/ke/watch.h"

enum {
    OWNED_EXCLUSIVE = 0x80, /* in Flag */
    FIRST_TABLE = 4,
    ACQUIRE_APCS = 0x37, /* kinds of violations */
    RELEASE_APCS,
    MISALIGNED = 0x3D,
    DELETED_UNINITIALIZED = 0xD1,
};

static LIST_ENTRY resources = {&resources, &resources};

static BOOLEAN is_exclusive(const ERESOURCE *resource)
{
    return (resource->Flag & OWNED_EXCLUSIVE) != 0;
}

static ERESOURCE_THREAD current(void)
{
    return (ERESOURCE_THREAD)ki_current_thread();
}

static void check(PERESOURCE resource, ULONG kind)
{
    KIRQL irql = ki_current_processor()->Irql;
    if ((ULONG_PTR)resource % sizeof(PVOID) || !resource->SystemResourcesList.Flink)
        exp_violation(MISALIGNED, 0, 0, (ULONG64)resource, "this is no initialized resource");
    if (irql > APC_LEVEL && kind == ACQUIRE_APCS)
        exp_violation(kind, irql, ki_current_thread()->KernelApcDisable, (ULONG64)resource,
                      "a resource is acquired above APC_LEVEL");
    if (!exp_apcs_are_disabled() && !ki_current_thread()->SystemThread)
        exp_violation(kind, irql, ki_current_thread()->KernelApcDisable, (ULONG64)resource,
                      "a resource is acquired or released with normal kernel APCs enabled");
}

PVOID exp_find_resource(ULONG64 begin, SIZE_T size)
{
    for (LIST_ENTRY *entry = resources.Flink; entry != &resources; entry = entry->Flink)
        if ((ULONG64)entry - begin < size)
            return CONTAINING_RECORD(entry, ERESOURCE, SystemResourcesList);
    return NULL;
}

/* --- owners --- */

static POWNER_ENTRY find_owner(PERESOURCE resource, ERESOURCE_THREAD thread)
{
    if (resource->OwnerEntry.OwnerThread == thread)
        return &resource->OwnerEntry;
    ULONG size = resource->OwnerTable ? resource->OwnerTable->TableSize : 0;
    for (ULONG i = 1; i < size; i++)
        if (resource->OwnerTable[i].OwnerThread == thread)
            return &resource->OwnerTable[i];
    return NULL;
}

/* An empty entry; the table grows where there is none. */
static POWNER_ENTRY free_entry(PERESOURCE resource)
{
    POWNER_ENTRY found = find_owner(resource, 0);
    if (found)
        return found;
    ULONG size = resource->OwnerTable ? resource->OwnerTable->TableSize : 0, larger = size ? 2 * size : FIRST_TABLE;
    POWNER_ENTRY table =
        ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_RAISE_ON_FAILURE, larger * sizeof(*table), 'ceRe');
    if (size) {
        RtlCopyMemory(table, resource->OwnerTable, size * sizeof(*table));
        ExFreePoolWithTag(resource->OwnerTable, 'ceRe');
    }
    table->TableSize = larger;
    resource->OwnerTable = table;
    return &table[size ? size : 1];
}

static void add_owner(PERESOURCE resource, ERESOURCE_THREAD thread, BOOLEAN shared)
{
    POWNER_ENTRY entry = shared ? find_owner(resource, thread) : &resource->OwnerEntry;
    if (!entry)
        entry = free_entry(resource);
    if (entry->OwnerThread != thread) {
        entry->OwnerThread = thread;
        entry->OwnerCount = 0;
        resource->ActiveEntries++;
    }
    entry->OwnerCount++;
    resource->ActiveCount = 1;
    if (!shared)
        resource->Flag |= OWNED_EXCLUSIVE;
}

/* --- acquiring --- */

static BOOLEAN wait_for(PERESOURCE resource, BOOLEAN shared, BOOLEAN wait)
{
    if (!wait)
        return FALSE;
    ULONG *waiting = shared ? &resource->NumberOfSharedWaiters : &resource->NumberOfExclusiveWaiters;
    resource->ContentionCount++;
    (*waiting)++;
    exp_wait(resource, shared, WrResource);
    return TRUE;
}

BOOLEAN ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait)
{
    check(Resource, ACQUIRE_APCS);
    if (Resource->ActiveCount == 0 || (is_exclusive(Resource) && Resource->OwnerEntry.OwnerThread == current())) {
        add_owner(Resource, current(), FALSE);
        return TRUE;
    }
    return wait_for(Resource, FALSE, Wait);
}

enum shared_kind { SHARED_PLAIN, SHARED_STARVE_EXCLUSIVE, SHARED_WAIT_FOR_EXCLUSIVE };

static BOOLEAN acquire_shared(PERESOURCE resource, BOOLEAN wait, enum shared_kind kind)
{
    check(resource, ACQUIRE_APCS);
    BOOLEAN exclusive_waiters = resource->NumberOfExclusiveWaiters != 0, free;
    if (is_exclusive(resource)) {
        if (resource->OwnerEntry.OwnerThread == current()) {
            add_owner(resource, current(), FALSE);
            return TRUE;
        }
        free = FALSE;
    } else if (kind == SHARED_PLAIN) {
        free = !exclusive_waiters || find_owner(resource, current());
    } else {
        free = kind == SHARED_STARVE_EXCLUSIVE || !exclusive_waiters;
    }
    if (!free)
        return wait_for(resource, TRUE, wait);
    add_owner(resource, current(), TRUE);
    return TRUE;
}

BOOLEAN ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait)
{
    return acquire_shared(Resource, Wait, SHARED_PLAIN);
}

BOOLEAN ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
    return acquire_shared(Resource, Wait, SHARED_STARVE_EXCLUSIVE);
}

BOOLEAN ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
    return acquire_shared(Resource, Wait, SHARED_WAIT_FOR_EXCLUSIVE);
}

PVOID ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource)
{
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(Resource, TRUE);
    return NULL; /* the thread's Win32 data */
}

/* --- releasing --- */

static struct exp_waiter *next_of(PERESOURCE resource, BOOLEAN shared)
{
    struct exp_waiter *waiter = NULL;
    while ((waiter = exp_next_waiter(resource, waiter)) != NULL && waiter->Shared != shared)
        ;
    return waiter;
}

static void grant_shared(PERESOURCE resource)
{
    for (struct exp_waiter *waiter; (waiter = next_of(resource, TRUE)) != NULL;) {
        resource->NumberOfSharedWaiters--;
        add_owner(resource, (ERESOURCE_THREAD)waiter->Thread, TRUE);
        exp_grant(waiter);
    }
}

static void grant_exclusive(PERESOURCE resource)
{
    struct exp_waiter *waiter = next_of(resource, FALSE);
    resource->NumberOfExclusiveWaiters--;
    add_owner(resource, (ERESOURCE_THREAD)waiter->Thread, FALSE);
    exp_grant(waiter);
}

static void release(PERESOURCE resource, ERESOURCE_THREAD thread)
{
    POWNER_ENTRY entry = find_owner(resource, thread);
    if (!entry || thread == 0)
        ki_bug_check(RESOURCE_NOT_OWNED, (ULONG64)resource, thread, (ULONG64)resource->OwnerTable, 0, NULL,
                     "a resource is released for a thread that does not hold it");
    if (--entry->OwnerCount)
        return;
    entry->OwnerThread = 0;
    if (--resource->ActiveEntries)
        return;
    BOOLEAN was_exclusive = is_exclusive(resource);
    resource->ActiveCount = 0;
    resource->Flag &= (USHORT)~OWNED_EXCLUSIVE;
    KIRQL old = ki_current_processor()->Irql;
    if (old < DISPATCH_LEVEL)
        KfRaiseIrql(DISPATCH_LEVEL);
    if (resource->NumberOfSharedWaiters && (was_exclusive || !resource->NumberOfExclusiveWaiters))
        grant_shared(resource);
    else if (resource->NumberOfExclusiveWaiters)
        grant_exclusive(resource);
    if (old < DISPATCH_LEVEL)
        KeLowerIrql(old);
}

VOID ExReleaseResourceLite(PERESOURCE Resource)
{
    check(Resource, RELEASE_APCS);
    release(Resource, current());
}

VOID ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId)
{
    check(Resource, RELEASE_APCS);
    release(Resource, ResourceThreadId);
}

VOID ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource)
{
    ExReleaseResourceLite(Resource);
    KeLeaveCriticalRegion();
}

VOID ExConvertExclusiveToSharedLite(PERESOURCE Resource)
{
    check(Resource, RELEASE_APCS);
    if (!ExIsResourceAcquiredExclusiveLite(Resource))
        ki_bug_check(RESOURCE_NOT_OWNED, (ULONG64)Resource, current(), (ULONG64)Resource->OwnerTable, 0, NULL,
                     "a resource is converted that the thread does not hold exclusively");
    Resource->Flag &= (USHORT)~OWNED_EXCLUSIVE;
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    grant_shared(Resource);
    KeLowerIrql(old);
}

/* --- the rest --- */

static void init(PERESOURCE resource)
{
    RtlZeroMemory(resource, sizeof(*resource));
    InsertTailList(&resources, &resource->SystemResourcesList);
    ki_watch(resource);
}

NTSTATUS ExInitializeResourceLite(PERESOURCE Resource)
{
    init(Resource);
    return STATUS_SUCCESS;
}

NTSTATUS ExDeleteResourceLite(PERESOURCE Resource)
{
    if (!Resource->SystemResourcesList.Flink)
        exp_violation(DELETED_UNINITIALIZED, (ULONG64)Resource, 0, 0, "a resource is deleted that was not initialized");
    if (Resource->OwnerTable)
        ExFreePoolWithTag(Resource->OwnerTable, 'ceRe');
    RemoveEntryList(&Resource->SystemResourcesList);
    ki_unwatch(Resource);
    RtlZeroMemory(Resource, sizeof(*Resource));
    return STATUS_SUCCESS;
}

NTSTATUS ExReinitializeResourceLite(PERESOURCE Resource)
{
    ExDeleteResourceLite(Resource);
    return ExInitializeResourceLite(Resource);
}

ULONG ExGetExclusiveWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfExclusiveWaiters;
}

ULONG ExGetSharedWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfSharedWaiters;
}

BOOLEAN ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource)
{
    return is_exclusive(Resource) && Resource->OwnerEntry.OwnerThread == current();
}

ULONG ExIsResourceAcquiredSharedLite(PERESOURCE Resource)
{
    POWNER_ENTRY entry = find_owner(Resource, current());
    return entry ? entry->OwnerCount : 0;
}

/* The owner is no thread any more, but something that whoever releases knows: its two lowest bits are set. */
VOID ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID OwnerPointer)
{
    POWNER_ENTRY entry = find_owner(Resource, current());
    if (!entry)
        ki_bug_check(RESOURCE_NOT_OWNED, (ULONG64)Resource, current(), (ULONG64)Resource->OwnerTable, 0, NULL,
                     "the owner of a resource is set by a thread that does not hold it");
    POWNER_ENTRY other = find_owner(Resource, (ERESOURCE_THREAD)OwnerPointer);
    if (other && other != entry) {
        other->OwnerCount += entry->OwnerCount;
        entry->OwnerThread = 0;
        entry->OwnerCount = 0;
        Resource->ActiveEntries--;
    } else {
        entry->OwnerThread = (ERESOURCE_THREAD)OwnerPointer;
    }
}

VOID ExSetResourceOwnerPointerEx(PERESOURCE Resource, PVOID OwnerPointer, ULONG Flags)
{
    ExSetResourceOwnerPointer(Resource, OwnerPointer);
}

/* Priorities are not boosted on account of resources. */
VOID ExDisableResourceBoostLite(PERESOURCE Resource)
{
}
