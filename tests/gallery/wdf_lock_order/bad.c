/* Takes two spin locks of the framework in both orders. */
#include "../gallery_kmdf.h"

static WDFSPINLOCK First, Second;

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    if (!First && !NT_SUCCESS(WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &First))) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    if (!Second && !NT_SUCCESS(WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &Second))) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    WdfSpinLockAcquire(First);
    WdfSpinLockAcquire(Second);
    WdfSpinLockRelease(Second);
    WdfSpinLockRelease(First);
    WdfSpinLockAcquire(Second);
    WdfSpinLockAcquire(First); /* VRF0209 */
    WdfSpinLockRelease(First);
    WdfSpinLockRelease(Second);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
