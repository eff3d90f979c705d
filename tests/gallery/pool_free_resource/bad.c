/* Frees the memory of an ERESOURCE that was not deleted. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PERESOURCE Resource = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Resource), GALLERY_TAG);
    if (!Resource)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExInitializeResourceLite(Resource);
    ExFreePoolWithTag(Resource, GALLERY_TAG); /* VRF0013 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
