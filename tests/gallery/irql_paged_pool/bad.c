/* Allocates paged pool with a spin lock held. */
#include "../gallery.h"

static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Lock, &Irql);
    PVOID Block = ExAllocatePool2(POOL_FLAG_PAGED, 32, GALLERY_TAG); /* VRF0101 */
    KeReleaseSpinLock(&Lock, Irql);
    if (Block)
        ExFreePoolWithTag(Block, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
