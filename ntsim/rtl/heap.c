/* Heaps: blocks of paged pool, which the heap remembers so as to give them back when it is destroyed. */
#include "ntsim/rtl/rtlp.h"

struct heap {
    LIST_ENTRY Blocks;
    ULONG Flags;
};

struct block {
    LIST_ENTRY Entry;
    DECLSPEC_ALIGN(16) UCHAR Data[];
};

/* A block of memory given by the caller is not needed, and a lock neither: nothing is preempted. */
PVOID RtlCreateHeap(ULONG Flags, PVOID HeapBase, SIZE_T ReserveSize, SIZE_T CommitSize, PVOID Lock,
                    PRTL_HEAP_PARAMETERS Parameters)
{
    struct heap *heap = rtlp_allocate(sizeof(*heap));
    if (!heap)
        return NULL;
    InitializeListHead(&heap->Blocks);
    heap->Flags = Flags;
    return heap;
}

PVOID RtlDestroyHeap(PVOID HeapHandle)
{
    struct heap *heap = HeapHandle;
    while (!IsListEmpty(&heap->Blocks))
        rtlp_free(CONTAINING_RECORD(RemoveHeadList(&heap->Blocks), struct block, Entry));
    rtlp_free(heap);
    return NULL;
}

PVOID RtlAllocateHeap(HANDLE HeapHandle, ULONG Flags, SIZE_T Size)
{
    struct heap *heap = HeapHandle;
    Flags |= heap->Flags;
    struct block *block = Size < MAXLONG ? rtlp_allocate(sizeof(*block) + Size) : NULL;
    if (!block) {
        if (Flags & HEAP_GENERATE_EXCEPTIONS)
            ExRaiseStatus(STATUS_NO_MEMORY);
        return NULL;
    }
    if (Flags & HEAP_ZERO_MEMORY)
        RtlZeroMemory(block->Data, Size);
    InsertTailList(&heap->Blocks, &block->Entry);
    return block->Data;
}

BOOLEAN RtlFreeHeap(PVOID HeapHandle, ULONG Flags, PVOID BaseAddress)
{
    if (!BaseAddress)
        return TRUE;
    struct block *block = CONTAINING_RECORD(BaseAddress, struct block, Data);
    RemoveEntryList(&block->Entry);
    rtlp_free(block);
    return TRUE;
}
