/* Releases a remove lock more often than it has acquired it. */
#include "../gallery.h"

static IO_REMOVE_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    IoInitializeRemoveLock(&Lock, GALLERY_TAG, 0, 0);
    for (ULONG i = 0; i < 2; i++)
        IoReleaseRemoveLock(&Lock, Irp); /* VRF0402 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
