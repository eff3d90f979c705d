/* Reader-writer spin locks. Code that spins here would spin for ever: who holds the lock cannot run meanwhile. */
#include "ntsim/ex/exp.h"

#define EXCLUSIVE ((LONG)0x80000000)

enum { AT_DPC_LEVEL = 0x40 };

static DECLSPEC_NORETURN void held(PEX_SPIN_LOCK lock)
{
    ki_bug_check(SPIN_LOCK_ALREADY_OWNED, (ULONG64)lock, (ULONG)*lock, 0, 0, NULL,
                 "a reader-writer spin lock is acquired while it is held in a way that excludes it");
}

static void acquire_shared(PEX_SPIN_LOCK lock)
{
    if (*lock < 0)
        held(lock);
    (*lock)++;
}

static void acquire_exclusive(PEX_SPIN_LOCK lock)
{
    if (*lock != 0)
        held(lock);
    *lock = EXCLUSIVE;
}

static void release(PEX_SPIN_LOCK lock, BOOLEAN exclusive)
{
    if (exclusive ? *lock != EXCLUSIVE : *lock <= 0)
        ki_bug_check(SPIN_LOCK_NOT_OWNED, (ULONG64)lock, (ULONG)*lock, 0, 0, NULL,
                     "a reader-writer spin lock is released which is not held that way");
    *lock = exclusive ? 0 : *lock - 1;
}

static void check_level(PEX_SPIN_LOCK lock)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql < DISPATCH_LEVEL)
        exp_violation(AT_DPC_LEVEL, irql, (ULONG64)lock, 0, "a function for DISPATCH_LEVEL is called below it");
}

KIRQL ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock)
{
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    acquire_shared(SpinLock);
    return old;
}

VOID ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    acquire_shared(SpinLock);
}

VOID ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    release(SpinLock, FALSE);
    KeLowerIrql(OldIrql);
}

VOID ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    release(SpinLock, FALSE);
}

KIRQL ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    acquire_exclusive(SpinLock);
    return old;
}

VOID ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    acquire_exclusive(SpinLock);
}

VOID ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    release(SpinLock, TRUE);
    KeLowerIrql(OldIrql);
}

VOID ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    release(SpinLock, TRUE);
}

LOGICAL ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    if (*SpinLock != 1)
        return FALSE;
    *SpinLock = EXCLUSIVE;
    return TRUE;
}
