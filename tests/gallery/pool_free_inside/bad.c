/* Frees an address inside of a block. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, GALLERY_TAG);
    if (!Block)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExFreePoolWithTag(Block + 16, GALLERY_TAG); /* VRF0008 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
