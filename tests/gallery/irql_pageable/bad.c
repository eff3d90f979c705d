/* Acquires a spin lock in pageable code. */
#include "../gallery.h"

static KSPIN_LOCK Lock;
static ULONG Count;

static VOID Increment(VOID);

#pragma alloc_text(PAGE, Increment)

static VOID Increment(VOID)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Lock, &Irql); /* VRF0105 */
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
