/* Returns with a spin lock held. */
#include "../gallery.h"

static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Lock, &Irql); /* VRF0205 */
    if (Irp->IoStatus.Information == 0)
        return STATUS_INVALID_PARAMETER;
    KeReleaseSpinLock(&Lock, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
