/* Asynchronous procedure calls. */
#include "ntsim/ke/ki.h"

/* What KAPC.Reserved holds. */
enum { KERNEL_ROUTINE, RUNDOWN_ROUTINE, NORMAL_ROUTINE };

VOID KeInitializeApc(PRKAPC Apc, PRKTHREAD Thread, KAPC_ENVIRONMENT Environment, PKKERNEL_ROUTINE KernelRoutine,
                     PKRUNDOWN_ROUTINE RundownRoutine, PKNORMAL_ROUTINE NormalRoutine, KPROCESSOR_MODE ProcessorMode,
                     PVOID NormalContext)
{
    RtlZeroMemory(Apc, sizeof(*Apc));
    Apc->Type = KI_APC;
    Apc->Size = sizeof(*Apc);
    Apc->Thread = Thread;
    Apc->Reserved[KERNEL_ROUTINE] = (PVOID)KernelRoutine;
    Apc->Reserved[RUNDOWN_ROUTINE] = (PVOID)RundownRoutine;
    Apc->Reserved[NORMAL_ROUTINE] = (PVOID)NormalRoutine;
    Apc->ApcMode = NormalRoutine ? ProcessorMode : KernelMode;
    Apc->NormalContext = NormalRoutine ? NormalContext : NULL;
}

static PKAPC deliverable_kernel_apc(PKTHREAD thread)
{
    if (IsListEmpty(&thread->ApcList[KernelMode]) || thread->SpecialApcDisable)
        return NULL;
    PKAPC apc = CONTAINING_RECORD(thread->ApcList[KernelMode].Flink, KAPC, ApcListEntry);
    if (apc->Reserved[NORMAL_ROUTINE] && (thread->KernelApcDisable || thread->InApc[KernelMode]))
        return NULL;
    return apc;
}

BOOLEAN KeInsertQueueApc(PRKAPC Apc, PVOID SystemArgument1, PVOID SystemArgument2, KPRIORITY Increment)
{
    PKTHREAD thread = Apc->Thread;
    if (Apc->Inserted || thread->State == KI_TERMINATED)
        return FALSE;
    Apc->Inserted = TRUE;
    Apc->SystemArgument1 = SystemArgument1;
    Apc->SystemArgument2 = SystemArgument2;
    LIST_ENTRY *list = &thread->ApcList[(int)Apc->ApcMode];
    LIST_ENTRY *after = list->Blink;
    /* Special APCs, which have no normal routine, go before the others. */
    if (Apc->ApcMode == KernelMode && !Apc->Reserved[NORMAL_ROUTINE])
        while (after != list && CONTAINING_RECORD(after, KAPC, ApcListEntry)->Reserved[NORMAL_ROUTINE])
            after = after->Blink;
    InsertHeadList(after, &Apc->ApcListEntry);
    if (Apc->ApcMode == UserMode) {
        if (thread->State == KI_WAITING && thread->WaitMode == UserMode && thread->Alertable) {
            thread->ApcPending[UserMode] = TRUE;
            ki_unwait(thread, STATUS_USER_APC);
        }
    } else if (thread == ki_current_thread()) {
        ki_check_apcs();
    } else if (thread->State == KI_WAITING && thread->WaitIrql < APC_LEVEL && deliverable_kernel_apc(thread)) {
        ki_unwait(thread, STATUS_KERNEL_APC);
    }
    ki_preempt();
    return TRUE;
}

static void deliver(PKTHREAD thread, PKAPC apc)
{
    struct ki_processor *processor = ki_current_processor();
    PKKERNEL_ROUTINE kernel = (PKKERNEL_ROUTINE)apc->Reserved[KERNEL_ROUTINE];
    PKNORMAL_ROUTINE normal = (PKNORMAL_ROUTINE)apc->Reserved[NORMAL_ROUTINE];
    PVOID context = apc->NormalContext, argument1 = apc->SystemArgument1, argument2 = apc->SystemArgument2;
    KIRQL old = processor->Irql;
    const int mode = apc->ApcMode;
    RemoveEntryList(&apc->ApcListEntry);
    apc->Inserted = FALSE;
    processor->Irql = APC_LEVEL;
    kernel(apc, &normal, &context, &argument1, &argument2); /* may free the APC */
    processor->Irql = old;
    if (normal) {
        thread->InApc[mode] = TRUE;
        normal(context, argument1, argument2);
        thread->InApc[mode] = FALSE;
    }
}

void ki_check_apcs(void)
{
    PKTHREAD thread = ki_current_thread();
    for (PKAPC apc; ki_current_processor()->Irql < APC_LEVEL && (apc = deliverable_kernel_apc(thread)) != NULL;)
        deliver(thread, apc);
}

void ki_deliver_user_apcs(void)
{
    PKTHREAD thread = ki_current_thread();
    if (!thread->ApcPending[UserMode])
        return;
    thread->ApcPending[UserMode] = FALSE;
    while (!IsListEmpty(&thread->ApcList[UserMode]))
        deliver(thread, CONTAINING_RECORD(thread->ApcList[UserMode].Flink, KAPC, ApcListEntry));
}

void ki_run_down_apcs(PKTHREAD thread)
{
    for (int mode = KernelMode; mode <= UserMode; mode++)
        while (!IsListEmpty(&thread->ApcList[mode])) {
            PKAPC apc = CONTAINING_RECORD(RemoveHeadList(&thread->ApcList[mode]), KAPC, ApcListEntry);
            PKRUNDOWN_ROUTINE routine = (PKRUNDOWN_ROUTINE)apc->Reserved[RUNDOWN_ROUTINE];
            apc->Inserted = FALSE;
            if (routine)
                routine(apc);
        }
}
