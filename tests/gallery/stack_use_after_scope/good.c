/* Reads a variable while it is there. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    volatile ULONG *Value;
    ULONG Local = Step + 1;
    {
        Value = &Local;
        *Value += 1;
    }
    Irp->IoStatus.Information = *Value;
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
