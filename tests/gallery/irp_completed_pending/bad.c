/* Completes an IRP with STATUS_PENDING. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    IoMarkIrpPending(Irp);
    Irp->IoStatus.Status = STATUS_PENDING;
    IoCompleteRequest(Irp, IO_NO_INCREMENT); /* VRF0303 */
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
