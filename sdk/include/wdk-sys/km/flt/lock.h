/* Locks: of the filter's own, of byte ranges, and opportunistic ones. */
#ifndef WDK_FLT_LOCK_H
#define WDK_FLT_LOCK_H

#include "registration.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Resources and push locks; both enter a critical region, which the release leaves. */
_IRQL_requires_max_(APC_LEVEL) _Acquires_exclusive_lock_(*Resource) WDK_FLT("5.1.2600")
VOID FltAcquireResourceExclusive(_Inout_ PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) _Acquires_shared_lock_(*Resource) WDK_FLT("5.1.2600")
VOID FltAcquireResourceShared(_Inout_ PERESOURCE Resource);
_IRQL_requires_max_(DISPATCH_LEVEL) _Releases_lock_(*Resource) WDK_FLT("5.1.2600")
VOID FltReleaseResource(_Inout_ PERESOURCE Resource);
#define FLT_PUSH_LOCK_ENABLE_AUTO_BOOST 0x00000001
#define FLT_PUSH_LOCK_DISABLE_AUTO_BOOST 0x00000002
#define FLT_PUSH_LOCK_VALID_FLAGS (FLT_PUSH_LOCK_ENABLE_AUTO_BOOST | FLT_PUSH_LOCK_DISABLE_AUTO_BOOST)
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
VOID FltInitializePushLock(_Out_ PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
VOID FltDeletePushLock(_In_ PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) _Acquires_exclusive_lock_(*PushLock) WDK_FLT("5.1.2600")
VOID FltAcquirePushLockExclusive(_Inout_ PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) _Acquires_exclusive_lock_(*PushLock) WDK_FLT("10.0.15063")
VOID FltAcquirePushLockExclusiveEx(_Inout_ PEX_PUSH_LOCK PushLock, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) _Acquires_shared_lock_(*PushLock) WDK_FLT("5.1.2600")
VOID FltAcquirePushLockShared(_Inout_ PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) _Acquires_shared_lock_(*PushLock) WDK_FLT("10.0.15063")
VOID FltAcquirePushLockSharedEx(_Inout_ PEX_PUSH_LOCK PushLock, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) _Releases_lock_(*PushLock) WDK_FLT("5.1.2600")
VOID FltReleasePushLock(_Inout_ PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) _Releases_lock_(*PushLock) WDK_FLT("10.0.15063")
VOID FltReleasePushLockEx(_Inout_ PEX_PUSH_LOCK PushLock, _In_ ULONG Flags);

/* Byte ranges of a file. */
typedef _IRQL_requires_max_(APC_LEVEL) NTSTATUS (*PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE)(
    _In_opt_ PVOID Context, _In_ PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
PFILE_LOCK FltAllocateFileLock(
    _In_opt_ PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE CompleteLockCallbackDataRoutine,
    _In_opt_ PUNLOCK_ROUTINE UnlockRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
VOID FltFreeFileLock(_In_ PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
VOID FltInitializeFileLock(_Out_ PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
VOID FltUninitializeFileLock(_In_ PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
FLT_PREOP_CALLBACK_STATUS FltProcessFileLock(
    _In_ PFILE_LOCK FileLock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_opt_ PVOID Context);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
BOOLEAN FltCheckLockForReadAccess(_In_ PFILE_LOCK FileLock, _In_ PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
BOOLEAN FltCheckLockForWriteAccess(_In_ PFILE_LOCK FileLock, _In_ PFLT_CALLBACK_DATA CallbackData);

/* Opportunistic locks. */
typedef VOID (*PFLTOPLOCK_WAIT_COMPLETE_ROUTINE)(_In_ PFLT_CALLBACK_DATA CallbackData, _In_opt_ PVOID Context);
typedef VOID (*PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE)(_In_ PFLT_CALLBACK_DATA CallbackData, _In_opt_ PVOID Context);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
VOID FltInitializeOplock(_Out_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
VOID FltUninitializeOplock(_In_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
FLT_PREOP_CALLBACK_STATUS FltOplockFsctrl(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ ULONG OpenCount);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
FLT_PREOP_CALLBACK_STATUS FltOplockFsctrlEx(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ ULONG OpenCount, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
FLT_PREOP_CALLBACK_STATUS FltCheckOplock(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.1.7600")
FLT_PREOP_CALLBACK_STATUS FltCheckOplockEx(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ ULONG Flags, _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.1.7600")
FLT_PREOP_CALLBACK_STATUS FltOplockBreakH(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ ULONG Flags, _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.1.7600")
FLT_PREOP_CALLBACK_STATUS FltOplockBreakToNone(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.1.7600")
FLT_PREOP_CALLBACK_STATUS FltOplockBreakToNoneEx(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ ULONG Flags, _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
BOOLEAN FltOplockIsFastIoPossible(_In_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.1.7600")
BOOLEAN FltOplockIsSharedRequest(_In_ PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
BOOLEAN FltOplockKeysEqual(_In_opt_ PFILE_OBJECT Fo1, _In_opt_ PFILE_OBJECT Fo2);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("5.1.2600")
BOOLEAN FltCurrentBatchOplock(_In_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.1.7600")
BOOLEAN FltCurrentOplock(_In_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.1.7600")
BOOLEAN FltCurrentOplockH(_In_ POPLOCK Oplock);

#ifdef __cplusplus
}
#endif
#endif
