/* Creates an object that needs PASSIVE_LEVEL with a spin lock held. */
#include "../gallery_kmdf.h"

static WDFSPINLOCK Lock;

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    if (!Lock && !NT_SUCCESS(WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &Lock))) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    WDFKEY Key;
    WdfSpinLockAcquire(Lock);
    NTSTATUS Status;
    Status = WdfDeviceOpenRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_READ, NULL, &Key); /* VRF0101 */
    WdfSpinLockRelease(Lock);
    if (NT_SUCCESS(Status))
        WdfRegistryClose(Key);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
