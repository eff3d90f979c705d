/*
 * The power policy machine: when the device leaves D0 and comes back. It is the owner's of the device's power policy:
 * what it wants of the device it asks for with power IRPs, as the power manager wants it, and waits. On the way down,
 * when the device's I/O has stopped, and on the way up, when its hardware runs, the power machine asks it back: that is
 * when drivers arm and disarm their devices.
 */
#include "ntsim/wdf/fx.h"

static void to(struct fx_device *device, ULONG state)
{
    fx_to(device, FX_POLICY_MACHINE, state);
}

static ULONG state_of(const struct fx_device *device)
{
    return device->Machines[FX_POLICY_MACHINE].State;
}

/* --- device power requests --- */

static VOID NTAPI request_done(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, PVOID context,
                               PIO_STATUS_BLOCK io_status)
{
    KeSetEvent(context, IO_NO_INCREMENT, FALSE);
}

/* Through the whole stack and back. FALSE: there was no memory for it, or the device has failed on the way. */
static BOOLEAN request(struct fx_device *device, DEVICE_POWER_STATE state)
{
    const POWER_STATE power = {.DeviceState = state};
    KEVENT done;
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    fx_settle(device, FX_POLICY_MACHINE);
    if (state == PowerDeviceD0)
        fx_pox_active(device);
    const NTSTATUS status = PoRequestPowerIrp(device->DeviceObject, IRP_MN_SET_POWER, power, request_done, &done, NULL);
    if (!NT_SUCCESS(status))
        return FALSE;
    KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
    return (device->DeviceState == PowerDeviceD0) == (state == PowerDeviceD0) && !device->InternalFailure;
}

static BOOLEAN failed(struct fx_device *device, BOOLEAN on_the_way_up)
{
    if (on_the_way_up)
        to(device, WdfDevStatePwrPolDeviceD0PowerRequestFailed);
    to(device, WdfDevStatePwrPolDevicePowerRequestFailed);
    fx_settle(device, FX_POLICY_MACHINE);
    return FALSE;
}

static DEVICE_POWER_STATE low_state(DEVICE_POWER_STATE wanted)
{
    return wanted == PowerDeviceMaximum || wanted == PowerDeviceUnspecified ? PowerDeviceD3 : wanted;
}

static BOOLEAN can_wake_from_s0(const struct fx_device *device)
{
    return device->Idle.IdleCaps == IdleCanWakeFromS0 || device->Idle.IdleCaps == IdleUsbSelectiveSuspend;
}

/* The device works: it idles, or not. */
static void decide(struct fx_device *device)
{
    to(device, WdfDevStatePwrPolStartingDecideS0Wake);
    device->IdleExpired = device->IdleChanged = FALSE;
    to(device, !device->IdleEnabled       ? WdfDevStatePwrPolStarted
               : can_wake_from_s0(device) ? WdfDevStatePwrPolStartedWakeCapable
                                          : WdfDevStatePwrPolStartedIdleCapable);
    fx_settle(device, FX_POLICY_MACHINE);
    fx_start_idle_timer(device);
}

static BOOLEAN power_up(struct fx_device *device)
{
    if (!request(device, PowerDeviceD0))
        return failed(device, TRUE);
    decide(device);
    return TRUE;
}

/* --- idle --- */

static BOOLEAN idle_down(struct fx_device *device)
{
    const BOOLEAN wakes = can_wake_from_s0(device);
    to(device, wakes ? WdfDevStatePwrPolWakeCapableDeviceIdle : WdfDevStatePwrPolIdleCapableDeviceIdle);
    fx_pox_idle(device);
    if (wakes) {
        to(device, WdfDevStatePwrPolTimerExpiredDecideUsbSS);
        to(device, device->Idle.IdleCaps == IdleUsbSelectiveSuspend
                       ? WdfDevStatePwrPolTimerExpiredWakeCapableUsbSS
                       : WdfDevStatePwrPolTimerExpiredWakeCapablePowerDown);
    } else {
        to(device, WdfDevStatePwrPolTimerExpiredNoWake);
    }
    if (!request(device, low_state(device->Idle.DxState))) {
        if (wakes) {
            to(device, WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedCancelWake);
            fx_cancel_wait_wake(device);
            to(device, WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedWakeCanceled);
        }
        return failed(device, FALSE);
    }
    fx_pox_down(device);
    switch (state_of(device)) {
    case WdfDevStatePwrPolTimerExpiredWakeCapableWakeArrived:
        to(device, WdfDevStatePwrPolWaitingArmedUsbSS);
        to(device, WdfDevStatePwrPolWaitingArmedQueryIdle);
        to(device, WdfDevStatePwrPolWaitingArmed);
        break;
    case WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDown:
        /* It could not be armed: it comes straight back. */
        to(device, WdfDevStatePwrPolTimerExpiredWakeCompletedPowerUp);
        return power_up(device);
    default:
        to(device, WdfDevStatePwrPolTimerExpiredNoWakePoweredDownDisableIdleTimer);
        to(device, WdfDevStatePwrPolWaitingUnarmedQueryIdle);
        to(device, WdfDevStatePwrPolWaitingUnarmed);
        break;
    }
    fx_settle(device, FX_POLICY_MACHINE);
    return TRUE;
}

static BOOLEAN come_back(struct fx_device *device)
{
    if (state_of(device) == WdfDevStatePwrPolWaitingUnarmed) {
        to(device, WdfDevStatePwrPolS0NoWakePowerUp);
    } else if (device->WakeTriggered) {
        fx_cancel_wait_wake(device); /* an interrupt has woken it, and not the bus */
        to(device, WdfDevStatePwrPolWokeFromS0UsbSS);
        to(device, WdfDevStatePwrPolWokeFromS0);
    } else if (device->WakeFailed) {
        to(device, WdfDevStatePwrPolWaitingArmedWakeFailedCancelUsbSS);
        to(device, WdfDevStatePwrPolIoPresentArmedWakeCanceled);
    } else {
        to(device, WdfDevStatePwrPolWaitingArmedIoPresentCancelUsbSS);
        to(device, WdfDevStatePwrPolIoPresentArmed);
        fx_cancel_wait_wake(device);
        to(device, WdfDevStatePwrPolIoPresentArmedWakeCanceled);
    }
    device->WakeTriggered = device->WakeFailed = FALSE;
    return power_up(device);
}

/* --- the system sleeps and wakes --- */

static BOOLEAN wakes_from_sx(const struct fx_device *device, SYSTEM_POWER_STATE state)
{
    if (!device->HasWakeSettings || state > PowerSystemHibernate || fx_wake_reasons(device) == 0)
        return FALSE;
    return state <= device->SystemWake;
}

static void sleep_now(struct fx_device *device, SYSTEM_POWER_STATE state)
{
    to(device, WdfDevStatePwrPolSleeping);
    const BOOLEAN wakes = wakes_from_sx(device, state);
    to(device, wakes ? WdfDevStatePwrPolSleepingWakePowerDown : WdfDevStatePwrPolSleepingNoWakePowerDown);
    if (!request(device, wakes ? low_state(device->Wake.DxState) : PowerDeviceD3)) {
        if (wakes) {
            to(device, WdfDevStatePwrPolSleepingWakePowerDownFailed);
            fx_cancel_wait_wake(device);
            to(device, WdfDevStatePwrPolSleepingWakePowerDownFailedWakeCanceled);
        }
        failed(device, FALSE);
        return;
    }
    to(device, state_of(device) == WdfDevStatePwrPolSleepingWakeWakeArrived ? WdfDevStatePwrPolSystemAsleepWakeArmed
                                                                            : WdfDevStatePwrPolSystemAsleepNoWake);
}

static void system_sleeps(struct fx_device *device, SYSTEM_POWER_STATE state)
{
    fx_stop_idle_timer(device);
    switch (state_of(device)) {
    case WdfDevStatePwrPolStartedIdleCapable:
        to(device, WdfDevStatePwrPolStartedIdleCapableCancelTimerForSleep);
        to(device, WdfDevStatePwrPolStartedIdleCapableTimerCanceledForSleep);
        sleep_now(device, state);
        break;
    case WdfDevStatePwrPolStartedWakeCapable:
        to(device, WdfDevStatePwrPolStartedWakeCapableCancelTimerForSleep);
        to(device, WdfDevStatePwrPolStartedWakeCapableTimerCanceledForSleep);
        sleep_now(device, state);
        break;
    case WdfDevStatePwrPolStarted:
        sleep_now(device, state);
        break;
    case WdfDevStatePwrPolWaitingUnarmed:
        to(device, WdfDevStatePwrPolSystemSleepFromDeviceWaitingUnarmed);
        if (!wakes_from_sx(device, state)) {
            to(device, WdfDevStatePwrPolSystemAsleepNoWake);
            break;
        }
        to(device, WdfDevStatePwrPolSystemSleepNeedWake);
        if (request(device, PowerDeviceD0))
            sleep_now(device, state);
        else
            failed(device, TRUE);
        break;
    case WdfDevStatePwrPolWaitingArmed:
        to(device, WdfDevStatePwrPolCancelingWakeForSystemSleep);
        fx_cancel_wait_wake(device);
        device->WakeTriggered = device->WakeFailed = FALSE;
        to(device, WdfDevStatePwrPolCancelingWakeForSystemSleepWakeCanceled);
        if (request(device, PowerDeviceD0))
            sleep_now(device, state);
        else
            failed(device, TRUE);
        break;
    default:
        break;
    }
}

static BOOLEAN stays_down(const struct fx_device *device)
{
    return device->IdleEnabled && !can_wake_from_s0(device) && device->PowerReferences == 0 &&
           device->Idle.PowerUpIdleDeviceOnSystemWake != WdfTrue;
}

static void system_wakes(struct fx_device *device)
{
    switch (state_of(device)) {
    case WdfDevStatePwrPolSystemAsleepNoWake:
        to(device, WdfDevStatePwrPolSystemWakeDeviceWakeDisabled);
        if (stays_down(device)) {
            to(device, WdfDevStatePwrPolSystemWakeQueryIdle);
            to(device, WdfDevStatePwrPolWaitingUnarmed);
            break;
        }
        to(device, WdfDevStatePwrPolSystemWakeDeviceToD0);
        power_up(device);
        break;
    case WdfDevStatePwrPolSystemAsleepWakeArmed:
        if (device->WakeTriggered) {
            fx_cancel_wait_wake(device);
            to(device, WdfDevStatePwrPolSystemWakeDeviceWakeTriggered);
            to(device, WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0);
        } else {
            to(device, WdfDevStatePwrPolSystemWakeDeviceWakeEnabled);
            fx_cancel_wait_wake(device);
            to(device, WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceled);
        }
        device->WakeTriggered = device->WakeFailed = FALSE;
        power_up(device);
        break;
    default:
        break;
    }
}

/* --- what the power machine asks --- */

static void disarm_s0(struct fx_device *device)
{
    if (device->Init.Kind == FX_PDO)
        fx_disable_wake_at_bus(device);
    if (device->Init.Policy.EvtDeviceDisarmWakeFromS0)
        device->Init.Policy.EvtDeviceDisarmWakeFromS0((WDFDEVICE)device);
}

static void arm_s0(struct fx_device *device)
{
    const WDF_POWER_POLICY_EVENT_CALLBACKS *policy = &device->Init.Policy;
    to(device, WdfDevStatePwrPolTimerExpiredWakeCapableSendWake);
    if (!fx_send_wait_wake(device, PowerSystemWorking)) {
        to(device, WdfDevStatePwrPolTimerExpiredWakeCapableCleanup);
        to(device, WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDown);
        return;
    }
    to(device, WdfDevStatePwrPolTimerExpiredWakeCapableWakeArrived);
    NTSTATUS status =
        policy->EvtDeviceArmWakeFromS0 ? policy->EvtDeviceArmWakeFromS0((WDFDEVICE)device) : STATUS_SUCCESS;
    if (NT_SUCCESS(status) && device->Init.Kind == FX_PDO)
        status = fx_enable_wake_at_bus(device);
    if (NT_SUCCESS(status)) {
        device->WakeInterruptsStay = TRUE;
        return;
    }
    to(device, WdfDevStatePwrPolTimerExpiredWakeCapableCancelWake);
    fx_cancel_wait_wake(device);
    to(device, WdfDevStatePwrPolTimerExpiredWakeCapableWakeCanceled);
    to(device, WdfDevStatePwrPolTimerExpiredWakeCapableCleanup);
    to(device, WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDown);
}

static void disarm_sx(struct fx_device *device)
{
    if (device->Init.Policy.EvtDeviceDisarmWakeFromSx)
        device->Init.Policy.EvtDeviceDisarmWakeFromSx((WDFDEVICE)device);
    if (device->Wake.IndicateChildWakeOnParentWake)
        fx_indicate_wake_to_children(device, device->WakeStatus);
}

static void arm_sx(struct fx_device *device)
{
    const WDF_POWER_POLICY_EVENT_CALLBACKS *policy = &device->Init.Policy;
    const ULONG reasons = fx_wake_reasons(device);
    to(device, WdfDevStatePwrPolSleepingSendWake);
    if (!fx_send_wait_wake(device, device->SystemWake)) {
        to(device, WdfDevStatePwrPolSleepingNoWakeCompletePowerDown);
        return;
    }
    to(device, WdfDevStatePwrPolCheckPowerPageable);
    to(device, WdfDevStatePwrPolSleepingWakeWakeArrived);
    NTSTATUS status = STATUS_SUCCESS;
    if (policy->EvtDeviceArmWakeFromSxWithReason)
        status = policy->EvtDeviceArmWakeFromSxWithReason((WDFDEVICE)device, (reasons & FX_WAKE_DEVICE) != 0,
                                                          (reasons & FX_WAKE_CHILDREN) != 0);
    else if (policy->EvtDeviceArmWakeFromSx)
        status = policy->EvtDeviceArmWakeFromSx((WDFDEVICE)device);
    if (NT_SUCCESS(status) && device->Init.Kind == FX_PDO)
        status = fx_enable_wake_at_bus(device);
    if (NT_SUCCESS(status)) {
        device->WakeInterruptsStay = TRUE;
        return;
    }
    to(device, WdfDevStatePwrPolSleepingWakeRevertArmWake);
    device->WakeStatus = STATUS_CANCELLED;
    disarm_sx(device);
    to(device, WdfDevStatePwrPolSleepingWakeCancelWake);
    fx_cancel_wait_wake(device);
    to(device, WdfDevStatePwrPolSleepingNoWakeCompletePowerDown);
}

void fx_policy_io_stopped(struct fx_device *device)
{
    if (!device->Init.PolicyOwner) {
        to(device, WdfDevStatePwrPolGotoDx);
        to(device, WdfDevStatePwrPolDx);
        fx_settle(device, FX_POLICY_MACHINE);
        return;
    }
    switch (state_of(device)) {
    case WdfDevStatePwrPolTimerExpiredNoWake:
        to(device, WdfDevStatePwrPolTimerExpiredNoWakeCompletePowerDown);
        break;
    case WdfDevStatePwrPolTimerExpiredWakeCapablePowerDown:
    case WdfDevStatePwrPolTimerExpiredWakeCapableUsbSS:
        arm_s0(device);
        break;
    case WdfDevStatePwrPolSleepingWakePowerDown:
        arm_sx(device);
        break;
    case WdfDevStatePwrPolSleepingNoWakePowerDown:
        to(device, WdfDevStatePwrPolSleepingNoWakeCompletePowerDown);
        break;
    default:
        break;
    }
}

void fx_policy_hardware_started(struct fx_device *device)
{
    if (!device->Init.PolicyOwner) {
        to(device, WdfDevStatePwrPolGotoD0);
        to(device, WdfDevStatePwrPolStartingSucceeded);
        fx_settle(device, FX_POLICY_MACHINE);
        return;
    }
    fx_pox_powered(device);
    switch (state_of(device)) {
    case WdfDevStatePwrPolS0NoWakePowerUp:
        to(device, WdfDevStatePwrPolS0NoWakeCompletePowerUp);
        break;
    case WdfDevStatePwrPolTimerExpiredWakeCompletedPowerUp:
        to(device, WdfDevStatePwrPolTimerExpiredWakeCompletedHardwareStarted);
        to(device, WdfDevStatePwrPolS0WakeCompletePowerUp);
        break;
    case WdfDevStatePwrPolWokeFromS0:
        to(device, WdfDevStatePwrPolWokeFromS0NotifyDriver);
        if (device->Init.Policy.EvtDeviceWakeFromS0Triggered)
            device->Init.Policy.EvtDeviceWakeFromS0Triggered((WDFDEVICE)device);
        /* fallthrough */
    case WdfDevStatePwrPolIoPresentArmedWakeCanceled:
        to(device, WdfDevStatePwrPolS0WakeDisarm);
        disarm_s0(device);
        to(device, WdfDevStatePwrPolS0WakeCompletePowerUp);
        break;
    case WdfDevStatePwrPolSystemSleepNeedWake:
        to(device, WdfDevStatePwrPolSystemSleepNeedWakeCompletePowerUp);
        break;
    case WdfDevStatePwrPolCancelingWakeForSystemSleepWakeCanceled:
        to(device, WdfDevStatePwrPolDisarmingWakeForSystemSleepCompletePowerUp);
        disarm_s0(device);
        break;
    case WdfDevStatePwrPolSystemWakeDeviceToD0:
        to(device, WdfDevStatePwrPolSystemWakeDeviceToD0CompletePowerUp);
        break;
    case WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceled:
        to(device, WdfDevStatePwrPolSystemWakeDeviceWakeDisarm);
        if (device->Init.Kind == FX_PDO)
            fx_disable_wake_at_bus(device);
        disarm_sx(device);
        to(device, WdfDevStatePwrPolSystemWakeDeviceWakeCompletePowerUp);
        break;
    case WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0:
        to(device, WdfDevStatePwrPolSystemWakeDeviceWokeDisarm);
        if (device->Init.Kind == FX_PDO)
            fx_disable_wake_at_bus(device);
        if (device->Init.Policy.EvtDeviceWakeFromSxTriggered)
            device->Init.Policy.EvtDeviceWakeFromSxTriggered((WDFDEVICE)device);
        disarm_sx(device);
        to(device, WdfDevStatePwrPolSystemWakeDeviceWakeCompletePowerUp);
        break;
    case WdfDevStatePwrPolStoppingResetDevice:
        to(device, WdfDevStatePwrPolStoppingResetDeviceCompletePowerUp);
        break;
    case WdfDevStatePwrPolStoppingD0:
        to(device, WdfDevStatePwrPolStoppingDisarmWake);
        disarm_s0(device);
        break;
    default:
        break;
    }
}

/* --- what the PnP machine asks --- */

NTSTATUS fx_policy_start(struct fx_device *device)
{
    const BOOLEAN again = state_of(device) == WdfDevStatePwrPolStopped;
    fx_enter_machine(device, FX_POLICY_MACHINE);
    to(device, again && device->Init.PolicyOwner ? WdfDevStatePwrPolRestarting : WdfDevStatePwrPolStarting);
    NTSTATUS status = fx_power_start(device);
    if (NT_SUCCESS(status) && device->Init.PolicyOwner && !NT_SUCCESS(status = fx_pox_start(device))) {
        to(device, WdfDevStatePwrPolStartingPoweredUpFailed);
        fx_power_stop(device);
    }
    if (!NT_SUCCESS(status)) {
        if (again && device->Init.PolicyOwner) {
            to(device, WdfDevStatePwrPolRestartingFailed);
            to(device, WdfDevStatePwrPolStopped);
        } else {
            to(device, WdfDevStatePwrPolStartingFailed);
        }
    } else if (device->Init.PolicyOwner) {
        if (!again)
            to(device, WdfDevStatePwrPolStartingPoweredUp);
        to(device, WdfDevStatePwrPolStartingSucceeded);
        decide(device);
    } else {
        to(device, WdfDevStatePwrPolStarted);
        to(device, WdfDevStatePwrPolStartingSucceeded);
    }
    fx_leave_machine(device, FX_POLICY_MACHINE);
    return status;
}

static NTSTATUS finish_stop(struct fx_device *device, BOOLEAN good)
{
    to(device, WdfDevStatePwrPolStopping);
    NTSTATUS status = fx_power_stop(device);
    if (!NT_SUCCESS(status) || !good) {
        to(device, WdfDevStatePwrPolStoppingFailed);
        status = STATUS_UNSUCCESSFUL;
    }
    to(device, WdfDevStatePwrPolStoppingSendStatus);
    to(device, WdfDevStatePwrPolStopped);
    return status;
}

NTSTATUS fx_policy_stop(struct fx_device *device, BOOLEAN by_surprise)
{
    BOOLEAN good = TRUE;
    fx_enter_machine(device, FX_POLICY_MACHINE);
    by_surprise |= device->SystemState != PowerSystemWorking;
    fx_stop_idle_timer(device);
    switch (state_of(device)) {
    case WdfDevStatePwrPolStartedIdleCapable:
    case WdfDevStatePwrPolStartedWakeCapable:
        to(device, WdfDevStatePwrPolStoppingCancelTimer);
        break;
    case WdfDevStatePwrPolWaitingUnarmed:
    case WdfDevStatePwrPolSystemAsleepNoWake:
        /* Whoever leaves in order leaves from D0. */
        if (by_surprise)
            break;
        to(device, WdfDevStatePwrPolStoppingResetDevice);
        good = request(device, PowerDeviceD0);
        if (!good)
            to(device, WdfDevStatePwrPolStoppingResetDeviceFailed);
        break;
    case WdfDevStatePwrPolWaitingArmed:
        if (!by_surprise) {
            to(device, WdfDevStatePwrPolStoppingD0);
            good = request(device, PowerDeviceD0);
            if (!good)
                to(device, WdfDevStatePwrPolStoppingD0Failed);
            to(device, WdfDevStatePwrPolStoppingDisarmWakeCancelWake);
            fx_cancel_wait_wake(device);
            to(device, WdfDevStatePwrPolStoppingDisarmWakeWakeCanceled);
            break;
        }
        to(device, WdfDevStatePwrPolWaitingArmedStoppingCancelUsbSS);
        /* fallthrough */
    case WdfDevStatePwrPolSystemAsleepWakeArmed:
        to(device, WdfDevStatePwrPolStoppingCancelWake);
        fx_cancel_wait_wake(device);
        break;
    case WdfDevStatePwrPolDevicePowerRequestFailed:
        good = FALSE;
        break;
    default:
        break;
    }
    device->WakeTriggered = device->WakeFailed = FALSE;
    const NTSTATUS status = finish_stop(device, good);
    fx_leave_machine(device, FX_POLICY_MACHINE);
    return status;
}

void fx_policy_remove(struct fx_device *device)
{
    fx_enter_machine(device, FX_POLICY_MACHINE);
    if (state_of(device) == WdfDevStatePwrPolStopped)
        to(device, WdfDevStatePwrPolStoppedRemoving);
    fx_pox_remove(device);
    to(device, WdfDevStatePwrPolRemoved);
    fx_leave_machine(device, FX_POLICY_MACHINE);
}

/* --- what the world asks: I/O, the timer, a wake, the system --- */

/* One thing at a time, until there is nothing more to do. */
static BOOLEAN step(struct fx_device *device)
{
    switch (state_of(device)) {
    case WdfDevStatePwrPolStarted:
    case WdfDevStatePwrPolStartedIdleCapable:
    case WdfDevStatePwrPolStartedWakeCapable:
        if (device->IdleChanged) {
            fx_stop_idle_timer(device);
            to(device, WdfDevStatePwrPolStartedCancelTimer);
            decide(device);
            return TRUE;
        }
        if (!device->IdleExpired || device->PowerReferences > 0 || !device->IdleEnabled)
            return FALSE;
        device->IdleExpired = FALSE;
        return idle_down(device);
    case WdfDevStatePwrPolWaitingUnarmed:
    case WdfDevStatePwrPolWaitingArmed:
        if (device->PowerReferences == 0 && !device->IdleChanged && !device->WakeTriggered && !device->WakeFailed)
            return FALSE;
        return come_back(device);
    case WdfDevStatePwrPolSystemAsleepNoWake:
    case WdfDevStatePwrPolSystemAsleepWakeArmed:
        if (device->SystemState != PowerSystemWorking)
            return FALSE;
        system_wakes(device);
        return TRUE;
    default:
        return FALSE;
    }
}

static VOID NTAPI run(PVOID context)
{
    struct fx_device *device = context;
    device->PolicyItemQueued = FALSE;
    fx_enter_machine(device, FX_POLICY_MACHINE);
    while (step(device))
        ;
    fx_leave_machine(device, FX_POLICY_MACHINE);
    fx_dereference(&device->Object);
}

void fx_policy_wake_up(struct fx_device *device)
{
    if (device->PolicyItemQueued)
        return;
    device->PolicyItemQueued = TRUE;
    fx_reference(&device->Object);
    ExInitializeWorkItem(&device->PolicyItem, run, device);
    ExQueueWorkItem(&device->PolicyItem, DelayedWorkQueue);
}

/* Down before the IRP goes on, up after it is back, and when all the system's devices have heard of it. */
NTSTATUS fx_set_system_power(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const SYSTEM_POWER_STATE state = stack->Parameters.Power.State.SystemState;
    const BOOLEAN owner = device->Init.PolicyOwner;
    device->PowerAction = stack->Parameters.Power.ShutdownType;
    if (state == PowerSystemWorking && owner) {
        const NTSTATUS status = device->Attached ? fx_forward_and_wait(device, irp) : STATUS_SUCCESS;
        device->SystemState = state;
        fx_policy_wake_up(device);
        PoStartNextPowerIrp(irp);
        return fx_complete_irp(irp, NT_SUCCESS(status) ? STATUS_SUCCESS : status, irp->IoStatus.Information);
    }
    device->SystemState = state;
    if (owner) {
        fx_enter_machine(device, FX_POLICY_MACHINE);
        system_sleeps(device, state);
        fx_leave_machine(device, FX_POLICY_MACHINE);
    }
    irp->IoStatus.Status = STATUS_SUCCESS;
    return fx_pass_power_on(device, irp);
}
