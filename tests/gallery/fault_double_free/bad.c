/* Where the second allocation fails, the first is freed twice. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    NTSTATUS Status = STATUS_SUCCESS;
    PVOID First = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, GALLERY_TAG), Second = NULL;
    if (!First)
        return STATUS_INSUFFICIENT_RESOURCES;
    Second = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, GALLERY_TAG);
    if (!Second) {
        ExFreePoolWithTag(First, GALLERY_TAG);
        Status = STATUS_INSUFFICIENT_RESOURCES;
        goto Done;
    }
    ExFreePoolWithTag(Second, GALLERY_TAG);
Done:
    ExFreePoolWithTag(First, GALLERY_TAG); /* VRF0004 */
    return Status;
}

static VOID Unload(VOID)
{
}
