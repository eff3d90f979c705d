/* Power: the callbacks on the way into D0 and out of it, and power IRPs. */
#include "ntsim/wdf/fx.h"

static void notify(struct fx_device *device, ULONG state, ULONG next, WDF_STATE_NOTIFICATION_TYPE type)
{
    for (const struct fx_state_callback *callback = device->Init.StateCallbacks; callback; callback = callback->Next)
        if (callback->State == state && (callback->Types & type)) {
            WDF_DEVICE_POWER_NOTIFICATION_DATA data = {.Type = type};
            data.Data.EnterState.CurrentState = (WDF_DEVICE_POWER_STATE)state;
            data.Data.EnterState.NewState = (WDF_DEVICE_POWER_STATE)next;
            callback->Power((WDFDEVICE)device, &data);
        }
}

/* Who enters a state hears of it from the state that is left; who is in it, after its work; who leaves it, at the end.
 */
void fx_set_power_state(struct fx_device *device, WDF_DEVICE_POWER_STATE state)
{
    const WDF_DEVICE_POWER_STATE old = device->PowerState;
    if (!device->Init.StateCallbacks) {
        device->PowerState = state;
        return;
    }
    notify(device, old, state, StateNotificationLeaveState);
    notify(device, state, state, StateNotificationEnterState);
    device->PowerState = state;
    notify(device, state, state, StateNotificationPostProcessState);
}

WDF_POWER_DEVICE_STATE fx_wdf_power_state(DEVICE_POWER_STATE state)
{
    switch (state) {
    case PowerDeviceD0:
        return WdfPowerDeviceD0;
    case PowerDeviceD1:
        return WdfPowerDeviceD1;
    case PowerDeviceD2:
        return WdfPowerDeviceD2;
    case PowerDeviceD3:
        return WdfPowerDeviceD3;
    default:
        return WdfPowerDeviceInvalid;
    }
}

static void report_state(struct fx_device *device, DEVICE_POWER_STATE state)
{
    const POWER_STATE power = {.DeviceState = state};
    device->DeviceState = state;
    PoSetPowerState(device->DeviceObject, DevicePowerState, power);
}

static NTSTATUS start_self_managed(struct fx_device *device)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->Init.Pnp;
    NTSTATUS status = STATUS_SUCCESS;
    if (device->SelfManaged == FX_SELF_NEW || device->SelfManaged == FX_SELF_FLUSHED) {
        if (device->SelfManaged == FX_SELF_NEW && callbacks->EvtDeviceSelfManagedIoInit)
            status = callbacks->EvtDeviceSelfManagedIoInit((WDFDEVICE)device);
        else if (device->SelfManaged == FX_SELF_FLUSHED && callbacks->EvtDeviceSelfManagedIoRestart)
            status = callbacks->EvtDeviceSelfManagedIoRestart((WDFDEVICE)device);
    } else if (device->SelfManaged == FX_SELF_SUSPENDED && callbacks->EvtDeviceSelfManagedIoRestart) {
        status = callbacks->EvtDeviceSelfManagedIoRestart((WDFDEVICE)device);
    }
    if (NT_SUCCESS(status))
        device->SelfManaged = FX_SELF_STARTED;
    return status;
}

static NTSTATUS suspend_self_managed(struct fx_device *device)
{
    if (device->SelfManaged != FX_SELF_STARTED)
        return STATUS_SUCCESS;
    device->SelfManaged = FX_SELF_SUSPENDED;
    return device->Init.Pnp.EvtDeviceSelfManagedIoSuspend
               ? device->Init.Pnp.EvtDeviceSelfManagedIoSuspend((WDFDEVICE)device)
               : STATUS_SUCCESS;
}

void fx_self_managed_flush(struct fx_device *device)
{
    if (device->SelfManaged != FX_SELF_STARTED && device->SelfManaged != FX_SELF_SUSPENDED)
        return;
    device->SelfManaged = FX_SELF_FLUSHED;
    if (device->Init.Pnp.EvtDeviceSelfManagedIoFlush)
        device->Init.Pnp.EvtDeviceSelfManagedIoFlush((WDFDEVICE)device);
}

void fx_self_managed_cleanup(struct fx_device *device)
{
    if (device->SelfManaged == FX_SELF_NEW || device->SelfManaged == FX_SELF_CLEANED)
        return;
    device->SelfManaged = FX_SELF_CLEANED;
    if (device->Init.Pnp.EvtDeviceSelfManagedIoCleanup)
        device->Init.Pnp.EvtDeviceSelfManagedIoCleanup((WDFDEVICE)device);
}

/* Reverses what of the way up has been done, after a failure of a later step. */
static void undo_up(struct fx_device *device, BOOLEAN interrupts)
{
    if (interrupts) {
        if (device->Init.Pnp.EvtDeviceD0ExitPreInterruptsDisabled)
            device->Init.Pnp.EvtDeviceD0ExitPreInterruptsDisabled((WDFDEVICE)device, WdfPowerDeviceD3Final);
        fx_interrupts_down(device);
    }
    if (device->Init.Pnp.EvtDeviceD0Exit)
        device->Init.Pnp.EvtDeviceD0Exit((WDFDEVICE)device, WdfPowerDeviceD3Final);
    report_state(device, PowerDeviceD3);
}

NTSTATUS fx_power_up(struct fx_device *device, WDF_POWER_DEVICE_STATE previous)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->Init.Pnp;
    const BOOLEAN first = previous == WdfPowerDeviceD3Final;
    fx_set_power_state(device, first ? WdfDevStatePowerD0Starting : WdfDevStatePowerWaking);
    NTSTATUS status = STATUS_SUCCESS;
    if (callbacks->EvtDeviceD0Entry)
        status = callbacks->EvtDeviceD0Entry((WDFDEVICE)device, previous);
    if (!NT_SUCCESS(status)) {
        fx_set_power_state(device, first ? WdfDevStatePowerInitialPowerUpFailed : WdfDevStatePowerUpFailed);
        return status;
    }
    fx_set_power_state(device,
                       first ? WdfDevStatePowerD0StartingConnectInterrupt : WdfDevStatePowerWakingConnectInterrupt);
    status = fx_interrupts_up(device);
    if (NT_SUCCESS(status) && callbacks->EvtDeviceD0EntryPostInterruptsEnabled)
        status = callbacks->EvtDeviceD0EntryPostInterruptsEnabled((WDFDEVICE)device, previous);
    if (NT_SUCCESS(status)) {
        fx_set_power_state(device, first ? WdfDevStatePowerD0StartingDmaEnable : WdfDevStatePowerWakingDmaEnable);
        status = fx_dma_up(device);
    }
    if (!NT_SUCCESS(status)) {
        undo_up(device, TRUE);
        return status;
    }
    fx_set_power_state(device,
                       first ? WdfDevStatePowerD0StartingStartSelfManagedIo : WdfDevStatePowerStartSelfManagedIo);
    report_state(device, PowerDeviceD0);
    fx_scan_children(device);
    KeSetEvent(&device->PoweredUp, IO_NO_INCREMENT, FALSE);
    fx_release_queues(device);
    status = start_self_managed(device);
    if (!NT_SUCCESS(status)) {
        fx_hold_queues(device);
        fx_dma_down(device);
        undo_up(device, TRUE);
        return status;
    }
    fx_set_power_state(device, WdfDevStatePowerD0);
    return STATUS_SUCCESS;
}

NTSTATUS fx_power_down(struct fx_device *device, WDF_POWER_DEVICE_STATE target)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->Init.Pnp;
    NTSTATUS result = STATUS_SUCCESS, status;
    const BOOLEAN last = target == WdfPowerDeviceD3Final;
    KeClearEvent(&device->PoweredUp);
    fx_set_power_state(device, last ? WdfDevStatePowerGotoD3Stopped : WdfDevStatePowerGotoDx);
    status = suspend_self_managed(device);
    if (!NT_SUCCESS(status))
        result = status;
    fx_hold_queues(device);
    fx_dma_down(device);
    if (callbacks->EvtDeviceD0ExitPreInterruptsDisabled) {
        status = callbacks->EvtDeviceD0ExitPreInterruptsDisabled((WDFDEVICE)device, target);
        if (!NT_SUCCESS(status))
            result = status;
    }
    fx_interrupts_down(device);
    if (callbacks->EvtDeviceD0Exit) {
        status = callbacks->EvtDeviceD0Exit((WDFDEVICE)device, target);
        if (!NT_SUCCESS(status))
            result = status;
    }
    report_state(device, target == WdfPowerDeviceD1   ? PowerDeviceD1
                         : target == WdfPowerDeviceD2 ? PowerDeviceD2
                                                      : PowerDeviceD3);
    fx_set_power_state(device, last ? WdfDevStatePowerStopped : WdfDevStatePowerDx);
    return result;
}

/* --- power IRPs --- */

static NTSTATUS pass_on(struct fx_device *device, PIRP irp)
{
    PoStartNextPowerIrp(irp);
    if (device->Attached) {
        IoSkipCurrentIrpStackLocation(irp);
        return PoCallDriver(device->Attached, irp);
    }
    return fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
}

static NTSTATUS wait_for_lower(struct fx_device *device, PIRP irp)
{
    return device->Attached ? fx_forward_and_wait(device, irp) : STATUS_SUCCESS;
}

static NTSTATUS finish(PIRP irp, NTSTATUS status)
{
    PoStartNextPowerIrp(irp);
    return fx_complete_irp(irp, status, irp->IoStatus.Information);
}

static NTSTATUS set_device_power(struct fx_device *device, PIRP irp, DEVICE_POWER_STATE state)
{
    const BOOLEAN working = device->Phase == FX_PNP_STARTED;
    NTSTATUS status = STATUS_SUCCESS;
    if (state == PowerDeviceD0) {
        status = wait_for_lower(device, irp);
        if (NT_SUCCESS(status) && working && device->DeviceState != PowerDeviceD0)
            status = fx_power_up(device, fx_wdf_power_state(device->DeviceState));
        if (!NT_SUCCESS(status))
            fx_device_failed(device);
        return finish(irp, status);
    }
    if (working && device->DeviceState == PowerDeviceD0)
        status = fx_power_down(device, fx_wdf_power_state(state));
    if (!NT_SUCCESS(status))
        fx_device_failed(device);
    irp->IoStatus.Status = STATUS_SUCCESS;
    return pass_on(device, irp);
}

static VOID NTAPI device_followed(PDEVICE_OBJECT device_object, UCHAR minor, POWER_STATE state, PVOID context,
                                  PIO_STATUS_BLOCK io_status)
{
    struct fx_device *device = fx_device_of(device_object);
    const PIRP irp = context;
    irp->IoStatus.Status = STATUS_SUCCESS;
    pass_on(device, irp);
}

static VOID NTAPI device_follows_later(PDEVICE_OBJECT device_object, UCHAR minor, POWER_STATE state, PVOID context,
                                       PIO_STATUS_BLOCK io_status)
{
}

/* The power policy owner makes the device follow the system: down before the IRP goes on, up after it is back. */
static NTSTATUS set_system_power(struct fx_device *device, PIRP irp, SYSTEM_POWER_STATE state)
{
    device->SystemState = state;
    device->PowerAction = IoGetCurrentIrpStackLocation(irp)->Parameters.Power.ShutdownType;
    if (!device->Init.PolicyOwner || device->Phase != FX_PNP_STARTED) {
        irp->IoStatus.Status = STATUS_SUCCESS;
        return pass_on(device, irp);
    }
    POWER_STATE target = {.DeviceState = PowerDeviceD0};
    if (state == PowerSystemWorking) {
        const NTSTATUS status = wait_for_lower(device, irp);
        fx_disarm_from_sx(device);
        if (device->DeviceState != PowerDeviceD0 && fx_wakes_with_system(device))
            PoRequestPowerIrp(device->Init.PhysicalDevice, IRP_MN_SET_POWER, target, device_follows_later, device,
                              NULL);
        return finish(irp, NT_SUCCESS(status) ? STATUS_SUCCESS : status);
    }
    target.DeviceState = fx_arm_for_sx(device, state);
    if (device->DeviceState == target.DeviceState) {
        irp->IoStatus.Status = STATUS_SUCCESS;
        return pass_on(device, irp);
    }
    IoMarkIrpPending(irp);
    const NTSTATUS status =
        PoRequestPowerIrp(device->DeviceObject, IRP_MN_SET_POWER, target, device_followed, irp, NULL);
    if (!NT_SUCCESS(status)) {
        irp->IoStatus.Status = STATUS_SUCCESS;
        pass_on(device, irp);
    }
    return STATUS_PENDING;
}

NTSTATUS fx_dispatch_power(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    switch (stack->MinorFunction) {
    case IRP_MN_SET_POWER:
        if (stack->Parameters.Power.Type == DevicePowerState)
            return set_device_power(device, irp, stack->Parameters.Power.State.DeviceState);
        return set_system_power(device, irp, stack->Parameters.Power.State.SystemState);
    case IRP_MN_WAIT_WAKE:
        if (!device->Attached)
            return fx_pdo_wait_wake(device, irp);
        return pass_on(device, irp);
    default:
        irp->IoStatus.Status = STATUS_SUCCESS;
        return pass_on(device, irp);
    }
}

POWER_ACTION api_DeviceGetSystemPowerAction(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return ((struct fx_device *)fx_object_of(handle, FX_DEVICE))->PowerAction;
}

WDF_DEVICE_POWER_STATE api_DeviceGetDevicePowerState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return ((struct fx_device *)fx_object_of(handle, FX_DEVICE))->PowerState;
}

WDF_DEVICE_POWER_POLICY_STATE api_DeviceGetDevicePowerPolicyState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return ((struct fx_device *)fx_object_of(handle, FX_DEVICE))->PolicyState;
}
