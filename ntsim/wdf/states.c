/* The three state machines' states, and who has asked to be told of them. */
#include "ntsim/wdf/fx.h"

/* The states of a device that is not power pageable, which have the names of their twins and NP. */
static const struct {
    ULONG Pageable, NotPageable;
} twins[] = {
    {WdfDevStatePowerCheckDeviceType, WdfDevStatePowerCheckDeviceTypeNP},
    {WdfDevStatePowerCheckParentState, WdfDevStatePowerCheckParentStateNP},
    {WdfDevStatePowerEnablingWakeAtBus, WdfDevStatePowerEnablingWakeAtBusNP},
    {WdfDevStatePowerD0, WdfDevStatePowerD0NP},
    {WdfDevStatePowerD0BusWakeOwner, WdfDevStatePowerD0BusWakeOwnerNP},
    {WdfDevStatePowerD0ArmedForWake, WdfDevStatePowerD0ArmedForWakeNP},
    {WdfDevStatePowerD0DisarmingWakeAtBus, WdfDevStatePowerD0DisarmingWakeAtBusNP},
    {WdfDevStatePowerDxDisablingWakeAtBus, WdfDevStatePowerDxDisablingWakeAtBusNP},
    {WdfDevStatePowerGotoDx, WdfDevStatePowerGotoDxNP},
    {WdfDevStatePowerGotoDxIoStopped, WdfDevStatePowerGotoDxIoStoppedNP},
    {WdfDevStatePowerDx, WdfDevStatePowerDxNP},
    {WdfDevStatePowerGotoDxArmedForWake, WdfDevStatePowerGotoDxArmedForWakeNP},
    {WdfDevStatePowerGotoDxIoStoppedArmedForWake, WdfDevStatePowerGotoDxIoStoppedArmedForWakeNP},
    {WdfDevStatePowerDxArmedForWake, WdfDevStatePowerDxArmedForWakeNP},
    {WdfDevStatePowerCheckParentStateArmedForWake, WdfDevStatePowerCheckParentStateArmedForWakeNP},
    {WdfDevStatePowerStartSelfManagedIo, WdfDevStatePowerStartSelfManagedIoNP},
    {WdfDevStatePowerStartSelfManagedIoFailed, WdfDevStatePowerStartSelfManagedIoFailedNP},
    {WdfDevStatePowerWakePending, WdfDevStatePowerWakePendingNP},
    {WdfDevStatePowerWaking, WdfDevStatePowerWakingNP},
    {WdfDevStatePowerWakingConnectInterrupt, WdfDevStatePowerWakingConnectInterruptNP},
    {WdfDevStatePowerWakingConnectInterruptFailed, WdfDevStatePowerWakingConnectInterruptFailedNP},
    {WdfDevStatePowerWakingDmaEnable, WdfDevStatePowerWakingDmaEnableNP},
    {WdfDevStatePowerWakingDmaEnableFailed, WdfDevStatePowerWakingDmaEnableFailedNP},
    {WdfDevStatePowerWakingPostHardwareEnabled, WdfDevStatePowerWakingPostHardwareEnabledNP},
    {WdfDevStatePowerWakingPostHardwareEnabledFailed, WdfDevStatePowerWakingPostHardwareEnabledFailedNP},
    {WdfDevStatePowerDxStoppedDisarmWake, WdfDevStatePowerDxStoppedDisarmWakeNP},
    {WdfDevStatePowerGotoDxStoppedDisableInterrupt, WdfDevStatePowerGotoDxStoppedDisableInterruptNP},
    {WdfDevStatePowerGotoDxFailed, WdfDevStatePowerGotoDxNPFailed},
    {WdfDevStatePowerUpFailed, WdfDevStatePowerUpFailedNP},
    {WdfDevStatePowerUpFailedDerefParent, WdfDevStatePowerUpFailedDerefParentNP},
    {WdfDevStatePowerNotifyingD0ExitToWakeInterrupts, WdfDevStatePowerNotifyingD0ExitToWakeInterruptsNP},
    {WdfDevStatePowerNotifyingD0EntryToWakeInterrupts, WdfDevStatePowerNotifyingD0EntryToWakeInterruptsNP},
    {WdfDevStatePwrPolSleepingWakeWakeArrived, WdfDevStatePwrPolSleepingWakeWakeArrivedNP},
    {WdfDevStatePwrPolSleepingWakeRevertArmWake, WdfDevStatePwrPolSleepingWakeRevertArmWakeNP},
    {WdfDevStatePwrPolSystemAsleepWakeArmed, WdfDevStatePwrPolSystemAsleepWakeArmedNP},
    {WdfDevStatePwrPolSystemWakeDeviceWakeEnabled, WdfDevStatePwrPolSystemWakeDeviceWakeEnabledNP},
    {WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceled,
     WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceledNP},
    {WdfDevStatePwrPolSystemWakeDeviceWakeDisarm, WdfDevStatePwrPolSystemWakeDeviceWakeDisarmNP},
    {WdfDevStatePwrPolSystemWakeDeviceWakeTriggered, WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredNP},
    {WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0, WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0NP},
    {WdfDevStatePwrPolSystemWakeDeviceWokeDisarm, WdfDevStatePwrPolSystemWakeDeviceWokeDisarmNP},
};

static ULONG reported(const struct fx_device *device, ULONG state)
{
    if (!(device->DeviceObject->Flags & DO_POWER_PAGABLE))
        for (ULONG i = 0; i < RTL_NUMBER_OF(twins); i++)
            if (twins[i].Pageable == state)
                return twins[i].NotPageable;
    return state;
}

/* The three machines' notifications differ in their enumerations' names alone. */
static void notify(struct fx_device *device, ULONG of, WDF_STATE_NOTIFICATION_TYPE type, ULONG current, ULONG next)
{
    for (const struct fx_state_callback *callback = device->Init.StateCallbacks; callback; callback = callback->Next) {
        if (callback->State != of || !(callback->Types & type))
            continue;
        WDF_DEVICE_PNP_NOTIFICATION_DATA data = {.Type = type};
        data.Data.EnterState.CurrentState = (WDF_DEVICE_PNP_STATE)current;
        data.Data.EnterState.NewState = (WDF_DEVICE_PNP_STATE)next;
        callback->Pnp((WDFDEVICE)device, &data);
    }
}

C_ASSERT(sizeof(WDF_DEVICE_PNP_NOTIFICATION_DATA) == sizeof(WDF_DEVICE_POWER_NOTIFICATION_DATA));
C_ASSERT(sizeof(WDF_DEVICE_PNP_NOTIFICATION_DATA) == sizeof(WDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA));

void fx_settle(struct fx_device *device, enum fx_machine_kind kind)
{
    struct fx_machine *machine = &device->Machines[kind];
    if (machine->Settled)
        return;
    machine->Settled = TRUE;
    if (device->Init.StateCallbacks)
        notify(device, reported(device, machine->State), StateNotificationPostProcessState,
               reported(device, machine->State), 0);
}

void fx_to(struct fx_device *device, enum fx_machine_kind kind, ULONG state)
{
    struct fx_machine *machine = &device->Machines[kind];
    fx_settle(device, kind);
    const ULONG from = reported(device, machine->State), to = reported(device, state);
    if (device->Init.StateCallbacks) {
        notify(device, from, StateNotificationLeaveState, from, to);
        notify(device, to, StateNotificationEnterState, from, to);
    }
    machine->State = state;
    machine->Settled = FALSE;
}

void fx_init_machines(struct fx_device *device)
{
    static const ULONG first[FX_MACHINES] = {WdfDevStatePnpObjectCreated, WdfDevStatePowerObjectCreated,
                                             WdfDevStatePwrPolObjectCreated};
    for (ULONG i = 0; i < FX_MACHINES; i++) {
        device->Machines[i] = (struct fx_machine){.State = first[i], .Settled = TRUE};
        KeInitializeEvent(&device->Machines[i].Free, SynchronizationEvent, TRUE);
    }
}

void fx_enter_machine(struct fx_device *device, enum fx_machine_kind kind)
{
    KeWaitForSingleObject(&device->Machines[kind].Free, Executive, KernelMode, FALSE, NULL);
}

void fx_leave_machine(struct fx_device *device, enum fx_machine_kind kind)
{
    fx_settle(device, kind);
    KeSetEvent(&device->Machines[kind].Free, IO_NO_INCREMENT, FALSE);
}

static ULONG state_of(WDFDEVICE handle, enum fx_machine_kind kind)
{
    const struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    return reported(device, device->Machines[kind].State);
}

WDF_DEVICE_PNP_STATE api_DeviceGetDevicePnpState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return (WDF_DEVICE_PNP_STATE)state_of(handle, FX_PNP_MACHINE);
}

WDF_DEVICE_POWER_STATE api_DeviceGetDevicePowerState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return (WDF_DEVICE_POWER_STATE)state_of(handle, FX_POWER_MACHINE);
}

WDF_DEVICE_POWER_POLICY_STATE api_DeviceGetDevicePowerPolicyState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return (WDF_DEVICE_POWER_POLICY_STATE)state_of(handle, FX_POLICY_MACHINE);
}
