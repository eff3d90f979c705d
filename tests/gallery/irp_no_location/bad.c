/* Sends an IRP twice that has room for one device. */
#include "../gallery.h"

static IO_COMPLETION_ROUTINE Done;

static NTSTATUS Done(PDEVICE_OBJECT Device, PIRP Irp, PVOID Context)
{
    return STATUS_MORE_PROCESSING_REQUIRED;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PIRP Own = IoAllocateIrp(Device->StackSize, FALSE);
    if (!Own)
        return STATUS_INSUFFICIENT_RESOURCES;
    PIO_STACK_LOCATION Next = IoGetNextIrpStackLocation(Own);
    Next->MajorFunction = IRP_MJ_CLEANUP;
    IoSetCompletionRoutine(Own, Done, NULL, TRUE, TRUE, TRUE);
    IoCallDriver(Device, Own);
    IoSkipCurrentIrpStackLocation(Own);
    Own->CurrentLocation = 1;
    IoCallDriver(Device, Own); /* VRF0306 */
    IoFreeIrp(Own);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
