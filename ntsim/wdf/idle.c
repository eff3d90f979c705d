/* Idle: what keeps a device in D0, the timer that runs when nothing does, and the settings that a driver gives. */
#include "ntsim/wdf/fx.h"

enum { DEFAULT_IDLE_TIMEOUT = 5000, MILLISECOND = 10000 }; /* of 100 ns */

static struct fx_device *device_from(WDFDEVICE handle)
{
    return fx_object_of(handle, FX_DEVICE);
}

static VOID NTAPI idle_expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct fx_device *device = context;
    device->IdleTimerSet = FALSE;
    if (device->PowerReferences > 0)
        return;
    device->IdleExpired = TRUE;
    fx_policy_wake_up(device);
}

void fx_start_idle_timer(struct fx_device *device)
{
    const ULONG state = device->Machines[FX_POLICY_MACHINE].State;
    if (!device->IdleEnabled || device->PowerReferences > 0 || device->IdleTimerSet ||
        (state != WdfDevStatePwrPolStartedIdleCapable && state != WdfDevStatePwrPolStartedWakeCapable))
        return;
    const ULONG timeout =
        device->Idle.IdleTimeout == IdleTimeoutDefaultValue ? DEFAULT_IDLE_TIMEOUT : device->Idle.IdleTimeout;
    device->IdleTimerSet = TRUE;
    const LARGE_INTEGER due = {.QuadPart = -(LONGLONG)timeout * MILLISECOND};
    KeSetTimer(&device->IdleTimer, due, &device->IdleDpc);
}

void fx_stop_idle_timer(struct fx_device *device)
{
    device->IdleExpired = FALSE;
    if (device->IdleTimerSet) {
        device->IdleTimerSet = FALSE;
        KeCancelTimer(&device->IdleTimer);
    }
}

void fx_init_idle(struct fx_device *device)
{
    KeInitializeTimer(&device->IdleTimer);
    KeInitializeDpc(&device->IdleDpc, idle_expired, device);
    KeInitializeEvent(&device->PoweredUp, NotificationEvent, FALSE);
    KeInitializeEvent(&device->WakeArrived, NotificationEvent, FALSE);
    KeInitializeEvent(&device->WakeDone, NotificationEvent, FALSE);
}

/* Before its first D0 and where nothing idles it, there is nothing to wait for. */
NTSTATUS fx_power_reference(struct fx_device *device, BOOLEAN wait)
{
    device->PowerReferences++;
    fx_stop_idle_timer(device);
    if (device->AtD0 || !device->Init.PolicyOwner || device->Phase != FX_PNP_STARTED)
        return STATUS_SUCCESS;
    fx_policy_wake_up(device);
    if (!wait)
        return STATUS_PENDING;
    KeWaitForSingleObject(&device->PoweredUp, Executive, KernelMode, FALSE, NULL);
    return device->AtD0 ? STATUS_SUCCESS : STATUS_POWER_STATE_INVALID;
}

void fx_power_release(struct fx_device *device)
{
    if (--device->PowerReferences == 0)
        fx_start_idle_timer(device);
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
    device->Idle = copy;
    device->IdleEnabled = copy.Enabled != WdfFalse;
    fx_stop_idle_timer(device);
    /* The machine looks at the settings when it has started, and again when they change. */
    device->IdleChanged = TRUE;
    if (device->Phase == FX_PNP_STARTED)
        fx_policy_wake_up(device);
    return STATUS_SUCCESS;
}

NTSTATUS api_DeviceStopIdleNoTrack(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, BOOLEAN wait)
{
    struct fx_device *device = device_from(handle);
    if (!device->Init.PolicyOwner)
        return STATUS_INVALID_DEVICE_STATE;
    fx_reference(&device->Object); /* it may fail on the way, and go */
    const NTSTATUS status = fx_power_reference(device, wait);
    if (!NT_SUCCESS(status))
        fx_power_release(device);
    fx_dereference(&device->Object);
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
