/* The process's thread pool: work and timers, on the system's worker threads. */
#include "ntsim/user/win32/win32.h"

struct item {
    BOOLEAN Queued, Closed; /* Queued: until the last of what has been submitted has run */
    ULONG Pending;          /* submissions that have not run to their end */
    LONG Period;            /* milliseconds; 0: once */
    VOID (*Routine)(PVOID instance, PVOID context, struct item *item);
    PVOID Context;
    WORK_QUEUE_ITEM Work;
    KTIMER Timer;
    KDPC Dpc;
    KEVENT Idle;
};

static VOID NTAPI run(PVOID context)
{
    struct item *item = context;
    while (item->Pending > 0) {
        item->Routine(NULL, item->Context, item);
        item->Pending--;
    }
    item->Queued = FALSE;
    KeSetEvent(&item->Idle, IO_NO_INCREMENT, FALSE);
    if (item->Closed)
        ExFreePoolWithTag(item, TAG);
}

static void submit(struct item *item)
{
    item->Pending++;
    KeClearEvent(&item->Idle);
    if (item->Queued)
        return;
    item->Queued = TRUE;
    ExQueueWorkItem(&item->Work, DelayedWorkQueue);
}

static VOID NTAPI expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    submit(context);
}

static struct item *create(PVOID routine, PVOID context)
{
    struct item *item = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*item), TAG);
    if (!item) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY_);
        return NULL;
    }
    item->Routine = (VOID(*)(PVOID, PVOID, struct item *))routine;
    item->Context = context;
    ExInitializeWorkItem(&item->Work, run, item);
    KeInitializeTimer(&item->Timer);
    KeInitializeDpc(&item->Dpc, expired, item);
    KeInitializeEvent(&item->Idle, NotificationEvent, TRUE);
    return item;
}

static void wait(struct item *item)
{
    KeWaitForSingleObject(&item->Idle, Executive, KernelMode, FALSE, NULL);
}

/* It goes when what has been submitted has run. */
static void close(struct item *item)
{
    KeCancelTimer(&item->Timer);
    if (item->Pending > 0)
        item->Closed = TRUE;
    else
        ExFreePoolWithTag(item, TAG);
}

EXPORT struct item *CreateThreadpoolWork(PVOID routine, PVOID context, PVOID environment)
{
    return create(routine, context);
}

EXPORT VOID SubmitThreadpoolWork(struct item *item)
{
    submit(item);
}

EXPORT VOID WaitForThreadpoolWorkCallbacks(struct item *item, int cancel)
{
    wait(item);
}

EXPORT VOID CloseThreadpoolWork(struct item *item)
{
    close(item);
}

EXPORT struct item *CreateThreadpoolTimer(PVOID routine, PVOID context, PVOID environment)
{
    return create(routine, context);
}

/* `due`: as a kernel timer's; NULL: none any more. */
EXPORT VOID SetThreadpoolTimer(struct item *item, PLARGE_INTEGER due, ULONG period, ULONG window)
{
    KeCancelTimer(&item->Timer);
    if (due)
        KeSetTimerEx(&item->Timer, *due, (LONG)period, &item->Dpc);
}

EXPORT VOID WaitForThreadpoolTimerCallbacks(struct item *item, int cancel)
{
    wait(item);
}

EXPORT VOID CloseThreadpoolTimer(struct item *item)
{
    close(item);
}
