/* Allocates non-paged pool. */
#include "../gallery.h"

static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeAcquireSpinLock(&Lock, &Irql);
    PVOID Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 32, GALLERY_TAG);
    KeReleaseSpinLock(&Lock, Irql);
    if (Block)
        ExFreePoolWithTag(Block, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
