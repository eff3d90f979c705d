/* Allocates it with a tag. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PVOID Block = ExAllocatePoolWithTag(NonPagedPoolNx, 16, GALLERY_TAG);
    if (Block)
        ExFreePool(Block);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
