/*
 * Work items. Each queue has threads of its priority; where all of them are at work, another one is made, so that an
 * item which waits for another never waits for ever.
 */
#include "ntsim/ex/exp.h"
#include "ntsim/ps/psp.h"
#include "ntsim/verifier/leftovers.h"

enum { ACTIVE_ITEM_QUEUED = 1, INVALID_QUEUE = 6, INVALID_ROUTINE = 7, MOST_WORKERS = 64 };

struct work_queue {
    KQUEUE Queue;
    ULONG Workers, Idle;
};

enum { QUEUES = 4 };
static struct work_queue queues[QUEUES];
static const KPRIORITY priorities[QUEUES] = {13, 12, 15, 7}; /* critical, delayed, hypercritical, background */

static struct work_queue *queue_of(WORK_QUEUE_TYPE type)
{
    switch (type) {
    case CriticalWorkQueue:
        return &queues[0];
    case DelayedWorkQueue:
    case NormalWorkQueue:
        return &queues[1];
    case HyperCriticalWorkQueue:
    case RealTimeWorkQueue:
    case SuperCriticalWorkQueue:
        return &queues[2];
    case BackgroundWorkQueue:
        return &queues[3];
    default:
        return NULL;
    }
}

static void check_worker(PWORKER_THREAD_ROUTINE routine, PVOID parameter, PWORK_QUEUE_ITEM item)
{
    PKTHREAD thread = ki_current_thread();
    KIRQL irql = ki_current_processor()->Irql;
    if (irql != PASSIVE_LEVEL)
        ki_bug_check(WORKER_THREAD_RETURNED_AT_BAD_IRQL, (ULONG64)routine, irql, (ULONG64)parameter, (ULONG64)item,
                     NULL, "a work item returned at another IRQL");
    if (thread->KernelApcDisable || thread->SpecialApcDisable)
        ki_bug_check(APC_INDEX_MISMATCH, (ULONG64)routine, 0,
                     ((ULONG64)thread->SpecialApcDisable << 16) | thread->KernelApcDisable, 1, NULL,
                     "a work item returned within a critical or guarded region");
}

static void work(PVOID context)
{
    struct work_queue *queue = context;
    for (;;) {
        PWORK_QUEUE_ITEM item =
            CONTAINING_RECORD(KeRemoveQueue(&queue->Queue, KernelMode, NULL), WORK_QUEUE_ITEM, List);
        /* The routine may free the item, or queue it again. */
        PWORKER_THREAD_ROUTINE routine = item->WorkerRoutine;
        PVOID parameter = item->Parameter;
        struct vf_callback callback;
        vf_rename_registered(item, &callback);
        vf_enter(&callback);
        routine(parameter);
        vf_leave(&callback, "the work item's routine", (PVOID)routine);
        vf_unregistered(&callback);
        check_worker(routine, parameter, item);
        queue->Idle++;
    }
}

static void add_worker(struct work_queue *queue)
{
    if (queue->Workers == 0)
        KeInitializeQueue(&queue->Queue, MOST_WORKERS);
    PKTHREAD thread = psp_create_thread(ki_system_process, KI_KERNEL_STACK, work, queue);
    if (!thread)
        return;
    thread->SystemThread = TRUE;
    thread->Priority = thread->BasePriority = priorities[queue - queues];
    ObDereferenceObject(thread);
    queue->Workers++;
    queue->Idle++;
    ki_ready(thread);
}

VOID ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType)
{
    struct work_queue *queue = queue_of(QueueType);
    if (!queue)
        ki_bug_check(WORKER_INVALID, INVALID_QUEUE, (ULONG64)WorkItem, (ULONG64)QueueType, 0, NULL,
                     "a work item is queued to no queue that exists");
    if ((ULONG64)WorkItem->WorkerRoutine < MACHINE_USER_END)
        ki_bug_check(WORKER_INVALID, INVALID_ROUTINE, (ULONG64)WorkItem, (ULONG64)QueueType, 0, NULL,
                     "a work item is queued without a routine");
    if (WorkItem->List.Flink)
        ki_bug_check(WORKER_INVALID, ACTIVE_ITEM_QUEUED, (ULONG64)WorkItem, (ULONG64)QueueType, 0, NULL,
                     "a work item is queued that is queued already");
    KIRQL irql = ki_current_processor()->Irql, old = irql < DISPATCH_LEVEL ? KfRaiseIrql(DISPATCH_LEVEL) : irql;
    if (queue->Idle == 0 && queue->Workers < MOST_WORKERS)
        add_worker(queue);
    if (queue->Idle)
        queue->Idle--;
    vf_registered("the work item", WorkItem, WorkItem->WorkerRoutine);
    KeInsertQueue(&queue->Queue, &WorkItem->List);
    if (irql < DISPATCH_LEVEL)
        KeLowerIrql(old);
}
