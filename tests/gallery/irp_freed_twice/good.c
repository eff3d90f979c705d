/* Frees it once. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PIRP Own = IoAllocateIrp(Device->StackSize, FALSE);
    if (!Own)
        return STATUS_INSUFFICIENT_RESOURCES;
    IoFreeIrp(Own);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
