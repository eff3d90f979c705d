/* Allocates a block of no bytes. */
#include "../gallery.h"

#pragma warning(disable : 4996)

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const SIZE_T Needed = (SIZE_T)Irp->IoStatus.Information;
    PVOID Block = ExAllocatePoolWithTag(NonPagedPoolNx, Needed, GALLERY_TAG); /* VRF0009 */
    if (Block)
        ExFreePoolWithTag(Block, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
