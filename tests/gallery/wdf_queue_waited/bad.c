/* Stops its queue, and waits for that, in a callback of the queue: for its own request, too. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WDFQUEUE Queue = WdfDeviceGetDefaultQueue(Device);
    WdfIoQueueStopSynchronously(Queue); /* VRF0509 */
    WdfIoQueueStart(Queue);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
