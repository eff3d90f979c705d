/* Reads up to the end of the block. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, GALLERY_TAG);
    if (!Block)
        return STATUS_INSUFFICIENT_RESOURCES;
    ULONG Sum = 0;
    for (ULONG i = 0; i < 64; i++)
        Sum += ((volatile UCHAR *)Block)[i];
    Irp->IoStatus.Information = Sum;
    ExFreePoolWithTag(Block, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
