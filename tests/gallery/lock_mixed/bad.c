/* Uses a spin lock plain and queued. */
#include "../gallery.h"

static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KLOCK_QUEUE_HANDLE Handle;
    KIRQL Irql;
    KeAcquireSpinLock(&Lock, &Irql);
    KeReleaseSpinLock(&Lock, Irql);
    KeAcquireInStackQueuedSpinLock(&Lock, &Handle); /* VRF0204 */
    KeReleaseInStackQueuedSpinLock(&Handle);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
