/* Threads, what is theirs alone, and more to wait with. */
#include "ntsim/user/win32/win32.h"

EXPORT int SwitchToThread(VOID)
{
    LARGE_INTEGER now = {0};
    return NT_SUCCESS(KeDelayExecutionThread(KernelMode, FALSE, &now));
}

struct start {
    ULONG (*Routine)(PVOID);
    PVOID Parameter;
};

static VOID NTAPI begin(PVOID context)
{
    const struct start start = *(struct start *)context;
    ExFreePoolWithTag(context, TAG);
    PsTerminateSystemThread((NTSTATUS)start.Routine(start.Parameter));
}

EXPORT HANDLE CreateThread(PVOID security, SIZE_T stack, ULONG (*routine)(PVOID), PVOID parameter, ULONG flags,
                           PULONG id)
{
    struct start *start = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*start), TAG);
    OBJECT_ATTRIBUTES attributes;
    CLIENT_ID client;
    HANDLE thread;
    if (flags != 0)
        SimStopMissing("CreateThread of a suspended thread is not implemented");
    if (!start) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY_);
        return NULL;
    }
    *start = (struct start){routine, parameter};
    InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    if (!win32_succeed(PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, &attributes, NULL, &client, begin, start))) {
        ExFreePoolWithTag(start, TAG);
        return NULL;
    }
    if (id)
        *id = HandleToULong(client.UniqueThread);
    return thread;
}

/* --- thread local storage --- */

enum { SLOTS = 64, TLS_OUT_OF_INDEXES_ = -1 };

/* The values of a thread that has set one; kept until the run ends. */
struct values {
    struct values *Next;
    PKTHREAD Thread;
    PVOID Value[SLOTS];
};

static struct values *all_values;
static BOOLEAN slot_used[SLOTS];

static struct values *own_values(BOOLEAN make)
{
    const PKTHREAD thread = KeGetCurrentThread();
    for (struct values *values = all_values; values; values = values->Next)
        if (values->Thread == thread)
            return values;
    struct values *values = make ? ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*values), TAG) : NULL;
    if (values) {
        values->Thread = thread;
        values->Next = all_values;
        all_values = values;
    }
    return values;
}

EXPORT ULONG TlsAlloc(VOID)
{
    for (ULONG i = 0; i < SLOTS; i++)
        if (!slot_used[i]) {
            slot_used[i] = TRUE;
            for (struct values *values = all_values; values; values = values->Next)
                values->Value[i] = NULL;
            return i;
        }
    SetLastError(ERROR_NO_MORE_ITEMS_);
    return (ULONG)TLS_OUT_OF_INDEXES_;
}

EXPORT int TlsFree(ULONG slot)
{
    if (slot >= SLOTS || !slot_used[slot]) {
        SetLastError(ERROR_INVALID_PARAMETER_);
        return FALSE;
    }
    slot_used[slot] = FALSE;
    return TRUE;
}

EXPORT PVOID TlsGetValue(ULONG slot)
{
    const struct values *values = own_values(FALSE);
    SetLastError(slot < SLOTS ? 0 : ERROR_INVALID_PARAMETER_);
    return values && slot < SLOTS ? values->Value[slot] : NULL;
}

EXPORT int TlsSetValue(ULONG slot, PVOID value)
{
    struct values *values = own_values(TRUE);
    if (slot >= SLOTS || !values) {
        SetLastError(values ? ERROR_INVALID_PARAMETER_ : ERROR_NOT_ENOUGH_MEMORY_);
        return FALSE;
    }
    values->Value[slot] = value;
    return TRUE;
}

/* --- waits --- */

EXPORT int ResetEvent(HANDLE event)
{
    PKEVENT object;
    if (!win32_succeed(ObReferenceObjectByHandle(event, EVENT_MODIFY_STATE, NULL, KernelMode, (PVOID *)&object, NULL)))
        return FALSE;
    KeClearEvent(object);
    ObDereferenceObject(object);
    return TRUE;
}

EXPORT ULONG WaitForSingleObjectEx(HANDLE object, ULONG milliseconds, int alertable)
{
    LARGE_INTEGER due;
    const NTSTATUS status = ZwWaitForSingleObject(object, alertable != 0, win32_due(milliseconds, &due));
    if (status == STATUS_TIMEOUT)
        return WAIT_TIMEOUT_;
    return win32_succeed(status) ? (ULONG)status : (ULONG)WAIT_FAILED_;
}

EXPORT ULONG WaitForMultipleObjects(ULONG count, const HANDLE *handles, int all, ULONG milliseconds)
{
    PVOID objects[MAXIMUM_WAIT_OBJECTS];
    KWAIT_BLOCK blocks[MAXIMUM_WAIT_OBJECTS];
    LARGE_INTEGER due;
    ULONG referenced = 0;
    NTSTATUS status = count == 0 || count > MAXIMUM_WAIT_OBJECTS ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
    for (; NT_SUCCESS(status) && referenced < count; referenced++) {
        status =
            ObReferenceObjectByHandle(handles[referenced], SYNCHRONIZE, NULL, KernelMode, &objects[referenced], NULL);
        if (!NT_SUCCESS(status))
            break;
    }
    if (NT_SUCCESS(status))
        status = KeWaitForMultipleObjects(count, objects, all ? WaitAll : WaitAny, UserRequest, KernelMode, FALSE,
                                          win32_due(milliseconds, &due), blocks);
    while (referenced-- > 0)
        ObDereferenceObject(objects[referenced]);
    if (status == STATUS_TIMEOUT)
        return WAIT_TIMEOUT_;
    return win32_succeed(status) ? (ULONG)status : (ULONG)WAIT_FAILED_;
}

/* --- condition variables: a count of wakes that those who wait use up, looked at each millisecond --- */

typedef VOID change(PVOID lock);

EXPORT VOID Sleep(ULONG milliseconds);
EXPORT change EnterCriticalSection, LeaveCriticalSection;
EXPORT change AcquireSRWLockExclusive, ReleaseSRWLockExclusive, AcquireSRWLockShared, ReleaseSRWLockShared;

struct condition {
    LONG Waiting, Woken;
};

EXPORT VOID InitializeConditionVariable(struct condition *condition)
{
    *condition = (struct condition){0, 0};
}

static int wait_for(struct condition *condition, PVOID lock, ULONG milliseconds, change *release, change *acquire)
{
    BOOLEAN woken = FALSE;
    condition->Waiting++;
    release(lock);
    for (ULONG waited = 0; !woken && (milliseconds == (ULONG)INFINITE_ || waited < milliseconds); waited++) {
        Sleep(1);
        woken = condition->Woken > 0;
    }
    if (woken)
        condition->Woken--;
    else
        SetLastError(ERROR_TIMEOUT_);
    condition->Waiting--;
    acquire(lock);
    return woken;
}

EXPORT int SleepConditionVariableCS(struct condition *condition, PVOID section, ULONG milliseconds)
{
    return wait_for(condition, section, milliseconds, LeaveCriticalSection, EnterCriticalSection);
}

EXPORT int SleepConditionVariableSRW(struct condition *condition, PVOID lock, ULONG milliseconds, ULONG flags)
{
    return flags ? wait_for(condition, lock, milliseconds, ReleaseSRWLockShared, AcquireSRWLockShared)
                 : wait_for(condition, lock, milliseconds, ReleaseSRWLockExclusive, AcquireSRWLockExclusive);
}

EXPORT VOID WakeConditionVariable(struct condition *condition)
{
    if (condition->Woken < condition->Waiting)
        condition->Woken++;
}

EXPORT VOID WakeAllConditionVariable(struct condition *condition)
{
    condition->Woken = condition->Waiting;
}

/* --- once --- */

EXPORT int InitOnceExecuteOnce(LONG_PTR *once, int (*routine)(PVOID, PVOID, PVOID *), PVOID parameter, PVOID *context)
{
    enum { RUNS = 1, DONE = 2 };
    while (*once & RUNS)
        Sleep(1);
    if (!(*once & DONE)) {
        PVOID value = NULL;
        *once = RUNS;
        const int good = routine(once, parameter, &value);
        *once = good ? (LONG_PTR)value | DONE : 0;
        if (!good)
            return FALSE;
    }
    if (context)
        *context = (PVOID)(*once & ~(LONG_PTR)3);
    return TRUE;
}
