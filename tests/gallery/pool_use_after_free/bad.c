/* Reads a block that was freed: found at the access. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 32, GALLERY_TAG);
    if (!Block)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExFreePoolWithTag(Block, GALLERY_TAG);
    Irp->IoStatus.Information = ((volatile UCHAR *)Block)[3]; /* VRF0003 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
