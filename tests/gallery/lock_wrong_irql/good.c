/* Releases each to the IRQL that it was acquired at. */
#include "../gallery.h"

static KSPIN_LOCK First, Second;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL FirstIrql, SecondIrql;
    KeAcquireSpinLock(&First, &FirstIrql);
    KeAcquireSpinLock(&Second, &SecondIrql);
    KeReleaseSpinLock(&Second, SecondIrql);
    KeReleaseSpinLock(&First, FirstIrql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
