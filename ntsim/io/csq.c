/* Cancel-safe queues: the driver's queue and lock, and here the dance with the cancel routine. */
#include "ntsim/io/iop.h"

NTSTATUS IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                         PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                         PIO_CSQ_RELEASE_LOCK CsqReleaseLock, PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp)
{
    *Csq = (IO_CSQ){.Type = IO_TYPE_CSQ,
                    .CsqInsertIrp = CsqInsertIrp,
                    .CsqRemoveIrp = CsqRemoveIrp,
                    .CsqPeekNextIrp = CsqPeekNextIrp,
                    .CsqAcquireLock = CsqAcquireLock,
                    .CsqReleaseLock = CsqReleaseLock,
                    .CsqCompleteCanceledIrp = CsqCompleteCanceledIrp};
    return STATUS_SUCCESS;
}

NTSTATUS IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                           PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                           PIO_CSQ_RELEASE_LOCK CsqReleaseLock, PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp)
{
    /* The field serves both forms; Type says which it holds. */
    NTSTATUS status = IoCsqInitialize(Csq, (PIO_CSQ_INSERT_IRP)(PVOID)CsqInsertIrp, CsqRemoveIrp, CsqPeekNextIrp,
                                      CsqAcquireLock, CsqReleaseLock, CsqCompleteCanceledIrp);
    Csq->Type = IO_TYPE_CSQ_EX;
    return status;
}

/* What a queued IRP knows of its queue: a context of the driver's, or the queue itself. Both begin with their type. */
enum { QUEUE = 3 };

static PIO_CSQ queue_of(PIRP irp, PIO_CSQ_IRP_CONTEXT *context)
{
    PIO_CSQ csq = irp->Tail.Overlay.DriverContext[QUEUE];
    *context = NULL;
    if (csq->Type == IO_TYPE_CSQ_IRP_CONTEXT) {
        *context = (PIO_CSQ_IRP_CONTEXT)csq;
        csq = (*context)->Csq;
    }
    return csq;
}

static VOID cancel(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_CSQ_IRP_CONTEXT context;
    KIRQL irql;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    PIO_CSQ csq = queue_of(irp, &context);
    csq->CsqAcquireLock(csq, &irql);
    csq->CsqRemoveIrp(csq, irp);
    if (context)
        context->Irp = NULL;
    csq->CsqReleaseLock(csq, irql);
    csq->CsqCompleteCanceledIrp(csq, irp);
}

NTSTATUS IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context, PVOID InsertContext)
{
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;
    if (Context) {
        *Context = (IO_CSQ_IRP_CONTEXT){.Type = IO_TYPE_CSQ_IRP_CONTEXT, .Irp = Irp, .Csq = Csq};
        Irp->Tail.Overlay.DriverContext[QUEUE] = Context;
    } else {
        Irp->Tail.Overlay.DriverContext[QUEUE] = Csq;
    }
    Csq->ReservePointer = NULL;
    Csq->CsqAcquireLock(Csq, &irql);
    IoMarkIrpPending(Irp);
    if (Csq->Type == IO_TYPE_CSQ_EX)
        status = ((PIO_CSQ_INSERT_IRP_EX)(PVOID)Csq->CsqInsertIrp)(Csq, Irp, InsertContext);
    else
        Csq->CsqInsertIrp(Csq, Irp);
    if (!NT_SUCCESS(status)) {
        Csq->CsqReleaseLock(Csq, irql);
        return status;
    }
    IoSetCancelRoutine(Irp, cancel);
    if (Irp->Cancel && IoSetCancelRoutine(Irp, NULL)) {
        Csq->CsqRemoveIrp(Csq, Irp);
        if (Context)
            Context->Irp = NULL;
        Csq->CsqReleaseLock(Csq, irql);
        Csq->CsqCompleteCanceledIrp(Csq, Irp);
    } else {
        Csq->CsqReleaseLock(Csq, irql);
    }
    return status;
}

VOID IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context)
{
    (void)IoCsqInsertIrpEx(Csq, Irp, Context, NULL);
}

static void take(PIO_CSQ csq, PIRP irp)
{
    PIO_CSQ_IRP_CONTEXT context;
    queue_of(irp, &context);
    csq->CsqRemoveIrp(csq, irp);
    if (context)
        context->Irp = NULL;
    irp->Tail.Overlay.DriverContext[QUEUE] = NULL;
}

PIRP IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context)
{
    KIRQL irql;
    Csq->CsqAcquireLock(Csq, &irql);
    PIRP irp = Context->Irp;
    if (irp && !IoSetCancelRoutine(irp, NULL))
        irp = NULL; /* its cancel routine runs, and completes it */
    if (irp)
        take(Csq, irp);
    Csq->CsqReleaseLock(Csq, irql);
    return irp;
}

PIRP IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext)
{
    KIRQL irql;
    Csq->CsqAcquireLock(Csq, &irql);
    PIRP irp = Csq->CsqPeekNextIrp(Csq, NULL, PeekContext);
    while (irp && !IoSetCancelRoutine(irp, NULL))
        irp = Csq->CsqPeekNextIrp(Csq, irp, PeekContext);
    if (irp)
        take(Csq, irp);
    Csq->CsqReleaseLock(Csq, irql);
    return irp;
}
