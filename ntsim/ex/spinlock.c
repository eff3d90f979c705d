/*
 * Reader-writer spin locks. Those that other processors hold in a way that excludes the wanted one are waited for; who
 * holds one itself in such a way waits for ever. Readers do not wait for writers that wait.
 */
#include "ntsim/ex/exp.h"
#include "ntsim/ke/schedule.h"

enum { AT_DPC_LEVEL = 0x40, POLL = 10 };

static DECLSPEC_NORETURN void held(PEX_SPIN_LOCK lock)
{
    ki_bug_check(SPIN_LOCK_ALREADY_OWNED, (ULONG64)lock, (ULONG)*lock, 0, 0, NULL,
                 "a reader-writer spin lock is acquired while it is held in a way that excludes it");
}

/* --- which processor holds which lock shared: the value of the lock does not say --- */

BOOLEAN ki_holds_shared(const struct ki_processor *processor, const volatile VOID *lock)
{
    for (ULONG i = 0; i < KI_SHARED_LOCKS; i++)
        if (processor->SharedLocks[i] == lock)
            return TRUE;
    return FALSE;
}

/* More than there is room for are not kept: waiting for them is found out as a hang only. */
static void replace_shared(PEX_SPIN_LOCK old, PEX_SPIN_LOCK new)
{
    PEX_SPIN_LOCK *slots = ki_current_processor()->SharedLocks;
    for (ULONG i = 0; i < KI_SHARED_LOCKS; i++)
        if (slots[i] == old) {
            slots[i] = new;
            return;
        }
}

static LONG exclusive_here(void)
{
    return KI_EXCLUSIVE | (LONG)ki_current_processor()->Number;
}

static BOOLEAN lets_readers(const struct ki_spin *spin)
{
    return *(const volatile EX_SPIN_LOCK *)spin->Object >= 0;
}

static BOOLEAN is_free(const struct ki_spin *spin)
{
    return *(const volatile EX_SPIN_LOCK *)spin->Object == 0;
}

static void acquire_shared(PEX_SPIN_LOCK lock)
{
    struct ki_spin spin = {
        .Kind = KI_SPIN_SHARED, .Over = lets_readers, .Object = lock, .Text = "the reader-writer spin lock"};
    if (*lock == exclusive_here())
        held(lock);
    if (*lock < 0)
        ki_spin(&spin);
    (*lock)++;
    replace_shared(NULL, lock);
}

static void acquire_exclusive(PEX_SPIN_LOCK lock)
{
    struct ki_spin spin = {
        .Kind = KI_SPIN_EXCLUSIVE, .Over = is_free, .Object = lock, .Text = "the reader-writer spin lock"};
    if (*lock == exclusive_here() || (*lock > 0 && ki_holds_shared(ki_current_processor(), lock)))
        held(lock);
    if (*lock != 0)
        ki_spin(&spin);
    *lock = exclusive_here();
}

static void release(PEX_SPIN_LOCK lock, BOOLEAN exclusive)
{
    if (exclusive ? *lock != exclusive_here() : *lock <= 0)
        ki_bug_check(SPIN_LOCK_NOT_OWNED, (ULONG64)lock, (ULONG)*lock, 0, 0, NULL,
                     "a reader-writer spin lock is released which is not held that way");
    if (!exclusive)
        replace_shared(lock, NULL);
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
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    acquire_shared(SpinLock);
    return old;
}

VOID ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    acquire_shared(SpinLock);
}

VOID ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    release(SpinLock, FALSE);
    KeLowerIrql(OldIrql);
    KI_POINT(MACHINE_POINT_RELEASE, SpinLock);
}

VOID ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    release(SpinLock, FALSE);
    KI_POINT(MACHINE_POINT_RELEASE, SpinLock);
}

KIRQL ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
    acquire_exclusive(SpinLock);
    return old;
}

VOID ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    acquire_exclusive(SpinLock);
}

VOID ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    release(SpinLock, TRUE);
    KeLowerIrql(OldIrql);
    KI_POINT(MACHINE_POINT_RELEASE, SpinLock);
}

VOID ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    release(SpinLock, TRUE);
    KI_POINT(MACHINE_POINT_RELEASE, SpinLock);
}

LOGICAL ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    check_level(SpinLock);
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, SpinLock);
    if (*SpinLock != 1) {
        ki_take_time(POLL);
        if (ki_turn_is_over() && ki_is_of_driver(_ReturnAddress()))
            ki_pass_turn();
        return FALSE;
    }
    replace_shared((PEX_SPIN_LOCK)SpinLock, NULL);
    *SpinLock = exclusive_here();
    return TRUE;
}
