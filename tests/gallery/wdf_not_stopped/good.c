/* Keeps a request when the device is to sleep, and acknowledges that it is to. */
#include "../gallery_kmdf_pnp.h"

static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL Control;
static EVT_WDF_IO_QUEUE_IO_STOP Stop;
static EVT_WDF_REQUEST_CANCEL Canceled;

static VOID Canceled(WDFREQUEST Request)
{
    WdfRequestComplete(Request, STATUS_CANCELLED);
}

static VOID Control(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputLength, size_t InputLength, ULONG Code)
{
    const NTSTATUS Status = WdfRequestMarkCancelableEx(Request, Canceled);
    if (!NT_SUCCESS(Status))
        WdfRequestComplete(Request, Status);
}

static VOID Stop(WDFQUEUE Queue, WDFREQUEST Request, ULONG Flags)
{
    if (Flags & WdfRequestStopActionSuspend)
        WdfRequestStopAcknowledge(Request, FALSE);
    else if (WdfRequestUnmarkCancelable(Request) != STATUS_CANCELLED)
        WdfRequestComplete(Request, STATUS_NO_SUCH_DEVICE);
}

static VOID Configure(WDF_IO_QUEUE_CONFIG *Config)
{
    Config->EvtIoDeviceControl = Control;
    Config->EvtIoStop = Stop;
}
