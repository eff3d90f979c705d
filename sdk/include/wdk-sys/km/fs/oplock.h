/* Opportunistic locks, and the requests and extra create parameters that go with them. */
#ifndef WDK_FS_OPLOCK_H
#define WDK_FS_OPLOCK_H

#include "base.h"
#include "ecp.h"

#ifdef __cplusplus
extern "C" {
#endif

#define OPLOCK_FLAG_COMPLETE_IF_OPLOCKED 0x00000001
#define OPLOCK_FLAG_OPLOCK_KEY_CHECK_ONLY 0x00000002
#define OPLOCK_FLAG_BACK_OUT_ATOMIC_OPLOCK 0x00000004
#define OPLOCK_FLAG_IGNORE_OPLOCK_KEYS 0x00000008
#define OPLOCK_FSCTRL_FLAG_ALL_KEYS_MATCH 0x00000001
#define OPLOCK_FLAG_PARENT_OBJECT 0x00000010
#define OPLOCK_FLAG_CLOSING_DELETE_ON_CLOSE 0x00000020
#define OPLOCK_FLAG_REMOVING_FILE_OR_LINK 0x00000040
#define OPLOCK_FLAG_BREAKING_FOR_SHARING_VIOLATION 0x00000080
#define OPLOCK_UPPER_FLAG_CHECK_NO_BREAK 0x00010000
#define OPLOCK_UPPER_FLAG_NOTIFY_REFRESH_READ 0x00020000
typedef VOID (*POPLOCK_WAIT_COMPLETE_ROUTINE)(_In_ PVOID Context, _In_ PIRP Irp);
typedef VOID (*POPLOCK_FS_PREPOST_IRP)(_In_ PVOID Context, _In_ PIRP Irp);
typedef enum _OPLOCK_NOTIFY_REASON {
    OPLOCK_NOTIFY_BREAK_WAIT_INTERIM_TIMEOUT = 0,
    OPLOCK_NOTIFY_BREAK_WAIT_TERMINATED = 1
} OPLOCK_NOTIFY_REASON, *POPLOCK_NOTIFY_REASON;
typedef struct _OPLOCK_NOTIFY_PARAMS {
    OPLOCK_NOTIFY_REASON NotifyReason;
    PVOID NotifyContext;
    PIRP Irp;
    NTSTATUS Status;
} OPLOCK_NOTIFY_PARAMS, *POPLOCK_NOTIFY_PARAMS;
typedef NTSTATUS (*POPLOCK_NOTIFY_ROUTINE)(_In_ POPLOCK_NOTIFY_PARAMS NotifyParams);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlInitializeOplock(_Inout_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlUninitializeOplock(_Inout_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlOplockFsctrl(_In_ POPLOCK Oplock, _In_ PIRP Irp, _In_ ULONG OpenCount);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS FsRtlOplockFsctrlEx(_In_ POPLOCK Oplock, _In_ PIRP Irp, _In_ ULONG OpenCount, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlCheckOplock(
    _In_ POPLOCK Oplock, _In_ PIRP Irp, _In_opt_ PVOID Context,
    _In_opt_ POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, _In_opt_ POPLOCK_FS_PREPOST_IRP PostIrpRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlCheckOplockEx(
    _In_ POPLOCK Oplock, _In_ PIRP Irp, _In_ ULONG Flags, _In_opt_ PVOID Context,
    _In_opt_ POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, _In_opt_ POPLOCK_FS_PREPOST_IRP PostIrpRoutine);
WDK_NTOS("10.0.19041")
NTSTATUS FsRtlCheckOplockEx2(
    _In_ POPLOCK Oplock, _In_ PIRP Irp, _In_ ULONG Flags, _In_ ULONG FlagsEx2,
    _In_opt_ PVOID CompletionRoutineContext, _In_opt_ POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine,
    _In_opt_ POPLOCK_FS_PREPOST_IRP PostIrpRoutine, _In_ ULONG64 Timeout, _In_opt_ PVOID NotifyContext,
    _In_opt_ POPLOCK_NOTIFY_ROUTINE NotifyRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
NTSTATUS FsRtlUpperOplockFsctrl(
    _In_ POPLOCK Oplock, _In_ PIRP Irp, _In_ ULONG OpenCount, _In_ ULONG LowerOplockState, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
NTSTATUS FsRtlCheckUpperOplock(
    _In_ POPLOCK Oplock, _In_ ULONG NewLowerOplockState, _In_opt_ PVOID CompletionRoutineContext,
    _In_opt_ POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, _In_ POPLOCK_FS_PREPOST_IRP PrePendRoutine,
    _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS FsRtlOplockBreakH(
    _In_ POPLOCK Oplock, _In_ PIRP Irp, _In_ ULONG Flags, _In_opt_ PVOID Context,
    _In_opt_ POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, _In_opt_ POPLOCK_FS_PREPOST_IRP PostIrpRoutine);
WDK_NTOS("5.0.2195")
NTSTATUS FsRtlOplockBreakToNone(
    _In_ POPLOCK Oplock, _In_ PIO_STACK_LOCATION IrpSp, _In_ PIRP Irp, _In_ PVOID Context,
    _In_ POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, _In_ POPLOCK_FS_PREPOST_IRP PostIrpRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS FsRtlOplockBreakToNoneEx(
    _Inout_ POPLOCK Oplock, _In_ PIRP Irp, _In_ ULONG Flags, _In_opt_ PVOID Context,
    _In_opt_ POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, _In_opt_ POPLOCK_FS_PREPOST_IRP PostIrpRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlOplockIsFastIoPossible(_In_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
BOOLEAN FsRtlOplockIsSharedRequest(_In_ PIRP Irp);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
BOOLEAN FsRtlOplockKeysEqual(_In_opt_ PFILE_OBJECT Fo1, _In_opt_ PFILE_OBJECT Fo2);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlCurrentBatchOplock(_In_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN FsRtlCurrentOplock(_In_ POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
BOOLEAN FsRtlCurrentOplockH(_In_ POPLOCK Oplock);
WDK_NTOS("10.0.19041")
PEPROCESS FsRtlOplockGetAnyBreakOwnerProcess(_In_ POPLOCK Oplock);

#ifdef __cplusplus
}
#endif
#endif
