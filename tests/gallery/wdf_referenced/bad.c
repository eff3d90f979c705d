/* Completes a request whose memory it has referenced. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WDFMEMORY Memory;
    if (NT_SUCCESS(WdfRequestRetrieveInputMemory(Request, &Memory)))
        WdfObjectReference(Memory);
    WdfRequestComplete(Request, STATUS_SUCCESS); /* VRF0504 */
}

static VOID Unload(VOID)
{
}
