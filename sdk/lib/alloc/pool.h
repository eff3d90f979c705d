/* What both ways of allocating pool share. */
#ifndef WDK_LIB_ALLOC_POOL_H
#define WDK_LIB_ALLOC_POOL_H

#include <wdm.h>
#include <stddef.h>
#include <stdint.h>

/* As in wdk/pool.h, whose declarations one file may have for one Windows only. */
enum wdk_pool_kind { WDK_POOL_NON_PAGED, WDK_POOL_PAGED };
void *wdk_pool_allocate(enum wdk_pool_kind kind, size_t bytes, size_t alignment, uint32_t tag);
void *wdk_pool_allocate_down_level(enum wdk_pool_kind kind, size_t bytes, size_t alignment, uint32_t tag);
void wdk_pool_free(void *memory, uint32_t tag);

/* Pool is aligned to two pointers, and to a page from a page on (ExAllocatePool2's documentation). No bytes stay none. */
static inline size_t wdk_pool_size(size_t bytes, size_t alignment)
{
    return alignment > MEMORY_ALLOCATION_ALIGNMENT && bytes && bytes < PAGE_SIZE ? PAGE_SIZE : bytes;
}

#endif
