/* A timer and a work item are still to call the driver when it is unloaded. */
#include "../gallery.h"

static EXT_CALLBACK Tick;
static WORKER_THREAD_ROUTINE Work;

static PEX_TIMER Timer;
static WORK_QUEUE_ITEM Item;
static KEVENT Begun, Ended;

static VOID Tick(PEX_TIMER Which, PVOID Context)
{
}

static VOID Work(PVOID Context)
{
    LARGE_INTEGER Second = {.QuadPart = -10000000};
    KeSetEvent(&Begun, IO_NO_INCREMENT, FALSE);
    KeDelayExecutionThread(KernelMode, FALSE, &Second);
    KeSetEvent(&Ended, IO_NO_INCREMENT, FALSE);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeEvent(&Begun, NotificationEvent, FALSE);
    KeInitializeEvent(&Ended, NotificationEvent, FALSE);
    ExInitializeWorkItem(&Item, Work, NULL);
    ExQueueWorkItem(&Item, DelayedWorkQueue); /* VRF0411 */
    KeWaitForSingleObject(&Begun, Executive, KernelMode, FALSE, NULL);
    Timer = ExAllocateTimer(Tick, NULL, 0); /* VRF0411 */
    if (!Timer)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExSetTimer(Timer, -100000000, 0, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
