/*
 * WDF's devices: made with a context of one type, shown to programs, and told of hardware and power by typed handlers.
 *
 *     static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
 *     {
 *         WDFDEVICE handle;
 *         wdk_device_hardware(init, evt_prepare, evt_release);
 *         WDK_TRY(wdk_wdf_device_create(init, device_of, &handle));
 *         return wdk_device_interface(handle, &GUID_DEVINTERFACE_WIDGET);
 *     }
 *     WDK_DEVICE_ADD(EvtDeviceAdd, on_add);
 *
 * What is set before the device is made takes the wdk_device_init; making it empties that, so that setting something
 * too late is a panic (STATE). PASSIVE_LEVEL, which the compiler checks.
 */
#ifndef WDK_WDF_DEVICE_H
#define WDK_WDF_DEVICE_H

#include "../irql.h"
#include "../panic_guard.h"
#include "context.h"
#include <wdf.h>

/* What a device is to become. It stays WDF's where no device is made of it. */
typedef struct wdk_device_init {
    PWDFDEVICE_INIT raw WDK_PRIVATE("the functions of wdk/wdf/device.h");
    WDF_PNPPOWER_EVENT_CALLBACKS pnp WDK_PRIVATE("wdk_device_hardware()");
    bool has_pnp WDK_PRIVATE("wdk_device_hardware()");
    PFN_WDF_OBJECT_CONTEXT_CLEANUP end WDK_PRIVATE("wdk_device_end()");
} wdk_device_init;

WDK_PRIVATE_BEGIN

WDK_INLINE WDK_MUST_USE PWDFDEVICE_INIT wdk_device_init_(const wdk_device_init *init, const struct wdk_panic_site *site)
{
    if (__builtin_expect(init->raw == NULL, 0))
        wdk_panic(site, (uintptr_t)init, 0);
    return init->raw;
}
WDK_INLINE void wdk_device_init_begin_(wdk_device_init *init, PWDFDEVICE_INIT raw)
{
    __builtin_assume(raw != NULL); /* WDF gives one, never none */
    init->raw = raw;
    init->has_pnp = false;
    init->end = NULL;
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&init->pnp);
}
WDK_INLINE WDF_PNPPOWER_EVENT_CALLBACKS *wdk_device_pnp_(wdk_device_init *init, const struct wdk_panic_site *site)
{
    (void)wdk_device_init_(init, site);
    init->has_pnp = true;
    return &init->pnp;
}
/* The callbacks of WDK_ON_PREPARE_HARDWARE and WDK_ON_RELEASE_HARDWARE, and those of WDK_ON_D0_ENTRY and
 * WDK_ON_D0_EXIT. */
#define wdk_device_hardware(init, prepare, release)                                                                    \
    wdk_device_hardware_(init, prepare, release, WDK_SITE(WDK_PANIC_STATE))
#define wdk_device_power(init, entry, exit) wdk_device_power_(init, entry, exit, WDK_SITE(WDK_PANIC_STATE))
WDK_INLINE void wdk_device_hardware_(wdk_device_init *init, PFN_WDF_DEVICE_PREPARE_HARDWARE prepare,
                                     PFN_WDF_DEVICE_RELEASE_HARDWARE release, const struct wdk_panic_site *site)
{
    WDF_PNPPOWER_EVENT_CALLBACKS *const pnp = wdk_device_pnp_(init, site);
    pnp->EvtDevicePrepareHardware = prepare;
    pnp->EvtDeviceReleaseHardware = release;
}
WDK_INLINE void wdk_device_power_(wdk_device_init *init, PFN_WDF_DEVICE_D0_ENTRY entry, PFN_WDF_DEVICE_D0_EXIT exit,
                                  const struct wdk_panic_site *site)
{
    WDF_PNPPOWER_EVENT_CALLBACKS *const pnp = wdk_device_pnp_(init, site);
    pnp->EvtDeviceD0Entry = entry;
    pnp->EvtDeviceD0Exit = exit;
}
/* The callback of WDK_ON_CLEANUP, when the device goes: also where it was never finished. */
#define wdk_device_end(init, callback) wdk_device_end_(init, callback, WDK_SITE(WDK_PANIC_STATE))
WDK_INLINE void wdk_device_end_(wdk_device_init *init, PFN_WDF_OBJECT_CONTEXT_CLEANUP callback,
                                const struct wdk_panic_site *site)
{
    (void)wdk_device_init_(init, site);
    init->end = callback;
}
/* A filter: what it does not handle goes down the stack. How reads and writes bring their buffers. */
#define wdk_device_filter(init)   WdfFdoInitSetFilter(wdk_device_init_(init, WDK_SITE(WDK_PANIC_STATE)))
#define wdk_device_io(init, type) WdfDeviceInitSetIoType(wdk_device_init_(init, WDK_SITE(WDK_PANIC_STATE)), type)
#ifdef _KERNEL_MODE
/* What kind of device it is to Windows: FILE_DEVICE_DISK, …; FILE_DEVICE_UNKNOWN without it. */
#define wdk_device_type(init, type)                                                                                    \
    WdfDeviceInitSetDeviceType(wdk_device_init_(init, WDK_SITE(WDK_PANIC_STATE)), type)
#endif

WDK_INLINE wdk_status wdk_wdf_device_create_(wdk_device_init *init, WDF_OBJECT_ATTRIBUTES attributes, WDFDEVICE *device,
                                             const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    PWDFDEVICE_INIT raw = wdk_device_init_(init, site);
    if (init->has_pnp)
        WdfDeviceInitSetPnpPowerEventCallbacks(raw, &init->pnp);
    attributes.EvtCleanupCallback = init->end;
    const NTSTATUS status = WdfDeviceCreate(&raw, &attributes, device);
    init->raw = raw; /* NULL where it was made */
    if (!NT_SUCCESS(status))
        *device = NULL;
    return wdk_from_nt(status);
}
/* Makes the device, with the context of `context_of`. */
#define wdk_wdf_device_create(init, context_of, device)                                                                \
    wdk_wdf_device_create_(init, wdk_attributes(context_of), device, WDK_SITE(WDK_PANIC_STATE))

/* Programs find the device by that class, while it is started. */
WDK_INLINE wdk_status wdk_device_interface(WDFDEVICE device, const GUID *class_guid) WDK_AT_PASSIVE
{
    return wdk_from_nt(WdfDeviceCreateDeviceInterface(device, class_guid, NULL));
}
/* They find it, or find it no more, from now on. */
WDK_INLINE void wdk_device_interface_show(WDFDEVICE device, const GUID *class_guid, bool shown) WDK_AT_PASSIVE
{
    WdfDeviceSetDeviceInterfaceState(device, class_guid, NULL, shown);
}

WDK_PRIVATE_END

/* wdk_status handler(WDFDRIVER, wdk_device_init *) WDK_AT_PASSIVE. */
#define WDK_DEVICE_ADD(callback, handler)                                                                              \
    WDK_STATUS_CALLBACK_(callback, (WDFDRIVER driver, PWDFDEVICE_INIT raw), WDFDRIVER, driver, PWDFDEVICE_INIT, raw,   \
                         ({                                                                                            \
                             wdk_device_init wdk_init_;                                                                \
                             wdk_device_init_begin_(&wdk_init_, call->b);                                              \
                             handler(call->a, &wdk_init_);                                                             \
                         }))

/* wdk_status handler(CONTEXT *, WDFCMRESLIST translated) WDK_AT_PASSIVE: resources.h reads the list. */
#define WDK_ON_PREPARE_HARDWARE(callback, context_of, handler)                                                         \
    WDK_STATUS_CALLBACK_(callback,                                                                                     \
                         (WDFDEVICE device, __attribute__((unused)) WDFCMRESLIST raw, WDFCMRESLIST translated),        \
                         WDFDEVICE, device, WDFCMRESLIST, translated, handler(context_of(call->a), call->b))
/* void handler(CONTEXT *) WDK_AT_PASSIVE. */
#define WDK_ON_RELEASE_HARDWARE(callback, context_of, handler)                                                         \
    WDK_STATUS_CALLBACK_(callback, (WDFDEVICE device, WDFCMRESLIST translated), WDFDEVICE, device, WDFCMRESLIST,       \
                         translated, (handler(context_of(call->a)), WDK_OK))
/* wdk_status handler(CONTEXT *, WDF_POWER_DEVICE_STATE before); wdk_status handler(CONTEXT *, WDF_POWER_DEVICE_STATE
 * next); both WDK_AT_PASSIVE. */
#define WDK_ON_D0_ENTRY(callback, context_of, handler) WDK_ON_POWER_(callback, context_of, handler)
#define WDK_ON_D0_EXIT(callback, context_of, handler)  WDK_ON_POWER_(callback, context_of, handler)
#define WDK_ON_POWER_(callback, context_of, handler)                                                                   \
    WDK_STATUS_CALLBACK_(callback, (WDFDEVICE device, WDF_POWER_DEVICE_STATE state), WDFDEVICE, device,                \
                         WDF_POWER_DEVICE_STATE, state, handler(context_of(call->a), call->b))

#endif
