/* Keeps a request when the device is to sleep, and says nothing to that. */
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
{ /* VRF0508 */
}

static VOID Configure(WDF_IO_QUEUE_CONFIG *Config)
{
    Config->EvtIoDeviceControl = Control;
    Config->EvtIoStop = Stop;
}
