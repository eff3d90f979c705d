/* Writes the answer in a work item, to pages that its dispatch routine has locked. */
#include "../gallery.h"

static PIO_WORKITEM Item;

static IO_WORKITEM_ROUTINE Answer;

static VOID Answer(PDEVICE_OBJECT Device, PVOID Context)
{
    PIRP Irp = Context;
    PULONG To = MmGetSystemAddressForMdlSafe(Irp->MdlAddress, NormalPagePriority | MdlMappingNoExecute);
    if (To)
        *To = 1;
    GalleryComplete(Irp, To ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES, To ? sizeof(*To) : 0);
}

/* The IRP's MDL is unlocked and freed with it. */
static NTSTATUS Lock(PIRP Irp)
{
    PMDL Mdl = IoAllocateMdl(Irp->UserBuffer, sizeof(ULONG), FALSE, FALSE, Irp);
    if (!Mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    __try {
        MmProbeAndLockPages(Mdl, Irp->RequestorMode, IoWriteAccess);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Irp->MdlAddress = NULL;
        IoFreeMdl(Mdl);
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const NTSTATUS Status = Lock(Irp);
    if (!NT_SUCCESS(Status))
        return Status;
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
