/* Frees the MDL only. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PMDL Mdl = IoAllocateMdl(Irp->AssociatedIrp.SystemBuffer, 16, FALSE, FALSE, NULL);
    if (!Mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    IoFreeMdl(Mdl);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
