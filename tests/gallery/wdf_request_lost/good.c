/* Keeps a request, and lets it be cancelled. */
#include "../gallery_kmdf.h"

static EVT_WDF_REQUEST_CANCEL Canceled;
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
    return WdfIoQueueRetrieveNextRequest(Manual, &Kept);
}

static VOID Canceled(WDFREQUEST Request)
{
    WdfRequestComplete(Request, STATUS_CANCELLED);
}

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    if (!NT_SUCCESS(Keep(Device, Request)))
        return;
    const NTSTATUS Status = WdfRequestMarkCancelableEx(Kept, Canceled);
    if (!NT_SUCCESS(Status))
        WdfRequestComplete(Kept, Status);
}

static VOID Unload(VOID)
{
}
