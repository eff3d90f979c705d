/* Releases the mutex before. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PFAST_MUTEX Mutex = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Mutex), GALLERY_TAG);
    if (!Mutex)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExInitializeFastMutex(Mutex);
    KeEnterCriticalRegion();
    ExAcquireFastMutexUnsafe(Mutex);
    ExReleaseFastMutexUnsafe(Mutex);
    KeLeaveCriticalRegion();
    ExFreePoolWithTag(Mutex, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
