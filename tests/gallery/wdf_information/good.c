/* Says how much it has written. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 0);
}

static VOID Unload(VOID)
{
}
