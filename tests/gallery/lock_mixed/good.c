/* Uses it queued only. */
#include "../gallery.h"

static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KLOCK_QUEUE_HANDLE Handle;
    for (ULONG i = 0; i < 2; i++) {
        KeAcquireInStackQueuedSpinLock(&Lock, &Handle);
        KeReleaseInStackQueuedSpinLock(&Handle);
    }
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
