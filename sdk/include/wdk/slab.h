/*
 * Slabs: a fixed number of elements of one type in one place, taken and given back in a few instructions, without a
 * call of Windows.
 *
 *     WDK_SLAB(struct transfer, transfer_slab, 32);           // a type; it lies in a device's context, for example
 *
 *     transfer_slab_init(&device->transfers);
 *     struct transfer *transfer = transfer_slab_take(&device->transfers);     // zeroed; NULL: all are in use
 *     wdk_slab_give(transfer_slab, &device->transfers, &transfer);             // transfer is NULL then
 *
 * What is given back is checked always: a pointer that is none of the slab's elements is a panic (FOREIGN), and so is
 * one that is free already (STATE). Locking is the caller's: declare the slab WDK_GUARDED_BY its lock. Any IRQL.
 */
#ifndef WDK_SLAB_H
#define WDK_SLAB_H

#include "panic.h"

/* `next` is one more than the number of the next free slot, 0: none; WDK_SLAB_USED_: this slot is in use. */
#define WDK_SLAB_USED_ 0xFFFFFFFFu

#define WDK_SLAB(type, name, capacity)                                                                                 \
    _Static_assert((capacity) > 0 && (capacity) <= 65536, "a slab has from 1 to 65,536 elements");                     \
    _Static_assert(sizeof(type) > 0, "a slab is of a type that has a size");                                           \
    typedef struct name {                                                                                              \
        uint32_t free WDK_PRIVATE(#name "_take()");                                                                    \
        uint32_t used WDK_PRIVATE(#name "_used()");                                                                    \
        uint32_t next[capacity] WDK_PRIVATE(#name "_take()");                                                          \
        type slots[capacity] WDK_PRIVATE(#name "_take()");                                                             \
    } name;                                                                                                            \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE void name##_init(name *slab)                                                                            \
    {                                                                                                                  \
        for (uint32_t i = 0; i < (capacity); i++)                                                                      \
            slab->next[i] = i + 1 < (capacity) ? i + 2 : 0;                                                            \
        slab->free = 1;                                                                                                \
        slab->used = 0;                                                                                                \
    }                                                                                                                  \
    /* NULL where all are in use. */                                                                                   \
    WDK_INLINE WDK_MUST_USE type *name##_take(name *slab)                                                              \
    {                                                                                                                  \
        const uint32_t first = slab->free;                                                                             \
        if (first == 0)                                                                                                \
            return NULL;                                                                                               \
        slab->free = slab->next[first - 1];                                                                            \
        slab->next[first - 1] = WDK_SLAB_USED_;                                                                        \
        slab->used++;                                                                                                  \
        __builtin_memset(&slab->slots[first - 1], 0, sizeof(type));                                                    \
        return &slab->slots[first - 1];                                                                                \
    }                                                                                                                  \
    WDK_INLINE void name##_give_(name *slab, type **place, const struct wdk_panic_site *foreign,                       \
                                 const struct wdk_panic_site *state)                                                   \
    {                                                                                                                  \
        type *const element = *place;                                                                                  \
        if (element == NULL)                                                                                           \
            return;                                                                                                    \
        const size_t offset = (size_t)((uintptr_t)element - (uintptr_t)slab->slots);                                   \
        if (__builtin_expect(offset >= sizeof slab->slots || offset % sizeof(type) != 0, 0))                           \
            wdk_panic(foreign, (uintptr_t)element, (uintptr_t)slab);                                                   \
        const uint32_t index = (uint32_t)(offset / sizeof(type));                                                      \
        if (__builtin_expect(slab->next[index] != WDK_SLAB_USED_, 0))                                                  \
            wdk_panic(state, (uintptr_t)element, 0);                                                                   \
        *place = NULL;                                                                                                 \
        slab->next[index] = slab->free;                                                                                \
        slab->free = index + 1;                                                                                        \
        slab->used--;                                                                                                  \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE uint32_t name##_used(const name *slab)                                                     \
    {                                                                                                                  \
        return slab->used;                                                                                             \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

/* Gives back *place, which is NULL then: wdk_slab_give(transfer_slab, &device->transfers, &transfer). */
#define wdk_slab_give(name, slab, place)                                                                               \
    name##_give_(slab, place, WDK_SITE(WDK_PANIC_FOREIGN), WDK_SITE(WDK_PANIC_STATE))

#endif
