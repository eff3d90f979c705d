/* Fast mutexes, and guarded ones, which are the same but for what they keep out. */
#include "ntsim/ex/exp.h"

enum { ACQUIRE_IRQL = 0x33, RELEASE_IRQL, UNSAFE_ACQUIRE = 0x39, UNSAFE_RELEASE };

static void acquire(PFAST_MUTEX mutex, KWAIT_REASON reason)
{
    PKTHREAD thread = ki_current_thread();
    if (mutex->Owner == thread)
        ki_bug_check(MUTEX_ALREADY_OWNED, (ULONG64)mutex, (ULONG64)thread, 0, 0, NULL,
                     "a thread acquires a mutex that it holds");
    if (!(mutex->Count & FM_LOCK_BIT)) {
        mutex->Contention++;
        mutex->Count += FM_LOCK_WAITER_INC;
        do
            KeWaitForSingleObject(&mutex->Event, reason, KernelMode, FALSE, NULL);
        while (!(mutex->Count & FM_LOCK_BIT));
        mutex->Count -= FM_LOCK_WAITER_INC;
    }
    mutex->Count &= ~FM_LOCK_BIT;
    mutex->Owner = thread;
}

static BOOLEAN try_to_acquire(PFAST_MUTEX mutex)
{
    if (!(mutex->Count & FM_LOCK_BIT))
        return FALSE;
    mutex->Count &= ~FM_LOCK_BIT;
    mutex->Owner = ki_current_thread();
    return TRUE;
}

static void release(PFAST_MUTEX mutex)
{
    if (mutex->Owner != ki_current_thread())
        ki_bug_check(THREAD_NOT_MUTEX_OWNER, (ULONG64)ki_current_thread(), (ULONG64)mutex, 0, 0, NULL,
                     "a mutex is released by a thread that does not hold it");
    mutex->Owner = NULL;
    mutex->Count |= FM_LOCK_BIT;
    if (mutex->Count >= FM_LOCK_WAITER_INC)
        KeSetEvent(&mutex->Event, EVENT_INCREMENT, FALSE);
}

static void check_acquire_irql(PFAST_MUTEX mutex)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > APC_LEVEL)
        exp_violation(ACQUIRE_IRQL, irql, (ULONG64)mutex, 0, "a mutex is acquired above APC_LEVEL");
}

VOID ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    check_acquire_irql(FastMutex);
    KIRQL old = KfRaiseIrql(APC_LEVEL);
    acquire(FastMutex, WrFastMutex);
    FastMutex->OldIrql = old;
}

BOOLEAN ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    check_acquire_irql(FastMutex);
    KIRQL old = KfRaiseIrql(APC_LEVEL);
    if (!try_to_acquire(FastMutex)) {
        KeLowerIrql(old);
        return FALSE;
    }
    FastMutex->OldIrql = old;
    return TRUE;
}

VOID ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
    KIRQL irql = ki_current_processor()->Irql, old = (KIRQL)FastMutex->OldIrql;
    if (irql != APC_LEVEL)
        exp_violation(RELEASE_IRQL, irql, ki_current_thread()->KernelApcDisable, (ULONG64)FastMutex,
                      "a fast mutex is released at another IRQL than APC_LEVEL");
    release(FastMutex);
    KeLowerIrql(old);
}

static void check_unsafe(PFAST_MUTEX mutex, ULONG kind)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > APC_LEVEL || !exp_apcs_are_disabled())
        exp_violation(kind, irql, ki_current_thread()->KernelApcDisable, (ULONG64)mutex,
                      "an unsafe mutex function is called above APC_LEVEL, or with APCs enabled");
}

VOID ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    check_unsafe(FastMutex, UNSAFE_ACQUIRE);
    acquire(FastMutex, WrFastMutex);
}

VOID ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    check_unsafe(FastMutex, UNSAFE_RELEASE);
    release(FastMutex);
}

VOID KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    ExInitializeFastMutex(Mutex);
}

VOID KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    check_acquire_irql(Mutex);
    KeEnterGuardedRegion();
    acquire(Mutex, WrGuardedMutex);
}

BOOLEAN KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    check_acquire_irql(Mutex);
    KeEnterGuardedRegion();
    if (try_to_acquire(Mutex))
        return TRUE;
    KeLeaveGuardedRegion();
    return FALSE;
}

VOID KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    release(Mutex);
    KeLeaveGuardedRegion();
}

VOID KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
    check_unsafe(FastMutex, UNSAFE_ACQUIRE);
    acquire(FastMutex, WrGuardedMutex);
}

VOID KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
    check_unsafe(FastMutex, UNSAFE_RELEASE);
    release(FastMutex);
}
