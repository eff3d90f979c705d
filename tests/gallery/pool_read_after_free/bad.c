/* Reads a block of pool that is gone, after so many that none gets pages of its own any more. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    ULONG Sum = 0;
    for (ULONG Round = 0; Round < 20; Round++) {
        PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 40, GALLERY_TAG);
        if (!Block)
            return STATUS_INSUFFICIENT_RESOURCES;
        ExFreePoolWithTag(Block, GALLERY_TAG);
        if (Round == 19)
            Sum += *(volatile UCHAR *)Block; /* VRF0003 */
    }
    Irp->IoStatus.Information = Sum & 1;
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
