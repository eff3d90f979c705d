/* The root bus: PDOs of devices that nothing else enumerates. */
#include "ntsim/pnp/pip.h"

#include "ntsim/io/sim.h"
#include "ntsim/verifier/vf.h"

static PDRIVER_OBJECT root_driver;

static NTSTATUS complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static NTSTATUS query_id(const struct pip_node *node, PIRP irp)
{
    PCWSTR text = NULL;
    BOOLEAN list = FALSE;
    switch (IoGetCurrentIrpStackLocation(irp)->Parameters.QueryId.IdType) {
    case BusQueryDeviceID:
        text = node->DeviceId;
        break;
    case BusQueryInstanceID:
        text = node->InstanceId;
        break;
    case BusQueryHardwareIDs:
        text = node->HardwareIds;
        list = TRUE;
        break;
    case BusQueryCompatibleIDs:
        text = node->CompatibleIds;
        list = TRUE;
        break;
    default:
        break;
    }
    if (!text)
        return complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    PVOID answer = pip_copy(text, list ? pip_list_size(text) : pip_string_size(text));
    return complete(irp, answer ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES, (ULONG_PTR)answer);
}

static NTSTATUS query_capabilities(PIRP irp)
{
    PDEVICE_CAPABILITIES capabilities = IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceCapabilities.Capabilities;
    capabilities->UniqueID = 1;
    capabilities->SilentInstall = 1;
    capabilities->RawDeviceOK = 1;
    capabilities->DeviceState[PowerSystemWorking] = PowerDeviceD0;
    for (int state = PowerSystemSleeping1; state < PowerSystemMaximum; state++)
        capabilities->DeviceState[state] = PowerDeviceD3;
    return complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS query_relations(PDEVICE_OBJECT device, PIRP irp)
{
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type != TargetDeviceRelation)
        return complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    PDEVICE_RELATIONS relations = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*relations), PIP_TAG);
    if (!relations)
        return complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    relations->Count = 1;
    relations->Objects[0] = device;
    ObReferenceObject(device);
    return complete(irp, STATUS_SUCCESS, (ULONG_PTR)relations);
}

static NTSTATUS query_bus_information(PIRP irp)
{
    PPNP_BUS_INFORMATION information = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*information), PIP_TAG);
    if (!information)
        return complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    information->LegacyBusType = PNPBus;
    return complete(irp, STATUS_SUCCESS, (ULONG_PTR)information);
}

static NTSTATUS pnp(PDEVICE_OBJECT device, PIRP irp)
{
    switch (IoGetCurrentIrpStackLocation(irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        iop_device(device)->DevicePower.DeviceState = PowerDeviceD0;
        return complete(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
    case IRP_MN_SURPRISE_REMOVAL:
    case IRP_MN_REMOVE_DEVICE:
        return complete(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_QUERY_ID:
        return query_id(pip_node_of(device), irp);
    case IRP_MN_QUERY_CAPABILITIES:
        return query_capabilities(irp);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return query_relations(device, irp);
    case IRP_MN_QUERY_BUS_INFORMATION:
        return query_bus_information(irp);
    default:
        return complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    }
}

static NTSTATUS power(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    switch (location->MinorFunction) {
    case IRP_MN_SET_POWER:
        if (location->Parameters.Power.Type == DevicePowerState)
            iop_device(device)->DevicePower = location->Parameters.Power.State;
        return complete(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_QUERY_POWER:
        return complete(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    default:
        return complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    }
}

/* What WMI and user files ask goes no further than here. */
static NTSTATUS pass(PDEVICE_OBJECT device, PIRP irp)
{
    return complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
}

NTSTATUS pip_init_root_bus(void)
{
    NTSTATUS status = iop_create_driver(L"PnpManager", &root_driver);
    if (NT_SUCCESS(status)) {
        root_driver->MajorFunction[IRP_MJ_PNP] = pnp;
        root_driver->MajorFunction[IRP_MJ_POWER] = power;
        root_driver->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = pass;
    }
    return status;
}

NTSTATUS pip_create_root_device(const struct sim_device *description, PDEVICE_OBJECT *result)
{
    static const WCHAR nothing[2];
    PDEVICE_OBJECT pdo;
    NTSTATUS status =
        IoCreateDevice(root_driver, 0, NULL, FILE_DEVICE_CONTROLLER, FILE_AUTOGENERATED_DEVICE_NAME, FALSE, &pdo);
    if (!NT_SUCCESS(status))
        return status;
    struct pip_node *node = pip_create_node(pdo, NULL);
    if (node) {
        node->IsRoot = TRUE;
        PCWSTR compatible = description->compatible_ids ? description->compatible_ids : nothing;
        node->DeviceId = pip_copy(description->device_id, pip_string_size(description->device_id));
        node->InstanceId = pip_copy(description->instance_id, pip_string_size(description->instance_id));
        node->HardwareIds = pip_copy(description->hardware_ids, pip_list_size(description->hardware_ids));
        node->CompatibleIds = pip_copy(compatible, pip_list_size(compatible));
        node->Resources = (PCM_RESOURCE_LIST)description->resources;
        node->TranslatedResources = (PCM_RESOURCE_LIST)description->translated_resources;
    }
    if (!node || !node->DeviceId || !node->InstanceId || !node->HardwareIds || !node->CompatibleIds) {
        if (node)
            pip_free_node(node);
        else
            IoDeleteDevice(pdo);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    pdo->Flags |= DO_POWER_PAGABLE;
    pdo->Flags &= ~DO_DEVICE_INITIALIZING;
    *result = pdo;
    return STATUS_SUCCESS;
}

/* The device itself is powered down by the bus, after the drivers above have passed the IRP on, and up before they have
 * it back. */
__declspec(dllexport) void SimHardwareTouched(void *pdo, const struct machine_context *context)
{
    const DEVICE_POWER_STATE state = iop_device(pdo)->DevicePower.DeviceState;
    if (state > PowerDeviceD0)
        vf_find("VRF0413", vf_capture_context(context), NULL, 0, "hardware is touched while its device is in D%d",
                state - PowerDeviceD0);
}
