/* The power framework's functions; see fx.h. There is no power engine plug-in: the framework decides alone. */
#include "ntsim/po/fx.h"

#include "ntsim/verifier/leftovers.h"
#include "ntsim/verifier/notes.h"

enum {
    DUPLICATE_REGISTRATION = 0x600,
    IDLE_WITHOUT_ACTIVE = 0x608,
    NOTHING_TO_COMPLETE = 0x613,
    ILLEGAL_PARAMETER = 0x614,
};
enum { COMPLETE_NOT_REQUIRED, REPORT_POWERED_ON, COMPLETE_IDLE_CONDITION, COMPLETE_IDLE_STATE };
enum { BLOCKING_AT_DISPATCH_LEVEL, COMPONENT_OUT_OF_RANGE };

static LIST_ENTRY devices = {&devices, &devices};

void pop_fx_stop(ULONG64 rule, PVOID object, ULONG64 p3, ULONG64 p4, const char *message)
{
    ki_bug_check(INTERNAL_POWER_ERROR, rule, (ULONG64)object, p3, p4, NULL, message);
}

/* What the three versions of the structure say, in the form of the second. */
struct description {
    struct pop_fx_callbacks Driver;
    ULONG ComponentCount;
    const PO_FX_COMPONENT_V1 *V1; /* or */
    const PO_FX_COMPONENT_V2 *V2;
};

#define COMMON_OF(device)                                                                                              \
    .Driver = {(device)->ComponentActiveConditionCallback,                                                             \
               (device)->ComponentIdleConditionCallback,                                                               \
               (device)->ComponentIdleStateCallback,                                                                   \
               (device)->DevicePowerRequiredCallback,                                                                  \
               (device)->DevicePowerNotRequiredCallback,                                                               \
               (device)->PowerControlCallback,                                                                         \
               (device)->DeviceContext},                                                                               \
    .ComponentCount = (device)->ComponentCount

static BOOLEAN describe(const void *structure, struct description *description)
{
    const PO_FX_DEVICE_V1 *v1 = structure;
    const PO_FX_DEVICE_V2 *v2 = structure;
    const PO_FX_DEVICE_V3 *v3 = structure;
    switch (v1->Version) {
    case PO_FX_VERSION_V1:
        *description = (struct description){COMMON_OF(v1), .V1 = v1->Components};
        return TRUE;
    case PO_FX_VERSION_V2:
        *description = (struct description){COMMON_OF(v2), .V2 = v2->Components};
        return TRUE;
    case PO_FX_VERSION_V3:
        *description = (struct description){COMMON_OF(v3), .V2 = v3->Components};
        return TRUE;
    default:
        return FALSE;
    }
}

static PO_FX_COMPONENT_V2 component_of(const struct description *description, ULONG i)
{
    if (description->V2)
        return description->V2[i];
    const PO_FX_COMPONENT_V1 *v1 = &description->V1[i];
    return (PO_FX_COMPONENT_V2){.Id = v1->Id,
                                .DeepestWakeableIdleState = v1->DeepestWakeableIdleState,
                                .IdleStateCount = v1->IdleStateCount,
                                .IdleStates = v1->IdleStates};
}

/* F0 takes no time to come back from, and deeper states never take less than shallower ones. */
static BOOLEAN is_valid(const PO_FX_COMPONENT_V2 *component, ULONG components)
{
    if (component->IdleStateCount == 0 || component->DeepestWakeableIdleState >= component->IdleStateCount ||
        component->IdleStates[0].TransitionLatency != 0 || component->IdleStates[0].ResidencyRequirement != 0)
        return FALSE;
    for (ULONG i = 1; i < component->IdleStateCount; i++)
        if (component->IdleStates[i].TransitionLatency < component->IdleStates[i - 1].TransitionLatency ||
            component->IdleStates[i].ResidencyRequirement < component->IdleStates[i - 1].ResidencyRequirement)
            return FALSE;
    for (ULONG i = 0; i < component->ProviderCount; i++)
        if (component->Providers[i] >= components)
            return FALSE;
    return TRUE;
}

static void free_device(struct pop_fx_device *device)
{
    for (ULONG i = 0; i < device->ComponentCount; i++) {
        if (device->Components[i].States)
            ExFreePoolWithTag(device->Components[i].States, POP_TAG);
        if (device->Components[i].Providers)
            ExFreePoolWithTag(device->Components[i].Providers, POP_TAG);
    }
    ExFreePoolWithTag(device, POP_TAG);
}

static BOOLEAN copy_component(struct pop_fx_component *to, const PO_FX_COMPONENT_V2 *from)
{
    SIZE_T states = from->IdleStateCount * sizeof(*from->IdleStates);
    SIZE_T providers = from->ProviderCount * sizeof(*from->Providers);
    to->References = 1; /* the framework's own, until power management starts */
    to->Latency = to->Residency = PO_FX_UNKNOWN_TIME;
    to->DeepestWakeable = from->DeepestWakeableIdleState;
    to->StateCount = from->IdleStateCount;
    to->ProviderCount = from->ProviderCount;
    KeInitializeEvent(&to->Activated, NotificationEvent, TRUE);
    KeInitializeEvent(&to->Idled, NotificationEvent, FALSE);
    to->States = ExAllocatePool2(POOL_FLAG_NON_PAGED, states, POP_TAG);
    to->Providers = providers ? ExAllocatePool2(POOL_FLAG_NON_PAGED, providers, POP_TAG) : NULL;
    if (!to->States || (providers && !to->Providers))
        return FALSE;
    RtlCopyMemory(to->States, from->IdleStates, states);
    if (providers)
        RtlCopyMemory(to->Providers, from->Providers, providers);
    return TRUE;
}

static BOOLEAN is_registered(PDEVICE_OBJECT pdo)
{
    for (LIST_ENTRY *entry = devices.Flink; entry != &devices; entry = entry->Flink)
        if (CONTAINING_RECORD(entry, struct pop_fx_device, Entry)->Pdo == pdo)
            return TRUE;
    return FALSE;
}

NTSTATUS PoFxRegisterDevice(PDEVICE_OBJECT Pdo, PPO_FX_DEVICE Device, POHANDLE *Handle)
{
    struct description description;
    if (!Pdo || !describe(Device, &description) || description.ComponentCount == 0)
        return STATUS_INVALID_PARAMETER;
    for (ULONG i = 0; i < description.ComponentCount; i++) {
        PO_FX_COMPONENT_V2 component = component_of(&description, i);
        if (!is_valid(&component, description.ComponentCount))
            return STATUS_INVALID_PARAMETER;
    }
    if (is_registered(Pdo))
        pop_fx_stop(DUPLICATE_REGISTRATION, Pdo, 0, 0, "a device is registered with PoFx that is registered already");
    struct pop_fx_device *device = ExAllocatePool2(
        POOL_FLAG_NON_PAGED, sizeof(*device) + description.ComponentCount * sizeof(device->Components[0]), POP_TAG);
    if (!device)
        return STATUS_INSUFFICIENT_RESOURCES;
    device->Driver = description.Driver;
    pop_fx_init_runner(device);
    for (ULONG i = 0; i < description.ComponentCount; i++) {
        PO_FX_COMPONENT_V2 component = component_of(&description, i);
        device->ComponentCount++;
        if (!copy_component(&device->Components[i], &component)) {
            free_device(device);
            return STATUS_INSUFFICIENT_RESOURCES;
        }
    }
    device->Pdo = Pdo;
    ObReferenceObject(Pdo);
    InsertTailList(&devices, &device->Entry);
    vf_note_new(device, "the device was registered at");
    vf_note_new(Pdo, "the device was registered at");
    vf_registered("the device of the power framework", device, NULL);
    *Handle = (POHANDLE)device;
    return STATUS_SUCCESS;
}

VOID PoFxUnregisterDevice(POHANDLE Handle)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    device->Dead = TRUE;
    if (device->TimerSet)
        KeCancelTimer(&device->Timer);
    KeWaitForSingleObject(&device->Quiet, Executive, KernelMode, FALSE, NULL);
    vf_unregistered(device);
    RemoveEntryList(&device->Entry);
    ObDereferenceObject(device->Pdo);
    free_device(device);
}

static struct pop_fx_component *component_at(struct pop_fx_device *device, ULONG number)
{
    if (number >= device->ComponentCount)
        pop_fx_stop(ILLEGAL_PARAMETER, device, number, COMPONENT_OUT_OF_RANGE, "the device has no such component");
    return &device->Components[number];
}

static void reference(struct pop_fx_device *device, ULONG number)
{
    struct pop_fx_component *component = &device->Components[number];
    if (component->References++ == 0)
        for (ULONG i = 0; i < component->ProviderCount; i++)
            reference(device, component->Providers[i]);
}

static void dereference(struct pop_fx_device *device, ULONG number)
{
    struct pop_fx_component *component = &device->Components[number];
    if (component->References == 0)
        pop_fx_stop(IDLE_WITHOUT_ACTIVE, component, 0, 0, "PoFxIdleComponent without PoFxActivateComponent before");
    if (--component->References == 0)
        for (ULONG i = 0; i < component->ProviderCount; i++)
            dereference(device, component->Providers[i]);
}

VOID PoFxStartDevicePowerManagement(POHANDLE Handle)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    device->Started = TRUE;
    vf_note(device, "its power management was started at");
    for (ULONG i = 0; i < device->ComponentCount; i++)
        if (--device->Components[i].References > 0) /* activated by its driver: so are those it stands on */
            for (ULONG p = 0; p < device->Components[i].ProviderCount; p++)
                reference(device, device->Components[i].Providers[p]);
    pop_fx_run(device);
}

/* Runs the device's steps as the flags say, and waits for `event` if they say so. */
static void settle(struct pop_fx_device *device, ULONG number, ULONG flags, PRKEVENT event)
{
    if (flags & PO_FX_FLAG_BLOCKING && KeGetCurrentIrql() >= DISPATCH_LEVEL)
        pop_fx_stop(ILLEGAL_PARAMETER, device, number, BLOCKING_AT_DISPATCH_LEVEL,
                    "PO_FX_FLAG_BLOCKING at DISPATCH_LEVEL");
    if (flags & PO_FX_FLAG_ASYNC_ONLY) {
        pop_fx_run_later(device);
        return;
    }
    pop_fx_run(device);
    if (flags & PO_FX_FLAG_BLOCKING)
        KeWaitForSingleObject(event, Executive, KernelMode, FALSE, NULL);
}

VOID PoFxActivateComponent(POHANDLE Handle, ULONG Component, ULONG Flags)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    struct pop_fx_component *component = component_at(device, Component);
    reference(device, Component);
    vf_note(device, "a component was activated last at");
    if (component->Condition != POP_FX_ACTIVE || component->References == 1)
        settle(device, Component, Flags, &component->Activated);
}

VOID PoFxIdleComponent(POHANDLE Handle, ULONG Component, ULONG Flags)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    struct pop_fx_component *component = component_at(device, Component);
    dereference(device, Component);
    vf_note(device, "a component was made idle last at");
    if (component->References == 0)
        settle(device, Component, device->Started ? Flags : Flags & ~PO_FX_FLAG_BLOCKING, &component->Idled);
}

static DECLSPEC_NORETURN void nothing_to_complete(struct pop_fx_device *device, ULONG component, ULONG64 operation)
{
    pop_fx_stop(NOTHING_TO_COMPLETE, device, component, operation, "the driver completes what PoFx did not ask of it");
}

VOID PoFxCompleteIdleCondition(POHANDLE Handle, ULONG Component)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    struct pop_fx_component *component = component_at(device, Component);
    if (component->Condition != POP_FX_GOING_IDLE)
        nothing_to_complete(device, Component, COMPLETE_IDLE_CONDITION);
    component->Condition = POP_FX_IDLE;
    vf_note(device, "an idle condition was completed last at");
    pop_fx_run(device);
}

VOID PoFxCompleteIdleState(POHANDLE Handle, ULONG Component)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    struct pop_fx_component *component = component_at(device, Component);
    if (!component->Changing)
        nothing_to_complete(device, Component, COMPLETE_IDLE_STATE);
    component->Changing = FALSE;
    pop_fx_run(device);
}

VOID PoFxCompleteDevicePowerNotRequired(POHANDLE Handle)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    if (device->Power != POP_FX_GOING_UNREQUIRED)
        nothing_to_complete(device, 0, COMPLETE_NOT_REQUIRED);
    device->Power = POP_FX_NOT_REQUIRED;
    pop_fx_run(device);
}

/* Drivers also report after the system has come back to its working state: then there is nothing to note. */
VOID PoFxReportDevicePoweredOn(POHANDLE Handle)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    if (device->Power == POP_FX_GOING_REQUIRED)
        device->Power = POP_FX_REQUIRED;
    pop_fx_run(device);
}

VOID PoFxSetComponentLatency(POHANDLE Handle, ULONG Component, ULONGLONG Latency)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    component_at(device, Component)->Latency = Latency;
    pop_fx_run(device);
}

VOID PoFxSetComponentResidency(POHANDLE Handle, ULONG Component, ULONGLONG Residency)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    component_at(device, Component)->Residency = Residency;
    pop_fx_run(device);
}

VOID PoFxSetComponentWake(POHANDLE Handle, ULONG Component, BOOLEAN WakeHint)
{
    struct pop_fx_device *device = pop_fx_of(Handle);
    component_at(device, Component)->Wake = WakeHint;
    pop_fx_run(device);
}

VOID PoFxSetDeviceIdleTimeout(POHANDLE Handle, ULONGLONG IdleTimeout)
{
    pop_fx_of(Handle)->IdleTimeout = IdleTimeout;
}

/* There is no plug-in to ask. */
NTSTATUS PoFxPowerControl(POHANDLE Handle, LPCGUID PowerControlCode, PVOID InBuffer, SIZE_T InBufferSize,
                          PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned)
{
    if (BytesReturned)
        *BytesReturned = 0;
    return STATUS_NOT_IMPLEMENTED;
}

/* Platforms without deepest run-time idle states ignore the target. */
NTSTATUS PoFxSetTargetDripsDevicePowerState(POHANDLE Handle, DEVICE_POWER_STATE TargetState)
{
    return STATUS_SUCCESS;
}

/* Of a device that the framework does not know, there is nothing to configure. */
VOID PoFxNotifySurprisePowerOn(PDEVICE_OBJECT Pdo)
{
    if (is_registered(Pdo))
        SimStopMissing("PoFxNotifySurprisePowerOn for a registered device is not implemented");
}
