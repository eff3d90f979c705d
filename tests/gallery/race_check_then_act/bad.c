/* Two threads look whether there is something to free, and then free it. */
#include "../gallery_threads.h"

static KSTART_ROUTINE Clean;
static PVOID volatile Buffer;

static VOID Clean(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    if (Buffer) {
        ExFreePoolWithTag(Buffer, GALLERY_TAG); /* VRF0004 */
        Buffer = NULL;
    }
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    Buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, GALLERY_TAG);
    GalleryThreads(Clean, Clean);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
