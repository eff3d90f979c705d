/* Uses a request that it has completed. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WdfRequestComplete(Request, STATUS_SUCCESS);
    WdfRequestGetIoQueue(Request); /* VRF0502 */
}

static VOID Unload(VOID)
{
}
