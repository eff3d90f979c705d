/* A request is completed by a DPC or cancelled: by whom takes the cancel routine out of it. */
#include "../gallery.h"

static DRIVER_CANCEL Cancel;
static KDEFERRED_ROUTINE Finish;
static KDPC Dpc;
static PIRP volatile Pending;

static VOID Cancel(PDEVICE_OBJECT Device, PIRP Irp)
{
    Pending = NULL;
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    GalleryComplete(Irp, STATUS_CANCELLED, 0);
}

static VOID Finish(PKDPC This, PVOID Context, PVOID First, PVOID Second)
{
    KIRQL Irql;
    PIRP Irp;
    IoAcquireCancelSpinLock(&Irql);
    Irp = Pending;
    if (Irp && !IoSetCancelRoutine(Irp, NULL))
        Irp = NULL;
    Pending = NULL;
    IoReleaseCancelSpinLock(Irql);
    if (Irp)
        GalleryComplete(Irp, STATUS_SUCCESS, 0);
}

/* 0 waits, 1 finishes it soon. */
static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    if (Step == 1) {
        KeInitializeDpc(&Dpc, Finish, NULL);
        KeSetTargetProcessorDpc(&Dpc, 1);
        KeInsertQueueDpc(&Dpc, NULL, NULL);
        return STATUS_SUCCESS;
    }
    KIRQL Irql;
    IoAcquireCancelSpinLock(&Irql);
    IoMarkIrpPending(Irp);
    Pending = Irp;
    IoSetCancelRoutine(Irp, Cancel);
    IoReleaseCancelSpinLock(Irql);
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
    KeFlushQueuedDpcs();
}
