/* Waits, and what ends them. */
#include "ntsim/ke/schedule.h"
#include "ntsim/verifier/races.h"

static BOOLEAN is_signalled(const DISPATCHER_HEADER *object, PKTHREAD thread)
{
    if (object->Type == KI_MUTANT)
        return object->SignalState > 0 || CONTAINING_RECORD(object, KMUTANT, Header)->OwnerThread == thread;
    return object->SignalState > 0;
}

/* What a successful wait does to the object. STATUS_ABANDONED, or success. */
static NTSTATUS satisfy(DISPATCHER_HEADER *object, PKTHREAD thread)
{
    if (vf_racing)
        vf_race_acquire_by(thread, object);
    switch (object->Type) {
    case KI_SYNCHRONIZATION_EVENT:
    case KI_SYNCHRONIZATION_TIMER:
        object->SignalState = 0;
        break;
    case KI_SEMAPHORE:
        object->SignalState--;
        break;
    case KI_MUTANT: {
        PKMUTANT mutant = CONTAINING_RECORD(object, KMUTANT, Header);
        if (--object->SignalState == 0) {
            mutant->OwnerThread = thread;
            InsertTailList(&thread->Mutants, &mutant->MutantListEntry);
            thread->KernelApcDisable += mutant->ApcDisable;
            if (mutant->Abandoned) {
                mutant->Abandoned = 0;
                return STATUS_ABANDONED;
            }
        }
        break;
    }
    default: /* notification events and timers, threads, processes stay signalled */
        break;
    }
    return STATUS_SUCCESS;
}

static void wake(PKTHREAD thread, NTSTATUS status)
{
    for (ULONG i = 0; i < thread->WaitCount; i++)
        RemoveEntryList(&thread->WaitBlocks[i].WaitListEntry);
    thread->WaitCount = 0;
    KeCancelTimer(&thread->WaitTimer);
    thread->WaitStatus = status;
    ki_ready(thread);
}

void ki_unwait(PKTHREAD thread, NTSTATUS status)
{
    wake(thread, status);
}

static BOOLEAN all_signalled(PKTHREAD thread)
{
    for (ULONG i = 0; i < thread->WaitCount; i++)
        if (!is_signalled(thread->WaitBlocks[i].Object, thread))
            return FALSE;
    return TRUE;
}

static NTSTATUS satisfy_all(PKTHREAD thread, PKWAIT_BLOCK blocks, ULONG count)
{
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < count; i++)
        if (satisfy(blocks[i].Object, thread) == STATUS_ABANDONED)
            status = STATUS_ABANDONED;
    return status;
}

void ki_signal(DISPATCHER_HEADER *object)
{
    VF_RELEASE(object);
    LIST_ENTRY *entry = object->WaitListHead.Flink;
    while (object->SignalState > 0 && entry != &object->WaitListHead) {
        PKWAIT_BLOCK block = CONTAINING_RECORD(entry, KWAIT_BLOCK, WaitListEntry);
        PKTHREAD thread = block->Thread;
        entry = entry->Flink;
        if (block->WaitType == WaitAny) {
            NTSTATUS status = satisfy(object, thread);
            wake(thread, status + block->WaitKey);
            entry = object->WaitListHead.Flink;
        } else if (all_signalled(thread)) {
            wake(thread, satisfy_all(thread, thread->WaitBlocks, thread->WaitCount));
            entry = object->WaitListHead.Flink;
        }
    }
}

/* Waiting is for APC_LEVEL and below, polling for DISPATCH_LEVEL too. */
void ki_check_wait_irql(PLARGE_INTEGER timeout, PVOID object)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > DISPATCH_LEVEL || (irql == DISPATCH_LEVEL && (!timeout || timeout->QuadPart != 0)))
        ki_bug_check(IRQL_NOT_LESS_OR_EQUAL, (ULONG64)object, irql, 0, (ULONG64)_ReturnAddress(), NULL,
                     "a wait at DISPATCH_LEVEL or above");
}

NTSTATUS ki_wait(KWAIT_REASON reason, KPROCESSOR_MODE mode, BOOLEAN alertable, BOOLEAN timed, ULONG64 deadline)
{
    PKTHREAD thread = ki_current_thread();
    thread->WaitReason = reason;
    thread->WaitMode = mode;
    thread->Alertable = alertable;
    thread->State = KI_WAITING;
    if (timed)
        ki_set_wait_timer(thread, deadline);
    if (thread->Queue)
        ki_leave_queue(thread->Queue);
    ki_block();
    if (thread->Queue && thread->WaitBlocks->Object != thread->Queue)
        thread->Queue->CurrentCount++;
    return thread->WaitStatus;
}

static NTSTATUS wait(ULONG count, PKWAIT_BLOCK blocks, WAIT_TYPE type, KWAIT_REASON reason, KPROCESSOR_MODE mode,
                     BOOLEAN alertable, PLARGE_INTEGER timeout)
{
    PKTHREAD thread = ki_current_thread();
    ULONG64 deadline = 0;
    if (timeout && timeout->QuadPart != 0)
        deadline = ki_due_time(*timeout);
    for (;;) {
        if (type == WaitAny) {
            for (ULONG i = 0; i < count; i++)
                if (is_signalled(blocks[i].Object, thread))
                    return satisfy(blocks[i].Object, thread) + (NTSTATUS)i;
        } else {
            ULONG signalled = 0;
            while (signalled < count && is_signalled(blocks[signalled].Object, thread))
                signalled++;
            if (signalled == count)
                return satisfy_all(thread, blocks, count);
        }
        if (alertable && thread->Alerted[(int)mode]) {
            thread->Alerted[(int)mode] = FALSE;
            return STATUS_ALERTED;
        }
        if (mode == UserMode && alertable && !IsListEmpty(&thread->ApcList[UserMode])) {
            thread->ApcPending[UserMode] = TRUE;
            return STATUS_USER_APC;
        }
        if (timeout && (timeout->QuadPart == 0 || deadline <= ki_interrupt_time))
            return STATUS_TIMEOUT;
        for (ULONG i = 0; i < count; i++) {
            DISPATCHER_HEADER *object = blocks[i].Object;
            InsertTailList(&object->WaitListHead, &blocks[i].WaitListEntry);
        }
        thread->WaitBlocks = blocks;
        thread->WaitCount = count;
        thread->WaitType = type;
        ki_wait(reason, mode, alertable, timeout != NULL, deadline);
        /* A kernel APC interrupts the wait, which then goes on. */
        if (thread->WaitStatus != STATUS_KERNEL_APC)
            return thread->WaitStatus;
        ki_check_apcs();
    }
}

NTSTATUS KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                               PLARGE_INTEGER Timeout)
{
    PKTHREAD thread = ki_current_thread();
    ki_check_wait_irql(Timeout, Object);
    KI_POINT_BEFORE(MACHINE_POINT_WAIT, Object);
    PKWAIT_BLOCK block = &thread->OwnWaitBlocks[0];
    block->WaitType = WaitAny;
    block->WaitKey = 0;
    block->Thread = thread;
    block->Object = Object;
    return wait(1, block, WaitAny, WaitReason, WaitMode, Alertable, Timeout);
}

NTSTATUS KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType, KWAIT_REASON WaitReason,
                                  KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Timeout,
                                  PKWAIT_BLOCK WaitBlockArray)
{
    PKTHREAD thread = ki_current_thread();
    ki_check_wait_irql(Timeout, Object[0]);
    KI_POINT_BEFORE(MACHINE_POINT_WAIT, Object[0]);
    if (Count == 0 || Count > (WaitBlockArray ? MAXIMUM_WAIT_OBJECTS : THREAD_WAIT_OBJECTS))
        ki_bug_check(MAXIMUM_WAIT_OBJECTS_EXCEEDED, 0, 0, 0, 0, NULL,
                     "a wait for more objects than there are wait blocks");
    PKWAIT_BLOCK blocks = WaitBlockArray ? WaitBlockArray : thread->OwnWaitBlocks;
    for (ULONG i = 0; i < Count; i++) {
        blocks[i].WaitType = (UCHAR)WaitType;
        blocks[i].WaitKey = (USHORT)i;
        blocks[i].Thread = thread;
        blocks[i].Object = Object[i];
    }
    return wait(Count, blocks, WaitType, WaitReason, WaitMode, Alertable, Timeout);
}
