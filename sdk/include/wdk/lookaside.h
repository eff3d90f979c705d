/*
 * Lookaside lists of one type, on the kernel's ExInitializeLookasideListEx family.
 *
 *     WDK_LOOKASIDE(struct packet, packet_list, "Pckt");      // non-paged; WDK_LOOKASIDE_PAGED is the other
 *
 *     WDK_TRY(packet_list_init(&device->packets));
 *     WDK_SCOPED(packet_list_item) packet = {};               // goes back to its list at the end of the scope
 *     WDK_TRY(packet_list_allocate(&device->packets, &packet));
 *     wdk_item(packet_list, &packet)->length = 7;
 *     device->current = wdk_move(&packet);
 *     …
 *     packet_list_delete(&device->packets);                   // when all have come back; debug builds count
 *
 * An item knows its list, so it goes back to no other. What is allocated is zeroed. The list itself lives in non-paged
 * memory. IRQL: <= DISPATCH_LEVEL; of the paged kind <= APC_LEVEL, which the compiler checks (irql.h).
 */
#ifndef WDK_LOOKASIDE_H
#define WDK_LOOKASIDE_H

#include "irql.h"
#include "own.h"
#include <ntddk.h>

#define WDK_LOOKASIDE(type, name, tag)       WDK_LOOKASIDE_(type, name, tag, NonPagedPoolNx, WDK_ANY_LEVEL_)
#define WDK_LOOKASIDE_PAGED(type, name, tag) WDK_LOOKASIDE_(type, name, tag, PagedPool, WDK_UP_TO_APC)
#define WDK_ANY_LEVEL_

/* Debug builds count what is out. */
#if DBG
#define WDK_LOOKASIDE_COUNT_(list, change) InterlockedAdd(&(list)->outstanding, change)
#define WDK_LOOKASIDE_CHECK_(list)                                                                                     \
    WDK_PANIC_UNLESS((list)->outstanding == 0, WDK_PANIC_OUTSTANDING, list, (list)->outstanding)
#else
#define WDK_LOOKASIDE_COUNT_(list, change) ((void)0)
#define WDK_LOOKASIDE_CHECK_(list)         ((void)0)
#endif

#define WDK_LOOKASIDE_(type, name, text, pool, level)                                                                  \
    _Static_assert(sizeof(type) > 0, "a lookaside list is of a type that has a size");                                 \
    _Static_assert(sizeof(text) == 5, "a pool tag has four characters");                                               \
    typedef struct name {                                                                                              \
        LOOKASIDE_LIST_EX list WDK_PRIVATE(#name "_allocate()");                                                       \
        LONG outstanding WDK_PRIVATE(#name "_delete()");                                                               \
    } name;                                                                                                            \
    typedef struct name##_item {                                                                                       \
        type *raw WDK_PRIVATE("wdk_item()");                                                                           \
        name *from WDK_PRIVATE("wdk_item()");                                                                          \
    } name##_item;                                                                                                     \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE wdk_status name##_init(name *list)                                                                      \
    {                                                                                                                  \
        list->outstanding = 0;                                                                                         \
        return wdk_from_nt(                                                                                            \
            ExInitializeLookasideListEx(&list->list, NULL, NULL, pool, 0, sizeof(type), WDK_LOOKASIDE_TAG_(text), 0)); \
    }                                                                                                                  \
    WDK_INLINE void name##_delete(name *list)                                                                          \
    {                                                                                                                  \
        WDK_LOOKASIDE_CHECK_(list);                                                                                    \
        ExDeleteLookasideListEx(&list->list);                                                                          \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_allocate(name *list, name##_item *item) level                                         \
    {                                                                                                                  \
        WDK_PANIC_UNLESS(item->raw == NULL, WDK_PANIC_STATE, item->raw, 0);                                            \
        type *const raw = ExAllocateFromLookasideListEx(&list->list);                                                  \
        if (raw == NULL)                                                                                               \
            return wdk_from_nt(STATUS_INSUFFICIENT_RESOURCES);                                                         \
        WDK_LOOKASIDE_COUNT_(list, 1);                                                                                 \
        __builtin_memset(raw, 0, sizeof *raw);                                                                         \
        item->raw = raw;                                                                                               \
        item->from = list;                                                                                             \
        return WDK_OK;                                                                                                 \
    }                                                                                                                  \
    WDK_INLINE type *name##_get_(const name##_item *item, const struct wdk_panic_site *site)                           \
    {                                                                                                                  \
        if (__builtin_expect(item->raw == NULL, 0))                                                                    \
            wdk_panic(site, 0, 0);                                                                                     \
        return item->raw;                                                                                              \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE bool name##_item_is_empty(const name##_item *item)                                         \
    {                                                                                                                  \
        return item->raw == NULL;                                                                                      \
    }                                                                                                                  \
    WDK_INLINE void name##_free(name##_item *item) level                                                               \
    {                                                                                                                  \
        type *const raw = item->raw;                                                                                   \
        if (raw == NULL)                                                                                               \
            return;                                                                                                    \
        item->raw = NULL;                                                                                              \
        WDK_LOOKASIDE_COUNT_(item->from, -1);                                                                          \
        ExFreeToLookasideListEx(&item->from->list, raw);                                                               \
    }                                                                                                                  \
    WDK_INLINE void name##_item_cleanup_(name##_item *item) level                                                      \
    {                                                                                                                  \
        name##_free(item);                                                                                             \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

/* As the pool's tags are: the first character lowest. */
#define WDK_LOOKASIDE_TAG_(text)                                                                                       \
    ((ULONG)(UCHAR)(text)[0] | (ULONG)(UCHAR)(text)[1] << 8 | (ULONG)(UCHAR)(text)[2] << 16 |                          \
     (ULONG)(UCHAR)(text)[3] << 24)

/* What the item is: wdk_item(packet_list, &packet)->length. A panic where it is empty. */
#define wdk_item(name, item) name##_get_(item, WDK_SITE(WDK_PANIC_NULL))

#endif
