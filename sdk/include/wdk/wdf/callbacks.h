/*
 * Timers, work items, DPCs and interrupts: typed handlers in place of callbacks that get a bare handle. The parent of
 * each is a device, whose context the handler gets; it is deleted with the device, after its callback has returned.
 *
 *     static void on_tick(struct device *device);                       // DISPATCH_LEVEL
 *     WDK_TIMER(tick, device_of, on_tick);
 *     …
 *     WDK_TRY(tick_create(device, &context->timer));
 *     wdk_timer_start(context->timer, WDK_MILLISECONDS(100));
 */
#ifndef WDK_WDF_CALLBACKS_H
#define WDK_WDF_CALLBACKS_H

#include "../irql.h"
#include "../status.h"
#include "context.h"
#include <wdf.h>

/* Time from now, in the units of 100 ns that WDF's functions take. */
#define WDK_MILLISECONDS(count) (-(LONGLONG)(count) * 10000)
#define WDK_MICROSECONDS(count) (-(LONGLONG)(count) * 10)

/* NAME_create(device, &timer): a one-shot timer; NAME_create_periodic has a period in milliseconds. */
#define WDK_TIMER(name, context_of, handler)                                                                           \
    static VOID name##_evt(WDFTIMER timer)                                                                             \
    {                                                                                                                  \
        handler(context_of((WDFDEVICE)WdfTimerGetParentObject(timer)));                                                \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_create_periodic(WDFDEVICE device, ULONG milliseconds, WDFTIMER *timer)                \
    {                                                                                                                  \
        WDF_TIMER_CONFIG config;                                                                                       \
        WDF_OBJECT_ATTRIBUTES attributes;                                                                              \
        WDF_TIMER_CONFIG_INIT_PERIODIC(&config, name##_evt, milliseconds);                                             \
        config.AutomaticSerialization = FALSE;                                                                         \
        WDF_OBJECT_ATTRIBUTES_INIT(&attributes);                                                                       \
        attributes.ParentObject = device;                                                                              \
        return wdk_from_nt(WdfTimerCreate(&config, &attributes, timer));                                               \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_create(WDFDEVICE device, WDFTIMER *timer)                                             \
    {                                                                                                                  \
        return name##_create_periodic(device, 0, timer);                                                               \
    }                                                                                                                  \
    static VOID name##_evt(WDFTIMER timer) /* takes the semicolon */

/* `due` is from now (WDK_MILLISECONDS), or the time of day. */
WDK_INLINE void wdk_timer_start(WDFTIMER timer, LONGLONG due)
{
    WdfTimerStart(timer, due);
}
/* Does not wait for a callback that runs. */
WDK_INLINE void wdk_timer_stop(WDFTIMER timer)
{
    WdfTimerStop(timer, FALSE);
}
/* Waits for it, too. */
WDK_INLINE void wdk_timer_stop_and_wait(WDFTIMER timer) WDK_AT_PASSIVE
{
    WdfTimerStop(timer, TRUE);
}

/* NAME_create(device, &item); the handler runs at PASSIVE_LEVEL, and is declared WDK_AT_PASSIVE. */
#define WDK_WORK_ITEM(name, context_of, handler)                                                                       \
    WDK_UNCHECKED_LOCKING static VOID name##_evt(WDFWORKITEM item)                                                     \
    {                                                                                                                  \
        handler(context_of((WDFDEVICE)WdfWorkItemGetParentObject(item)));                                              \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_create(WDFDEVICE device, WDFWORKITEM *item)                                           \
    {                                                                                                                  \
        WDF_WORKITEM_CONFIG config;                                                                                    \
        WDF_OBJECT_ATTRIBUTES attributes;                                                                              \
        WDF_WORKITEM_CONFIG_INIT(&config, name##_evt);                                                                 \
        config.AutomaticSerialization = FALSE;                                                                         \
        WDF_OBJECT_ATTRIBUTES_INIT(&attributes);                                                                       \
        attributes.ParentObject = device;                                                                              \
        return wdk_from_nt(WdfWorkItemCreate(&config, &attributes, item));                                             \
    }                                                                                                                  \
    static VOID name##_evt(WDFWORKITEM item) /* takes the semicolon */

WDK_INLINE void wdk_work_item_queue(WDFWORKITEM item)
{
    WdfWorkItemEnqueue(item);
}
WDK_INLINE void wdk_work_item_flush(WDFWORKITEM item) WDK_AT_PASSIVE
{
    WdfWorkItemFlush(item);
}

#ifdef _KERNEL_MODE
/* NAME_create(device, &dpc); the handler runs at DISPATCH_LEVEL, and is declared WDK_AT_DISPATCH. */
#define WDK_DPC(name, context_of, handler)                                                                             \
    WDK_UNCHECKED_LOCKING static VOID name##_evt(WDFDPC dpc)                                                           \
    {                                                                                                                  \
        handler(context_of((WDFDEVICE)WdfDpcGetParentObject(dpc)));                                                    \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_create(WDFDEVICE device, WDFDPC *dpc)                                                 \
    {                                                                                                                  \
        WDF_DPC_CONFIG config;                                                                                         \
        WDF_OBJECT_ATTRIBUTES attributes;                                                                              \
        WDF_DPC_CONFIG_INIT(&config, name##_evt);                                                                      \
        config.AutomaticSerialization = FALSE;                                                                         \
        WDF_OBJECT_ATTRIBUTES_INIT(&attributes);                                                                       \
        attributes.ParentObject = device;                                                                              \
        return wdk_from_nt(WdfDpcCreate(&config, &attributes, dpc));                                                   \
    }                                                                                                                  \
    static VOID name##_evt(WDFDPC dpc) /* takes the semicolon */

/* False: it was queued already. */
WDK_INLINE bool wdk_dpc_queue(WDFDPC dpc)
{
    return WdfDpcEnqueue(dpc);
}
#endif

/*
 * NAME_create(device, &interrupt). on_interrupt(CONTEXT *, ULONG message) returns whether the device had raised it; it
 * runs at DIRQL with the interrupt's lock held. on_dpc(CONTEXT *) runs at DISPATCH_LEVEL, after
 * WdfInterruptQueueDpcForIsr, which the first does for it when it returns true.
 */
#define WDK_INTERRUPT(name, context_of, on_interrupt, on_dpc)                                                          \
    WDK_UNCHECKED_LOCKING static BOOLEAN name##_evt_isr(WDFINTERRUPT interrupt, ULONG message)                         \
    {                                                                                                                  \
        if (!on_interrupt(context_of(WdfInterruptGetDevice(interrupt)), message))                                      \
            return FALSE;                                                                                              \
        WdfInterruptQueueDpcForIsr(interrupt);                                                                         \
        return TRUE;                                                                                                   \
    }                                                                                                                  \
    WDK_UNCHECKED_LOCKING static VOID name##_evt_dpc(WDFINTERRUPT interrupt, WDFOBJECT object)                         \
    {                                                                                                                  \
        (void)object;                                                                                                  \
        on_dpc(context_of(WdfInterruptGetDevice(interrupt)));                                                          \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_create(WDFDEVICE device, WDFINTERRUPT *interrupt)                                     \
    {                                                                                                                  \
        WDF_INTERRUPT_CONFIG config;                                                                                   \
        WDF_INTERRUPT_CONFIG_INIT(&config, name##_evt_isr, name##_evt_dpc);                                            \
        return wdk_from_nt(WdfInterruptCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, interrupt));                  \
    }                                                                                                                  \
    static BOOLEAN name##_evt_isr(WDFINTERRUPT interrupt, ULONG message) /* takes the semicolon */

#endif
