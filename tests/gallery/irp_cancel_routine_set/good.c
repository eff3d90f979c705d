/* Takes the routine away before. */
#include "../gallery.h"

static DRIVER_CANCEL Cancel;

static VOID Cancel(PDEVICE_OBJECT Device, PIRP Irp)
{
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    GalleryComplete(Irp, STATUS_CANCELLED, 0);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    IoMarkIrpPending(Irp);
    IoSetCancelRoutine(Irp, Cancel);
    if (IoSetCancelRoutine(Irp, NULL))
        GalleryComplete(Irp, STATUS_SUCCESS, 0);
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
