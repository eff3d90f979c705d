/* Takes them in one order. */
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
    KeAcquireSpinLock(&First, &Irql);
    KeAcquireSpinLockAtDpcLevel(&Second);
    KeReleaseSpinLockFromDpcLevel(&Second);
    KeReleaseSpinLock(&First, Irql);
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
