/* Counts in paged pool with a spin lock held. */
#include "../gallery.h"

static KSPIN_LOCK Lock;
static PULONG Count;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    Count = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*Count), GALLERY_TAG);
    if (!Count)
        return STATUS_INSUFFICIENT_RESOURCES;
    *Count = 1;
    KeAcquireSpinLock(&Lock, &Irql);
    ++*Count; /* VRF0109 */
    KeReleaseSpinLock(&Lock, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    if (Count)
        ExFreePoolWithTag(Count, GALLERY_TAG);
}
