/* Cancelling requests. */
#include "ntsim/io/iop.h"
#include "ntsim/ke/schedule.h"
#include "ntsim/verifier/vf.h"

static KSPIN_LOCK cancel_lock;

VOID IoAcquireCancelSpinLock(PKIRQL Irql)
{
    *Irql = KeAcquireSpinLockRaiseToDpc(&cancel_lock);
}

VOID IoReleaseCancelSpinLock(KIRQL Irql)
{
    KeReleaseSpinLock(&cancel_lock, Irql);
    KI_POINT(MACHINE_POINT_RELEASE, &cancel_lock);
}

BOOLEAN IoCancelIrp(PIRP Irp)
{
    KIRQL irql;
    struct vf_callback callback;
    vf_enter(&callback);
    IoAcquireCancelSpinLock(&irql);
    Irp->Cancel = TRUE;
    PDRIVER_CANCEL routine = IoSetCancelRoutine(Irp, NULL);
    if (!routine) {
        IoReleaseCancelSpinLock(irql);
        return FALSE;
    }
    if (Irp->CurrentLocation > Irp->StackCount + 1)
        ki_bug_check(CANCEL_STATE_IN_COMPLETED_IRP, (ULONG64)Irp, (ULONG64)routine, 0, 0, NULL, NULL);
    Irp->CancelIrql = irql;
    PDEVICE_OBJECT device =
        Irp->CurrentLocation <= Irp->StackCount ? IoGetCurrentIrpStackLocation(Irp)->DeviceObject : NULL;
    routine(device, Irp); /* releases the lock */
    vf_leave_checked(&callback, "the cancel routine", (PVOID)routine);
    return TRUE;
}

/* Of one file: all requests, or the one with that status block. */
static ULONG cancel_file(PFILE_OBJECT file, PIO_STATUS_BLOCK wanted)
{
    ULONG found = 0;
    for (LIST_ENTRY *entry = file->IrpList.Flink, *next; entry != &file->IrpList; entry = next) {
        PIRP irp = CONTAINING_RECORD(entry, IRP, ThreadListEntry);
        next = entry->Flink;
        if (wanted && irp->UserIosb != wanted)
            continue;
        found++;
        if (!irp->Cancel) {
            IoCancelIrp(irp);
            next = file->IrpList.Flink; /* others may have been completed */
        }
    }
    return found;
}

__declspec(dllexport) NTSTATUS NtCancelIoFileEx(HANDLE FileHandle, PIO_STATUS_BLOCK IoRequestToCancel,
                                                PIO_STATUS_BLOCK IoStatusBlock)
{
    PVOID file;
    NTSTATUS status = ObReferenceObjectByHandle(FileHandle, 0, &iop_file_type, ExGetPreviousMode(), &file, NULL);
    if (!NT_SUCCESS(status))
        return status;
    IoStatusBlock->Status = cancel_file(file, IoRequestToCancel) ? STATUS_SUCCESS : STATUS_NOT_FOUND;
    IoStatusBlock->Information = 0;
    ObDereferenceObject(file);
    return IoStatusBlock->Status;
}

/* As NtClose; requests that the driver still has after its cleanup are cancelled. */
__declspec(dllexport) NTSTATUS SimCloseFile(HANDLE handle)
{
    PVOID file;
    NTSTATUS status = ObReferenceObjectByHandle(handle, 0, &iop_file_type, ExGetPreviousMode(), &file, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = ObCloseHandle(handle, ExGetPreviousMode());
    cancel_file(file, NULL);
    ObDereferenceObject(file);
    return status;
}
