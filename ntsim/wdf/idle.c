/* Idle and wake: a power policy owner's device leaves D0 while it has nothing to do, and may wake the system. */
#include "ntsim/wdf/fx.h"

enum { DEFAULT_IDLE_TIMEOUT = 5000, MILLISECOND = 10000 }; /* of 100 ns */

static struct fx_device *device_from(WDFDEVICE handle)
{
    return fx_object_of(handle, FX_DEVICE);
}

static VOID NTAPI ignore_completion(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, PVOID context,
                                    PIO_STATUS_BLOCK io_status)
{
}

static void request_power(struct fx_device *device, DEVICE_POWER_STATE state)
{
    const POWER_STATE power = {.DeviceState = state};
    device->PowerTransition = TRUE;
    PoRequestPowerIrp(device->Init.PhysicalDevice, IRP_MN_SET_POWER, power, ignore_completion, NULL, NULL);
    device->PowerTransition = FALSE;
}

static DEVICE_POWER_STATE idle_state(const struct fx_device *device)
{
    return device->Idle.DxState == PowerDeviceMaximum || device->Idle.DxState == PowerDeviceUnspecified
               ? PowerDeviceD3
               : device->Idle.DxState;
}

static BOOLEAN can_wake_itself(const struct fx_device *device)
{
    return device->Idle.IdleCaps == IdleCanWakeFromS0 || device->Idle.IdleCaps == IdleUsbSelectiveSuspend;
}

/* In a thread at PASSIVE_LEVEL: the device goes where it should be by now. */
static VOID NTAPI change_power(PVOID context)
{
    struct fx_device *device = context;
    device->PowerItemQueued = FALSE;
    if (device->Phase == FX_PNP_STARTED && device->SystemState == PowerSystemWorking) {
        const WDF_POWER_POLICY_EVENT_CALLBACKS *policy = &device->Init.Policy;
        if (device->PowerReferences > 0 && device->DeviceState != PowerDeviceD0) {
            request_power(device, PowerDeviceD0);
            if (device->ArmedForWake) {
                device->ArmedForWake = FALSE;
                if (policy->EvtDeviceDisarmWakeFromS0)
                    policy->EvtDeviceDisarmWakeFromS0((WDFDEVICE)device);
            }
        } else if (device->PowerReferences == 0 && device->IdleEnabled && device->DeviceState == PowerDeviceD0) {
            NTSTATUS status = STATUS_SUCCESS;
            if (can_wake_itself(device)) {
                if (policy->EvtDeviceArmWakeFromS0)
                    status = policy->EvtDeviceArmWakeFromS0((WDFDEVICE)device);
                device->ArmedForWake = NT_SUCCESS(status);
            }
            if (NT_SUCCESS(status) && device->PowerReferences == 0)
                request_power(device, idle_state(device));
        }
    }
    fx_dereference(&device->Object);
}

static void change_later(struct fx_device *device)
{
    if (device->PowerItemQueued)
        return;
    device->PowerItemQueued = TRUE;
    fx_reference(&device->Object);
    ExInitializeWorkItem(&device->PowerItem, change_power, device);
    ExQueueWorkItem(&device->PowerItem, DelayedWorkQueue);
}

static VOID NTAPI idle_expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct fx_device *device = context;
    device->IdleTimerSet = FALSE;
    if (device->PowerReferences == 0)
        change_later(device);
}

static void start_idle_timer(struct fx_device *device)
{
    if (!device->IdleEnabled || device->PowerReferences > 0 || device->IdleTimerSet ||
        device->DeviceState != PowerDeviceD0 || device->Phase != FX_PNP_STARTED)
        return;
    const ULONG timeout =
        device->Idle.IdleTimeout == IdleTimeoutDefaultValue ? DEFAULT_IDLE_TIMEOUT : device->Idle.IdleTimeout;
    device->IdleTimerSet = TRUE;
    const LARGE_INTEGER due = {.QuadPart = -(LONGLONG)timeout * MILLISECOND};
    KeSetTimer(&device->IdleTimer, due, &device->IdleDpc);
}

static void stop_idle_timer(struct fx_device *device)
{
    if (device->IdleTimerSet) {
        device->IdleTimerSet = FALSE;
        KeCancelTimer(&device->IdleTimer);
    }
}

NTSTATUS fx_power_reference(struct fx_device *device, BOOLEAN wait)
{
    device->PowerReferences++;
    if (!device->HasIdleSettings)
        return STATUS_SUCCESS;
    stop_idle_timer(device);
    if (device->Phase != FX_PNP_STARTED || device->DeviceState == PowerDeviceD0)
        return STATUS_SUCCESS;
    if (device->SystemState != PowerSystemWorking)
        return STATUS_PENDING;
    change_later(device);
    if (!wait)
        return STATUS_PENDING;
    KeWaitForSingleObject(&device->PoweredUp, Executive, KernelMode, FALSE, NULL);
    return device->DeviceState == PowerDeviceD0 ? STATUS_SUCCESS : STATUS_POWER_STATE_INVALID;
}

void fx_power_release(struct fx_device *device)
{
    if (--device->PowerReferences == 0 && device->HasIdleSettings)
        start_idle_timer(device);
}

void fx_idle_started(struct fx_device *device)
{
    if (device->HasIdleSettings)
        start_idle_timer(device);
}

void fx_idle_stopping(struct fx_device *device)
{
    if (device->HasIdleSettings)
        stop_idle_timer(device);
}

NTSTATUS api_DeviceAssignS0IdleSettings(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                        PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS settings)
{
    struct fx_device *device = device_from(handle);
    WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS copy;
    FX_REQUIRE(settings);
    /* How the time-out is managed came with version 1.9 and 1.11. */
    if (!fx_copy_sized(&copy, sizeof(copy), settings,
                       FIELD_OFFSET(WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS, PowerUpIdleDeviceOnSystemWake)))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!device->Init.PolicyOwner)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (copy.DxState == PowerDeviceD0 || copy.DxState > PowerDeviceMaximum)
        return STATUS_INVALID_PARAMETER;
    if (copy.IdleCaps != IdleCannotWakeFromS0 && copy.IdleCaps != IdleCanWakeFromS0 &&
        copy.IdleCaps != IdleUsbSelectiveSuspend)
        return STATUS_INVALID_PARAMETER;
    if (!device->HasIdleSettings) {
        KeInitializeTimer(&device->IdleTimer);
        KeInitializeDpc(&device->IdleDpc, idle_expired, device);
        device->HasIdleSettings = TRUE;
    }
    device->Idle = copy;
    device->IdleEnabled = copy.Enabled != WdfFalse;
    stop_idle_timer(device);
    if (device->IdleEnabled)
        start_idle_timer(device);
    else if (device->DeviceState != PowerDeviceD0 && device->Phase == FX_PNP_STARTED) {
        fx_power_reference(device, FALSE);
        fx_power_release(device);
    }
    return STATUS_SUCCESS;
}

NTSTATUS api_DeviceStopIdleNoTrack(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, BOOLEAN wait)
{
    struct fx_device *device = device_from(handle);
    if (!device->Init.PolicyOwner)
        return STATUS_INVALID_DEVICE_STATE;
    const NTSTATUS status = fx_power_reference(device, wait);
    if (!NT_SUCCESS(status))
        device->PowerReferences--;
    return status;
}

VOID api_DeviceResumeIdleNoTrack(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    struct fx_device *device = device_from(handle);
    if (device->PowerReferences > 0)
        fx_power_release(device);
}

NTSTATUS api_DeviceStopIdleActual(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, BOOLEAN wait, PVOID tag, LONG line,
                                  PCCH file)
{
    return api_DeviceStopIdleNoTrack(globals, handle, wait);
}

VOID api_DeviceResumeIdleActual(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PVOID tag, LONG line, PCCH file)
{
    api_DeviceResumeIdleNoTrack(globals, handle);
}

/* --- waking the system --- */

NTSTATUS api_DeviceAssignSxWakeSettings(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                        PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS settings)
{
    struct fx_device *device = device_from(handle);
    WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS copy;
    FX_REQUIRE(settings);
    if (!fx_copy_sized(&copy, sizeof(copy), settings,
                       FIELD_OFFSET(WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS, ArmForWakeIfChildrenAreArmedForWake)))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!device->Init.PolicyOwner)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (copy.DxState == PowerDeviceD0 || copy.DxState > PowerDeviceMaximum)
        return STATUS_INVALID_PARAMETER;
    device->Wake = copy;
    device->HasWakeSettings = TRUE;
    device->WakeEnabled = copy.Enabled != WdfFalse;
    return STATUS_SUCCESS;
}

DEVICE_POWER_STATE fx_arm_for_sx(struct fx_device *device, SYSTEM_POWER_STATE state)
{
    if (!device->HasWakeSettings || !device->WakeEnabled || state > PowerSystemSleeping3)
        return PowerDeviceD3;
    const WDF_POWER_POLICY_EVENT_CALLBACKS *policy = &device->Init.Policy;
    NTSTATUS status = STATUS_SUCCESS;
    if (policy->EvtDeviceArmWakeFromSxWithReason)
        status = policy->EvtDeviceArmWakeFromSxWithReason((WDFDEVICE)device, TRUE, FALSE);
    else if (policy->EvtDeviceArmWakeFromSx)
        status = policy->EvtDeviceArmWakeFromSx((WDFDEVICE)device);
    device->ArmedForWake = NT_SUCCESS(status);
    return device->Wake.DxState == PowerDeviceMaximum || device->Wake.DxState == PowerDeviceUnspecified
               ? PowerDeviceD3
               : device->Wake.DxState;
}

void fx_disarm_from_sx(struct fx_device *device)
{
    if (!device->ArmedForWake)
        return;
    device->ArmedForWake = FALSE;
    if (device->Init.Policy.EvtDeviceDisarmWakeFromSx)
        device->Init.Policy.EvtDeviceDisarmWakeFromSx((WDFDEVICE)device);
}

BOOLEAN fx_wakes_with_system(const struct fx_device *device)
{
    return !device->IdleEnabled || device->PowerReferences > 0 ||
           device->Idle.PowerUpIdleDeviceOnSystemWake != WdfFalse;
}

NTSTATUS fx_pdo_wait_wake(struct fx_device *device, PIRP irp)
{
    if (device->WaitWakeIrp) {
        PoStartNextPowerIrp(irp);
        return fx_complete_irp(irp, STATUS_DEVICE_BUSY, 0);
    }
    NTSTATUS status = STATUS_SUCCESS;
    if (device->Init.Pdo.EvtDeviceEnableWakeAtBus)
        status = device->Init.Pdo.EvtDeviceEnableWakeAtBus((WDFDEVICE)device, device->SystemState);
    if (!NT_SUCCESS(status)) {
        PoStartNextPowerIrp(irp);
        return fx_complete_irp(irp, status, 0);
    }
    IoMarkIrpPending(irp);
    device->WaitWakeIrp = irp;
    return STATUS_PENDING;
}

NTSTATUS api_DeviceIndicateWakeStatus(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, NTSTATUS status)
{
    struct fx_device *device = device_from(handle);
    const PIRP irp = device->WaitWakeIrp;
    if (!irp)
        return STATUS_INVALID_DEVICE_REQUEST;
    device->WaitWakeIrp = NULL;
    if (device->Init.Pdo.EvtDeviceDisableWakeAtBus)
        device->Init.Pdo.EvtDeviceDisableWakeAtBus((WDFDEVICE)device);
    PoStartNextPowerIrp(irp);
    fx_complete_irp(irp, status, 0);
    return STATUS_SUCCESS;
}
