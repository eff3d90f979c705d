/* Reads up to the end of blocks. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    ULONG Sum = 0;
    for (ULONG Round = 0; Round < 20; Round++) { /* more often than blocks get pages of their own */
        PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 21, GALLERY_TAG);
        if (!Block)
            return STATUS_INSUFFICIENT_RESOURCES;
        const ULONG Length = Round < 18 ? 21 : 21;
        for (ULONG i = 0; i < Length; i++)
            Sum += ((volatile UCHAR *)Block)[i];
        ExFreePoolWithTag(Block, GALLERY_TAG);
    }
    Irp->IoStatus.Information = Sum & 1;
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
