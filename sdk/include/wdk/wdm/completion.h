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
 * IRQL <= DISPATCH_LEVEL, in any thread. What it uses, and the driver, must stay until then: by a remove lock.
 */
#ifndef WDK_WDM_COMPLETION_H
#define WDK_WDM_COMPLETION_H

#include "irp.h"

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
#define WDK_COMPLETION(name, context_type, handler)                                                                    \
    static IO_COMPLETION_ROUTINE name##_routine_;                                                                      \
    WDK_PRIVATE_BEGIN                                                                                                  \
    static NTSTATUS name##_routine_(PDEVICE_OBJECT device, PIRP irp, PVOID context)                                    \
    {                                                                                                                  \
        const wdk_irp_result result = {&irp->IoStatus};                                                                \
        (void)device;                                                                                                  \
        handler((context_type *)context, &result);                                                                     \
        if (irp->PendingReturned)                                                                                      \
            IoMarkIrpPending(irp);                                                                                     \
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

#endif
