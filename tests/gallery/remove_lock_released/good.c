/* Releases it as often. */
#include "../gallery.h"

static IO_REMOVE_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    IoInitializeRemoveLock(&Lock, GALLERY_TAG, 0, 0);
    NTSTATUS Status = IoAcquireRemoveLock(&Lock, Irp);
    if (NT_SUCCESS(Status))
        IoReleaseRemoveLock(&Lock, Irp);
    return Status;
}

static VOID Unload(VOID)
{
}
