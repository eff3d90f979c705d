/*
 * File objects of a WDF device: one for each handle that a program opens, with a context of one type.
 *
 *     struct session { ULONG reads; };
 *     WDK_FILE_CONTEXT(struct session, session_of);
 *
 *     static wdk_handled on_open(struct device *device, wdk_request *request, WDFFILEOBJECT file);
 *     static void on_close(struct session *session);
 *     WDK_ON_FILE_CREATE(evt_open, device_of, on_open);
 *     WDK_ON_FILE_END(evt_close, session_of, on_close);
 *     …
 *     wdk_device_files(init, session_of, evt_open, evt_close, NULL);       // before the device is made (device.h)
 *
 * Opening: PASSIVE_LEVEL. The others as the device's attributes say, PASSIVE_LEVEL by default.
 */
#ifndef WDK_WDF_FILE_H
#define WDK_WDF_FILE_H

#include "../text.h"
#include "device.h"
#include "queue.h"

WDK_PRIVATE_BEGIN
WDK_INLINE void wdk_device_files_(wdk_device_init *init, WDF_OBJECT_ATTRIBUTES attributes,
                                  PFN_WDF_DEVICE_FILE_CREATE create, PFN_WDF_FILE_CLOSE close,
                                  PFN_WDF_FILE_CLEANUP cleanup, const struct wdk_panic_site *site)
{
    WDF_FILEOBJECT_CONFIG config;
    WDF_FILEOBJECT_CONFIG_INIT(&config, create, close, cleanup);
    WdfDeviceInitSetFileObjectConfig(wdk_device_init_(init, site), &config, &attributes);
}
WDK_PRIVATE_END
/* Each file gets the context of `context_of`. A callback may be NULL: opening is allowed then, an end is not told. */
#define wdk_device_files(init, context_of, create, close, cleanup)                                                     \
    wdk_device_files_(init, wdk_attributes(context_of), create, close, cleanup, WDK_SITE(WDK_PANIC_STATE))

/* What stands behind the device's name, `\` included; empty of most. As long as the file. */
WDK_INLINE WDK_MUST_USE wdk_text wdk_file_name(WDFFILEOBJECT file)
{
    const UNICODE_STRING *const name = WdfFileObjectGetFileName(file);
    return name ? wdk_text_from_raw(name) : (wdk_text){};
}

/* wdk_handled handler(CONTEXT *, wdk_request *, WDFFILEOBJECT) WDK_AT_PASSIVE. */
#ifndef WDK_PANIC_RETURNS
#define WDK_ON_FILE_CREATE(callback, context_of, handler)                                                              \
    WDK_UNCHECKED_LOCKING static VOID callback(WDFDEVICE device, WDFREQUEST raw, WDFFILEOBJECT file)                   \
    {                                                                                                                  \
        wdk_request request = wdk_request_given_(raw);                                                                 \
        wdk_handled_check_(handler(context_of(device), &request, file), &request, WDK_SITE(WDK_PANIC_NOT_HANDLED));    \
    }                                                                                                                  \
    static VOID callback(WDFDEVICE device, WDFREQUEST raw, WDFFILEOBJECT file) /* takes the semicolon */
#else
#define WDK_ON_FILE_CREATE(callback, context_of, handler)                                                              \
    WDK_GUARDED_(callback, (WDFDEVICE device, WDFREQUEST raw, WDFFILEOBJECT file), WDFDEVICE, device, WDFFILEOBJECT,   \
                 file, handler(context_of(call->object), &call->request, call->given), WDK_UNCHECKED_LOCKING)
#endif

/* void handler(FILE_CONTEXT *), for the last handle's end (cleanup), or that of all requests, too (close). */
#define WDK_ON_FILE_END(callback, file_context_of, handler)                                                            \
    WDK_UNCHECKED_LOCKING static VOID callback(WDFFILEOBJECT file)                                                     \
    {                                                                                                                  \
        handler(file_context_of(file));                                                                                \
    }                                                                                                                  \
    static VOID callback(WDFFILEOBJECT file) /* takes the semicolon */

#endif
