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
 *     static void on_report(struct device *device, wdk_view report);
 *     WDK_USB_READER(reports, device_of, on_report);
 *     WDK_TRY(reports_configure(device->in, 64));
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
