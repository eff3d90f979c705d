/* Lookaside lists: the fast paths are inline in the drivers; here is what they are set up with. */
#include "ntsim/ex/exp.h"
#include "ntsim/ke/watch.h"

enum { DEFAULT_DEPTH = 256, SMALLEST_ENTRY = sizeof(SLIST_ENTRY), DELETED_UNINITIALIZED = 0xCB };

static LIST_ENTRY lists = {&lists, &lists};

/* Blocks are those of the driver that calls, which these stand for. */
static PVOID NTAPI allocate(POOL_TYPE type, SIZE_T size, ULONG tag)
{
    return exp_allocate(type, size, tag, FALSE, _ReturnAddress());
}

static void NTAPI release(PVOID block)
{
    exp_free(block, 0, _ReturnAddress());
}

static PVOID NTAPI allocate_ex(POOL_TYPE type, SIZE_T size, ULONG tag, PLOOKASIDE_LIST_EX list)
{
    return exp_allocate(type, size, tag, FALSE, _ReturnAddress());
}

/* Quotas are not kept; raising and failing differ. */
static PVOID NTAPI allocate_ex_raising(POOL_TYPE type, SIZE_T size, ULONG tag, PLOOKASIDE_LIST_EX list)
{
    return exp_allocate(type, size, tag, TRUE, _ReturnAddress());
}

static void NTAPI release_ex(PVOID block, PLOOKASIDE_LIST_EX list)
{
    exp_free(block, 0, _ReturnAddress());
}

static void init(PGENERAL_LOOKASIDE list, POOL_TYPE type, SIZE_T size, ULONG tag)
{
    RtlZeroMemory(list, sizeof(GENERAL_LOOKASIDE_POOL));
    InitializeSListHead(&list->ListHead);
    /* The verifier wants to see each block come and go. */
    list->Depth = list->MaximumDepth = vf_on ? 0 : DEFAULT_DEPTH;
    list->Type = type;
    list->Tag = tag;
    list->Size = (ULONG)max(size, SMALLEST_ENTRY);
    InsertTailList(&lists, &list->ListEntry);
    ki_watch(list);
}

PVOID exp_find_lookaside(ULONG64 begin, SIZE_T size)
{
    for (LIST_ENTRY *entry = lists.Flink; entry != &lists; entry = entry->Flink) {
        PGENERAL_LOOKASIDE list = CONTAINING_RECORD(entry, GENERAL_LOOKASIDE, ListEntry);
        if ((ULONG64)list - begin < size)
            return list;
    }
    return NULL;
}

static void forget(PGENERAL_LOOKASIDE list)
{
    if (!list->ListEntry.Flink)
        exp_violation(DELETED_UNINITIALIZED, (ULONG64)list, 0, 0,
                      "a lookaside list is deleted that was not initialized, or twice");
    RemoveEntryList(&list->ListEntry);
    list->ListEntry.Flink = NULL;
    ki_unwatch(list);
}

/* Drivers call it as they call a function that they import: it may be seen, and fail, like one. */
static PVOID gated(PVOID function)
{
    return vf_gate_by_name("ExAllocatePoolWithTag", function);
}

static void init_old(PGENERAL_LOOKASIDE list, PALLOCATE_FUNCTION allocate_function, PFREE_FUNCTION free_function,
                     POOL_TYPE type, ULONG flags, SIZE_T size, ULONG tag)
{
    init(list, (POOL_TYPE)((ULONG)type | (flags & (POOL_RAISE_IF_ALLOCATION_FAILURE | POOL_NX_ALLOCATION))), size, tag);
    list->Allocate = allocate_function ? allocate_function : (PALLOCATE_FUNCTION)gated(allocate);
    list->Free = free_function ? free_function : release;
}

VOID ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free,
                                     ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
    init_old(&Lookaside->L, Allocate, Free, NonPagedPool, Flags, Size, Tag);
}

VOID ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free,
                                    ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
    init_old(&Lookaside->L, Allocate, Free, PagedPool, Flags, Size, Tag);
}

static void flush_old(PGENERAL_LOOKASIDE list)
{
    for (PSLIST_ENTRY entry; (entry = ExpInterlockedPopEntrySList(&list->ListHead)) != NULL;)
        list->Free(entry);
}

VOID ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside)
{
    forget(&Lookaside->L);
    flush_old(&Lookaside->L);
}

VOID ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside)
{
    forget(&Lookaside->L);
    flush_old(&Lookaside->L);
}

NTSTATUS ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PALLOCATE_FUNCTION_EX Allocate,
                                     PFREE_FUNCTION_EX Free, POOL_TYPE PoolType, ULONG Flags, SIZE_T Size, ULONG Tag,
                                     USHORT Depth)
{
    const ULONG both = EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL | EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE;
    if ((Flags & ~both) || (Flags & both) == both)
        return STATUS_INVALID_PARAMETER_5;
    if (Size > MAXULONG)
        return STATUS_INVALID_PARAMETER_6;
    init((PGENERAL_LOOKASIDE)&Lookaside->L, PoolType, Size, Tag);
    PALLOCATE_FUNCTION_EX own = (Flags & EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL)
                                    ? allocate_ex_raising
                                    : (PALLOCATE_FUNCTION_EX)gated(allocate_ex);
    Lookaside->L.AllocateEx = Allocate ? Allocate : own;
    Lookaside->L.FreeEx = Free ? Free : release_ex;
    return STATUS_SUCCESS;
}

VOID ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    for (PSLIST_ENTRY entry; (entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead)) != NULL;)
        Lookaside->L.FreeEx(entry, Lookaside);
}

VOID ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    forget((PGENERAL_LOOKASIDE)&Lookaside->L);
    ExFlushLookasideListEx(Lookaside);
}
