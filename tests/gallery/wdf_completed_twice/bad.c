/* Completes a request twice. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WdfRequestComplete(Request, STATUS_SUCCESS);
    WdfRequestComplete(Request, STATUS_SUCCESS); /* VRF0502 */
}

static VOID Unload(VOID)
{
}
