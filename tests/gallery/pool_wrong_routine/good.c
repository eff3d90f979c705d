/* Frees it with IoFreeMdl. */
#include "../gallery.h"

static ULONG64 Target;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PMDL Mdl = IoAllocateMdl(&Target, sizeof(Target), FALSE, FALSE, NULL);
    if (!Mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    IoFreeMdl(Mdl);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
