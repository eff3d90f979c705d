/* Two threads take what is to be freed, so that only one of them gets it. */
#include "../gallery_threads.h"

static KSTART_ROUTINE Clean;
static PVOID volatile Buffer;

static VOID Clean(PVOID Context)
{
    PVOID Taken = InterlockedExchangePointer((PVOID *)&Buffer, NULL);
    UNREFERENCED_PARAMETER(Context);
    if (Taken)
        ExFreePoolWithTag(Taken, GALLERY_TAG);
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
