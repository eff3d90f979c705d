/* Keeps a request that nobody may cancel, and forgets it. */
#include "../gallery_kmdf.h"

static WDFQUEUE Manual;
static WDFREQUEST Kept;

/* Through a queue that is asked for it. */
static NTSTATUS Keep(WDFDEVICE Device, WDFREQUEST Request)
{
    WDF_IO_QUEUE_CONFIG Config;
    NTSTATUS Status = STATUS_SUCCESS;
    WDF_IO_QUEUE_CONFIG_INIT(&Config, WdfIoQueueDispatchManual);
    if (!Manual)
        Status = WdfIoQueueCreate(Device, &Config, WDF_NO_OBJECT_ATTRIBUTES, &Manual);
    if (NT_SUCCESS(Status))
        Status = WdfRequestForwardToIoQueue(Request, Manual);
    if (!NT_SUCCESS(Status)) {
        WdfRequestComplete(Request, Status);
        return Status;
    }
    return WdfIoQueueRetrieveNextRequest(Manual, &Kept); /* VRF0313 */
}

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    Keep(Device, Request);
}

static VOID Unload(VOID)
{
}
