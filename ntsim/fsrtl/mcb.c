/*
 * Map control blocks: which sectors of a file (Vbn) lie at which of the volume (Lbn). The mapping is a row of runs
 * without gaps from Vbn 0 on, a hole being a run at Lbn -1; neighbours that continue each other are one run, and the
 * last one is no hole. Each change makes the row anew.
 */
#include <ntifs.h>

enum { TAG = 'cMsF' };
#define HOLE (-1LL)

struct run {
    LONGLONG End; /* the Vbn after its last */
    LONGLONG Lbn;
};

static struct run *runs_of(const BASE_MCB *mcb)
{
    return mcb->Mapping;
}

static LONGLONG start_of(const BASE_MCB *mcb, ULONG index)
{
    return index ? runs_of(mcb)[index - 1].End : 0;
}

/* --- making a row --- */

struct row {
    struct run *Runs;
    ULONG Count;
};

static LONGLONG end_of(const struct row *row)
{
    return row->Count ? row->Runs[row->Count - 1].End : 0;
}

static void append(struct row *row, LONGLONG start, LONGLONG end, LONGLONG lbn)
{
    if (start >= end)
        return;
    if (start > end_of(row))
        append(row, end_of(row), start, HOLE);
    if (row->Count) {
        struct run *last = &row->Runs[row->Count - 1];
        LONGLONG last_start = row->Count > 1 ? row->Runs[row->Count - 2].End : 0;
        if (lbn == HOLE ? last->Lbn == HOLE : last->Lbn != HOLE && last->Lbn + (last->End - last_start) == lbn) {
            last->End = end;
            return;
        }
    }
    row->Runs[row->Count++] = (struct run){end, lbn};
}

/* What the mapping has in [from, to), moved on by `shift`. Holes come of themselves. */
static void append_old(struct row *row, const BASE_MCB *mcb, LONGLONG from, LONGLONG to, LONGLONG shift)
{
    for (ULONG i = 0; i < mcb->PairCount; i++) {
        LONGLONG start = start_of(mcb, i), end = min(runs_of(mcb)[i].End, to), lbn = runs_of(mcb)[i].Lbn;
        LONGLONG begin = max(start, from);
        if (lbn != HOLE)
            append(row, begin + shift, end + shift, lbn + (begin - start));
    }
}

/* Room for the present runs, and those that one change may add. */
static BOOLEAN begin(struct row *row, const BASE_MCB *mcb)
{
    row->Count = 0;
    row->Runs = ExAllocatePoolWithTag(mcb->PoolType, (mcb->PairCount + 4) * sizeof(struct run), TAG);
    return row->Runs != NULL;
}

static void replace(PBASE_MCB mcb, const struct row *row)
{
    if (mcb->Mapping)
        ExFreePoolWithTag(mcb->Mapping, TAG);
    mcb->Mapping = row->Runs;
    mcb->MaximumPairCount = mcb->PairCount + 4;
    mcb->PairCount = row->Count;
}

/* --- those that the caller locks --- */

BOOLEAN FsRtlInitializeBaseMcbEx(PBASE_MCB Mcb, POOL_TYPE PoolType, USHORT Flags)
{
    *Mcb = (BASE_MCB){.PoolType = (USHORT)PoolType, .Flags = Flags};
    return TRUE;
}

VOID FsRtlInitializeBaseMcb(PBASE_MCB Mcb, POOL_TYPE PoolType)
{
    FsRtlInitializeBaseMcbEx(Mcb, PoolType, MCB_FLAG_RAISE_ON_ALLOCATION_FAILURE);
}

VOID FsRtlResetBaseMcb(PBASE_MCB Mcb)
{
    if (Mcb->Mapping)
        ExFreePoolWithTag(Mcb->Mapping, TAG);
    Mcb->Mapping = NULL;
    Mcb->PairCount = Mcb->MaximumPairCount = 0;
}

VOID FsRtlUninitializeBaseMcb(PBASE_MCB Mcb)
{
    FsRtlResetBaseMcb(Mcb);
}

static BOOLEAN no_memory(const BASE_MCB *mcb)
{
    if (mcb->Flags & MCB_FLAG_RAISE_ON_ALLOCATION_FAILURE)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    return FALSE;
}

static BOOLEAN contradicts(const BASE_MCB *mcb, LONGLONG vbn, LONGLONG lbn, LONGLONG count)
{
    for (ULONG i = 0; i < mcb->PairCount; i++) {
        LONGLONG start = start_of(mcb, i), from = max(start, vbn), to = min(runs_of(mcb)[i].End, vbn + count);
        LONGLONG there = runs_of(mcb)[i].Lbn;
        if (from < to && there != HOLE && there + (from - start) != lbn + (from - vbn))
            return TRUE;
    }
    return FALSE;
}

NTSTATUS FsRtlAddBaseMcbEntryEx(PBASE_MCB Mcb, LONGLONG Vbn, LONGLONG Lbn, LONGLONG SectorCount)
{
    struct row row;
    if (Vbn < 0 || SectorCount <= 0 || contradicts(Mcb, Vbn, Lbn, SectorCount))
        return STATUS_INVALID_PARAMETER;
    if (!begin(&row, Mcb)) {
        no_memory(Mcb);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    append_old(&row, Mcb, 0, Vbn, 0);
    append(&row, Vbn, Vbn + SectorCount, Lbn);
    append_old(&row, Mcb, Vbn + SectorCount, MAXLONGLONG, 0);
    replace(Mcb, &row);
    return STATUS_SUCCESS;
}

BOOLEAN FsRtlAddBaseMcbEntry(PBASE_MCB Mcb, LONGLONG Vbn, LONGLONG Lbn, LONGLONG SectorCount)
{
    return NT_SUCCESS(FsRtlAddBaseMcbEntryEx(Mcb, Vbn, Lbn, SectorCount));
}

BOOLEAN FsRtlRemoveBaseMcbEntry(PBASE_MCB Mcb, LONGLONG Vbn, LONGLONG SectorCount)
{
    struct row row;
    if (!begin(&row, Mcb))
        return no_memory(Mcb);
    append_old(&row, Mcb, 0, Vbn, 0);
    append_old(&row, Mcb, Vbn + SectorCount, MAXLONGLONG, 0);
    replace(Mcb, &row);
    return TRUE;
}

VOID FsRtlTruncateBaseMcb(PBASE_MCB Mcb, LONGLONG Vbn)
{
    struct row row;
    if (Vbn == 0) {
        FsRtlResetBaseMcb(Mcb);
        return;
    }
    if (!begin(&row, Mcb)) {
        no_memory(Mcb);
        return;
    }
    append_old(&row, Mcb, 0, Vbn, 0);
    replace(Mcb, &row);
}

BOOLEAN FsRtlSplitBaseMcb(PBASE_MCB Mcb, LONGLONG Vbn, LONGLONG Amount)
{
    struct row row;
    if (!begin(&row, Mcb))
        return no_memory(Mcb);
    append_old(&row, Mcb, 0, Vbn, 0);
    append_old(&row, Mcb, Vbn, MAXLONGLONG, Amount);
    replace(Mcb, &row);
    return TRUE;
}

BOOLEAN FsRtlLookupBaseMcbEntry(PBASE_MCB Mcb, LONGLONG Vbn, PLONGLONG Lbn, PLONGLONG SectorCountFromLbn,
                                PLONGLONG StartingLbn, PLONGLONG SectorCountFromStartingLbn, PULONG Index)
{
    for (ULONG i = 0; i < Mcb->PairCount; i++) {
        const struct run *run = &runs_of(Mcb)[i];
        LONGLONG start = start_of(Mcb, i);
        if (Vbn < start || Vbn >= run->End)
            continue;
        if (Lbn)
            *Lbn = run->Lbn == HOLE ? HOLE : run->Lbn + (Vbn - start);
        if (SectorCountFromLbn)
            *SectorCountFromLbn = run->End - Vbn;
        if (StartingLbn)
            *StartingLbn = run->Lbn;
        if (SectorCountFromStartingLbn)
            *SectorCountFromStartingLbn = run->End - start;
        if (Index)
            *Index = i;
        return TRUE;
    }
    return FALSE;
}

BOOLEAN FsRtlLookupLastBaseMcbEntryAndIndex(PBASE_MCB OpaqueMcb, PLONGLONG LargeVbn, PLONGLONG LargeLbn, PULONG Index)
{
    if (OpaqueMcb->PairCount == 0)
        return FALSE;
    *Index = OpaqueMcb->PairCount - 1;
    const struct run *last = &runs_of(OpaqueMcb)[*Index];
    *LargeVbn = last->End - 1;
    *LargeLbn = last->Lbn + (*LargeVbn - start_of(OpaqueMcb, *Index));
    return TRUE;
}

BOOLEAN FsRtlLookupLastBaseMcbEntry(PBASE_MCB Mcb, PLONGLONG Vbn, PLONGLONG Lbn)
{
    ULONG index;
    return FsRtlLookupLastBaseMcbEntryAndIndex(Mcb, Vbn, Lbn, &index);
}

ULONG FsRtlNumberOfRunsInBaseMcb(PBASE_MCB Mcb)
{
    return Mcb->PairCount;
}

BOOLEAN FsRtlGetNextBaseMcbEntry(PBASE_MCB Mcb, ULONG RunIndex, PLONGLONG Vbn, PLONGLONG Lbn, PLONGLONG SectorCount)
{
    if (RunIndex >= Mcb->PairCount)
        return FALSE;
    *Vbn = start_of(Mcb, RunIndex);
    *Lbn = runs_of(Mcb)[RunIndex].Lbn;
    *SectorCount = runs_of(Mcb)[RunIndex].End - *Vbn;
    return TRUE;
}

/* --- those with a lock of their own --- */

VOID FsRtlInitializeLargeMcb(PLARGE_MCB Mcb, POOL_TYPE PoolType)
{
    FsRtlInitializeBaseMcb(&Mcb->BaseMcb, PoolType);
    Mcb->GuardedMutex = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(KGUARDED_MUTEX), TAG);
    if (!Mcb->GuardedMutex)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    KeInitializeGuardedMutex(Mcb->GuardedMutex);
}

VOID FsRtlUninitializeLargeMcb(PLARGE_MCB Mcb)
{
    FsRtlUninitializeBaseMcb(&Mcb->BaseMcb);
    if (Mcb->GuardedMutex)
        ExFreePoolWithTag(Mcb->GuardedMutex, TAG);
    Mcb->GuardedMutex = NULL;
}

/* `statement` with the lock held, which an exception gives back. */
#define LOCKED(mcb, statement)                                                                                         \
    do {                                                                                                               \
        KeAcquireGuardedMutex((mcb)->GuardedMutex);                                                                    \
        __try {                                                                                                        \
            statement;                                                                                                 \
        } __finally {                                                                                                  \
            KeReleaseGuardedMutex((mcb)->GuardedMutex);                                                                \
        }                                                                                                              \
    } while (0)

VOID FsRtlResetLargeMcb(PLARGE_MCB Mcb, BOOLEAN SelfSynchronized)
{
    if (SelfSynchronized)
        FsRtlResetBaseMcb(&Mcb->BaseMcb);
    else
        LOCKED(Mcb, FsRtlResetBaseMcb(&Mcb->BaseMcb));
}

VOID FsRtlTruncateLargeMcb(PLARGE_MCB Mcb, LONGLONG Vbn)
{
    LOCKED(Mcb, FsRtlTruncateBaseMcb(&Mcb->BaseMcb, Vbn));
}

BOOLEAN FsRtlAddLargeMcbEntry(PLARGE_MCB Mcb, LONGLONG Vbn, LONGLONG Lbn, LONGLONG SectorCount)
{
    BOOLEAN result;
    LOCKED(Mcb, result = FsRtlAddBaseMcbEntry(&Mcb->BaseMcb, Vbn, Lbn, SectorCount));
    return result;
}

VOID FsRtlRemoveLargeMcbEntry(PLARGE_MCB Mcb, LONGLONG Vbn, LONGLONG SectorCount)
{
    LOCKED(Mcb, FsRtlRemoveBaseMcbEntry(&Mcb->BaseMcb, Vbn, SectorCount));
}

BOOLEAN FsRtlSplitLargeMcb(PLARGE_MCB Mcb, LONGLONG Vbn, LONGLONG Amount)
{
    BOOLEAN result;
    LOCKED(Mcb, result = FsRtlSplitBaseMcb(&Mcb->BaseMcb, Vbn, Amount));
    return result;
}

BOOLEAN FsRtlLookupLargeMcbEntry(PLARGE_MCB Mcb, LONGLONG Vbn, PLONGLONG Lbn, PLONGLONG SectorCountFromLbn,
                                 PLONGLONG StartingLbn, PLONGLONG SectorCountFromStartingLbn, PULONG Index)
{
    BOOLEAN result;
    LOCKED(Mcb, result = FsRtlLookupBaseMcbEntry(&Mcb->BaseMcb, Vbn, Lbn, SectorCountFromLbn, StartingLbn,
                                                 SectorCountFromStartingLbn, Index));
    return result;
}

BOOLEAN FsRtlLookupLastLargeMcbEntryAndIndex(PLARGE_MCB OpaqueMcb, PLONGLONG LargeVbn, PLONGLONG LargeLbn, PULONG Index)
{
    BOOLEAN result;
    LOCKED(OpaqueMcb, result = FsRtlLookupLastBaseMcbEntryAndIndex(&OpaqueMcb->BaseMcb, LargeVbn, LargeLbn, Index));
    return result;
}

BOOLEAN FsRtlLookupLastLargeMcbEntry(PLARGE_MCB Mcb, PLONGLONG Vbn, PLONGLONG Lbn)
{
    ULONG index;
    return FsRtlLookupLastLargeMcbEntryAndIndex(Mcb, Vbn, Lbn, &index);
}

ULONG FsRtlNumberOfRunsInLargeMcb(PLARGE_MCB Mcb)
{
    return Mcb->BaseMcb.PairCount;
}

BOOLEAN FsRtlGetNextLargeMcbEntry(PLARGE_MCB Mcb, ULONG RunIndex, PLONGLONG Vbn, PLONGLONG Lbn, PLONGLONG SectorCount)
{
    BOOLEAN result;
    LOCKED(Mcb, result = FsRtlGetNextBaseMcbEntry(&Mcb->BaseMcb, RunIndex, Vbn, Lbn, SectorCount));
    return result;
}

/* --- those of 32 bits --- */

VOID FsRtlInitializeMcb(PMCB Mcb, POOL_TYPE PoolType)
{
    FsRtlInitializeLargeMcb((PLARGE_MCB)Mcb, PoolType);
}

VOID FsRtlUninitializeMcb(PMCB Mcb)
{
    FsRtlUninitializeLargeMcb((PLARGE_MCB)Mcb);
}

VOID FsRtlTruncateMcb(PMCB Mcb, VBN Vbn)
{
    FsRtlTruncateLargeMcb((PLARGE_MCB)Mcb, Vbn);
}

BOOLEAN FsRtlAddMcbEntry(PMCB Mcb, VBN Vbn, LBN Lbn, ULONG SectorCount)
{
    return FsRtlAddLargeMcbEntry((PLARGE_MCB)Mcb, Vbn, Lbn, SectorCount);
}

VOID FsRtlRemoveMcbEntry(PMCB Mcb, VBN Vbn, ULONG SectorCount)
{
    FsRtlRemoveLargeMcbEntry((PLARGE_MCB)Mcb, Vbn, SectorCount);
}

BOOLEAN FsRtlLookupMcbEntry(PMCB Mcb, VBN Vbn, PLBN Lbn, PULONG SectorCount, PULONG Index)
{
    LONGLONG lbn, count;
    if (!FsRtlLookupLargeMcbEntry((PLARGE_MCB)Mcb, Vbn, &lbn, &count, NULL, NULL, Index))
        return FALSE;
    *Lbn = (LBN)lbn; /* a hole is at 0xFFFFFFFF here */
    if (SectorCount)
        *SectorCount = (ULONG)count;
    return TRUE;
}

BOOLEAN FsRtlLookupLastMcbEntry(PMCB Mcb, PVBN Vbn, PLBN Lbn)
{
    LONGLONG vbn, lbn;
    if (!FsRtlLookupLastLargeMcbEntry((PLARGE_MCB)Mcb, &vbn, &lbn))
        return FALSE;
    *Vbn = (VBN)vbn;
    *Lbn = (LBN)lbn;
    return TRUE;
}

ULONG FsRtlNumberOfRunsInMcb(PMCB Mcb)
{
    return FsRtlNumberOfRunsInLargeMcb((PLARGE_MCB)Mcb);
}

BOOLEAN FsRtlGetNextMcbEntry(PMCB Mcb, ULONG RunIndex, PVBN Vbn, PLBN Lbn, PULONG SectorCount)
{
    LONGLONG vbn, lbn, count;
    if (!FsRtlGetNextLargeMcbEntry((PLARGE_MCB)Mcb, RunIndex, &vbn, &lbn, &count))
        return FALSE;
    *Vbn = (VBN)vbn;
    *Lbn = (LBN)lbn;
    *SectorCount = (ULONG)count;
    return TRUE;
}
