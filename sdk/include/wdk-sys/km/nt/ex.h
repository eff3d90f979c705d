/* Executive: pool, lookaside lists, fast mutexes, resources, rundown protection, push locks, callbacks, timers. */
#ifndef WDK_NT_EX_H
#define WDK_NT_EX_H

#include "ke.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Pool. */
#include <nt/pool_type.h>
#define POOL_COLD_ALLOCATION 256
#define POOL_NX_ALLOCATION 512
#define POOL_ZERO_ALLOCATION 1024
#define POOL_QUOTA_FAIL_INSTEAD_OF_RAISE 8
#define POOL_RAISE_IF_ALLOCATION_FAILURE 16

typedef ULONG64 POOL_FLAGS;
#define POOL_FLAG_REQUIRED_START 0x0000000000000001ULL
#define POOL_FLAG_USE_QUOTA 0x0000000000000001ULL
#define POOL_FLAG_UNINITIALIZED 0x0000000000000002ULL
#define POOL_FLAG_SESSION 0x0000000000000004ULL
#define POOL_FLAG_CACHE_ALIGNED 0x0000000000000008ULL
#define POOL_FLAG_RESERVED1 0x0000000000000010ULL
#define POOL_FLAG_RAISE_ON_FAILURE 0x0000000000000020ULL
#define POOL_FLAG_NON_PAGED 0x0000000000000040ULL
#define POOL_FLAG_NON_PAGED_EXECUTE 0x0000000000000080ULL
#define POOL_FLAG_PAGED 0x0000000000000100ULL
#define POOL_FLAG_RESERVED2 0x0000000000000200ULL
#define POOL_FLAG_RESERVED3 0x0000000000000400ULL
#define POOL_FLAG_REQUIRED_END 0x0000000080000000ULL
#define POOL_FLAG_OPTIONAL_START 0x0000000100000000ULL
#define POOL_FLAG_SPECIAL_POOL 0x0000000100000000ULL
#define POOL_FLAG_OPTIONAL_END 0x8000000000000000ULL
typedef enum POOL_EXTENDED_PARAMETER_TYPE {
    PoolExtendedParameterInvalidType = 0,
    PoolExtendedParameterPriority,
    PoolExtendedParameterSecurePool,
    PoolExtendedParameterNumaNode,
    PoolExtendedParameterMax
} POOL_EXTENDED_PARAMETER_TYPE, *PPOOL_EXTENDED_PARAMETER_TYPE;
typedef enum _EX_POOL_PRIORITY {
    LowPoolPriority,
    LowPoolPrioritySpecialPoolOverrun = 8,
    LowPoolPrioritySpecialPoolUnderrun = 9,
    NormalPoolPriority = 16,
    NormalPoolPrioritySpecialPoolOverrun = 24,
    NormalPoolPrioritySpecialPoolUnderrun = 25,
    HighPoolPriority = 32,
    HighPoolPrioritySpecialPoolOverrun = 40,
    HighPoolPrioritySpecialPoolUnderrun = 41
} EX_POOL_PRIORITY;
typedef struct _POOL_EXTENDED_PARAMS_SECURE_POOL {
    HANDLE SecurePoolHandle;
    PVOID Buffer;
    ULONG_PTR Cookie;
    ULONG SecurePoolFlags;
} POOL_EXTENDED_PARAMS_SECURE_POOL;
#define POOL_EXTENDED_PARAMETER_TYPE_BITS 8
#define POOL_EXTENDED_PARAMETER_REQUIRED_FIELD_BITS 1
#define POOL_EXTENDED_PARAMETER_RESERVED_BITS (64 - POOL_EXTENDED_PARAMETER_TYPE_BITS - POOL_EXTENDED_PARAMETER_REQUIRED_FIELD_BITS)
typedef ULONG POOL_NODE_REQUIREMENT;
#define MM_ANY_NODE_OK 0x80000000
typedef struct _POOL_EXTENDED_PARAMETER {
    struct {
        ULONG64 Type : POOL_EXTENDED_PARAMETER_TYPE_BITS;
        ULONG64 Optional : POOL_EXTENDED_PARAMETER_REQUIRED_FIELD_BITS;
        ULONG64 Reserved : POOL_EXTENDED_PARAMETER_RESERVED_BITS;
    };
    union {
        ULONG64 Reserved2;
        PVOID Reserved3;
        EX_POOL_PRIORITY Priority;
        POOL_EXTENDED_PARAMS_SECURE_POOL *SecurePoolParams;
        POOL_NODE_REQUIREMENT PreferredNode;
    };
} POOL_EXTENDED_PARAMETER, *PPOOL_EXTENDED_PARAMETER;
typedef const POOL_EXTENDED_PARAMETER *PCPOOL_EXTENDED_PARAMETER;

_Post_maybenull_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
_When_((Flags & POOL_FLAG_PAGED) != 0, _IRQL_requires_max_(APC_LEVEL))
_When_((Flags & POOL_FLAG_PAGED) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ WDK_NTOS("10.0.19041")
DECLSPEC_ALLOCATOR PVOID ExAllocatePool2(_In_ POOL_FLAGS Flags, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag);
_Post_maybenull_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
_When_((Flags & POOL_FLAG_PAGED) != 0, _IRQL_requires_max_(APC_LEVEL))
_When_((Flags & POOL_FLAG_PAGED) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ WDK_NTOS("10.0.19041")
DECLSPEC_ALLOCATOR PVOID ExAllocatePool3(
    _In_ POOL_FLAGS Flags, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag,
    _In_reads_opt_(ExtendedParametersCount) PCPOOL_EXTENDED_PARAMETER ExtendedParameters,
    _In_ ULONG ExtendedParametersCount);
_Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL))
_When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ WDK_NTOS("5.0.2195")
DECLSPEC_ALLOCATOR PVOID ExAllocatePoolWithTag(
    _In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag);
_Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL))
_When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ WDK_NTOS("5.0.2195")
DECLSPEC_ALLOCATOR PVOID ExAllocatePoolWithQuotaTag(
    _In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag);
_Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL))
_When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ WDK_NTOS("5.0.2195")
DECLSPEC_ALLOCATOR PVOID ExAllocatePoolWithTagPriority(
    _In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag,
    _In_ EX_POOL_PRIORITY Priority);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDK_NTOS("5.0.2195")
VOID ExFreePoolWithTag(_Pre_notnull_ __drv_freesMem(Mem) PVOID P, _In_ ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDK_NTOS("5.0.2195")
VOID ExFreePool(_Pre_notnull_ __drv_freesMem(Mem) PVOID P);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDK_NTOS("")
VOID ExFreePool2(
    _Pre_notnull_ __drv_freesMem(Mem) PVOID P, _In_ ULONG Tag,
    _In_reads_opt_(ExtendedParametersCount) PCPOOL_EXTENDED_PARAMETER ExtendedParameters,
    _In_ ULONG ExtendedParametersCount);
#define ExFreePool(P) ExFreePoolWithTag((P), 0)

#if defined(POOL_NX_OPTIN_AUTO) && POOL_NX_OPTIN_AUTO
#define NonPagedPool NonPagedPoolNx
#define NonPagedPoolCacheAligned NonPagedPoolNxCacheAligned
#endif

/*
 * A driver that defines POOL_NX_OPTIN as 1 and calls ExInitializeDriverRuntime(DrvRtPoolNxOptIn) gets
 * non-executable memory for NonPagedPool.
 */
#define DrvRtPoolNxOptIn 0x00000001
#if POOL_NX_OPTIN
DECLSPEC_SELECTANY POOL_TYPE ExDefaultNonPagedPoolType = NonPagedPool;
DECLSPEC_SELECTANY ULONG ExDefaultMdlProtection = 0;
FORCEINLINE POOL_TYPE ExpPoolTypeNxOptIn_(_In_ POOL_TYPE PoolType)
{
    return (PoolType & PagedPool) == 0 ? (POOL_TYPE)(PoolType | ExDefaultNonPagedPoolType) : PoolType;
}
#define ExAllocatePoolWithTag(PoolType, Size, Tag) ExAllocatePoolWithTag(ExpPoolTypeNxOptIn_(PoolType), (Size), (Tag))
#define ExAllocatePoolWithQuotaTag(PoolType, Size, Tag)                                                                \
    ExAllocatePoolWithQuotaTag(ExpPoolTypeNxOptIn_(PoolType), (Size), (Tag))
#define ExAllocatePoolWithTagPriority(PoolType, Size, Tag, Priority)                                                   \
    ExAllocatePoolWithTagPriority(ExpPoolTypeNxOptIn_(PoolType), (Size), (Tag), (Priority))
FORCEINLINE VOID ExInitializeDriverRuntime(_In_ ULONG RuntimeFlags)
{
    if ((RuntimeFlags & DrvRtPoolNxOptIn) != 0) {
        ExDefaultNonPagedPoolType = NonPagedPoolNx;
        ExDefaultMdlProtection = 0x40000000; /* MdlMappingNoExecute */
    }
}
#else
#define ExDefaultNonPagedPoolType NonPagedPool
#define ExDefaultMdlProtection 0
FORCEINLINE VOID ExInitializeDriverRuntime(_In_ ULONG RuntimeFlags)
{
    UNREFERENCED_PARAMETER(RuntimeFlags);
}
#endif
#define ExAllocatePool(PoolType, Size) ExAllocatePoolWithTag((PoolType), (Size), 'enoN')
#define ExAllocatePoolWithQuota(PoolType, Size) ExAllocatePoolWithQuotaTag((PoolType), (Size), 'enoN')

/* Allocations that also run where ExAllocatePool2 does not exist: zeroed, or knowingly not. */
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL)) _When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
FORCEINLINE DECLSPEC_ALLOCATOR PVOID ExAllocatePoolZero(_In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag)
{
    PVOID memory = ExAllocatePoolWithTag((POOL_TYPE)(PoolType | POOL_ZERO_ALLOCATION), NumberOfBytes, Tag);

#ifdef POOL_ZERO_DOWN_LEVEL_SUPPORT
    if (memory != NULL) {
        __builtin_memset(memory, 0, NumberOfBytes);
    }
#endif
    return memory;
}
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL)) _When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
FORCEINLINE DECLSPEC_ALLOCATOR PVOID ExAllocatePoolUninitialized(_In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag)
{
    return ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag);
}
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL)) _When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
FORCEINLINE DECLSPEC_ALLOCATOR PVOID ExAllocatePoolQuotaZero(_In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag)
{
    PVOID memory = ExAllocatePoolWithQuotaTag((POOL_TYPE)(PoolType | POOL_ZERO_ALLOCATION), NumberOfBytes, Tag);

#ifdef POOL_ZERO_DOWN_LEVEL_SUPPORT
    if (memory != NULL) {
        __builtin_memset(memory, 0, NumberOfBytes);
    }
#endif
    return memory;
}
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL)) _When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
FORCEINLINE DECLSPEC_ALLOCATOR PVOID ExAllocatePoolQuotaUninitialized(_In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag)
{
    return ExAllocatePoolWithQuotaTag(PoolType, NumberOfBytes, Tag);
}
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL)) _When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
FORCEINLINE DECLSPEC_ALLOCATOR PVOID ExAllocatePoolPriorityZero(_In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag, _In_ EX_POOL_PRIORITY Priority)
{
    PVOID memory = ExAllocatePoolWithTagPriority((POOL_TYPE)(PoolType | POOL_ZERO_ALLOCATION), NumberOfBytes, Tag, Priority);

#ifdef POOL_ZERO_DOWN_LEVEL_SUPPORT
    if (memory != NULL) {
        __builtin_memset(memory, 0, NumberOfBytes);
    }
#endif
    return memory;
}
_When_((PoolType & PagedPool) != 0, _IRQL_requires_max_(APC_LEVEL)) _When_((PoolType & PagedPool) == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
_Must_inspect_result_ _Ret_writes_bytes_maybenull_(NumberOfBytes) __drv_allocatesMem(Mem)
FORCEINLINE DECLSPEC_ALLOCATOR PVOID ExAllocatePoolPriorityUninitialized(_In_ _Strict_type_match_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag, _In_ EX_POOL_PRIORITY Priority)
{
    return ExAllocatePoolWithTagPriority(PoolType, NumberOfBytes, Tag, Priority);
}

/* Fast mutexes; guarded mutexes have been the same thing since Windows 8. */
#define FM_LOCK_BIT 0x1
#define FM_LOCK_BIT_V 0x0
#define FM_LOCK_WAITER_WOKEN 0x2
#define FM_LOCK_WAITER_INC 0x4
typedef struct _FAST_MUTEX {
    LONG Count;
    PVOID Owner;
    ULONG Contention;
    KEVENT Event;
    ULONG OldIrql;
} FAST_MUTEX, *PFAST_MUTEX, KGUARDED_MUTEX, *PKGUARDED_MUTEX;

/* Lookaside lists. */
typedef _Function_class_(ALLOCATE_FUNCTION) _IRQL_requires_same_ _Must_inspect_result_
PVOID ALLOCATE_FUNCTION(_In_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag);
typedef ALLOCATE_FUNCTION *PALLOCATE_FUNCTION;
typedef _Function_class_(FREE_FUNCTION) _IRQL_requires_same_
VOID FREE_FUNCTION(_In_ __drv_freesMem(Mem) PVOID Buffer);
typedef FREE_FUNCTION *PFREE_FUNCTION;
struct _LOOKASIDE_LIST_EX;
typedef _Function_class_(ALLOCATE_FUNCTION_EX) _IRQL_requires_same_ _Must_inspect_result_
PVOID ALLOCATE_FUNCTION_EX(
    _In_ POOL_TYPE PoolType, _In_ SIZE_T NumberOfBytes, _In_ ULONG Tag,
    _Inout_ struct _LOOKASIDE_LIST_EX *Lookaside);
typedef ALLOCATE_FUNCTION_EX *PALLOCATE_FUNCTION_EX;
typedef _Function_class_(FREE_FUNCTION_EX) _IRQL_requires_same_
VOID FREE_FUNCTION_EX(_In_ __drv_freesMem(Mem) PVOID Buffer, _Inout_ struct _LOOKASIDE_LIST_EX *Lookaside);
typedef FREE_FUNCTION_EX *PFREE_FUNCTION_EX;
#define WDK_GENERAL_LOOKASIDE_MEMBERS_                                                                                 \
    union {                                                                                                            \
        SLIST_HEADER ListHead;                                                                                         \
        SINGLE_LIST_ENTRY SingleListHead;                                                                              \
    };                                                                                                                 \
    USHORT Depth;                                                                                                      \
    USHORT MaximumDepth;                                                                                               \
    ULONG TotalAllocates;                                                                                              \
    union {                                                                                                            \
        ULONG AllocateMisses;                                                                                          \
        ULONG AllocateHits;                                                                                            \
    };                                                                                                                 \
    ULONG TotalFrees;                                                                                                  \
    union {                                                                                                            \
        ULONG FreeMisses;                                                                                              \
        ULONG FreeHits;                                                                                                \
    };                                                                                                                 \
    POOL_TYPE Type;                                                                                                    \
    ULONG Tag;                                                                                                         \
    ULONG Size;                                                                                                        \
    union {                                                                                                            \
        PALLOCATE_FUNCTION_EX AllocateEx;                                                                              \
        PALLOCATE_FUNCTION Allocate;                                                                                   \
    };                                                                                                                 \
    union {                                                                                                            \
        PFREE_FUNCTION_EX FreeEx;                                                                                      \
        PFREE_FUNCTION Free;                                                                                           \
    };                                                                                                                 \
    LIST_ENTRY ListEntry;                                                                                              \
    ULONG LastTotalAllocates;                                                                                          \
    union {                                                                                                            \
        ULONG LastAllocateMisses;                                                                                      \
        ULONG LastAllocateHits;                                                                                        \
    };                                                                                                                 \
    ULONG Future[2]
typedef struct DECLSPEC_CACHEALIGN _GENERAL_LOOKASIDE {
    WDK_GENERAL_LOOKASIDE_MEMBERS_;
} GENERAL_LOOKASIDE, *PGENERAL_LOOKASIDE;
typedef struct _GENERAL_LOOKASIDE_POOL {
    WDK_GENERAL_LOOKASIDE_MEMBERS_;
} GENERAL_LOOKASIDE_POOL, *PGENERAL_LOOKASIDE_POOL;
typedef struct _NPAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
#if !defined(_AMD64_)
    KSPIN_LOCK Lock__ObsoleteButDoNotDelete;
#endif
} NPAGED_LOOKASIDE_LIST, *PNPAGED_LOOKASIDE_LIST;
typedef struct _PAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
#if !defined(_AMD64_)
    FAST_MUTEX Lock__ObsoleteButDoNotDelete;
#endif
} PAGED_LOOKASIDE_LIST, *PPAGED_LOOKASIDE_LIST;
typedef struct _LOOKASIDE_LIST_EX {
    GENERAL_LOOKASIDE_POOL L;
} LOOKASIDE_LIST_EX, *PLOOKASIDE_LIST_EX;
#define EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL 0x00000001UL
#define EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE 0x00000002UL
#define EX_MAXIMUM_LOOKASIDE_DEPTH_BASE 256
#define EX_MAXIMUM_LOOKASIDE_DEPTH_LIMIT 1024
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExInitializeNPagedLookasideList(
    _Out_ PNPAGED_LOOKASIDE_LIST Lookaside, _In_opt_ PALLOCATE_FUNCTION Allocate, _In_opt_ PFREE_FUNCTION Free,
    _In_ ULONG Flags, _In_ SIZE_T Size, _In_ ULONG Tag, _In_ USHORT Depth);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExDeleteNPagedLookasideList(_Inout_ PNPAGED_LOOKASIDE_LIST Lookaside);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID ExInitializePagedLookasideList(
    _Out_ PPAGED_LOOKASIDE_LIST Lookaside, _In_opt_ PALLOCATE_FUNCTION Allocate, _In_opt_ PFREE_FUNCTION Free,
    _In_ ULONG Flags, _In_ SIZE_T Size, _In_ ULONG Tag, _In_ USHORT Depth);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID ExDeletePagedLookasideList(_Inout_ PPAGED_LOOKASIDE_LIST Lookaside);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS ExInitializeLookasideListEx(
    _Out_ PLOOKASIDE_LIST_EX Lookaside, _In_opt_ PALLOCATE_FUNCTION_EX Allocate,
    _In_opt_ PFREE_FUNCTION_EX Free, _In_ POOL_TYPE PoolType, _In_ ULONG Flags, _In_ SIZE_T Size,
    _In_ ULONG Tag, _In_ USHORT Depth);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6000")
VOID ExDeleteLookasideListEx(_Inout_ PLOOKASIDE_LIST_EX Lookaside);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6000")
VOID ExFlushLookasideListEx(_Inout_ PLOOKASIDE_LIST_EX Lookaside);

_Must_inspect_result_ _Ret_maybenull_ _IRQL_requires_max_(DISPATCH_LEVEL) __drv_allocatesMem(Mem)
FORCEINLINE PVOID ExAllocateFromNPagedLookasideList(_Inout_ PNPAGED_LOOKASIDE_LIST Lookaside)
{
    PVOID entry;

    Lookaside->L.TotalAllocates += 1;
    entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead);
    if (entry == NULL) {
        Lookaside->L.AllocateMisses += 1;
        entry = Lookaside->L.Allocate(Lookaside->L.Type, Lookaside->L.Size, Lookaside->L.Tag);
    }
    return entry;
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE VOID ExFreeToNPagedLookasideList(_Inout_ PNPAGED_LOOKASIDE_LIST Lookaside, _In_ __drv_freesMem(Mem) PVOID Entry)
{
    Lookaside->L.TotalFrees += 1;
    if (ExQueryDepthSList(&Lookaside->L.ListHead) < Lookaside->L.Depth) {
        ExpInterlockedPushEntrySList(&Lookaside->L.ListHead, (PSLIST_ENTRY)Entry);
    } else {
        Lookaside->L.FreeMisses += 1;
        Lookaside->L.Free(Entry);
    }
}
_Must_inspect_result_ _Ret_maybenull_ _IRQL_requires_max_(APC_LEVEL) __drv_allocatesMem(Mem)
FORCEINLINE PVOID ExAllocateFromPagedLookasideList(_Inout_ PPAGED_LOOKASIDE_LIST Lookaside)
{
    PVOID entry;

    Lookaside->L.TotalAllocates += 1;
    entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead);
    if (entry == NULL) {
        Lookaside->L.AllocateMisses += 1;
        entry = Lookaside->L.Allocate(Lookaside->L.Type, Lookaside->L.Size, Lookaside->L.Tag);
    }
    return entry;
}
_IRQL_requires_max_(APC_LEVEL)
FORCEINLINE VOID ExFreeToPagedLookasideList(_Inout_ PPAGED_LOOKASIDE_LIST Lookaside, _In_ __drv_freesMem(Mem) PVOID Entry)
{
    Lookaside->L.TotalFrees += 1;
    if (ExQueryDepthSList(&Lookaside->L.ListHead) < Lookaside->L.Depth) {
        ExpInterlockedPushEntrySList(&Lookaside->L.ListHead, (PSLIST_ENTRY)Entry);
    } else {
        Lookaside->L.FreeMisses += 1;
        Lookaside->L.Free(Entry);
    }
}
_Must_inspect_result_ _Ret_maybenull_ _IRQL_requires_max_(DISPATCH_LEVEL) __drv_allocatesMem(Mem)
FORCEINLINE PVOID ExAllocateFromLookasideListEx(_Inout_ PLOOKASIDE_LIST_EX Lookaside)
{
    PVOID entry;

    Lookaside->L.TotalAllocates += 1;
    entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead);
    if (entry == NULL) {
        Lookaside->L.AllocateMisses += 1;
        entry = Lookaside->L.AllocateEx(Lookaside->L.Type, Lookaside->L.Size, Lookaside->L.Tag, Lookaside);
    }
    return entry;
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE VOID ExFreeToLookasideListEx(_Inout_ PLOOKASIDE_LIST_EX Lookaside, _In_ __drv_freesMem(Mem) PVOID Entry)
{
    Lookaside->L.TotalFrees += 1;
    if (ExQueryDepthSList(&Lookaside->L.ListHead) < Lookaside->L.Depth) {
        ExpInterlockedPushEntrySList(&Lookaside->L.ListHead, (PSLIST_ENTRY)Entry);
    } else {
        Lookaside->L.FreeMisses += 1;
        Lookaside->L.FreeEx(Entry, Lookaside);
    }
}

_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE VOID ExInitializeFastMutex(_Out_ PFAST_MUTEX FastMutex)
{
    FastMutex->Count = FM_LOCK_BIT;
    FastMutex->Owner = NULL;
    FastMutex->Contention = 0;
    KeInitializeEvent(&FastMutex->Event, SynchronizationEvent, FALSE);
}
_Acquires_lock_(*FastMutex) _IRQL_raises_(APC_LEVEL) _IRQL_saves_global_(OldIrql, FastMutex) _IRQL_requires_max_(APC_LEVEL)
WDK_NTOS("5.0.2195")
VOID ExAcquireFastMutex(_Inout_ PFAST_MUTEX FastMutex);
_Releases_lock_(*FastMutex) _IRQL_requires_(APC_LEVEL) _IRQL_restores_global_(OldIrql, FastMutex)
WDK_NTOS("5.0.2195")
VOID ExReleaseFastMutex(_Inout_ PFAST_MUTEX FastMutex);
_Must_inspect_result_ _Success_(return != FALSE) _IRQL_raises_(APC_LEVEL) _IRQL_saves_global_(OldIrql, FastMutex)
_When_(return, _Acquires_lock_(*FastMutex)) _IRQL_requires_max_(APC_LEVEL)
WDK_NTOS("5.0.2195")
BOOLEAN ExTryToAcquireFastMutex(_Inout_ PFAST_MUTEX FastMutex);
_Acquires_lock_(*FastMutex) _IRQL_requires_max_(APC_LEVEL)
WDK_NTOS("5.0.2195")
VOID ExAcquireFastMutexUnsafe(_Inout_ PFAST_MUTEX FastMutex);
_Releases_lock_(*FastMutex) _IRQL_requires_max_(APC_LEVEL)
WDK_NTOS("5.0.2195")
VOID ExReleaseFastMutexUnsafe(_Inout_ PFAST_MUTEX FastMutex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
VOID KeInitializeGuardedMutex(_Out_ PKGUARDED_MUTEX Mutex);
_Acquires_lock_(*Mutex)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
VOID KeAcquireGuardedMutex(_Inout_ PKGUARDED_MUTEX Mutex);
_Releases_lock_(*Mutex)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
VOID KeReleaseGuardedMutex(_Inout_ PKGUARDED_MUTEX Mutex);
_When_(return, _Acquires_lock_(*Mutex))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
BOOLEAN KeTryToAcquireGuardedMutex(_Inout_ PKGUARDED_MUTEX Mutex);
_Acquires_lock_(*FastMutex)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
VOID KeAcquireGuardedMutexUnsafe(_Inout_ PKGUARDED_MUTEX FastMutex);
_Releases_lock_(*FastMutex)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
VOID KeReleaseGuardedMutexUnsafe(_Inout_ PKGUARDED_MUTEX FastMutex);

/* Reader-writer spin locks. */
typedef volatile LONG EX_SPIN_LOCK, *PEX_SPIN_LOCK;
#define ALIGNED_EX_SPINLOCK DECLSPEC_CACHEALIGN EX_SPIN_LOCK
_Acquires_shared_lock_(*SpinLock) _IRQL_saves_ _IRQL_raises_(DISPATCH_LEVEL)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
KIRQL ExAcquireSpinLockShared(_Inout_ _Requires_lock_not_held_(*_Curr_) PEX_SPIN_LOCK SpinLock);
_Acquires_shared_lock_(*SpinLock)
_IRQL_requires_min_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
VOID ExAcquireSpinLockSharedAtDpcLevel(_Inout_ PEX_SPIN_LOCK SpinLock);
_Releases_shared_lock_(*SpinLock)
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
VOID ExReleaseSpinLockShared(_Inout_ PEX_SPIN_LOCK SpinLock, _In_ _IRQL_restores_ KIRQL OldIrql);
_Releases_shared_lock_(*SpinLock)
_IRQL_requires_min_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
VOID ExReleaseSpinLockSharedFromDpcLevel(_Inout_ PEX_SPIN_LOCK SpinLock);
_Acquires_exclusive_lock_(*SpinLock) _IRQL_saves_ _IRQL_raises_(DISPATCH_LEVEL)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
KIRQL ExAcquireSpinLockExclusive(_Inout_ PEX_SPIN_LOCK SpinLock);
_Acquires_exclusive_lock_(*SpinLock)
_IRQL_requires_min_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
VOID ExAcquireSpinLockExclusiveAtDpcLevel(_Inout_ PEX_SPIN_LOCK SpinLock);
_Releases_exclusive_lock_(*SpinLock)
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
VOID ExReleaseSpinLockExclusive(_Inout_ PEX_SPIN_LOCK SpinLock, _In_ _IRQL_restores_ KIRQL OldIrql);
_Releases_exclusive_lock_(*SpinLock)
_IRQL_requires_min_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
VOID ExReleaseSpinLockExclusiveFromDpcLevel(_Inout_ PEX_SPIN_LOCK SpinLock);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
LOGICAL ExTryConvertSharedSpinLockExclusive(_Inout_ PEX_SPIN_LOCK SpinLock);

/* Resources: reader-writer locks that threads own. */
typedef ULONG_PTR ERESOURCE_THREAD, *PERESOURCE_THREAD;
typedef struct _OWNER_ENTRY {
    ERESOURCE_THREAD OwnerThread;
    union {
        struct {
            ULONG IoPriorityBoosted : 1;
            ULONG OwnerReferenced : 1;
            ULONG IoQoSPriorityBoosted : 1;
            ULONG OwnerCount : 29;
        };
        ULONG TableSize;
    };
} OWNER_ENTRY, *POWNER_ENTRY;
typedef struct _ERESOURCE {
    LIST_ENTRY SystemResourcesList;
    POWNER_ENTRY OwnerTable;
    SHORT ActiveCount;
    union {
        USHORT Flag;
        struct {
            UCHAR ReservedLowFlags;
            UCHAR WaiterPriority;
        };
    };
    PVOID SharedWaiters;
    PVOID ExclusiveWaiters;
    OWNER_ENTRY OwnerEntry;
    ULONG ActiveEntries;
    ULONG ContentionCount;
    ULONG NumberOfSharedWaiters;
    ULONG NumberOfExclusiveWaiters;
    PVOID Reserved2;
    union {
        PVOID Address;
        ULONG_PTR CreatorBackTraceIndex;
    };
    KSPIN_LOCK SpinLock;
} ERESOURCE, *PERESOURCE;
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ExInitializeResourceLite(_Out_ PERESOURCE Resource);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ExReinitializeResourceLite(_Inout_ PERESOURCE Resource);
_When_(return != 0, _Acquires_exclusive_lock_(*Resource)) _Requires_lock_held_(_Global_critical_region_)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN ExAcquireResourceExclusiveLite(_Inout_ PERESOURCE Resource, _In_ _Literal_ BOOLEAN Wait);
_When_(return != 0, _Acquires_shared_lock_(*Resource)) _Requires_lock_held_(_Global_critical_region_)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN ExAcquireResourceSharedLite(_Inout_ PERESOURCE Resource, _In_ BOOLEAN Wait);
_When_(return != 0, _Acquires_shared_lock_(*Resource)) _Requires_lock_held_(_Global_critical_region_)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN ExAcquireSharedStarveExclusive(_Inout_ PERESOURCE Resource, _In_ BOOLEAN Wait);
_When_(return != 0, _Acquires_shared_lock_(*Resource)) _Requires_lock_held_(_Global_critical_region_)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN ExAcquireSharedWaitForExclusive(_Inout_ PERESOURCE Resource, _In_ BOOLEAN Wait);
_Releases_lock_(*Resource) _Requires_lock_held_(_Global_critical_region_)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExReleaseResourceLite(_Inout_ PERESOURCE Resource);
#define ExReleaseResource(resource) ExReleaseResourceLite(resource)
_Releases_lock_(*Resource) _Requires_lock_held_(_Global_critical_region_)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExReleaseResourceForThreadLite(_Inout_ PERESOURCE Resource, _In_ ERESOURCE_THREAD ResourceThreadId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID ExConvertExclusiveToSharedLite(_Inout_ _Requires_lock_held_(*_Curr_) PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ExDeleteResourceLite(_Inout_ PERESOURCE Resource);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
ULONG ExGetExclusiveWaiterCount(_In_ PERESOURCE Resource);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
ULONG ExGetSharedWaiterCount(_In_ PERESOURCE Resource);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN ExIsResourceAcquiredExclusiveLite(_In_ PERESOURCE Resource);
#define ExIsResourceAcquiredExclusive(resource) ExIsResourceAcquiredExclusiveLite(resource)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
ULONG ExIsResourceAcquiredSharedLite(_In_ PERESOURCE Resource);
#define ExIsResourceAcquiredLite ExIsResourceAcquiredSharedLite
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExSetResourceOwnerPointer(_Inout_ PERESOURCE Resource, _In_ PVOID OwnerPointer);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
PVOID ExEnterCriticalRegionAndAcquireResourceExclusive(_Inout_ PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID ExReleaseResourceAndLeaveCriticalRegion(_Inout_ PERESOURCE Resource);
#define ExGetCurrentResourceThread() ((ERESOURCE_THREAD)KeGetCurrentThread())

/* Rundown protection: holds an object until all users have left. */
#define EX_RUNDOWN_ACTIVE 0x1
#define EX_RUNDOWN_COUNT_SHIFT 0x1
#define EX_RUNDOWN_COUNT_INC (1 << EX_RUNDOWN_COUNT_SHIFT)
typedef struct _EX_RUNDOWN_REF {
    union {
        volatile ULONG_PTR Count;
        volatile PVOID Ptr;
    };
} EX_RUNDOWN_REF, *PEX_RUNDOWN_REF;
typedef struct _EX_RUNDOWN_REF_CACHE_AWARE *PEX_RUNDOWN_REF_CACHE_AWARE;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID ExInitializeRundownProtection(_Out_ PEX_RUNDOWN_REF RunRef);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID ExReInitializeRundownProtection(_Inout_ PEX_RUNDOWN_REF RunRef);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN ExAcquireRundownProtection(_Inout_ PEX_RUNDOWN_REF RunRef);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN ExAcquireRundownProtectionEx(_Inout_ PEX_RUNDOWN_REF RunRef, _In_ ULONG Count);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
VOID ExReleaseRundownProtection(_Inout_ PEX_RUNDOWN_REF RunRef);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
VOID ExReleaseRundownProtectionEx(_Inout_ PEX_RUNDOWN_REF RunRef, _In_ ULONG Count);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID ExRundownCompleted(_Inout_ PEX_RUNDOWN_REF RunRef);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID ExWaitForRundownProtectionRelease(_Inout_ PEX_RUNDOWN_REF RunRef);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("")
PEX_RUNDOWN_REF_CACHE_AWARE ExAllocateCacheAwareRundownProtection(
    _In_ __drv_strictType(POOL_TYPE, __drv_constant) POOL_TYPE PoolType, _In_ ULONG PoolTag);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
SIZE_T ExSizeOfRundownProtectionCacheAware(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID ExInitializeRundownProtectionCacheAware(
    _Out_ PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, _In_ SIZE_T RunRefSize);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID ExFreeCacheAwareRundownProtection(_Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("")
BOOLEAN ExAcquireRundownProtectionCacheAware(_Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("")
BOOLEAN ExAcquireRundownProtectionCacheAwareEx(
    _Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, _In_ ULONG Count);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("")
VOID ExReleaseRundownProtectionCacheAware(_Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("")
VOID ExReleaseRundownProtectionCacheAwareEx(_Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRef, _In_ ULONG Count);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID ExWaitForRundownProtectionReleaseCacheAware(_Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRef);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID ExReInitializeRundownProtectionCacheAware(_Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID ExRundownCompletedCacheAware(_Inout_ PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);

/* Push locks. */
typedef ULONG_PTR EX_PUSH_LOCK, *PEX_PUSH_LOCK;
#define EX_DEFAULT_PUSH_LOCK_FLAGS 0
#define EX_PUSH_LOCK_FLAGS_VALID 3
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.2.9200")
VOID ExInitializePushLock(_Out_ PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
VOID ExAcquirePushLockExclusiveEx(_Inout_ PEX_PUSH_LOCK PushLock, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
VOID ExAcquirePushLockSharedEx(_Inout_ PEX_PUSH_LOCK PushLock, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
VOID ExReleasePushLockExclusiveEx(_Inout_ PEX_PUSH_LOCK PushLock, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
VOID ExReleasePushLockSharedEx(_Inout_ PEX_PUSH_LOCK PushLock, _In_ ULONG Flags);
#define ExAcquirePushLockExclusive(Lock) ExAcquirePushLockExclusiveEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExAcquirePushLockShared(Lock) ExAcquirePushLockSharedEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExReleasePushLockExclusive(Lock) ExReleasePushLockExclusiveEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExReleasePushLockShared(Lock) ExReleasePushLockSharedEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)

/* Work items of the executive; drivers use IoAllocateWorkItem. */
typedef enum _WORK_QUEUE_TYPE {
    CriticalWorkQueue,
    DelayedWorkQueue,
    HyperCriticalWorkQueue,
    NormalWorkQueue,
    BackgroundWorkQueue,
    RealTimeWorkQueue,
    SuperCriticalWorkQueue,
    MaximumWorkQueue,
    CustomPriorityWorkQueue = 32
} WORK_QUEUE_TYPE;
typedef _Function_class_(WORKER_THREAD_ROUTINE) _IRQL_requires_(PASSIVE_LEVEL) _IRQL_requires_same_
VOID WORKER_THREAD_ROUTINE(_In_ PVOID Parameter);
typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;
typedef struct _WORK_QUEUE_ITEM {
    LIST_ENTRY List;
    PWORKER_THREAD_ROUTINE WorkerRoutine;
    PVOID Parameter;
} WORK_QUEUE_ITEM, *PWORK_QUEUE_ITEM;
#define ExInitializeWorkItem(Item, Routine, Context)                                                                   \
    ((Item)->WorkerRoutine = (Routine), (Item)->Parameter = (Context), (Item)->List.Flink = NULL)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExQueueWorkItem(_Inout_ __drv_aliasesMem PWORK_QUEUE_ITEM WorkItem, _In_ WORK_QUEUE_TYPE QueueType);

/* Callback objects. */
typedef _Function_class_(CALLBACK_FUNCTION) _IRQL_requires_same_
VOID CALLBACK_FUNCTION(_In_opt_ PVOID CallbackContext, _In_opt_ PVOID Argument1, _In_opt_ PVOID Argument2);
typedef CALLBACK_FUNCTION *PCALLBACK_FUNCTION;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ExCreateCallback(
    _Outptr_ PCALLBACK_OBJECT *CallbackObject, _In_ POBJECT_ATTRIBUTES ObjectAttributes, _In_ BOOLEAN Create,
    _In_ BOOLEAN AllowMultipleCallbacks);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID ExRegisterCallback(
    _Inout_ PCALLBACK_OBJECT CallbackObject, _In_ PCALLBACK_FUNCTION CallbackFunction,
    _In_opt_ PVOID CallbackContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID ExUnregisterCallback(_Inout_ PVOID CallbackRegistration);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExNotifyCallback(_In_ PVOID CallbackObject, _In_opt_ PVOID Argument1, _In_opt_ PVOID Argument2);

/* High-resolution and no-wake timers. */
typedef struct _EX_TIMER *PEX_TIMER;
typedef _Function_class_(EXT_CALLBACK) _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_same_
VOID EXT_CALLBACK(_In_ PEX_TIMER Timer, _In_opt_ PVOID Context);
typedef EXT_CALLBACK *PEXT_CALLBACK;
typedef _Function_class_(EXT_DELETE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL)
VOID EXT_DELETE_CALLBACK(_In_opt_ PVOID Context);
typedef EXT_DELETE_CALLBACK *PEXT_DELETE_CALLBACK;
typedef struct _EXT_SET_PARAMETERS_V0 {
    ULONG Version;
    ULONG Reserved;
    LONGLONG NoWakeTolerance;
} EXT_SET_PARAMETERS, *PEXT_SET_PARAMETERS, KT2_SET_PARAMETERS, *PKT2_SET_PARAMETERS;
typedef struct _EXT_DELETE_PARAMETERS {
    ULONG Version;
    ULONG Reserved;
    PEXT_DELETE_CALLBACK DeleteCallback;
    PVOID DeleteContext;
} EXT_DELETE_PARAMETERS, *PEXT_DELETE_PARAMETERS;
typedef struct _EXT_CANCEL_PARAMETERS *PEXT_CANCEL_PARAMETERS; /* reserved: NULL */
#define EXT_SET_PARAMETERS_VERSION 0
#define EXT_DELETE_PARAMETERS_VERSION 0
#define EX_TIMER_HIGH_RESOLUTION 4
#define EX_TIMER_NO_WAKE 8
#define EX_TIMER_NOTIFICATION (1UL << 31)
#define EX_TIMER_UNLIMITED_TOLERANCE ((LONGLONG)-1)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.3.9600")
PEX_TIMER ExAllocateTimer(
    _In_opt_ PEXT_CALLBACK Callback, _In_opt_ PVOID CallbackContext, _In_ ULONG Attributes);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.3.9600")
BOOLEAN ExSetTimer(
    _In_ PEX_TIMER Timer, _In_ LONGLONG DueTime, _In_ LONGLONG Period,
    _In_opt_ PEXT_SET_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.3.9600")
BOOLEAN ExCancelTimer(_Inout_ PEX_TIMER Timer, _In_opt_ PEXT_CANCEL_PARAMETERS Parameters);
_When_(Wait, _IRQL_requires_max_(APC_LEVEL)) _When_(!Wait, _IRQL_requires_max_(DISPATCH_LEVEL))
WDK_NTOS("6.3.9600")
BOOLEAN ExDeleteTimer(
    _In_ PEX_TIMER Timer, _In_ BOOLEAN Cancel, _In_ BOOLEAN Wait, _In_opt_ PEXT_DELETE_PARAMETERS Parameters);
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID ExInitializeSetTimerParameters(_Out_ PEXT_SET_PARAMETERS Parameters)
{
    __builtin_memset(Parameters, 0, sizeof(*Parameters));
    Parameters->NoWakeTolerance = EX_TIMER_UNLIMITED_TOLERANCE;
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID ExInitializeDeleteTimerParameters(_Out_ PEXT_DELETE_PARAMETERS Parameters)
{
    __builtin_memset(Parameters, 0, sizeof(*Parameters));
}

/* Odds and ends. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
KPROCESSOR_MODE ExGetPreviousMode(VOID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN ExIsProcessorFeaturePresent(_In_ ULONG ProcessorFeature);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExLocalTimeToSystemTime(_In_ PLARGE_INTEGER LocalTime, _Out_ PLARGE_INTEGER SystemTime);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID ExSystemTimeToLocalTime(_In_ PLARGE_INTEGER SystemTime, _Out_ PLARGE_INTEGER LocalTime);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG ExSetTimerResolution(_In_ ULONG DesiredTime, _In_ BOOLEAN SetResolution);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.3.9600")
VOID ExQueryTimerResolution(_Out_ PULONG MaximumTime, _Out_ PULONG MinimumTime, _Out_ PULONG CurrentTime);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ExUuidCreate(_Out_ GUID *Uuid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.16299")
BOOLEAN ExIsSoftBoot(VOID);
typedef enum _FIRMWARE_TYPE { FirmwareTypeUnknown, FirmwareTypeBios, FirmwareTypeUefi, FirmwareTypeMax } FIRMWARE_TYPE, *PFIRMWARE_TYPE;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.2.9200")
FIRMWARE_TYPE ExGetFirmwareType(VOID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.2.9200")
NTSTATUS ExGetFirmwareEnvironmentVariable(
    _In_ PUNICODE_STRING VariableName, _In_ LPGUID VendorGuid,
    _Out_writes_bytes_opt_(*ValueLength) PVOID Value, _Inout_ PULONG ValueLength, _Out_opt_ PULONG Attributes);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.2.9200")
NTSTATUS ExSetFirmwareEnvironmentVariable(
    _In_ PUNICODE_STRING VariableName, _In_ LPGUID VendorGuid, _In_reads_bytes_opt_(ValueLength) PVOID Value,
    _In_ ULONG ValueLength, _In_ ULONG Attributes);

/* Constants ExIsProcessorFeaturePresent takes. */
#define PF_FLOATING_POINT_PRECISION_ERRATA 0
#define PF_FLOATING_POINT_EMULATED 1
#define PF_COMPARE_EXCHANGE_DOUBLE 2
#define PF_MMX_INSTRUCTIONS_AVAILABLE 3
#define PF_XMMI_INSTRUCTIONS_AVAILABLE 6
#define PF_RDTSC_INSTRUCTION_AVAILABLE 8
#define PF_PAE_ENABLED 9
#define PF_XMMI64_INSTRUCTIONS_AVAILABLE 10
#define PF_NX_ENABLED 12
#define PF_SSE3_INSTRUCTIONS_AVAILABLE 13
#define PF_COMPARE_EXCHANGE128 14
#define PF_XSAVE_ENABLED 17
#define PF_SECOND_LEVEL_ADDRESS_TRANSLATION 20
#define PF_VIRT_FIRMWARE_ENABLED 21
#define PF_RDWRFSGSBASE_AVAILABLE 22
#define PF_FASTFAIL_AVAILABLE 23
#define PF_ARM_V8_INSTRUCTIONS_AVAILABLE 29
#define PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE 30
#define PF_ARM_V8_CRC32_INSTRUCTIONS_AVAILABLE 31
#define PF_RDTSCP_INSTRUCTION_AVAILABLE 32
#define PF_RDPID_INSTRUCTION_AVAILABLE 33

#ifdef __cplusplus
}
#endif
#endif
