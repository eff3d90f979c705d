/* Pool memory where Windows has ExAllocatePool2: Windows 10 2004 and later. */
#include <wdm.h>
#include "pool.h"

void *wdk_pool_allocate(enum wdk_pool_kind kind, size_t bytes, size_t alignment, uint32_t tag)
{
    return ExAllocatePool2(kind == WDK_POOL_PAGED ? POOL_FLAG_PAGED : POOL_FLAG_NON_PAGED,
                           wdk_pool_size(bytes, alignment), tag);
}

void wdk_pool_free(void *memory, uint32_t tag)
{
    if (memory)
        ExFreePoolWithTag(memory, tag);
}
