/*
 * Cancel-safe queues of IRPs, on the kernel's IoCsq routines: an IRP that is cancelled while it waits leaves the queue
 * and is completed with STATUS_CANCELLED.
 *
 *     WDK_TRY(wdk_irp_queue_init(&extension->waiting));
 *     return wdk_irp_queue_put(&extension->waiting, irp);        // in a handler: it is pending from now on
 *
 *     wdk_irp next = {};
 *     if (wdk_irp_queue_take(&extension->waiting, NULL, &next)) …complete it…
 *
 * The queue lives in non-paged memory. IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_WDM_QUEUE_H
#define WDK_WDM_QUEUE_H

#include "irp.h"

typedef struct wdk_irp_queue {
    IO_CSQ csq WDK_PRIVATE("wdk_irp_queue_put()");
    LIST_ENTRY irps WDK_PRIVATE("wdk_irp_queue_put()");
    KSPIN_LOCK lock WDK_PRIVATE("wdk_irp_queue_put()");
} wdk_irp_queue;

WDK_PRIVATE_BEGIN

/* sdk/lib/irp: the callbacks that IoCsq wants. */
NTSTATUS wdk_irp_queue_init_(wdk_irp_queue *queue);

WDK_INLINE wdk_status wdk_irp_queue_init(wdk_irp_queue *queue)
{
    return wdk_from_nt(wdk_irp_queue_init_(queue));
}

WDK_INLINE wdk_irp_handled wdk_irp_queue_put_(wdk_irp_queue *queue, wdk_irp *irp, const struct wdk_panic_site *site)
{
    IoCsqInsertIrp(&queue->csq, wdk_irp_part_(irp, site), NULL); /* marks it pending */
    return (wdk_irp_handled){STATUS_PENDING};
}
#define wdk_irp_queue_put(queue, irp) wdk_irp_queue_put_(queue, irp, WDK_SITE(WDK_PANIC_COMPLETED))

/* The first, or the first of that file; false where there is none. *irp is empty before. */
WDK_INLINE WDK_MUST_USE bool wdk_irp_queue_take(wdk_irp_queue *queue, PFILE_OBJECT file, wdk_irp *irp)
{
    WDK_PANIC_UNLESS(irp->raw == NULL, WDK_PANIC_STATE, irp->raw, 0);
    irp->raw = IoCsqRemoveNextIrp(&queue->csq, file);
    return irp->raw != NULL;
}

WDK_PRIVATE_END

/* Completes all with the status: those of a file that is closed, or (NULL) all when the device goes. */
#define wdk_irp_queue_drain(queue, file, status)                                                                       \
    do {                                                                                                               \
        wdk_irp wdk_next_ = {};                                                                                        \
        while (wdk_irp_queue_take(queue, file, &wdk_next_))                                                            \
            wdk_ignore_irp_handled(wdk_irp_complete(&wdk_next_, status, 0), "nobody waits for what it returns");       \
    } while (0)

#endif
