/* Uses a request, and completes it. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WdfRequestGetIoQueue(Request);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
