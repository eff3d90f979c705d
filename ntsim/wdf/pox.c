/* The power framework's part in a device's idling, where the driver has asked for it: the device is one component,
 * which is idle when the device is, and whose Fx states are the driver's. */
#include "ntsim/wdf/fx.h"

struct fx_pox {
    WDF_POWER_FRAMEWORK_SETTINGS Settings;
    POHANDLE Handle;
    BOOLEAN Active;
    BOOLEAN NotRequired; /* is to be answered when the device is down */
    PO_FX_COMPONENT Component;
    PO_FX_COMPONENT_IDLE_STATE States[];
};

NTSTATUS api_DeviceWdmAssignPowerFrameworkSettings(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                                   PWDF_POWER_FRAMEWORK_SETTINGS settings)
{
    static PO_FX_COMPONENT_IDLE_STATE full_power;
    static const PO_FX_COMPONENT plain = {.IdleStateCount = 1, .IdleStates = &full_power};
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    WDF_POWER_FRAMEWORK_SETTINGS copy;
    FX_REQUIRE(settings);
    /* Directed power came with version 1.33. */
    if (!fx_copy_sized(&copy, sizeof(copy), settings, FIELD_OFFSET(WDF_POWER_FRAMEWORK_SETTINGS, PoFxDeviceFlags)))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!device->Init.PolicyOwner || device->Phase != FX_PNP_CREATED || device->Pox)
        return STATUS_INVALID_DEVICE_REQUEST;
    const PO_FX_COMPONENT *component = copy.Component ? copy.Component : &plain;
    if (component->IdleStateCount == 0 || !component->IdleStates)
        return STATUS_INVALID_PARAMETER;
    const SIZE_T states = component->IdleStateCount * sizeof(component->IdleStates[0]);
    struct fx_pox *pox = fx_allocate(device->Object.Driver, sizeof(*pox) + states);
    if (!pox)
        return STATUS_INSUFFICIENT_RESOURCES;
    pox->Settings = copy;
    pox->Component = *component;
    pox->Component.IdleStates = pox->States;
    RtlCopyMemory(pox->States, component->IdleStates, states);
    device->Pox = pox;
    return STATUS_SUCCESS;
}

/* --- what the power framework asks: the driver's callbacks, or none --- */

static VOID NTAPI on_active(PVOID context, ULONG component)
{
    const struct fx_pox *pox = ((struct fx_device *)context)->Pox;
    if (pox->Settings.ComponentActiveConditionCallback)
        pox->Settings.ComponentActiveConditionCallback(pox->Settings.PoFxDeviceContext, component);
}

static VOID NTAPI on_idle(PVOID context, ULONG component)
{
    const struct fx_pox *pox = ((struct fx_device *)context)->Pox;
    if (pox->Settings.ComponentIdleConditionCallback)
        pox->Settings.ComponentIdleConditionCallback(pox->Settings.PoFxDeviceContext, component);
    else
        PoFxCompleteIdleCondition(pox->Handle, component);
}

static VOID NTAPI on_idle_state(PVOID context, ULONG component, ULONG state)
{
    const struct fx_pox *pox = ((struct fx_device *)context)->Pox;
    if (pox->Settings.ComponentIdleStateCallback)
        pox->Settings.ComponentIdleStateCallback(pox->Settings.PoFxDeviceContext, component, state);
    else
        PoFxCompleteIdleState(pox->Handle, component);
}

/* Where the policy machine has asked for it, it powers the device up already. */
static VOID NTAPI on_power_required(PVOID context)
{
    struct fx_device *device = context;
    if (device->Pox->Active)
        return;
    device->IdleChanged = TRUE; /* the driver has activated the component: the machine is to look again */
    fx_policy_wake_up(device);
}

static VOID NTAPI on_power_not_required(PVOID context)
{
    struct fx_device *device = context;
    device->Pox->NotRequired = TRUE;
    fx_pox_down(device);
}

/* Settings.PoFxDeviceContext takes the place of the framework's own. */
static NTSTATUS NTAPI on_control(PVOID context, LPCGUID code, PVOID in, SIZE_T in_size, PVOID out, SIZE_T out_size,
                                 PSIZE_T returned)
{
    const struct fx_pox *pox = ((struct fx_device *)context)->Pox;
    return pox->Settings.PowerControlCallback
               ? pox->Settings.PowerControlCallback(pox->Settings.PoFxDeviceContext, code, in, in_size, out, out_size,
                                                    returned)
               : STATUS_NOT_SUPPORTED;
}

/* --- what the policy machine tells it --- */

NTSTATUS fx_pox_start(struct fx_device *device)
{
    struct fx_pox *pox = device->Pox;
    if (!pox || pox->Handle)
        return STATUS_SUCCESS;
    PO_FX_DEVICE description = {
        .Version = PO_FX_VERSION_V1,
        .ComponentCount = 1,
        .ComponentActiveConditionCallback = on_active,
        .ComponentIdleConditionCallback = on_idle,
        .ComponentIdleStateCallback = on_idle_state,
        .DevicePowerRequiredCallback = on_power_required,
        .DevicePowerNotRequiredCallback = on_power_not_required,
        .PowerControlCallback = on_control,
        .DeviceContext = device,
        .Components = {pox->Component},
    };
    NTSTATUS status = PoFxRegisterDevice(device->Init.PhysicalDevice, &description, &pox->Handle);
    if (!NT_SUCCESS(status))
        return status;
    if (pox->Settings.EvtDeviceWdmPostPoFxRegisterDevice)
        status = pox->Settings.EvtDeviceWdmPostPoFxRegisterDevice((WDFDEVICE)device, pox->Handle);
    if (!NT_SUCCESS(status)) {
        PoFxUnregisterDevice(pox->Handle);
        pox->Handle = NULL;
        return status;
    }
    pox->Active = TRUE;
    PoFxActivateComponent(pox->Handle, 0, 0);
    PoFxStartDevicePowerManagement(pox->Handle);
    return STATUS_SUCCESS;
}

void fx_pox_remove(struct fx_device *device)
{
    struct fx_pox *pox = device->Pox;
    if (!pox || !pox->Handle)
        return;
    fx_pox_active(device);
    if (pox->Settings.EvtDeviceWdmPrePoFxUnregisterDevice)
        pox->Settings.EvtDeviceWdmPrePoFxUnregisterDevice((WDFDEVICE)device, pox->Handle);
    PoFxUnregisterDevice(pox->Handle);
    pox->Handle = NULL;
}

void fx_pox_idle(struct fx_device *device)
{
    struct fx_pox *pox = device->Pox;
    if (!pox || !pox->Handle || !pox->Active)
        return;
    pox->Active = FALSE;
    PoFxIdleComponent(pox->Handle, 0, 0);
}

/* Who has asked is answered once the device has left D0, or when it is wanted again. */
void fx_pox_down(struct fx_device *device)
{
    struct fx_pox *pox = device->Pox;
    if (!pox || !pox->Handle || !pox->NotRequired || (device->AtD0 && !pox->Active))
        return;
    pox->NotRequired = FALSE;
    PoFxCompleteDevicePowerNotRequired(pox->Handle);
}

void fx_pox_active(struct fx_device *device)
{
    struct fx_pox *pox = device->Pox;
    if (!pox || !pox->Handle || pox->Active)
        return;
    pox->Active = TRUE;
    fx_pox_down(device);
    PoFxActivateComponent(pox->Handle, 0, 0);
}

void fx_pox_powered(struct fx_device *device)
{
    if (device->Pox && device->Pox->Handle)
        PoFxReportDevicePoweredOn(device->Pox->Handle);
}
