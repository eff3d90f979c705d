/* Acquires a spin lock in code that stays. */
#include "../gallery.h"

static KSPIN_LOCK Lock;
static ULONG Count;

static VOID Increment(VOID);

static VOID Increment(VOID)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Lock, &Irql);
    Count++;
    KeReleaseSpinLock(&Lock, Irql);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeSpinLock(&Lock);
    Increment();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
