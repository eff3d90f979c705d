/* Acquires it once. */
#include "../gallery_kmdf.h"

static WDFSPINLOCK Lock;

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    if (!Lock && !NT_SUCCESS(WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &Lock))) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    WdfSpinLockAcquire(Lock);
    WdfSpinLockRelease(Lock);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
