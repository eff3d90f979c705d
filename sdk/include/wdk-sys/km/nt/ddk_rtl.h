/* Run-time library beyond WDM: ordered tables, splay links, one-time initialisation, more strings. */
#ifndef WDK_NT_DDK_RTL_H
#define WDK_NT_DDK_RTL_H

#include "rtl.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _TABLE_SEARCH_RESULT { TableEmptyTree, TableFoundNode, TableInsertAsLeft, TableInsertAsRight } TABLE_SEARCH_RESULT;
typedef enum _RTL_GENERIC_COMPARE_RESULTS { GenericLessThan, GenericGreaterThan, GenericEqual } RTL_GENERIC_COMPARE_RESULTS;

/* Balanced trees (AVL). */
typedef struct _RTL_BALANCED_LINKS {
    struct _RTL_BALANCED_LINKS *Parent;
    struct _RTL_BALANCED_LINKS *LeftChild;
    struct _RTL_BALANCED_LINKS *RightChild;
    CHAR Balance;
    UCHAR Reserved[3];
} RTL_BALANCED_LINKS, *PRTL_BALANCED_LINKS;
struct _RTL_AVL_TABLE;
typedef _Function_class_(RTL_AVL_COMPARE_ROUTINE) _IRQL_requires_same_
RTL_GENERIC_COMPARE_RESULTS RTL_AVL_COMPARE_ROUTINE(
    _In_ struct _RTL_AVL_TABLE *Table, _In_ PVOID FirstStruct, _In_ PVOID SecondStruct);
typedef RTL_AVL_COMPARE_ROUTINE *PRTL_AVL_COMPARE_ROUTINE;
typedef _Function_class_(RTL_AVL_ALLOCATE_ROUTINE) _IRQL_requires_same_ __drv_allocatesMem(Mem)
PVOID RTL_AVL_ALLOCATE_ROUTINE(_In_ struct _RTL_AVL_TABLE *Table, _In_ CLONG ByteSize);
typedef RTL_AVL_ALLOCATE_ROUTINE *PRTL_AVL_ALLOCATE_ROUTINE;
typedef _Function_class_(RTL_AVL_FREE_ROUTINE) _IRQL_requires_same_
VOID RTL_AVL_FREE_ROUTINE(
    _In_ struct _RTL_AVL_TABLE *Table, _In_ __drv_freesMem(Mem) _Post_invalid_ PVOID Buffer);
typedef RTL_AVL_FREE_ROUTINE *PRTL_AVL_FREE_ROUTINE;
typedef _Function_class_(RTL_AVL_MATCH_FUNCTION) _IRQL_requires_same_
NTSTATUS RTL_AVL_MATCH_FUNCTION(_In_ struct _RTL_AVL_TABLE *Table, _In_ PVOID UserData, _In_ PVOID MatchData);
typedef RTL_AVL_MATCH_FUNCTION *PRTL_AVL_MATCH_FUNCTION;
typedef struct _RTL_AVL_TABLE {
    RTL_BALANCED_LINKS BalancedRoot;
    PVOID OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    ULONG DepthOfTree;
    PRTL_BALANCED_LINKS RestartKey;
    ULONG DeleteCount;
    PRTL_AVL_COMPARE_ROUTINE CompareRoutine;
    PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_AVL_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_AVL_TABLE, *PRTL_AVL_TABLE;
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
VOID RtlInitializeGenericTableAvl(
    _Out_ PRTL_AVL_TABLE Table, _In_ PRTL_AVL_COMPARE_ROUTINE CompareRoutine,
    _In_opt_ PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine, _In_opt_ PRTL_AVL_FREE_ROUTINE FreeRoutine,
    _In_opt_ PVOID TableContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlInsertElementGenericTableAvl(
    _In_ PRTL_AVL_TABLE Table, _In_reads_bytes_(BufferSize) PVOID Buffer, _In_ CLONG BufferSize,
    _Out_opt_ PBOOLEAN NewElement);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN RtlDeleteElementGenericTableAvl(_In_ PRTL_AVL_TABLE Table, _In_ PVOID Buffer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlLookupElementGenericTableAvl(_In_ PRTL_AVL_TABLE Table, _In_ PVOID Buffer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlEnumerateGenericTableAvl(_In_ PRTL_AVL_TABLE Table, _In_ BOOLEAN Restart);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlEnumerateGenericTableWithoutSplayingAvl(_In_ PRTL_AVL_TABLE Table, _Inout_ PVOID *RestartKey);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlGetElementGenericTableAvl(_In_ PRTL_AVL_TABLE Table, _In_ ULONG I);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
ULONG RtlNumberGenericTableElementsAvl(_In_ PRTL_AVL_TABLE Table);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN RtlIsGenericTableEmptyAvl(_In_ PRTL_AVL_TABLE Table);

/* Splay trees. */
typedef struct _RTL_SPLAY_LINKS {
    struct _RTL_SPLAY_LINKS *Parent;
    struct _RTL_SPLAY_LINKS *LeftChild;
    struct _RTL_SPLAY_LINKS *RightChild;
} RTL_SPLAY_LINKS, *PRTL_SPLAY_LINKS;
#define RtlInitializeSplayLinks(Links)                                                                                 \
    {                                                                                                                  \
        PRTL_SPLAY_LINKS wdkSplayLinks_ = (PRTL_SPLAY_LINKS)(Links);                                                   \
        wdkSplayLinks_->Parent = wdkSplayLinks_;                                                                       \
        wdkSplayLinks_->LeftChild = NULL;                                                                              \
        wdkSplayLinks_->RightChild = NULL;                                                                             \
    }
#define RtlParent(Links) ((PRTL_SPLAY_LINKS)(Links)->Parent)
#define RtlLeftChild(Links) ((PRTL_SPLAY_LINKS)(Links)->LeftChild)
#define RtlRightChild(Links) ((PRTL_SPLAY_LINKS)(Links)->RightChild)
#define RtlIsRoot(Links) ((RtlParent(Links) == (PRTL_SPLAY_LINKS)(Links)))
#define RtlIsLeftChild(Links) ((RtlLeftChild(RtlParent(Links)) == (PRTL_SPLAY_LINKS)(Links)))
#define RtlIsRightChild(Links) ((RtlRightChild(RtlParent(Links)) == (PRTL_SPLAY_LINKS)(Links)))
#define RtlInsertAsLeftChild(ParentLinks, ChildLinks)                                                                  \
    {                                                                                                                  \
        ((PRTL_SPLAY_LINKS)(ParentLinks))->LeftChild = (PRTL_SPLAY_LINKS)(ChildLinks);                                 \
        ((PRTL_SPLAY_LINKS)(ChildLinks))->Parent = (PRTL_SPLAY_LINKS)(ParentLinks);                                    \
    }
#define RtlInsertAsRightChild(ParentLinks, ChildLinks)                                                                 \
    {                                                                                                                  \
        ((PRTL_SPLAY_LINKS)(ParentLinks))->RightChild = (PRTL_SPLAY_LINKS)(ChildLinks);                                \
        ((PRTL_SPLAY_LINKS)(ChildLinks))->Parent = (PRTL_SPLAY_LINKS)(ParentLinks);                                    \
    }
WDK_NTOS("5.0.2195")
PRTL_SPLAY_LINKS RtlSplay(_Inout_ PRTL_SPLAY_LINKS Links);
WDK_NTOS("5.0.2195")
PRTL_SPLAY_LINKS RtlDelete(_In_ PRTL_SPLAY_LINKS Links);
WDK_NTOS("5.0.2195")
VOID RtlDeleteNoSplay(_In_ PRTL_SPLAY_LINKS Links, _Inout_ PRTL_SPLAY_LINKS *Root);
_Must_inspect_result_ WDK_NTOS("5.0.2195")
PRTL_SPLAY_LINKS RtlSubtreeSuccessor(_In_ PRTL_SPLAY_LINKS Links);
_Must_inspect_result_ WDK_NTOS("5.0.2195")
PRTL_SPLAY_LINKS RtlSubtreePredecessor(_In_ PRTL_SPLAY_LINKS Links);
_Must_inspect_result_ WDK_NTOS("5.0.2195")
PRTL_SPLAY_LINKS RtlRealSuccessor(_In_ PRTL_SPLAY_LINKS Links);
_Must_inspect_result_ WDK_NTOS("5.0.2195")
PRTL_SPLAY_LINKS RtlRealPredecessor(_In_ PRTL_SPLAY_LINKS Links);

/* Generic tables: splay trees, or AVL trees where the driver defines RTL_USE_AVL_TABLES. */
#if !defined(RTL_USE_AVL_TABLES)
struct _RTL_GENERIC_TABLE;
typedef _Function_class_(RTL_GENERIC_COMPARE_ROUTINE) _IRQL_requires_same_
RTL_GENERIC_COMPARE_RESULTS RTL_GENERIC_COMPARE_ROUTINE(
    _In_ struct _RTL_GENERIC_TABLE *Table, _In_ PVOID FirstStruct, _In_ PVOID SecondStruct);
typedef RTL_GENERIC_COMPARE_ROUTINE *PRTL_GENERIC_COMPARE_ROUTINE;
typedef _Function_class_(RTL_GENERIC_ALLOCATE_ROUTINE) _IRQL_requires_same_ __drv_allocatesMem(Mem)
PVOID RTL_GENERIC_ALLOCATE_ROUTINE(_In_ struct _RTL_GENERIC_TABLE *Table, _In_ CLONG ByteSize);
typedef RTL_GENERIC_ALLOCATE_ROUTINE *PRTL_GENERIC_ALLOCATE_ROUTINE;
typedef _Function_class_(RTL_GENERIC_FREE_ROUTINE) _IRQL_requires_same_
VOID RTL_GENERIC_FREE_ROUTINE(
    _In_ struct _RTL_GENERIC_TABLE *Table, _In_ __drv_freesMem(Mem) _Post_invalid_ PVOID Buffer);
typedef RTL_GENERIC_FREE_ROUTINE *PRTL_GENERIC_FREE_ROUTINE;
typedef struct _RTL_GENERIC_TABLE {
    PRTL_SPLAY_LINKS TableRoot;
    LIST_ENTRY InsertOrderList;
    PLIST_ENTRY OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine;
    PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_GENERIC_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_GENERIC_TABLE, *PRTL_GENERIC_TABLE;
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlInitializeGenericTable(
    _Out_ PRTL_GENERIC_TABLE Table, _In_ PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine,
    _In_ PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine, _In_ PRTL_GENERIC_FREE_ROUTINE FreeRoutine,
    _In_opt_ PVOID TableContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PVOID RtlInsertElementGenericTable(
    _In_ PRTL_GENERIC_TABLE Table, _In_reads_bytes_(BufferSize) PVOID Buffer, _In_ CLONG BufferSize,
    _Out_opt_ PBOOLEAN NewElement);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlDeleteElementGenericTable(_In_ PRTL_GENERIC_TABLE Table, _In_ PVOID Buffer);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID RtlLookupElementGenericTable(_In_ PRTL_GENERIC_TABLE Table, _In_ PVOID Buffer);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID RtlEnumerateGenericTable(_In_ PRTL_GENERIC_TABLE Table, _In_ BOOLEAN Restart);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID RtlEnumerateGenericTableWithoutSplaying(_In_ PRTL_GENERIC_TABLE Table, _Inout_ PVOID *RestartKey);
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID RtlGetElementGenericTable(_In_ PRTL_GENERIC_TABLE Table, _In_ ULONG I);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlNumberGenericTableElements(_In_ PRTL_GENERIC_TABLE Table);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlIsGenericTableEmpty(_In_ PRTL_GENERIC_TABLE Table);
#else
#define RTL_GENERIC_TABLE RTL_AVL_TABLE
#define PRTL_GENERIC_TABLE PRTL_AVL_TABLE
#define RTL_GENERIC_COMPARE_ROUTINE RTL_AVL_COMPARE_ROUTINE
#define PRTL_GENERIC_COMPARE_ROUTINE PRTL_AVL_COMPARE_ROUTINE
#define RTL_GENERIC_ALLOCATE_ROUTINE RTL_AVL_ALLOCATE_ROUTINE
#define PRTL_GENERIC_ALLOCATE_ROUTINE PRTL_AVL_ALLOCATE_ROUTINE
#define RTL_GENERIC_FREE_ROUTINE RTL_AVL_FREE_ROUTINE
#define PRTL_GENERIC_FREE_ROUTINE PRTL_AVL_FREE_ROUTINE
#define RtlInitializeGenericTable RtlInitializeGenericTableAvl
#define RtlInsertElementGenericTable RtlInsertElementGenericTableAvl
#define RtlDeleteElementGenericTable RtlDeleteElementGenericTableAvl
#define RtlLookupElementGenericTable RtlLookupElementGenericTableAvl
#define RtlEnumerateGenericTable RtlEnumerateGenericTableAvl
#define RtlEnumerateGenericTableWithoutSplaying RtlEnumerateGenericTableWithoutSplayingAvl
#define RtlGetElementGenericTable RtlGetElementGenericTableAvl
#define RtlNumberGenericTableElements RtlNumberGenericTableElementsAvl
#define RtlIsGenericTableEmpty RtlIsGenericTableEmptyAvl
#endif

/* One-time initialisation. */
#define RTL_RUN_ONCE_INIT {0}
#define RTL_RUN_ONCE_CHECK_ONLY 0x00000001UL
#define RTL_RUN_ONCE_ASYNC 0x00000002UL
#define RTL_RUN_ONCE_INIT_FAILED 0x00000004UL
#define RTL_RUN_ONCE_CTX_RESERVED_BITS 2
typedef union _RTL_RUN_ONCE {
    PVOID Ptr;
} RTL_RUN_ONCE, *PRTL_RUN_ONCE;
typedef _Function_class_(RTL_RUN_ONCE_INIT_FN) _IRQL_requires_same_ _IRQL_requires_max_(APC_LEVEL)
ULONG RTL_RUN_ONCE_INIT_FN(
    _Inout_ PRTL_RUN_ONCE RunOnce, _Inout_opt_ PVOID Parameter, _Inout_opt_ PVOID *Context);
typedef RTL_RUN_ONCE_INIT_FN *PRTL_RUN_ONCE_INIT_FN;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID RtlRunOnceInitialize(_Out_ PRTL_RUN_ONCE RunOnce);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS RtlRunOnceExecuteOnce(
    _Inout_ PRTL_RUN_ONCE RunOnce, _In_ PRTL_RUN_ONCE_INIT_FN InitFn, _Inout_opt_ PVOID Parameter,
    _Outptr_opt_result_maybenull_ PVOID *Context);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS RtlRunOnceBeginInitialize(
    _Inout_ PRTL_RUN_ONCE RunOnce, _In_ ULONG Flags, _Outptr_opt_result_maybenull_ PVOID *Context);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS RtlRunOnceComplete(_Inout_ PRTL_RUN_ONCE RunOnce, _In_ ULONG Flags, _In_opt_ PVOID Context);

/* Strings. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlCopyString(_Out_ PSTRING DestinationString, _In_opt_ const STRING *SourceString);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
LONG RtlCompareString(_In_ const STRING *String1, _In_ const STRING *String2, _In_ BOOLEAN CaseInSensitive);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlEqualString(_In_ const STRING *String1, _In_ const STRING *String2, _In_ BOOLEAN CaseInSensitive);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
CHAR RtlUpperChar(_In_ CHAR Character);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlUpperString(_Inout_ PSTRING DestinationString, _In_ const STRING *SourceString);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlPrefixUnicodeString(
    _In_ PCUNICODE_STRING String1, _In_ PCUNICODE_STRING String2, _In_ BOOLEAN CaseInSensitive);
_When_(AllocateDestinationString, _At_(DestinationString->Buffer, __drv_allocatesMem(Mem)))
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlUpcaseUnicodeString(
    _Inout_ PUNICODE_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlCharToInteger(_In_z_ PCSTR String, _In_opt_ ULONG Base, _Out_ PULONG Value);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlMapGenericMask(_Inout_ PACCESS_MASK AccessMask, _In_ const GENERIC_MAPPING *GenericMapping);
WDK_NTOS("5.0.2195")
ULONG RtlWalkFrameChain(_Out_writes_(Count - (Flags >> 8)) PVOID *Callers, _In_ ULONG Count, _In_ ULONG Flags);
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE LUID RtlConvertLongToLuid(_In_ LONG Long)
{
    LUID luid;

    luid.LowPart = (ULONG)Long;
    luid.HighPart = Long < 0 ? -1 : 0;
    return luid;
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE LUID RtlConvertUlongToLuid(_In_ ULONG Ulong)
{
    LUID luid;

    luid.LowPart = Ulong;
    luid.HighPart = 0;
    return luid;
}

#ifdef __cplusplus
}
#endif
#endif
