/*
 * mshidumdf.sys: the HID minidriver that stands above a user-mode one. It hands on what the class driver asks as device
 * control, and takes apart the packets whose pointers would mean nothing in another process:
 *
 *     get     input: the report ID          output: the report
 *     set     input: the report             output: as many bytes as the ID says
 *     string  input: what string it is      output: the string
 */
#include <ntifs.h>

#include <hidport.h>

enum { TAG = 'udiH' };

/* What is put back when the request ends. */
struct saved {
    PVOID UserBuffer, SystemBuffer;
    ULONG String;
};

static NTSTATUS ended(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    struct saved *saved = context;
    irp->UserBuffer = saved->UserBuffer;
    irp->AssociatedIrp.SystemBuffer = saved->SystemBuffer;
    ExFreePoolWithTag(saved, TAG);
    if (irp->PendingReturned)
        IoMarkIrpPending(irp);
    return STATUS_CONTINUE_COMPLETION;
}

static void get_report(PIRP irp, PIO_STACK_LOCATION next, ULONG code)
{
    const PHID_XFER_PACKET packet = irp->UserBuffer;
    next->Parameters.DeviceIoControl.IoControlCode = code;
    next->Parameters.DeviceIoControl.Type3InputBuffer = &packet->reportId;
    next->Parameters.DeviceIoControl.InputBufferLength = sizeof(packet->reportId);
    next->Parameters.DeviceIoControl.OutputBufferLength = packet->reportBufferLen;
    irp->UserBuffer = packet->reportBuffer;
}

static void set_report(PIRP irp, PIO_STACK_LOCATION next, ULONG code)
{
    const PHID_XFER_PACKET packet = irp->UserBuffer;
    next->Parameters.DeviceIoControl.IoControlCode = code;
    next->Parameters.DeviceIoControl.Type3InputBuffer = packet->reportBuffer;
    next->Parameters.DeviceIoControl.InputBufferLength = packet->reportBufferLen;
    next->Parameters.DeviceIoControl.OutputBufferLength = packet->reportId;
    irp->UserBuffer = packet->reportBuffer;
}

/* The string's number comes in the place of a pointer; where it goes depends on the method of the code. */
static void get_string(PIRP irp, PIO_STACK_LOCATION next, struct saved *saved)
{
    saved->String = (ULONG)(ULONG_PTR)next->Parameters.DeviceIoControl.Type3InputBuffer;
    next->Parameters.DeviceIoControl.Type3InputBuffer = &saved->String;
    next->Parameters.DeviceIoControl.InputBufferLength = sizeof(saved->String);
    if (METHOD_FROM_CTL_CODE(next->Parameters.DeviceIoControl.IoControlCode) != METHOD_NEITHER)
        irp->AssociatedIrp.SystemBuffer = &saved->String;
}

static void convert(PIRP irp, PIO_STACK_LOCATION next, struct saved *saved)
{
    switch (next->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_HID_GET_FEATURE:
        get_report(irp, next, IOCTL_UMDF_HID_GET_FEATURE);
        break;
    case IOCTL_HID_GET_INPUT_REPORT:
        get_report(irp, next, IOCTL_UMDF_HID_GET_INPUT_REPORT);
        break;
    case IOCTL_HID_SET_FEATURE:
        set_report(irp, next, IOCTL_UMDF_HID_SET_FEATURE);
        break;
    case IOCTL_HID_SET_OUTPUT_REPORT:
        set_report(irp, next, IOCTL_UMDF_HID_SET_OUTPUT_REPORT);
        break;
    case IOCTL_HID_WRITE_REPORT:
        set_report(irp, next, IOCTL_HID_WRITE_REPORT);
        break;
    case IOCTL_HID_GET_STRING:
    case IOCTL_HID_GET_INDEXED_STRING:
        get_string(irp, next, saved);
        break;
    case IOCTL_GET_PHYSICAL_DESCRIPTOR:
        next->Parameters.DeviceIoControl.IoControlCode = IOCTL_UMDF_GET_PHYSICAL_DESCRIPTOR;
        break;
    default:
        break;
    }
}

static NTSTATUS pass_control(PDEVICE_OBJECT device, PIRP irp)
{
    const HID_DEVICE_EXTENSION *extension = device->DeviceExtension;
    struct saved *saved = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*saved), TAG);
    if (!saved) {
        irp->IoStatus.Status = STATUS_INSUFFICIENT_RESOURCES;
        IoCompleteRequest(irp, IO_NO_INCREMENT);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    saved->UserBuffer = irp->UserBuffer;
    saved->SystemBuffer = irp->AssociatedIrp.SystemBuffer;
    IoCopyCurrentIrpStackLocationToNext(irp);
    PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
    next->MajorFunction = IRP_MJ_DEVICE_CONTROL;
    convert(irp, next, saved);
    IoSetCompletionRoutine(irp, ended, saved, TRUE, TRUE, TRUE);
    return IoCallDriver(extension->NextDeviceObject, irp);
}

static NTSTATUS pass_on(PDEVICE_OBJECT device, PIRP irp)
{
    const HID_DEVICE_EXTENSION *extension = device->DeviceExtension;
    IoCopyCurrentIrpStackLocationToNext(irp);
    return IoCallDriver(extension->NextDeviceObject, irp);
}

static NTSTATUS add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT device)
{
    return STATUS_SUCCESS;
}

static VOID unload(PDRIVER_OBJECT driver)
{
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    HID_MINIDRIVER_REGISTRATION registration = {
        .Revision = HID_REVISION, .DriverObject = DriverObject, .RegistryPath = RegistryPath};
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        DriverObject->MajorFunction[i] = pass_on;
    DriverObject->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = pass_control;
    DriverObject->DriverExtension->AddDevice = add_device;
    DriverObject->DriverUnload = unload;
    return HidRegisterMinidriver(&registration);
}
