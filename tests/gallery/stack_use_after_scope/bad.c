/* Reads a variable whose block has been left. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    volatile ULONG *Value;
    {
        ULONG Local = Step + 1;
        Value = &Local;
        *Value += 1;
    }
    Irp->IoStatus.Information = *Value; /* VRF0902 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
