/* Takes two locks in both orders. Nothing hangs, but two processors might. */
#include "../gallery.h"

static KSPIN_LOCK First, Second;

static VOID Send(VOID)
{
    KIRQL Irql;
    KeAcquireSpinLock(&First, &Irql);
    KeAcquireSpinLockAtDpcLevel(&Second);
    KeReleaseSpinLockFromDpcLevel(&Second);
    KeReleaseSpinLock(&First, Irql);
}

static VOID Receive(VOID)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Second, &Irql);
    KeAcquireSpinLockAtDpcLevel(&First); /* VRF0209 */
    KeReleaseSpinLockFromDpcLevel(&First);
    KeReleaseSpinLock(&Second, Irql);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    Send();
    Receive();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
