/* Allocates none where nothing is needed. */
#include "../gallery.h"

#pragma warning(disable : 4996)

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const SIZE_T Needed = (SIZE_T)Irp->IoStatus.Information;
    PVOID Block = Needed ? ExAllocatePoolWithTag(NonPagedPoolNx, Needed, GALLERY_TAG) : NULL;
    if (Block)
        ExFreePoolWithTag(Block, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
