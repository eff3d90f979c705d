/* Acquires it once. */
#include "../gallery.h"

static FAST_MUTEX Mutex;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    ExInitializeFastMutex(&Mutex);
    ExAcquireFastMutex(&Mutex);
    ExReleaseFastMutex(&Mutex);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
