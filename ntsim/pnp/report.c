/* Devices that drivers find by themselves, and where devices are. */
#include "ntsim/pnp/pip.h"

/* ROOT\service\0000 and on. */
static NTSTATUS make_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT *pdo)
{
    static ULONG count;
    WCHAR id[128] = L"ROOT\\", ids[130] = {0}, instance[5] = L"0000";
    UNICODE_STRING text = {5 * sizeof(WCHAR), sizeof(id) - sizeof(WCHAR), id};
    NTSTATUS status = RtlAppendUnicodeStringToString(&text, &driver->DriverExtension->ServiceKeyName);
    if (!NT_SUCCESS(status))
        return status;
    id[text.Length / sizeof(WCHAR)] = 0;
    RtlCopyMemory(ids, id, text.Length);
    ULONG number = count++;
    for (int digit = 3; digit >= 0; digit--, number /= 10)
        instance[digit] = (WCHAR)(L'0' + number % 10);
    const struct sim_device description = {.device_id = id, .instance_id = instance, .hardware_ids = ids};
    return pip_create_root_device(&description, pdo);
}

/* The caller attaches to it and starts using it: it counts as started. */
NTSTATUS IoReportDetectedDevice(PDRIVER_OBJECT DriverObject, INTERFACE_TYPE LegacyBusType, ULONG BusNumber,
                                ULONG SlotNumber, PCM_RESOURCE_LIST ResourceList,
                                PIO_RESOURCE_REQUIREMENTS_LIST ResourceRequirements, BOOLEAN ResourceAssigned,
                                PDEVICE_OBJECT *DeviceObject)
{
    NTSTATUS status = *DeviceObject ? STATUS_SUCCESS : make_device(DriverObject, DeviceObject);
    if (!NT_SUCCESS(status))
        return status;
    struct pip_node *node = pip_check_pdo(*DeviceObject);
    status = pip_set_drivers(node, &DriverObject, 1);
    node->State = PIP_STARTED;
    return status;
}

static void start_reported(PDEVICE_OBJECT pdo, PVOID context)
{
    PDRIVER_OBJECT driver = context;
    struct pip_node *node = pip_node_of(pdo);
    if (node && NT_SUCCESS(pip_set_drivers(node, &driver, 1)) && NT_SUCCESS(pip_identify(node)))
        pip_start(node);
    ObDereferenceObject(driver);
}

NTSTATUS IoReportRootDevice(PDRIVER_OBJECT DriverObject)
{
    PDEVICE_OBJECT pdo;
    NTSTATUS status = make_device(DriverObject, &pdo);
    if (!NT_SUCCESS(status))
        return status;
    ObReferenceObject(DriverObject);
    return pip_queue(pdo, start_reported, DriverObject) ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

/* There is one node. */
NTSTATUS IoGetDeviceNumaNode(PDEVICE_OBJECT Pdo, PUSHORT NodeNumber)
{
    pip_check_pdo(Pdo);
    *NodeNumber = 0;
    return STATUS_SUCCESS;
}
