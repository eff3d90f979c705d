/* Memory of the process's heap, for drivers of user mode. There is no pageable and no other memory, and no tag. */
#include <windows.h>
#include <stdint.h>

enum wdk_pool_kind { WDK_POOL_NON_PAGED, WDK_POOL_PAGED };
void *wdk_pool_allocate(enum wdk_pool_kind kind, size_t bytes, size_t alignment, uint32_t tag);
void wdk_pool_free(void *memory, uint32_t tag);

/* The address that the heap gave stands before the block, so that any alignment can be freed. */
void *wdk_pool_allocate(enum wdk_pool_kind kind, size_t bytes, size_t alignment, uint32_t tag)
{
    (void)kind, (void)tag;
    size_t whole;
    if (bytes == 0 || __builtin_add_overflow(bytes, alignment + sizeof(void *), &whole))
        return NULL;
    void *const given = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, whole);
    if (!given)
        return NULL;
    void **const memory = (void **)(((uintptr_t)given + sizeof(void *) + alignment - 1) & ~(uintptr_t)(alignment - 1));
    memory[-1] = given;
    return memory;
}

void wdk_pool_free(void *memory, uint32_t tag)
{
    (void)tag;
    if (memory)
        HeapFree(GetProcessHeap(), 0, ((void **)memory)[-1]);
}
