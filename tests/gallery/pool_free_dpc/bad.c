/* Frees the memory of a DPC that is queued. */
#include "../gallery.h"

static KDEFERRED_ROUTINE Work;

static VOID Work(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    PKDPC Dpc = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Dpc), GALLERY_TAG);
    if (!Dpc)
        return STATUS_INSUFFICIENT_RESOURCES;
    KeInitializeDpc(Dpc, Work, NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &Irql);
    KeInsertQueueDpc(Dpc, NULL, NULL);
    ExFreePoolWithTag(Dpc, GALLERY_TAG); /* VRF0012 */
    KeLowerIrql(Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
