/*
 * I/O targets: the devices that a driver sends requests to; by calls that wait, by handing on the request that it has,
 * or by requests of its own.
 *
 *     WDK_SCOPED(wdk_wdf_target) target = {};                          // object.h
 *     WDK_TRY(wdk_target_open(&target, device, WDK_TEXT(L"\\Device\\Below"), GENERIC_READ));
 *     WDK_TRY(wdk_target_ioctl(wdk_borrow(wdk_wdf_target, &target), IOCTL_ASK, input, output, 500, &moved));
 *
 *     static wdk_handled on_sent(struct device *device, wdk_request *request, const wdk_sent *sent)
 *     {
 *         device->bytes += wdk_sent_information(sent);
 *         return wdk_complete_with(request, wdk_sent_status(sent), wdk_sent_information(sent));
 *     }
 *     WDK_SENT(sent, struct device, on_sent);
 *     …
 *     return wdk_send(sent, request, WdfDeviceGetIoTarget(handle), device);   // in a handler: it comes back to on_sent
 *
 * What is sent is the driver's again in the handler alone, which parts with it as every handler does (request.h). Calls
 * that wait: PASSIVE_LEVEL, which the compiler checks; sending: IRQL <= DISPATCH_LEVEL. `milliseconds` is how long they
 * wait, 0 for ever; STATUS_IO_TIMEOUT after that.
 */
#ifndef WDK_WDF_TARGET_H
#define WDK_WDF_TARGET_H

#include "../irql.h"
#include "../text.h"
#include "object.h"
#include "request.h"

/* What came of a request that was sent; there only while its handler runs. */
typedef struct wdk_sent {
    const WDF_REQUEST_COMPLETION_PARAMS *raw WDK_PRIVATE("wdk_sent_status()");
} wdk_sent;

WDK_PRIVATE_BEGIN

WDK_INLINE wdk_status wdk_sent_status(const wdk_sent *sent)
{
    return wdk_from_nt(sent->raw->IoStatus.Status);
}
WDK_INLINE WDK_MUST_USE ULONG_PTR wdk_sent_information(const wdk_sent *sent)
{
    return sent->raw->IoStatus.Information;
}

/* Opens a device by its name; *target is empty before. It is closed when it is released, or goes with `device`. */
WDK_INLINE wdk_status wdk_target_open_(wdk_wdf_target *target, WDFDEVICE device, wdk_text name, ACCESS_MASK access,
                                       const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    UNICODE_STRING raw_name = wdk_text_raw(name);
    WDF_IO_TARGET_OPEN_PARAMS parameters;
    if (__builtin_expect(target->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)target->raw, 0);
    const NTSTATUS created = WdfIoTargetCreate(device, WDF_NO_OBJECT_ATTRIBUTES, &target->raw);
    if (!NT_SUCCESS(created)) {
        target->raw = NULL;
        return wdk_from_nt(created);
    }
    WDF_IO_TARGET_OPEN_PARAMS_INIT_OPEN_BY_NAME(&parameters, &raw_name, access);
    const NTSTATUS opened = WdfIoTargetOpen(target->raw, &parameters);
    if (!NT_SUCCESS(opened))
        wdk_wdf_target_release(target);
    return wdk_from_nt(opened);
}
#define wdk_target_open(target, device, name, access)                                                                  \
    wdk_target_open_(target, device, name, access, WDK_SITE(WDK_PANIC_STATE))

WDK_INLINE WDK_MUST_USE WDF_REQUEST_SEND_OPTIONS wdk_send_options_(ULONG milliseconds)
{
    WDF_REQUEST_SEND_OPTIONS options;
    WDF_REQUEST_SEND_OPTIONS_INIT(&options, 0);
    if (milliseconds)
        WDF_REQUEST_SEND_OPTIONS_SET_TIMEOUT(&options, -(LONGLONG)milliseconds * 10000);
    return options;
}
WDK_INLINE WDK_MUST_USE bool wdk_fits_ulong_(size_t bytes)
{
    return bytes <= UINT32_MAX;
}

/* Asks a control code and waits. *moved = how many bytes of `output` were filled. */
WDK_INLINE wdk_status wdk_target_ioctl(WDFIOTARGET target, ULONG code, wdk_view input, wdk_span output,
                                       ULONG milliseconds, ULONG_PTR *moved) WDK_AT_PASSIVE
{
    WDF_REQUEST_SEND_OPTIONS options = wdk_send_options_(milliseconds);
    WDF_MEMORY_DESCRIPTOR in, out;
    *moved = 0;
    if (!wdk_fits_ulong_(input.count) || !wdk_fits_ulong_(output.count))
        return wdk_error(STATUS_INVALID_BUFFER_SIZE);
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&in, (void *)input.first, (ULONG)input.count);
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&out, output.first, (ULONG)output.count);
    return wdk_from_nt(WdfIoTargetSendIoctlSynchronously(target, NULL, code, input.count ? &in : NULL,
                                                         output.count ? &out : NULL, &options, moved));
}
/* Reads into all of `room`, or writes all of `data`, at an offset of the device, and waits. */
WDK_INLINE wdk_status wdk_target_read(WDFIOTARGET target, wdk_span room, LONGLONG offset, ULONG milliseconds,
                                      ULONG_PTR *moved) WDK_AT_PASSIVE
{
    WDF_REQUEST_SEND_OPTIONS options = wdk_send_options_(milliseconds);
    WDF_MEMORY_DESCRIPTOR memory;
    *moved = 0;
    if (!wdk_fits_ulong_(room.count))
        return wdk_error(STATUS_INVALID_BUFFER_SIZE);
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&memory, room.first, (ULONG)room.count);
    return wdk_from_nt(WdfIoTargetSendReadSynchronously(target, NULL, &memory, &offset, &options, moved));
}
WDK_INLINE wdk_status wdk_target_write(WDFIOTARGET target, wdk_view data, LONGLONG offset, ULONG milliseconds,
                                       ULONG_PTR *moved) WDK_AT_PASSIVE
{
    WDF_REQUEST_SEND_OPTIONS options = wdk_send_options_(milliseconds);
    WDF_MEMORY_DESCRIPTOR memory;
    *moved = 0;
    if (!wdk_fits_ulong_(data.count))
        return wdk_error(STATUS_INVALID_BUFFER_SIZE);
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&memory, (void *)data.first, (ULONG)data.count);
    return wdk_from_nt(WdfIoTargetSendWriteSynchronously(target, NULL, &memory, &offset, &options, moved));
}

/* The request is formatted. Where it cannot be sent, the sender's request is completed with the reason. */
WDK_INLINE wdk_handled wdk_send_formatted_(WDFREQUEST raw, WDFIOTARGET target, WDF_REQUEST_SEND_OPTIONS *options,
                                           PFN_WDF_REQUEST_COMPLETION_ROUTINE routine, void *context)
{
    WdfRequestSetCompletionRoutine(raw, routine, context);
    if (!WdfRequestSend(raw, target, options))
        WdfRequestComplete(raw, WdfRequestGetStatus(raw));
    return (wdk_handled){0};
}
/* The proof that the handler of what came back has parted with it. */
WDK_INLINE void wdk_sent_handled_(wdk_handled handled, const wdk_request *request, const struct wdk_panic_site *site)
{
    (void)handled;
    if (__builtin_expect(request->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)request->raw, 0);
}

#ifdef WDK_PANIC_RETURNS
#define WDK_SENT_INLINE_
#define wdk_sent_guard_ wdk_request_guard_
#else
#define WDK_SENT_INLINE_ inline __attribute__((always_inline))
WDK_INLINE void wdk_sent_guard_(void (*body)(void *), void *call, const wdk_request *request,
                                const struct wdk_panic_site *site)
{
    (void)request, (void)site;
    body(call);
}
#endif

WDK_PRIVATE_END

/* wdk_handled handler(CONTEXT *, wdk_request *, const wdk_sent *), for requests that WDF has given to the driver. */
#define WDK_SENT(name, context_type, handler)                                                                          \
    WDK_PRIVATE_BEGIN                                                                                                  \
    struct name##_call_ {                                                                                              \
        context_type *context;                                                                                         \
        wdk_sent sent;                                                                                                 \
        wdk_request request;                                                                                           \
    };                                                                                                                 \
    WDK_SENT_INLINE_ static void name##_guarded_(void *place)                                                          \
    {                                                                                                                  \
        struct name##_call_ *const call = (struct name##_call_ *)place;                                                \
        wdk_sent_handled_(handler(call->context, &call->request, &call->sent), &call->request,                         \
                          WDK_SITE(WDK_PANIC_NOT_HANDLED));                                                            \
    }                                                                                                                  \
    static VOID name##_evt(WDFREQUEST raw, WDFIOTARGET target, PWDF_REQUEST_COMPLETION_PARAMS parameters,              \
                           WDFCONTEXT context)                                                                         \
    {                                                                                                                  \
        struct name##_call_ call = {(context_type *)context, {parameters}, wdk_request_given_(raw)};                   \
        (void)target;                                                                                                  \
        wdk_sent_guard_(name##_guarded_, &call, &call.request, WDK_SITE(WDK_PANIC_COMPLETED));                         \
    }                                                                                                                  \
    WDK_INLINE wdk_handled name##_send_(wdk_request *request, WDFIOTARGET target, context_type *context,               \
                                        const struct wdk_panic_site *site)                                             \
    {                                                                                                                  \
        const WDFREQUEST raw = wdk_request_part_(request, site);                                                       \
        WdfRequestFormatRequestUsingCurrentType(raw);                                                                  \
        return wdk_send_formatted_(raw, target, WDF_NO_SEND_OPTIONS, name##_evt, context);                             \
    }                                                                                                                  \
    WDK_INLINE void *name##_context_(context_type *context)                                                            \
    {                                                                                                                  \
        return context;                                                                                                \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    static VOID name##_evt(WDFREQUEST raw, WDFIOTARGET target, PWDF_REQUEST_COMPLETION_PARAMS parameters,              \
                           WDFCONTEXT context) /* takes the semicolon */

/* Sends it with the same parameters. */
#define wdk_send(name, request, target, context) name##_send_(request, target, context, WDK_SITE(WDK_PANIC_COMPLETED))

/*
 * A request of the driver's own, used again and again, for one control code at a time:
 *
 *     static void on_answer(struct device *device, const wdk_sent *sent);
 *     WDK_ANSWER(answer, struct device, on_answer);
 *
 *     WDK_TRY(wdk_own_request_create(&device->query, target));
 *     WDK_TRY(wdk_ask(answer, &device->query, IOCTL_ASK, &device->question, &device->reply, device));
 *
 * Question and reply are wdk_wdf_memory (object.h), or NULL. It is on its way until its handler runs: asking again
 * before that is a panic (STATE), and so is releasing it (OUTSTANDING).
 */
typedef struct wdk_own_request {
    WDFREQUEST raw WDK_PRIVATE("wdk_ask()");
    WDFIOTARGET target WDK_PRIVATE("wdk_ask()");
    void *context WDK_PRIVATE("wdk_ask()");
    LONG sent WDK_PRIVATE("wdk_own_request_is_sent()");
} wdk_own_request;

WDK_PRIVATE_BEGIN

WDK_INLINE wdk_status wdk_own_request_create_(wdk_own_request *own, WDFIOTARGET target,
                                              const struct wdk_panic_site *site)
{
    if (__builtin_expect(own->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)own->raw, 0);
    const NTSTATUS status = WdfRequestCreate(WDF_NO_OBJECT_ATTRIBUTES, target, &own->raw);
    if (!NT_SUCCESS(status))
        own->raw = NULL;
    own->target = target;
    own->sent = 0;
    return wdk_from_nt(status);
}
#define wdk_own_request_create(own, target) wdk_own_request_create_(own, target, WDK_SITE(WDK_PANIC_STATE))

WDK_INLINE WDK_MUST_USE bool wdk_own_request_is_sent(const wdk_own_request *own)
{
    return __atomic_load_n(&own->sent, __ATOMIC_ACQUIRE) != 0;
}
/* Asks for its end before its time; its handler runs all the same. */
WDK_INLINE void wdk_own_request_cancel(const wdk_own_request *own)
{
    if (own->raw)
        (void)WdfRequestCancelSentRequest(own->raw);
}
WDK_INLINE void wdk_own_request_release_(wdk_own_request *own, const struct wdk_panic_site *site)
{
    const WDFREQUEST raw = own->raw;
    if (!raw)
        return;
    if (__builtin_expect(wdk_own_request_is_sent(own), 0))
        wdk_panic(site, (uintptr_t)raw, 1);
    own->raw = NULL;
    WdfObjectDelete(raw);
}
#define wdk_own_request_release(own) wdk_own_request_release_(own, WDK_SITE(WDK_PANIC_OUTSTANDING))

WDK_INLINE wdk_status wdk_ask_(wdk_own_request *own, ULONG code, const wdk_wdf_memory *question,
                               const wdk_wdf_memory *reply, PFN_WDF_REQUEST_COMPLETION_ROUTINE routine, void *context,
                               const struct wdk_panic_site *site)
{
    WDF_REQUEST_REUSE_PARAMS reuse;
    if (__builtin_expect(own->raw == NULL || __atomic_exchange_n(&own->sent, 1, __ATOMIC_ACQUIRE) != 0, 0))
        wdk_panic(site, (uintptr_t)own->raw, (uintptr_t)own->sent);
    WDF_REQUEST_REUSE_PARAMS_INIT(&reuse, WDF_REQUEST_REUSE_NO_FLAGS, STATUS_NOT_SUPPORTED);
    NTSTATUS status = WdfRequestReuse(own->raw, &reuse);
    if (NT_SUCCESS(status))
        status = WdfIoTargetFormatRequestForIoctl(own->target, own->raw, code, question ? question->raw : NULL, NULL,
                                                  reply ? reply->raw : NULL, NULL);
    if (NT_SUCCESS(status)) {
        own->context = context;
        WdfRequestSetCompletionRoutine(own->raw, routine, own);
        if (WdfRequestSend(own->raw, own->target, WDF_NO_SEND_OPTIONS))
            return WDK_OK;
        status = WdfRequestGetStatus(own->raw);
    }
    __atomic_store_n(&own->sent, 0, __ATOMIC_RELEASE);
    return wdk_from_nt(status);
}

WDK_PRIVATE_END

/* void handler(CONTEXT *, const wdk_sent *): it may ask again. */
#define WDK_ANSWER(name, context_type, handler)                                                                        \
    WDK_PRIVATE_BEGIN                                                                                                  \
    static VOID name##_evt(WDFREQUEST raw, WDFIOTARGET target, PWDF_REQUEST_COMPLETION_PARAMS parameters,              \
                           WDFCONTEXT context)                                                                         \
    {                                                                                                                  \
        wdk_own_request *const own = (wdk_own_request *)context;                                                       \
        context_type *const given = (context_type *)own->context;                                                      \
        const wdk_sent sent = {parameters};                                                                            \
        (void)raw;                                                                                                     \
        (void)target;                                                                                                  \
        __atomic_store_n(&own->sent, 0, __ATOMIC_RELEASE);                                                             \
        handler(given, &sent);                                                                                         \
    }                                                                                                                  \
    WDK_INLINE wdk_status name##_ask_(wdk_own_request *own, ULONG code, const wdk_wdf_memory *question,                \
                                      const wdk_wdf_memory *reply, context_type *context,                              \
                                      const struct wdk_panic_site *site)                                               \
    {                                                                                                                  \
        return wdk_ask_(own, code, question, reply, name##_evt, context, site);                                        \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    static VOID name##_evt(WDFREQUEST raw, WDFIOTARGET target, PWDF_REQUEST_COMPLETION_PARAMS parameters,              \
                           WDFCONTEXT context) /* takes the semicolon */

#define wdk_ask(name, own, code, question, reply, context)                                                             \
    name##_ask_(own, code, question, reply, context, WDK_SITE(WDK_PANIC_STATE))

#endif
