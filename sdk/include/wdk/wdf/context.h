/*
 * Contexts of WDF's objects, each for one kind of object: the wrong handle does not compile.
 *
 *     struct device { counters_lock lock; … };
 *     WDK_DEVICE_CONTEXT(struct device, device_of);       // device_of(WDFDEVICE) is its struct device *
 *
 *     WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(device_of);
 *
 * The memory is WDF's: zeroed when the object is made, there as long as the object is. Asking costs a call of WDF.
 * IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_WDF_CONTEXT_H
#define WDK_WDF_CONTEXT_H

#include "../attributes.h"
#include <wdf.h>

#define WDK_CONTEXT_(handle, type, accessor)                                                                           \
    typedef type accessor##_context;                                                                                   \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(accessor##_context, accessor##_raw_)                                            \
    typedef handle accessor##_handle;                                                                                  \
    WDK_INLINE type *accessor(handle object)                                                                           \
    {                                                                                                                  \
        return accessor##_raw_((WDFOBJECT)object);                                                                     \
    }                                                                                                                  \
    WDK_INLINE handle accessor##_object_(const type *context)                                                          \
    {                                                                                                                  \
        return (handle)WdfObjectContextGetObject((PVOID)context);                                                      \
    }                                                                                                                  \
    WDK_INLINE void accessor##_attributes_(WDF_OBJECT_ATTRIBUTES *attributes)                                          \
    {                                                                                                                  \
        WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(attributes, accessor##_context);                                       \
    }                                                                                                                  \
    struct accessor##_takes_the_semicolon

#define WDK_DRIVER_CONTEXT(type, accessor) WDK_CONTEXT_(WDFDRIVER, type, accessor)
#define WDK_DEVICE_CONTEXT(type, accessor)                                                                             \
    WDK_CONTEXT_(WDFDEVICE, type, accessor);                                                                           \
    WDK_INLINE type *accessor##_by_queue_(WDFQUEUE queue)                                                              \
    {                                                                                                                  \
        return accessor(WdfIoQueueGetDevice(queue));                                                                   \
    }                                                                                                                  \
    struct accessor##_takes_the_semicolon
#define WDK_QUEUE_CONTEXT(type, accessor)                                                                              \
    WDK_CONTEXT_(WDFQUEUE, type, accessor);                                                                            \
    WDK_INLINE type *accessor##_by_queue_(WDFQUEUE queue)                                                              \
    {                                                                                                                  \
        return accessor(queue);                                                                                        \
    }                                                                                                                  \
    struct accessor##_takes_the_semicolon
#define WDK_REQUEST_CONTEXT(type, accessor)   WDK_CONTEXT_(WDFREQUEST, type, accessor)
#define WDK_FILE_CONTEXT(type, accessor)      WDK_CONTEXT_(WDFFILEOBJECT, type, accessor)
#define WDK_TIMER_CONTEXT(type, accessor)     WDK_CONTEXT_(WDFTIMER, type, accessor)
#define WDK_WORK_ITEM_CONTEXT(type, accessor) WDK_CONTEXT_(WDFWORKITEM, type, accessor)
#define WDK_INTERRUPT_CONTEXT(type, accessor) WDK_CONTEXT_(WDFINTERRUPT, type, accessor)
#define WDK_TARGET_CONTEXT(type, accessor)    WDK_CONTEXT_(WDFIOTARGET, type, accessor)
#define WDK_OBJECT_CONTEXT(type, accessor)    WDK_CONTEXT_(WDFOBJECT, type, accessor)

/* The object whose context it is. */
#define wdk_object_of(accessor, context) accessor##_object_(context)

/* Attributes of an object that gets that context. */
#define wdk_attributes(accessor)                                                                                       \
    ({                                                                                                                 \
        WDF_OBJECT_ATTRIBUTES wdk_attributes_;                                                                         \
        accessor##_attributes_(&wdk_attributes_);                                                                      \
        wdk_attributes_;                                                                                               \
    })

/* What WDF calls when an object of that context goes, for EvtCleanupCallback in its attributes: handler(CONTEXT *).
 * Also where the object was never finished: what was not made is zero. */
#define WDK_ON_CLEANUP(callback, context_of, handler)                                                                  \
    static VOID callback(WDFOBJECT object)                                                                             \
    {                                                                                                                  \
        handler(context_of((context_of##_handle)object));                                                              \
    }                                                                                                                  \
    static VOID callback(WDFOBJECT object) /* takes the semicolon */

#endif
