/* Lowers it. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    KIRQL Irql;
    WdfRequestComplete(Request, STATUS_SUCCESS);
    KeRaiseIrql(DISPATCH_LEVEL, &Irql);
    KeLowerIrql(Irql);
}

static VOID Unload(VOID)
{
}
