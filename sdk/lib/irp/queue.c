/* The callbacks of a cancel-safe queue: a list in the IRPs' own links, under a spin lock. */
#include <ntddk.h>
#include <wdk/wdm/queue.h>

WDK_PRIVATE_BEGIN

static wdk_irp_queue *queue_of(PIO_CSQ csq)
{
    return CONTAINING_RECORD(csq, wdk_irp_queue, csq);
}

static VOID insert(PIO_CSQ csq, PIRP irp)
{
    InsertTailList(&queue_of(csq)->irps, &irp->Tail.Overlay.ListEntry);
}

static VOID take(PIO_CSQ csq, PIRP irp)
{
    (void)csq;
    RemoveEntryList(&irp->Tail.Overlay.ListEntry);
}

/* The next after `irp`, or the first; of the file object `context`, where one is named. */
static PIRP peek(PIO_CSQ csq, PIRP irp, PVOID context)
{
    LIST_ENTRY *const head = &queue_of(csq)->irps;
    for (LIST_ENTRY *at = irp ? irp->Tail.Overlay.ListEntry.Flink : head->Flink; at != head; at = at->Flink) {
        PIRP const next = CONTAINING_RECORD(at, IRP, Tail.Overlay.ListEntry);
        if (!context || IoGetCurrentIrpStackLocation(next)->FileObject == context)
            return next;
    }
    return NULL;
}

static VOID acquire(PIO_CSQ csq, PKIRQL irql)
{
    KeAcquireSpinLock(&queue_of(csq)->lock, irql);
}

static VOID release(PIO_CSQ csq, KIRQL irql)
{
    KeReleaseSpinLock(&queue_of(csq)->lock, irql);
}

static VOID complete_cancelled(PIO_CSQ csq, PIRP irp)
{
    (void)csq;
    irp->IoStatus.Status = STATUS_CANCELLED;
    irp->IoStatus.Information = 0;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
}

NTSTATUS wdk_irp_queue_init_(wdk_irp_queue *queue)
{
    InitializeListHead(&queue->irps);
    KeInitializeSpinLock(&queue->lock);
    return IoCsqInitialize(&queue->csq, insert, take, peek, acquire, release, complete_cancelled);
}

WDK_PRIVATE_END
