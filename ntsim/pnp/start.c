/* Building device stacks, starting and removing them. */
#include "ntsim/pnp/pip.h"

NTSTATUS pip_request(PDEVICE_OBJECT pdo, UCHAR minor, const void *parameters, SIZE_T size, ULONG_PTR *information)
{
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(pdo);
    PIRP irp = iop_build_irp(top, IRP_MJ_PNP, minor);
    IO_STATUS_BLOCK io_status = {.Status = STATUS_INSUFFICIENT_RESOURCES};
    if (irp) {
        if (size)
            RtlCopyMemory(&IoGetNextIrpStackLocation(irp)->Parameters, parameters, size);
        iop_call_and_wait(top, irp, &io_status);
    }
    ObDereferenceObject(top);
    if (information)
        *information = io_status.Information;
    return io_status.Status;
}

static void query_capabilities(PDEVICE_OBJECT pdo)
{
    DEVICE_CAPABILITIES capabilities = {
        .Size = sizeof(capabilities), .Version = 1, .Address = MAXULONG, .UINumber = MAXULONG};
    const PVOID parameter = &capabilities;
    pip_request(pdo, IRP_MN_QUERY_CAPABILITIES, &parameter, sizeof(parameter), NULL);
}

static NTSTATUS add_devices(struct pip_node *node, PDRIVER_OBJECT const *drivers, ULONG count)
{
    for (ULONG i = 0; i < count; i++) {
        PDRIVER_ADD_DEVICE add = drivers[i]->DriverExtension->AddDevice;
        if (!add)
            return STATUS_INVALID_DEVICE_REQUEST;
        NTSTATUS status = add(drivers[i], node->Pdo);
        if (!NT_SUCCESS(status))
            return status;
    }
    return STATUS_SUCCESS;
}

NTSTATUS pip_start(struct pip_node *node, PDRIVER_OBJECT const *drivers, ULONG count)
{
    const struct {
        PVOID Allocated, Translated;
    } resources = {node->Resources, node->TranslatedResources};
    NTSTATUS status = add_devices(node, drivers, count);
    if (!NT_SUCCESS(status))
        return status;
    query_capabilities(node->Pdo);
    status = pip_request(node->Pdo, IRP_MN_START_DEVICE, &resources, sizeof(resources), NULL);
    if (!NT_SUCCESS(status))
        return status;
    node->State = PIP_STARTED;
    ULONG_PTR information = 0;
    query_capabilities(node->Pdo);
    pip_request(node->Pdo, IRP_MN_QUERY_PNP_DEVICE_STATE, NULL, 0, &information);
    return STATUS_SUCCESS;
}

NTSTATUS pip_remove(struct pip_node *node, BOOLEAN surprise)
{
    if (node->State == PIP_STARTED) {
        NTSTATUS status =
            pip_request(node->Pdo, surprise ? IRP_MN_SURPRISE_REMOVAL : IRP_MN_QUERY_REMOVE_DEVICE, NULL, 0, NULL);
        if (!surprise && !NT_SUCCESS(status)) {
            pip_request(node->Pdo, IRP_MN_CANCEL_REMOVE_DEVICE, NULL, 0, NULL);
            return status;
        }
    }
    node->State = PIP_REMOVED;
    pip_request(node->Pdo, IRP_MN_REMOVE_DEVICE, NULL, 0, NULL);
    return STATUS_SUCCESS;
}

struct plug_call {
    const struct sim_device *Description;
    PDEVICE_OBJECT Pdo;
    NTSTATUS Status;
};

static void discard(struct pip_node *node)
{
    PDEVICE_OBJECT pdo = node->Pdo;
    pip_free_node(node);
    IoDeleteDevice(pdo);
}

static void plug(PVOID context)
{
    struct plug_call *call = context;
    call->Status = pip_create_root_device(call->Description, &call->Pdo);
    if (!NT_SUCCESS(call->Status))
        return;
    struct pip_node *node = pip_node_of(call->Pdo);
    call->Status = pip_start(node, (PDRIVER_OBJECT const *)call->Description->drivers, call->Description->driver_count);
    if (!NT_SUCCESS(call->Status)) {
        pip_remove(node, FALSE);
        discard(node);
    }
}

__declspec(dllexport) int32_t SimPlug(const struct sim_device *device, void **pdo)
{
    struct plug_call call = {.Description = device};
    iop_call_on_system_thread(plug, &call);
    if (NT_SUCCESS(call.Status))
        *pdo = call.Pdo;
    return call.Status;
}

struct unplug_call {
    PDEVICE_OBJECT Pdo;
    BOOLEAN Surprise;
    NTSTATUS Status;
};

static void unplug(PVOID context)
{
    struct unplug_call *call = context;
    struct pip_node *node = pip_node_of(call->Pdo);
    call->Status = pip_remove(node, call->Surprise);
    if (NT_SUCCESS(call->Status))
        discard(node);
}

__declspec(dllexport) int32_t SimUnplug(void *pdo, bool surprise)
{
    struct unplug_call call = {.Pdo = pdo, .Surprise = surprise};
    iop_call_on_system_thread(unplug, &call);
    return call.Status;
}
