/* Frees the memory of a mutex that it holds. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PFAST_MUTEX Mutex = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Mutex), GALLERY_TAG);
    if (!Mutex)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExInitializeFastMutex(Mutex);
    KeEnterCriticalRegion();
    ExAcquireFastMutexUnsafe(Mutex);
    ExFreePoolWithTag(Mutex, GALLERY_TAG); /* VRF0210 */
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
