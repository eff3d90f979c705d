/* Locks, events, timers and work items of NDIS. Facts: the public reference. */
#ifndef WDK_NDIS_SYNC_H
#define WDK_NDIS_SYNC_H
#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Spin locks. */
typedef struct _NDIS_SPIN_LOCK {
    KSPIN_LOCK SpinLock;
    KIRQL OldIrql;
} NDIS_SPIN_LOCK, *PNDIS_SPIN_LOCK;

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID NdisAllocateSpinLock(_Out_ PNDIS_SPIN_LOCK SpinLock)
{
    KeInitializeSpinLock(&SpinLock->SpinLock);
}

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID NdisFreeSpinLock(_In_ PNDIS_SPIN_LOCK SpinLock)
{
    UNREFERENCED_PARAMETER(SpinLock);
}

_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) _Acquires_lock_(SpinLock->SpinLock)
_At_(SpinLock->OldIrql, _IRQL_saves_)
FORCEINLINE VOID NdisAcquireSpinLock(_Inout_ PNDIS_SPIN_LOCK SpinLock)
{
    KIRQL old;
    KeAcquireSpinLock(&SpinLock->SpinLock, &old);
    SpinLock->OldIrql = old;
}

_IRQL_requires_(DISPATCH_LEVEL) _Releases_lock_(SpinLock->SpinLock)
_At_(SpinLock->OldIrql, _IRQL_restores_)
FORCEINLINE VOID NdisReleaseSpinLock(_Inout_ PNDIS_SPIN_LOCK SpinLock)
{
    KeReleaseSpinLock(&SpinLock->SpinLock, SpinLock->OldIrql);
}

_IRQL_requires_(DISPATCH_LEVEL) _Acquires_lock_(SpinLock->SpinLock)
FORCEINLINE VOID NdisDprAcquireSpinLock(_Inout_ PNDIS_SPIN_LOCK SpinLock)
{
    KeAcquireSpinLockAtDpcLevel(&SpinLock->SpinLock);
    SpinLock->OldIrql = DISPATCH_LEVEL;
}

_IRQL_requires_(DISPATCH_LEVEL) _Releases_lock_(SpinLock->SpinLock)
FORCEINLINE VOID NdisDprReleaseSpinLock(_Inout_ PNDIS_SPIN_LOCK SpinLock)
{
    KeReleaseSpinLockFromDpcLevel(&SpinLock->SpinLock);
}

/* Reader-writer locks. */
#define NDIS_RWL_AT_DISPATCH_LEVEL 1
typedef struct _NDIS_RW_LOCK_EX NDIS_RW_LOCK_EX, *PNDIS_RW_LOCK_EX;
typedef struct _LOCK_STATE_EX {
    KIRQL OldIrql;
    UCHAR LockState;
    UCHAR Flags;
} LOCK_STATE_EX, *PLOCK_STATE_EX;

_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
PNDIS_RW_LOCK_EX NdisAllocateRWLock(_In_ NDIS_HANDLE NdisHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
VOID NdisFreeRWLock(_In_ PNDIS_RW_LOCK_EX Lock);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) _Acquires_shared_lock_(*Lock) WDK_NDIS("6.1.7600")
VOID NdisAcquireRWLockRead(
    _In_ PNDIS_RW_LOCK_EX Lock, _Out_ _IRQL_saves_ PLOCK_STATE_EX LockState, _In_ UCHAR Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) _Acquires_exclusive_lock_(*Lock) WDK_NDIS("6.1.7600")
VOID NdisAcquireRWLockWrite(
    _In_ PNDIS_RW_LOCK_EX Lock, _Out_ _IRQL_saves_ PLOCK_STATE_EX LockState, _In_ UCHAR Flags);
_IRQL_requires_(DISPATCH_LEVEL) _Releases_lock_(*Lock) WDK_NDIS("6.1.7600")
VOID NdisReleaseRWLock(_In_ PNDIS_RW_LOCK_EX Lock, _In_ _IRQL_restores_ PLOCK_STATE_EX LockState);

#if NDIS_SUPPORT_60_COMPATIBLE_API
typedef union _NDIS_RW_LOCK_REFCOUNT {
    UINT RefCount;
    UCHAR cacheLine[16];
} NDIS_RW_LOCK_REFCOUNT;
typedef struct _NDIS_RW_LOCK {
    union {
        struct {
            KSPIN_LOCK SpinLock;
            PVOID Context;
        };
        UCHAR Reserved[16];
    };
    union {
        NDIS_RW_LOCK_REFCOUNT RefCount[MAXIMUM_PROC_PER_GROUP];
        ULONG RefCountEx[sizeof(NDIS_RW_LOCK_REFCOUNT) / sizeof(ULONG) * MAXIMUM_PROC_PER_GROUP];
        struct {
            KSPIN_LOCK RefCountLock;
            volatile ULONG SharedRefCount;
            volatile BOOLEAN WriterWaiting;
        };
    };
} NDIS_RW_LOCK, *PNDIS_RW_LOCK;
typedef struct _LOCK_STATE {
    USHORT LockState;
    KIRQL OldIrql;
} LOCK_STATE, *PLOCK_STATE;
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisInitializeReadWriteLock(_Out_ PNDIS_RW_LOCK Lock);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisAcquireReadWriteLock(_Inout_ PNDIS_RW_LOCK Lock, _In_ BOOLEAN fWrite, _Out_ PLOCK_STATE LockState);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisReleaseReadWriteLock(_Inout_ PNDIS_RW_LOCK Lock, _In_ PLOCK_STATE LockState);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisDprAcquireReadWriteLock(_Inout_ PNDIS_RW_LOCK Lock, _In_ BOOLEAN fWrite, _Out_ PLOCK_STATE LockState);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisDprReleaseReadWriteLock(_Inout_ PNDIS_RW_LOCK Lock, _In_ PLOCK_STATE LockState);
#endif

/* Mutexes. */
typedef KMUTEX NDIS_MUTEX, *PNDIS_MUTEX;
#define NDIS_INIT_MUTEX(mutex) KeInitializeMutex(mutex, 0xFFFF)
#define NDIS_WAIT_FOR_MUTEX(mutex) KeWaitForSingleObject(mutex, Executive, KernelMode, FALSE, NULL)
#define NDIS_RELEASE_MUTEX(mutex) KeReleaseMutex(mutex, FALSE)

/* Events. */
typedef struct _NDIS_EVENT {
    KEVENT Event;
} NDIS_EVENT, *PNDIS_EVENT;
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisInitializeEvent(_Out_ PNDIS_EVENT Event);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisSetEvent(_Inout_ PNDIS_EVENT Event);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisResetEvent(_Inout_ PNDIS_EVENT Event);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDK_NDIS("5.0.2195")
BOOLEAN NdisWaitEvent(_In_ PNDIS_EVENT Event, _In_ UINT msToWait);

/* Timers. */
typedef _Function_class_(NDIS_TIMER_FUNCTION) _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_same_
VOID NDIS_TIMER_FUNCTION(
    _In_opt_ PVOID SystemSpecific1, _In_opt_ PVOID FunctionContext, _In_opt_ PVOID SystemSpecific2,
    _In_opt_ PVOID SystemSpecific3);
typedef NDIS_TIMER_FUNCTION *PNDIS_TIMER_FUNCTION;
typedef struct _NDIS_TIMER {
    KTIMER Timer;
    KDPC Dpc;
} NDIS_TIMER, *PNDIS_TIMER;

typedef struct _NDIS_TIMER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG AllocationTag;
    PNDIS_TIMER_FUNCTION TimerFunction;
    PVOID FunctionContext;
} NDIS_TIMER_CHARACTERISTICS, *PNDIS_TIMER_CHARACTERISTICS;
#define NDIS_TIMER_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_TIMER_CHARACTERISTICS, FunctionContext)

_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisAllocateTimerObject(
    _In_ NDIS_HANDLE NdisHandle, _In_ PNDIS_TIMER_CHARACTERISTICS TimerCharacteristics, _Out_ PNDIS_HANDLE pTimerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
BOOLEAN NdisSetTimerObject(
    _In_ NDIS_HANDLE TimerObject, _In_ LARGE_INTEGER DueTime, _In_opt_ LONG MillisecondsPeriod,
    _In_opt_ PVOID FunctionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
BOOLEAN NdisSetCoalescableTimerObject(
    _In_ NDIS_HANDLE TimerObject, _In_ LARGE_INTEGER DueTime, _In_opt_ LONG MillisecondsPeriod,
    _In_opt_ PVOID FunctionContext, _In_opt_ ULONG Tolerance);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
BOOLEAN NdisCancelTimerObject(_In_ NDIS_HANDLE TimerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeTimerObject(_In_ NDIS_HANDLE TimerObject);

/* Work items. */
typedef _Function_class_(NDIS_IO_WORKITEM_FUNCTION) _IRQL_requires_(PASSIVE_LEVEL) _IRQL_requires_same_
VOID NDIS_IO_WORKITEM(_In_opt_ PVOID WorkItemContext, _In_ NDIS_HANDLE NdisIoWorkItemHandle);
typedef NDIS_IO_WORKITEM NDIS_IO_WORKITEM_FUNCTION;
typedef NDIS_IO_WORKITEM *NDIS_IO_WORKITEM_ROUTINE;
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_HANDLE NdisAllocateIoWorkItem(_In_ NDIS_HANDLE NdisObjectHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisQueueIoWorkItem(
    _In_ NDIS_HANDLE NdisIoWorkItemHandle, _In_ NDIS_IO_WORKITEM_ROUTINE Routine, _In_opt_ PVOID WorkItemContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeIoWorkItem(_In_ NDIS_HANDLE NdisIoWorkItemHandle);

struct _NDIS_WORK_ITEM;
typedef VOID (*NDIS_PROC)(struct _NDIS_WORK_ITEM *WorkItem, PVOID Context);
typedef struct _NDIS_WORK_ITEM {
    PVOID Context;
    NDIS_PROC Routine;
    UCHAR WrapperReserved[8 * sizeof(PVOID)];
} NDIS_WORK_ITEM, *PNDIS_WORK_ITEM;
FORCEINLINE VOID NdisInitializeWorkItem(
    _Out_ PNDIS_WORK_ITEM WorkItem, _In_ NDIS_PROC Routine, _In_opt_ PVOID Context)
{
    WorkItem->Context = Context;
    WorkItem->Routine = Routine;
}
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisScheduleWorkItem(_In_ PNDIS_WORK_ITEM WorkItem);

/* Interlocked operations and lists. */
#define NdisInterlockedIncrement(addend) InterlockedIncrement(addend)
#define NdisInterlockedDecrement(addend) InterlockedDecrement(addend)
#define NdisInterlockedAddUlong(addend, increment, lock) \
    ExInterlockedAddUlong(addend, increment, &(lock)->SpinLock)
#define NdisInterlockedInsertHeadList(head, entry, lock) \
    ExInterlockedInsertHeadList(head, entry, &(lock)->SpinLock)
#define NdisInterlockedInsertTailList(head, entry, lock) \
    ExInterlockedInsertTailList(head, entry, &(lock)->SpinLock)
#define NdisInterlockedRemoveHeadList(head, lock) ExInterlockedRemoveHeadList(head, &(lock)->SpinLock)
#define NdisInterlockedPushEntryList(head, entry, lock) ExInterlockedPushEntryList(head, entry, &(lock)->SpinLock)
#define NdisInterlockedPopEntryList(head, lock) ExInterlockedPopEntryList(head, &(lock)->SpinLock)
#define NdisInterlockedAddLargeStatistic(addend, increment) \
    ExInterlockedAddLargeStatistic((PLARGE_INTEGER)(addend), increment)
#define NdisInitializeListHead(head) InitializeListHead(head)
#define NdisInitializeSListHead(head) ExInitializeSListHead(head)
#define NdisInterlockedPushEntrySList(head, entry, lock) \
    ExInterlockedPushEntrySList(head, entry, &(lock)->SpinLock)
#define NdisInterlockedPopEntrySList(head, lock) ExInterlockedPopEntrySList(head, &(lock)->SpinLock)
#define NdisQueryDepthSList(head) ExQueryDepthSList(head)

#ifdef __cplusplus
}
#endif
#endif
