/* Completes its IRP, and so does who has called it. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GalleryComplete(Irp, STATUS_SUCCESS, 0);
    return GalleryComplete(Irp, STATUS_SUCCESS, 0); /* VRF0301 */
}

static VOID Unload(VOID)
{
}
