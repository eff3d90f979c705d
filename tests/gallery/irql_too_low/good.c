/* Raises the IRQL before. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeRaiseIrql(DISPATCH_LEVEL, &Irql);
    IoStartNextPacket(Device, FALSE);
    KeLowerIrql(Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
