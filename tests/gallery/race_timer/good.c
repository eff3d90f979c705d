/* A timer whose DPC uses what is freed is cancelled, and its DPC waited for. */
#include "../gallery.h"

typedef struct {
    KTIMER Timer;
    KDPC Dpc;
} CLOCK;

typedef struct {
    ULONG Ticks;
} STATE;

static KDEFERRED_ROUTINE Tick;
static CLOCK Clock;

static VOID Tick(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    STATE *State = Context;
    KeQueryInterruptTime();
    State->Ticks++;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    LARGE_INTEGER Due = {.QuadPart = -1000};
    STATE *State = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*State), GALLERY_TAG);
    if (!State)
        return STATUS_INSUFFICIENT_RESOURCES;
    KeInitializeTimer(&Clock.Timer);
    KeInitializeDpc(&Clock.Dpc, Tick, State);
    KeSetTargetProcessorDpc(&Clock.Dpc, 1);
    KeSetTimer(&Clock.Timer, Due, &Clock.Dpc);
    KeStallExecutionProcessor(50);
    KeStallExecutionProcessor(50);
    KeCancelTimer(&Clock.Timer);
    KeFlushQueuedDpcs();
    ExFreePoolWithTag(State, GALLERY_TAG);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
