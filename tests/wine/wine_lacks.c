/*
 * What the WDM template calls and Wine 8.0's ntoskrnl.exe does not have. Everything else in the driver stays as it is.
 */
#include "driver.h"

/* PAGED_CODE asks for it in the dev profile. Wine runs drivers as user-mode code: always at passive level. */
static KIRQL CurrentIrql(VOID)
{
    return PASSIVE_LEVEL;
}

/* Found before the import library's, so that the image does not import it. */
KIRQL (*const __imp_KeGetCurrentIrql)(VOID) = CurrentIrql;

static IO_COMPLETION_ROUTINE ForwardCompleted;

_Use_decl_annotations_ static NTSTATUS ForwardCompleted(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    if (Irp->PendingReturned)
        KeSetEvent(Context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* IoForwardIrpSynchronously. */
BOOLEAN ForwardAndWait(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KEVENT event;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, ForwardCompleted, &event, TRUE, TRUE, TRUE);
    if (IoCallDriver(DeviceObject, Irp) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    return TRUE;
}
