/* The hub's own device object, and the plugging and unplugging of devices. */
#include "ntsim/usb/hub.h"

struct hub hub;

NTSTATUS hub_complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static NTSTATUS pass_down(const struct hub_fdo *fdo, PIRP irp)
{
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(fdo->Lower, irp);
}

/* --- plug and play --- */

static NTSTATUS list_devices(PIRP irp)
{
    ULONG count = 0;
    for (LIST_ENTRY *entry = hub.Devices.Flink; entry != &hub.Devices; entry = entry->Flink)
        count++;
    PDEVICE_RELATIONS relations = ExAllocatePool2(
        POOL_FLAG_PAGED, FIELD_OFFSET(DEVICE_RELATIONS, Objects) + (count + 1) * sizeof(PDEVICE_OBJECT), HUB_TAG);
    if (!relations)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (LIST_ENTRY *entry = hub.Devices.Flink; entry != &hub.Devices; entry = entry->Flink) {
        const struct hub_device *device = CONTAINING_RECORD(entry, struct hub_device, Entry);
        if (!device->Pdo || !device->Announced)
            continue;
        ObReferenceObject(device->Pdo);
        relations->Objects[relations->Count++] = device->Pdo;
    }
    irp->IoStatus.Information = (ULONG_PTR)relations;
    return STATUS_SUCCESS;
}

static NTSTATUS fdo_pnp(struct hub_fdo *fdo, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    NTSTATUS status = STATUS_SUCCESS;
    switch (stack->MinorFunction) {
    case IRP_MN_START_DEVICE:
        if (IoForwardIrpSynchronously(fdo->Lower, irp))
            status = irp->IoStatus.Status;
        if (NT_SUCCESS(status))
            hub.Fdo = fdo;
        return hub_complete(irp, status, irp->IoStatus.Information);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        if (stack->Parameters.QueryDeviceRelations.Type == BusRelations) {
            status = list_devices(irp);
            if (!NT_SUCCESS(status))
                return hub_complete(irp, status, 0);
            irp->IoStatus.Status = status;
        }
        return pass_down(fdo, irp);
    case IRP_MN_REMOVE_DEVICE: {
        const PDEVICE_OBJECT self = fdo->Self, lower = fdo->Lower;
        hub.Fdo = NULL;
        KeCancelTimer(&hub.Timer);
        KeFlushQueuedDpcs();
        irp->IoStatus.Status = STATUS_SUCCESS;
        status = pass_down(fdo, irp);
        IoDetachDevice(lower);
        IoDeleteDevice(self);
        return status;
    }
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_SURPRISE_REMOVAL:
        irp->IoStatus.Status = STATUS_SUCCESS;
        return pass_down(fdo, irp);
    default:
        return pass_down(fdo, irp);
    }
}

static NTSTATUS dispatch_pnp(PDEVICE_OBJECT device, PIRP irp)
{
    struct hub_fdo *fdo = device->DeviceExtension;
    return fdo->IsPdo ? hub_pdo_pnp(device, irp) : fdo_pnp(fdo, irp);
}

/* The hub itself has no power policy: it is as awake as the system. */
static NTSTATUS dispatch_power(PDEVICE_OBJECT device, PIRP irp)
{
    const struct hub_fdo *fdo = device->DeviceExtension;
    return fdo->IsPdo ? hub_pdo_power(device, irp) : pass_down(fdo, irp);
}

static NTSTATUS dispatch_internal(PDEVICE_OBJECT device, PIRP irp)
{
    const struct hub_fdo *fdo = device->DeviceExtension;
    return fdo->IsPdo ? hub_pdo_internal(device, irp) : pass_down(fdo, irp);
}

static NTSTATUS dispatch_system_control(PDEVICE_OBJECT device, PIRP irp)
{
    const struct hub_fdo *fdo = device->DeviceExtension;
    return fdo->IsPdo ? hub_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information) : pass_down(fdo, irp);
}

/* Files are opened on PDOs, too, through a function driver that passes them down. */
static NTSTATUS dispatch_file(PDEVICE_OBJECT device, PIRP irp)
{
    return hub_complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT physical)
{
    PDEVICE_OBJECT device;
    const NTSTATUS status = IoCreateDevice(driver, sizeof(struct hub_fdo), NULL, FILE_DEVICE_USBEX, 0, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;
    struct hub_fdo *fdo = device->DeviceExtension;
    fdo->Self = device;
    fdo->Physical = physical;
    fdo->Lower = IoAttachDeviceToDeviceStack(device, physical);
    device->Flags |= DO_POWER_PAGABLE;
    device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static void unload(PDRIVER_OBJECT driver)
{
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    KeInitializeSpinLock(&hub.Lock);
    InitializeListHead(&hub.Devices);
    KeInitializeTimer(&hub.Timer);
    KeInitializeDpc(&hub.Dpc, hub_serve, NULL);
    hub.Driver = driver;
    driver->DriverExtension->AddDevice = add_device;
    driver->DriverUnload = unload;
    driver->MajorFunction[IRP_MJ_PNP] = dispatch_pnp;
    driver->MajorFunction[IRP_MJ_POWER] = dispatch_power;
    driver->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = dispatch_internal;
    driver->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = dispatch_system_control;
    driver->MajorFunction[IRP_MJ_CREATE] = dispatch_file;
    driver->MajorFunction[IRP_MJ_CLEANUP] = dispatch_file;
    driver->MajorFunction[IRP_MJ_CLOSE] = dispatch_file;
    return STATUS_SUCCESS;
}

/* --- the host's --- */

__declspec(dllexport) int32_t SimUsbAttach(const struct sim_usb_wire *wire, void **result)
{
    if (!hub.Fdo)
        return STATUS_DEVICE_NOT_READY;
    struct hub_device *device = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*device), HUB_TAG);
    if (!device)
        return STATUS_INSUFFICIENT_RESOURCES;
    device->References = 1;
    device->Wire = wire;
    device->Port = ++hub.NextPort;
    hub_init_control(device);
    wire->reset(wire->context);
    NTSTATUS status = hub_read_device(device);
    if (NT_SUCCESS(status))
        status = hub_create_pdo(device);
    if (!NT_SUCCESS(status)) {
        hub_dereference_device(device);
        return status;
    }
    KIRQL irql;
    KeAcquireSpinLock(&hub.Lock, &irql);
    InsertTailList(&hub.Devices, &device->Entry);
    KeReleaseSpinLock(&hub.Lock, irql);
    *result = device;
    return STATUS_SUCCESS;
}

__declspec(dllexport) void SimUsbAnnounce(void *handle)
{
    ((struct hub_device *)handle)->Announced = TRUE;
    IoInvalidateDeviceRelations(hub.Fdo->Physical, BusRelations);
}

__declspec(dllexport) void SimUsbDetach(void *handle)
{
    struct hub_device *device = handle;
    KIRQL irql;
    KeAcquireSpinLock(&hub.Lock, &irql);
    device->Gone = TRUE;
    RemoveEntryList(&device->Entry);
    const PDEVICE_OBJECT pdo = device->Pdo;
    device->Pdo = NULL;
    KeReleaseSpinLock(&hub.Lock, irql);
    hub_abort_all(device, USBD_STATUS_DEVICE_GONE);
    if (pdo && !hub_pdo_of(pdo)->Known) {
        hub_delete_pdo(hub_pdo_of(pdo));
    } else if (pdo) {
        hub_pdo_of(pdo)->Missing = TRUE;
        IoInvalidateDeviceRelations(hub.Fdo->Physical, BusRelations);
    }
    hub_dereference_device(device);
}

__declspec(dllexport) void *SimUsbPdo(void *handle)
{
    return ((const struct hub_device *)handle)->Pdo;
}

__declspec(dllexport) void SimUsbReady(void *handle, uint8_t address)
{
    struct hub_device *device = handle;
    struct hub_endpoint *endpoint =
        &device->Endpoints[(address & USB_ENDPOINT_ADDRESS_MASK) + (USB_ENDPOINT_DIRECTION_IN(address) ? 16 : 0)];
    KIRQL irql;
    KeAcquireSpinLock(&hub.Lock, &irql);
    endpoint->Asked = TRUE;
    endpoint->Parked = FALSE;
    KeReleaseSpinLock(&hub.Lock, irql);
    hub_schedule();
}

static VOID NTAPI reconnect(PVOID context)
{
    struct hub_pdo *pdo = context;
    pdo->Reconnecting = FALSE;
    hub_cycle_port(pdo, USBD_STATUS_DEVICE_GONE);
    ObDereferenceObject(pdo->Self);
}

void hub_reconnect(struct hub_pdo *pdo)
{
    if (pdo->Reconnecting)
        return;
    pdo->Reconnecting = TRUE;
    ObReferenceObject(pdo->Self);
    ExInitializeWorkItem(&pdo->ReconnectItem, reconnect, pdo);
    ExQueueWorkItem(&pdo->ReconnectItem, DelayedWorkQueue);
}

__declspec(dllexport) void SimUsbReconnect(void *handle)
{
    const struct hub_device *device = handle;
    if (device->Pdo)
        hub_reconnect(hub_pdo_of(device->Pdo));
}
