/* Plug and play: what changes a device's state. Questions are answered in pnp_query.c. */
#include "ntsim/wdf/fx.h"

static void notify(struct fx_device *device, WDF_DEVICE_PNP_STATE state, WDF_DEVICE_PNP_STATE next,
                   WDF_STATE_NOTIFICATION_TYPE type)
{
    for (const struct fx_state_callback *callback = device->Init.StateCallbacks; callback; callback = callback->Next)
        if (callback->State == (ULONG)state && (callback->Types & type)) {
            WDF_DEVICE_PNP_NOTIFICATION_DATA data = {.Type = type};
            data.Data.EnterState.CurrentState = state;
            data.Data.EnterState.NewState = next;
            callback->Pnp((WDFDEVICE)device, &data);
        }
}

void fx_set_pnp_state(struct fx_device *device, WDF_DEVICE_PNP_STATE state)
{
    const WDF_DEVICE_PNP_STATE old = device->PnpState;
    if (!device->Init.StateCallbacks) {
        device->PnpState = state;
        return;
    }
    notify(device, old, state, StateNotificationLeaveState);
    notify(device, state, state, StateNotificationEnterState);
    device->PnpState = state;
    notify(device, state, state, StateNotificationPostProcessState);
}

static void release_hardware(struct fx_device *device)
{
    if (!device->HardwarePrepared)
        return;
    device->HardwarePrepared = FALSE;
    if (device->Init.Pnp.EvtDeviceReleaseHardware)
        device->Init.Pnp.EvtDeviceReleaseHardware((WDFDEVICE)device, (WDFCMRESLIST)device->TranslatedResources);
}

static void free_resources(struct fx_device *device)
{
    if (device->RawResources)
        fx_delete(&device->RawResources->Object);
    if (device->TranslatedResources)
        fx_delete(&device->TranslatedResources->Object);
    device->RawResources = device->TranslatedResources = NULL;
}

void fx_device_failed(struct fx_device *device)
{
    device->Phase = FX_PNP_FAILED;
    device->State.Failed = WdfTrue;
    fx_set_pnp_state(device, WdfDevStatePnpFailed);
    IoInvalidateDeviceState(device->Init.PhysicalDevice);
}

/* --- start --- */

static NTSTATUS prepare_hardware(struct fx_device *device, PIO_STACK_LOCATION stack)
{
    free_resources(device);
    NTSTATUS status =
        fx_create_resource_list(device, stack->Parameters.StartDevice.AllocatedResources, &device->RawResources);
    if (NT_SUCCESS(status))
        status = fx_create_resource_list(device, stack->Parameters.StartDevice.AllocatedResourcesTranslated,
                                         &device->TranslatedResources);
    if (!NT_SUCCESS(status))
        return status;
    /* The driver changes what it is given only before the framework reads it. */
    if (device->Init.Fdo.EvtDeviceRemoveAddedResources) {
        device->RawResources->Changeable = device->TranslatedResources->Changeable = TRUE;
        status = device->Init.Fdo.EvtDeviceRemoveAddedResources((WDFDEVICE)device, (WDFCMRESLIST)device->RawResources,
                                                                (WDFCMRESLIST)device->TranslatedResources);
        device->RawResources->Changeable = device->TranslatedResources->Changeable = FALSE;
        if (!NT_SUCCESS(status))
            return status;
    }
    fx_assign_interrupts(device);
    device->HardwarePrepared = TRUE;
    if (device->Init.Pnp.EvtDevicePrepareHardware)
        status = device->Init.Pnp.EvtDevicePrepareHardware((WDFDEVICE)device, (WDFCMRESLIST)device->RawResources,
                                                           (WDFCMRESLIST)device->TranslatedResources);
    return status;
}

static NTSTATUS start(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    NTSTATUS status = STATUS_SUCCESS;
    if (device->Attached)
        status = fx_forward_and_wait(device, irp);
    if (NT_SUCCESS(status)) {
        fx_set_pnp_state(device, device->Phase == FX_PNP_STOPPED ? WdfDevStatePnpStartingFromStopped
                                                                 : WdfDevStatePnpInitStarting);
        fx_set_pnp_state(device, WdfDevStatePnpHardwareAvailable);
        status = prepare_hardware(device, stack);
        if (NT_SUCCESS(status))
            status = fx_power_up(device, WdfPowerDeviceD3Final);
        if (!NT_SUCCESS(status)) {
            release_hardware(device);
            free_resources(device);
        }
    }
    if (NT_SUCCESS(status)) {
        fx_set_pnp_state(device, WdfDevStatePnpEnableInterfaces);
        device->Phase = FX_PNP_STARTED;
        device->State.Failed = WdfUseDefault;
        fx_enable_interfaces(device, TRUE);
        fx_set_pnp_state(device, WdfDevStatePnpStarted);
        fx_idle_started(device);
    } else {
        device->Phase = FX_PNP_FAILED;
        fx_set_pnp_state(device, WdfDevStatePnpFailed);
    }
    return fx_complete_irp(irp, status, irp->IoStatus.Information);
}

/* --- stop --- */

static BOOLEAN has_special_file(const struct fx_device *device)
{
    for (ULONG i = 0; i < WdfSpecialFileMax; i++)
        if (device->SpecialFileCount[i] > 0)
            return TRUE;
    return FALSE;
}

static NTSTATUS ask(struct fx_device *device, PIRP irp, PFN_WDF_DEVICE_QUERY_REMOVE callback,
                    WDF_DEVICE_PNP_STATE pending)
{
    NTSTATUS status = STATUS_SUCCESS;
    if (device->StaticStopRemoveDenied || has_special_file(device))
        status = STATUS_INVALID_DEVICE_STATE;
    else if (callback && device->Phase == FX_PNP_STARTED)
        status = callback((WDFDEVICE)device);
    if (!NT_SUCCESS(status))
        return fx_complete_irp(irp, status, irp->IoStatus.Information);
    if (device->Phase == FX_PNP_STARTED)
        fx_set_pnp_state(device, pending);
    irp->IoStatus.Status = STATUS_SUCCESS;
    return device->Attached ? fx_forward(device, irp) : fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
}

static NTSTATUS revert(struct fx_device *device, PIRP irp)
{
    NTSTATUS status = STATUS_SUCCESS;
    if (device->Attached)
        status = fx_forward_and_wait(device, irp);
    if (device->Phase == FX_PNP_STARTED)
        fx_set_pnp_state(device, WdfDevStatePnpStarted);
    return fx_complete_irp(irp, NT_SUCCESS(status) ? STATUS_SUCCESS : status, irp->IoStatus.Information);
}

/* Out of D0 and of the hardware, from whatever state it is in. */
static void leave_hardware(struct fx_device *device)
{
    fx_idle_stopping(device);
    if (device->DeviceState == PowerDeviceD0)
        fx_power_down(device, WdfPowerDeviceD3Final);
    release_hardware(device);
}

static NTSTATUS stop(struct fx_device *device, PIRP irp)
{
    if (device->Phase == FX_PNP_STARTED) {
        leave_hardware(device);
        free_resources(device);
        device->Phase = FX_PNP_STOPPED;
        fx_set_pnp_state(device, WdfDevStatePnpStopped);
    }
    irp->IoStatus.Status = STATUS_SUCCESS;
    return device->Attached ? fx_forward(device, irp) : fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
}

/* --- removal --- */

static void take_down(struct fx_device *device)
{
    fx_enable_interfaces(device, FALSE);
    leave_hardware(device);
    fx_purge_queues(device, FALSE);
    fx_self_managed_flush(device);
}

static NTSTATUS surprise_removal(struct fx_device *device, PIRP irp)
{
    fx_set_pnp_state(device, WdfDevStatePnpSurpriseRemove);
    if (device->Init.Pnp.EvtDeviceSurpriseRemoval)
        device->Init.Pnp.EvtDeviceSurpriseRemoval((WDFDEVICE)device);
    if (device->Phase == FX_PNP_STARTED || device->Phase == FX_PNP_FAILED || device->Phase == FX_PNP_STOPPED) {
        fx_enable_interfaces(device, FALSE);
        fx_purge_queues(device, TRUE);
        take_down(device);
    }
    device->Phase = FX_PNP_SURPRISE_REMOVED;
    irp->IoStatus.Status = STATUS_SUCCESS;
    return device->Attached ? fx_forward(device, irp) : fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
}

static NTSTATUS remove(struct fx_device *device, PIRP irp)
{
    if (device->Phase != FX_PNP_SURPRISE_REMOVED) {
        fx_set_pnp_state(device, WdfDevStatePnpRemovingDisableInterfaces);
        take_down(device);
    }
    fx_children_parent_removed(device);
    fx_self_managed_cleanup(device);
    free_resources(device);
    irp->IoStatus.Status = STATUS_SUCCESS;
    if (device->Init.Kind == FX_PDO) {
        const BOOLEAN gone = fx_pdo_removed(device);
        device->Phase = FX_PNP_REMOVED;
        const NTSTATUS completed = fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
        if (gone) {
            fx_set_pnp_state(device, WdfDevStatePnpFinal);
            fx_device_removed(device);
        } else {
            /* The bus still has the device: it may be started again. */
            device->Phase = FX_PNP_CREATED;
            device->SelfManaged = FX_SELF_NEW;
            fx_set_pnp_state(device, WdfDevStatePnpInit);
            for (PLIST_ENTRY entry = device->Queues.Flink; entry != &device->Queues; entry = entry->Flink) {
                struct fx_queue *queue = CONTAINING_RECORD(entry, struct fx_queue, DeviceEntry);
                queue->Removed = FALSE;
                queue->Accepting = TRUE;
            }
        }
        return completed;
    }
    device->Phase = FX_PNP_REMOVED;
    fx_reference(&device->Object);
    NTSTATUS status = fx_forward(device, irp);
    fx_set_pnp_state(device, WdfDevStatePnpRemoved);
    fx_device_removed(device);
    fx_dereference(&device->Object);
    return status;
}

NTSTATUS fx_dispatch_pnp(struct fx_device *device, PIRP irp)
{
    switch (IoGetCurrentIrpStackLocation(irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        return start(device, irp);
    case IRP_MN_QUERY_STOP_DEVICE:
        return ask(device, irp, device->Init.Pnp.EvtDeviceQueryStop, WdfDevStatePnpQueryStopPending);
    case IRP_MN_QUERY_REMOVE_DEVICE:
        return ask(device, irp, device->Init.Pnp.EvtDeviceQueryRemove, WdfDevStatePnpQueryRemovePending);
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        return revert(device, irp);
    case IRP_MN_STOP_DEVICE:
        return stop(device, irp);
    case IRP_MN_SURPRISE_REMOVAL:
        return surprise_removal(device, irp);
    case IRP_MN_REMOVE_DEVICE:
        return remove(device, irp);
    default:
        return device->Init.Kind == FX_PDO ? fx_pdo_query_pnp(device, irp) : fx_query_pnp(device, irp);
    }
}

/* --- what drivers say of it --- */

static struct fx_device *device_from(WDFDEVICE handle)
{
    return fx_object_of(handle, FX_DEVICE);
}

WDF_DEVICE_PNP_STATE api_DeviceGetDevicePnpState(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return device_from(handle)->PnpState;
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
    device->State.Failed = WdfTrue;
    device->RestartRequested = action == WdfDeviceFailedAttemptRestart;
    if (device->Init.PhysicalDevice)
        IoInvalidateDeviceState(device->Init.PhysicalDevice);
}

VOID api_DeviceSetStaticStopRemove(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, BOOLEAN stoppable)
{
    device_from(handle)->StaticStopRemoveDenied = !stoppable;
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
