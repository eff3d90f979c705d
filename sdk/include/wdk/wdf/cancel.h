/*
 * Requests that wait in a driver, and can be cancelled meanwhile: a place that holds one, and gives it to exactly one:
 * to who takes it out, or to the cancellation, which completes it with STATUS_CANCELLED.
 *
 *     struct device { wdk_parked waiting; … };
 *     WDK_DEVICE_CONTEXT(struct device, device_of);
 *     WDK_PARKING(waiting_place, device_of, waiting);
 *
 *     return wdk_park(waiting_place, device, request);                 // in a handler: it waits from now on
 *
 *     wdk_request request = {};
 *     if (wdk_unpark(waiting_place, device, &request))                 // false: none, or it has been cancelled
 *         wdk_ignore_handled(wdk_complete(&request, STATUS_SUCCESS), "nobody waits for the proof");
 *
 * The mark that WDF wants, and the lock without which marking and cancelling would race, are in it. One request at a
 * time: a second is a panic (STATE); for more there are WDF's manual queues. It is of the device's own queues. Zeroes
 * are an empty place. Kernel mode. IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_WDF_CANCEL_H
#define WDK_WDF_CANCEL_H

#include "context.h"
#include "request.h"

typedef struct wdk_parked {
    KSPIN_LOCK lock WDK_PRIVATE("wdk_park()");
    WDFREQUEST raw WDK_PRIVATE("wdk_unpark()");
} wdk_parked;

WDK_PRIVATE_BEGIN

/* The mark is made within the lock, so whoever finds the request here finds it marked. */
WDK_INLINE wdk_handled wdk_park_(wdk_parked *place, wdk_request *request, PFN_WDF_REQUEST_CANCEL cancel,
                                 const struct wdk_panic_site *completed, const struct wdk_panic_site *state)
{
    const WDFREQUEST raw = wdk_request_part_(request, completed);
    KIRQL irql;
    KeAcquireSpinLock(&place->lock, &irql);
    if (__builtin_expect(place->raw != NULL, 0))
        wdk_panic(state, (uintptr_t)raw, (uintptr_t)place->raw);
    const NTSTATUS status = WdfRequestMarkCancelableEx(raw, cancel);
    if (NT_SUCCESS(status))
        place->raw = raw;
    KeReleaseSpinLock(&place->lock, irql);
    if (!NT_SUCCESS(status))
        WdfRequestComplete(raw, status);
    return (wdk_handled){0};
}
WDK_INLINE WDK_MUST_USE bool wdk_unpark_(wdk_parked *place, wdk_request *request, const struct wdk_panic_site *state)
{
    KIRQL irql;
    bool is_ours = false;
    if (__builtin_expect(request->raw != NULL, 0))
        wdk_panic(state, (uintptr_t)request->raw, 0);
    KeAcquireSpinLock(&place->lock, &irql);
    const WDFREQUEST raw = place->raw;
    place->raw = NULL;
    if (raw)
        is_ours = WdfRequestUnmarkCancelable(raw) != STATUS_CANCELLED; /* else it is the cancellation's */
    KeReleaseSpinLock(&place->lock, irql);
    if (is_ours)
        request->raw = raw;
    return is_ours;
}
WDK_INLINE void wdk_park_cancelled_(wdk_parked *place, WDFREQUEST raw)
{
    KIRQL irql;
    KeAcquireSpinLock(&place->lock, &irql);
    if (place->raw == raw)
        place->raw = NULL;
    KeReleaseSpinLock(&place->lock, irql);
    WdfRequestComplete(raw, STATUS_CANCELLED);
}

WDK_PRIVATE_END

/* The place `member` in the context that `context_of` gives of a device. */
#define WDK_PARKING(name, context_of, member)                                                                          \
    WDK_UNCHECKED_LOCKING static VOID name##_evt_cancel(WDFREQUEST raw)                                                \
    {                                                                                                                  \
        wdk_park_cancelled_(&context_of(WdfIoQueueGetDevice(WdfRequestGetIoQueue(raw)))->member, raw);                 \
    }                                                                                                                  \
    WDK_INLINE wdk_handled name##_park_(context_of##_context *context, wdk_request *request,                           \
                                        const struct wdk_panic_site *completed, const struct wdk_panic_site *state)    \
    {                                                                                                                  \
        return wdk_park_(&context->member, request, name##_evt_cancel, completed, state);                              \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE bool name##_unpark_(context_of##_context *context, wdk_request *request,                   \
                                                const struct wdk_panic_site *state)                                    \
    {                                                                                                                  \
        return wdk_unpark_(&context->member, request, state);                                                          \
    }                                                                                                                  \
    static VOID name##_evt_cancel(WDFREQUEST raw) /* takes the semicolon */

#define wdk_park(name, context, request)                                                                               \
    name##_park_(context, request, WDK_SITE(WDK_PANIC_COMPLETED), WDK_SITE(WDK_PANIC_STATE))
/* *request is empty before. */
#define wdk_unpark(name, context, request) name##_unpark_(context, request, WDK_SITE(WDK_PANIC_STATE))

#endif
