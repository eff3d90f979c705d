/* Suspend, resume and waking of the devices at the hub's ports. */
#include "ntsim/usb/hub.h"

enum { TO_DEVICE = 0x00 };

static PIRP take(PIRP *slot)
{
    KIRQL irql;
    KeAcquireSpinLock(&hub.Lock, &irql);
    PIRP irp = *slot;
    if (irp && !IoSetCancelRoutine(irp, NULL))
        irp = NULL; /* its cancellation has it */
    if (irp)
        *slot = NULL;
    KeReleaseSpinLock(&hub.Lock, irql);
    return irp;
}

static void complete_power(PIRP irp, NTSTATUS status)
{
    PoStartNextPowerIrp(irp);
    hub_complete(irp, status, 0);
}

void hub_end_waiting(struct hub_pdo *pdo, NTSTATUS status)
{
    const PIRP wake = take(&pdo->WaitWake), idle = take(&pdo->Idle);
    if (wake)
        complete_power(wake, status);
    if (idle)
        hub_complete(idle, status, 0);
}

/* A request that waits in a slot until it is taken or cancelled. FALSE: it was cancelled before. */
static BOOLEAN keep(PIRP *slot, PIRP irp, PDRIVER_CANCEL cancel)
{
    KIRQL irql;
    KeAcquireSpinLock(&hub.Lock, &irql);
    IoSetCancelRoutine(irp, cancel);
    if (irp->Cancel && IoSetCancelRoutine(irp, NULL)) {
        KeReleaseSpinLock(&hub.Lock, irql);
        return FALSE;
    }
    *slot = irp;
    IoMarkIrpPending(irp);
    KeReleaseSpinLock(&hub.Lock, irql);
    return TRUE;
}

static void forget(PIRP *slot, PIRP irp)
{
    KIRQL irql;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    KeAcquireSpinLock(&hub.Lock, &irql);
    if (*slot == irp)
        *slot = NULL;
    KeReleaseSpinLock(&hub.Lock, irql);
}

static VOID NTAPI cancel_wake(PDEVICE_OBJECT device, PIRP irp)
{
    forget(&hub_pdo_of(device)->WaitWake, irp);
    complete_power(irp, STATUS_CANCELLED);
}

static VOID NTAPI cancel_idle(PDEVICE_OBJECT device, PIRP irp)
{
    forget(&hub_pdo_of(device)->Idle, irp);
    hub_complete(irp, STATUS_CANCELLED, 0);
}

/* --- states --- */

static void set_feature(struct hub_device *device, UCHAR request)
{
    hub_control(device, TO_DEVICE, request, USB_FEATURE_REMOTE_WAKEUP, 0, NULL, NULL);
}

static void suspend(struct hub_pdo *pdo)
{
    struct hub_device *device = pdo->Device;
    if (device->Suspended || device->Gone)
        return;
    hub_abort_all(device, USBD_STATUS_CANCELED);
    if (pdo->WaitWake) {
        device->WakeArmed = TRUE;
        set_feature(device, USB_REQUEST_SET_FEATURE);
    }
    device->Suspended = TRUE;
    device->Wire->suspend(device->Wire->context, true);
}

static void resume(struct hub_pdo *pdo)
{
    struct hub_device *device = pdo->Device;
    if (device->Suspended && !device->Gone) {
        device->Suspended = FALSE;
        device->Wire->suspend(device->Wire->context, false);
        if (device->WakeArmed)
            set_feature(device, USB_REQUEST_CLEAR_FEATURE);
        device->WakeArmed = FALSE;
    }
    const PIRP idle = take(&pdo->Idle);
    if (idle)
        hub_complete(idle, STATUS_SUCCESS, 0);
}

static void set_device_power(struct hub_pdo *pdo, DEVICE_POWER_STATE state)
{
    if (state == PowerDeviceD0) {
        resume(pdo);
    } else {
        suspend(pdo);
        const PIRP idle = state == PowerDeviceD3 ? take(&pdo->Idle) : NULL;
        if (idle)
            hub_complete(idle, STATUS_POWER_STATE_INVALID, 0);
    }
    pdo->Power = state;
}

static NTSTATUS wait_wake(struct hub_pdo *pdo, PIRP irp)
{
    if (pdo->WaitWake) {
        PoStartNextPowerIrp(irp);
        return hub_complete(irp, STATUS_DEVICE_BUSY, 0);
    }
    if (!(pdo->Device->Configurations[0]->bmAttributes & USB_CONFIG_REMOTE_WAKEUP)) {
        PoStartNextPowerIrp(irp);
        return hub_complete(irp, STATUS_NOT_SUPPORTED, 0);
    }
    if (pdo->Missing || !keep(&pdo->WaitWake, irp, cancel_wake)) {
        PoStartNextPowerIrp(irp);
        return hub_complete(irp, pdo->Missing ? STATUS_NO_SUCH_DEVICE : STATUS_CANCELLED, 0);
    }
    return STATUS_PENDING;
}

NTSTATUS hub_pdo_power(PDEVICE_OBJECT object, PIRP irp)
{
    struct hub_pdo *pdo = hub_pdo_of(object);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    switch (stack->MinorFunction) {
    case IRP_MN_WAIT_WAKE:
        return wait_wake(pdo, irp);
    case IRP_MN_SET_POWER:
        if (stack->Parameters.Power.Type == DevicePowerState) {
            const POWER_STATE state = stack->Parameters.Power.State;
            set_device_power(pdo, state.DeviceState);
            PoSetPowerState(object, DevicePowerState, state);
        }
        PoStartNextPowerIrp(irp);
        return hub_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_QUERY_POWER:
        PoStartNextPowerIrp(irp);
        return hub_complete(irp, STATUS_SUCCESS, 0);
    default:
        PoStartNextPowerIrp(irp);
        return hub_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    }
}

__declspec(dllexport) bool SimUsbWake(void *handle)
{
    struct hub_device *device = handle;
    if (!device->Suspended || !device->WakeArmed || !device->Pdo)
        return false;
    const PIRP irp = take(&hub_pdo_of(device->Pdo)->WaitWake);
    if (!irp)
        return false;
    complete_power(irp, STATUS_SUCCESS);
    return true;
}

/* --- the idle notification --- */

/* Nothing keeps this hub's ports awake, so the word comes at once. */
static VOID NTAPI tell_idle(PVOID context)
{
    struct hub_pdo *pdo = context;
    USB_IDLE_CALLBACK_INFO information = {0};
    KIRQL irql;
    KeAcquireSpinLock(&hub.Lock, &irql);
    if (pdo->Idle) {
        const PUSB_IDLE_CALLBACK_INFO given =
            IoGetCurrentIrpStackLocation(pdo->Idle)->Parameters.DeviceIoControl.Type3InputBuffer;
        information = *given;
    }
    KeReleaseSpinLock(&hub.Lock, irql);
    if (information.IdleCallback && pdo->Power == PowerDeviceD0)
        information.IdleCallback(information.IdleContext);
    pdo->IdleRunning = FALSE;
    ObDereferenceObject(pdo->Self);
}

NTSTATUS hub_submit_idle(struct hub_pdo *pdo, PIRP irp)
{
    const PUSB_IDLE_CALLBACK_INFO information =
        IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.Type3InputBuffer;
    if (!information || !information->IdleCallback)
        return hub_complete(irp, STATUS_NO_CALLBACK_ACTIVE, 0);
    if (pdo->Idle || pdo->IdleRunning)
        return hub_complete(irp, STATUS_DEVICE_BUSY, 0);
    if (pdo->Power != PowerDeviceD0)
        return hub_complete(irp, STATUS_POWER_STATE_INVALID, 0);
    if (!keep(&pdo->Idle, irp, cancel_idle))
        return hub_complete(irp, STATUS_CANCELLED, 0);
    pdo->IdleRunning = TRUE;
    ObReferenceObject(pdo->Self);
    ExInitializeWorkItem(&pdo->IdleItem, tell_idle, pdo);
    ExQueueWorkItem(&pdo->IdleItem, DelayedWorkQueue);
    return STATUS_PENDING;
}
