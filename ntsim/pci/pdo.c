/* The requests that reach the PDO of a function. */
#include "ntsim/pci/pcip.h"

#include <wdmguid.h>

NTSTATUS pcip_complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static NTSTATUS answer(PIRP irp, PVOID memory)
{
    return memory ? pcip_complete(irp, STATUS_SUCCESS, (ULONG_PTR)memory)
                  : pcip_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
}

static NTSTATUS query_relations(PDEVICE_OBJECT pdo, PIRP irp)
{
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type != TargetDeviceRelation)
        return answer(irp, NULL);
    PDEVICE_RELATIONS relations = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*relations), PCIP_TAG);
    if (!relations)
        return pcip_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    relations->Count = 1;
    relations->Objects[0] = pdo;
    ObReferenceObject(pdo);
    return answer(irp, relations);
}

static NTSTATUS query_bus(PIRP irp)
{
    PPNP_BUS_INFORMATION information = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*information), PCIP_TAG);
    if (!information)
        return pcip_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    information->BusTypeGuid = GUID_BUS_TYPE_PCI;
    information->LegacyBusType = PCIBus;
    return answer(irp, information);
}

static NTSTATUS access_config(const struct pcip_function *function, PIRP irp, BOOLEAN write)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    const PVOID buffer = location->Parameters.ReadWriteConfig.Buffer;
    const ULONG offset = location->Parameters.ReadWriteConfig.Offset;
    const ULONG length = location->Parameters.ReadWriteConfig.Length;
    if (location->Parameters.ReadWriteConfig.WhichSpace != PCI_WHICHSPACE_CONFIG)
        return pcip_complete(irp, STATUS_INVALID_PARAMETER, 0);
    const ULONG done =
        write ? pcip_write(function->Slot, offset, buffer, length) : pcip_read(function->Slot, offset, buffer, length);
    return pcip_complete(irp, done == length ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER, done);
}

/* Kept as long as the bus reports it. */
static NTSTATUS remove(struct pcip_function *function, PIRP irp)
{
    PDEVICE_OBJECT pdo = function->Pdo;
    const BOOLEAN gone = !function->Reported;
    pcip_end_wake(function, STATUS_NO_SUCH_DEVICE);
    if (gone)
        RemoveEntryList(&function->Entry);
    else
        pcip_deconfigure(function);
    NTSTATUS status = pcip_complete(irp, STATUS_SUCCESS, 0);
    if (gone)
        IoDeleteDevice(pdo);
    return status;
}

static NTSTATUS start(struct pcip_function *function, PIRP irp)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    pcip_configure(function, location->Parameters.StartDevice.AllocatedResources,
                   location->Parameters.StartDevice.AllocatedResourcesTranslated);
    return pcip_complete(irp, STATUS_SUCCESS, 0);
}

NTSTATUS pcip_pnp(PDEVICE_OBJECT pdo, PIRP irp)
{
    struct pcip_function *function = pdo->DeviceExtension;
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    switch (location->MinorFunction) {
    case IRP_MN_START_DEVICE:
        return start(function, irp);
    case IRP_MN_STOP_DEVICE:
        pcip_deconfigure(function);
        return pcip_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_SURPRISE_REMOVAL:
        pcip_end_wake(function, STATUS_NO_SUCH_DEVICE);
        return pcip_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        return pcip_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_REMOVE_DEVICE:
        return remove(function, irp);
    case IRP_MN_QUERY_ID:
        return answer(irp, pcip_id(function, location->Parameters.QueryId.IdType));
    case IRP_MN_QUERY_DEVICE_TEXT:
        return answer(irp, pcip_text(function, location->Parameters.QueryDeviceText.DeviceTextType));
    case IRP_MN_QUERY_CAPABILITIES:
        pcip_capabilities(function, location->Parameters.DeviceCapabilities.Capabilities);
        return pcip_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_QUERY_RESOURCE_REQUIREMENTS:
        return answer(irp, pcip_requirements(function));
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return query_relations(pdo, irp);
    case IRP_MN_QUERY_BUS_INFORMATION:
        return query_bus(irp);
    case IRP_MN_QUERY_INTERFACE: {
        const NTSTATUS status = pcip_query_interface(pdo, location);
        return pcip_complete(irp, status == STATUS_NOT_SUPPORTED ? irp->IoStatus.Status : status, 0);
    }
    case IRP_MN_READ_CONFIG:
    case IRP_MN_WRITE_CONFIG:
        return access_config(function, irp, location->MinorFunction == IRP_MN_WRITE_CONFIG);
    default:
        return answer(irp, NULL);
    }
}
