/* Kernel: IRQL, spin locks, events, mutexes, semaphores, timers, DPCs, waits, time, bug checks. */
#ifndef WDK_NT_KE_H
#define WDK_NT_KE_H

#include "list.h"
#include <ntstatus.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LOW_PRIORITY 0
#define LOW_REALTIME_PRIORITY 16
#define HIGH_PRIORITY 31
#define MAXIMUM_PRIORITY 32
#define MAXIMUM_WAIT_OBJECTS 64
#define MAXIMUM_SUSPEND_COUNT MAXCHAR
#define THREAD_WAIT_OBJECTS 3

/* The word every object that can be waited for begins with. */
typedef struct _DISPATCHER_HEADER {
    union {
        union {
            volatile LONG Lock;
            LONG LockNV;
        };
        struct {
            UCHAR Type;
            UCHAR Signalling;
            UCHAR Size;
            UCHAR Reserved1;
        };
        struct {
            UCHAR TimerType;
            union {
                UCHAR TimerControlFlags;
                struct {
                    UCHAR Absolute : 1;
                    UCHAR Wake : 1;
                    UCHAR EncodedTolerableDelay : 6;
                };
            };
            UCHAR Hand;
            union {
                UCHAR TimerMiscFlags;
                struct {
                    UCHAR Index : 6;
                    UCHAR Inserted : 1;
                    volatile UCHAR Expired : 1;
                };
            };
        };
        struct {
            UCHAR Timer2Type;
            union {
                UCHAR Timer2Flags;
                struct {
                    UCHAR Timer2Inserted : 1;
                    UCHAR Timer2Expiring : 1;
                    UCHAR Timer2CancelPending : 1;
                    UCHAR Timer2SetPending : 1;
                    UCHAR Timer2Running : 1;
                    UCHAR Timer2Disabled : 1;
                    UCHAR Timer2ReservedFlags : 2;
                };
            };
            UCHAR Timer2ComponentId;
            UCHAR Timer2RelativeId;
        };
        struct {
            UCHAR QueueType;
            union {
                UCHAR QueueControlFlags;
                struct {
                    UCHAR Abandoned : 1;
                    UCHAR DisableIncrement : 1;
                    UCHAR QueueReservedControlFlags : 6;
                };
            };
            UCHAR QueueSize;
            UCHAR QueueReserved;
        };
        struct {
            UCHAR ThreadType;
            UCHAR ThreadReserved;
            UCHAR ThreadControlFlags;
            UCHAR DebugActive;
        };
        struct {
            UCHAR MutantType;
            UCHAR MutantSize;
            UCHAR DpcActive;
            UCHAR MutantReserved;
        };
    };
    LONG SignalState;
    LIST_ENTRY WaitListHead;
} DISPATCHER_HEADER, *PDISPATCHER_HEADER;

typedef struct _KEVENT {
    DISPATCHER_HEADER Header;
} KEVENT, *PKEVENT, *PRKEVENT;
typedef struct _KGATE {
    DISPATCHER_HEADER Header;
} KGATE, *PKGATE;
typedef struct _KSEMAPHORE {
    DISPATCHER_HEADER Header;
    LONG Limit;
} KSEMAPHORE, *PKSEMAPHORE, *PRKSEMAPHORE;
typedef struct _KMUTANT {
    DISPATCHER_HEADER Header;
    LIST_ENTRY MutantListEntry;
    struct _KTHREAD *OwnerThread;
    union {
        UCHAR MutantFlags;
        struct {
            UCHAR Abandoned : 1;
            UCHAR Spare1 : 7;
        };
    };
    UCHAR ApcDisable;
} KMUTANT, *PKMUTANT, *PRKMUTANT, KMUTEX, *PKMUTEX, *PRKMUTEX;

struct _KDPC;
typedef _Function_class_(KDEFERRED_ROUTINE) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_min_(DISPATCH_LEVEL)
VOID KDEFERRED_ROUTINE(
    _In_ struct _KDPC *Dpc, _In_opt_ PVOID DeferredContext, _In_opt_ PVOID SystemArgument1,
    _In_opt_ PVOID SystemArgument2);
typedef KDEFERRED_ROUTINE *PKDEFERRED_ROUTINE;
typedef enum _KDPC_IMPORTANCE { LowImportance, MediumImportance, HighImportance, MediumHighImportance } KDPC_IMPORTANCE;
typedef struct _KDPC {
    union {
        ULONG TargetInfoAsUlong;
        struct {
            UCHAR Type;
            UCHAR Importance;
            volatile USHORT Number;
        };
    };
    SINGLE_LIST_ENTRY DpcListEntry;
    KAFFINITY ProcessorHistory;
    PKDEFERRED_ROUTINE DeferredRoutine;
    PVOID DeferredContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    PVOID DpcData;
} KDPC, *PKDPC, *PRKDPC;
typedef struct _KDPC_WATCHDOG_INFORMATION {
    ULONG DpcTimeLimit;
    ULONG DpcTimeCount;
    ULONG DpcWatchdogLimit;
    ULONG DpcWatchdogCount;
    ULONG Reserved;
} KDPC_WATCHDOG_INFORMATION, *PKDPC_WATCHDOG_INFORMATION;
typedef struct _KTIMER {
    DISPATCHER_HEADER Header;
    ULARGE_INTEGER DueTime;
    LIST_ENTRY TimerListEntry;
    struct _KDPC *Dpc;
    USHORT Processor;
    USHORT TimerType;
    ULONG Period;
} KTIMER, *PKTIMER, *PRKTIMER;

typedef enum _KWAIT_REASON {
    Executive,
    FreePage,
    PageIn,
    PoolAllocation,
    DelayExecution,
    Suspended,
    UserRequest,
    WrExecutive,
    WrFreePage,
    WrPageIn,
    WrPoolAllocation,
    WrDelayExecution,
    WrSuspended,
    WrUserRequest,
    WrEventPair,
    WrQueue,
    WrLpcReceive,
    WrLpcReply,
    WrVirtualMemory,
    WrPageOut,
    WrRendezvous,
    WrKeyedEvent,
    WrTerminated,
    WrProcessInSwap,
    WrCpuRateControl,
    WrCalloutStack,
    WrKernel,
    WrResource,
    WrPushLock,
    WrMutex,
    WrQuantumEnd,
    WrDispatchInt,
    WrPreempted,
    WrYieldExecution,
    WrFastMutex,
    WrGuardedMutex,
    WrRundown,
    WrAlertByThreadId,
    WrDeferredPreempt,
    WrPhysicalFault,
    WrIoRing,
    WrMdlCache,
    WrRcu,
    MaximumWaitReason
} KWAIT_REASON;
typedef struct _KWAIT_BLOCK {
    LIST_ENTRY WaitListEntry;
    UCHAR WaitType;
    volatile UCHAR BlockState;
    USHORT WaitKey;
    LONG SpareLong;
    union {
        struct _KTHREAD *Thread;
        struct _KQUEUE *NotificationQueue;
        struct _KDPC *Dpc;
    };
    PVOID Object;
    PVOID SparePtr;
} KWAIT_BLOCK, *PKWAIT_BLOCK, *PRKWAIT_BLOCK;

/* Asynchronous procedure calls. */
struct _KAPC;
typedef _Function_class_(KNORMAL_ROUTINE)
VOID KNORMAL_ROUTINE(
    _In_opt_ PVOID NormalContext, _In_opt_ PVOID SystemArgument1, _In_opt_ PVOID SystemArgument2);
typedef KNORMAL_ROUTINE *PKNORMAL_ROUTINE;
typedef _Function_class_(KRUNDOWN_ROUTINE)
VOID KRUNDOWN_ROUTINE(_In_ struct _KAPC *Apc);
typedef KRUNDOWN_ROUTINE *PKRUNDOWN_ROUTINE;
typedef _Function_class_(KKERNEL_ROUTINE)
VOID KKERNEL_ROUTINE(
    _In_ struct _KAPC *Apc, _Inout_ PKNORMAL_ROUTINE *NormalRoutine, _Inout_ PVOID *NormalContext,
    _Inout_ PVOID *SystemArgument1, _Inout_ PVOID *SystemArgument2);
typedef KKERNEL_ROUTINE *PKKERNEL_ROUTINE;
typedef struct _KAPC {
    UCHAR Type;
    UCHAR AllFlags;
    UCHAR Size;
    UCHAR SpareByte1;
    ULONG SpareLong0;
    struct _KTHREAD *Thread;
    LIST_ENTRY ApcListEntry;
    PVOID Reserved[3];
    PVOID NormalContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    CCHAR ApcStateIndex;
    KPROCESSOR_MODE ApcMode;
    BOOLEAN Inserted;
} KAPC, *PKAPC, *PRKAPC;

/* Queues of IRPs for one device. */
typedef struct _KDEVICE_QUEUE_ENTRY {
    LIST_ENTRY DeviceListEntry;
    ULONG SortKey;
    BOOLEAN Inserted;
} KDEVICE_QUEUE_ENTRY, *PKDEVICE_QUEUE_ENTRY, *PRKDEVICE_QUEUE_ENTRY;
typedef struct _KDEVICE_QUEUE {
    CSHORT Type;
    CSHORT Size;
    LIST_ENTRY DeviceListHead;
    KSPIN_LOCK Lock;
#if defined(_AMD64_)
    union {
        BOOLEAN Busy;
        struct {
            LONG64 Reserved : 8;
            LONG64 Hint : 56;
        };
    };
#else
    BOOLEAN Busy;
#endif
} KDEVICE_QUEUE, *PKDEVICE_QUEUE, *PRKDEVICE_QUEUE;

/*
 * IRQL. Calls, not accesses to CR8: a simulator and a verifier can see them. Windows before 10 has KeGetCurrentIrql
 * inline; on arm64 the kernel lowers by KfLowerIrql, and which build first had these in the kernel, not in the HAL, is
 * not known (the two are one since Windows 10 2004).
 */
#if defined(_AMD64_)
#define WDK_IRQL_CALLS_ "5.2.3790"
_IRQL_requires_max_(HIGH_LEVEL) _IRQL_saves_ WDK_NTOS("10.0.10240")
KIRQL KeGetCurrentIrql(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS(WDK_IRQL_CALLS_)
VOID KeLowerIrql(_In_ _Notliteral_ _IRQL_restores_ KIRQL NewIrql);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_saves_ _IRQL_raises_(DISPATCH_LEVEL) WDK_NTOS(WDK_IRQL_CALLS_)
KIRQL KeRaiseIrqlToDpcLevel(VOID);
#else
#define WDK_IRQL_CALLS_ ""
_IRQL_requires_max_(HIGH_LEVEL) _IRQL_saves_ WDK_NTOS(WDK_IRQL_CALLS_)
KIRQL KeGetCurrentIrql(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS(WDK_IRQL_CALLS_)
VOID KfLowerIrql(_In_ _Notliteral_ _IRQL_restores_ KIRQL NewIrql);
#define KeLowerIrql(NewIrql) KfLowerIrql(NewIrql)
#define KeRaiseIrqlToDpcLevel() KfRaiseIrql(DISPATCH_LEVEL)
#endif
_IRQL_requires_max_(HIGH_LEVEL) _IRQL_saves_ _IRQL_raises_(NewIrql) WDK_NTOS(WDK_IRQL_CALLS_)
KIRQL KfRaiseIrql(_In_ KIRQL NewIrql);
#undef WDK_IRQL_CALLS_
#define KeRaiseIrql(NewIrql, OldIrql) (*(OldIrql) = KfRaiseIrql(NewIrql))

/* Spin locks. */
/* Inline: no 64-bit Windows needs more than a store, and not all export a function. */
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID KeInitializeSpinLock(_Out_ PKSPIN_LOCK SpinLock)
{
    *(volatile KSPIN_LOCK *)SpinLock = 0;
}
_Requires_lock_not_held_(*SpinLock) _Acquires_lock_(*SpinLock) _IRQL_saves_ _IRQL_raises_(DISPATCH_LEVEL)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
KIRQL KeAcquireSpinLockRaiseToDpc(_Inout_ PKSPIN_LOCK SpinLock);
_Requires_lock_held_(*SpinLock) _Releases_lock_(*SpinLock) _IRQL_requires_(DISPATCH_LEVEL)
WDK_NTOS("5.2.3790")
VOID KeReleaseSpinLock(_Inout_ PKSPIN_LOCK SpinLock, _In_ _IRQL_restores_ KIRQL NewIrql);
_Requires_lock_not_held_(*SpinLock) _Acquires_lock_(*SpinLock) _IRQL_requires_min_(DISPATCH_LEVEL)
WDK_NTOS("5.2.3790")
VOID KeAcquireSpinLockAtDpcLevel(_Inout_ PKSPIN_LOCK SpinLock);
_Requires_lock_held_(*SpinLock) _Releases_lock_(*SpinLock) _IRQL_requires_min_(DISPATCH_LEVEL)
WDK_NTOS("5.2.3790")
VOID KeReleaseSpinLockFromDpcLevel(_Inout_ PKSPIN_LOCK SpinLock);
_Must_inspect_result_ _Post_satisfies_(return == 1 || return == 0) _When_(return != 0, _Acquires_lock_(*SpinLock))
_IRQL_requires_min_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
BOOLEAN KeTryToAcquireSpinLockAtDpcLevel(_Inout_ PKSPIN_LOCK SpinLock);
_Requires_lock_not_held_(*SpinLock) _Acquires_lock_(*SpinLock)
WDK_NTOS("6.0.6000")
KIRQL KeAcquireSpinLockForDpc(_Inout_ PKSPIN_LOCK SpinLock);
_Requires_lock_held_(*SpinLock) _Releases_lock_(*SpinLock)
WDK_NTOS("6.0.6000")
VOID KeReleaseSpinLockForDpc(_Inout_ PKSPIN_LOCK SpinLock, _In_ _IRQL_restores_ KIRQL OldIrql);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
BOOLEAN KeTestSpinLock(_In_ PKSPIN_LOCK SpinLock);
#define KeAcquireSpinLock(SpinLock, OldIrql) (*(OldIrql) = KeAcquireSpinLockRaiseToDpc(SpinLock))

typedef struct _KSPIN_LOCK_QUEUE {
    struct _KSPIN_LOCK_QUEUE *volatile Next;
    PKSPIN_LOCK volatile Lock;
} KSPIN_LOCK_QUEUE, *PKSPIN_LOCK_QUEUE;
typedef struct _KLOCK_QUEUE_HANDLE {
    KSPIN_LOCK_QUEUE LockQueue;
    KIRQL OldIrql;
} KLOCK_QUEUE_HANDLE, *PKLOCK_QUEUE_HANDLE;
_Requires_lock_not_held_(*SpinLock) _Acquires_lock_(*SpinLock) _IRQL_raises_(DISPATCH_LEVEL)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
VOID KeAcquireInStackQueuedSpinLock(
    _Inout_ PKSPIN_LOCK SpinLock, _Out_ _IRQL_saves_ PKLOCK_QUEUE_HANDLE LockHandle);
_Requires_lock_held_(*LockHandle->LockQueue.Lock) _Releases_lock_(*LockHandle->LockQueue.Lock)
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
VOID KeReleaseInStackQueuedSpinLock(_In_ _IRQL_restores_ PKLOCK_QUEUE_HANDLE LockHandle);
_Requires_lock_not_held_(*SpinLock) _Acquires_lock_(*SpinLock)
_IRQL_requires_min_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
VOID KeAcquireInStackQueuedSpinLockAtDpcLevel(
    _Inout_ PKSPIN_LOCK SpinLock, _Out_ PKLOCK_QUEUE_HANDLE LockHandle);
_Requires_lock_held_(*LockHandle->LockQueue.Lock) _Releases_lock_(*LockHandle->LockQueue.Lock)
_IRQL_requires_min_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
VOID KeReleaseInStackQueuedSpinLockFromDpcLevel(_In_ PKLOCK_QUEUE_HANDLE LockHandle);
_Requires_lock_not_held_(*SpinLock) _Acquires_lock_(*SpinLock)
WDK_NTOS("6.0.6000")
VOID KeAcquireInStackQueuedSpinLockForDpc(
    _Inout_ PKSPIN_LOCK SpinLock, _Out_ _IRQL_saves_ PKLOCK_QUEUE_HANDLE LockHandle);
_Requires_lock_held_(*LockHandle->LockQueue.Lock) _Releases_lock_(*LockHandle->LockQueue.Lock)
WDK_NTOS("6.0.6000")
VOID KeReleaseInStackQueuedSpinLockForDpc(_In_ _IRQL_restores_ PKLOCK_QUEUE_HANDLE LockHandle);

/* Events. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeEvent(_Out_ PRKEVENT Event, _In_ EVENT_TYPE Type, _In_ BOOLEAN State);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeClearEvent(_Inout_ PRKEVENT Event);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
LONG KeResetEvent(_Inout_ PRKEVENT Event);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
LONG KeReadStateEvent(_In_ PRKEVENT Event);
_When_(Wait == 0, _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(Wait == 1, _IRQL_requires_max_(APC_LEVEL))
WDK_NTOS("5.0.2195")
LONG KeSetEvent(_Inout_ PRKEVENT Event, _In_ KPRIORITY Increment, _In_ _Literal_ BOOLEAN Wait);

/* Mutexes and semaphores. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeMutex(_Out_ PRKMUTEX Mutex, _In_ ULONG Level);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
LONG KeReadStateMutex(_In_ PRKMUTEX Mutex);
_When_(Wait == 0, _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(Wait == 1, _IRQL_requires_max_(APC_LEVEL))
WDK_NTOS("5.0.2195")
LONG KeReleaseMutex(_Inout_ PRKMUTEX Mutex, _In_ _Literal_ BOOLEAN Wait);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeSemaphore(_Out_ PRKSEMAPHORE Semaphore, _In_ LONG Count, _In_ LONG Limit);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
LONG KeReadStateSemaphore(_In_ PRKSEMAPHORE Semaphore);
_When_(Wait == 0, _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(Wait == 1, _IRQL_requires_max_(APC_LEVEL))
WDK_NTOS("5.0.2195")
LONG KeReleaseSemaphore(
    _Inout_ PRKSEMAPHORE Semaphore, _In_ KPRIORITY Increment, _In_ LONG Adjustment,
    _In_ _Literal_ BOOLEAN Wait);

/* Waits. A zero timeout polls and is allowed at DISPATCH_LEVEL. */
_When_(Timeout == NULL || Timeout->QuadPart != 0, _IRQL_requires_max_(APC_LEVEL))
_When_(Timeout != NULL && Timeout->QuadPart == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
WDK_NTOS("5.0.2195")
NTSTATUS KeWaitForSingleObject(
    _In_ _Points_to_data_ PVOID Object, _In_ _Strict_type_match_ KWAIT_REASON WaitReason,
    _In_ KPROCESSOR_MODE WaitMode, _In_ BOOLEAN Alertable, _In_opt_ PLARGE_INTEGER Timeout);
_When_(Timeout == NULL || Timeout->QuadPart != 0, _IRQL_requires_max_(APC_LEVEL))
_When_(Timeout != NULL && Timeout->QuadPart == 0, _IRQL_requires_max_(DISPATCH_LEVEL))
WDK_NTOS("5.0.2195")
NTSTATUS KeWaitForMultipleObjects(
    _In_ ULONG Count, _In_reads_(Count) PVOID Object[], _In_ _Strict_type_match_ WAIT_TYPE WaitType,
    _In_ _Strict_type_match_ KWAIT_REASON WaitReason, _In_ KPROCESSOR_MODE WaitMode, _In_ BOOLEAN Alertable,
    _In_opt_ PLARGE_INTEGER Timeout, _Out_opt_ PKWAIT_BLOCK WaitBlockArray);
#define KeWaitForMutexObject KeWaitForSingleObject
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS KeDelayExecutionThread(
    _In_ KPROCESSOR_MODE WaitMode, _In_ BOOLEAN Alertable, _In_ PLARGE_INTEGER Interval);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID KeEnterCriticalRegion(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID KeLeaveCriticalRegion(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
VOID KeEnterGuardedRegion(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
VOID KeLeaveGuardedRegion(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN KeAreApcsDisabled(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
BOOLEAN KeAreAllApcsDisabled(VOID);

/* Timers and DPCs. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeTimer(_Out_ PKTIMER Timer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeTimerEx(_Out_ PKTIMER Timer, _In_ TIMER_TYPE Type);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeCancelTimer(_Inout_ PKTIMER Timer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeReadStateTimer(_In_ PKTIMER Timer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeSetTimer(_Inout_ PKTIMER Timer, _In_ LARGE_INTEGER DueTime, _In_opt_ PKDPC Dpc);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeSetTimerEx(_Inout_ PKTIMER Timer, _In_ LARGE_INTEGER DueTime, _In_ LONG Period, _In_opt_ PKDPC Dpc);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.1.7600")
BOOLEAN KeSetCoalescableTimer(
    _Inout_ PKTIMER Timer, _In_ LARGE_INTEGER DueTime, _In_ ULONG Period, _In_ ULONG TolerableDelay,
    _In_opt_ PKDPC Dpc);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeDpc(
    _Out_ __drv_aliasesMem PRKDPC Dpc, _In_ PKDEFERRED_ROUTINE DeferredRoutine,
    _In_opt_ __drv_aliasesMem PVOID DeferredContext);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
VOID KeInitializeThreadedDpc(
    _Out_ PRKDPC Dpc, _In_ PKDEFERRED_ROUTINE DeferredRoutine, _In_opt_ PVOID DeferredContext);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeInsertQueueDpc(
    _Inout_ PRKDPC Dpc, _In_opt_ PVOID SystemArgument1, _In_opt_ __drv_aliasesMem PVOID SystemArgument2);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeRemoveQueueDpc(_Inout_ PRKDPC Dpc);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeSetImportanceDpc(_Inout_ PRKDPC Dpc, _In_ KDPC_IMPORTANCE Importance);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeSetTargetProcessorDpc(_Inout_ PRKDPC Dpc, _In_ CCHAR Number);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS KeSetTargetProcessorDpcEx(_Inout_ PKDPC Dpc, _In_ PPROCESSOR_NUMBER ProcNumber);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
VOID KeFlushQueuedDpcs(VOID);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS KeQueryDpcWatchdogInformation(_Out_ PKDPC_WATCHDOG_INFORMATION WatchdogInformation);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("")
ULONG KeShouldYieldProcessor(VOID);

/* Device queues. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeInitializeDeviceQueue(_Out_ PKDEVICE_QUEUE DeviceQueue);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeInsertDeviceQueue(_Inout_ PKDEVICE_QUEUE DeviceQueue, _Inout_ PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeInsertByKeyDeviceQueue(
    _Inout_ PKDEVICE_QUEUE DeviceQueue, _Inout_ PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, _In_ ULONG SortKey);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PKDEVICE_QUEUE_ENTRY KeRemoveDeviceQueue(_Inout_ PKDEVICE_QUEUE DeviceQueue);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PKDEVICE_QUEUE_ENTRY KeRemoveByKeyDeviceQueue(_Inout_ PKDEVICE_QUEUE DeviceQueue, _In_ ULONG SortKey);
WDK_NTOS("5.1.2600")
PKDEVICE_QUEUE_ENTRY KeRemoveByKeyDeviceQueueIfBusy(_Inout_ PKDEVICE_QUEUE DeviceQueue, _In_ ULONG SortKey);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeRemoveEntryDeviceQueue(
    _Inout_ PKDEVICE_QUEUE DeviceQueue, _Inout_ PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);

/* Interrupts. */
typedef _Function_class_(KSYNCHRONIZE_ROUTINE) _IRQL_requires_same_
BOOLEAN KSYNCHRONIZE_ROUTINE(_In_opt_ PVOID SynchronizeContext);
typedef KSYNCHRONIZE_ROUTINE *PKSYNCHRONIZE_ROUTINE;
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeSynchronizeExecution(
    _Inout_ PKINTERRUPT Interrupt, _In_ PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
    _In_opt_ __drv_aliasesMem PVOID SynchronizeContext);
_Acquires_lock_(*Interrupt) _IRQL_saves_
WDK_NTOS("5.1.2600")
KIRQL KeAcquireInterruptSpinLock(_Inout_ PKINTERRUPT Interrupt);
_Releases_lock_(*Interrupt)
WDK_NTOS("5.1.2600")
VOID KeReleaseInterruptSpinLock(_Inout_ PKINTERRUPT Interrupt, _In_ _IRQL_restores_ KIRQL OldIrql);

/* Threads. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.2.3790")
KPRIORITY KeQueryPriorityThread(_In_ PKTHREAD Thread);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
KPRIORITY KeSetPriorityThread(_Inout_ PKTHREAD Thread, _In_ KPRIORITY Priority);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
PKTHREAD KeGetCurrentThread(VOID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
ULONG KeQueryRuntimeThread(_In_ PKTHREAD Thread, _Out_ PULONG UserTime);
WDK_NTOS("6.2.9200")
ULONG64 KeQueryTotalCycleTimeThread(_Inout_ PKTHREAD Thread, _Out_ PULONG64 CycleTimeStamp);

/* Time, in units of 100 ns unless said otherwise. */
#define KI_USER_SHARED_DATA 0xFFFFF78000000000ULL
#define WDK_SHARED_TIME_(Offset) (*(volatile ULONG64 *)(KI_USER_SHARED_DATA + (Offset)))
#define SharedInterruptTime (KI_USER_SHARED_DATA + 0x8)
#define SharedSystemTime (KI_USER_SHARED_DATA + 0x14)
#define SharedTickCount (KI_USER_SHARED_DATA + 0x320)
#define KeQueryInterruptTime() WDK_SHARED_TIME_(0x8)
#define KeQuerySystemTime(CurrentCount) ((VOID)(*(ULONG64 *)(CurrentCount) = WDK_SHARED_TIME_(0x14)))
#define KeQueryTickCount(CurrentCount) ((VOID)(*(ULONG64 *)(CurrentCount) = WDK_SHARED_TIME_(0x320)))
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
VOID KeQuerySystemTimePrecise(_Out_ PLARGE_INTEGER CurrentTime);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.3.9600")
ULONG64 KeQueryInterruptTimePrecise(_Out_ PULONG64 QpcTimeStamp);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
ULONGLONG KeQueryUnbiasedInterruptTime(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("10.0.17134")
ULONG64 KeQueryUnbiasedInterruptTimePrecise(_Out_ PULONG64 QpcTimeStamp);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
ULONG KeQueryTimeIncrement(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_HAL("5.0.2195")
LARGE_INTEGER KeQueryPerformanceCounter(_Out_opt_ PLARGE_INTEGER PerformanceFrequency);
_IRQL_requires_max_(HIGH_LEVEL) WDK_HAL("5.0.2195")
VOID KeStallExecutionProcessor(_In_ ULONG MicroSeconds);

/* Processors. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.0.6000")
ULONG KeQueryActiveProcessorCount(_Out_opt_ PKAFFINITY ActiveProcessors);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
ULONG KeQueryActiveProcessorCountEx(_In_ USHORT GroupNumber);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.0.6001")
ULONG KeQueryMaximumProcessorCount(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
ULONG KeQueryMaximumProcessorCountEx(_In_ USHORT GroupNumber);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
USHORT KeQueryActiveGroupCount(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
USHORT KeQueryMaximumGroupCount(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
KAFFINITY KeQueryGroupAffinity(_In_ USHORT GroupNumber);
WDK_NTOS("5.0.2195")
KAFFINITY KeQueryActiveProcessors(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
ULONG KeGetCurrentProcessorNumberEx(_Out_opt_ PPROCESSOR_NUMBER ProcNumber);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS KeGetProcessorNumberFromIndex(_In_ ULONG ProcIndex, _Out_ PPROCESSOR_NUMBER ProcNumber);
#define INVALID_PROCESSOR_INDEX 0xFFFFFFFF
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
ULONG KeGetProcessorIndexFromNumber(_In_ PPROCESSOR_NUMBER ProcNumber);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.1.7600")
VOID KeSetSystemGroupAffinityThread(_In_ PGROUP_AFFINITY Affinity, _Out_opt_ PGROUP_AFFINITY PreviousAffinity);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.1.7600")
VOID KeRevertToUserGroupAffinityThread(_In_ PGROUP_AFFINITY PreviousAffinity);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID KeSetSystemAffinityThread(_In_ KAFFINITY Affinity);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6000")
KAFFINITY KeSetSystemAffinityThreadEx(_In_ KAFFINITY Affinity);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID KeRevertToUserAffinityThread(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6000")
VOID KeRevertToUserAffinityThreadEx(_In_ KAFFINITY Affinity);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
USHORT KeGetCurrentNodeNumber(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
USHORT KeQueryHighestNodeNumber(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
ULONG KeGetRecommendedSharedDataAlignment(VOID);
FORCEINLINE ULONG KeGetCurrentProcessorIndex(VOID)
{
    return KeGetCurrentProcessorNumberEx(NULL);
}
#define KeGetCurrentProcessorNumber KeGetCurrentProcessorIndex
typedef _Function_class_(KIPI_BROADCAST_WORKER) _IRQL_requires_same_ _IRQL_requires_(IPI_LEVEL)
ULONG_PTR KIPI_BROADCAST_WORKER(_In_ ULONG_PTR Argument);
typedef KIPI_BROADCAST_WORKER *PKIPI_BROADCAST_WORKER;
_IRQL_requires_max_(IPI_LEVEL - 1) WDK_NTOS("5.2.3790")
ULONG_PTR KeIpiGenericCall(_In_ PKIPI_BROADCAST_WORKER BroadcastFunction, _In_ ULONG_PTR Context);

/* Floating point in the kernel: free to use on 64-bit processors for what the compiler emits. */
typedef struct _KFLOATING_SAVE {
    ULONG Dummy;
} KFLOATING_SAVE, *PKFLOATING_SAVE;
#define KeSaveFloatingPointState(FloatSave) (UNREFERENCED_PARAMETER(FloatSave), STATUS_SUCCESS)
#define KeRestoreFloatingPointState(FloatSave) (UNREFERENCED_PARAMETER(FloatSave), STATUS_SUCCESS)

/* The end. */
_IRQL_requires_max_(HIGH_LEVEL) DECLSPEC_NORETURN WDK_NTOS("5.0.2195")
VOID KeBugCheckEx(
    _In_ ULONG BugCheckCode, _In_ ULONG_PTR BugCheckParameter1, _In_ ULONG_PTR BugCheckParameter2,
    _In_ ULONG_PTR BugCheckParameter3, _In_ ULONG_PTR BugCheckParameter4);
typedef enum _KBUGCHECK_BUFFER_DUMP_STATE { BufferEmpty, BufferInserted, BufferStarted, BufferFinished, BufferIncomplete } KBUGCHECK_BUFFER_DUMP_STATE;
typedef _Function_class_(KBUGCHECK_CALLBACK_ROUTINE) _IRQL_requires_same_ _IRQL_requires_(HIGH_LEVEL)
VOID KBUGCHECK_CALLBACK_ROUTINE(_In_ PVOID Buffer, _In_ ULONG Length);
typedef KBUGCHECK_CALLBACK_ROUTINE *PKBUGCHECK_CALLBACK_ROUTINE;
typedef struct _KBUGCHECK_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine;
    PVOID Buffer;
    ULONG Length;
    PUCHAR Component;
    ULONG_PTR Checksum;
    UCHAR State;
} KBUGCHECK_CALLBACK_RECORD, *PKBUGCHECK_CALLBACK_RECORD;
#define KeInitializeCallbackRecord(CallbackRecord) ((CallbackRecord)->State = BufferEmpty)
typedef enum _KBUGCHECK_CALLBACK_REASON {
    KbCallbackInvalid,
    KbCallbackReserved1,
    KbCallbackSecondaryDumpData,
    KbCallbackDumpIo,
    KbCallbackAddPages,
    KbCallbackSecondaryMultiPartDumpData,
    KbCallbackRemovePages,
    KbCallbackTriageDumpData,
    KbCallbackReserved2
} KBUGCHECK_CALLBACK_REASON;
struct _KBUGCHECK_REASON_CALLBACK_RECORD;
typedef _Function_class_(KBUGCHECK_REASON_CALLBACK_ROUTINE) _IRQL_requires_same_ _IRQL_requires_(HIGH_LEVEL)
VOID KBUGCHECK_REASON_CALLBACK_ROUTINE(
    _In_ KBUGCHECK_CALLBACK_REASON Reason, _In_ struct _KBUGCHECK_REASON_CALLBACK_RECORD *Record,
    _Inout_ PVOID ReasonSpecificData, _In_ ULONG ReasonSpecificDataLength);
typedef KBUGCHECK_REASON_CALLBACK_ROUTINE *PKBUGCHECK_REASON_CALLBACK_ROUTINE;
typedef struct _KBUGCHECK_REASON_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine;
    PUCHAR Component;
    ULONG_PTR Checksum;
    KBUGCHECK_CALLBACK_REASON Reason;
    UCHAR State;
} KBUGCHECK_REASON_CALLBACK_RECORD, *PKBUGCHECK_REASON_CALLBACK_RECORD;
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeRegisterBugCheckCallback(
    _Out_ PKBUGCHECK_CALLBACK_RECORD CallbackRecord, _In_ PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine,
    _In_reads_bytes_opt_(Length) PVOID Buffer, _In_ ULONG Length, _In_ PUCHAR Component);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN KeDeregisterBugCheckCallback(_Inout_ PKBUGCHECK_CALLBACK_RECORD CallbackRecord);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN KeRegisterBugCheckReasonCallback(
    _Out_ PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord,
    _In_ PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine, _In_ KBUGCHECK_CALLBACK_REASON Reason,
    _In_ PUCHAR Component);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN KeDeregisterBugCheckReasonCallback(_Inout_ PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord);
typedef _Function_class_(NMI_CALLBACK) _IRQL_requires_same_
BOOLEAN NMI_CALLBACK(_In_opt_ PVOID Context, _In_ BOOLEAN Handled);
typedef NMI_CALLBACK *PNMI_CALLBACK;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
PVOID KeRegisterNmiCallback(_In_ PNMI_CALLBACK CallbackRoutine, _In_opt_ PVOID Context);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS KeDeregisterNmiCallback(_In_ PVOID Handle);

/* Debugger. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS KdDisableDebugger(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS KdEnableDebugger(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
BOOLEAN KdRefreshDebuggerNotPresent(VOID);
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern PBOOLEAN KdDebuggerNotPresent;
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern PBOOLEAN KdDebuggerEnabled;
#define KD_DEBUGGER_ENABLED (*KdDebuggerEnabled)
/* The serial port that the kernel debugger has; drivers of serial ports leave it alone. */
WDK_EXPORT_ADDRESS("hal.dll", "5.0.2195") extern PUCHAR *KdComPortInUse;
#define KD_DEBUGGER_NOT_PRESENT (*KdDebuggerNotPresent)

/* Code that may be paged out must not run at DISPATCH_LEVEL; a checked (DBG) build says so. */
#if DBG
#define PAGED_ASSERT(exp) NT_ASSERT(exp)
#define PAGED_CODE()                                                                                                   \
    {                                                                                                                  \
        if (KeGetCurrentIrql() > APC_LEVEL) {                                                                          \
            DbgPrint("EX: Pageable code called at IRQL %d\n", KeGetCurrentIrql());                                     \
            PAGED_ASSERT(FALSE);                                                                                       \
        }                                                                                                              \
    }
#define PAGED_CODE_LOCKED() NOP_FUNCTION
#else
#define PAGED_ASSERT(exp)
#define PAGED_CODE()
#define PAGED_CODE_LOCKED()
#endif
#ifndef NOP_FUNCTION
#define NOP_FUNCTION (void)0
#endif

#ifdef __cplusplus
}
#endif
#endif
