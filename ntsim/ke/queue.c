/*
 * Queues that threads take work from. As many of them work at a time as the queue allows; one that waits elsewhere does
 * not count. Who waits longest for work gets it last.
 */
#include "ntsim/ke/ki.h"
#include "ntsim/verifier/races.h"

VOID KeInitializeQueue(PRKQUEUE Queue, ULONG Count)
{
    RtlZeroMemory(Queue, sizeof(*Queue));
    Queue->Header.Type = KI_QUEUE;
    Queue->Header.Size = sizeof(*Queue) / sizeof(LONG);
    InitializeListHead(&Queue->Header.WaitListHead);
    InitializeListHead(&Queue->EntryListHead);
    InitializeListHead(&Queue->ThreadListHead);
    Queue->MaximumCount = Count ? Count : ki_processor_count;
}

LONG KeReadStateQueue(PRKQUEUE Queue)
{
    return Queue->Header.SignalState;
}

static PLIST_ENTRY take(PKQUEUE queue)
{
    VF_ACQUIRE(queue);
    PLIST_ENTRY entry = queue->EntryListHead.Flink;
    if (!entry->Flink || !entry->Blink)
        ki_bug_check(INVALID_WORK_QUEUE_ITEM, (ULONG64)entry, (ULONG64)queue, 0, 0, NULL,
                     "an entry of a queue was changed while it was queued");
    RemoveEntryList(entry);
    entry->Flink = NULL;
    queue->Header.SignalState--;
    queue->CurrentCount++;
    return entry;
}

static BOOLEAN has_work(PKQUEUE queue)
{
    return !IsListEmpty(&queue->EntryListHead) && queue->CurrentCount < queue->MaximumCount;
}

/* Gives entries to threads that wait for some. */
static void hand_out(PKQUEUE queue)
{
    while (has_work(queue) && !IsListEmpty(&queue->Header.WaitListHead)) {
        PKTHREAD thread = CONTAINING_RECORD(queue->Header.WaitListHead.Flink, KWAIT_BLOCK, WaitListEntry)->Thread;
        thread->QueuedWork = take(queue);
        ki_unwait(thread, STATUS_SUCCESS);
    }
}

void ki_leave_queue(PKQUEUE queue)
{
    queue->CurrentCount--;
    hand_out(queue);
}

static LONG insert(PKQUEUE queue, PLIST_ENTRY entry, BOOLEAN at_head)
{
    VF_RELEASE(queue);
    LONG old = queue->Header.SignalState;
    if (at_head)
        InsertHeadList(&queue->EntryListHead, entry);
    else
        InsertTailList(&queue->EntryListHead, entry);
    queue->Header.SignalState++;
    hand_out(queue);
    ki_preempt();
    return old;
}

LONG KeInsertQueue(PRKQUEUE Queue, PLIST_ENTRY Entry)
{
    return insert(Queue, Entry, FALSE);
}

LONG KeInsertHeadQueue(PRKQUEUE Queue, PLIST_ENTRY Entry)
{
    return insert(Queue, Entry, TRUE);
}

/* From now on the thread counts as one of the queue's. */
static void join(PKTHREAD thread, PKQUEUE queue)
{
    if (thread->Queue == queue)
        return;
    if (thread->Queue) {
        RemoveEntryList(&thread->QueueEntry);
        ki_leave_queue(thread->Queue);
    }
    thread->Queue = queue;
    InsertTailList(&queue->ThreadListHead, &thread->QueueEntry);
    queue->CurrentCount++;
}

static NTSTATUS remove(PKQUEUE queue, KPROCESSOR_MODE mode, BOOLEAN alertable, PLARGE_INTEGER timeout,
                       PLIST_ENTRY *entry)
{
    PKTHREAD thread = ki_current_thread();
    PKWAIT_BLOCK block = &thread->OwnWaitBlocks[0];
    ULONG64 deadline = timeout && timeout->QuadPart != 0 ? ki_due_time(*timeout) : 0;
    ki_check_wait_irql(timeout, queue);
    join(thread, queue);
    for (;;) {
        queue->CurrentCount--; /* its last work is done */
        if (has_work(queue)) {
            *entry = take(queue);
            return STATUS_SUCCESS;
        }
        queue->CurrentCount++;
        if (alertable && thread->Alerted[(int)mode]) {
            thread->Alerted[(int)mode] = FALSE;
            return STATUS_ALERTED;
        }
        if (timeout && (timeout->QuadPart == 0 || deadline <= ki_interrupt_time))
            return STATUS_TIMEOUT;
        block->WaitType = WaitAny;
        block->WaitKey = 0;
        block->Thread = thread;
        block->Object = queue;
        InsertHeadList(&queue->Header.WaitListHead, &block->WaitListEntry);
        thread->WaitBlocks = block;
        thread->WaitCount = 1;
        thread->WaitType = WaitAny;
        NTSTATUS status = ki_wait(WrQueue, mode, alertable, timeout != NULL, deadline);
        if (status == STATUS_SUCCESS) {
            *entry = thread->QueuedWork;
            return status;
        }
        queue->CurrentCount++;
        if (status != STATUS_KERNEL_APC)
            return status;
        ki_check_apcs();
    }
}

PLIST_ENTRY KeRemoveQueue(PRKQUEUE Queue, KPROCESSOR_MODE WaitMode, PLARGE_INTEGER Timeout)
{
    PLIST_ENTRY entry;
    NTSTATUS status = remove(Queue, WaitMode, FALSE, Timeout, &entry);
    return status == STATUS_SUCCESS ? entry : (PLIST_ENTRY)(LONG_PTR)status;
}

ULONG KeRemoveQueueEx(PKQUEUE Queue, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Timeout,
                      PLIST_ENTRY *EntryArray, ULONG Count)
{
    NTSTATUS status = remove(Queue, WaitMode, Alertable, Timeout, EntryArray);
    if (status != STATUS_SUCCESS) {
        *EntryArray = (PLIST_ENTRY)(LONG_PTR)status;
        return 1;
    }
    ULONG taken = 1;
    while (taken < Count && !IsListEmpty(&Queue->EntryListHead)) {
        EntryArray[taken++] = take(Queue);
        Queue->CurrentCount--;
    }
    return taken;
}

/* Its threads are freed of it; what is left of its entries is the caller's, in a ring without a head. */
PLIST_ENTRY KeRundownQueue(PRKQUEUE Queue)
{
    while (!IsListEmpty(&Queue->Header.WaitListHead)) {
        PKTHREAD thread = CONTAINING_RECORD(Queue->Header.WaitListHead.Flink, KWAIT_BLOCK, WaitListEntry)->Thread;
        ki_unwait(thread, STATUS_ABANDONED);
    }
    while (!IsListEmpty(&Queue->ThreadListHead))
        CONTAINING_RECORD(RemoveHeadList(&Queue->ThreadListHead), KTHREAD, QueueEntry)->Queue = NULL;
    if (IsListEmpty(&Queue->EntryListHead))
        return NULL;
    PLIST_ENTRY first = Queue->EntryListHead.Flink;
    RemoveEntryList(&Queue->EntryListHead);
    InitializeListHead(&Queue->EntryListHead);
    Queue->Header.SignalState = 0;
    return first;
}
