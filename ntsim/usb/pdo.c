/* Plug and play of the devices at the hub's ports. */
#include "ntsim/usb/hub.h"

static BOOLEAN can_wake(const struct hub_device *device)
{
    return (device->Configurations[0]->bmAttributes & USB_CONFIG_REMOTE_WAKEUP) != 0;
}

/* A device that can wake the computer sleeps in D2, which is USB's suspend; others may lose their power. */
static NTSTATUS query_capabilities(const struct hub_pdo *pdo, PIRP irp)
{
    const PDEVICE_CAPABILITIES capabilities =
        IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceCapabilities.Capabilities;
    const struct hub_device *device = pdo->Device;
    capabilities->Removable = 1;
    capabilities->UniqueID = device->Serial != NULL;
    capabilities->RawDeviceOK = 0;
    capabilities->Address = device->Port;
    capabilities->DeviceD2 = 1;
    capabilities->DeviceState[PowerSystemWorking] = PowerDeviceD0;
    const DEVICE_POWER_STATE asleep = can_wake(device) ? PowerDeviceD2 : PowerDeviceD3;
    for (int state = PowerSystemSleeping1; state <= PowerSystemSleeping3; state++)
        capabilities->DeviceState[state] = asleep;
    capabilities->DeviceState[PowerSystemHibernate] = PowerDeviceD3;
    capabilities->DeviceState[PowerSystemShutdown] = PowerDeviceD3;
    if (can_wake(device)) {
        capabilities->WakeFromD0 = capabilities->WakeFromD2 = 1;
        capabilities->DeviceWake = PowerDeviceD2;
        capabilities->SystemWake = PowerSystemSleeping3;
    }
    return hub_complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS query_relations(const struct hub_pdo *pdo, PIRP irp)
{
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type != TargetDeviceRelation)
        return hub_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    PDEVICE_RELATIONS relations = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*relations), HUB_TAG);
    if (!relations)
        return hub_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    relations->Count = 1;
    relations->Objects[0] = pdo->Self;
    ObReferenceObject(pdo->Self);
    return hub_complete(irp, STATUS_SUCCESS, (ULONG_PTR)relations);
}

static NTSTATUS query_bus(PIRP irp)
{
    static const GUID usb_bus = {0x9d7debbc, 0xc85d, 0x11d1, {0x9e, 0xb4, 0x00, 0x60, 0x08, 0xc3, 0xa1, 0x9a}};
    PPNP_BUS_INFORMATION information = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*information), HUB_TAG);
    if (!information)
        return hub_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    information->BusTypeGuid = usb_bus;
    information->LegacyBusType = PNPBus;
    return hub_complete(irp, STATUS_SUCCESS, (ULONG_PTR)information);
}

void hub_delete_pdo(struct hub_pdo *pdo)
{
    struct hub_device *device = pdo->Device;
    pdo->Removed = TRUE;
    IoDeleteDevice(pdo->Self);
    hub_dereference_device(device);
}

/* The drivers have left. The PDO stays while the device does; a fresh driver finds it unconfigured. */
static NTSTATUS remove(struct hub_pdo *pdo, PIRP irp)
{
    struct _URB_SELECT_CONFIGURATION none = {.Hdr = {.Length = sizeof(none)}};
    if (pdo->Removed)
        return hub_complete(irp, STATUS_SUCCESS, 0);
    hub_end_waiting(pdo, STATUS_CANCELLED);
    if (!pdo->Missing) {
        pdo->Known = FALSE;
        hub_select_configuration(pdo->Device, &none);
        return hub_complete(irp, STATUS_SUCCESS, 0);
    }
    const NTSTATUS status = hub_complete(irp, STATUS_SUCCESS, 0);
    struct hub_device *device = pdo->Device;
    if (!device->Gone && !device->Pdo && NT_SUCCESS(hub_create_pdo(device)))
        IoInvalidateDeviceRelations(hub.Fdo->Physical, BusRelations);
    hub_delete_pdo(pdo);
    return status;
}

NTSTATUS hub_pdo_pnp(PDEVICE_OBJECT device, PIRP irp)
{
    struct hub_pdo *pdo = hub_pdo_of(device);
    pdo->Known = TRUE;
    switch (IoGetCurrentIrpStackLocation(irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        pdo->Power = PowerDeviceD0;
        return hub_complete(irp, pdo->Missing ? STATUS_NO_SUCH_DEVICE : STATUS_SUCCESS, 0);
    case IRP_MN_SURPRISE_REMOVAL:
        hub_end_waiting(pdo, STATUS_CANCELLED);
        return hub_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_REMOVE_DEVICE:
        return remove(pdo, irp);
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        return hub_complete(irp, STATUS_SUCCESS, 0);
    case IRP_MN_QUERY_ID:
        return hub_query_id(pdo->Device, irp);
    case IRP_MN_QUERY_DEVICE_TEXT:
        return hub_query_text(pdo->Device, irp);
    case IRP_MN_QUERY_CAPABILITIES:
        return query_capabilities(pdo, irp);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return query_relations(pdo, irp);
    case IRP_MN_QUERY_BUS_INFORMATION:
        return query_bus(irp);
    case IRP_MN_QUERY_INTERFACE:
        return hub_query_interface(device, irp);
    default:
        return hub_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    }
}
