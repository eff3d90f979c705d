/*
 * What a driver does when an IRP that it sent on comes back: typed handlers in place of completion routines.
 *
 *     static void on_read_done(struct extension *extension, const wdk_irp_result *result)
 *     {
 *         if (wdk_ok(wdk_irp_result_status(result)))
 *             InterlockedAdd64(&extension->bytes, (LONGLONG)wdk_irp_result_information(result));
 *     }
 *     WDK_COMPLETION(read_done, struct extension, on_read_done);
 *     …
 *     return wdk_irp_send(read_done, irp, wdk_device_lower(&extension->self), extension);
 *
 * The handler looks at what came of it; completing goes on after it, and that the IRP is pending is handed upwards. So
 * it can neither complete it twice nor keep it. To have an IRP back: wdk_irp_send_and_wait (irp.h). The handler runs at
 * IRQL <= DISPATCH_LEVEL, in any thread. What it uses, and the driver, must stay until then: WDK_COMPLETION_HELD hands
 * the use of a remove lock, which is a member of the context, on to the IRP's way back:
 *
 *     WDK_COMPLETION_HELD(read_done, struct extension, remove_lock, on_read_done);
 *     return wdk_irp_send_held(read_done, irp, wdk_device_lower(&extension->self), extension, &use);
 */
#ifndef WDK_WDM_COMPLETION_H
#define WDK_WDM_COMPLETION_H

#include "irp.h"
#include "remove_lock.h"

/* An IRP on its way up. */
typedef struct wdk_irp_result {
    const IO_STATUS_BLOCK *raw WDK_PRIVATE("wdk_irp_result_status()");
} wdk_irp_result;

WDK_PRIVATE_BEGIN

WDK_INLINE wdk_status wdk_irp_result_status(const wdk_irp_result *result)
{
    return wdk_from_nt(result->raw->Status);
}
WDK_INLINE WDK_MUST_USE ULONG_PTR wdk_irp_result_information(const wdk_irp_result *result)
{
    return result->raw->Information;
}

/* Nobody touches the IRP after the call: IoCallDriver's status is what the dispatch routine returns. */
WDK_INLINE wdk_irp_handled wdk_irp_send_(PIRP raw, PDEVICE_OBJECT lower, PIO_COMPLETION_ROUTINE routine, void *context)
{
    IoCopyCurrentIrpStackLocationToNext(raw);
    IoSetCompletionRoutine(raw, routine, context, TRUE, TRUE, TRUE);
    return (wdk_irp_handled){IoCallDriver(lower, raw)};
}

WDK_PRIVATE_END

/* void handler(CONTEXT *, const wdk_irp_result *). */
#define WDK_COMPLETION(name, context_type, handler) WDK_COMPLETION_(name, context_type, handler, (void)0)
#define WDK_COMPLETION_HELD(name, context_type, remove_lock, handler)                                                  \
    WDK_COMPLETION_(name, context_type, handler, wdk_remove_lock_leave_(&((context_type *)context)->remove_lock));     \
    WDK_INLINE wdk_irp_handled name##_send_held_(wdk_irp *irp, PDEVICE_OBJECT lower, context_type *context,            \
                                                 wdk_remove_use *use, const struct wdk_panic_site *completed,          \
                                                 const struct wdk_panic_site *null)                                    \
    {                                                                                                                  \
        wdk_remove_use_hand_on_(use, &context->remove_lock, null);                                                     \
        return name##_send_(irp, lower, context, completed);                                                           \
    }                                                                                                                  \
    struct name##_takes_the_semicolon

#define WDK_COMPLETION_(name, context_type, handler, at_last)                                                          \
    static IO_COMPLETION_ROUTINE name##_routine_;                                                                      \
    WDK_PRIVATE_BEGIN                                                                                                  \
    static NTSTATUS name##_routine_(PDEVICE_OBJECT device, PIRP irp, PVOID context)                                    \
    {                                                                                                                  \
        const wdk_irp_result result = {&irp->IoStatus};                                                                \
        (void)device;                                                                                                  \
        handler((context_type *)context, &result);                                                                     \
        if (irp->PendingReturned)                                                                                      \
            IoMarkIrpPending(irp);                                                                                     \
        at_last;                                                                                                       \
        return STATUS_CONTINUE_COMPLETION;                                                                             \
    }                                                                                                                  \
    WDK_INLINE wdk_irp_handled name##_send_(wdk_irp *irp, PDEVICE_OBJECT lower, context_type *context,                 \
                                            const struct wdk_panic_site *site)                                         \
    {                                                                                                                  \
        return wdk_irp_send_(wdk_irp_part_(irp, site), lower, name##_routine_, context);                               \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    static IO_COMPLETION_ROUTINE name##_routine_ /* takes the semicolon */

/* Sends it to the next lower driver with the same parameters; the handler of `name` sees what came of it. */
#define wdk_irp_send(name, irp, lower, context) name##_send_(irp, lower, context, WDK_SITE(WDK_PANIC_COMPLETED))
/* The same, of WDK_COMPLETION_HELD: the use goes on until the handler has run, and *use is empty. A use of another lock,
 * or none, is a panic. */
#define wdk_irp_send_held(name, irp, lower, context, use)                                                              \
    name##_send_held_(irp, lower, context, use, WDK_SITE(WDK_PANIC_COMPLETED), WDK_SITE(WDK_PANIC_NULL))

#endif
