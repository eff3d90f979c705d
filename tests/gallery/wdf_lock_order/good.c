/* Takes them in one order. */
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
    for (ULONG i = 0; i < 2; i++) {
        WdfSpinLockAcquire(First);
        WdfSpinLockAcquire(Second);
        WdfSpinLockRelease(Second);
        WdfSpinLockRelease(First);
    }
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
