/* A miniport's work items and timers. Either may be freed by its own routine, so nothing is touched after that. */
#include "ntsim/storport/storp.h"

/* --- work items --- */

struct worker {
    PIO_WORKITEM Item;
    PVOID Extension;
    PHW_WORKITEM Routine;
    PVOID Context;
    LONG Queued;
};

ULONG stor_make_worker(struct stor_adapter *adapter, PVOID *handle)
{
    struct worker *worker = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*worker), STOR_TAG);
    *handle = NULL;
    if (!worker)
        return STOR_STATUS_INSUFFICIENT_RESOURCES;
    worker->Item = IoAllocateWorkItem(adapter->Common.Device);
    if (!worker->Item) {
        ExFreePoolWithTag(worker, STOR_TAG);
        return STOR_STATUS_INSUFFICIENT_RESOURCES;
    }
    worker->Extension = adapter->Extension->Miniport;
    *handle = worker;
    return STOR_STATUS_SUCCESS;
}

static VOID work(PDEVICE_OBJECT device, PVOID context)
{
    struct worker *worker = context;
    const PHW_WORKITEM routine = worker->Routine;
    const PVOID argument = worker->Context;
    InterlockedExchange(&worker->Queued, FALSE);
    routine(worker->Extension, argument, worker);
}

ULONG stor_queue_worker(PHW_WORKITEM routine, PVOID handle, PVOID context)
{
    struct worker *worker = handle;
    if (!worker || !routine)
        return STOR_STATUS_INVALID_PARAMETER;
    if (InterlockedExchange(&worker->Queued, TRUE))
        return STOR_STATUS_BUSY;
    worker->Routine = routine;
    worker->Context = context;
    IoQueueWorkItem(worker->Item, work, DelayedWorkQueue, worker);
    return STOR_STATUS_SUCCESS;
}

ULONG stor_free_worker(PVOID handle)
{
    struct worker *worker = handle;
    if (!worker)
        return STOR_STATUS_INVALID_PARAMETER;
    if (worker->Queued)
        return STOR_STATUS_BUSY;
    IoFreeWorkItem(worker->Item);
    ExFreePoolWithTag(worker, STOR_TAG);
    return STOR_STATUS_SUCCESS;
}

/* --- timers --- */

struct timer {
    KTIMER Timer;
    KDPC Dpc;
    PVOID Extension;
    PHW_TIMER_EX Routine;
    PVOID Context;
    LONG Set;
};

static VOID expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct timer *timer = context;
    const PHW_TIMER_EX routine = timer->Routine;
    const PVOID argument = timer->Context;
    if (InterlockedExchange(&timer->Set, FALSE))
        routine(timer->Extension, argument);
}

ULONG stor_make_timer(struct stor_adapter *adapter, PVOID *handle)
{
    struct timer *timer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*timer), STOR_TAG);
    *handle = timer;
    if (!timer)
        return STOR_STATUS_INSUFFICIENT_RESOURCES;
    timer->Extension = adapter->Extension->Miniport;
    KeInitializeTimer(&timer->Timer);
    KeInitializeDpc(&timer->Dpc, expired, timer);
    return STOR_STATUS_SUCCESS;
}

static void cancel(struct timer *timer)
{
    KeCancelTimer(&timer->Timer);
    KeRemoveQueueDpc(&timer->Dpc);
    InterlockedExchange(&timer->Set, FALSE);
}

ULONG stor_set_timer(PVOID handle, PHW_TIMER_EX routine, PVOID context, ULONGLONG microseconds)
{
    struct timer *timer = handle;
    if (!timer || !routine)
        return STOR_STATUS_INVALID_PARAMETER;
    if (microseconds == 0) {
        cancel(timer);
        return STOR_STATUS_SUCCESS;
    }
    if (InterlockedExchange(&timer->Set, TRUE))
        return STOR_STATUS_BUSY;
    timer->Routine = routine;
    timer->Context = context;
    KeSetTimer(&timer->Timer, (LARGE_INTEGER){.QuadPart = -(LONGLONG)(microseconds * 10)}, &timer->Dpc);
    return STOR_STATUS_SUCCESS;
}

ULONG stor_free_timer(PVOID handle)
{
    struct timer *timer = handle;
    if (!timer)
        return STOR_STATUS_INVALID_PARAMETER;
    cancel(timer);
    ExFreePoolWithTag(timer, STOR_TAG);
    return STOR_STATUS_SUCCESS;
}
