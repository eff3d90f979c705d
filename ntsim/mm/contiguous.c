/* Physically contiguous memory: ranges of the arena, in order of their addresses. */
#include "ntsim/mm/mi.h"

#include "ntsim/ke/ki.h"

enum { TAG = 0x746E6F43 /* "Cont" */, BAD_CONTIGUOUS = 0x60 };

#define LOWEST_PHYSICAL  0x00100000ULL
#define HIGHEST_PHYSICAL 0x0FFFFFFFULL

struct range {
    LIST_ENTRY Entry;
    ULONG64 Begin, Size; /* physical */
};

static LIST_ENTRY ranges = {&ranges, &ranges};

/* The first place at or after `at` that keeps to the boundary. */
static ULONG64 place(ULONG64 at, ULONG64 size, ULONG64 boundary)
{
    if (boundary && at / boundary != (at + size - 1) / boundary)
        at = (at + boundary - 1) / boundary * boundary;
    return at;
}

PVOID mi_allocate_contiguous(SIZE_T size, ULONG64 lowest, ULONG64 highest, ULONG64 boundary)
{
    size = ROUND_TO_PAGES(size);
    highest = min(highest, HIGHEST_PHYSICAL);
    ULONG64 at = place(ROUND_TO_PAGES(max(lowest, LOWEST_PHYSICAL)), size, boundary);
    if (size == 0 || (boundary && size > boundary) || !mi_init_arena())
        return NULL;
    LIST_ENTRY *next = ranges.Flink;
    for (; next != &ranges; next = next->Flink) {
        const struct range *range = CONTAINING_RECORD(next, struct range, Entry);
        if (at + size <= range->Begin)
            break;
        if (at < range->Begin + range->Size)
            at = place(range->Begin + range->Size, size, boundary);
    }
    if (at + size - 1 > highest)
        return NULL;
    struct range *made = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*made), TAG);
    if (!made)
        return NULL;
    made->Begin = at;
    made->Size = size;
    InsertTailList(next, &made->Entry);
    PVOID address = (PVOID)mi_virtual_address(at);
    RtlZeroMemory(address, size);
    return address;
}

BOOLEAN mi_free_contiguous(PVOID address)
{
    ULONG64 physical = mi_physical_address((ULONG64)address);
    for (LIST_ENTRY *entry = ranges.Flink; entry != &ranges; entry = entry->Flink) {
        struct range *range = CONTAINING_RECORD(entry, struct range, Entry);
        if (range->Begin == physical) {
            RemoveEntryList(entry);
            ExFreePoolWithTag(range, TAG);
            return TRUE;
        }
    }
    return FALSE;
}

/* --- what drivers call: caching changes nothing --- */

PVOID MmAllocateContiguousMemorySpecifyCache(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress,
                                             PHYSICAL_ADDRESS HighestAcceptableAddress,
                                             PHYSICAL_ADDRESS BoundaryAddressMultiple, MEMORY_CACHING_TYPE CacheType)
{
    return mi_allocate_contiguous(NumberOfBytes, (ULONG64)LowestAcceptableAddress.QuadPart,
                                  (ULONG64)HighestAcceptableAddress.QuadPart,
                                  (ULONG64)BoundaryAddressMultiple.QuadPart);
}

PVOID MmAllocateContiguousMemory(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS HighestAcceptableAddress)
{
    return mi_allocate_contiguous(NumberOfBytes, 0, (ULONG64)HighestAcceptableAddress.QuadPart, 0);
}

PVOID MmAllocateContiguousMemorySpecifyCacheNode(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress,
                                                 PHYSICAL_ADDRESS HighestAcceptableAddress,
                                                 PHYSICAL_ADDRESS BoundaryAddressMultiple,
                                                 MEMORY_CACHING_TYPE CacheType, NODE_REQUIREMENT PreferredNode)
{
    return MmAllocateContiguousMemorySpecifyCache(NumberOfBytes, LowestAcceptableAddress, HighestAcceptableAddress,
                                                  BoundaryAddressMultiple, CacheType);
}

PVOID MmAllocateContiguousNodeMemory(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress,
                                     PHYSICAL_ADDRESS HighestAcceptableAddress,
                                     PHYSICAL_ADDRESS BoundaryAddressMultiple, ULONG Protect,
                                     NODE_REQUIREMENT PreferredNode)
{
    return MmAllocateContiguousMemorySpecifyCache(NumberOfBytes, LowestAcceptableAddress, HighestAcceptableAddress,
                                                  BoundaryAddressMultiple, MmCached);
}

VOID MmFreeContiguousMemory(PVOID BaseAddress)
{
    if (!mi_free_contiguous(BaseAddress))
        ki_bug_check(BAD_POOL_CALLER, BAD_CONTIGUOUS, (ULONG64)BaseAddress, 0, 0, NULL,
                     "what is freed is no contiguous memory");
}

VOID MmFreeContiguousMemorySpecifyCache(PVOID BaseAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType)
{
    MmFreeContiguousMemory(BaseAddress);
}

PVOID MmAllocateNonCachedMemory(SIZE_T NumberOfBytes)
{
    return mi_allocate_contiguous(NumberOfBytes, 0, HIGHEST_PHYSICAL, 0);
}

VOID MmFreeNonCachedMemory(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
    MmFreeContiguousMemory(BaseAddress);
}
