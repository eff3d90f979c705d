/* Byte-range locks of a file, kept by the file system run-time library. */
#ifndef WDK_FS_LOCK_H
#define WDK_FS_LOCK_H

#include "base.h"
#include "fcb.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef _IRQL_requires_max_(APC_LEVEL) NTSTATUS (*PCOMPLETE_LOCK_IRP_ROUTINE)(_In_opt_ PVOID Context, _In_ PIRP Irp);
typedef struct _FILE_LOCK_INFO {
    LARGE_INTEGER StartingByte;
    LARGE_INTEGER Length;
    BOOLEAN ExclusiveLock;
    ULONG Key;
    PFILE_OBJECT FileObject;
    PVOID ProcessId;
    LARGE_INTEGER EndingByte;
} FILE_LOCK_INFO, *PFILE_LOCK_INFO;
typedef _IRQL_requires_max_(APC_LEVEL) VOID (*PUNLOCK_ROUTINE)(_In_opt_ PVOID Context, _In_ PFILE_LOCK_INFO FileLockInfo);
typedef struct _FILE_LOCK {
    PCOMPLETE_LOCK_IRP_ROUTINE CompleteLockIrpRoutine;
    PUNLOCK_ROUTINE UnlockRoutine;
    BOOLEAN FastIoIsQuestionable;
    BOOLEAN SpareC[3];
    PVOID LockInformation;
    FILE_LOCK_INFO LastReturnedLockInfo;
    PVOID LastReturnedLock;
    LONG volatile LockRequestsInProgress;
} FILE_LOCK, *PFILE_LOCK;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlInitializeFileLock(
    _In_ PFILE_LOCK FileLock, _In_opt_ PCOMPLETE_LOCK_IRP_ROUTINE CompleteLockIrpRoutine,
    _In_opt_ PUNLOCK_ROUTINE UnlockRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlUninitializeFileLock(_In_ PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PFILE_LOCK FsRtlAllocateFileLock(
    _In_opt_ PCOMPLETE_LOCK_IRP_ROUTINE CompleteLockIrpRoutine, _In_opt_ PUNLOCK_ROUTINE UnlockRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlFreeFileLock(_In_ PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlProcessFileLock(_In_ PFILE_LOCK FileLock, _In_ PIRP Irp, _In_opt_ PVOID Context);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlCheckLockForReadAccess(_In_ PFILE_LOCK FileLock, _In_ PIRP Irp);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlCheckLockForWriteAccess(_In_ PFILE_LOCK FileLock, _In_ PIRP Irp);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
BOOLEAN FsRtlCheckLockForOplockRequest(_In_ PFILE_LOCK FileLock, _In_ PLARGE_INTEGER AllocationSize);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlFastCheckLockForRead(
    _In_ PFILE_LOCK FileLock, _In_ PLARGE_INTEGER StartingByte, _In_ PLARGE_INTEGER Length, _In_ ULONG Key,
    _In_ PFILE_OBJECT FileObject, _In_ PVOID ProcessId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlFastCheckLockForWrite(
    _In_ PFILE_LOCK FileLock, _In_ PLARGE_INTEGER StartingByte, _In_ PLARGE_INTEGER Length, _In_ ULONG Key,
    _In_ PFILE_OBJECT FileObject, _In_ PVOID ProcessId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PFILE_LOCK_INFO FsRtlGetNextFileLock(_In_ PFILE_LOCK FileLock, _In_ BOOLEAN Restart);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlFastUnlockSingle(
    _In_ PFILE_LOCK FileLock, _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset,
    _In_ PLARGE_INTEGER Length, _In_ PEPROCESS ProcessId, _In_ ULONG Key, _In_opt_ PVOID Context,
    _In_ BOOLEAN AlreadySynchronized);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlFastUnlockAll(
    _In_ PFILE_LOCK FileLock, _In_ PFILE_OBJECT FileObject, _In_ PEPROCESS ProcessId, _In_opt_ PVOID Context);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlFastUnlockAllByKey(
    _In_ PFILE_LOCK FileLock, _In_ PFILE_OBJECT FileObject, _In_ PEPROCESS ProcessId, _In_ ULONG Key,
    _In_opt_ PVOID Context);
WDK_NTOS("5.0.2195")
BOOLEAN FsRtlPrivateLock(
    _In_ PFILE_LOCK FileLock, _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset,
    _In_ PLARGE_INTEGER Length, _In_ PEPROCESS ProcessId, _In_ ULONG Key, _In_ BOOLEAN FailImmediately,
    _In_ BOOLEAN ExclusiveLock, _In_ PIO_STATUS_BLOCK Iosb, _In_ PIRP Irp, _In_ PVOID Context,
    _In_ BOOLEAN AlreadySynchronized);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
BOOLEAN FsRtlAreThereCurrentOrInProgressFileLocks(_In_ PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.3.9600")
BOOLEAN FsRtlAreThereWaitingFileLocks(_In_ PFILE_LOCK FileLock);
#define FsRtlFastLock(FileLock, FileObject, FileOffset, Length, ProcessId, Key, FailImmediately, ExclusiveLock, Iosb, Context, AlreadySynchronized)\
    FsRtlPrivateLock(FileLock, FileObject, FileOffset, Length, ProcessId, Key, FailImmediately, ExclusiveLock, Iosb, NULL, Context, AlreadySynchronized)
#define FsRtlAreThereCurrentFileLocks(FL) ((FL)->FastIoIsQuestionable)
/* Between these two, fast I/O asks before it goes on. */
#define FsRtlIncrementLockRequestsInProgress(FL) (FsRtlWdkLockRequests_((FL), 1))
#define FsRtlDecrementLockRequestsInProgress(FL) (FsRtlWdkLockRequests_((FL), -1))
FORCEINLINE VOID FsRtlWdkLockRequests_(_Inout_ PFILE_LOCK FileLock, _In_ LONG Change)
{
    InterlockedExchangeAdd(&FileLock->LockRequestsInProgress, Change);
}

#ifdef __cplusplus
}
#endif
#endif
