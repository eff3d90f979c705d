/* Returns from a queue's callback with the IRQL raised. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    KIRQL Irql;
    WdfRequestComplete(Request, STATUS_SUCCESS);
    KeRaiseIrql(DISPATCH_LEVEL, &Irql); /* VRF0103 */
}

static VOID Unload(VOID)
{
}
