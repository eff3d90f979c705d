/* Threads, as the dispatcher sees them. */
#include "ntsim/ke/ki.h"
#include "ntsim/verifier/vf.h"

void ki_init_thread(PKTHREAD thread, PKPROCESS process, HANDLE id)
{
    thread->Header.Type = KI_THREAD;
    InitializeListHead(&thread->Header.WaitListHead);
    InitializeListHead(&thread->Mutants);
    InitializeListHead(&thread->ApcList[KernelMode]);
    InitializeListHead(&thread->ApcList[UserMode]);
    KeInitializeTimer(&thread->WaitTimer);
    thread->WaitTimer.TimerType = KI_WAIT_TIMER;
    thread->Process = thread->OwnProcess = process;
    thread->Affinity = ~0ULL;
    thread->Priority = thread->BasePriority = 8;
    thread->Id = id;
    InsertTailList(&process->Threads, &thread->ThreadEntry);
}

/* The stack it runs on is freed by the object's deletion, which must not happen here: the reaper drops the reference.
 */
static LIST_ENTRY ended = {&ended, &ended};

DECLSPEC_NORETURN void ki_exit_thread(NTSTATUS status)
{
    PKTHREAD thread = ki_current_thread();
    KIRQL irql = ki_current_processor()->Irql;
    vf_thread_ends();
    if (thread->KernelApcDisable || thread->SpecialApcDisable || irql != PASSIVE_LEVEL ||
        !IsListEmpty(&thread->Mutants))
        ki_bug_check(KERNEL_APC_PENDING_DURING_EXIT, 0,
                     ((ULONG64)thread->SpecialApcDisable << 16) | thread->KernelApcDisable, irql, 0, NULL,
                     "a thread ended above PASSIVE_LEVEL, within a critical or guarded region, or with a mutex held");
    ki_run_down_apcs(thread);
    if (thread->Queue) {
        RemoveEntryList(&thread->QueueEntry);
        ki_leave_queue(thread->Queue);
    }
    if (thread->IoObject)
        ObDereferenceObject(thread->IoObject);
    while (!IsListEmpty(&ended))
        ObDereferenceObject(CONTAINING_RECORD(RemoveHeadList(&ended), KTHREAD, ReadyEntry));
    RemoveEntryList(&thread->ThreadEntry);
    thread->ExitStatus = status;
    thread->State = KI_TERMINATED;
    thread->Header.SignalState = 1;
    ki_signal(&thread->Header);
    InsertTailList(&ended, &thread->ReadyEntry);
    ki_block();
    __builtin_unreachable();
}

PKTHREAD KeGetCurrentThread(VOID)
{
    return ki_current_thread();
}

KPRIORITY KeQueryPriorityThread(PKTHREAD Thread)
{
    return Thread->Priority;
}

KPRIORITY KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority)
{
    KPRIORITY old = Thread->Priority;
    ki_set_priority(Thread, Priority);
    return old;
}

/* Relative to the process's priority, which is normal for all. */
LONG KeSetBasePriorityThread(PKTHREAD Thread, LONG Increment)
{
    enum { NORMAL = 8, HIGHEST_DYNAMIC = 15 };
    LONG old = Thread->BasePriority - NORMAL;
    KPRIORITY priority = min(max(NORMAL + Increment, 1), HIGHEST_DYNAMIC);
    Thread->BasePriority = priority;
    ki_set_priority(Thread, priority);
    return old;
}

/* Code takes no time. */
ULONG KeQueryRuntimeThread(PKTHREAD Thread, PULONG UserTime)
{
    *UserTime = 0;
    return 0;
}

ULONG64 KeQueryTotalCycleTimeThread(PKTHREAD Thread, PULONG64 CycleTimeStamp)
{
    *CycleTimeStamp = ki_interrupt_time;
    return 0;
}

BOOLEAN KeSetKernelStackSwapEnable(BOOLEAN Enable)
{
    PKTHREAD thread = ki_current_thread();
    BOOLEAN old = !thread->StackStays;
    thread->StackStays = !Enable;
    return old;
}

NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Interval)
{
    KEVENT never;
    KeInitializeEvent(&never, NotificationEvent, FALSE);
    if (Interval->QuadPart == 0) {
        ki_yield();
        return STATUS_SUCCESS;
    }
    NTSTATUS status = KeWaitForSingleObject(&never, DelayExecution, WaitMode, Alertable, Interval);
    return status == STATUS_TIMEOUT ? STATUS_SUCCESS : status;
}

VOID KeEnterCriticalRegion(VOID)
{
    ki_current_thread()->KernelApcDisable++;
}

VOID KeLeaveCriticalRegion(VOID)
{
    PKTHREAD thread = ki_current_thread();
    if (thread->KernelApcDisable == 0)
        ki_bug_check(APC_INDEX_MISMATCH, (ULONG64)_ReturnAddress(), 0, 0, 0, NULL,
                     "KeLeaveCriticalRegion without KeEnterCriticalRegion");
    if (--thread->KernelApcDisable == 0)
        ki_check_apcs();
}

VOID KeEnterGuardedRegion(VOID)
{
    ki_current_thread()->SpecialApcDisable++;
}

VOID KeLeaveGuardedRegion(VOID)
{
    PKTHREAD thread = ki_current_thread();
    if (thread->SpecialApcDisable == 0)
        ki_bug_check(APC_INDEX_MISMATCH, (ULONG64)_ReturnAddress(), 0, 0, 0, NULL,
                     "KeLeaveGuardedRegion without KeEnterGuardedRegion");
    if (--thread->SpecialApcDisable == 0)
        ki_check_apcs();
}

BOOLEAN KeAreApcsDisabled(VOID)
{
    PKTHREAD thread = ki_current_thread();
    return thread->KernelApcDisable || thread->SpecialApcDisable;
}

BOOLEAN KeAreAllApcsDisabled(VOID)
{
    return ki_current_thread()->SpecialApcDisable || ki_current_processor()->Irql >= APC_LEVEL;
}
