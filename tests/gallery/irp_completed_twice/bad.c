/* Completes its IRP, and so does who has called it. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GalleryComplete(Irp, STATUS_SUCCESS, 0);
    IoCompleteRequest(Irp, IO_NO_INCREMENT); /* VRF0301 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
