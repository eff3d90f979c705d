/* Returns with the IRQL raised. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeRaiseIrql(DISPATCH_LEVEL, &Irql); /* VRF0103 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
