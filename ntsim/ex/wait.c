/* Who waits for push locks and resources. */
#include "ntsim/ex/exp.h"

static LIST_ENTRY waiters = {&waiters, &waiters};

void exp_wait(PVOID lock, BOOLEAN shared, KWAIT_REASON reason)
{
    struct exp_waiter waiter = {.Lock = lock, .Shared = shared, .Thread = ki_current_thread()};
    KeInitializeEvent(&waiter.Granted, SynchronizationEvent, FALSE);
    InsertTailList(&waiters, &waiter.Entry);
    KeWaitForSingleObject(&waiter.Granted, reason, KernelMode, FALSE, NULL);
}

struct exp_waiter *exp_next_waiter(PVOID lock, struct exp_waiter *after)
{
    for (LIST_ENTRY *entry = after ? after->Entry.Flink : waiters.Flink; entry != &waiters; entry = entry->Flink) {
        struct exp_waiter *waiter = CONTAINING_RECORD(entry, struct exp_waiter, Entry);
        if (waiter->Lock == lock)
            return waiter;
    }
    return NULL;
}

void exp_grant(struct exp_waiter *waiter)
{
    RemoveEntryList(&waiter->Entry);
    KeSetEvent(&waiter->Granted, EVENT_INCREMENT, FALSE);
}
