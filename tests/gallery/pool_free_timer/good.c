/* Cancels the timer before. */
#include "../gallery.h"

static KDEFERRED_ROUTINE Expire;

struct extension {
    KTIMER Timer;
    KDPC Dpc;
};

static VOID Expire(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    LARGE_INTEGER Due = {.QuadPart = -1000000};
    struct extension *Extension = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Extension), GALLERY_TAG);
    if (!Extension)
        return STATUS_INSUFFICIENT_RESOURCES;
    KeInitializeTimer(&Extension->Timer);
    KeInitializeDpc(&Extension->Dpc, Expire, NULL);
    KeSetTimer(&Extension->Timer, Due, &Extension->Dpc);
    KeCancelTimer(&Extension->Timer);
    KeFlushQueuedDpcs();
    ExFreePoolWithTag(Extension, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
