/* Completes an IRP whose cancel routine is set. */
#include "../gallery.h"

static DRIVER_CANCEL Cancel;

static VOID Cancel(PDEVICE_OBJECT Device, PIRP Irp)
{
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    GalleryComplete(Irp, STATUS_CANCELLED, 0);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    IoSetCancelRoutine(Irp, Cancel);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoCompleteRequest(Irp, IO_NO_INCREMENT); /* VRF0302 */
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
