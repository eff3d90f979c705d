/*
 * What the examples for WDM call and Wine 8.0's ntoskrnl.exe does not have: the cancel-safe queue. The examples stay as
 * they are: these pointers are found before the import library's.
 */
#include "driver.h"

static DRIVER_CANCEL CancelQueued;

/* Whoever takes the cancel routine out has the IRP. */
static PIRP Take(PIO_CSQ Csq, PIRP Irp)
{
    if (IoSetCancelRoutine(Irp, NULL) == NULL)
        return NULL;
    Csq->CsqRemoveIrp(Csq, Irp);
    Irp->Tail.Overlay.DriverContext[3] = NULL;
    return Irp;
}

_Use_decl_annotations_ static VOID CancelQueued(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_CSQ csq = Irp->Tail.Overlay.DriverContext[3];
    KIRQL irql;

    UNREFERENCED_PARAMETER(DeviceObject);
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    csq->CsqAcquireLock(csq, &irql);
    csq->CsqRemoveIrp(csq, Irp);
    csq->CsqReleaseLock(csq, irql);
    csq->CsqCompleteCanceledIrp(csq, Irp);
}

static NTSTATUS Initialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP Insert, PIO_CSQ_REMOVE_IRP Remove,
                           PIO_CSQ_PEEK_NEXT_IRP Peek, PIO_CSQ_ACQUIRE_LOCK Acquire, PIO_CSQ_RELEASE_LOCK Release,
                           PIO_CSQ_COMPLETE_CANCELED_IRP Complete)
{
    Csq->CsqInsertIrp = Insert;
    Csq->CsqRemoveIrp = Remove;
    Csq->CsqPeekNextIrp = Peek;
    Csq->CsqAcquireLock = Acquire;
    Csq->CsqReleaseLock = Release;
    Csq->CsqCompleteCanceledIrp = Complete;
    return STATUS_SUCCESS;
}

static VOID Insert(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context)
{
    KIRQL irql;

    UNREFERENCED_PARAMETER(Context);
    Csq->CsqAcquireLock(Csq, &irql);
    Irp->Tail.Overlay.DriverContext[3] = Csq;
    IoMarkIrpPending(Irp);
    Csq->CsqInsertIrp(Csq, Irp);
    IoSetCancelRoutine(Irp, CancelQueued);
    if (!Irp->Cancel || !Take(Csq, Irp))
        Irp = NULL;
    Csq->CsqReleaseLock(Csq, irql);
    if (Irp)
        Csq->CsqCompleteCanceledIrp(Csq, Irp);
}

static PIRP RemoveNext(PIO_CSQ Csq, PVOID PeekContext)
{
    PIRP irp = NULL, taken = NULL;
    KIRQL irql;

    Csq->CsqAcquireLock(Csq, &irql);
    while (!taken && (irp = Csq->CsqPeekNextIrp(Csq, irp, PeekContext)) != NULL)
        taken = Take(Csq, irp);
    Csq->CsqReleaseLock(Csq, irql);
    return taken;
}

NTSTATUS (*const __imp_IoCsqInitialize)(PIO_CSQ, PIO_CSQ_INSERT_IRP, PIO_CSQ_REMOVE_IRP, PIO_CSQ_PEEK_NEXT_IRP,
                                        PIO_CSQ_ACQUIRE_LOCK, PIO_CSQ_RELEASE_LOCK,
                                        PIO_CSQ_COMPLETE_CANCELED_IRP) = Initialize;
VOID (*const __imp_IoCsqInsertIrp)(PIO_CSQ, PIRP, PIO_CSQ_IRP_CONTEXT) = Insert;
PIRP (*const __imp_IoCsqRemoveNextIrp)(PIO_CSQ, PVOID) = RemoveNext;
BOOLEAN (*const __imp_IoForwardIrpSynchronously)(PDEVICE_OBJECT, PIRP) = ForwardAndWait; /* of wine_lacks.c */
