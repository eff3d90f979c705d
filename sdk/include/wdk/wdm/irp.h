/*
 * IRPs that are completed or handed on exactly once, as wdf/request.h does for WDF's requests.
 *
 * A handler gets a wdk_irp and returns a wdk_irp_handled, which only the functions that part with the IRP give, with
 * the status that the dispatch routine returns. Each of them empties the wdk_irp: a second use is a panic (COMPLETED).
 *
 *     static wdk_irp_handled on_read(struct extension *extension, wdk_irp *irp)
 *     {
 *         wdk_span output;
 *         WDK_TRY_IRP(irp, wdk_irp_output(irp, 1, &output));                // completes it with the error
 *         WDK_TRY_IRP(irp, wdk_copy(output, wdk_view_of(byte, extension->message)));
 *         return wdk_irp_complete(irp, WDK_OK, sizeof extension->message);
 *     }
 *     WDK_DISPATCH(DispatchRead, struct extension, on_read);               // goes into DriverObject->MajorFunction
 *
 * IRQL <= DISPATCH_LEVEL unless it says otherwise. Buffers live until the IRP is parted with.
 */
#ifndef WDK_WDM_IRP_H
#define WDK_WDM_IRP_H

#include "../irql.h"
#include "../panic_guard.h"
#include "../span.h"
#include "../user.h"
#include <ntddk.h>

typedef struct wdk_irp {
    PIRP raw WDK_PRIVATE("the functions of wdk/wdm/irp.h");
} wdk_irp;

/* The proof that an IRP has been parted with, and what its dispatch routine returns. */
typedef struct WDK_MUST_USE wdk_irp_handled {
    NTSTATUS status WDK_PRIVATE("wdk_irp_complete() and its like, which return it");
} wdk_irp_handled;

WDK_PRIVATE_BEGIN

/* The IRP, for calls that leave it where it is: in safe code only within WDK_UNSAFE. */
WDK_INLINE WDK_MUST_USE PIRP wdk_irp_raw_(const wdk_irp *irp, const struct wdk_panic_site *site)
{
    if (__builtin_expect(irp->raw == NULL, 0))
        wdk_panic(site, 0, 0);
    return irp->raw;
}
/* Windows gives an IRP, never none. */
WDK_INLINE WDK_MUST_USE wdk_irp wdk_irp_from_raw(PIRP raw)
{
    __builtin_assume(raw != NULL);
    return (wdk_irp){raw};
}
WDK_INLINE WDK_MUST_USE PIRP wdk_irp_part_(wdk_irp *irp, const struct wdk_panic_site *site)
{
    const PIRP raw = wdk_irp_raw_(irp, site);
    irp->raw = NULL;
    return raw;
}
WDK_INLINE WDK_MUST_USE bool wdk_irp_is_empty(const wdk_irp *irp)
{
    return irp->raw == NULL;
}

/* What a parted IRP's dispatch routine returns. */
WDK_INLINE NTSTATUS wdk_irp_status_(wdk_irp_handled handled, const wdk_irp *irp, const struct wdk_panic_site *site)
{
    if (__builtin_expect(irp->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)irp->raw, 0);
    return handled.status;
}

WDK_INLINE wdk_irp_handled wdk_irp_complete_boosted_(wdk_irp *irp, wdk_status status, ULONG_PTR information,
                                                     CCHAR boost, const struct wdk_panic_site *site)
{
    const PIRP raw = wdk_irp_part_(irp, site);
    raw->IoStatus.Status = wdk_nt(status);
    raw->IoStatus.Information = information;
    IoCompleteRequest(raw, boost);
    return (wdk_irp_handled){wdk_nt(status)};
}
WDK_INLINE wdk_irp_handled wdk_irp_forward_(wdk_irp *irp, PDEVICE_OBJECT lower, const struct wdk_panic_site *site)
{
    const PIRP raw = wdk_irp_part_(irp, site);
    IoSkipCurrentIrpStackLocation(raw);
    return (wdk_irp_handled){IoCallDriver(lower, raw)};
}
/* Marks it pending before anybody else can see it. */
WDK_INLINE wdk_irp_handled wdk_irp_keep_(wdk_irp *irp, wdk_irp *place, const struct wdk_panic_site *site)
{
    const PIRP raw = wdk_irp_part_(irp, site);
    if (__builtin_expect(place->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)raw, (uintptr_t)place->raw);
    IoMarkIrpPending(raw);
    place->raw = raw;
    return (wdk_irp_handled){STATUS_PENDING};
}

/* Completes it; `information` is the number of bytes, or what the major function says. */
#define wdk_irp_complete(irp, status, information)                                                                     \
    wdk_irp_complete_boosted_(irp, wdk_status_of(status), information, IO_NO_INCREMENT, WDK_SITE(WDK_PANIC_COMPLETED))
/* Hands it as it is to the next lower driver, which completes it. */
#define wdk_irp_forward(irp, lower) wdk_irp_forward_(irp, lower, WDK_SITE(WDK_PANIC_COMPLETED))
/* Keeps it in *place, which is empty, until somebody completes it from there. Whoever can cancel it is the caller's
 * affair: queue.h. */
#define wdk_irp_keep(irp, place) wdk_irp_keep_(irp, place, WDK_SITE(WDK_PANIC_COMPLETED))

/* Sends it to the next lower driver with the same parameters, and waits until it comes back: it is still the caller's.
 * Its status there. */
WDK_INLINE wdk_status wdk_irp_send_and_wait_(const wdk_irp *irp, PDEVICE_OBJECT lower,
                                             const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    const PIRP raw = wdk_irp_raw_(irp, site);
    return wdk_from_nt(IoForwardIrpSynchronously(lower, raw) ? raw->IoStatus.Status : STATUS_UNSUCCESSFUL);
}
#define wdk_irp_send_and_wait(irp, lower) wdk_irp_send_and_wait_(irp, lower, WDK_SITE(WDK_PANIC_COMPLETED))

/* The minor function; its status as the lower drivers shall see it, where this one has done its part. */
WDK_INLINE UCHAR wdk_irp_minor_(const wdk_irp *irp, const struct wdk_panic_site *site)
{
    return IoGetCurrentIrpStackLocation(wdk_irp_raw_(irp, site))->MinorFunction;
}
WDK_INLINE void wdk_irp_succeeds_(const wdk_irp *irp, const struct wdk_panic_site *site)
{
    wdk_irp_raw_(irp, site)->IoStatus.Status = STATUS_SUCCESS;
}
#define wdk_irp_minor(irp)    wdk_irp_minor_(irp, WDK_SITE(WDK_PANIC_COMPLETED))
#define wdk_irp_succeeds(irp) wdk_irp_succeeds_(irp, WDK_SITE(WDK_PANIC_COMPLETED))

/* Says that the proof does not matter here, and why. */
WDK_INLINE void wdk_ignore_irp_handled(wdk_irp_handled handled, const char *why)
    WDK_REJECT_IF(!why || !why[0], "say why the proof does not matter")
{
    (void)handled;
    (void)why;
}

/* The control code; of IRP_MJ_DEVICE_CONTROL and its internal kin only, 0 else. */
WDK_INLINE ULONG wdk_irp_control_code_(const wdk_irp *irp, const struct wdk_panic_site *site)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(wdk_irp_raw_(irp, site));
    return stack->MajorFunction == IRP_MJ_DEVICE_CONTROL || stack->MajorFunction == IRP_MJ_INTERNAL_DEVICE_CONTROL
               ? stack->Parameters.DeviceIoControl.IoControlCode
               : 0;
}
#define wdk_irp_control_code(irp) wdk_irp_control_code_(irp, WDK_SITE(WDK_PANIC_COMPLETED))

/* Where a read or a write begins, and how long it is, as its sender says: nobody has held them against the device.
 * Another IRP is a panic (STATE). */
WDK_INLINE WDK_MUST_USE wdk_range wdk_irp_range_(const wdk_irp *irp, const struct wdk_panic_site *completed,
                                                 const struct wdk_panic_site *state)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(wdk_irp_raw_(irp, completed));
    if (stack->MajorFunction == IRP_MJ_WRITE)
        return (wdk_range){stack->Parameters.Write.ByteOffset.QuadPart, stack->Parameters.Write.Length};
    if (__builtin_expect(stack->MajorFunction != IRP_MJ_READ, 0))
        wdk_panic(state, stack->MajorFunction, 0);
    return (wdk_range){stack->Parameters.Read.ByteOffset.QuadPart, stack->Parameters.Read.Length};
}
#define wdk_irp_range(irp) wdk_irp_range_(irp, WDK_SITE(WDK_PANIC_COMPLETED), WDK_SITE(WDK_PANIC_STATE))

/* The file that it is for, or NULL: to know the file's other requests by. */
WDK_INLINE WDK_MUST_USE PFILE_OBJECT wdk_irp_file_(const wdk_irp *irp, const struct wdk_panic_site *site)
{
    return IoGetCurrentIrpStackLocation(wdk_irp_raw_(irp, site))->FileObject;
}
#define wdk_irp_file(irp) wdk_irp_file_(irp, WDK_SITE(WDK_PANIC_COMPLETED))

/* A locked buffer as the system sees it; NULL where there are no addresses left. */
WDK_INLINE void *wdk_irp_locked_buffer_(PIRP raw)
{
    return raw->MdlAddress ? MmGetSystemAddressForMdlSafe(raw->MdlAddress, NormalPagePriority | MdlMappingNoExecute)
                           : NULL;
}
WDK_INLINE wdk_status wdk_irp_buffer_status_(const void *buffer, size_t length, size_t minimum, bool locked)
{
    if (length < minimum)
        return wdk_from_nt(STATUS_BUFFER_TOO_SMALL);
    return buffer || !length ? WDK_OK
                             : wdk_from_nt(locked ? STATUS_INSUFFICIENT_RESOURCES : STATUS_INVALID_USER_BUFFER);
}

/*
 * *input = what the sender has written: of a write, or of a control code. *output = room for the answer: of a read, or
 * of a control code. STATUS_BUFFER_TOO_SMALL below `minimum` bytes; STATUS_INVALID_DEVICE_REQUEST where the IRP has no
 * such buffer, and for METHOD_NEITHER, whose pointers are the program's own (user.h).
 */
WDK_INLINE wdk_status wdk_irp_input_(const wdk_irp *irp, size_t minimum, wdk_view *input,
                                     const struct wdk_panic_site *site)
{
    const PIRP raw = wdk_irp_raw_(irp, site);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(raw);
    const bool locked = stack->MajorFunction == IRP_MJ_WRITE && (stack->DeviceObject->Flags & DO_DIRECT_IO);
    size_t length;
    *input = wdk_view_from_raw(NULL, 0);
    if (stack->MajorFunction == IRP_MJ_WRITE) {
        if (!(stack->DeviceObject->Flags & (DO_DIRECT_IO | DO_BUFFERED_IO)))
            return wdk_from_nt(STATUS_INVALID_DEVICE_REQUEST);
        length = stack->Parameters.Write.Length;
    } else if ((stack->MajorFunction == IRP_MJ_DEVICE_CONTROL ||
                stack->MajorFunction == IRP_MJ_INTERNAL_DEVICE_CONTROL) &&
               METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode) != METHOD_NEITHER) {
        length = stack->Parameters.DeviceIoControl.InputBufferLength;
    } else {
        return wdk_from_nt(STATUS_INVALID_DEVICE_REQUEST);
    }
    const void *const buffer = locked ? wdk_irp_locked_buffer_(raw) : raw->AssociatedIrp.SystemBuffer;
    const wdk_status status = wdk_irp_buffer_status_(buffer, length, minimum, locked);
    if (wdk_ok(status))
        *input = wdk_view_from_raw(buffer, length);
    return status;
}
WDK_INLINE wdk_status wdk_irp_output_(const wdk_irp *irp, size_t minimum, wdk_span *output,
                                      const struct wdk_panic_site *site)
{
    const PIRP raw = wdk_irp_raw_(irp, site);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(raw);
    const bool is_control =
        stack->MajorFunction == IRP_MJ_DEVICE_CONTROL || stack->MajorFunction == IRP_MJ_INTERNAL_DEVICE_CONTROL;
    const ULONG method =
        is_control ? METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode) : METHOD_BUFFERED;
    const bool locked = is_control ? method == METHOD_IN_DIRECT || method == METHOD_OUT_DIRECT
                                   : (stack->DeviceObject->Flags & DO_DIRECT_IO) != 0;
    size_t length;
    *output = wdk_span_from_raw(NULL, 0);
    if (is_control && method != METHOD_NEITHER)
        length = stack->Parameters.DeviceIoControl.OutputBufferLength;
    else if (stack->MajorFunction == IRP_MJ_READ && (stack->DeviceObject->Flags & (DO_DIRECT_IO | DO_BUFFERED_IO)))
        length = stack->Parameters.Read.Length;
    else
        return wdk_from_nt(STATUS_INVALID_DEVICE_REQUEST);
    void *const buffer = locked ? wdk_irp_locked_buffer_(raw) : raw->AssociatedIrp.SystemBuffer;
    const wdk_status status = wdk_irp_buffer_status_(buffer, length, minimum, locked);
    if (wdk_ok(status))
        *output = wdk_span_from_raw(buffer, length);
    return status;
}
#define wdk_irp_input(irp, minimum, input)   wdk_irp_input_(irp, minimum, input, WDK_SITE(WDK_PANIC_COMPLETED))
#define wdk_irp_output(irp, minimum, output) wdk_irp_output_(irp, minimum, output, WDK_SITE(WDK_PANIC_COMPLETED))

/* The buffers of METHOD_NEITHER, which are the program's: for wdk_user_read and wdk_user_write (user.h), in the
 * program's context. *length = how many bytes it says there are. STATUS_INVALID_DEVICE_REQUEST of other methods. */
WDK_INLINE wdk_status wdk_irp_user_buffer_(const wdk_irp *irp, bool input, size_t minimum, wdk_user_address *address,
                                           size_t *length, const struct wdk_panic_site *site)
{
    const PIRP raw = wdk_irp_raw_(irp, site);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(raw);
    *length = 0;
    *address = wdk_user_at(NULL);
    if (stack->MajorFunction != IRP_MJ_DEVICE_CONTROL ||
        METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode) != METHOD_NEITHER)
        return wdk_from_nt(STATUS_INVALID_DEVICE_REQUEST);
    const size_t given = input ? stack->Parameters.DeviceIoControl.InputBufferLength
                               : stack->Parameters.DeviceIoControl.OutputBufferLength;
    if (given < minimum)
        return wdk_from_nt(STATUS_BUFFER_TOO_SMALL);
    *length = given;
    *address = wdk_user_at(input ? stack->Parameters.DeviceIoControl.Type3InputBuffer : raw->UserBuffer);
    return WDK_OK;
}
#define wdk_irp_user_input(irp, minimum, address, length)                                                              \
    wdk_irp_user_buffer_(irp, true, minimum, address, length, WDK_SITE(WDK_PANIC_COMPLETED))
#define wdk_irp_user_output(irp, minimum, address, length)                                                             \
    wdk_irp_user_buffer_(irp, false, minimum, address, length, WDK_SITE(WDK_PANIC_COMPLETED))

WDK_PRIVATE_END

/* In a function that returns wdk_irp_handled: an error completes the IRP and leaves. */
#define WDK_TRY_IRP(irp, result)                                                                                       \
    do {                                                                                                               \
        const wdk_status wdk_try_ = wdk_status_of(result);                                                             \
        if (!wdk_ok(wdk_try_))                                                                                         \
            return wdk_irp_complete(irp, wdk_try_, 0);                                                                 \
    } while (0)

/* wdk_irp_handled handler(EXTENSION *, wdk_irp *), for a device object whose extension is an EXTENSION. */
#define WDK_DISPATCH(name, extension_type, handler) WDK_DISPATCH_(name, extension_type, handler, )
/* The same for a handler that is WDK_AT_PASSIVE: of IRP_MJ_PNP, IRP_MJ_CREATE and what else Windows sends at
 * PASSIVE_LEVEL. */
#define WDK_DISPATCH_PASSIVE(name, extension_type, handler)                                                            \
    WDK_DISPATCH_(name, extension_type, handler, WDK_UNCHECKED_LOCKING)
#ifndef WDK_PANIC_RETURNS
#define WDK_DISPATCH_(name, extension_type, handler, attributes)                                                       \
    DRIVER_DISPATCH name;                                                                                              \
    attributes NTSTATUS name(PDEVICE_OBJECT device, PIRP raw)                                                          \
    {                                                                                                                  \
        wdk_irp irp = wdk_irp_from_raw(raw);                                                                           \
        extension_type *const extension = (extension_type *)device->DeviceExtension;                                   \
        return wdk_irp_status_(handler(extension, &irp), &irp, WDK_SITE(WDK_PANIC_NOT_HANDLED));                       \
    }                                                                                                                  \
    DRIVER_DISPATCH name /* takes the semicolon */
#else
WDK_PRIVATE_BEGIN
WDK_INLINE NTSTATUS wdk_irp_guard_(void (*body)(void *), void *call, const NTSTATUS *status, wdk_irp *irp,
                                   const struct wdk_panic_site *site)
{
    return wdk_panic_guard(body, call, &irp->raw)
               ? *status
               : wdk_irp_complete_boosted_(irp, wdk_from_nt(STATUS_INTERNAL_ERROR), 0, IO_NO_INCREMENT, site).status;
}
WDK_PRIVATE_END
/* A failed check below it completes the IRP and returns (panic_guard.h). */
#define WDK_DISPATCH_(name, extension_type, handler, attributes)                                                       \
    struct name##_call_ {                                                                                              \
        extension_type *extension;                                                                                     \
        wdk_irp irp;                                                                                                   \
        NTSTATUS status;                                                                                               \
    };                                                                                                                 \
    attributes static void name##_guarded_(void *place)                                                                \
    {                                                                                                                  \
        struct name##_call_ *const call = (struct name##_call_ *)place;                                                \
        call->status =                                                                                                 \
            wdk_irp_status_(handler(call->extension, &call->irp), &call->irp, WDK_SITE(WDK_PANIC_NOT_HANDLED));        \
    }                                                                                                                  \
    DRIVER_DISPATCH name;                                                                                              \
    NTSTATUS name(PDEVICE_OBJECT device, PIRP raw)                                                                     \
    {                                                                                                                  \
        struct name##_call_ call = {(extension_type *)device->DeviceExtension, wdk_irp_from_raw(raw), STATUS_SUCCESS}; \
        return wdk_irp_guard_(name##_guarded_, &call, &call.status, &call.irp, WDK_SITE(WDK_PANIC_COMPLETED));         \
    }                                                                                                                  \
    DRIVER_DISPATCH name /* takes the semicolon */
#endif

#endif
