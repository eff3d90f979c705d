/*
 * Pool memory for a driver that also runs where ExAllocatePool2 is not there. What there is, is asked once, which takes
 * PASSIVE_LEVEL; whoever comes before that at a higher one gets memory of the older routine, zeroed by hand.
 */
#include <wdk/pool.h>

/* ExAllocatePoolWithTag and ExAllocatePool2, as functions rather than as macros. */
typedef PVOID allocate_pool2(POOL_FLAGS flags, SIZE_T bytes, ULONG tag);

static allocate_pool2 *volatile pool2;
static volatile LONG asked;

static void ask(void)
{
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"ExAllocatePool2");
    InterlockedExchangePointer((PVOID volatile *)&pool2, MmGetSystemRoutineAddress(&name));
    InterlockedExchange(&asked, 1);
}

void *wdk_pool_allocate(enum wdk_pool_kind kind, size_t bytes, size_t alignment, uint32_t tag)
{
    /* Pool is aligned to two pointers, and to a page from a page on. */
    const size_t size = alignment > MEMORY_ALLOCATION_ALIGNMENT && bytes && bytes < PAGE_SIZE ? PAGE_SIZE : bytes;
    if (size == 0)
        return NULL; /* as ExAllocatePool2 has it */
    if (!ReadAcquire(&asked) && KeGetCurrentIrql() == PASSIVE_LEVEL)
        ask();
    allocate_pool2 *const modern = pool2;
    if (modern)
        return modern(kind == WDK_POOL_PAGED ? POOL_FLAG_PAGED : POOL_FLAG_NON_PAGED, size, tag);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
    void *memory = ExAllocatePoolWithTag(kind == WDK_POOL_PAGED ? PagedPool : NonPagedPoolNx, size, tag);
#pragma clang diagnostic pop
    if (memory)
        RtlZeroMemory(memory, size);
    return memory;
}
