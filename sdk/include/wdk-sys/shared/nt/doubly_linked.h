/*
 * Doubly linked lists, for drivers of kernel and user mode: wdm.h and wudfwdm.h include this. The head is an entry that
 * belongs to no element. A list that does not hold together is an attack or a bug; going on would only spread it.
 */
#ifndef WDK_NT_DOUBLY_LINKED_H
#define WDK_NT_DOUBLY_LINKED_H

#ifndef _WINNT_ /* windows.h comes first in user mode */
#include <ntdef.h>
#endif
#include <driverspecs.h>

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID InitializeListHead(_Out_ PLIST_ENTRY ListHead)
{
    ListHead->Flink = ListHead->Blink = ListHead;
}

_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_
FORCEINLINE BOOLEAN IsListEmpty(_In_ const LIST_ENTRY *ListHead)
{
    return (BOOLEAN)(ListHead->Flink == ListHead);
}

FORCEINLINE VOID RtlpCheckListEntry(_In_ PLIST_ENTRY Entry)
{
    if (Entry->Flink->Blink != Entry || Entry->Blink->Flink != Entry) {
        __fastfail(3); /* FAST_FAIL_CORRUPT_LIST_ENTRY */
    }
}

FORCEINLINE BOOLEAN RemoveEntryListUnsafe(_In_ PLIST_ENTRY Entry)
{
    PLIST_ENTRY next = Entry->Flink;
    PLIST_ENTRY previous = Entry->Blink;

    previous->Flink = next;
    next->Blink = previous;
    return (BOOLEAN)(next == previous);
}

/* Returns TRUE when the list became empty. */
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE BOOLEAN RemoveEntryList(_In_ PLIST_ENTRY Entry)
{
    RtlpCheckListEntry(Entry);
    return RemoveEntryListUnsafe(Entry);
}

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE PLIST_ENTRY RemoveHeadList(_Inout_ PLIST_ENTRY ListHead)
{
    PLIST_ENTRY entry = ListHead->Flink;
    PLIST_ENTRY next = entry->Flink;

    if (entry->Blink != ListHead || next->Blink != entry) {
        __fastfail(3); /* FAST_FAIL_CORRUPT_LIST_ENTRY */
    }
    ListHead->Flink = next;
    next->Blink = ListHead;
    return entry;
}

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE PLIST_ENTRY RemoveTailList(_Inout_ PLIST_ENTRY ListHead)
{
    PLIST_ENTRY entry = ListHead->Blink;
    PLIST_ENTRY previous = entry->Blink;

    if (entry->Flink != ListHead || previous->Flink != entry) {
        __fastfail(3); /* FAST_FAIL_CORRUPT_LIST_ENTRY */
    }
    ListHead->Blink = previous;
    previous->Flink = ListHead;
    return entry;
}

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID InsertTailList(_Inout_ PLIST_ENTRY ListHead, _Out_ __drv_aliasesMem PLIST_ENTRY Entry)
{
    PLIST_ENTRY previous = ListHead->Blink;

    if (previous->Flink != ListHead) {
        __fastfail(3); /* FAST_FAIL_CORRUPT_LIST_ENTRY */
    }
    Entry->Flink = ListHead;
    Entry->Blink = previous;
    previous->Flink = Entry;
    ListHead->Blink = Entry;
}

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID InsertHeadList(_Inout_ PLIST_ENTRY ListHead, _Out_ __drv_aliasesMem PLIST_ENTRY Entry)
{
    PLIST_ENTRY next = ListHead->Flink;

    if (next->Blink != ListHead) {
        __fastfail(3); /* FAST_FAIL_CORRUPT_LIST_ENTRY */
    }
    Entry->Flink = next;
    Entry->Blink = ListHead;
    next->Blink = Entry;
    ListHead->Flink = Entry;
}

/* Splices the ring that ListToAppend is part of, head included, behind the last entry of ListHead. */
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID AppendTailList(_Inout_ PLIST_ENTRY ListHead, _Inout_ PLIST_ENTRY ListToAppend)
{
    PLIST_ENTRY last = ListHead->Blink;

    RtlpCheckListEntry(ListHead);
    RtlpCheckListEntry(ListToAppend);
    ListHead->Blink->Flink = ListToAppend;
    ListHead->Blink = ListToAppend->Blink;
    ListToAppend->Blink->Flink = ListHead;
    ListToAppend->Blink = last;
}

#ifdef __cplusplus
}
#endif

#endif
