/*
 * Handlers of a queue's requests: WDK_ON_READ and its like make of a typed handler the callback that WDF calls. The
 * handler gets the context of the queue's device and must return a wdk_handled (request.h). A request that is still in
 * the wdk_request when the handler returns is a panic (NOT_HANDLED).
 *
 *     WDK_ON_READ(evt_read, device_of, on_read);
 *     …
 *     WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
 *     config.EvtIoRead = evt_read;
 *
 * Called at IRQL <= DISPATCH_LEVEL, or as the device's attributes say.
 */
#ifndef WDK_WDF_QUEUE_H
#define WDK_WDF_QUEUE_H

#include "context.h"
#include "request.h"

/* In place of an accessor: the handler gets the WDFQUEUE. */
WDK_INLINE WDFQUEUE wdk_queue_by_queue_(WDFQUEUE queue)
{
    return queue;
}

WDK_PRIVATE_BEGIN
WDK_INLINE void wdk_handled_check_(wdk_handled handled, const wdk_request *request, const struct wdk_panic_site *site)
{
    (void)handled;
    if (__builtin_expect(request->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)request->raw, 0);
}
WDK_PRIVATE_END

#ifdef WDK_PANIC_RETURNS
/* A callback of that head, below which a failed check completes the request (panic_guard.h). `handled` is the call of
 * the handler; it finds its arguments in *call. What follows are attributes of the function with that call. */
#define WDK_GUARDED_(callback, head, object_type, object_, value_type, value, handled, ...)                            \
    struct callback##_call_ {                                                                                          \
        object_type object;                                                                                            \
        value_type given;                                                                                              \
        wdk_request request;                                                                                           \
    };                                                                                                                 \
    __VA_ARGS__ static void callback##_guarded_(void *place)                                                           \
    {                                                                                                                  \
        struct callback##_call_ *const call = (struct callback##_call_ *)place;                                        \
        wdk_handled_check_(handled, &call->request, WDK_SITE(WDK_PANIC_NOT_HANDLED));                                  \
    }                                                                                                                  \
    static VOID callback head                                                                                          \
    {                                                                                                                  \
        struct callback##_call_ call = {object_, value, wdk_request_given_(raw)};                                      \
        wdk_request_guard_(callback##_guarded_, &call, &call.request, WDK_SITE(WDK_PANIC_COMPLETED));                  \
    }                                                                                                                  \
    static VOID callback head /* takes the semicolon */
#endif

/*
 * WDK_ON_READ, WDK_ON_WRITE: wdk_handled handler(CONTEXT *, wdk_request *, size_t length)
 * WDK_ON_DEVICE_CONTROL, WDK_ON_INTERNAL_DEVICE_CONTROL: wdk_handled handler(CONTEXT *, wdk_request *, ULONG control_code)
 * WDK_ON_ANY_REQUEST: wdk_handled handler(CONTEXT *, wdk_request *)
 */
#ifndef WDK_PANIC_RETURNS
#define WDK_ON_READ(callback, context_of, handler)                                                                     \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw, size_t length)                                                \
    {                                                                                                                  \
        wdk_request request = wdk_request_given_(raw);                                                                 \
        wdk_handled_check_(handler(context_of##_by_queue_(queue), &request, length), &request,                         \
                           WDK_SITE(WDK_PANIC_NOT_HANDLED));                                                           \
    }                                                                                                                  \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw, size_t length) /* takes the semicolon */
#define WDK_ON_DEVICE_CONTROL(callback, context_of, handler)                                                           \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw, size_t output_length, size_t input_length,                    \
                         ULONG control_code)                                                                           \
    {                                                                                                                  \
        (void)output_length, (void)input_length;                                                                       \
        wdk_request request = wdk_request_given_(raw);                                                                 \
        wdk_handled_check_(handler(context_of##_by_queue_(queue), &request, control_code), &request,                   \
                           WDK_SITE(WDK_PANIC_NOT_HANDLED));                                                           \
    }                                                                                                                  \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw, size_t output_length, size_t input_length,                    \
                         ULONG control_code) /* takes the semicolon */
#define WDK_ON_ANY_REQUEST(callback, context_of, handler)                                                              \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw)                                                               \
    {                                                                                                                  \
        wdk_request request = wdk_request_given_(raw);                                                                 \
        wdk_handled_check_(handler(context_of##_by_queue_(queue), &request), &request,                                 \
                           WDK_SITE(WDK_PANIC_NOT_HANDLED));                                                           \
    }                                                                                                                  \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw) /* takes the semicolon */
#else
#define WDK_ON_READ(callback, context_of, handler)                                                                     \
    WDK_GUARDED_(callback, (WDFQUEUE queue, WDFREQUEST raw, size_t length), WDFQUEUE, queue, size_t, length,           \
                 handler(context_of##_by_queue_(call->object), &call->request, call->given), )
#define WDK_ON_DEVICE_CONTROL(callback, context_of, handler)                                                           \
    WDK_GUARDED_(                                                                                                      \
        callback,                                                                                                      \
        (WDFQUEUE queue, WDFREQUEST raw, __attribute__((unused)) size_t output_length,                                 \
         __attribute__((unused)) size_t input_length, ULONG control_code),                                             \
        WDFQUEUE, queue, ULONG, control_code,                                                                          \
        handler(context_of##_by_queue_(call->object), &call->request, call->given), )
#define WDK_ON_ANY_REQUEST(callback, context_of, handler)                                                              \
    WDK_GUARDED_(callback, (WDFQUEUE queue, WDFREQUEST raw), WDFQUEUE, queue, char, 0,                                 \
                 handler(context_of##_by_queue_(call->object), &call->request), )
#endif
#define WDK_ON_WRITE(callback, context_of, handler) WDK_ON_READ(callback, context_of, handler)
#define WDK_ON_INTERNAL_DEVICE_CONTROL(callback, context_of, handler)                                                  \
    WDK_ON_DEVICE_CONTROL(callback, context_of, handler)

/* For the EvtIoStop of a queue whose handlers send what they get to a target: it is cancelled there, when the device
 * sleeps or goes. Without it the device waits for its end before it does either. */
#define WDK_ON_STOP_SENT(callback)                                                                                     \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw, ULONG action)                                                 \
    {                                                                                                                  \
        (void)queue, (void)action;                                                                                     \
        (void)WdfRequestCancelSentRequest(raw);                                                                        \
    }                                                                                                                  \
    static VOID callback(WDFQUEUE queue, WDFREQUEST raw, ULONG action) /* takes the semicolon */

/* The next request of a manual queue: STATUS_NO_MORE_ENTRIES where there is none. */
WDK_PRIVATE_BEGIN
WDK_INLINE wdk_status wdk_queue_next(WDFQUEUE queue, wdk_request *request)
{
    request->raw = NULL;
    const NTSTATUS status = WdfIoQueueRetrieveNextRequest(queue, &request->raw);
    if (NT_SUCCESS(status))
        __builtin_assume(request->raw != NULL);
    return wdk_from_nt(status);
}
WDK_PRIVATE_END

#endif
