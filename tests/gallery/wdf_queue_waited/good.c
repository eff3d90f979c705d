/* Stops its queue, and does not wait. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WDFQUEUE Queue = WdfDeviceGetDefaultQueue(Device);
    WdfIoQueueStop(Queue, NULL, NULL);
    WdfIoQueueStart(Queue);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
