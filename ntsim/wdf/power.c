/* The power machine: the callbacks on the way into D0 and out of it, and device power IRPs. */
#include "ntsim/wdf/fx.h"

static void to(struct fx_device *device, ULONG state)
{
    fx_to(device, FX_POWER_MACHINE, state);
}

static void report_state(struct fx_device *device, WDF_POWER_DEVICE_STATE state)
{
    POWER_STATE power = {.DeviceState = (DEVICE_POWER_STATE)state};
    if (state == WdfPowerDeviceD3Final || state == WdfPowerDevicePrepareForHibernation)
        power.DeviceState = PowerDeviceD3;
    if (state == WdfPowerDeviceD0)
        device->PowerAction = PowerActionNone;
    device->LastPower = state;
    device->DeviceState = power.DeviceState;
    PoSetPowerState(device->DeviceObject, DevicePowerState, power);
}

/* --- self-managed I/O --- */

static NTSTATUS start_self_managed(struct fx_device *device)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->Init.Pnp;
    const BOOLEAN first = device->SelfManaged == FX_SELF_NEW;
    const PFN_WDF_DEVICE_SELF_MANAGED_IO_INIT callback =
        first ? callbacks->EvtDeviceSelfManagedIoInit : callbacks->EvtDeviceSelfManagedIoRestart;
    if (device->SelfManaged != FX_SELF_NEW && device->SelfManaged != FX_SELF_SUSPENDED &&
        device->SelfManaged != FX_SELF_FLUSHED)
        return STATUS_SUCCESS;
    const NTSTATUS status = callback ? callback((WDFDEVICE)device) : STATUS_SUCCESS;
    device->SelfManaged = NT_SUCCESS(status) ? FX_SELF_STARTED : FX_SELF_FAILED;
    return status;
}

static NTSTATUS suspend_self_managed(struct fx_device *device)
{
    if (device->SelfManaged != FX_SELF_STARTED)
        return STATUS_SUCCESS;
    const NTSTATUS status = device->Init.Pnp.EvtDeviceSelfManagedIoSuspend
                                ? device->Init.Pnp.EvtDeviceSelfManagedIoSuspend((WDFDEVICE)device)
                                : STATUS_SUCCESS;
    device->SelfManaged = NT_SUCCESS(status) ? FX_SELF_SUSPENDED : FX_SELF_FAILED;
    return status;
}

/* What was initialised, or failed to be, is flushed and cleaned up. */
void fx_self_managed_flush(struct fx_device *device)
{
    if (device->SelfManaged == FX_SELF_NEW || device->SelfManaged == FX_SELF_FLUSHED ||
        device->SelfManaged == FX_SELF_CLEANED)
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

/* --- up --- */

/* The steps of the way up, and the state that undoes each: the first time, and from Dx. */
enum step { ENTRY, INTERRUPTS, DMA, SELF_MANAGED };

static void undo_up(struct fx_device *device, enum step failed, BOOLEAN first)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->Init.Pnp;
    if (failed == SELF_MANAGED) {
        to(device, first ? WdfDevStatePowerInitialSelfManagedIoFailed : WdfDevStatePowerStartSelfManagedIoFailed);
        fx_hold_queues(device);
        to(device,
           first ? WdfDevStatePowerInitialPostHardwareEnabledFailed : WdfDevStatePowerWakingPostHardwareEnabledFailed);
    }
    if (failed >= DMA) {
        to(device, first ? WdfDevStatePowerInitialDmaEnableFailed : WdfDevStatePowerWakingDmaEnableFailed);
        fx_dma_down(device);
        if (callbacks->EvtDeviceD0ExitPreInterruptsDisabled)
            callbacks->EvtDeviceD0ExitPreInterruptsDisabled((WDFDEVICE)device, WdfPowerDeviceD3Final);
    }
    if (failed >= INTERRUPTS) {
        to(device,
           first ? WdfDevStatePowerInitialConnectInterruptFailed : WdfDevStatePowerWakingConnectInterruptFailed);
        fx_interrupts_down(device, FALSE);
        if (callbacks->EvtDeviceD0Exit)
            callbacks->EvtDeviceD0Exit((WDFDEVICE)device, WdfPowerDeviceD3Final);
        report_state(device, WdfPowerDeviceD3Final);
    } else if (!first) {
        to(device, WdfDevStatePowerUpFailedDerefParent);
        fx_interrupts_down(device, FALSE);
    }
    to(device,
       first ? WdfDevStatePowerInitialPowerUpFailedDerefParent : WdfDevStatePowerReportPowerUpFailedDerefParent);
    fx_release_parent(device);
    to(device, first ? WdfDevStatePowerInitialPowerUpFailed : WdfDevStatePowerReportPowerUpFailed);
    if (first)
        to(device, WdfDevStatePowerStopped);
    device->InternalFailure = TRUE;
}

/* FALSE: it has failed, and all is undone. `first`: the device starts; else it comes back from Dx. */
static BOOLEAN climb(struct fx_device *device, BOOLEAN first)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->Init.Pnp;
    const WDF_POWER_DEVICE_STATE previous = device->LastPower;
    to(device, first ? WdfDevStatePowerD0Starting : WdfDevStatePowerWaking);
    NTSTATUS status =
        callbacks->EvtDeviceD0Entry ? callbacks->EvtDeviceD0Entry((WDFDEVICE)device, previous) : STATUS_SUCCESS;
    if (!NT_SUCCESS(status)) {
        undo_up(device, ENTRY, first);
        return FALSE;
    }
    if (!first)
        to(device, WdfDevStatePowerNotifyingD0EntryToWakeInterrupts);
    to(device, first ? WdfDevStatePowerD0StartingConnectInterrupt : WdfDevStatePowerWakingConnectInterrupt);
    status = fx_interrupts_up(device);
    if (NT_SUCCESS(status) && callbacks->EvtDeviceD0EntryPostInterruptsEnabled)
        status = callbacks->EvtDeviceD0EntryPostInterruptsEnabled((WDFDEVICE)device, previous);
    if (!NT_SUCCESS(status)) {
        undo_up(device, INTERRUPTS, first);
        return FALSE;
    }
    to(device, first ? WdfDevStatePowerD0StartingDmaEnable : WdfDevStatePowerWakingDmaEnable);
    if (!NT_SUCCESS(fx_dma_up(device))) {
        undo_up(device, DMA, first);
        return FALSE;
    }
    fx_scan_children(device);
    to(device, first ? WdfDevStatePowerD0StartingPostHardwareEnabled : WdfDevStatePowerWakingPostHardwareEnabled);
    if (!first)
        fx_policy_hardware_started(device);
    to(device, first ? WdfDevStatePowerD0StartingStartSelfManagedIo : WdfDevStatePowerStartSelfManagedIo);
    fx_release_queues(device);
    if (!NT_SUCCESS(start_self_managed(device))) {
        undo_up(device, SELF_MANAGED, first);
        return FALSE;
    }
    report_state(device, WdfPowerDeviceD0);
    device->AtD0 = TRUE;
    KeSetEvent(&device->PoweredUp, IO_NO_INCREMENT, FALSE);
    if (first)
        to(device, WdfDevStatePowerDecideD0State);
    /* A bus driver's PDO is where a wake request of the devices above ends. */
    to(device, device->Init.Kind == FX_PDO ? WdfDevStatePowerD0BusWakeOwner : WdfDevStatePowerD0);
    return TRUE;
}

NTSTATUS fx_power_start(struct fx_device *device)
{
    fx_enter_machine(device, FX_POWER_MACHINE);
    to(device, WdfDevStatePowerStartingCheckDeviceType);
    if (device->Init.Kind == FX_PDO)
        to(device, WdfDevStatePowerStartingChild);
    NTSTATUS status = fx_hold_parent(device);
    if (!NT_SUCCESS(status)) {
        to(device, WdfDevStatePowerInitialPowerUpFailed);
        to(device, WdfDevStatePowerStopped);
    } else if (!climb(device, TRUE)) {
        status = STATUS_DEVICE_POWER_FAILURE;
    }
    fx_leave_machine(device, FX_POWER_MACHINE);
    return status;
}

static BOOLEAN come_back(struct fx_device *device)
{
    const BOOLEAN armed = device->Machines[FX_POWER_MACHINE].State != WdfDevStatePowerDx;
    if (!armed)
        to(device, WdfDevStatePowerCheckDeviceType);
    if (device->Init.Kind == FX_PDO) {
        to(device, armed ? WdfDevStatePowerCheckParentStateArmedForWake : WdfDevStatePowerCheckParentState);
        if (!NT_SUCCESS(fx_hold_parent(device))) {
            to(device, WdfDevStatePowerUpFailed);
            to(device, WdfDevStatePowerReportPowerUpFailed);
            device->InternalFailure = TRUE;
            return FALSE;
        }
        if (armed) {
            to(device, WdfDevStatePowerDxDisablingWakeAtBus);
            fx_disable_wake_at_bus(device);
        }
    }
    return climb(device, FALSE);
}

/* --- down --- */

static void keep_worst(NTSTATUS *result, NTSTATUS status)
{
    if (!NT_SUCCESS(status))
        *result = status;
}

static NTSTATUS stop_io(struct fx_device *device)
{
    device->AtD0 = FALSE;
    KeClearEvent(&device->PoweredUp);
    const NTSTATUS status = suspend_self_managed(device);
    fx_hold_queues(device);
    return status;
}

static NTSTATUS leave_d0(struct fx_device *device, WDF_POWER_DEVICE_STATE target)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->Init.Pnp;
    NTSTATUS result = STATUS_SUCCESS;
    fx_dma_down(device);
    if (callbacks->EvtDeviceD0ExitPreInterruptsDisabled)
        keep_worst(&result, callbacks->EvtDeviceD0ExitPreInterruptsDisabled((WDFDEVICE)device, target));
    keep_worst(&result, fx_interrupts_down(device, device->WakeInterruptsStay));
    if (callbacks->EvtDeviceD0Exit)
        keep_worst(&result, callbacks->EvtDeviceD0Exit((WDFDEVICE)device, target));
    device->WakeInterruptsStay = FALSE;
    report_state(device, target);
    fx_release_parent(device);
    return result;
}

/* At the command of a power IRP. */
static BOOLEAN go_down(struct fx_device *device, WDF_POWER_DEVICE_STATE target)
{
    const BOOLEAN armed = device->Machines[FX_POWER_MACHINE].State == WdfDevStatePowerD0ArmedForWake;
    to(device, armed ? WdfDevStatePowerGotoDxArmedForWake : WdfDevStatePowerGotoDx);
    NTSTATUS result = stop_io(device);
    fx_policy_io_stopped(device);
    to(device, WdfDevStatePowerNotifyingD0ExitToWakeInterrupts);
    to(device, armed ? WdfDevStatePowerGotoDxIoStoppedArmedForWake : WdfDevStatePowerGotoDxIoStopped);
    keep_worst(&result, leave_d0(device, target));
    if (NT_SUCCESS(result)) {
        to(device, armed ? WdfDevStatePowerDxArmedForWake : WdfDevStatePowerDx);
        return TRUE;
    }
    to(device, WdfDevStatePowerGotoDxFailed);
    fx_interrupts_down(device, FALSE);
    to(device, WdfDevStatePowerReportPowerDownFailed);
    device->InternalFailure = TRUE;
    return FALSE;
}

NTSTATUS fx_power_stop(struct fx_device *device)
{
    NTSTATUS status = STATUS_SUCCESS;
    fx_enter_machine(device, FX_POWER_MACHINE);
    switch (device->Machines[FX_POWER_MACHINE].State) {
    case WdfDevStatePowerD0ArmedForWake:
        to(device, WdfDevStatePowerGotoImplicitD3DisarmWakeAtBus);
        fx_disable_wake_at_bus(device);
        goto in_d0;
    case WdfDevStatePowerD0:
    case WdfDevStatePowerD0BusWakeOwner:
    in_d0:
        to(device, WdfDevStatePowerGotoD3Stopped);
        status = stop_io(device);
        keep_worst(&status, leave_d0(device, WdfPowerDeviceD3Final));
        if (!NT_SUCCESS(status)) {
            to(device, WdfDevStatePowerFinalPowerDownFailed);
            device->InternalFailure = TRUE;
        }
        to(device, WdfDevStatePowerStopped);
        break;
    case WdfDevStatePowerDxArmedForWake:
    case WdfDevStatePowerWakePending:
        to(device, WdfDevStatePowerDxStoppedDisarmWake);
        fx_disable_wake_at_bus(device);
        goto in_dx;
    case WdfDevStatePowerDx:
    in_dx:
        /* It has left D0 already: the driver does not hear of it again. */
        to(device, WdfDevStatePowerGotoDxStoppedDisableInterrupt);
        fx_interrupts_down(device, FALSE);
        to(device, WdfDevStatePowerGotoDxStopped);
        to(device, WdfDevStatePowerStopped);
        break;
    case WdfDevStatePowerReportPowerUpFailed:
    case WdfDevStatePowerReportPowerDownFailed:
        to(device, WdfDevStatePowerPowerFailedPowerDown);
        report_state(device, WdfPowerDeviceD3Final);
        to(device, WdfDevStatePowerStopped);
        break;
    default:
        break;
    }
    device->LastPower = WdfPowerDeviceD3Final;
    fx_leave_machine(device, FX_POWER_MACHINE);
    return status;
}

/* --- device power IRPs --- */

NTSTATUS fx_pass_power_on(struct fx_device *device, PIRP irp)
{
    PoStartNextPowerIrp(irp);
    if (device->Attached) {
        IoSkipCurrentIrpStackLocation(irp);
        return PoCallDriver(device->Attached, irp);
    }
    return fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
}

/* At a shutdown the device leaves D0 for good. */
static WDF_POWER_DEVICE_STATE target_of(const struct fx_device *device, DEVICE_POWER_STATE state)
{
    if (device->SystemState == PowerSystemHibernate && device->SpecialFileCount[WdfSpecialFileHibernation] > 0)
        return WdfPowerDevicePrepareForHibernation;
    if (device->PowerAction == PowerActionShutdown || device->PowerAction == PowerActionShutdownReset ||
        device->PowerAction == PowerActionShutdownOff)
        return WdfPowerDeviceD3Final;
    return (WDF_POWER_DEVICE_STATE)state;
}

static BOOLEAN is_down(const struct fx_device *device)
{
    const ULONG state = device->Machines[FX_POWER_MACHINE].State;
    return state == WdfDevStatePowerDx || state == WdfDevStatePowerDxArmedForWake ||
           state == WdfDevStatePowerWakePending;
}

/* A power IRP to change the state succeeds whatever becomes of the device: a failure is PnP's to deal with. */
static NTSTATUS set_device_power(struct fx_device *device, PIRP irp, DEVICE_POWER_STATE state)
{
    BOOLEAN good = TRUE;
    if (state == PowerDeviceD0) {
        NTSTATUS status = device->Attached ? fx_forward_and_wait(device, irp) : STATUS_SUCCESS;
        fx_enter_machine(device, FX_POWER_MACHINE);
        if (NT_SUCCESS(status) && is_down(device))
            good = come_back(device);
        fx_leave_machine(device, FX_POWER_MACHINE);
        if (!good)
            fx_device_failed(device);
        PoStartNextPowerIrp(irp);
        return fx_complete_irp(irp, NT_SUCCESS(status) ? STATUS_SUCCESS : status, irp->IoStatus.Information);
    }
    fx_enter_machine(device, FX_POWER_MACHINE);
    if (device->AtD0)
        good = go_down(device, target_of(device, state));
    fx_leave_machine(device, FX_POWER_MACHINE);
    if (!good)
        fx_device_failed(device);
    irp->IoStatus.Status = STATUS_SUCCESS;
    return fx_pass_power_on(device, irp);
}

NTSTATUS fx_dispatch_power(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    switch (stack->MinorFunction) {
    case IRP_MN_SET_POWER:
        if (stack->Parameters.Power.Type == DevicePowerState)
            return set_device_power(device, irp, stack->Parameters.Power.State.DeviceState);
        return fx_set_system_power(device, irp);
    case IRP_MN_WAIT_WAKE:
        return device->Attached ? fx_forward_wait_wake(device, irp) : fx_pdo_wait_wake(device, irp);
    default:
        irp->IoStatus.Status = STATUS_SUCCESS;
        return fx_pass_power_on(device, irp);
    }
}

POWER_ACTION api_DeviceGetSystemPowerAction(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return ((struct fx_device *)fx_object_of(handle, FX_DEVICE))->PowerAction;
}
