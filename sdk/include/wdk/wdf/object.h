/*
 * WDF's objects that a driver deletes itself, as owned things (own.h). What has a parent is deleted with it: then no
 * owner is needed, and wdk_wdf_release gives it up.
 *
 *     WDK_SCOPED(wdk_wdf_memory) memory = {};
 *     WDK_TRY(wdk_memory_create(&memory, NonPagedPoolNx, 512));
 *     device->memory = wdk_move(&memory);
 *
 * Deleting: IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_WDF_OBJECT_H
#define WDK_WDF_OBJECT_H

#include "../own.h"
#include "../pool.h"
#include "../span.h"
#include <wdf.h>

#define WDK_OWNED_WDF_(type, handle)                                                                                   \
    WDK_INLINE void type##_delete_raw_(handle raw)                                                                     \
    {                                                                                                                  \
        WdfObjectDelete(raw);                                                                                          \
    }                                                                                                                  \
    WDK_OWNED_TYPE(type, handle, type##_delete_raw_)

WDK_OWNED_WDF_(wdk_wdf_object, WDFOBJECT);
WDK_OWNED_WDF_(wdk_wdf_memory, WDFMEMORY);
WDK_OWNED_WDF_(wdk_wdf_request, WDFREQUEST); /* one of WdfRequestCreate, not one that WDF has given */
WDK_OWNED_WDF_(wdk_wdf_collection, WDFCOLLECTION);
WDK_OWNED_WDF_(wdk_wdf_string, WDFSTRING);
WDK_OWNED_WDF_(wdk_wdf_timer, WDFTIMER);
WDK_OWNED_WDF_(wdk_wdf_work_item, WDFWORKITEM);
WDK_OWNED_WDF_(wdk_wdf_target, WDFIOTARGET);
WDK_OWNED_WDF_(wdk_wdf_queue, WDFQUEUE);

/* A block of memory that is an object: of this file's tag, without a parent but the driver. */
WDK_PRIVATE_BEGIN
WDK_INLINE wdk_status wdk_memory_create_(wdk_wdf_memory *memory, POOL_TYPE pool, size_t bytes, uint32_t tag)
{
    WDK_PANIC_UNLESS(memory->raw == NULL, WDK_PANIC_STATE, memory->raw, 0);
    return wdk_from_nt(WdfMemoryCreate(WDF_NO_OBJECT_ATTRIBUTES, pool, tag, bytes, &memory->raw, NULL));
}
/* Its bytes: as long as it lives. */
WDK_INLINE WDK_MUST_USE wdk_span wdk_memory_span_(const wdk_wdf_memory *memory, const struct wdk_panic_site *site)
{
    size_t bytes;
    void *const first = WdfMemoryGetBuffer(wdk_wdf_memory_borrow_(memory, site), &bytes);
    return wdk_span_from_raw(first, bytes);
}
WDK_PRIVATE_END
#define wdk_memory_create(memory, pool, bytes) wdk_memory_create_(memory, pool, bytes, this_file_lacks_WDK_POOL_TAG)
#define wdk_memory_span(memory)                wdk_memory_span_(memory, WDK_SITE(WDK_PANIC_NULL))

/* The parent of an object; every handle fits. */
WDK_INLINE void wdk_attributes_parent(WDF_OBJECT_ATTRIBUTES *attributes, WDFOBJECT parent)
{
    attributes->ParentObject = parent;
}

#endif
