/* Writes a block after it was freed, when the place has allocated many already: found when the driver is unloaded. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    for (ULONG i = 0; i < 40; i++) {
        PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 32, GALLERY_TAG);
        if (!Block)
            return STATUS_INSUFFICIENT_RESOURCES;
        ExFreePoolWithTag(Block, GALLERY_TAG); /* VRF0003 */
        if (i == 30)
            ((volatile UCHAR *)Block)[3] = 1;
    }
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
