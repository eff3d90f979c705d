/* Plug and play of a function. */
#include "ntsim/usbccgp/ccgp.h"

#include "ntsim/pnp/ids.h"

static NTSTATUS query_id(const struct ccgp_function *function, PIRP irp)
{
    const USB_DEVICE_DESCRIPTOR *device = &function->Parent->Descriptor;
    const BUS_QUERY_ID_TYPE type = IoGetCurrentIrpStackLocation(irp)->Parameters.QueryId.IdType;
    if (type > BusQueryInstanceID)
        return ccgp_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    struct id_list list = id_list_allocate(CCGP_TAG);
    if (!list.Text)
        return ccgp_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    switch (type) {
    case BusQueryHardwareIDs:
        id_list_add(&list, L"USB\\VID_%04X&PID_%04X&REV_%04X&MI_%02X", device->idVendor, device->idProduct,
                    device->bcdDevice, function->First);
        id_list_add(&list, L"USB\\VID_%04X&PID_%04X&MI_%02X", device->idVendor, device->idProduct, function->First);
        break;
    case BusQueryDeviceID:
        id_list_add(&list, L"USB\\VID_%04X&PID_%04X&MI_%02X", device->idVendor, device->idProduct, function->First);
        break;
    case BusQueryCompatibleIDs:
        id_list_add(&list, L"USB\\Class_%02X&SubClass_%02X&Prot_%02X", function->Class, function->SubClass,
                    function->Protocol);
        id_list_add(&list, L"USB\\Class_%02X&SubClass_%02X", function->Class, function->SubClass);
        id_list_add(&list, L"USB\\Class_%02X", function->Class);
        break;
    default:
        id_list_add(&list, L"%04u", function->First);
        break;
    }
    return ccgp_complete(irp, STATUS_SUCCESS, (ULONG_PTR)list.Text);
}

static NTSTATUS query_capabilities(const struct ccgp_function *function, PIRP irp)
{
    const PDEVICE_CAPABILITIES capabilities =
        IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceCapabilities.Capabilities;
    capabilities->UniqueID = 0;
    capabilities->SurpriseRemovalOK = 1;
    capabilities->DeviceD2 = 1;
    capabilities->Address = function->First;
    capabilities->DeviceState[PowerSystemWorking] = PowerDeviceD0;
    for (int state = PowerSystemSleeping1; state < PowerSystemMaximum; state++)
        capabilities->DeviceState[state] = PowerDeviceD3;
    return ccgp_complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS query_relations(const struct ccgp_function *function, PIRP irp)
{
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type != TargetDeviceRelation)
        return ccgp_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    const PDEVICE_RELATIONS relations = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*relations), CCGP_TAG);
    if (!relations)
        return ccgp_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    relations->Count = 1;
    relations->Objects[0] = function->Self;
    ObReferenceObject(function->Self);
    return ccgp_complete(irp, STATUS_SUCCESS, (ULONG_PTR)relations);
}

NTSTATUS ccgp_function_pnp(struct ccgp_function *function, PIRP irp)
{
    switch (IoGetCurrentIrpStackLocation(irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
    case IRP_MN_REMOVE_DEVICE: /* its parent deletes it */
    case IRP_MN_SURPRISE_REMOVAL:
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        return ccgp_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_QUERY_ID:
        return query_id(function, irp);
    case IRP_MN_QUERY_CAPABILITIES:
        return query_capabilities(function, irp);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return query_relations(function, irp);
    case IRP_MN_QUERY_INTERFACE: /* the bus's */
        IoSkipCurrentIrpStackLocation(irp);
        return IoCallDriver(function->Parent->Lower, irp);
    default:
        return ccgp_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    }
}
