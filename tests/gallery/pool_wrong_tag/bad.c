/* Frees a block with another tag than it was allocated with. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 48, GALLERY_TAG);
    if (!Block)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExFreePoolWithTag(Block, 'rhtO'); /* VRF0005 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
