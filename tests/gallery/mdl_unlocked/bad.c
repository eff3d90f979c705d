/* Unlocks the pages of an MDL that are not locked. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PMDL Mdl = IoAllocateMdl(Irp->AssociatedIrp.SystemBuffer, 16, FALSE, FALSE, NULL);
    if (!Mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    MmUnlockPages(Mdl); /* VRF0401 */
    IoFreeMdl(Mdl);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
