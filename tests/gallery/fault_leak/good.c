/* Where the second allocation fails, the first is freed. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PVOID First = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, GALLERY_TAG);
    if (!First)
        return STATUS_INSUFFICIENT_RESOURCES;
    PVOID Second = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, GALLERY_TAG);
    if (!Second) {
        ExFreePoolWithTag(First, GALLERY_TAG);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    ExFreePoolWithTag(Second, GALLERY_TAG);
    ExFreePoolWithTag(First, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
