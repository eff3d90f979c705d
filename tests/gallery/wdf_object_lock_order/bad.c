/* Takes the lock of the device's callbacks and one of its own in two orders. */
#include "../gallery_kmdf.h"

static WDFSPINLOCK Own;

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    if (!Own && !NT_SUCCESS(WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &Own))) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    WdfObjectAcquireLock(Device);
    WdfSpinLockAcquire(Own);
    WdfSpinLockRelease(Own);
    WdfObjectReleaseLock(Device);
    WdfSpinLockAcquire(Own);
    WdfObjectAcquireLock(Device); /* VRF0209 */
    WdfObjectReleaseLock(Device);
    WdfSpinLockRelease(Own);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
