/* Reads the IRP of a request before it completes that. */
#include "../gallery_kmdf_pnp.h"

static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL Control;

static VOID Control(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputLength, size_t InputLength, ULONG Code)
{
    const BOOLEAN Cancelled = WdfRequestWdmGetIrp(Request)->Cancel;
    WdfRequestComplete(Request, STATUS_SUCCESS);
    if (Cancelled)
        DbgPrint("cancelled\n");
}

static VOID Configure(WDF_IO_QUEUE_CONFIG *Config)
{
    Config->EvtIoDeviceControl = Control;
}
