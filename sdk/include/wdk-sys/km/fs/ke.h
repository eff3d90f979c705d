/* Kernel objects and processes that file systems need beyond ntddk.h. */
#ifndef WDK_FS_KE_H
#define WDK_FS_KE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Attaching to a process. */
typedef struct _KAPC_STATE {
    LIST_ENTRY ApcListHead[MaximumMode];
    PKPROCESS Process;
    BOOLEAN KernelApcInProgress;
    BOOLEAN KernelApcPending;
    BOOLEAN UserApcPending;
} KAPC_STATE, *PKAPC_STATE, *RESTRICTED_POINTER PRKAPC_STATE;
#define KAPC_STATE_ACTUAL_LENGTH (FIELD_OFFSET(KAPC_STATE, UserApcPending) + sizeof(BOOLEAN))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID KeStackAttachProcess(_In_ PKPROCESS PROCESS, _Out_ PKAPC_STATE ApcState);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID KeUnstackDetachProcess(_In_ PKAPC_STATE ApcState);
WDK_NTOS("5.0.2195")
VOID KeAttachProcess(_In_ PKPROCESS Process);
WDK_NTOS("5.0.2195")
VOID KeDetachProcess(VOID);
/* Queues that threads wait on. */
typedef struct _KQUEUE {
    DISPATCHER_HEADER Header;
    LIST_ENTRY EntryListHead;
    volatile ULONG CurrentCount;
    ULONG MaximumCount;
    LIST_ENTRY ThreadListHead;
} KQUEUE, *PKQUEUE, *RESTRICTED_POINTER PRKQUEUE;
#define ASSERT_QUEUE(Q) NT_ASSERT(((Q)->Header.Type & KOBJECT_TYPE_MASK) == QueueObject)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeQueue(_Out_ PRKQUEUE Queue, _In_ ULONG Count);
WDK_NTOS("5.0.2195")
LONG KeReadStateQueue(_In_ PRKQUEUE Queue);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
LONG KeInsertQueue(_Inout_ PRKQUEUE Queue, _Inout_ PLIST_ENTRY Entry);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
LONG KeInsertHeadQueue(_Inout_ PRKQUEUE Queue, _Inout_ PLIST_ENTRY Entry);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PLIST_ENTRY KeRemoveQueue(_Inout_ PRKQUEUE Queue, _In_ KPROCESSOR_MODE WaitMode, _In_opt_ PLARGE_INTEGER Timeout);
WDK_NTOS("5.0.2195")
ULONG KeRemoveQueueEx(
    _Inout_ PKQUEUE Queue, _In_ KPROCESSOR_MODE WaitMode, _In_ BOOLEAN Alertable, _In_opt_ PLARGE_INTEGER Timeout,
    _Out_writes_to_(Count, return) PLIST_ENTRY *EntryArray, _In_ ULONG Count);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PLIST_ENTRY KeRundownQueue(_Inout_ PRKQUEUE Queue);
/* Mutants and threads. */
WDK_NTOS("5.0.2195")
VOID KeInitializeMutant(_In_ PRKMUTANT Mutant, _In_ BOOLEAN InitialOwner);
WDK_NTOS("5.0.2195")
LONG KeReadStateMutant(_In_ PRKMUTANT Mutant);
WDK_NTOS("5.0.2195")
LONG KeReleaseMutant(_In_ PRKMUTANT Mutant, _In_ KPRIORITY Increment, _In_ BOOLEAN Abandoned, _In_ BOOLEAN Wait);
WDK_NTOS("5.0.2195")
UCHAR KeSetIdealProcessorThread(_In_ PKTHREAD Thread, _In_ UCHAR Processor);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeSetKernelStackSwapEnable(_In_ BOOLEAN Enable);
/* Queued spin locks that the kernel numbers. */
enum _KSPIN_LOCK_QUEUE_NUMBER {
    LockQueueUnusedSpare0,
    LockQueueUnusedSpare1,
    LockQueueUnusedSpare2,
    LockQueueUnusedSpare3,
    LockQueueVacbLock,
    LockQueueMasterLock,
    LockQueueNonPagedPoolLock,
    LockQueueIoCancelLock,
    LockQueueUnusedSpare8,
    LockQueueIoVpbLock,
    LockQueueIoDatabaseLock,
    LockQueueIoCompletionLock,
    LockQueueNtfsStructLock,
    LockQueueAfdWorkQueueLock,
    LockQueueBcbLock,
    LockQueueUnusedSpare15,
    LockQueueUnusedSpare16,
    LockQueueMaximumLock
};
/* Eight bytes on amd64, where the type is not the enumeration. */
#if defined(_AMD64_)
typedef ULONG64 KSPIN_LOCK_QUEUE_NUMBER, *PKSPIN_LOCK_QUEUE_NUMBER;
#else
typedef enum _KSPIN_LOCK_QUEUE_NUMBER KSPIN_LOCK_QUEUE_NUMBER, *PKSPIN_LOCK_QUEUE_NUMBER;
#endif
WDK_NTOS("5.0.2195")
KIRQL KeAcquireQueuedSpinLock(_In_ KSPIN_LOCK_QUEUE_NUMBER Number);
WDK_NTOS("5.0.2195")
VOID KeReleaseQueuedSpinLock(_In_ KSPIN_LOCK_QUEUE_NUMBER Number, _In_ KIRQL OldIrql);
WDK_NTOS("5.0.2195")
LOGICAL KeTryToAcquireQueuedSpinLock(_In_ KSPIN_LOCK_QUEUE_NUMBER Number, _Out_ PKIRQL OldIrql);
/* Processes and threads. */
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS PsLookupProcessByProcessId(_In_ HANDLE ProcessId, _Outptr_ PEPROCESS *Process);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS PsLookupThreadByThreadId(_In_ HANDLE ThreadId, _Outptr_ PETHREAD *Thread);
_Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS PsLookupProcessThreadByCid(_In_ PCLIENT_ID Cid, _In_ PEPROCESS *Process, _In_ PETHREAD *Thread);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN PsIsSystemThread(_In_ PETHREAD Thread);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN PsIsThreadTerminating(_In_ PETHREAD Thread);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
LARGE_INTEGER PsGetProcessExitTime(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID PsChargePoolQuota(_In_ PEPROCESS Process, _In_ POOL_TYPE PoolType, _In_ ULONG_PTR Amount);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID PsReturnPoolQuota(_In_ PEPROCESS Process, _In_ POOL_TYPE PoolType, _In_ ULONG_PTR Amount);
WDK_NTOS("5.0.2195")
NTSTATUS PsChargeProcessPoolQuota(_In_ PEPROCESS Process, _In_ POOL_TYPE PoolType, _In_ ULONG_PTR Amount);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
PEPROCESS PsGetThreadProcess(_In_ PETHREAD Thread);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("")
BOOLEAN PsIsDiskCountersEnabled(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("")
VOID PsUpdateDiskCounters(
    _Inout_ PEPROCESS Process, _In_ ULONG64 BytesRead, _In_ ULONG64 BytesWritten, _In_ ULONG ReadOperationCount,
    _In_ ULONG WriteOperationCount, _In_ ULONG FlushOperationCount);
/* Pool and resources. */
WDK_NTOS("5.0.2195")
SIZE_T ExQueryPoolBlockSize(_In_ PVOID PoolBlock, _In_ PBOOLEAN QuotaCharged);
WDK_NTOS("5.0.2195")
VOID ExDisableResourceBoostLite(_In_ PERESOURCE Resource);
#define ExDisableResourceBoost ExDisableResourceBoostLite

#ifdef __cplusplus
}
#endif
#endif
