/* The timer of a device: once a second, in a DPC. */
#include "ntsim/io/iop.h"

enum { SECOND = 10000000, MILLISECONDS = 1000 };

struct _IO_TIMER {
    PDEVICE_OBJECT Device;
    PIO_TIMER_ROUTINE Routine;
    PVOID Context;
    KTIMER Timer;
    KDPC Dpc;
};

static VOID expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    PIO_TIMER timer = context;
    timer->Routine(timer->Device, timer->Context);
}

NTSTATUS IoInitializeTimer(PDEVICE_OBJECT DeviceObject, PIO_TIMER_ROUTINE TimerRoutine, PVOID Context)
{
    PIO_TIMER timer = DeviceObject->Timer;
    if (!timer)
        timer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*timer), IOP_TAG);
    if (!timer)
        return STATUS_INSUFFICIENT_RESOURCES;
    timer->Device = DeviceObject;
    timer->Routine = TimerRoutine;
    timer->Context = Context;
    KeInitializeTimer(&timer->Timer);
    KeInitializeDpc(&timer->Dpc, expired, timer);
    DeviceObject->Timer = timer;
    return STATUS_SUCCESS;
}

VOID IoStartTimer(PDEVICE_OBJECT DeviceObject)
{
    LARGE_INTEGER due = {.QuadPart = -SECOND};
    KeSetTimerEx(&DeviceObject->Timer->Timer, due, MILLISECONDS, &DeviceObject->Timer->Dpc);
}

VOID IoStopTimer(PDEVICE_OBJECT DeviceObject)
{
    KeCancelTimer(&DeviceObject->Timer->Timer);
    KeRemoveQueueDpc(&DeviceObject->Timer->Dpc);
}

void iop_delete_timer(PDEVICE_OBJECT device)
{
    if (!device->Timer)
        return;
    IoStopTimer(device);
    ExFreePoolWithTag(device->Timer, IOP_TAG);
    device->Timer = NULL;
}
