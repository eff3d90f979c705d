/* Calls a function in pageable code with a spin lock held. */
#include "../gallery.h"

static KSPIN_LOCK Lock;
static volatile ULONG Count;

static VOID Increment(VOID);

#pragma alloc_text(PAGE, Increment)

static __attribute__((noinline)) VOID Increment(VOID)
{
    Count++; /* VRF0105 */
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Lock, &Irql);
    Increment();
    KeReleaseSpinLock(&Lock, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
