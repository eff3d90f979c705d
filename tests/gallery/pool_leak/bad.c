/* Leaves blocks behind when it is unloaded. */
#include "../gallery.h"

static PVOID Blocks[3];

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    for (ULONG i = 0; i < RTL_NUMBER_OF(Blocks); i++)
        Blocks[i] = ExAllocatePool2(POOL_FLAG_PAGED, 100, GALLERY_TAG); /* VRF0007 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
