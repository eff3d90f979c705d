/* Rundown protection. While someone waits, the word is the address of what is waited for, with the lowest bit set. */
#include "ntsim/ex/exp.h"

struct wait {
    ULONG64 Count;
    KEVENT Done;
};

struct _EX_RUNDOWN_REF_CACHE_AWARE {
    EX_RUNDOWN_REF Reference;
    BOOLEAN InPool;
};

VOID ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 0;
}

VOID ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 0;
}

BOOLEAN ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
    if (RunRef->Count & EX_RUNDOWN_ACTIVE)
        return FALSE;
    RunRef->Count += (ULONG64)Count * EX_RUNDOWN_COUNT_INC;
    return TRUE;
}

BOOLEAN ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    return ExAcquireRundownProtectionEx(RunRef, 1);
}

VOID ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
    struct wait *wait = NULL;
    ULONG64 held = RunRef->Count / EX_RUNDOWN_COUNT_INC;
    if (RunRef->Count & EX_RUNDOWN_ACTIVE) {
        wait = (struct wait *)(RunRef->Count & ~(ULONG_PTR)EX_RUNDOWN_ACTIVE);
        held = wait ? wait->Count : 0;
    }
    if (Count > held)
        ki_bug_check(KERNEL_SECURITY_CHECK_FAILURE, FAST_FAIL_INVALID_REFERENCE_COUNT, (ULONG64)RunRef, Count, held,
                     NULL, "more rundown protection is released than was acquired");
    if (!wait) {
        RunRef->Count -= (ULONG64)Count * EX_RUNDOWN_COUNT_INC;
        return;
    }
    wait->Count -= Count;
    if (wait->Count == 0)
        KeSetEvent(&wait->Done, EVENT_INCREMENT, FALSE);
}

VOID ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    ExReleaseRundownProtectionEx(RunRef, 1);
}

VOID ExRundownCompleted(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = EX_RUNDOWN_ACTIVE;
}

VOID ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef)
{
    if (RunRef->Count & EX_RUNDOWN_ACTIVE)
        return; /* run down already */
    if (RunRef->Count) {
        struct wait wait = {.Count = RunRef->Count / EX_RUNDOWN_COUNT_INC};
        KeInitializeEvent(&wait.Done, SynchronizationEvent, FALSE);
        RunRef->Count = (ULONG_PTR)&wait | EX_RUNDOWN_ACTIVE;
        KeWaitForSingleObject(&wait.Done, WrRundown, KernelMode, FALSE, NULL);
    }
    RunRef->Count = EX_RUNDOWN_ACTIVE;
}

/* --- cache aware ones: with one host thread, the same --- */

PEX_RUNDOWN_REF_CACHE_AWARE ExAllocateCacheAwareRundownProtection(POOL_TYPE PoolType, ULONG PoolTag)
{
    PEX_RUNDOWN_REF_CACHE_AWARE reference = ExAllocatePoolWithTag(PoolType, sizeof(*reference), PoolTag);
    if (reference) {
        ExInitializeRundownProtection(&reference->Reference);
        reference->InPool = TRUE;
    }
    return reference;
}

SIZE_T ExSizeOfRundownProtectionCacheAware(VOID)
{
    return sizeof(struct _EX_RUNDOWN_REF_CACHE_AWARE);
}

VOID ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, SIZE_T RunRefSize)
{
    ExInitializeRundownProtection(&RunRefCacheAware->Reference);
    RunRefCacheAware->InPool = FALSE;
}

VOID ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    if (RunRefCacheAware->InPool)
        ExFreePoolWithTag(RunRefCacheAware, 0);
}

BOOLEAN ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    return ExAcquireRundownProtectionEx(&RunRefCacheAware->Reference, 1);
}

BOOLEAN ExAcquireRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, ULONG Count)
{
    return ExAcquireRundownProtectionEx(&RunRefCacheAware->Reference, Count);
}

VOID ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    ExReleaseRundownProtectionEx(&RunRefCacheAware->Reference, 1);
}

VOID ExReleaseRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRef, ULONG Count)
{
    ExReleaseRundownProtectionEx(&RunRef->Reference, Count);
}

VOID ExWaitForRundownProtectionReleaseCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRef)
{
    ExWaitForRundownProtectionRelease(&RunRef->Reference);
}

VOID ExReInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    ExReInitializeRundownProtection(&RunRefCacheAware->Reference);
}

VOID ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    ExRundownCompleted(&RunRefCacheAware->Reference);
}
