/* Completes a request with more information than its buffer holds. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 1000); /* VRF0503 */
}

static VOID Unload(VOID)
{
}
