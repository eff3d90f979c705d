/* Deletes the list before. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PNPAGED_LOOKASIDE_LIST List = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*List), GALLERY_TAG);
    if (!List)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExInitializeNPagedLookasideList(List, NULL, NULL, POOL_NX_ALLOCATION, 32, GALLERY_TAG, 0);
    ExDeleteNPagedLookasideList(List);
    ExFreePoolWithTag(List, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
