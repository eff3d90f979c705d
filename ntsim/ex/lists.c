/* Interlocked lists and sums. Nothing interrupts the code of those without a spin lock. */
#include "ntsim/ex/exp.h"
#include "ntsim/ke/schedule.h"

/* --- sequenced singly linked lists --- */

static void set_first(PSLIST_HEADER head, PSLIST_ENTRY first, ULONG depth)
{
    head->HeaderX64.Depth = depth;
    head->HeaderX64.Sequence++;
    head->HeaderX64.NextEntry = (ULONG64)first >> 4;
}

PSLIST_ENTRY ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, ListHead);
    PSLIST_ENTRY first = FirstEntrySList(ListHead);
    if (first)
        set_first(ListHead, first->Next, (ULONG)ListHead->HeaderX64.Depth - 1);
    return first;
}

PSLIST_ENTRY ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, ListHead);
    PSLIST_ENTRY first = FirstEntrySList(ListHead);
    if ((ULONG64)ListEntry % 16)
        ExRaiseStatus(STATUS_DATATYPE_MISALIGNMENT);
    ListEntry->Next = first;
    set_first(ListHead, ListEntry, (ULONG)ListHead->HeaderX64.Depth + 1);
    return first;
}

PSLIST_ENTRY ExpInterlockedFlushSList(PSLIST_HEADER ListHead)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, ListHead);
    PSLIST_ENTRY first = FirstEntrySList(ListHead);
    set_first(ListHead, NULL, 0);
    return first;
}

/* Binaries built with other headers import these; ours have them inline. */
VOID ex_initialize_slist(PSLIST_HEADER head)
{
    InitializeSListHead(head);
}
USHORT ex_query_depth_slist(PSLIST_HEADER head)
{
    return ExQueryDepthSList(head);
}
PSLIST_ENTRY ex_first_entry_slist(PSLIST_HEADER head)
{
    return FirstEntrySList(head);
}
#pragma comment(linker, "/EXPORT:InitializeSListHead=ex_initialize_slist")
#pragma comment(linker, "/EXPORT:ExQueryDepthSList=ex_query_depth_slist")
#pragma comment(linker, "/EXPORT:FirstEntrySList=ex_first_entry_slist")

/* --- with a spin lock, at any IRQL --- */

static KIRQL lock(PKSPIN_LOCK spin_lock)
{
    KIRQL old = KfRaiseIrql(HIGH_LEVEL);
    KeAcquireSpinLockAtDpcLevel(spin_lock);
    return old;
}

static void unlock(PKSPIN_LOCK spin_lock, KIRQL old)
{
    KeReleaseSpinLockFromDpcLevel(spin_lock);
    KeLowerIrql(old);
}

PLIST_ENTRY ExInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, Lock);
    KIRQL old = lock(Lock);
    PLIST_ENTRY first = IsListEmpty(ListHead) ? NULL : ListHead->Flink;
    InsertHeadList(ListHead, ListEntry);
    unlock(Lock, old);
    KI_POINT(MACHINE_POINT_LIST, Lock);
    return first;
}

PLIST_ENTRY ExInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, Lock);
    KIRQL old = lock(Lock);
    PLIST_ENTRY last = IsListEmpty(ListHead) ? NULL : ListHead->Blink;
    InsertTailList(ListHead, ListEntry);
    unlock(Lock, old);
    KI_POINT(MACHINE_POINT_LIST, Lock);
    return last;
}

PLIST_ENTRY ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, Lock);
    KIRQL old = lock(Lock);
    PLIST_ENTRY first = IsListEmpty(ListHead) ? NULL : RemoveHeadList(ListHead);
    unlock(Lock, old);
    KI_POINT(MACHINE_POINT_LIST, Lock);
    return first;
}

PSINGLE_LIST_ENTRY ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, Lock);
    KIRQL old = lock(Lock);
    PSINGLE_LIST_ENTRY first = PopEntryList(ListHead);
    unlock(Lock, old);
    KI_POINT(MACHINE_POINT_LIST, Lock);
    return first;
}

PSINGLE_LIST_ENTRY ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY ListEntry,
                                              PKSPIN_LOCK Lock)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, Lock);
    KIRQL old = lock(Lock);
    PSINGLE_LIST_ENTRY first = ListHead->Next;
    PushEntryList(ListHead, ListEntry);
    unlock(Lock, old);
    KI_POINT(MACHINE_POINT_LIST, Lock);
    return first;
}

LARGE_INTEGER ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment, PKSPIN_LOCK Lock)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, Lock);
    KIRQL old = lock(Lock);
    LARGE_INTEGER before = *Addend;
    Addend->QuadPart += Increment.QuadPart;
    unlock(Lock, old);
    KI_POINT(MACHINE_POINT_LIST, Lock);
    return before;
}

ULONG ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock)
{
    KI_POINT_BEFORE(MACHINE_POINT_LIST, Lock);
    KIRQL old = lock(Lock);
    ULONG before = *Addend;
    *Addend += Increment;
    unlock(Lock, old);
    KI_POINT(MACHINE_POINT_LIST, Lock);
    return before;
}
