/* Calls a function in pageable code before it takes a spin lock. */
#include "../gallery.h"

static KSPIN_LOCK Lock;
static volatile ULONG Count;

static VOID Increment(VOID);

#pragma alloc_text(PAGE, Increment)

static __attribute__((noinline)) VOID Increment(VOID)
{
    Count++;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    Increment();
    KeAcquireSpinLock(&Lock, &Irql);
    KeReleaseSpinLock(&Lock, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
