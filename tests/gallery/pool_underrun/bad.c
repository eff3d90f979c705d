/* Writes the byte before a block. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 32, GALLERY_TAG);
    if (!Block)
        return STATUS_INSUFFICIENT_RESOURCES;
    ((volatile UCHAR *)Block)[-1] = 1;
    ExFreePoolWithTag(Block, GALLERY_TAG); /* VRF0002 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
