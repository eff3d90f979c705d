/* Map control blocks: which part of a file lies where on the volume. */
#ifndef WDK_FS_MCB_H
#define WDK_FS_MCB_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MCB_FLAG_RAISE_ON_ALLOCATION_FAILURE 1
typedef struct _BASE_MCB {
    ULONG MaximumPairCount;
    ULONG PairCount;
    USHORT PoolType;
    USHORT Flags;
    PVOID Mapping;
} BASE_MCB, *PBASE_MCB;
typedef struct _LARGE_MCB {
    PKGUARDED_MUTEX GuardedMutex;
    BASE_MCB BaseMcb;
} LARGE_MCB, *PLARGE_MCB;
typedef struct _MCB {
    LARGE_MCB DummyFieldThatSizesThisStructureCorrectly;
} MCB, *PMCB;
/* Large: 64-bit numbers, with a lock of its own. */
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlInitializeLargeMcb(_In_ PLARGE_MCB Mcb, _In_ POOL_TYPE PoolType);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlUninitializeLargeMcb(_In_ PLARGE_MCB Mcb);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlResetLargeMcb(_In_ PLARGE_MCB Mcb, _In_ BOOLEAN SelfSynchronized);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlTruncateLargeMcb(_In_ PLARGE_MCB Mcb, _In_ LONGLONG Vbn);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlAddLargeMcbEntry(
    _In_ PLARGE_MCB Mcb, _In_ LONGLONG Vbn, _In_ LONGLONG Lbn, _In_ LONGLONG SectorCount);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlRemoveLargeMcbEntry(_In_ PLARGE_MCB Mcb, _In_ LONGLONG Vbn, _In_ LONGLONG SectorCount);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlLookupLargeMcbEntry(
    _In_ PLARGE_MCB Mcb, _In_ LONGLONG Vbn, _In_ PLONGLONG Lbn, _In_ PLONGLONG SectorCountFromLbn,
    _In_ PLONGLONG StartingLbn, _In_ PLONGLONG SectorCountFromStartingLbn, _Out_opt_ PULONG Index);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlLookupLastLargeMcbEntry(_In_ PLARGE_MCB Mcb, _In_ PLONGLONG Vbn, _In_ PLONGLONG Lbn);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN FsRtlLookupLastLargeMcbEntryAndIndex(
    _In_ PLARGE_MCB OpaqueMcb, _Out_ PLONGLONG LargeVbn, _Out_ PLONGLONG LargeLbn, _Out_ PULONG Index);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG FsRtlNumberOfRunsInLargeMcb(_In_ PLARGE_MCB Mcb);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlGetNextLargeMcbEntry(
    _In_ PLARGE_MCB Mcb, _In_ ULONG RunIndex, _In_ PLONGLONG Vbn, _In_ PLONGLONG Lbn, _In_ PLONGLONG SectorCount);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlSplitLargeMcb(_In_ PLARGE_MCB Mcb, _In_ LONGLONG Vbn, _In_ LONGLONG Amount);
/* Base: 64-bit numbers, the caller locks. */
WDK_NTOS("5.0.2195")
VOID FsRtlInitializeBaseMcb(_In_ PBASE_MCB Mcb, _In_ POOL_TYPE PoolType);
WDK_NTOS("5.0.2195")
VOID FsRtlUninitializeBaseMcb(_In_ PBASE_MCB Mcb);
WDK_NTOS("5.0.2195")
VOID FsRtlResetBaseMcb(_In_ PBASE_MCB Mcb);
WDK_NTOS("5.0.2195")
VOID FsRtlTruncateBaseMcb(_In_ PBASE_MCB Mcb, _In_ LONGLONG Vbn);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlAddBaseMcbEntry(_In_ PBASE_MCB Mcb, _In_ LONGLONG Vbn, _In_ LONGLONG Lbn, _In_ LONGLONG SectorCount);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlRemoveBaseMcbEntry(_In_ PBASE_MCB Mcb, _In_ LONGLONG Vbn, _In_ LONGLONG SectorCount);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlLookupBaseMcbEntry(
    _In_ PBASE_MCB Mcb, _In_ LONGLONG Vbn, _In_ PLONGLONG Lbn, _In_ PLONGLONG SectorCountFromLbn,
    _In_ PLONGLONG StartingLbn, _In_ PLONGLONG SectorCountFromStartingLbn, _In_ PULONG Index);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlLookupLastBaseMcbEntry(_In_ PBASE_MCB Mcb, _In_ PLONGLONG Vbn, _In_ PLONGLONG Lbn);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlLookupLastBaseMcbEntryAndIndex(
    _In_ PBASE_MCB OpaqueMcb, _In_ PLONGLONG LargeVbn, _In_ PLONGLONG LargeLbn, _In_ PULONG Index);
WDK_NTOS("5.0.2195")
ULONG FsRtlNumberOfRunsInBaseMcb(_In_ PBASE_MCB Mcb);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlGetNextBaseMcbEntry(
    _In_ PBASE_MCB Mcb, _In_ ULONG RunIndex, _In_ PLONGLONG Vbn, _In_ PLONGLONG Lbn, _In_ PLONGLONG SectorCount);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlSplitBaseMcb(_In_ PBASE_MCB Mcb, _In_ LONGLONG Vbn, _In_ LONGLONG Amount);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlInitializeBaseMcbEx(_In_ PBASE_MCB Mcb, _In_ POOL_TYPE PoolType, _In_ USHORT Flags);
WDK_NTOS("5.0.2195")
NTSTATUS FsRtlAddBaseMcbEntryEx(
    _Inout_ PBASE_MCB Mcb, _In_ LONGLONG Vbn, _In_ LONGLONG Lbn, _In_ LONGLONG SectorCount);
/* Old: 32-bit numbers. */
WDK_NTOS("5.0.2195")
VOID FsRtlInitializeMcb(_In_ PMCB Mcb, _In_ POOL_TYPE PoolType);
WDK_NTOS("5.0.2195")
VOID FsRtlUninitializeMcb(_In_ PMCB Mcb);
WDK_NTOS("5.0.2195")
VOID FsRtlTruncateMcb(_In_ PMCB Mcb, _In_ VBN Vbn);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlAddMcbEntry(_In_ PMCB Mcb, _In_ VBN Vbn, _In_ LBN Lbn, _In_ ULONG SectorCount);
WDK_NTOS("5.0.2195")
VOID FsRtlRemoveMcbEntry(_In_ PMCB Mcb, _In_ VBN Vbn, _In_ ULONG SectorCount);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlLookupMcbEntry(
    _In_ PMCB Mcb, _In_ VBN Vbn, _In_ PLBN Lbn, _In_ PULONG SectorCount, _In_ PULONG Index);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlLookupLastMcbEntry(_In_ PMCB Mcb, _In_ PVBN Vbn, _In_ PLBN Lbn);
WDK_NTOS("5.0.2195")
ULONG FsRtlNumberOfRunsInMcb(_In_ PMCB Mcb);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlGetNextMcbEntry(
    _In_ PMCB Mcb, _In_ ULONG RunIndex, _In_ PVBN Vbn, _In_ PLBN Lbn, _In_ PULONG SectorCount);

#ifdef __cplusplus
}
#endif
#endif
