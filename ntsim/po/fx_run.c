/* The power framework's steps; see fx.h. */
#include "ntsim/po/fx.h"

/* The deepest state that its users bear. */
static ULONG wanted_state(const struct pop_fx_component *component)
{
    ULONG state = component->StateCount - 1;
    if (component->Wake)
        state = min(state, component->DeepestWakeable);
    while (state > 0 && (component->States[state].TransitionLatency > component->Latency ||
                         component->States[state].ResidencyRequirement > component->Residency))
        state--;
    return state;
}

static void change_state(struct pop_fx_device *device, ULONG number, ULONG state)
{
    struct pop_fx_component *component = &device->Components[number];
    component->Fx = state;
    if (!device->Driver.OnIdleState)
        return;
    component->Changing = TRUE;
    device->Driver.OnIdleState(device->Driver.Context, number, state);
}

static BOOLEAN providers_are_active(const struct pop_fx_device *device, const struct pop_fx_component *component)
{
    for (ULONG i = 0; i < component->ProviderCount; i++)
        if (device->Components[component->Providers[i]].Condition != POP_FX_ACTIVE)
            return FALSE;
    return TRUE;
}

/* Each of these returns whether it did a step. */

static BOOLEAN step_to_active(struct pop_fx_device *device, ULONG number)
{
    struct pop_fx_component *component = &device->Components[number];
    if (component->Condition != POP_FX_IDLE || device->Power != POP_FX_REQUIRED ||
        !providers_are_active(device, component))
        return FALSE;
    if (component->Fx != 0) {
        change_state(device, number, 0);
        return TRUE;
    }
    component->Condition = POP_FX_ACTIVE;
    KeClearEvent(&component->Idled);
    if (device->Driver.OnActive)
        device->Driver.OnActive(device->Driver.Context, number);
    KeSetEvent(&component->Activated, 0, FALSE);
    return TRUE;
}

static BOOLEAN step_to_idle(struct pop_fx_device *device, ULONG number)
{
    struct pop_fx_component *component = &device->Components[number];
    if (component->Condition == POP_FX_ACTIVE && device->Started) {
        component->Condition = device->Driver.OnIdle ? POP_FX_GOING_IDLE : POP_FX_IDLE;
        KeClearEvent(&component->Activated);
        if (device->Driver.OnIdle)
            device->Driver.OnIdle(device->Driver.Context, number);
        KeSetEvent(&component->Idled, 0, FALSE);
        return TRUE;
    }
    if (component->Condition != POP_FX_IDLE || device->Power != POP_FX_REQUIRED)
        return FALSE;
    ULONG wanted = wanted_state(component);
    if (component->Fx == wanted)
        return FALSE;
    change_state(device, number, component->Fx ? 0 : wanted); /* never from one low state right to another */
    return TRUE;
}

static void stop_timer(struct pop_fx_device *device)
{
    if (device->TimerSet)
        KeCancelTimer(&device->Timer);
    device->TimerSet = device->TimerExpired = FALSE;
}

static BOOLEAN step_device(struct pop_fx_device *device, BOOLEAN is_used, BOOLEAN is_settled)
{
    if (is_used || !is_settled)
        stop_timer(device);
    if (is_used && device->Power == POP_FX_NOT_REQUIRED) {
        device->Power = POP_FX_GOING_REQUIRED;
        device->Driver.OnPowerRequired(device->Driver.Context);
        return TRUE;
    }
    if (is_used || !is_settled || device->Power != POP_FX_REQUIRED || !device->Driver.OnPowerNotRequired ||
        !device->Driver.OnPowerRequired)
        return FALSE;
    if (device->IdleTimeout && !device->TimerExpired) {
        if (!device->TimerSet) {
            device->TimerSet = TRUE;
            KeSetTimer(&device->Timer, (LARGE_INTEGER){.QuadPart = -(LONG64)device->IdleTimeout}, &device->Dpc);
        }
        return FALSE;
    }
    stop_timer(device);
    device->Power = POP_FX_GOING_UNREQUIRED;
    device->Driver.OnPowerNotRequired(device->Driver.Context);
    return TRUE;
}

static BOOLEAN step(struct pop_fx_device *device)
{
    BOOLEAN is_used = FALSE, is_settled = device->Started, stepped = FALSE;
    for (ULONG i = 0; i < device->ComponentCount && !device->Dead; i++) {
        struct pop_fx_component *component = &device->Components[i];
        if (!component->Changing)
            stepped |= component->References > 0 ? step_to_active(device, i) : step_to_idle(device, i);
        is_used |= component->References > 0;
        is_settled &= !component->Changing && component->Condition == POP_FX_IDLE;
    }
    if (device->Dead)
        return FALSE;
    return stepped || step_device(device, is_used, is_settled);
}

static void tell_quiet(struct pop_fx_device *device)
{
    if (!device->Running && !device->Queued)
        KeSetEvent(&device->Quiet, 0, FALSE);
}

void pop_fx_run(struct pop_fx_device *device)
{
    if (device->Running) {
        device->Again = TRUE;
        return;
    }
    KeClearEvent(&device->Quiet);
    device->Running = TRUE;
    do
        device->Again = FALSE;
    while (step(device) || device->Again);
    device->Running = FALSE;
    tell_quiet(device);
}

static VOID work(PVOID context)
{
    struct pop_fx_device *device = context;
    device->Queued = FALSE;
    pop_fx_run(device);
}

void pop_fx_run_later(struct pop_fx_device *device)
{
    if (device->Queued || device->Dead)
        return;
    device->Queued = TRUE;
    KeClearEvent(&device->Quiet);
    ExQueueWorkItem(&device->Item, CriticalWorkQueue);
}

static VOID expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct pop_fx_device *device = context;
    device->TimerSet = FALSE;
    device->TimerExpired = TRUE;
    pop_fx_run_later(device);
}

void pop_fx_init_runner(struct pop_fx_device *device)
{
    ExInitializeWorkItem(&device->Item, work, device);
    KeInitializeTimer(&device->Timer);
    KeInitializeDpc(&device->Dpc, expired, device);
    KeInitializeEvent(&device->Quiet, NotificationEvent, TRUE);
}
