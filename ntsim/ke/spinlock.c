/*
 * Spin locks. One that another processor holds is waited for (spin.c); one that this processor holds is a deadlock. An
 * in-stack queued lock goes to who has asked first.
 */
#include "ntsim/ke/schedule.h"

/* Who contends for a lock takes time, so that who tries again and again lets the others run. */
enum { CONTENTION = 10 };

/* What Driver Verifier finds of IRQLs: 0x32 releasing at another than DISPATCH_LEVEL, 0x40 acquiring below it. */
static void check_level(BOOLEAN right, ULONG64 kind, PKSPIN_LOCK lock, const char *message)
{
    if (!right)
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, kind, ki_current_processor()->Irql, (ULONG64)lock, 0, NULL,
                     message);
}

static inline KIRQL acquire(PKSPIN_LOCK lock, BOOLEAN queued)
{
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    ki_acquire(lock, queued);
    return old;
}

/* Others wait, and who has released the lock may be about to take it again. */
static inline void let_others(PVOID caller)
{
    if (ki_spinning == 0)
        return;
    ki_take_time(CONTENTION);
    if (ki_turn_is_over() && ki_is_of_driver(caller))
        ki_pass_turn();
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    return acquire(SpinLock, FALSE);
}

VOID KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
    check_level(ki_current_processor()->Irql == DISPATCH_LEVEL, 0x32, SpinLock,
                "KeReleaseSpinLock at another IRQL than DISPATCH_LEVEL");
    ki_release(SpinLock);
    KeLowerIrql(NewIrql);
    let_others(_ReturnAddress());
    KI_POINT(MACHINE_POINT_RELEASE, SpinLock);
}

VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    check_level(ki_current_processor()->Irql >= DISPATCH_LEVEL, 0x40, SpinLock,
                "KeAcquireSpinLockAtDpcLevel below DISPATCH_LEVEL");
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    ki_acquire(SpinLock, FALSE);
}

VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
    ki_release(SpinLock);
    let_others(_ReturnAddress());
    KI_POINT(MACHINE_POINT_RELEASE, SpinLock);
}

/* A lock that is looked at, and held: who waits so must see it released. */
static void poll(PVOID caller)
{
    ki_take_time(CONTENTION);
    if (ki_turn_is_over() && ki_is_of_driver(caller))
        ki_pass_turn();
}

BOOLEAN KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    if (*SpinLock != 0) {
        poll(_ReturnAddress());
        return FALSE;
    }
    ki_acquire(SpinLock, FALSE);
    return TRUE;
}

BOOLEAN KeTestSpinLock(PKSPIN_LOCK SpinLock)
{
    if (*SpinLock != 0)
        poll(_ReturnAddress());
    return *SpinLock == 0;
}

/* Threaded DPCs run as ordinary ones here, so these are the plain forms. */
KIRQL KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    return acquire(SpinLock, FALSE);
}

VOID KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql)
{
    KeReleaseSpinLock(SpinLock, OldIrql);
    KI_POINT(MACHINE_POINT_RELEASE, SpinLock);
}

static inline void prepare(PKSPIN_LOCK lock, PKLOCK_QUEUE_HANDLE handle)
{
    handle->LockQueue.Next = NULL;
    handle->LockQueue.Lock = lock;
}

VOID KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    prepare(SpinLock, LockHandle);
    ki_acquire(SpinLock, TRUE);
}

VOID KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle)
{
    PKSPIN_LOCK lock = LockHandle->LockQueue.Lock;
    ki_release(lock);
    KI_POINT(MACHINE_POINT_RELEASE, lock);
}

VOID KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    prepare(SpinLock, LockHandle);
    LockHandle->OldIrql = acquire(SpinLock, TRUE);
}

VOID KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle)
{
    PKSPIN_LOCK lock = LockHandle->LockQueue.Lock;
    ki_release(lock);
    KeLowerIrql(LockHandle->OldIrql);
    KI_POINT(MACHINE_POINT_RELEASE, lock);
}

VOID KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    prepare(SpinLock, LockHandle);
    LockHandle->OldIrql = acquire(SpinLock, TRUE);
}

VOID KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle)
{
    PKSPIN_LOCK lock = LockHandle->LockQueue.Lock;
    ki_release(lock);
    KeLowerIrql(LockHandle->OldIrql);
    KI_POINT(MACHINE_POINT_RELEASE, lock);
}
