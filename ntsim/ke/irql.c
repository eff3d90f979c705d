/* IRQL, and spin locks. With one host thread a spin lock that is taken stays taken: waiting for it is a deadlock. */
#include "ntsim/ke/ki.h"

KIRQL KeGetCurrentIrql(VOID)
{
    return ki_current_processor()->Irql;
}

KIRQL KfRaiseIrql(KIRQL NewIrql)
{
    struct ki_processor *processor = ki_current_processor();
    KIRQL old = processor->Irql;
    if (NewIrql < old)
        ki_bug_check(IRQL_NOT_GREATER_OR_EQUAL, old, NewIrql, 0, 0, NULL, "KeRaiseIrql to a lower IRQL");
    ki_trace(MACHINE_TRACE_IRQL, NewIrql, 0, 0, processor->Number);
    processor->Irql = NewIrql;
    return old;
}

KIRQL KeRaiseIrqlToDpcLevel(VOID)
{
    return KfRaiseIrql(DISPATCH_LEVEL);
}

static void lower(struct ki_processor *processor, KIRQL irql)
{
    KIRQL old = processor->Irql;
    processor->Irql = irql;
    ki_trace(MACHINE_TRACE_IRQL, irql, 0, 0, processor->Number);
    if (ki_pending_irql > irql) {
        processor->Irql = max(irql, DISPATCH_LEVEL); /* DPCs come after all interrupts */
        ki_deliver_interrupts();
        processor->Irql = irql;
        old = max(old, DISPATCH_LEVEL);
    }
    if (old < DISPATCH_LEVEL || irql >= DISPATCH_LEVEL) {
        if (old >= APC_LEVEL && irql < APC_LEVEL)
            ki_check_apcs();
        return;
    }
    if (ki_pending_dpcs)
        ki_run_dpcs();
    else
        ki_preempt();
    if (irql < APC_LEVEL)
        ki_check_apcs();
}

VOID KeLowerIrql(KIRQL NewIrql)
{
    struct ki_processor *processor = ki_current_processor();
    if (NewIrql > processor->Irql)
        ki_bug_check(IRQL_NOT_LESS_OR_EQUAL, 0, processor->Irql, NewIrql, (ULONG64)_ReturnAddress(), NULL,
                     "KeLowerIrql to a higher IRQL");
    lower(processor, NewIrql);
}

/* A lock that is taken holds the processor's number plus 1. */
static void acquire(PKSPIN_LOCK lock)
{
    struct ki_processor *processor = ki_current_processor();
    if (*lock != 0)
        ki_bug_check(SPIN_LOCK_ALREADY_OWNED, (ULONG64)lock, processor->Number, 0, 0, NULL,
                     "a spin lock is acquired by the processor that holds it");
    *lock = processor->Number + 1;
}

static void release(PKSPIN_LOCK lock)
{
    if (*lock == 0)
        ki_bug_check(SPIN_LOCK_NOT_OWNED, (ULONG64)lock, 0, 0, 0, NULL, "a spin lock is released that nobody holds");
    *lock = 0;
}

/* What Driver Verifier finds of IRQLs: 0x32 releasing at another than DISPATCH_LEVEL, 0x40 acquiring below it. */
static void check_level(BOOLEAN right, ULONG64 kind, PKSPIN_LOCK lock, const char *message)
{
    if (!right)
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, kind, ki_current_processor()->Irql, (ULONG64)lock, 0, NULL,
                     message);
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    acquire(SpinLock);
    return old;
}

VOID KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
    check_level(ki_current_processor()->Irql == DISPATCH_LEVEL, 0x32, SpinLock,
                "KeReleaseSpinLock at another IRQL than DISPATCH_LEVEL");
    release(SpinLock);
    KeLowerIrql(NewIrql);
}

VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    check_level(ki_current_processor()->Irql >= DISPATCH_LEVEL, 0x40, SpinLock,
                "KeAcquireSpinLockAtDpcLevel below DISPATCH_LEVEL");
    acquire(SpinLock);
}

VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
    release(SpinLock);
}

BOOLEAN KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    if (*SpinLock != 0)
        return FALSE;
    acquire(SpinLock);
    return TRUE;
}

BOOLEAN KeTestSpinLock(PKSPIN_LOCK SpinLock)
{
    return *SpinLock == 0;
}

/* Threaded DPCs run as ordinary ones here, so these are the plain forms. */
KIRQL KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock)
{
    return KeAcquireSpinLockRaiseToDpc(SpinLock);
}

VOID KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql)
{
    KeReleaseSpinLock(SpinLock, OldIrql);
}

VOID KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    LockHandle->LockQueue.Next = NULL;
    LockHandle->LockQueue.Lock = SpinLock;
    acquire(SpinLock);
}

VOID KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle)
{
    release(LockHandle->LockQueue.Lock);
}

VOID KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    LockHandle->OldIrql = KfRaiseIrql(DISPATCH_LEVEL);
    KeAcquireInStackQueuedSpinLockAtDpcLevel(SpinLock, LockHandle);
}

VOID KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle)
{
    release(LockHandle->LockQueue.Lock);
    KeLowerIrql(LockHandle->OldIrql);
}

VOID KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeAcquireInStackQueuedSpinLock(SpinLock, LockHandle);
}

VOID KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeReleaseInStackQueuedSpinLock(LockHandle);
}
