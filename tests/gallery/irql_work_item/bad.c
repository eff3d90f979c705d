/* A work item returns with the IRQL raised. */
#include "../gallery.h"

static PIO_WORKITEM Item;
static IO_WORKITEM_ROUTINE Work;

static VOID Work(PDEVICE_OBJECT Device, PVOID Context)
{
    KIRQL Irql;
    KeRaiseIrql(DISPATCH_LEVEL, &Irql); /* VRF0103 */
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    Item = IoAllocateWorkItem(Device);
    if (Item)
        IoQueueWorkItem(Item, Work, DelayedWorkQueue, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    if (Item)
        IoFreeWorkItem(Item);
}
