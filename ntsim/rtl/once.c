/*
 * One-time initialisation. Ptr is the caller's context once done, whose low bits are free; before that, the low bits
 * say what is under way.
 */
#include "ntsim/ke/ki.h"

enum { NOT_YET = 0, BUSY = 1, BUSY_ASYNC = 3, DONE = 2, STATE = 3 };

/* Those who wait for an initialisation that another thread is at. */
static KEVENT changed = {.Header = {.Type = NotificationEvent,
                                    .WaitListHead = {&changed.Header.WaitListHead, &changed.Header.WaitListHead}}};

static ULONG_PTR state(PRTL_RUN_ONCE once)
{
    return (ULONG_PTR)once->Ptr & STATE;
}

VOID RtlRunOnceInitialize(PRTL_RUN_ONCE RunOnce)
{
    RunOnce->Ptr = NULL;
}

NTSTATUS RtlRunOnceBeginInitialize(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID *Context)
{
    const BOOLEAN async = (Flags & RTL_RUN_ONCE_ASYNC) != 0;
    if (Flags & ~(RTL_RUN_ONCE_CHECK_ONLY | RTL_RUN_ONCE_ASYNC))
        return STATUS_INVALID_PARAMETER_2;
    while (state(RunOnce) != DONE) {
        if (Flags & RTL_RUN_ONCE_CHECK_ONLY)
            return STATUS_UNSUCCESSFUL;
        if (state(RunOnce) == NOT_YET) {
            RunOnce->Ptr = (PVOID)(ULONG_PTR)(async ? BUSY_ASYNC : BUSY);
            return STATUS_PENDING;
        }
        if (async)
            return state(RunOnce) == BUSY_ASYNC ? STATUS_PENDING : STATUS_INVALID_PARAMETER_2;
        if (state(RunOnce) == BUSY_ASYNC)
            return STATUS_INVALID_PARAMETER_2;
        KeClearEvent(&changed);
        KeWaitForSingleObject(&changed, Executive, KernelMode, FALSE, NULL);
    }
    if (Context)
        *Context = (PVOID)((ULONG_PTR)RunOnce->Ptr & ~(ULONG_PTR)STATE);
    return STATUS_SUCCESS;
}

NTSTATUS RtlRunOnceComplete(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID Context)
{
    const BOOLEAN async = (Flags & RTL_RUN_ONCE_ASYNC) != 0, failed = (Flags & RTL_RUN_ONCE_INIT_FAILED) != 0;
    if (Flags & ~(RTL_RUN_ONCE_ASYNC | RTL_RUN_ONCE_INIT_FAILED) || (async && failed))
        return STATUS_INVALID_PARAMETER_2;
    if ((ULONG_PTR)Context & STATE || (failed && Context))
        return STATUS_INVALID_PARAMETER_3;
    if (state(RunOnce) != (async ? BUSY_ASYNC : BUSY)) /* another thread was faster */
        return STATUS_UNSUCCESSFUL;
    RunOnce->Ptr = failed ? NULL : (PVOID)((ULONG_PTR)Context | DONE);
    KeSetEvent(&changed, IO_NO_INCREMENT, FALSE);
    return STATUS_SUCCESS;
}

NTSTATUS RtlRunOnceExecuteOnce(PRTL_RUN_ONCE RunOnce, PRTL_RUN_ONCE_INIT_FN InitFn, PVOID Parameter, PVOID *Context)
{
    PVOID made = NULL;
    KeEnterCriticalRegion();
    NTSTATUS status = RtlRunOnceBeginInitialize(RunOnce, 0, Context);
    if (status == STATUS_PENDING) {
        const BOOLEAN good = InitFn(RunOnce, Parameter, &made) != 0;
        status = RtlRunOnceComplete(RunOnce, good ? 0 : RTL_RUN_ONCE_INIT_FAILED, good ? made : NULL);
        if (NT_SUCCESS(status) && !good)
            status = STATUS_UNSUCCESSFUL;
        if (NT_SUCCESS(status) && Context)
            *Context = made;
    }
    KeLeaveCriticalRegion();
    return status;
}
