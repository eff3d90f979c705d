/* Attaching to a process: the thread counts as the other's, whose memory is there anyway. */
#include "ntsim/ke/ki.h"

VOID KeStackAttachProcess(PKPROCESS PROCESS, PRKAPC_STATE ApcState)
{
    PKTHREAD thread = ki_current_thread();
    ApcState->Process = thread->Process;
    thread->Process = PROCESS;
}

VOID KeUnstackDetachProcess(PRKAPC_STATE ApcState)
{
    ki_current_thread()->Process = ApcState->Process;
}

VOID KeAttachProcess(PKPROCESS Process)
{
    PKTHREAD thread = ki_current_thread();
    if (thread->Process == Process)
        return;
    if (thread->Process != thread->OwnProcess)
        ki_bug_check(INVALID_PROCESS_ATTACH_ATTEMPT, (ULONG64)Process, (ULONG64)thread->Process, 0, 0, NULL,
                     "KeAttachProcess by a thread that is attached already");
    thread->Process = Process;
}

VOID KeDetachProcess(VOID)
{
    PKTHREAD thread = ki_current_thread();
    thread->Process = thread->OwnProcess;
}
