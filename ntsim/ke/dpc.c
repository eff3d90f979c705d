/* Deferred procedure calls: queued to a processor, run there at DISPATCH_LEVEL on a stack of their own. */
#include "ntsim/ke/ki.h"
#include "ntsim/ke/watch.h"

static void init(PRKDPC dpc, enum ki_object type, PKDEFERRED_ROUTINE routine, PVOID context)
{
    RtlZeroMemory(dpc, sizeof(*dpc));
    dpc->Type = (UCHAR)type;
    dpc->Importance = MediumImportance;
    dpc->DeferredRoutine = routine;
    dpc->DeferredContext = context;
}

VOID KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
    init(Dpc, KI_DPC, DeferredRoutine, DeferredContext);
}

VOID KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
    init(Dpc, KI_THREADED_DPC, DeferredRoutine, DeferredContext);
}

VOID KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance)
{
    Dpc->Importance = (UCHAR)Importance;
}

/* 0: the processor that queues it; else the number plus 1. */
VOID KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number)
{
    Dpc->Number = (USHORT)(Number + 1);
}

NTSTATUS KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber)
{
    if (ProcNumber->Group != 0 || ProcNumber->Number >= ki_processor_count)
        return STATUS_INVALID_PARAMETER;
    Dpc->Number = (USHORT)(ProcNumber->Number + 1);
    return STATUS_SUCCESS;
}

/* In all queues. */
ULONG ki_pending_dpcs;

/* The queue is singly linked through the DPC, which has no room for more; DpcData says that it is queued. */
BOOLEAN KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2)
{
    struct ki_processor *current = ki_current_processor(), *processor = current;
    if (Dpc->DpcData)
        return FALSE;
    if (Dpc->Number && Dpc->Number <= ki_processor_count)
        processor = ki_processors[Dpc->Number - 1];
    Dpc->SystemArgument1 = SystemArgument1;
    Dpc->SystemArgument2 = SystemArgument2;
    Dpc->DpcData = processor;
    Dpc->DpcListEntry.Next = NULL;
    if (Dpc->Importance == HighImportance) {
        Dpc->DpcListEntry.Next = processor->DpcQueue.Next;
        processor->DpcQueue.Next = &Dpc->DpcListEntry;
    } else {
        PSINGLE_LIST_ENTRY last = &processor->DpcQueue;
        while (last->Next)
            last = last->Next;
        last->Next = &Dpc->DpcListEntry;
    }
    ki_pending_dpcs++;
    if (current->Irql < DISPATCH_LEVEL)
        ki_run_dpcs();
    return TRUE;
}

static void unlink(PKDPC dpc)
{
    struct ki_processor *processor = dpc->DpcData;
    PSINGLE_LIST_ENTRY before = &processor->DpcQueue;
    while (before->Next != &dpc->DpcListEntry)
        before = before->Next;
    before->Next = dpc->DpcListEntry.Next;
    dpc->DpcData = NULL;
    ki_pending_dpcs--;
}

BOOLEAN KeRemoveQueueDpc(PRKDPC Dpc)
{
    if (!Dpc->DpcData)
        return FALSE;
    unlink(Dpc);
    return TRUE;
}

BOOLEAN KeRemoveQueueDpcEx(PRKDPC Dpc, BOOLEAN WaitIfActive)
{
    return KeRemoveQueueDpc(Dpc); /* none is active while others run: one host thread */
}

static void run(PVOID argument)
{
    struct ki_processor *processor = argument;
    while (processor->DpcQueue.Next) {
        PKDPC dpc = CONTAINING_RECORD(processor->DpcQueue.Next, KDPC, DpcListEntry);
        /* The routine may free or queue its DPC again. */
        PKDEFERRED_ROUTINE routine = dpc->DeferredRoutine;
        const KTHREAD *thread = processor->CurrentThread;
        ULONG disabled = thread->KernelApcDisable;
        unlink(dpc);
        ki_trace(MACHINE_TRACE_DPC, (ULONG64)routine, 0, 0, processor->Number);
        routine(dpc, dpc->DeferredContext, dpc->SystemArgument1, dpc->SystemArgument2);
        ki_trace(MACHINE_TRACE_DPC, 0, 0, 0, processor->Number);
        if (processor->Irql != DISPATCH_LEVEL)
            ki_bug_check(IRQL_UNEXPECTED_VALUE, processor->Irql, (ULONG64)routine, 0, 0, NULL,
                         "a DPC returned at another IRQL");
        if (thread->KernelApcDisable != disabled)
            ki_bug_check(TIMER_OR_DPC_INVALID, 4, (ULONG64)routine, disabled, thread->KernelApcDisable, NULL,
                         "a DPC entered a critical region and did not leave it, or the other way round");
    }
}

/* On the processor's own stack, and with gs there. */
static void run_on(struct ki_processor *processor)
{
    struct ki_processor *current = ki_current_processor();
    KIRQL old = processor->Irql;
    if (processor != current)
        ki_select(processor);
    processor->DpcActive = TRUE;
    processor->Irql = DISPATCH_LEVEL;
    ki_call_on_stack(run, processor, processor->DpcStack);
    processor->DpcActive = FALSE;
    processor->Irql = old;
    if (processor != current)
        ki_select(current);
}

void ki_run_dpcs(void)
{
    struct ki_processor *current = ki_current_processor();
    static BOOLEAN running;
    if (running)
        return;
    running = TRUE;
    KIRQL old = current->Irql;
    current->Irql = DISPATCH_LEVEL;
    while (ki_pending_dpcs)
        for (ULONG i = 0; i < ki_processor_count; i++) {
            struct ki_processor *processor = ki_processors[(current->Number + i) % ki_processor_count];
            if (processor->DpcQueue.Next)
                run_on(processor);
        }
    running = FALSE;
    current->Irql = old;
    ki_preempt();
}

/* All that are queued have run before this thread does. */
VOID KeFlushQueuedDpcs(VOID)
{
    ki_run_dpcs();
}

LOGICAL KeIsExecutingDpc(VOID)
{
    return ki_current_processor()->DpcActive;
}

/* No time passes in a DPC unless it waits for the clock, so none is too long. */
NTSTATUS KeQueryDpcWatchdogInformation(PKDPC_WATCHDOG_INFORMATION WatchdogInformation)
{
    if (!KeIsExecutingDpc())
        return STATUS_UNSUCCESSFUL;
    *WatchdogInformation = (KDPC_WATCHDOG_INFORMATION){0};
    return STATUS_SUCCESS;
}

ULONG KeShouldYieldProcessor(VOID)
{
    return FALSE;
}

PKDPC ki_find_dpc(ULONG64 begin, SIZE_T size)
{
    for (ULONG i = 0; i < ki_processor_count; i++)
        for (PSINGLE_LIST_ENTRY entry = ki_processors[i]->DpcQueue.Next; entry; entry = entry->Next)
            if ((ULONG64)entry - begin < size)
                return CONTAINING_RECORD(entry, KDPC, DpcListEntry);
    return NULL;
}
