/* Gives the framework NULL for what it must have. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WdfIoQueueCreate(Device, NULL, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE); /* VRF0501 */
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
