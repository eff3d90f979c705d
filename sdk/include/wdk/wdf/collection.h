/*
 * Collections of WDF's objects of one kind of handle. Each keeps a reference to what is in it.
 *
 *     WDK_COLLECTION(timers, WDFTIMER);
 *
 *     WDK_TRY(timers_create(&device->timers));                  // owned
 *     WDK_TRY(timers_add(&device->timers, timer));
 *     for (ULONG i = 0; i < timers_count(&device->timers); i++)
 *         wdk_timer_stop(wdk_collected(timers, &device->timers, i));
 *     timers_remove(&device->timers, timer);
 *     timers_release(&device->timers);
 *
 * Locking is the caller's. IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_WDF_COLLECTION_H
#define WDK_WDF_COLLECTION_H

#include "object.h"

#define WDK_COLLECTION(name, handle)                                                                                   \
    WDK_OWNED_WDF_(name, WDFCOLLECTION);                                                                               \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE wdk_status name##_create(name *collection)                                                              \
    {                                                                                                                  \
        WDK_PANIC_UNLESS(collection->raw == NULL, WDK_PANIC_STATE, collection->raw, 0);                                \
        return wdk_from_nt(WdfCollectionCreate(WDF_NO_OBJECT_ATTRIBUTES, &collection->raw));                           \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_add(const name *collection, handle object)                                            \
    {                                                                                                                  \
        return wdk_from_nt(WdfCollectionAdd(collection->raw, (WDFOBJECT)object));                                      \
    }                                                                                                                  \
    WDK_INLINE void name##_remove(const name *collection, handle object)                                               \
    {                                                                                                                  \
        WdfCollectionRemove(collection->raw, (WDFOBJECT)object);                                                       \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE ULONG name##_count(const name *collection)                                                 \
    {                                                                                                                  \
        return WdfCollectionGetCount(collection->raw);                                                                 \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE handle name##_at_(const name *collection, ULONG index, const struct wdk_panic_site *site)  \
    {                                                                                                                  \
        const handle object = (handle)WdfCollectionGetItem(collection->raw, index);                                    \
        if (__builtin_expect(object == NULL, 0))                                                                       \
            wdk_panic(site, index, WdfCollectionGetCount(collection->raw));                                            \
        return object;                                                                                                 \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

/* Element `index`; a panic where there is none. */
#define wdk_collected(name, collection, index) name##_at_(collection, index, WDK_SITE(WDK_PANIC_BOUNDS))

#endif
