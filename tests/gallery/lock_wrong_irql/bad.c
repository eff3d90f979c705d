/* Releases two spin locks with each other's IRQL. */
#include "../gallery.h"

static KSPIN_LOCK First, Second;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL FirstIrql, SecondIrql;
    KeAcquireSpinLock(&First, &FirstIrql);
    KeAcquireSpinLock(&Second, &SecondIrql);
    KeReleaseSpinLock(&Second, FirstIrql); /* VRF0207 VRF0208 */
    KeReleaseSpinLock(&First, SecondIrql); /* VRF0102 VRF0207 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
