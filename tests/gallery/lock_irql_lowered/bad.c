/* Lowers the IRQL while it holds a spin lock. */
#include "../gallery.h"

static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql, Ignored;
    KeAcquireSpinLock(&Lock, &Irql);
    KeLowerIrql(PASSIVE_LEVEL); /* VRF0208 */
    KeRaiseIrql(DISPATCH_LEVEL, &Ignored);
    KeReleaseSpinLock(&Lock, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
