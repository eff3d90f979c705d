/* Waits in a callback that is serialised at PASSIVE_LEVEL. */
#define GALLERY_SCOPE WdfSynchronizationScopeQueue
#define GALLERY_LEVEL WdfExecutionLevelPassive
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    LARGE_INTEGER Moment = {.QuadPart = -10000};
    KeDelayExecutionThread(KernelMode, FALSE, &Moment);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
