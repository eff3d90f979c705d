/*
 * Requests that are completed or handed on exactly once.
 *
 * A handler gets a wdk_request and returns a wdk_handled, which only the functions that part with the request give. So
 * a path on which the request is forgotten does not compile. Each of them empties the wdk_request: a second use is a
 * panic (COMPLETED).
 *
 *     static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
 *     {
 *         wdk_view input;
 *         WDK_TRY_REQUEST(request, wdk_request_input(request, 1, &input));      // completes it with the error
 *         WDK_TRY_REQUEST(request, wdk_copy(device->message, input));
 *         return wdk_complete_with(request, WDK_OK, wdk_count(input));
 *     }
 *     WDK_ON_WRITE(evt_write, device_of, on_write);                             // queue.h: what WDF is given
 *
 * IRQL <= DISPATCH_LEVEL unless it says otherwise. Buffers live until the request is parted with.
 */
#ifndef WDK_WDF_REQUEST_H
#define WDK_WDF_REQUEST_H

#include "../panic_guard.h"
#include "../span.h"
#include <wdf.h>

typedef struct wdk_request {
    WDFREQUEST raw WDK_PRIVATE("the functions of wdk/wdf/request.h");
} wdk_request;

/* The proof that a request has been parted with. */
typedef struct WDK_MUST_USE wdk_handled {
    char proof WDK_PRIVATE("wdk_complete() and its like, which return it");
} wdk_handled;

WDK_PRIVATE_BEGIN

/* The handle, for calls that leave the request where it is: in safe code only within WDK_UNSAFE. */
WDK_INLINE WDK_MUST_USE WDFREQUEST wdk_request_raw_(const wdk_request *request, const struct wdk_panic_site *site)
{
    if (__builtin_expect(request->raw == NULL, 0))
        wdk_panic(site, 0, 0);
    return request->raw;
}
#define wdk_request_raw(request) wdk_request_raw_(request, WDK_SITE(WDK_PANIC_COMPLETED))

/* The request of a callback that the driver writes itself; the caller's duty to handle it goes with it. */
WDK_INLINE WDK_MUST_USE wdk_request wdk_request_from_raw(WDFREQUEST raw)
{
    return (wdk_request){raw};
}

/* WDF gives a request, never none. */
WDK_INLINE WDK_MUST_USE wdk_request wdk_request_given_(WDFREQUEST raw)
{
    __builtin_assume(raw != NULL);
    return wdk_request_from_raw(raw);
}

/* The handle, with which the duty to handle it goes; the wdk_request is empty. */
WDK_INLINE WDK_MUST_USE WDFREQUEST wdk_request_part_(wdk_request *request, const struct wdk_panic_site *site)
{
    const WDFREQUEST raw = wdk_request_raw_(request, site);
    request->raw = NULL;
    return raw;
}

WDK_INLINE wdk_handled wdk_complete_(wdk_request *request, wdk_status status, const struct wdk_panic_site *site)
{
    WdfRequestComplete(wdk_request_part_(request, site), wdk_nt(status));
    return (wdk_handled){0};
}
WDK_INLINE wdk_handled wdk_complete_with_(wdk_request *request, wdk_status status, ULONG_PTR information,
                                          const struct wdk_panic_site *site)
{
    WdfRequestCompleteWithInformation(wdk_request_part_(request, site), wdk_nt(status), information);
    return (wdk_handled){0};
}
WDK_INLINE wdk_handled wdk_forward_(wdk_request *request, WDFQUEUE queue, const struct wdk_panic_site *site)
{
    const WDFREQUEST raw = wdk_request_part_(request, site);
    const NTSTATUS status = WdfRequestForwardToIoQueue(raw, queue);
    if (!NT_SUCCESS(status))
        WdfRequestComplete(raw, status);
    return (wdk_handled){0};
}
WDK_INLINE wdk_handled wdk_requeue_(wdk_request *request, const struct wdk_panic_site *site)
{
    const WDFREQUEST raw = wdk_request_part_(request, site);
    const NTSTATUS status = WdfRequestRequeue(raw);
    if (!NT_SUCCESS(status))
        WdfRequestComplete(raw, status);
    return (wdk_handled){0};
}
WDK_INLINE wdk_handled wdk_send_and_forget_(wdk_request *request, WDFIOTARGET target, const struct wdk_panic_site *site)
{
    WDF_REQUEST_SEND_OPTIONS options;
    const WDFREQUEST raw = wdk_request_part_(request, site);
    WDF_REQUEST_SEND_OPTIONS_INIT(&options, WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET);
    WdfRequestFormatRequestUsingCurrentType(raw);
    if (!WdfRequestSend(raw, target, &options))
        WdfRequestComplete(raw, WdfRequestGetStatus(raw));
    return (wdk_handled){0};
}
WDK_INLINE wdk_handled wdk_keep_(wdk_request *request, wdk_request *place, const struct wdk_panic_site *site)
{
    const WDFREQUEST raw = wdk_request_part_(request, site);
    if (__builtin_expect(place->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)raw, (uintptr_t)place->raw);
    place->raw = raw;
    return (wdk_handled){0};
}

/* Completes it; with `information`, such as the number of bytes. */
#define wdk_complete(request, status) wdk_complete_(request, wdk_status_of(status), WDK_SITE(WDK_PANIC_COMPLETED))
#define wdk_complete_with(request, status, information)                                                                \
    wdk_complete_with_(request, wdk_status_of(status), information, WDK_SITE(WDK_PANIC_COMPLETED))
/* Puts it at the end of another queue of its device; back to the front of its own. Completes it where that fails. */
#define wdk_forward(request, queue) wdk_forward_(request, queue, WDK_SITE(WDK_PANIC_COMPLETED))
#define wdk_requeue(request)        wdk_requeue_(request, WDK_SITE(WDK_PANIC_COMPLETED))
/* Hands it as it is to the next driver, which completes it. Completes it where that fails. */
#define wdk_send_and_forget(request, target) wdk_send_and_forget_(request, target, WDK_SITE(WDK_PANIC_COMPLETED))
/* Keeps it in *place, which is empty, until somebody handles it from there. */
#define wdk_keep(request, place) wdk_keep_(request, place, WDK_SITE(WDK_PANIC_COMPLETED))

/* Says that the proof does not matter here, and why. */
WDK_INLINE void wdk_ignore_handled(wdk_handled handled, const char *why)
    WDK_REJECT_IF(!why || !why[0], "say why the proof does not matter")
{
    (void)handled;
    (void)why;
}

#ifdef WDK_PANIC_RETURNS
/* body(call), below which a failed check completes the request (panic_guard.h). */
WDK_INLINE void wdk_request_guard_(void (*body)(void *), void *call, wdk_request *request,
                                   const struct wdk_panic_site *site)
{
    if (!wdk_panic_guard(body, call, &request->raw))
        wdk_ignore_handled(wdk_complete_(request, wdk_from_nt(STATUS_INTERNAL_ERROR), site), "a check failed");
}
#endif

/* Whether there is no request in it. */
WDK_INLINE WDK_MUST_USE bool wdk_request_is_empty(const wdk_request *request)
{
    return request->raw == NULL;
}

/* WDF writes into the span itself, which saves the copies. */
WDK_INLINE wdk_status wdk_request_input_(const wdk_request *request, size_t minimum, wdk_view *input,
                                         const struct wdk_panic_site *site)
{
    const NTSTATUS status = WdfRequestRetrieveInputBuffer(wdk_request_raw_(request, site), minimum ? minimum : 1,
                                                          (PVOID *)&input->first, &input->count);
    if (!NT_SUCCESS(status))
        *input = wdk_view_from_raw(NULL, 0);
    else
        __builtin_assume(input->count >= (minimum ? minimum : 1));
    return wdk_from_nt(status);
}
WDK_INLINE wdk_status wdk_request_output_(const wdk_request *request, size_t minimum, wdk_span *output,
                                          const struct wdk_panic_site *site)
{
    const NTSTATUS status = WdfRequestRetrieveOutputBuffer(wdk_request_raw_(request, site), minimum ? minimum : 1,
                                                           (PVOID *)&output->first, &output->count);
    if (!NT_SUCCESS(status))
        *output = wdk_span_from_raw(NULL, 0);
    else
        __builtin_assume(output->count >= (minimum ? minimum : 1));
    return wdk_from_nt(status);
}

/* Where a read or a write begins, and how long it is, as its sender says: nobody has held them against the device. A
 * request of another kind is a panic (STATE). */
WDK_INLINE WDK_MUST_USE wdk_range wdk_request_range_(const wdk_request *request, const struct wdk_panic_site *completed,
                                                     const struct wdk_panic_site *state)
{
    WDF_REQUEST_PARAMETERS parameters;
    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(wdk_request_raw_(request, completed), &parameters);
    if (parameters.Type == WdfRequestTypeWrite)
        return (wdk_range){parameters.Parameters.Write.DeviceOffset, parameters.Parameters.Write.Length};
    if (__builtin_expect(parameters.Type != WdfRequestTypeRead, 0))
        wdk_panic(state, (uintptr_t)parameters.Type, 0);
    return (wdk_range){parameters.Parameters.Read.DeviceOffset, parameters.Parameters.Read.Length};
}
#define wdk_request_range(request) wdk_request_range_(request, WDK_SITE(WDK_PANIC_COMPLETED), WDK_SITE(WDK_PANIC_STATE))

/* *input = what the sender has written; *output = room for the answer. An error where there are less than `minimum`
 * bytes (at least one), or, for METHOD_NEITHER, always. */
#define wdk_request_input(request, minimum, input)                                                                     \
    wdk_request_input_(request, minimum, input, WDK_SITE(WDK_PANIC_COMPLETED))
#define wdk_request_output(request, minimum, output)                                                                   \
    wdk_request_output_(request, minimum, output, WDK_SITE(WDK_PANIC_COMPLETED))

WDK_PRIVATE_END

/* In a function that returns wdk_handled: an error completes the request and leaves. */
#define WDK_TRY_REQUEST(request, result)                                                                               \
    do {                                                                                                               \
        const wdk_status wdk_try_ = wdk_status_of(result);                                                             \
        if (!wdk_ok(wdk_try_))                                                                                         \
            return wdk_complete(request, wdk_try_);                                                                    \
    } while (0)

#endif
