/* Returns with a spin lock of the framework held. */
#include "../gallery_kmdf.h"

static WDFSPINLOCK Lock;

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    if (!Lock && !NT_SUCCESS(WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &Lock))) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    WdfRequestComplete(Request, STATUS_SUCCESS);
    WdfSpinLockAcquire(Lock); /* VRF0205 */
}

static VOID Unload(VOID)
{
}
