/* Polls with a time-out of zero, which is allowed. */
#include "../gallery.h"

static KEVENT Event;
static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    LARGE_INTEGER Now = {.QuadPart = 0};
    KIRQL Irql;
    KeInitializeEvent(&Event, NotificationEvent, TRUE);
    KeAcquireSpinLock(&Lock, &Irql);
    KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, &Now);
    KeReleaseSpinLock(&Lock, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
