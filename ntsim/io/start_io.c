/* One request at a time for a device: its queue, and the driver's StartIo routine. */
#include "ntsim/io/iop.h"

static void call_start_io(PDEVICE_OBJECT device, PIRP irp)
{
    struct iop_device *own = iop_device(device);
    own->StartIoDepth++;
    device->DriverObject->DriverStartIo(device, irp);
    own->StartIoDepth--;
}

/* A device that defers is started again only when its StartIo has returned: no matter how many follow each other, the
 * stack stays where it is. */
static void start(PDEVICE_OBJECT device, PIRP irp)
{
    struct iop_device *own = iop_device(device);
    call_start_io(device, irp);
    while (own->DefersStartIo && own->StartIoDepth == 0 && own->NextDeferred) {
        own->NextDeferred = FALSE;
        irp = iop_next_packet(device, own->DeferredKeyed ? &own->DeferredKey : NULL, own->DeferredCancelable);
        if (irp)
            call_start_io(device, irp);
    }
}

VOID IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key, PDRIVER_CANCEL CancelFunction)
{
    KIRQL old, cancel = PASSIVE_LEVEL;
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    if (CancelFunction) {
        IoAcquireCancelSpinLock(&cancel);
        IoSetCancelRoutine(Irp, CancelFunction);
    }
    PKDEVICE_QUEUE_ENTRY entry = &Irp->Tail.Overlay.DeviceQueueEntry;
    BOOLEAN queued = Key ? KeInsertByKeyDeviceQueue(&DeviceObject->DeviceQueue, entry, *Key)
                         : KeInsertDeviceQueue(&DeviceObject->DeviceQueue, entry);
    if (!queued) {
        DeviceObject->CurrentIrp = Irp;
        if (CancelFunction) {
            if (iop_device(DeviceObject)->StartIoNotCancelable)
                IoSetCancelRoutine(Irp, NULL);
            IoReleaseCancelSpinLock(cancel);
        }
        start(DeviceObject, Irp);
    } else if (CancelFunction) {
        PDRIVER_CANCEL routine = Irp->Cancel ? IoSetCancelRoutine(Irp, NULL) : NULL;
        if (routine) {
            Irp->CancelIrql = cancel;
            routine(DeviceObject, Irp); /* releases the lock */
        } else {
            IoReleaseCancelSpinLock(cancel);
        }
    }
    KeLowerIrql(old);
}

PIRP iop_next_packet(PDEVICE_OBJECT device, const ULONG *key, BOOLEAN cancelable)
{
    KIRQL cancel = PASSIVE_LEVEL;
    if (cancelable)
        IoAcquireCancelSpinLock(&cancel);
    device->CurrentIrp = NULL;
    PKDEVICE_QUEUE_ENTRY entry =
        key ? KeRemoveByKeyDeviceQueue(&device->DeviceQueue, *key) : KeRemoveDeviceQueue(&device->DeviceQueue);
    PIRP irp = entry ? CONTAINING_RECORD(entry, IRP, Tail.Overlay.DeviceQueueEntry) : NULL;
    device->CurrentIrp = irp;
    if (irp && cancelable && iop_device(device)->StartIoNotCancelable)
        IoSetCancelRoutine(irp, NULL);
    if (cancelable)
        IoReleaseCancelSpinLock(cancel);
    return irp;
}

static void start_next(PDEVICE_OBJECT device, const ULONG *key, BOOLEAN cancelable)
{
    struct iop_device *own = iop_device(device);
    if (own->DefersStartIo && own->StartIoDepth > 0) {
        own->NextDeferred = TRUE;
        own->DeferredCancelable = cancelable;
        own->DeferredKeyed = key != NULL;
        own->DeferredKey = key ? *key : 0;
        return;
    }
    PIRP irp = iop_next_packet(device, key, cancelable);
    if (irp)
        start(device, irp);
}

VOID IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable)
{
    start_next(DeviceObject, NULL, Cancelable);
}

VOID IoStartNextPacketByKey(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, ULONG Key)
{
    start_next(DeviceObject, &Key, Cancelable);
}

VOID IoSetStartIoAttributes(PDEVICE_OBJECT DeviceObject, BOOLEAN DeferredStartIo, BOOLEAN NonCancelable)
{
    iop_device(DeviceObject)->DefersStartIo = DeferredStartIo;
    iop_device(DeviceObject)->StartIoNotCancelable = NonCancelable;
}
