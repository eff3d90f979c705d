/* Writes the blocks before they are freed. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    for (ULONG i = 0; i < 40; i++) {
        PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 32, GALLERY_TAG);
        if (!Block)
            return STATUS_INSUFFICIENT_RESOURCES;
        ((volatile UCHAR *)Block)[3] = 1;
        ExFreePoolWithTag(Block, GALLERY_TAG);
    }
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
