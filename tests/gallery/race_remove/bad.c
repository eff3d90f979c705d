/* What a request uses is freed by who takes the device away, while the request is under way. */
#include "../gallery_threads.h"

typedef struct {
    ULONG Requests;
} STATE;

static KSTART_ROUTINE Serve, Remove;
static volatile BOOLEAN Gone;
static STATE *State;

static VOID Serve(PVOID Context)
{
    if (Gone)
        return;
    KeQueryInterruptTime();
    State->Requests++; /* VRF0003 */
}

static VOID Remove(PVOID Context)
{
    Gone = TRUE;
    ExFreePoolWithTag(State, GALLERY_TAG);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    State = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*State), GALLERY_TAG);
    if (!State)
        return STATUS_INSUFFICIENT_RESOURCES;
    GalleryThreads(Serve, Remove);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
