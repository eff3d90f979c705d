/* The timer is deleted, and the work item, which the device lives on for, waited for. */
#include "../gallery.h"

static EXT_CALLBACK Tick;
static IO_WORKITEM_ROUTINE Work;

static PEX_TIMER Timer;
static PIO_WORKITEM Item;
static KEVENT Begun, Ended;

static VOID Tick(PEX_TIMER Which, PVOID Context)
{
}

static VOID Work(PDEVICE_OBJECT Device, PVOID Context)
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
    Item = IoAllocateWorkItem(Device);
    if (!Item)
        return STATUS_INSUFFICIENT_RESOURCES;
    IoQueueWorkItem(Item, Work, DelayedWorkQueue, NULL);
    KeWaitForSingleObject(&Begun, Executive, KernelMode, FALSE, NULL);
    Timer = ExAllocateTimer(Tick, NULL, 0);
    if (!Timer)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExSetTimer(Timer, -100000000, 0, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    if (Timer)
        ExDeleteTimer(Timer, TRUE, TRUE, NULL);
    if (!Item)
        return;
    KeWaitForSingleObject(&Ended, Executive, KernelMode, FALSE, NULL);
    IoFreeWorkItem(Item);
}
