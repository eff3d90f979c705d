/* A request is completed by a DPC while it is being cancelled: both complete it. */
#include "../gallery.h"

static DRIVER_CANCEL Cancel;
static KDEFERRED_ROUTINE Finish;
static KDPC Dpc;
static PIRP volatile Pending;

static VOID Cancel(PDEVICE_OBJECT Device, PIRP Irp)
{
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    Pending = NULL;
    GalleryComplete(Irp, STATUS_CANCELLED, 0); /* VRF0301 VRF0314 */
}

static VOID Finish(PKDPC This, PVOID Context, PVOID First, PVOID Second)
{
    PIRP Irp = Pending;
    if (!Irp)
        return;
    KeQueryInterruptTime();
    IoSetCancelRoutine(Irp, NULL);
    Pending = NULL;
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
    IoMarkIrpPending(Irp);
    Pending = Irp;
    IoSetCancelRoutine(Irp, Cancel);
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
    KeFlushQueuedDpcs();
}
