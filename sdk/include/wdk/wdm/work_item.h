/*
 * Work items of a device object, with a typed handler that runs at PASSIVE_LEVEL.
 *
 *     static void on_reset(struct extension *extension) WDK_AT_PASSIVE;
 *     WDK_IO_WORK(reset_work, struct extension, on_reset);
 *
 *     WDK_TRY(wdk_io_work_create(&extension->item, device));        // an owned thing: handle.h
 *     wdk_io_work_queue(reset_work, &extension->item, extension);
 *
 * It is queued again, or released, only after its handler has begun. The device object, and with it the driver, stays
 * until the handler has returned. IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_WDM_WORK_ITEM_H
#define WDK_WDM_WORK_ITEM_H

#include "../handle.h"
#include "../irql.h"

WDK_PRIVATE_BEGIN
WDK_INLINE wdk_status wdk_io_work_create_(wdk_io_work_item *item, PDEVICE_OBJECT device,
                                          const struct wdk_panic_site *site)
{
    if (__builtin_expect(item->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)item->raw, 0);
    item->raw = IoAllocateWorkItem(device);
    return item->raw ? WDK_OK : wdk_error(STATUS_INSUFFICIENT_RESOURCES);
}
WDK_PRIVATE_END
/* Makes *item, which is empty. */
#define wdk_io_work_create(item, device) wdk_io_work_create_(item, device, WDK_SITE(WDK_PANIC_STATE))

/* void handler(CONTEXT *) WDK_AT_PASSIVE. */
#define WDK_IO_WORK(name, context_type, handler)                                                                       \
    static IO_WORKITEM_ROUTINE name##_routine_;                                                                        \
    WDK_UNCHECKED_LOCKING static VOID name##_routine_(PDEVICE_OBJECT device, PVOID context)                            \
    {                                                                                                                  \
        (void)device;                                                                                                  \
        handler((context_type *)context);                                                                              \
    }                                                                                                                  \
    WDK_INLINE void name##_queue_(const wdk_io_work_item *item, context_type *context,                                 \
                                  const struct wdk_panic_site *site)                                                   \
    {                                                                                                                  \
        IoQueueWorkItem(wdk_io_work_item_borrow_(item, site), name##_routine_, DelayedWorkQueue, context);             \
    }                                                                                                                  \
    static IO_WORKITEM_ROUTINE name##_routine_ /* takes the semicolon */

/* The handler of `name` runs soon, with `context`. */
#define wdk_io_work_queue(name, item, context) name##_queue_(item, context, WDK_SITE(WDK_PANIC_NULL))

#endif
