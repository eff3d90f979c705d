/* Reads the IRP of a request that it has completed. */
#include "../gallery_kmdf_pnp.h"

static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL Control;

static VOID Control(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputLength, size_t InputLength, ULONG Code)
{
    PIRP Irp = WdfRequestWdmGetIrp(Request);
    WdfRequestComplete(Request, STATUS_SUCCESS);
    if (Irp->Cancel) /* VRF0314 */
        DbgPrint("cancelled\n");
}

static VOID Configure(WDF_IO_QUEUE_CONFIG *Config)
{
    Config->EvtIoDeviceControl = Control;
}
