/* Building device stacks and starting them. */
#include "ntsim/pnp/pip.h"

static NTSTATUS add_devices(struct pip_node *node)
{
    for (ULONG i = 0; i < node->DriverCount; i++) {
        PDRIVER_ADD_DEVICE add = node->Drivers[i]->DriverExtension->AddDevice;
        if (!add)
            return STATUS_INVALID_DEVICE_REQUEST;
        node->State = PIP_ADDED;
        const PDEVICE_OBJECT last = node->Drivers[i]->DeviceObject;
        NTSTATUS status = add(node->Drivers[i], node->Pdo);
        if (NT_SUCCESS(status))
            continue;
        iop_find_devices_left(node->Drivers[i], last, "AddDevice fails");
        return status;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS send_start(struct pip_node *node)
{
    const struct {
        PCM_RESOURCE_LIST Allocated, Translated;
    } resources = {node->Resources, node->TranslatedResources};
    NTSTATUS status = pip_request(node->Pdo, IRP_MN_START_DEVICE, &resources, sizeof(resources), NULL);
    if (NT_SUCCESS(status))
        node->State = PIP_STARTED;
    else
        pip_find_enabled(node->Pdo);
    return status;
}

static NTSTATUS build_and_start(struct pip_node *node)
{
    NTSTATUS status = pip_find_drivers(node);
    if (!NT_SUCCESS(status))
        return status;
    if (node->DriverCount == 0 && !node->Capabilities.RawDeviceOK)
        return STATUS_NO_SUCH_DEVICE;
    node->Raw = node->DriverCount == 0;
    pip_apply_settings(node);
    status = add_devices(node);
    if (NT_SUCCESS(status))
        status = pip_apply_security(node);
    if (NT_SUCCESS(status))
        status = pip_assign_resources(node);
    return NT_SUCCESS(status) ? send_start(node) : status;
}

NTSTATUS pip_start(struct pip_node *node)
{
    NTSTATUS status = build_and_start(node);
    if (!NT_SUCCESS(status)) {
        if (node->State == PIP_ADDED || node->Raw) {
            pip_tell(node, IRP_MN_REMOVE_DEVICE);
            node->State = PIP_REMOVED;
        }
        pip_release_resources(node);
        return status;
    }
    pip_query_capabilities(node);
    pip_check_state(node);
    if (node->State == PIP_STARTED)
        pip_enumerate(node);
    return STATUS_SUCCESS;
}

void pip_check_state(struct pip_node *node)
{
    enum { GONE_OR_FAILED = PNP_DEVICE_REMOVED | PNP_DEVICE_FAILED | PNP_DEVICE_DISABLED | PNP_DEVICE_DISCONNECTED };
    ULONG_PTR information = 0;
    if (node->State != PIP_STARTED ||
        !NT_SUCCESS(pip_request(node->Pdo, IRP_MN_QUERY_PNP_DEVICE_STATE, NULL, 0, &information)))
        return;
    node->DeviceState = (PNP_DEVICE_STATE)information;
    if (node->DeviceState & PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED)
        pip_rebalance(node); /* stopped first, whether it failed or not */
    else if (node->DeviceState & GONE_OR_FAILED)
        pip_surprise(node);
}

NTSTATUS pip_rebalance(struct pip_node *node)
{
    if (node->State != PIP_STARTED)
        return STATUS_INVALID_DEVICE_STATE;
    NTSTATUS status = pip_tell(node, IRP_MN_QUERY_STOP_DEVICE);
    if (status != STATUS_SUCCESS) {
        pip_tell(node, IRP_MN_CANCEL_STOP_DEVICE);
        return NT_SUCCESS(status) ? STATUS_UNSUCCESSFUL : status;
    }
    pip_tell(node, IRP_MN_STOP_DEVICE);
    node->State = PIP_STOPPED;
    status = pip_move_resources(node);
    if (NT_SUCCESS(status))
        status = send_start(node);
    if (NT_SUCCESS(status))
        pip_enumerate(node);
    else
        pip_surprise(node);
    return status;
}
