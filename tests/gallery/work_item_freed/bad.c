/* Frees a work item that is queued. */
#include "../gallery.h"

static IO_WORKITEM_ROUTINE Work;

static VOID Work(PDEVICE_OBJECT Device, PVOID Context)
{
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    PIO_WORKITEM Item = IoAllocateWorkItem(Device);
    if (!Item)
        return STATUS_INSUFFICIENT_RESOURCES;
    KeRaiseIrql(DISPATCH_LEVEL, &Irql);
    IoQueueWorkItem(Item, Work, DelayedWorkQueue, NULL);
    IoFreeWorkItem(Item); /* VRF0403 */
    KeLowerIrql(Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
