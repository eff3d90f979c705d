/* The system's power state, and what keeps it up. */
#include "ntsim/pnp/pip.h"
#include "ntsim/po/pop.h"

SYSTEM_POWER_STATE pop_system_state = PowerSystemWorking;
POWER_ACTION pop_action = PowerActionNone;

static PCALLBACK_OBJECT power_callback;

/* Those who registered with \Callback\PowerState hear of it before the system leaves its working state and after it is
 * back. */
static void tell_state_lock(ULONG_PTR working)
{
    if (!power_callback) {
        UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Callback\\PowerState");
        OBJECT_ATTRIBUTES attributes;
        InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE | OBJ_PERMANENT, NULL, NULL);
        if (!NT_SUCCESS(ExCreateCallback(&power_callback, &attributes, TRUE, TRUE)))
            return;
    }
    ExNotifyCallback(power_callback, (PVOID)PO_CB_SYSTEM_STATE_LOCK, (PVOID)working);
}

static POWER_ACTION action_to(SYSTEM_POWER_STATE state)
{
    if (state == PowerSystemShutdown)
        return PowerActionShutdownOff;
    return state == PowerSystemHibernate ? PowerActionHibernate : PowerActionSleep;
}

static NTSTATUS go_down(SYSTEM_POWER_STATE state, POWER_ACTION action)
{
    struct pip_device_list devices;
    NTSTATUS status = pip_list_started(TRUE, &devices);
    if (!NT_SUCCESS(status))
        return status;
    tell_state_lock(FALSE);
    ULONG asked = 0;
    while (asked < devices.Count && NT_SUCCESS(status))
        status = pop_send_system_irp(devices.Pdos[asked++], IRP_MN_QUERY_POWER, state, action);
    if (NT_SUCCESS(status)) {
        pop_action = action;
        if (state == PowerSystemShutdown)
            iop_shut_down_devices();
        for (ULONG i = 0; i < devices.Count; i++)
            pop_send_system_irp(devices.Pdos[i], IRP_MN_SET_POWER, state, action);
        pop_system_state = state;
    } else {
        while (asked-- > 0)
            pop_send_system_irp(devices.Pdos[asked], IRP_MN_SET_POWER, PowerSystemWorking, action);
        tell_state_lock(TRUE);
    }
    pip_release_list(&devices);
    return status;
}

static NTSTATUS come_up(void)
{
    struct pip_device_list devices;
    NTSTATUS status = pip_list_started(FALSE, &devices);
    if (!NT_SUCCESS(status))
        return status;
    pop_system_state = PowerSystemWorking;
    for (ULONG i = 0; i < devices.Count; i++)
        pop_send_system_irp(devices.Pdos[i], IRP_MN_SET_POWER, PowerSystemWorking, pop_action);
    pop_action = PowerActionNone;
    tell_state_lock(TRUE);
    pip_release_list(&devices);
    return status;
}

struct transition {
    SYSTEM_POWER_STATE State;
    NTSTATUS Status;
};

static void change(PVOID context)
{
    struct transition *transition = context;
    if (transition->State == pop_system_state)
        transition->Status = STATUS_SUCCESS;
    else if (transition->State == PowerSystemWorking)
        transition->Status = come_up();
    else if (pop_system_state != PowerSystemWorking)
        transition->Status = STATUS_INVALID_DEVICE_STATE; /* by way of the working state only */
    else
        transition->Status = go_down(transition->State, action_to(transition->State));
}

__declspec(dllexport) int32_t SimSetSystemPower(int32_t state)
{
    struct transition transition = {.State = (SYSTEM_POWER_STATE)state};
    if (state < PowerSystemWorking || state >= PowerSystemMaximum)
        return STATUS_INVALID_PARAMETER;
    iop_call_on_system_thread(change, &transition);
    return transition.Status;
}

/* Nothing here puts the system to sleep of itself: SimSetSystemPower is the user's command, which no reason to stay
 * awake overrides. So these keep count only. */
VOID PoSetSystemState(EXECUTION_STATE Flags)
{
}

PVOID PoRegisterSystemState(PVOID StateHandle, EXECUTION_STATE Flags)
{
    PULONG state = StateHandle;
    if (!state)
        state = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*state), POP_TAG);
    if (state)
        *state = Flags;
    return state;
}

VOID PoUnregisterSystemState(PVOID StateHandle)
{
    ExFreePoolWithTag(StateHandle, POP_TAG);
}
