/* Frees it with its own. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 48, GALLERY_TAG);
    if (!Block)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExFreePoolWithTag(Block, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
