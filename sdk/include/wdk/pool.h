/*
 * wdk-alloc: memory of the pool, typed, tagged and zeroed.
 *
 *     WDK_POOL_TAG("Wdgt");                                    // once a source file: its tag, as debuggers show it
 *
 *     WDK_SCOPED_POOL(struct table) table = wdk_new(struct table);
 *     WDK_TRY_MEMORY(table);                                   // STATUS_INSUFFICIENT_RESOURCES
 *     device->table = wdk_move(&table);
 *     …
 *     wdk_delete(&device->table);                              // device->table is NULL then
 *
 * Memory is non-paged and not executable, unless the function says paged: those are for IRQL <= APC_LEVEL, the others
 * for <= DISPATCH_LEVEL. All of it is zeroed. Sizes that would wrap give NULL. The alignment is that of the type, up to
 * a page for the _aligned functions. Quotas, NUMA nodes and priorities: ExAllocatePool3 itself.
 *
 * A driver built for Windows 10 2004 and later calls ExAllocatePool2. One built for an older one (`ntddi` in cwdk.yaml)
 * calls it where the Windows it runs on has it, and else ExAllocatePoolWithTag and zeroes by hand. In user mode it is
 * the process's heap.
 */
#ifndef WDK_POOL_H
#define WDK_POOL_H

#include "checked.h"
#include "irql.h"
#include "own.h"

/* Where the memory is from. */
enum wdk_pool_kind { WDK_POOL_NON_PAGED, WDK_POOL_PAGED };

/* The tag of this file's memory: four characters. The names are what the compiler says where it is not there. */
#define WDK_POOL_TAG(text)                                                                                             \
    _Static_assert(sizeof(text) == 5, "a pool tag has four characters");                                               \
    static const uint32_t this_file_lacks_WDK_POOL_TAG __attribute__((unused)) =                                       \
        (uint32_t)(uint8_t)(text)[0] | (uint32_t)(uint8_t)(text)[1] << 8 | (uint32_t)(uint8_t)(text)[2] << 16 |        \
        (uint32_t)(uint8_t)(text)[3] << 24;                                                                            \
    WDK_INLINE void this_file_lacks_WDK_POOL_TAG_(void *place)                                                         \
    {                                                                                                                  \
        if (*(void **)place != NULL)                                                                                   \
            wdk_pool_free(*(void **)place, this_file_lacks_WDK_POOL_TAG);                                              \
    }                                                                                                                  \
    _Static_assert(1, "") /* takes the semicolon */

/* NULL where there is no memory, or for no bytes. `alignment` is a power of two up to a page. */
#if defined(_KERNEL_MODE) && NTDDI_VERSION >= NTDDI_WIN10_VB
/* Pool is aligned to two pointers, and to a page from a page on. */
WDK_INLINE WDK_MUST_USE void *wdk_pool_allocate(enum wdk_pool_kind kind, size_t bytes, size_t alignment, uint32_t tag)
{
    const size_t size = alignment > MEMORY_ALLOCATION_ALIGNMENT && bytes && bytes < PAGE_SIZE ? PAGE_SIZE : bytes;
    return ExAllocatePool2(kind == WDK_POOL_PAGED ? POOL_FLAG_PAGED : POOL_FLAG_NON_PAGED, size, tag);
}
#else
/* sdk/lib/alloc */
WDK_MUST_USE __attribute__((malloc, alloc_size(2))) void *wdk_pool_allocate(enum wdk_pool_kind kind, size_t bytes,
                                                                            size_t alignment, uint32_t tag);
#endif

/* What wdk_pool_allocate has given with the same tag; NULL is nothing. */
#ifdef _KERNEL_MODE
WDK_INLINE void wdk_pool_free(void *memory, uint32_t tag)
{
    if (memory)
        ExFreePoolWithTag(memory, tag);
}
#else
void wdk_pool_free(void *memory, uint32_t tag);
#endif

#define WDK_NEW_(type, kind, bytes)                                                                                    \
    ((__typeof__(type) *)wdk_pool_allocate(kind, bytes, _Alignof(__typeof__(type)), this_file_lacks_WDK_POOL_TAG))

/* One TYPE, zeroed, or NULL. */
#define wdk_new(type)       WDK_NEW_(type, WDK_POOL_NON_PAGED, sizeof(type))
#define wdk_new_paged(type) (wdk_may_page_(), WDK_NEW_(type, WDK_POOL_PAGED, sizeof(type)))
/* At an address that is a multiple of `alignment`. */
#define wdk_new_aligned(type, alignment)                                                                               \
    ({                                                                                                                 \
        _Static_assert((alignment) >= _Alignof(type) && ((alignment) & ((alignment) - 1)) == 0 && (alignment) <= 4096, \
                       "an alignment is a power of two, not below that of the type, and at most a page");              \
        (type *)wdk_pool_allocate(WDK_POOL_NON_PAGED, sizeof(type), alignment, this_file_lacks_WDK_POOL_TAG);          \
    })

/* A span of `count` elements of NAME (WDK_DECLARE_SPAN), zeroed; it has no elements where there is no memory. */
#define wdk_new_span(name, count)       WDK_NEW_SPAN_(name, WDK_POOL_NON_PAGED, count)
#define wdk_new_span_paged(name, count) (wdk_may_page_(), WDK_NEW_SPAN_(name, WDK_POOL_PAGED, count))
#define WDK_NEW_SPAN_(name, kind, number)                                                                              \
    ({                                                                                                                 \
        WDK_PRIVATE_BEGIN name##_span wdk_new_;                                                                        \
        const size_t wdk_number_ = (number);                                                                           \
        wdk_new_.first = WDK_NEW_(*wdk_new_.first, kind, wdk_array_size_(wdk_number_, sizeof *wdk_new_.first));        \
        wdk_new_.count = wdk_new_.first ? wdk_number_ : 0;                                                             \
        WDK_PRIVATE_END wdk_new_;                                                                                      \
    })

/* A TYPE whose last member is an array without a length, with `count` elements there; NULL. */
#define wdk_new_flexible(type, member, count)                                                                          \
    WDK_NEW_(type, WDK_POOL_NON_PAGED,                                                                                 \
             wdk_flexible_size_(sizeof(type), offsetof(type, member), count, sizeof(((type *)0)->member[0])))

/* Sizes that no memory has where they would wrap. */
WDK_INLINE size_t wdk_array_size_(size_t count, size_t each)
{
    size_t bytes;
    return __builtin_mul_overflow(count, each, &bytes) ? SIZE_MAX : bytes;
}
WDK_INLINE size_t wdk_flexible_size_(size_t whole, size_t before, size_t count, size_t each)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, each, &bytes) || __builtin_add_overflow(bytes, before, &bytes))
        return SIZE_MAX;
    return bytes < whole ? whole : bytes;
}
WDK_INLINE void wdk_may_page_(void) WDK_UP_TO_APC
{
}

/* Frees *place and makes it NULL; NULL is nothing. */
#define wdk_delete(place)                                                                                              \
    do {                                                                                                               \
        __auto_type wdk_place_ = (place);                                                                              \
        _Static_assert(sizeof(**wdk_place_) > 0, "the address of the pointer is wanted, which becomes NULL");          \
        wdk_pool_free((void *)*wdk_place_, this_file_lacks_WDK_POOL_TAG);                                              \
        *wdk_place_ = NULL;                                                                                            \
    } while (0)
/* The same for a span. */
#define wdk_delete_span(place)                                                                                         \
    do {                                                                                                               \
        WDK_PRIVATE_BEGIN __auto_type wdk_place_ = (place);                                                            \
        wdk_pool_free((void *)wdk_place_->first, this_file_lacks_WDK_POOL_TAG);                                        \
        wdk_place_->first = NULL;                                                                                      \
        wdk_place_->count = 0;                                                                                         \
        WDK_PRIVATE_END                                                                                                \
    } while (0)

/* A pointer that is freed at the end of its scope, with this file's tag. */
#define WDK_SCOPED_POOL(type) __attribute__((cleanup(this_file_lacks_WDK_POOL_TAG_), unused)) type *

/* Leaves a function that returns wdk_status where there is no memory. */
#define WDK_TRY_MEMORY(pointer)                                                                                        \
    do {                                                                                                               \
        if ((pointer) == NULL)                                                                                         \
            return wdk_from_nt(STATUS_INSUFFICIENT_RESOURCES);                                                         \
    } while (0)

#endif
