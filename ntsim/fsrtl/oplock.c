/* Opportunistic locks: none is ever granted, as a file system is free to do, so none has to be broken. */
#include <ntifs.h>

VOID FsRtlInitializeOplock(POPLOCK Oplock)
{
    *Oplock = NULL;
}

VOID FsRtlUninitializeOplock(POPLOCK Oplock)
{
    *Oplock = NULL;
}

/* Requests for one are refused, acknowledgements answer no break. */
NTSTATUS FsRtlOplockFsctrlEx(POPLOCK Oplock, PIRP Irp, ULONG OpenCount, ULONG Flags)
{
    NTSTATUS status = STATUS_OPLOCK_NOT_GRANTED;
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(Irp);
    if (location->MajorFunction == IRP_MJ_CREATE)
        return STATUS_OPLOCK_NOT_GRANTED; /* the create goes on */
    switch (location->Parameters.FileSystemControl.FsControlCode) {
    case FSCTL_REQUEST_OPLOCK_LEVEL_1:
    case FSCTL_REQUEST_OPLOCK_LEVEL_2:
    case FSCTL_REQUEST_BATCH_OPLOCK:
    case FSCTL_REQUEST_FILTER_OPLOCK:
    case FSCTL_REQUEST_OPLOCK:
        break;
    case FSCTL_OPLOCK_BREAK_NOTIFY: /* "when the oplock is broken": there is none */
        status = STATUS_SUCCESS;
        break;
    case FSCTL_OPLOCK_BREAK_ACKNOWLEDGE:
    case FSCTL_OPLOCK_BREAK_ACK_NO_2:
    case FSCTL_OPBATCH_ACK_CLOSE_PENDING:
        status = STATUS_INVALID_OPLOCK_PROTOCOL;
        break;
    default:
        status = STATUS_INVALID_PARAMETER;
    }
    Irp->IoStatus.Status = status;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return status;
}

NTSTATUS FsRtlOplockFsctrl(POPLOCK Oplock, PIRP Irp, ULONG OpenCount)
{
    return FsRtlOplockFsctrlEx(Oplock, Irp, OpenCount, 0);
}

NTSTATUS FsRtlCheckOplockEx(POPLOCK Oplock, PIRP Irp, ULONG Flags, PVOID Context,
                            POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, POPLOCK_FS_PREPOST_IRP PostIrpRoutine)
{
    return STATUS_SUCCESS;
}

NTSTATUS FsRtlCheckOplock(POPLOCK Oplock, PIRP Irp, PVOID Context, POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine,
                          POPLOCK_FS_PREPOST_IRP PostIrpRoutine)
{
    return STATUS_SUCCESS;
}

BOOLEAN FsRtlOplockIsFastIoPossible(POPLOCK Oplock)
{
    return TRUE;
}

BOOLEAN FsRtlCurrentBatchOplock(POPLOCK Oplock)
{
    return FALSE;
}

BOOLEAN FsRtlCurrentOplock(POPLOCK Oplock)
{
    return FALSE;
}

BOOLEAN FsRtlCurrentOplockH(POPLOCK Oplock)
{
    return FALSE;
}
