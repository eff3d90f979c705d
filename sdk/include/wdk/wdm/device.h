/*
 * Device objects of a WDM driver as owned things: made with an extension of one type, attached to a stack, and taken
 * off it and deleted in that order. Device interfaces likewise.
 *
 *     struct extension { wdk_device self; wdk_interface interface; … };
 *
 *     static wdk_status add(PDRIVER_OBJECT driver, PDEVICE_OBJECT physical) WDK_AT_PASSIVE
 *     {
 *         struct extension *extension;
 *         WDK_SCOPED(wdk_device) device = {};
 *         WDK_TRY(wdk_device_create(&device, driver, FILE_DEVICE_UNKNOWN, WDK_IO_BUFFERED, &extension));
 *         WDK_TRY(wdk_interface_register(&extension->interface, physical, &GUID_DEVINTERFACE_WIDGET));
 *         WDK_TRY(wdk_device_attach(&device, physical));
 *         wdk_device_ready(&device);
 *         extension->self = wdk_move(&device);            // until IRP_MN_REMOVE_DEVICE releases it
 *         return WDK_OK;
 *     }
 *
 * An interface that lies in the extension is released before the device. PASSIVE_LEVEL, which the compiler checks, but
 * for what only asks.
 */
#ifndef WDK_WDM_DEVICE_H
#define WDK_WDM_DEVICE_H

#include "../irql.h"
#include "../own.h"
#include "../panic_guard.h"
#include <ntddk.h>

typedef struct wdk_device {
    PDEVICE_OBJECT raw WDK_PRIVATE("wdk_borrow()");
    PDEVICE_OBJECT lower WDK_PRIVATE("wdk_device_lower()");
} wdk_device;

/* How reads and writes bring their buffers. A filter has it as the device below. */
enum wdk_io { WDK_IO_BUFFERED = DO_BUFFERED_IO, WDK_IO_DIRECT = DO_DIRECT_IO, WDK_IO_AS_BELOW = 0 };

WDK_PRIVATE_BEGIN

WDK_INLINE wdk_status wdk_device_create_(wdk_device *device, PDRIVER_OBJECT driver, ULONG type, enum wdk_io io,
                                         ULONG extension_size, void **extension,
                                         const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    if (__builtin_expect(device->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)device->raw, 0);
    const NTSTATUS status =
        IoCreateDevice(driver, extension_size, NULL, type, FILE_DEVICE_SECURE_OPEN, FALSE, &device->raw);
    if (!NT_SUCCESS(status)) {
        device->raw = NULL;
        *extension = NULL;
        return wdk_from_nt(status);
    }
    device->raw->Flags |= (ULONG)io;
    *extension = device->raw->DeviceExtension; /* zeroed by Windows */
    return WDK_OK;
}
/* `extension` is the address of a pointer to the extension's type. */
#define wdk_device_create(device, driver, type, io, extension)                                                         \
    wdk_status_itself_(({                                                                                              \
        __auto_type wdk_extension_ = (extension);                                                                      \
        _Static_assert(!__builtin_types_compatible_p(__typeof__(wdk_extension_), void **) &&                           \
                           sizeof(**wdk_extension_) > 0 && sizeof(**wdk_extension_) <= 0xFFFF,                         \
                       "a device extension is of a type that has a size");                                             \
        wdk_device_create_(device, driver, type, io, (ULONG)sizeof(**wdk_extension_), (void **)wdk_extension_,         \
                           WDK_SITE(WDK_PANIC_STATE));                                                                 \
    }))

WDK_INLINE WDK_MUST_USE PDEVICE_OBJECT wdk_device_borrow_(const wdk_device *device, const struct wdk_panic_site *site)
{
    if (__builtin_expect(device->raw == NULL, 0))
        wdk_panic(site, (uintptr_t)device, 0);
    return device->raw;
}
/* wdk_borrow(wdk_device, &device) is the device object, for a call; a panic where there is none. */

/* Onto the top of the stack of `physical`; STATUS_NO_SUCH_DEVICE where that is going away. */
WDK_INLINE wdk_status wdk_device_attach_(wdk_device *device, PDEVICE_OBJECT physical,
                                         const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    const PDEVICE_OBJECT raw = wdk_device_borrow_(device, site);
    if (__builtin_expect(device->lower != NULL, 0))
        wdk_panic(site, (uintptr_t)raw, (uintptr_t)device->lower);
    device->lower = IoAttachDeviceToDeviceStack(raw, physical);
    if (!device->lower)
        return wdk_error(STATUS_NO_SUCH_DEVICE);
    const ULONG as_below = raw->Flags & (DO_BUFFERED_IO | DO_DIRECT_IO) ? 0 : DO_BUFFERED_IO | DO_DIRECT_IO;
    raw->Flags |= device->lower->Flags & (DO_POWER_PAGABLE | as_below);
    return WDK_OK;
}
#define wdk_device_attach(device, physical) wdk_device_attach_(device, physical, WDK_SITE(WDK_PANIC_STATE))

WDK_INLINE WDK_MUST_USE PDEVICE_OBJECT wdk_device_lower_(const wdk_device *device, const struct wdk_panic_site *site)
{
    if (__builtin_expect(device->lower == NULL, 0))
        wdk_panic(site, (uintptr_t)device, 0);
    return device->lower;
}
/* Where requests go that are not this driver's; a panic where it is not attached. */
#define wdk_device_lower(device) wdk_device_lower_(device, WDK_SITE(WDK_PANIC_NULL))

/* From here on it gets requests. */
WDK_INLINE void wdk_device_ready_(const wdk_device *device, const struct wdk_panic_site *site)
{
    wdk_device_borrow_(device, site)->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
}
#define wdk_device_ready(device) wdk_device_ready_(device, WDK_SITE(WDK_PANIC_NULL))

/* Off its stack, and deleted; the extension, in which *device may lie, is gone then. An empty one is nothing. */
WDK_INLINE void wdk_device_release(wdk_device *device) WDK_AT_PASSIVE
{
    const wdk_device gone = *device;
    device->raw = NULL;
    device->lower = NULL;
    if (gone.lower)
        IoDetachDevice(gone.lower);
    if (gone.raw)
        IoDeleteDevice(gone.raw);
}
WDK_INLINE void wdk_device_cleanup_(wdk_device *device) WDK_AT_PASSIVE
{
    wdk_device_release(device);
}

/* A name of the device for programs, which find it by its class. */
typedef struct wdk_interface {
    UNICODE_STRING name WDK_PRIVATE("wdk_interface_show()");
} wdk_interface;

WDK_INLINE wdk_status wdk_interface_register_(wdk_interface *interface, PDEVICE_OBJECT physical, const GUID *class_guid,
                                              const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    if (__builtin_expect(interface->name.Buffer != NULL, 0))
        wdk_panic(site, (uintptr_t)interface, 0);
    return wdk_from_nt(IoRegisterDeviceInterface(physical, class_guid, NULL, &interface->name));
}
#define wdk_interface_register(interface, physical, class_guid)                                                        \
    wdk_interface_register_(interface, physical, class_guid, WDK_SITE(WDK_PANIC_STATE))

/* Programs find it, or find it no more. A panic where it is not registered. */
WDK_INLINE wdk_status wdk_interface_set_(const wdk_interface *interface, bool shown,
                                         const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    UNICODE_STRING name = interface->name;
    if (__builtin_expect(name.Buffer == NULL, 0))
        wdk_panic(site, (uintptr_t)interface, 0);
    return wdk_from_nt(IoSetDeviceInterfaceState(&name, shown));
}
#define wdk_interface_show(interface) wdk_interface_set_(interface, true, WDK_SITE(WDK_PANIC_NULL))
#define wdk_interface_hide(interface) wdk_interface_set_(interface, false, WDK_SITE(WDK_PANIC_NULL))

WDK_INLINE void wdk_interface_release(wdk_interface *interface) WDK_AT_PASSIVE
{
    UNICODE_STRING name = interface->name;
    interface->name = (UNICODE_STRING){0};
    if (name.Buffer)
        RtlFreeUnicodeString(&name);
}
WDK_INLINE void wdk_interface_cleanup_(wdk_interface *interface) WDK_AT_PASSIVE
{
    wdk_interface_release(interface);
}

WDK_PRIVATE_END

/* wdk_status handler(PDRIVER_OBJECT, PDEVICE_OBJECT) WDK_AT_PASSIVE: goes into DriverExtension->AddDevice. */
#define WDK_ADD_DEVICE(callback, handler)                                                                              \
    WDK_STATUS_CALLBACK_(callback, (PDRIVER_OBJECT driver, PDEVICE_OBJECT physical), PDRIVER_OBJECT, driver,           \
                         PDEVICE_OBJECT, physical, handler(call->a, call->b))

/* extension_of(PDEVICE_OBJECT), after WDK_DEVICE_EXTENSION(struct extension, extension_of): that of a device object
 * which this driver has made with such an extension. Any IRQL. */
#define WDK_DEVICE_EXTENSION(type, accessor)                                                                           \
    WDK_INLINE type *accessor(PDEVICE_OBJECT device)                                                                   \
    {                                                                                                                  \
        return (type *)device->DeviceExtension;                                                                        \
    }                                                                                                                  \
    struct accessor##_takes_the_semicolon

#endif
