/*
 * Results. A wdk_status cannot be dropped, compared with 0 or mistaken for a boolean; it becomes an NTSTATUS where the
 * driver hands it to Windows.
 *
 *     static wdk_status start(WDFDEVICE device)
 *     {
 *         WDK_SCOPED_POOL(struct table) table = NULL;
 *         WDK_TRY(wdk_new(&table));            // an error leaves the function; what is in scope is released
 *         WDK_TRY(WdfDeviceCreateDeviceInterface(device, &guid, NULL));
 *         return WDK_OK;
 *     }
 *
 * At run time a wdk_status is the NTSTATUS in eax. Any IRQL.
 */
#ifndef WDK_STATUS_H
#define WDK_STATUS_H

#include "attributes.h"

typedef struct WDK_MUST_USE wdk_status {
    NTSTATUS value WDK_PRIVATE("wdk_ok() or wdk_nt()");
} wdk_status;

WDK_PRIVATE_BEGIN

#define WDK_OK wdk_from_nt(STATUS_SUCCESS)

/* Whether it is a success or an information. */
WDK_INLINE bool wdk_ok(wdk_status status)
{
    return status.value >= 0;
}

/* What Windows is told. */
WDK_INLINE WDK_MUST_USE NTSTATUS wdk_nt(wdk_status status)
{
    return status.value;
}

/* What Windows has told. */
WDK_INLINE wdk_status wdk_from_nt(NTSTATUS status)
{
    return (wdk_status){status};
}

/* An error of one's own. */
WDK_INLINE wdk_status wdk_error(NTSTATUS status)
    WDK_REJECT_IF(status >= 0,
                  "this status is not an error: return WDK_OK, or wdk_from_nt() for STATUS_PENDING and its like")
{
    return (wdk_status){status};
}

WDK_INLINE wdk_status wdk_status_itself_(wdk_status status)
{
    return status;
}

/* Says that the result does not matter, and why: wdk_ignore(status, "the device is going away"). */
WDK_INLINE void wdk_ignore(wdk_status status, const char *why)
    WDK_REJECT_IF(!why || !why[0], "say why the result does not matter")
{
    (void)status;
    (void)why;
}

WDK_PRIVATE_END

/* A wdk_status or an NTSTATUS as a wdk_status. Other types do not compile. */
#define wdk_status_of(result) _Generic((result), wdk_status: wdk_status_itself_, NTSTATUS: wdk_from_nt)(result)

/* In a function that returns wdk_status: an error returns from it. */
#define WDK_TRY(result)                                                                                                \
    do {                                                                                                               \
        const wdk_status wdk_try_ = wdk_status_of(result);                                                             \
        if (!wdk_ok(wdk_try_))                                                                                         \
            return wdk_try_;                                                                                           \
    } while (0)

/* The same in a function that returns NTSTATUS, such as DriverEntry and WDF's callbacks. */
#define WDK_TRY_NT(result)                                                                                             \
    do {                                                                                                               \
        const wdk_status wdk_try_ = wdk_status_of(result);                                                             \
        if (!wdk_ok(wdk_try_))                                                                                         \
            return wdk_nt(wdk_try_);                                                                                   \
    } while (0)

#endif
