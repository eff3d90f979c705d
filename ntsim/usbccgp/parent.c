/* The driver, and the composite device's own stack. */
#include "ntsim/usbccgp/ccgp.h"

NTSTATUS ccgp_complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

NTSTATUS ccgp_submit(struct ccgp_parent *parent, PVOID urb)
{
    KEVENT event;
    IO_STATUS_BLOCK result;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    const PIRP irp = IoBuildDeviceIoControlRequest(IOCTL_INTERNAL_USB_SUBMIT_URB, parent->Lower, NULL, 0, NULL, 0, TRUE,
                                                   &event, &result);
    if (!irp)
        return STATUS_INSUFFICIENT_RESOURCES;
    IoGetNextIrpStackLocation(irp)->Parameters.Others.Argument1 = urb;
    const NTSTATUS status = IoCallDriver(parent->Lower, irp);
    if (status != STATUS_PENDING)
        return status;
    KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    return result.Status;
}

static NTSTATUS pass_down(const struct ccgp_parent *parent, PIRP irp)
{
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(parent->Lower, irp);
}

static NTSTATUS start(struct ccgp_parent *parent, PIRP irp)
{
    NTSTATUS status = STATUS_UNSUCCESSFUL;
    if (IoForwardIrpSynchronously(parent->Lower, irp))
        status = irp->IoStatus.Status;
    if (NT_SUCCESS(status))
        status = ccgp_configure(parent);
    if (NT_SUCCESS(status) && parent->FunctionCount == 0)
        status = ccgp_create_functions(parent);
    return ccgp_complete(irp, status, irp->IoStatus.Information);
}

static NTSTATUS list_functions(const struct ccgp_parent *parent, PIRP irp)
{
    PDEVICE_RELATIONS relations =
        ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*relations) + parent->FunctionCount * sizeof(PDEVICE_OBJECT), CCGP_TAG);
    if (!relations)
        return ccgp_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    relations->Count = parent->FunctionCount;
    for (ULONG i = 0; i < parent->FunctionCount; i++) {
        ObReferenceObject(parent->Functions[i]);
        relations->Objects[i] = parent->Functions[i];
    }
    irp->IoStatus.Status = STATUS_SUCCESS;
    irp->IoStatus.Information = (ULONG_PTR)relations;
    return pass_down(parent, irp);
}

/* The functions' drivers have left before. */
static NTSTATUS remove(struct ccgp_parent *parent, PIRP irp)
{
    const PDEVICE_OBJECT self = parent->Self, lower = parent->Lower;
    for (ULONG i = 0; i < parent->FunctionCount; i++)
        IoDeleteDevice(parent->Functions[i]);
    ccgp_forget(parent);
    irp->IoStatus.Status = STATUS_SUCCESS;
    const NTSTATUS status = pass_down(parent, irp);
    IoDetachDevice(lower);
    IoDeleteDevice(self);
    return status;
}

static NTSTATUS parent_pnp(struct ccgp_parent *parent, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    switch (stack->MinorFunction) {
    case IRP_MN_START_DEVICE:
        return start(parent, irp);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return stack->Parameters.QueryDeviceRelations.Type == BusRelations ? list_functions(parent, irp)
                                                                           : pass_down(parent, irp);
    case IRP_MN_REMOVE_DEVICE:
        return remove(parent, irp);
    case IRP_MN_SURPRISE_REMOVAL:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
        irp->IoStatus.Status = STATUS_SUCCESS;
        return pass_down(parent, irp);
    default:
        return pass_down(parent, irp);
    }
}

static NTSTATUS dispatch_pnp(PDEVICE_OBJECT device, PIRP irp)
{
    struct ccgp_parent *parent = device->DeviceExtension;
    return parent->IsFunction ? ccgp_function_pnp(device->DeviceExtension, irp) : parent_pnp(parent, irp);
}

/* A function sleeps by itself; the device does with the system. */
static NTSTATUS dispatch_power(PDEVICE_OBJECT device, PIRP irp)
{
    const struct ccgp_parent *parent = device->DeviceExtension;
    if (!parent->IsFunction)
        return pass_down(parent, irp);
    const UCHAR minor = IoGetCurrentIrpStackLocation(irp)->MinorFunction;
    const BOOLEAN known = minor == IRP_MN_SET_POWER || minor == IRP_MN_QUERY_POWER;
    return ccgp_complete(irp, known ? STATUS_SUCCESS : irp->IoStatus.Status, irp->IoStatus.Information);
}

static NTSTATUS dispatch_internal(PDEVICE_OBJECT device, PIRP irp)
{
    const struct ccgp_parent *parent = device->DeviceExtension;
    return parent->IsFunction ? ccgp_function_internal(device->DeviceExtension, irp) : pass_down(parent, irp);
}

static NTSTATUS dispatch_system_control(PDEVICE_OBJECT device, PIRP irp)
{
    const struct ccgp_parent *parent = device->DeviceExtension;
    return parent->IsFunction ? ccgp_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information)
                              : pass_down(parent, irp);
}

static NTSTATUS dispatch_file(PDEVICE_OBJECT device, PIRP irp)
{
    return ccgp_complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT physical)
{
    PDEVICE_OBJECT device;
    const NTSTATUS status =
        IoCreateDevice(driver, sizeof(struct ccgp_parent), NULL, FILE_DEVICE_USBEX, 0, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;
    struct ccgp_parent *parent = device->DeviceExtension;
    parent->Self = device;
    parent->Physical = physical;
    parent->Lower = IoAttachDeviceToDeviceStack(device, physical);
    device->Flags |= DO_POWER_PAGABLE;
    device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static void unload(PDRIVER_OBJECT driver)
{
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
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
