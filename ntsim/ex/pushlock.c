/* Push locks: one word, whose state is ours alone. Waiters are served in the order of their coming. */
#include "ntsim/ex/exp.h"

enum { EXCLUSIVE = 1, CONTENDED = 2, SHARED_ONE = 16 };

static BOOLEAN is_free_for(EX_PUSH_LOCK state, BOOLEAN shared)
{
    return shared ? !(state & EXCLUSIVE) : !(state & EXCLUSIVE) && state < SHARED_ONE;
}

static void take(PEX_PUSH_LOCK lock, BOOLEAN shared)
{
    *lock += shared ? SHARED_ONE : EXCLUSIVE;
}

static void acquire(PEX_PUSH_LOCK lock, BOOLEAN shared)
{
    if (!(*lock & CONTENDED) && is_free_for(*lock, shared)) {
        take(lock, shared);
        return;
    }
    *lock |= CONTENDED;
    exp_wait(lock, shared, WrPushLock);
}

static void release(PEX_PUSH_LOCK lock, BOOLEAN shared)
{
    if (shared ? *lock < SHARED_ONE : !(*lock & EXCLUSIVE))
        ki_bug_check(KERNEL_SECURITY_CHECK_FAILURE, FAST_FAIL_INVALID_LOCK_STATE, (ULONG64)lock, *lock, 0, NULL,
                     "a push lock is released which is not held that way");
    *lock -= shared ? SHARED_ONE : EXCLUSIVE;
    if (!(*lock & CONTENDED))
        return;
    /* Nobody of those woken runs before all have got what is theirs. */
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    for (struct exp_waiter *waiter; (waiter = exp_next_waiter(lock, NULL)) != NULL;) {
        if (!is_free_for(*lock, waiter->Shared))
            break;
        take(lock, waiter->Shared);
        exp_grant(waiter);
    }
    if (!exp_next_waiter(lock, NULL))
        *lock &= ~(EX_PUSH_LOCK)CONTENDED;
    KeLowerIrql(old);
}

VOID ExInitializePushLock(PEX_PUSH_LOCK PushLock)
{
    *PushLock = 0;
}

VOID ExAcquirePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG Flags)
{
    acquire(PushLock, FALSE);
}

VOID ExAcquirePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG Flags)
{
    acquire(PushLock, TRUE);
}

VOID ExReleasePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG Flags)
{
    release(PushLock, FALSE);
}

VOID ExReleasePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG Flags)
{
    release(PushLock, TRUE);
}
