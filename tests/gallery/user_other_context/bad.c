/* Writes the answer in a work item, by the address in the program that asks. */
#include "../gallery.h"

static PIO_WORKITEM Item;

static IO_WORKITEM_ROUTINE Answer;

static VOID Answer(PDEVICE_OBJECT Device, PVOID Context)
{
    PIRP Irp = Context;
    NTSTATUS Status = STATUS_SUCCESS;
    __try {
        *(PULONG)Irp->UserBuffer = 1; /* VRF1004 */
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    GalleryComplete(Irp, Status, sizeof(ULONG));
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    __try {
        ProbeForWrite(Irp->UserBuffer, sizeof(ULONG), 1);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    Item = IoAllocateWorkItem(Device);
    if (!Item)
        return STATUS_INSUFFICIENT_RESOURCES;
    IoMarkIrpPending(Irp);
    IoQueueWorkItem(Item, Answer, DelayedWorkQueue, Irp);
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
    if (Item)
        IoFreeWorkItem(Item);
}
