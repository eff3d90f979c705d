/* A remove lock keeps what a request uses until no request is under way. */
#include "../gallery_threads.h"

typedef struct {
    ULONG Requests;
} STATE;

static KSTART_ROUTINE Serve, Remove;
static IO_REMOVE_LOCK Lock;
static STATE *State;

static VOID Serve(PVOID Context)
{
    if (!NT_SUCCESS(IoAcquireRemoveLock(&Lock, NULL)))
        return;
    KeQueryInterruptTime();
    State->Requests++;
    IoReleaseRemoveLock(&Lock, NULL);
}

static VOID Remove(PVOID Context)
{
    if (!NT_SUCCESS(IoAcquireRemoveLock(&Lock, NULL)))
        return;
    IoReleaseRemoveLockAndWait(&Lock, NULL);
    ExFreePoolWithTag(State, GALLERY_TAG);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    State = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*State), GALLERY_TAG);
    if (!State)
        return STATUS_INSUFFICIENT_RESOURCES;
    IoInitializeRemoveLock(&Lock, GALLERY_TAG, 0, 0);
    GalleryThreads(Serve, Remove);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
