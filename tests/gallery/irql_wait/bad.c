/* Waits with a spin lock held. */
#include "../gallery.h"

static KEVENT Event;
static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeInitializeEvent(&Event, NotificationEvent, TRUE);
    KeAcquireSpinLock(&Lock, &Irql);
    KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL); /* VRF0101 */
    KeReleaseSpinLock(&Lock, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
