/* Deferred procedure calls: queued to a processor, run there at DISPATCH_LEVEL on a stack of their own. */
#include "ntsim/ke/schedule.h"
#include "ntsim/ke/watch.h"
#include "ntsim/verifier/races.h"
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/vf.h"

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
BOOLEAN ki_queue_dpc(PKDPC dpc, struct ki_processor *processor, PVOID argument1, PVOID argument2)
{
    if (dpc->DpcData)
        return FALSE;
    if (dpc->Number && dpc->Number <= ki_processor_count)
        processor = ki_processors[dpc->Number - 1];
    dpc->SystemArgument1 = argument1;
    dpc->SystemArgument2 = argument2;
    dpc->DpcData = processor;
    dpc->DpcListEntry.Next = NULL;
    if (dpc->Importance == HighImportance) {
        dpc->DpcListEntry.Next = processor->DpcQueue.Next;
        processor->DpcQueue.Next = &dpc->DpcListEntry;
    } else {
        PSINGLE_LIST_ENTRY last = &processor->DpcQueue;
        while (last->Next)
            last = last->Next;
        last->Next = &dpc->DpcListEntry;
    }
    VF_RELEASE(dpc);
    processor->DpcsQueued++;
    ki_pending_dpcs++;
    if (ki_current_processor()->Irql < DISPATCH_LEVEL)
        ki_run_dpcs();
    return TRUE;
}

BOOLEAN KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2)
{
    if (!ki_queue_dpc(Dpc, ki_current_processor(), SystemArgument1, SystemArgument2))
        return FALSE;
    KI_POINT(MACHINE_POINT_DPC, Dpc);
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
    KI_POINT_BEFORE(MACHINE_POINT_DPC, Dpc);
    struct ki_processor *processor = Dpc->DpcData;
    if (!processor)
        return FALSE;
    unlink(Dpc);
    processor->DpcsDone++;
    return TRUE;
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
        VF_ACQUIRE(dpc);
        unlink(dpc);
        ki_trace(MACHINE_TRACE_DPC, (ULONG64)routine, 0, 0, processor->Number);
        const ULONG64 began = ki_interrupt_time;
        struct vf_callback callback;
        vf_enter(&callback);
        routine(dpc, dpc->DeferredContext, dpc->SystemArgument1, dpc->SystemArgument2);
        vf_leave(&callback, "the DPC routine", (PVOID)routine);
        ki_check_time(began, KI_DPC_TIME, "VRF0106", "the DPC routine", (PVOID)routine);
        ki_trace(MACHINE_TRACE_DPC, 0, 0, 0, processor->Number);
        if (processor->Irql != DISPATCH_LEVEL)
            ki_bug_check(IRQL_UNEXPECTED_VALUE, processor->Irql, (ULONG64)routine, 0, 0, NULL,
                         "a DPC returned at another IRQL");
        if (thread->KernelApcDisable != disabled)
            ki_bug_check(TIMER_OR_DPC_INVALID, 4, (ULONG64)routine, disabled, thread->KernelApcDisable, NULL,
                         "a DPC entered a critical region and did not leave it, or the other way round");
        processor->DpcsDone++;
    }
}

void ki_drain_dpcs(void)
{
    struct ki_processor *processor = ki_current_processor();
    KIRQL old = processor->Irql;
    processor->DpcActive = TRUE;
    processor->Irql = DISPATCH_LEVEL;
    vf_raised();
    ki_call_on_stack(run, processor, processor->DpcStack);
    processor->DpcActive = FALSE;
    processor->Irql = old;
}

/* Another processor that has DPCs, and whose IRQL lets them run. */
static struct ki_processor *other_with_dpcs(const struct ki_processor *current)
{
    for (ULONG i = 1; i < ki_processor_count; i++) {
        struct ki_processor *processor = ki_processors[(current->Number + i) % ki_processor_count];
        if (processor->DpcQueue.Next && processor->Irql < DISPATCH_LEVEL)
            return processor;
    }
    return NULL;
}

/* The others' come before this processor goes on, unless that is a choice. */
void ki_run_dpcs(void)
{
    struct ki_processor *current = ki_current_processor();
    KIRQL old = current->Irql;
    current->Irql = DISPATCH_LEVEL;
    while (ki_pending_dpcs) {
        struct ki_processor *other = ki_preemptive ? NULL : other_with_dpcs(current);
        if (current->DpcQueue.Next)
            ki_drain_dpcs();
        else if (other)
            ki_visit(other);
        else
            break;
    }
    current->Irql = old;
    ki_preempt();
}

static BOOLEAN has_flushed(const struct ki_spin *spin)
{
    return ((const struct ki_processor *)spin->Object)->DpcsDone >= spin->Value;
}

/* All that are queued have run before this thread goes on, whichever processors they are queued to. */
VOID KeFlushQueuedDpcs(VOID)
{
    ki_run_dpcs();
    for (ULONG i = 0; i < ki_processor_count; i++) {
        const struct ki_processor *processor = ki_processors[i];
        struct ki_spin spin = {.Kind = KI_SPIN_OTHER,
                               .Over = has_flushed,
                               .Object = processor,
                               .Value = processor->DpcsQueued,
                               .Text = "the DPCs of the processor at"};
        if (processor->DpcsDone < processor->DpcsQueued && processor != ki_current_processor())
            ki_spin(&spin);
    }
    if (vf_racing)
        vf_race_join_dpcs();
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
