/* The PnP machine: what changes a device's state. Questions are answered in pnp_query.c. */
#include "ntsim/wdf/fx.h"

static void to(struct fx_device *device, ULONG state)
{
    fx_to(device, FX_PNP_MACHINE, state);
}

static ULONG state_of(const struct fx_device *device)
{
    return device->Machines[FX_PNP_MACHINE].State;
}

static NTSTATUS pass_on(struct fx_device *device, PIRP irp)
{
    irp->IoStatus.Status = STATUS_SUCCESS;
    return device->Attached ? fx_forward(device, irp) : fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
}

static NTSTATUS release_hardware(struct fx_device *device)
{
    if (!device->HardwarePrepared)
        return STATUS_SUCCESS;
    device->HardwarePrepared = FALSE;
    const NTSTATUS status =
        device->Init.Pnp.EvtDeviceReleaseHardware
            ? device->Init.Pnp.EvtDeviceReleaseHardware((WDFDEVICE)device, (WDFCMRESLIST)device->TranslatedResources)
            : STATUS_SUCCESS;
    fx_interrupts_released(device);
    return status;
}

static void free_resources(struct fx_device *device)
{
    if (device->RawResources)
        fx_delete(&device->RawResources->Object);
    if (device->TranslatedResources)
        fx_delete(&device->TranslatedResources->Object);
    device->RawResources = device->TranslatedResources = NULL;
}

/* --- failure --- */

/* Interfaces, queues and self-managed I/O, when the hardware is released or never was there. */
static void clean_up_for_remove(struct fx_device *device)
{
    fx_enable_interfaces(device, FALSE);
    fx_purge_queues(device, TRUE);
    fx_self_managed_flush(device);
    free_resources(device);
}

static void enter_failed(struct fx_device *device)
{
    to(device, WdfDevStatePnpFailed);
    clean_up_for_remove(device);
    fx_policy_remove(device);
    device->Phase = FX_PNP_FAILED;
    to(device, WdfDevStatePnpFailedPowerPolicyRemoved);
}

static void wait_for_remove(struct fx_device *device)
{
    if (device->FailedAction == 0 && device->InternalFailure)
        fx_ask_for_restart(device);
    if (device->FailedAction != 0 || device->InternalFailure)
        IoInvalidateDeviceState(device->Init.PhysicalDevice);
    to(device, WdfDevStatePnpFailedWaitForRemove);
}

static void enter_failed_own_hardware(struct fx_device *device)
{
    to(device, WdfDevStatePnpFailedOwnHardware);
    release_hardware(device);
    enter_failed(device);
}

/* The device has failed in the power machine while it was started. */
static VOID NTAPI power_failed(PVOID context)
{
    struct fx_device *device = context;
    device->FailureQueued = FALSE;
    fx_enter_machine(device, FX_PNP_MACHINE);
    if (device->Phase == FX_PNP_STARTED) {
        to(device, WdfDevStatePnpFailedIoStarting);
        fx_policy_stop(device, TRUE);
        enter_failed_own_hardware(device);
        wait_for_remove(device);
    }
    fx_leave_machine(device, FX_PNP_MACHINE);
    fx_dereference(&device->Object);
}

void fx_device_failed(struct fx_device *device)
{
    device->InternalFailure = TRUE;
    KeSetEvent(&device->PoweredUp, IO_NO_INCREMENT, FALSE); /* nobody is to wait for D0 any longer */
    if (device->FailureQueued)
        return;
    device->FailureQueued = TRUE;
    fx_reference(&device->Object);
    ExInitializeWorkItem(&device->FailureItem, power_failed, device);
    ExQueueWorkItem(&device->FailureItem, DelayedWorkQueue);
}

/* --- start --- */

static void query_wake_capabilities(struct fx_device *device)
{
    DEVICE_CAPABILITIES capabilities = {
        .Size = sizeof(capabilities), .Version = 1, .Address = (ULONG)-1, .UINumber = (ULONG)-1};
    device->SystemWake = PowerSystemSleeping3;
    if (device->Init.PolicyOwner && NT_SUCCESS(fx_query_capabilities(device, &capabilities)) &&
        capabilities.SystemWake != PowerSystemUnspecified)
        device->SystemWake = capabilities.SystemWake;
}

/* FALSE: the resources could not be taken over, and the driver's callback was not called. */
static BOOLEAN take_resources(struct fx_device *device, PIO_STACK_LOCATION stack, NTSTATUS *status)
{
    free_resources(device);
    *status = fx_create_resource_list(device, stack->Parameters.StartDevice.AllocatedResources, &device->RawResources);
    if (NT_SUCCESS(*status))
        *status = fx_create_resource_list(device, stack->Parameters.StartDevice.AllocatedResourcesTranslated,
                                          &device->TranslatedResources);
    /* The driver changes what it is given only before the framework reads it. */
    if (NT_SUCCESS(*status) && device->Init.Fdo.EvtDeviceRemoveAddedResources) {
        device->RawResources->Changeable = device->TranslatedResources->Changeable = TRUE;
        *status = device->Init.Fdo.EvtDeviceRemoveAddedResources((WDFDEVICE)device, (WDFCMRESLIST)device->RawResources,
                                                                 (WDFCMRESLIST)device->TranslatedResources);
        device->RawResources->Changeable = device->TranslatedResources->Changeable = FALSE;
    }
    return NT_SUCCESS(*status);
}

static NTSTATUS prepare_hardware(struct fx_device *device)
{
    fx_assign_interrupts(device);
    device->FailedAction = (WDF_DEVICE_FAILED_ACTION)0;
    device->State.Failed = device->State.Removed = WdfUseDefault;
    device->HardwarePrepared = device->PreparingHardware = TRUE;
    const NTSTATUS status =
        device->Init.Pnp.EvtDevicePrepareHardware
            ? device->Init.Pnp.EvtDevicePrepareHardware((WDFDEVICE)device, (WDFCMRESLIST)device->RawResources,
                                                        (WDFCMRESLIST)device->TranslatedResources)
            : STATUS_SUCCESS;
    device->PreparingHardware = FALSE;
    return status;
}

/* From the hardware to D0; after a failure all is undone. `first`: the device has not been started since it came. */
static NTSTATUS start_hardware(struct fx_device *device, PIO_STACK_LOCATION stack, ULONG state, BOOLEAN first)
{
    NTSTATUS status;
    to(device, state);
    if (!take_resources(device, stack, &status)) {
        device->InternalFailure = TRUE;
        free_resources(device);
        if (first)
            to(device, WdfDevStatePnpFailedInit);
        else
            enter_failed(device);
        return status;
    }
    status = prepare_hardware(device);
    if (!NT_SUCCESS(status)) {
        device->InternalFailure = TRUE;
        enter_failed_own_hardware(device);
        return status;
    }
    query_wake_capabilities(device);
    if (state == WdfDevStatePnpStartingFromStopped)
        to(device, WdfDevStatePnpRestarting);
    status = fx_policy_start(device);
    if (!NT_SUCCESS(status)) {
        to(device, WdfDevStatePnpHardwareAvailablePowerPolicyFailed);
        enter_failed_own_hardware(device);
        return STATUS_DEVICE_POWER_FAILURE;
    }
    if (first) {
        to(device, WdfDevStatePnpEnableInterfaces);
        device->Phase = FX_PNP_STARTED;
        fx_enable_interfaces(device, TRUE);
    }
    device->Phase = FX_PNP_STARTED;
    device->AchievedStart = TRUE;
    device->InternalFailure = FALSE;
    to(device, WdfDevStatePnpStarted);
    return STATUS_SUCCESS;
}

static NTSTATUS start_below(struct fx_device *device, PIRP irp)
{
    return device->Attached ? fx_forward_and_wait(device, irp) : STATUS_SUCCESS;
}

static NTSTATUS start_first(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    ULONG state = WdfDevStatePnpHardwareAvailable;
    if (state_of(device) == WdfDevStatePnpRemovedPdoWait) {
        to(device, WdfDevStatePnpPdoRestart);
        device->InternalFailure = FALSE;
        device->FailedAction = (WDF_DEVICE_FAILED_ACTION)0;
        fx_accept_requests(device);
    } else {
        to(device, WdfDevStatePnpInitStarting);
        const NTSTATUS status = start_below(device, irp);
        if (!NT_SUCCESS(status)) {
            to(device, WdfDevStatePnpInit);
            return status;
        }
    }
    return start_hardware(device, stack, state, TRUE);
}

static NTSTATUS start_from_stopped(struct fx_device *device, PIRP irp)
{
    to(device, WdfDevStatePnpStoppedWaitForStartCompletion);
    const NTSTATUS status = start_below(device, irp);
    if (!NT_SUCCESS(status)) {
        enter_failed(device);
        return status;
    }
    return start_hardware(device, IoGetCurrentIrpStackLocation(irp), WdfDevStatePnpStartingFromStopped, FALSE);
}

/* A start of what is started: its resources have changed without a stop. */
static NTSTATUS start_again(struct fx_device *device, PIRP irp)
{
    to(device, WdfDevStatePnpRestart);
    fx_policy_stop(device, FALSE);
    to(device, WdfDevStatePnpRestartReleaseHardware);
    NTSTATUS status = release_hardware(device);
    if (NT_SUCCESS(status))
        status = start_below(device, irp);
    if (!NT_SUCCESS(status)) {
        device->InternalFailure = TRUE;
        enter_failed(device);
        return status;
    }
    return start_hardware(device, IoGetCurrentIrpStackLocation(irp), WdfDevStatePnpRestartHardwareAvailable, FALSE);
}

static NTSTATUS start(struct fx_device *device, PIRP irp)
{
    NTSTATUS status;
    switch (device->Phase) {
    case FX_PNP_STARTED:
        status = start_again(device, irp);
        break;
    case FX_PNP_STOPPED:
        status = start_from_stopped(device, irp);
        break;
    case FX_PNP_CREATED:
        status = start_first(device, irp);
        break;
    default:
        to(device, WdfDevStatePnpFailedStarted);
        to(device, WdfDevStatePnpFailedWaitForRemove);
        return fx_complete_irp(irp, STATUS_INVALID_DEVICE_STATE, irp->IoStatus.Information);
    }
    const NTSTATUS completed = fx_complete_irp(irp, status, irp->IoStatus.Information);
    if (state_of(device) == WdfDevStatePnpFailedPowerPolicyRemoved)
        wait_for_remove(device);
    else if (state_of(device) == WdfDevStatePnpFailedInit)
        to(device, WdfDevStatePnpInit);
    return completed;
}

/* --- questions --- */

static BOOLEAN has_special_file(const struct fx_device *device)
{
    for (ULONG i = 0; i < WdfSpecialFileMax; i++)
        if (device->SpecialFileCount[i] > 0)
            return TRUE;
    return FALSE;
}

/* The states of a question: that of a stop, and that of a remove. */
struct question {
    ULONG StaticCheck, AskDriver, EnsureAwake, Pending;
};

static const struct question stop_question = {WdfDevStatePnpQueryStopStaticCheck, WdfDevStatePnpQueryStopAskDriver,
                                              WdfDevStatePnpQueryStopEnsureDeviceAwake, WdfDevStatePnpQueryStopPending};
static const struct question remove_question = {
    WdfDevStatePnpQueryRemoveStaticCheck, WdfDevStatePnpQueryRemoveAskDriver,
    WdfDevStatePnpQueryRemoveEnsureDeviceAwake, WdfDevStatePnpQueryRemovePending};

/* Back where the device was before the question. */
static void answer(struct fx_device *device)
{
    if (device->QueryReference) {
        device->QueryReference = FALSE;
        fx_power_release(device);
    }
}

static NTSTATUS ask_started(struct fx_device *device, const struct question *question,
                            PFN_WDF_DEVICE_QUERY_REMOVE callback)
{
    NTSTATUS status = STATUS_SUCCESS;
    to(device, question->StaticCheck);
    if (device->StopRemoveDenials > 0)
        return STATUS_INVALID_DEVICE_STATE;
    if (has_special_file(device))
        return STATUS_DEVICE_NOT_READY;
    to(device, question->AskDriver);
    if (callback)
        status = callback((WDFDEVICE)device);
    if (!NT_SUCCESS(status))
        return status;
    /* It is to be in D0 for what comes, unless the whole system sleeps. */
    to(device, question->EnsureAwake);
    fx_settle(device, FX_PNP_MACHINE);
    status = fx_power_reference(device, device->SystemState == PowerSystemWorking);
    if (!NT_SUCCESS(status)) {
        fx_power_release(device);
        return status;
    }
    device->QueryReference = TRUE;
    to(device, question->Pending);
    return STATUS_SUCCESS;
}

static NTSTATUS ask(struct fx_device *device, PIRP irp, const struct question *question,
                    PFN_WDF_DEVICE_QUERY_REMOVE callback)
{
    if (device->Phase == FX_PNP_STARTED) {
        const NTSTATUS status = ask_started(device, question, callback);
        if (!NT_SUCCESS(status)) {
            to(device, WdfDevStatePnpStarted);
            return fx_complete_irp(irp, status, irp->IoStatus.Information);
        }
    } else if (state_of(device) == WdfDevStatePnpInit && question == &remove_question) {
        to(device, WdfDevStatePnpInitQueryRemove);
    }
    fx_settle(device, FX_PNP_MACHINE);
    return pass_on(device, irp);
}

static NTSTATUS revert(struct fx_device *device, PIRP irp, ULONG pending, ULONG unasked)
{
    NTSTATUS status = STATUS_SUCCESS;
    if (device->Attached)
        status = fx_forward_and_wait(device, irp);
    if (state_of(device) == WdfDevStatePnpInitQueryRemove) {
        to(device, WdfDevStatePnpInitQueryRemoveCanceled);
        to(device, WdfDevStatePnpInit);
    } else if (device->Phase == FX_PNP_STARTED) {
        to(device, state_of(device) == pending ? WdfDevStatePnpQueryCanceled : unasked);
        answer(device);
        to(device, WdfDevStatePnpStarted);
    }
    return fx_complete_irp(irp, NT_SUCCESS(status) ? STATUS_SUCCESS : status, irp->IoStatus.Information);
}

static NTSTATUS stop(struct fx_device *device, PIRP irp)
{
    if (device->Phase == FX_PNP_STARTED) {
        to(device, WdfDevStatePnpStartedStopping);
        const NTSTATUS status = fx_policy_stop(device, FALSE);
        answer(device);
        if (!NT_SUCCESS(status)) {
            enter_failed_own_hardware(device);
            wait_for_remove(device);
            return pass_on(device, irp);
        }
        to(device, WdfDevStatePnpStopped);
        device->Phase = FX_PNP_STOPPED;
        if (!NT_SUCCESS(release_hardware(device))) {
            device->InternalFailure = TRUE;
            enter_failed(device);
            wait_for_remove(device);
        } else {
            free_resources(device);
        }
    }
    return pass_on(device, irp);
}

/* --- removal --- */

static void tell_of_surprise(struct fx_device *device)
{
    if (device->Init.Pnp.EvtDeviceSurpriseRemoval)
        device->Init.Pnp.EvtDeviceSurpriseRemoval((WDFDEVICE)device);
}

static NTSTATUS surprise_removal(struct fx_device *device, PIRP irp)
{
    switch (device->Phase) {
    case FX_PNP_STARTED:
        if (state_of(device) == WdfDevStatePnpQueryRemovePending ||
            state_of(device) == WdfDevStatePnpQueryStopPending) {
            to(device, WdfDevStatePnpQueriedSurpriseRemove);
            answer(device);
        }
        to(device, WdfDevStatePnpSurpriseRemoveIoStarted);
        tell_of_surprise(device);
        to(device, WdfDevStatePnpFailedIoStarting);
        fx_policy_stop(device, TRUE);
        enter_failed_own_hardware(device);
        to(device, WdfDevStatePnpFailedWaitForRemove);
        break;
    case FX_PNP_STOPPED:
        to(device, WdfDevStatePnpSurpriseRemove);
        tell_of_surprise(device);
        enter_failed(device);
        to(device, WdfDevStatePnpFailedWaitForRemove);
        break;
    case FX_PNP_FAILED:
        to(device, WdfDevStatePnpFailedSurpriseRemoved);
        tell_of_surprise(device);
        to(device, WdfDevStatePnpFailedWaitForRemove);
        break;
    default:
        if (state_of(device) == WdfDevStatePnpRemovedPdoWait) {
            to(device, WdfDevStatePnpRemovedPdoSurpriseRemoved);
            tell_of_surprise(device);
            to(device, WdfDevStatePnpRemovedPdoWait);
        } else {
            /* The driver has not seen the device yet. */
            to(device, WdfDevStatePnpInitSurpriseRemoved);
            to(device, WdfDevStatePnpInit);
        }
        break;
    }
    if (device->Phase != FX_PNP_CREATED)
        device->Phase = FX_PNP_SURPRISE_REMOVED;
    return pass_on(device, irp);
}

/* Nothing of the device is used any more. */
static void finish_remove(struct fx_device *device)
{
    fx_purge_queues(device, FALSE);
    fx_self_managed_cleanup(device);
    free_resources(device);
    fx_dispose(&device->Object);
}

static NTSTATUS remove_pdo(struct fx_device *device, PIRP irp)
{
    to(device, WdfDevStatePnpCheckForDevicePresence);
    irp->IoStatus.Status = STATUS_SUCCESS;
    if (!fx_pdo_removed(device)) {
        /* The bus still has the device: it may be started again, with its self-managed I/O. */
        to(device, WdfDevStatePnpRemovedPdoWait);
        device->Phase = FX_PNP_CREATED;
        return fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    }
    to(device, WdfDevStatePnpPdoRemoved);
    finish_remove(device);
    device->Phase = FX_PNP_REMOVED;
    to(device, WdfDevStatePnpFinal);
    const NTSTATUS completed = fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    fx_device_removed(device);
    return completed;
}

static NTSTATUS remove(struct fx_device *device, PIRP irp)
{
    if (device->Phase == FX_PNP_STARTED) {
        to(device, state_of(device) == WdfDevStatePnpQueryRemovePending ? WdfDevStatePnpQueriedRemoving
                                                                        : WdfDevStatePnpStartedRemoving);
        fx_policy_stop(device, FALSE);
        answer(device);
        to(device, WdfDevStatePnpRemovingDisableInterfaces);
        release_hardware(device);
        clean_up_for_remove(device);
        fx_policy_remove(device);
    }
    to(device, WdfDevStatePnpRemoved);
    fx_children_parent_removed(device);
    to(device, WdfDevStatePnpRemovedChildrenRemoved);
    if (device->Init.Kind == FX_PDO)
        return remove_pdo(device, irp);
    to(device, WdfDevStatePnpFdoRemoved);
    finish_remove(device);
    device->Phase = FX_PNP_REMOVED;
    irp->IoStatus.Status = STATUS_SUCCESS;
    const NTSTATUS status = fx_forward(device, irp);
    to(device, WdfDevStatePnpFinal);
    fx_device_removed(device);
    return status;
}

static NTSTATUS change_state(struct fx_device *device, PIRP irp)
{
    switch (IoGetCurrentIrpStackLocation(irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        return start(device, irp);
    case IRP_MN_QUERY_STOP_DEVICE:
        return ask(device, irp, &stop_question, device->Init.Pnp.EvtDeviceQueryStop);
    case IRP_MN_QUERY_REMOVE_DEVICE:
        return ask(device, irp, &remove_question, device->Init.Pnp.EvtDeviceQueryRemove);
    case IRP_MN_CANCEL_STOP_DEVICE:
        return revert(device, irp, WdfDevStatePnpQueryStopPending, WdfDevStatePnpStartedCancelStop);
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        return revert(device, irp, WdfDevStatePnpQueryRemovePending, WdfDevStatePnpStartedCancelRemove);
    case IRP_MN_STOP_DEVICE:
        return stop(device, irp);
    case IRP_MN_SURPRISE_REMOVAL:
        return surprise_removal(device, irp);
    default:
        return remove(device, irp);
    }
}

NTSTATUS fx_dispatch_pnp(struct fx_device *device, PIRP irp)
{
    switch (IoGetCurrentIrpStackLocation(irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_SURPRISE_REMOVAL:
    case IRP_MN_REMOVE_DEVICE: {
        fx_reference(&device->Object);
        fx_enter_machine(device, FX_PNP_MACHINE);
        const NTSTATUS status = change_state(device, irp);
        fx_leave_machine(device, FX_PNP_MACHINE);
        fx_dereference(&device->Object);
        return status;
    }
    default:
        return device->Init.Kind == FX_PDO ? fx_pdo_query_pnp(device, irp) : fx_query_pnp(device, irp);
    }
}

/* --- what drivers say of it --- */

static struct fx_device *device_from(WDFDEVICE handle)
{
    return fx_object_of(handle, FX_DEVICE);
}

VOID api_DeviceGetDeviceState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PWDF_DEVICE_STATE state)
{
    FX_REQUIRE(state);
    const ULONG size = state->Size;
    const WDF_DEVICE_STATE *from = &device_from(handle)->State;
    if (size > sizeof(*from) || size < sizeof(ULONG))
        return;
    RtlCopyMemory(state, from, size);
    state->Size = size;
}

VOID api_DeviceSetDeviceState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PWDF_DEVICE_STATE state)
{
    struct fx_device *device = device_from(handle);
    WDF_DEVICE_STATE copy;
    FX_REQUIRE(state);
    if (!FX_COPY(copy, state))
        return;
    device->State = copy;
    if (device->Init.PhysicalDevice && device->Phase != FX_PNP_CREATED)
        IoInvalidateDeviceState(device->Init.PhysicalDevice);
}

VOID api_DeviceSetFailed(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, WDF_DEVICE_FAILED_ACTION action)
{
    struct fx_device *device = device_from(handle);
    if (action != WdfDeviceFailedAttemptRestart && action != WdfDeviceFailedNoRestart)
        return;
    device->FailedAction = action;
    if (action == WdfDeviceFailedAttemptRestart && fx_ask_for_restart(device))
        return;
    if (device->Init.PhysicalDevice)
        IoInvalidateDeviceState(device->Init.PhysicalDevice);
}

VOID api_DeviceSetStaticStopRemove(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, BOOLEAN stoppable)
{
    device_from(handle)->StopRemoveDenials += stoppable ? -1 : 1;
}

VOID api_DeviceSetSpecialFileSupport(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, WDF_SPECIAL_FILE_TYPE type,
                                     BOOLEAN supported)
{
    if (type > WdfSpecialFileUndefined && type < WdfSpecialFileMax)
        device_from(handle)->SpecialFile[type] = supported;
}

VOID api_DeviceSetPnpCapabilities(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                  PWDF_DEVICE_PNP_CAPABILITIES capabilities)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(capabilities);
    device->HasPnpCapabilities = FX_COPY(device->PnpCapabilities, capabilities);
}

VOID api_DeviceSetPowerCapabilities(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                    PWDF_DEVICE_POWER_CAPABILITIES capabilities)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(capabilities);
    device->HasPowerCapabilities = FX_COPY(device->PowerCapabilities, capabilities);
}

VOID api_DeviceSetBusInformationForChildren(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PPNP_BUS_INFORMATION bus)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(bus);
    device->BusInformation = *bus;
    device->HasBusInformation = TRUE;
}
