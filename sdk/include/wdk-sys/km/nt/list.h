/* Doubly and singly linked lists, and the lock-free singly linked kind. */
#ifndef WDK_NT_LIST_H
#define WDK_NT_LIST_H

#include "arch.h"

#ifdef __cplusplus
extern "C" {
#endif

#define RTL_STATIC_LIST_HEAD(x) LIST_ENTRY x = {&x, &x}

/* A corrupt link is an attack or a bug; the kernel stops there with this code (FAST_FAIL_CORRUPT_LIST_ENTRY). */
#define FAST_FAIL_LEGACY_GS_VIOLATION 0
#define FAST_FAIL_VTGUARD_CHECK_FAILURE 1
#define FAST_FAIL_STACK_COOKIE_CHECK_FAILURE 2
#define FAST_FAIL_CORRUPT_LIST_ENTRY 3
#define FAST_FAIL_INCORRECT_STACK 4
#define FAST_FAIL_INVALID_ARG 5
#define FAST_FAIL_GS_COOKIE_INIT 6
#define FAST_FAIL_FATAL_APP_EXIT 7
#define FAST_FAIL_RANGE_CHECK_FAILURE 8
#define FAST_FAIL_UNSAFE_REGISTRY_ACCESS 9
#define FAST_FAIL_GUARD_ICALL_CHECK_FAILURE 10
#define FAST_FAIL_GUARD_WRITE_CHECK_FAILURE 11
#define FAST_FAIL_INVALID_FIBER_SWITCH 12
#define FAST_FAIL_INVALID_SET_OF_CONTEXT 13
#define FAST_FAIL_INVALID_REFERENCE_COUNT 14
#define FAST_FAIL_INVALID_JUMP_BUFFER 18
#define FAST_FAIL_MRDATA_MODIFIED 19
#define FAST_FAIL_CERTIFICATION_FAILURE 20
#define FAST_FAIL_INVALID_EXCEPTION_CHAIN 21
#define FAST_FAIL_CRYPTO_LIBRARY 22
#define FAST_FAIL_INVALID_CALL_IN_DLL_CALLOUT 23
#define FAST_FAIL_INVALID_IMAGE_BASE 24
#define FAST_FAIL_DLOAD_PROTECTION_FAILURE 25
#define FAST_FAIL_UNSAFE_EXTENSION_CALL 26
#define FAST_FAIL_DEPRECATED_SERVICE_INVOKED 27
#define FAST_FAIL_INVALID_BUFFER_ACCESS 28
#define FAST_FAIL_INVALID_BALANCED_TREE 29
#define FAST_FAIL_INVALID_NEXT_THREAD 30
#define FAST_FAIL_GUARD_ICALL_CHECK_SUPPRESSED 31
#define FAST_FAIL_APCS_DISABLED 32
#define FAST_FAIL_INVALID_IDLE_STATE 33
#define FAST_FAIL_MRDATA_PROTECTION_FAILURE 34
#define FAST_FAIL_UNEXPECTED_HEAP_EXCEPTION 35
#define FAST_FAIL_INVALID_LOCK_STATE 36
#define FAST_FAIL_GUARD_JUMPTABLE 37
#define FAST_FAIL_INVALID_LONGJUMP_TARGET 38
#define FAST_FAIL_INVALID_DISPATCH_CONTEXT 39
#define FAST_FAIL_INVALID_THREAD 40
#define FAST_FAIL_INVALID_SYSCALL_NUMBER 41
#define FAST_FAIL_INVALID_FILE_OPERATION 42
#define FAST_FAIL_LPAC_ACCESS_DENIED 43
#define FAST_FAIL_GUARD_SS_FAILURE 44
#define FAST_FAIL_LOADER_CONTINUITY_FAILURE 45
#define FAST_FAIL_GUARD_EXPORT_SUPPRESSION_FAILURE 46
#define FAST_FAIL_INVALID_CONTROL_STACK 47
#define FAST_FAIL_SET_CONTEXT_DENIED 48
#define FAST_FAIL_INVALID_IAT 49
#define FAST_FAIL_HEAP_METADATA_CORRUPTION 50
#define FAST_FAIL_PAYLOAD_RESTRICTION_VIOLATION 51
#define FAST_FAIL_LOW_LABEL_ACCESS_DENIED 52
#define FAST_FAIL_ENCLAVE_CALL_FAILURE 53
#define FAST_FAIL_UNHANDLED_LSS_EXCEPTON 54
#define FAST_FAIL_ADMINLESS_ACCESS_DENIED 55
#define FAST_FAIL_UNEXPECTED_CALL 56
#define FAST_FAIL_CONTROL_INVALID_RETURN_ADDRESS 57
#define FAST_FAIL_UNEXPECTED_HOST_BEHAVIOR 58
#define FAST_FAIL_FLAGS_CORRUPTION 59
#define FAST_FAIL_VEH_CORRUPTION 60
#define FAST_FAIL_ETW_CORRUPTION 61
#define FAST_FAIL_RIO_ABORT 62
#define FAST_FAIL_INVALID_PFN 63
#define FAST_FAIL_GUARD_ICALL_CHECK_FAILURE_XFG 64
#define FAST_FAIL_CAST_GUARD 65
#define FAST_FAIL_HOST_VISIBILITY_CHANGE 66
#define FAST_FAIL_KERNEL_CET_SHADOW_STACK_ASSIST 67
#define FAST_FAIL_PATCH_CALLBACK_FAILED 68
#define FAST_FAIL_NTDLL_PATCH_FAILED 69
#define FAST_FAIL_INVALID_FLS_DATA 70
#define FAST_FAIL_INVALID_FAST_FAIL_CODE 0xFFFFFFFF

_IRQL_requires_max_(HIGH_LEVEL)
DECLSPEC_NORETURN FORCEINLINE VOID RtlFailFast(_In_ ULONG Code)
{
    __fastfail(Code);
}

#include <nt/doubly_linked.h>

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE PSINGLE_LIST_ENTRY PopEntryList(_Inout_ PSINGLE_LIST_ENTRY ListHead)
{
    PSINGLE_LIST_ENTRY first = ListHead->Next;

    if (first != NULL) {
        ListHead->Next = first->Next;
    }
    return first;
}

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID PushEntryList(_Inout_ PSINGLE_LIST_ENTRY ListHead, _Inout_ __drv_aliasesMem PSINGLE_LIST_ENTRY Entry)
{
    Entry->Next = ListHead->Next;
    ListHead->Next = Entry;
}

/* Interlocked lists (sequenced: ABA-safe). */
typedef struct DECLSPEC_ALIGN(16) _SLIST_ENTRY {
    struct _SLIST_ENTRY *Next;
} SLIST_ENTRY, *PSLIST_ENTRY;
typedef union DECLSPEC_ALIGN(16) _SLIST_HEADER {
    struct {
        ULONGLONG Alignment;
        ULONGLONG Region;
    };
    struct {
        ULONGLONG Depth : 16;
        ULONGLONG Sequence : 48;
        ULONGLONG Reserved : 4;
        ULONGLONG NextEntry : 60;
    } HeaderX64;
} SLIST_HEADER, *PSLIST_HEADER;

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID InitializeSListHead(_Out_ PSLIST_HEADER ListHead)
{
    ListHead->Alignment = 0;
    ListHead->Region = 0;
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE USHORT ExQueryDepthSList(_In_ PSLIST_HEADER ListHead)
{
    return (USHORT)(ListHead->Alignment & 0xffff);
}
#define ExInitializeSListHead InitializeSListHead
#define QueryDepthSList(Head) ExQueryDepthSList(Head)

_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
PSLIST_ENTRY ExpInterlockedPopEntrySList(_Inout_ PSLIST_HEADER ListHead);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
PSLIST_ENTRY ExpInterlockedPushEntrySList(
    _Inout_ PSLIST_HEADER ListHead, _Inout_ __drv_aliasesMem PSLIST_ENTRY ListEntry);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
PSLIST_ENTRY ExpInterlockedFlushSList(_Inout_ PSLIST_HEADER ListHead);
#define ExInterlockedPopEntrySList(Head, Lock) ExpInterlockedPopEntrySList(Head)
#define ExInterlockedPushEntrySList(Head, Entry, Lock) ExpInterlockedPushEntrySList(Head, Entry)
#define ExInterlockedFlushSList(Head) ExpInterlockedFlushSList(Head)
#define InterlockedPopEntrySList(Head) ExpInterlockedPopEntrySList(Head)
#define InterlockedPushEntrySList(Head, Entry) ExpInterlockedPushEntrySList(Head, Entry)
#define InterlockedFlushSList(Head) ExpInterlockedFlushSList(Head)
#define FirstEntrySList(Head) ((PSLIST_ENTRY)((Head)->Region & ~0xFULL))

/* Lists under a spin lock, at any IRQL. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
PLIST_ENTRY ExInterlockedInsertHeadList(
    _Inout_ PLIST_ENTRY ListHead, _Inout_ __drv_aliasesMem PLIST_ENTRY ListEntry,
    _Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
PLIST_ENTRY ExInterlockedInsertTailList(
    _Inout_ PLIST_ENTRY ListHead, _Inout_ __drv_aliasesMem PLIST_ENTRY ListEntry,
    _Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
PLIST_ENTRY ExInterlockedRemoveHeadList(
    _Inout_ PLIST_ENTRY ListHead, _Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
PSINGLE_LIST_ENTRY ExInterlockedPopEntryList(
    _Inout_ PSINGLE_LIST_ENTRY ListHead, _Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
PSINGLE_LIST_ENTRY ExInterlockedPushEntryList(
    _Inout_ PSINGLE_LIST_ENTRY ListHead, _Inout_ __drv_aliasesMem PSINGLE_LIST_ENTRY ListEntry,
    _Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
LARGE_INTEGER ExInterlockedAddLargeInteger(
    _Inout_ PLARGE_INTEGER Addend, _In_ LARGE_INTEGER Increment,
    _Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
ULONG ExInterlockedAddUlong(
    _Inout_ PULONG Addend, _In_ ULONG Increment, _Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);

#ifdef __cplusplus
}
#endif
#endif
