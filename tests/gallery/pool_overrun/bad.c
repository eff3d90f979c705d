/* Writes the byte behind a block whose size is not a multiple of 16: found when the block is freed. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 20, GALLERY_TAG);
    if (!Block)
        return STATUS_INSUFFICIENT_RESOURCES;
    ((volatile UCHAR *)Block)[20] = 1;
    ExFreePoolWithTag(Block, GALLERY_TAG); /* VRF0001 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
