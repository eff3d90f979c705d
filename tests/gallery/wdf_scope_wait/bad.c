/* Waits in a callback that a spin lock of the framework serialises. */
#define GALLERY_SCOPE WdfSynchronizationScopeQueue
#define GALLERY_LEVEL WdfExecutionLevelDispatch
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    LARGE_INTEGER Moment = {.QuadPart = -10000};
    KeDelayExecutionThread(KernelMode, FALSE, &Moment); /* VRF0101 */
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
