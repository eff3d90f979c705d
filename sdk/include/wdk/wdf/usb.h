/*
 * A USB device below the driver: pipes that know their direction, transfers of spans, a reader that never stops.
 *
 *     WDFUSBDEVICE usb;
 *     WDFUSBINTERFACE selected;
 *     WDK_TRY(wdk_usb_create(handle, &usb));                              // in EvtDevicePrepareHardware
 *     WDK_TRY(wdk_usb_select(usb, &selected));
 *     WDK_TRY(wdk_usb_find_in(selected, WdfUsbPipeTypeBulk, &device->in));
 *     WDK_TRY(wdk_usb_find_out(selected, WdfUsbPipeTypeBulk, &device->out));
 *     WDK_TRY(wdk_usb_write(device->out, command, 1000, &moved));
 *
 *     WDK_SENT(moved, struct device, on_moved);                           // target.h
 *     return wdk_usb_send_read(moved, request, device->in, 0, device);    // in a handler: into the request's own buffer
 *
 *     static void on_report(struct device *device, wdk_view report);
 *     WDK_USB_READER(reports, device_of, on_report);
 *     WDK_TRY(reports_configure(device->in, 64));                         // and wdk_usb_start when the device works
 *
 * Handles go with the device. Calls that wait: PASSIVE_LEVEL, which the compiler checks; `milliseconds` as in target.h.
 */
#ifndef WDK_WDF_USB_H
#define WDK_WDF_USB_H

#include "context.h"
#include "target.h"
#include <usb.h>
#include <wdfusb.h>

/* A pipe to read from, and one to write to; {} is none. */
typedef struct wdk_usb_in {
    WDFUSBPIPE raw WDK_PRIVATE("wdk_usb_read()");
} wdk_usb_in;
typedef struct wdk_usb_out {
    WDFUSBPIPE raw WDK_PRIVATE("wdk_usb_write()");
} wdk_usb_out;

WDK_PRIVATE_BEGIN

WDK_INLINE wdk_status wdk_usb_create(WDFDEVICE device, WDFUSBDEVICE *usb) WDK_AT_PASSIVE
{
    WDF_USB_DEVICE_CREATE_CONFIG config;
    WDF_USB_DEVICE_CREATE_CONFIG_INIT(&config, USBD_CLIENT_CONTRACT_VERSION_602);
    return wdk_from_nt(WdfUsbTargetDeviceCreateWithParameters(device, &config, WDF_NO_OBJECT_ATTRIBUTES, usb));
}
/* Selects the configuration of a device with one interface. */
WDK_INLINE wdk_status wdk_usb_select(WDFUSBDEVICE usb, WDFUSBINTERFACE *selected) WDK_AT_PASSIVE
{
    WDF_USB_DEVICE_SELECT_CONFIG_PARAMS parameters;
    WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_SINGLE_INTERFACE(&parameters);
    const NTSTATUS status = WdfUsbTargetDeviceSelectConfig(usb, WDF_NO_OBJECT_ATTRIBUTES, &parameters);
    *selected = NT_SUCCESS(status) ? parameters.Types.SingleInterface.ConfiguredUsbInterface : NULL;
    return wdk_from_nt(status);
}
/* The first pipe of that type and direction, or NULL. Whole packets are not asked for: a span may be of any size. */
WDK_INLINE WDK_MUST_USE WDFUSBPIPE wdk_usb_find_(WDFUSBINTERFACE selected, WDF_USB_PIPE_TYPE type, bool in)
{
    const BYTE count = WdfUsbInterfaceGetNumConfiguredPipes(selected);
    for (BYTE i = 0; i < count; i++) {
        WDF_USB_PIPE_INFORMATION information;
        WDF_USB_PIPE_INFORMATION_INIT(&information);
        const WDFUSBPIPE pipe = WdfUsbInterfaceGetConfiguredPipe(selected, i, &information);
        if (pipe && information.PipeType == type && (WdfUsbTargetPipeIsInEndpoint(pipe) != FALSE) == in) {
            WdfUsbTargetPipeSetNoMaximumPacketSizeCheck(pipe);
            return pipe;
        }
    }
    return NULL;
}
/* STATUS_DEVICE_CONFIGURATION_ERROR where there is none. */
WDK_INLINE wdk_status wdk_usb_find_in(WDFUSBINTERFACE selected, WDF_USB_PIPE_TYPE type, wdk_usb_in *pipe)
{
    pipe->raw = wdk_usb_find_(selected, type, true);
    return pipe->raw ? WDK_OK : wdk_error(STATUS_DEVICE_CONFIGURATION_ERROR);
}
WDK_INLINE wdk_status wdk_usb_find_out(WDFUSBINTERFACE selected, WDF_USB_PIPE_TYPE type, wdk_usb_out *pipe)
{
    pipe->raw = wdk_usb_find_(selected, type, false);
    return pipe->raw ? WDK_OK : wdk_error(STATUS_DEVICE_CONFIGURATION_ERROR);
}

WDK_INLINE WDK_MUST_USE WDFUSBPIPE wdk_usb_pipe_(WDFUSBPIPE raw, const struct wdk_panic_site *site)
{
    if (__builtin_expect(raw == NULL, 0))
        wdk_panic(site, 0, 0);
    return raw;
}
WDK_INLINE wdk_status wdk_usb_read_(wdk_usb_in pipe, wdk_span room, ULONG milliseconds, ULONG *moved,
                                    const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    WDF_REQUEST_SEND_OPTIONS options = wdk_send_options_(milliseconds);
    WDF_MEMORY_DESCRIPTOR memory;
    *moved = 0;
    if (!wdk_fits_ulong_(room.count))
        return wdk_error(STATUS_INVALID_BUFFER_SIZE);
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&memory, room.first, (ULONG)room.count);
    return wdk_from_nt(
        WdfUsbTargetPipeReadSynchronously(wdk_usb_pipe_(pipe.raw, site), NULL, &options, &memory, moved));
}
WDK_INLINE wdk_status wdk_usb_write_(wdk_usb_out pipe, wdk_view data, ULONG milliseconds, ULONG *moved,
                                     const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    WDF_REQUEST_SEND_OPTIONS options = wdk_send_options_(milliseconds);
    WDF_MEMORY_DESCRIPTOR memory;
    *moved = 0;
    if (!wdk_fits_ulong_(data.count))
        return wdk_error(STATUS_INVALID_BUFFER_SIZE);
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&memory, (void *)data.first, (ULONG)data.count);
    return wdk_from_nt(
        WdfUsbTargetPipeWriteSynchronously(wdk_usb_pipe_(pipe.raw, site), NULL, &options, &memory, moved));
}
/* Reads what comes, up to all of `room`; writes all of `data`. *moved = how many bytes. A pipe that is none: a panic.
 */
#define wdk_usb_read(pipe, room, milliseconds, moved)                                                                  \
    wdk_usb_read_(pipe, room, milliseconds, moved, WDK_SITE(WDK_PANIC_NULL))
#define wdk_usb_write(pipe, data, milliseconds, moved)                                                                 \
    wdk_usb_write_(pipe, data, milliseconds, moved, WDK_SITE(WDK_PANIC_NULL))

/* Sends what could be formatted; else completes it with the reason. */
WDK_INLINE wdk_handled wdk_usb_send_(WDFREQUEST raw, WDFUSBPIPE pipe, NTSTATUS formatted, ULONG milliseconds,
                                     PFN_WDF_REQUEST_COMPLETION_ROUTINE routine, void *context)
{
    WDF_REQUEST_SEND_OPTIONS options = wdk_send_options_(milliseconds);
    if (NT_SUCCESS(formatted))
        return wdk_send_formatted_(raw, WdfUsbTargetPipeGetIoTarget(pipe), &options, routine, context);
    WdfRequestComplete(raw, formatted);
    return (wdk_handled){0};
}
WDK_INLINE wdk_handled wdk_usb_send_read_(wdk_request *request, wdk_usb_in pipe, ULONG milliseconds,
                                          PFN_WDF_REQUEST_COMPLETION_ROUTINE routine, void *context,
                                          const struct wdk_panic_site *completed, const struct wdk_panic_site *null)
{
    const WDFUSBPIPE target = wdk_usb_pipe_(pipe.raw, null);
    const WDFREQUEST raw = wdk_request_part_(request, completed);
    WDFMEMORY memory;
    NTSTATUS status = WdfRequestRetrieveOutputMemory(raw, &memory);
    if (NT_SUCCESS(status))
        status = WdfUsbTargetPipeFormatRequestForRead(target, raw, memory, NULL);
    return wdk_usb_send_(raw, target, status, milliseconds, routine, context);
}
WDK_INLINE wdk_handled wdk_usb_send_write_(wdk_request *request, wdk_usb_out pipe, ULONG milliseconds,
                                           PFN_WDF_REQUEST_COMPLETION_ROUTINE routine, void *context,
                                           const struct wdk_panic_site *completed, const struct wdk_panic_site *null)
{
    const WDFUSBPIPE target = wdk_usb_pipe_(pipe.raw, null);
    const WDFREQUEST raw = wdk_request_part_(request, completed);
    WDFMEMORY memory;
    NTSTATUS status = WdfRequestRetrieveInputMemory(raw, &memory);
    if (NT_SUCCESS(status))
        status = WdfUsbTargetPipeFormatRequestForWrite(target, raw, memory, NULL);
    return wdk_usb_send_(raw, target, status, milliseconds, routine, context);
}
/* Reads into the request's own buffer, or writes all of it; nobody waits, the request comes back to the handler of NAME
 * (WDK_SENT). In a handler of a queue whose EvtIoStop is one of WDK_ON_STOP_SENT (queue.h). A pipe that is none: a
 * panic. IRQL <= DISPATCH_LEVEL. */
#define wdk_usb_send_read(name, request, pipe, milliseconds, context)                                                  \
    wdk_usb_send_read_(request, pipe, milliseconds, name##_evt, name##_context_(context),                              \
                       WDK_SITE(WDK_PANIC_COMPLETED), WDK_SITE(WDK_PANIC_NULL))
#define wdk_usb_send_write(name, request, pipe, milliseconds, context)                                                 \
    wdk_usb_send_write_(request, pipe, milliseconds, name##_evt, name##_context_(context),                             \
                        WDK_SITE(WDK_PANIC_COMPLETED), WDK_SITE(WDK_PANIC_NULL))

/* How many bytes went over the pipe, in the handler of such a request. */
WDK_INLINE WDK_MUST_USE size_t wdk_usb_sent_bytes(const wdk_sent *sent)
{
    const WDF_USB_REQUEST_COMPLETION_PARAMS *const usb =
        sent->raw->Type == WdfRequestTypeUsb ? sent->raw->Parameters.Usb.Completion : NULL;
    if (!usb)
        return 0; /* it never reached the pipe */
    return usb->Type == WdfUsbRequestTypePipeWrite ? usb->Parameters.PipeWrite.Length : usb->Parameters.PipeRead.Length;
}

/* A reader's pipe: reads from now on, when the device has begun to work; reads no more, and what was on its way is
 * cancelled, before it sleeps or goes. A pipe that is none: a panic. */
WDK_INLINE wdk_status wdk_usb_start_(wdk_usb_in pipe, const struct wdk_panic_site *site)
{
    return wdk_from_nt(WdfIoTargetStart(WdfUsbTargetPipeGetIoTarget(wdk_usb_pipe_(pipe.raw, site))));
}
WDK_INLINE void wdk_usb_stop_(wdk_usb_in pipe, const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    WdfIoTargetStop(WdfUsbTargetPipeGetIoTarget(wdk_usb_pipe_(pipe.raw, site)), WdfIoTargetCancelSentIo);
}
#define wdk_usb_start(pipe) wdk_usb_start_(pipe, WDK_SITE(WDK_PANIC_NULL))
#define wdk_usb_stop(pipe)  wdk_usb_stop_(pipe, WDK_SITE(WDK_PANIC_NULL))

WDK_PRIVATE_END

/* NAME_configure(pipe, bytes): void handler(CONTEXT *, wdk_view) gets each transfer of up to `bytes` from then on, when
 * the pipe's target is started; at IRQL <= DISPATCH_LEVEL. A pipe that fails is reset and read on. */
#define WDK_USB_READER(name, context_of, handler)                                                                      \
    static VOID name##_evt(WDFUSBPIPE pipe, WDFMEMORY buffer, size_t count, WDFCONTEXT context)                        \
    {                                                                                                                  \
        size_t room;                                                                                                   \
        const void *const first = WdfMemoryGetBuffer(buffer, &room);                                                   \
        (void)context;                                                                                                 \
        handler(context_of(WdfIoTargetGetDevice(WdfUsbTargetPipeGetIoTarget(pipe))),                                   \
                wdk_view_from_raw(first, count < room ? count : room));                                                \
    }                                                                                                                  \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE wdk_status name##_configure(wdk_usb_in pipe, size_t bytes) WDK_AT_PASSIVE                               \
    {                                                                                                                  \
        WDF_USB_CONTINUOUS_READER_CONFIG config;                                                                       \
        WDF_USB_CONTINUOUS_READER_CONFIG_INIT(&config, name##_evt, NULL, bytes);                                       \
        return wdk_from_nt(                                                                                            \
            WdfUsbTargetPipeConfigContinuousReader(wdk_usb_pipe_(pipe.raw, WDK_SITE(WDK_PANIC_NULL)), &config));       \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    static VOID name##_evt(WDFUSBPIPE pipe, WDFMEMORY buffer, size_t count,                                            \
                           WDFCONTEXT context) /* takes the semicolon */

#endif
