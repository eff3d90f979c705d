/* Device control of a collection: what the class driver answers itself. */
#include "ntsim/hid/class/hidc.h"

enum { LANGUAGE = 0x409 /* of strings: English (US) */, LEAST_POLL_INTERVAL = 1, MOST_POLL_INTERVAL = 10000 };

static NTSTATUS get_information(const struct hidc_collection *collection, PIRP irp, ULONG room)
{
    const struct hidc_fdo *fdo = collection->Fdo;
    PHID_COLLECTION_INFORMATION information = irp->AssociatedIrp.SystemBuffer;
    if (room < sizeof(*information))
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    *information = (HID_COLLECTION_INFORMATION){
        .DescriptorSize = hidc_description(collection)->PreparsedDataLength,
        .Polled = fdo->Driver->Polled,
        .VendorID = fdo->Attributes.VendorID,
        .ProductID = fdo->Attributes.ProductID,
        .VersionNumber = fdo->Attributes.VersionNumber,
    };
    return hidc_complete(irp, STATUS_SUCCESS, sizeof(*information));
}

/* METHOD_NEITHER: a program's buffer, in the program's context. */
static NTSTATUS copy_out(PIRP irp, const void *data, ULONG size)
{
    __try {
        if (irp->RequestorMode != KernelMode)
            ProbeForWrite(irp->UserBuffer, size, 1);
        RtlCopyMemory(irp->UserBuffer, data, size);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

static NTSTATUS get_descriptor(const struct hidc_collection *collection, PIRP irp, ULONG room)
{
    const HIDP_COLLECTION_DESC *description = hidc_description(collection);
    if (room < description->PreparsedDataLength)
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    const NTSTATUS status = copy_out(irp, description->PreparsedData, description->PreparsedDataLength);
    return hidc_complete(irp, status, NT_SUCCESS(status) ? description->PreparsedDataLength : 0);
}

static NTSTATUS get_number(PIRP irp, ULONG room, ULONG number)
{
    if (room < sizeof(ULONG))
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    *(PULONG)irp->AssociatedIrp.SystemBuffer = number;
    return hidc_complete(irp, STATUS_SUCCESS, sizeof(ULONG));
}

static NTSTATUS set_room(struct hidc_file *file, PIRP irp, ULONG size)
{
    if (size != sizeof(ULONG))
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    return hidc_complete(irp, hidc_set_room(file, *(PULONG)irp->AssociatedIrp.SystemBuffer), 0);
}

/* Of devices that are polled; 0 leaves the interval as it is. */
static NTSTATUS set_interval(struct hidc_fdo *fdo, PIRP irp, ULONG size)
{
    if (size < sizeof(ULONG))
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    const ULONG interval = *(PULONG)irp->AssociatedIrp.SystemBuffer;
    if (interval != 0 && (interval < LEAST_POLL_INTERVAL || interval > MOST_POLL_INTERVAL))
        return hidc_complete(irp, STATUS_INVALID_PARAMETER, 0);
    if (interval)
        fdo->PollInterval = interval;
    return hidc_complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS get_hardware_id(const struct hidc_collection *collection, PIRP irp, ULONG room)
{
    PVOID buffer = irp->MdlAddress ? MmGetSystemAddressForMdlSafe(irp->MdlAddress, NormalPagePriority) : NULL;
    PWSTR list = hidc_hardware_ids(collection);
    ULONG units = 0;
    NTSTATUS status = buffer ? STATUS_SUCCESS : STATUS_INVALID_USER_BUFFER;
    if (!list)
        return hidc_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    while (list[units])
        while (list[units++])
            ;
    const ULONG size = (units + 1) * (ULONG)sizeof(WCHAR);
    if (buffer && size > room)
        status = STATUS_BUFFER_TOO_SMALL;
    if (NT_SUCCESS(status))
        RtlCopyMemory(buffer, list, size);
    ExFreePoolWithTag(list, HIDC_TAG);
    return hidc_complete(irp, status, NT_SUCCESS(status) ? size : 0);
}

static NTSTATUS get_indexed_string(struct hidc_collection *collection, PIRP irp, ULONG size)
{
    if (size < sizeof(ULONG) || !irp->AssociatedIrp.SystemBuffer)
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    const ULONG index = *(PULONG)irp->AssociatedIrp.SystemBuffer & 0xFFFF;
    return hidc_get_string(collection, irp, IOCTL_HID_GET_INDEXED_STRING, (LANGUAGE << 16) | index);
}

static NTSTATUS get_device_string(struct hidc_collection *collection, PIRP irp, ULONG id)
{
    return hidc_get_string(collection, irp, IOCTL_HID_GET_STRING, ((ULONG)LANGUAGE << 16) | id);
}

/* What is about an open file. */
static NTSTATUS control_file(struct hidc_file *file, PIRP irp, const IO_STACK_LOCATION *location)
{
    if (!file)
        return hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    switch (location->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_HID_FLUSH_QUEUE:
        hidc_flush(file);
        return hidc_complete(irp, STATUS_SUCCESS, 0);
    case IOCTL_GET_NUM_DEVICE_INPUT_BUFFERS:
        return get_number(irp, location->Parameters.DeviceIoControl.OutputBufferLength, file->Room);
    default:
        return set_room(file, irp, location->Parameters.DeviceIoControl.InputBufferLength);
    }
}

NTSTATUS hidc_control(struct hidc_collection *collection, PIRP irp)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    const ULONG input = location->Parameters.DeviceIoControl.InputBufferLength;
    const ULONG output = location->Parameters.DeviceIoControl.OutputBufferLength;
    struct hidc_fdo *fdo = collection->Fdo;
    if (fdo->Gone)
        return hidc_complete(irp, STATUS_DEVICE_NOT_CONNECTED, 0);
    switch (location->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_HID_GET_COLLECTION_INFORMATION:
        return get_information(collection, irp, output);
    case IOCTL_HID_GET_COLLECTION_DESCRIPTOR:
        return get_descriptor(collection, irp, output);
    case IOCTL_HID_FLUSH_QUEUE:
    case IOCTL_GET_NUM_DEVICE_INPUT_BUFFERS:
    case IOCTL_SET_NUM_DEVICE_INPUT_BUFFERS:
        return control_file(location->FileObject ? location->FileObject->FsContext : NULL, irp, location);
    case IOCTL_HID_GET_POLL_FREQUENCY_MSEC:
        return fdo->Driver->Polled ? get_number(irp, output, fdo->PollInterval)
                                   : hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    case IOCTL_HID_SET_POLL_FREQUENCY_MSEC:
        return fdo->Driver->Polled ? set_interval(fdo, irp, input)
                                   : hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    case IOCTL_HID_GET_HARDWARE_ID:
        return get_hardware_id(collection, irp, output);
    case IOCTL_HID_GET_FEATURE:
        return hidc_get_report(collection, irp, HidP_Feature, IOCTL_HID_GET_FEATURE);
    case IOCTL_HID_SET_FEATURE:
        return hidc_set_report(collection, irp, HidP_Feature, IOCTL_HID_SET_FEATURE);
    case IOCTL_HID_GET_INPUT_REPORT:
        return hidc_get_report(collection, irp, HidP_Input, IOCTL_HID_GET_INPUT_REPORT);
    case IOCTL_HID_SET_OUTPUT_REPORT:
        return hidc_set_report(collection, irp, HidP_Output, IOCTL_HID_SET_OUTPUT_REPORT);
    case IOCTL_HID_GET_MANUFACTURER_STRING:
        return get_device_string(collection, irp, HID_STRING_ID_IMANUFACTURER);
    case IOCTL_HID_GET_PRODUCT_STRING:
        return get_device_string(collection, irp, HID_STRING_ID_IPRODUCT);
    case IOCTL_HID_GET_SERIALNUMBER_STRING:
        return get_device_string(collection, irp, HID_STRING_ID_ISERIALNUMBER);
    case IOCTL_HID_GET_INDEXED_STRING:
        return get_indexed_string(collection, irp, input);
    case IOCTL_GET_PHYSICAL_DESCRIPTOR:
        return hidc_get_physical(collection, irp);
    default:
        return hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
}
