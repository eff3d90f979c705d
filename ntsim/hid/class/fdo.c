/* The input device: what it says of itself, and PnP. */
#include "ntsim/hid/class/hidc.h"

NTSTATUS hidc_to_minidriver(struct hidc_fdo *fdo, PIRP irp)
{
    const UCHAR major = IoGetCurrentIrpStackLocation(irp)->MajorFunction;
    return fdo->Driver->Dispatch[major](fdo->Common.Device, irp);
}

NTSTATUS hidc_to_minidriver_and(struct hidc_fdo *fdo, PIRP irp, PIO_COMPLETION_ROUTINE ended, PVOID context)
{
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, ended, context, TRUE, TRUE, TRUE);
    IoSetNextIrpStackLocation(irp);
    IoGetCurrentIrpStackLocation(irp)->DeviceObject = fdo->Common.Device;
    return hidc_to_minidriver(fdo, irp);
}

static NTSTATUS set_event(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    KeSetEvent(context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* The IRP is back at the class driver's location then. */
static NTSTATUS to_minidriver_and_wait(struct hidc_fdo *fdo, PIRP irp)
{
    KEVENT event;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    if (hidc_to_minidriver_and(fdo, irp, set_event, &event) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    return irp->IoStatus.Status;
}

/* --- descriptors --- */

/* `*size`: room, then what came. */
static NTSTATUS ask(struct hidc_fdo *fdo, ULONG code, PVOID buffer, PULONG size)
{
    KEVENT event;
    PIRP irp = IoAllocateIrp(fdo->Common.Device->StackSize, FALSE);
    if (!irp)
        return STATUS_INSUFFICIENT_RESOURCES;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
    irp->UserBuffer = buffer;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
    location->Parameters.DeviceIoControl.IoControlCode = code;
    location->Parameters.DeviceIoControl.OutputBufferLength = *size;
    IoSetCompletionRoutine(irp, set_event, &event, TRUE, TRUE, TRUE);
    if (IoCallDriver(fdo->Common.Device, irp) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    const NTSTATUS status = irp->IoStatus.Status;
    *size = irp->IoStatus.Information < *size ? (ULONG)irp->IoStatus.Information : *size;
    IoFreeIrp(irp);
    return status;
}

/* The length of the report descriptor, or 0. */
static ULONG report_descriptor_length(const UCHAR *descriptor, ULONG size)
{
    const HID_DESCRIPTOR *hid = (const HID_DESCRIPTOR *)descriptor;
    const ULONG first = FIELD_OFFSET(HID_DESCRIPTOR, DescriptorList), step = sizeof(hid->DescriptorList[0]);
    if (size < first || hid->bDescriptorType != HID_HID_DESCRIPTOR_TYPE)
        return 0;
    for (ULONG i = 0; i < hid->bNumDescriptors && first + (i + 1) * step <= size; i++)
        if (hid->DescriptorList[i].bReportType == HID_REPORT_DESCRIPTOR_TYPE)
            return hid->DescriptorList[i].wReportLength;
    return 0;
}

static NTSTATUS read_descriptors(struct hidc_fdo *fdo)
{
    UCHAR hid[sizeof(HID_DESCRIPTOR)] = {0};
    ULONG size = sizeof(hid);
    NTSTATUS status = ask(fdo, IOCTL_HID_GET_DEVICE_DESCRIPTOR, hid, &size);
    if (!NT_SUCCESS(status))
        return status;
    ULONG length = report_descriptor_length(hid, size);
    size = sizeof(fdo->Attributes);
    fdo->Attributes.Size = size;
    status = ask(fdo, IOCTL_HID_GET_DEVICE_ATTRIBUTES, &fdo->Attributes, &size);
    if (!NT_SUCCESS(status) || length == 0)
        return NT_SUCCESS(status) ? STATUS_DEVICE_DATA_ERROR : status;
    PUCHAR descriptor = ExAllocatePool2(POOL_FLAG_NON_PAGED, length, HIDC_TAG);
    if (!descriptor)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = ask(fdo, IOCTL_HID_GET_REPORT_DESCRIPTOR, descriptor, &length);
    if (NT_SUCCESS(status))
        status = HidP_GetCollectionDescription(descriptor, length, NonPagedPoolNx, &fdo->Description);
    ExFreePoolWithTag(descriptor, HIDC_TAG);
    return status;
}

BOOLEAN hidc_uses_report_ids(const struct hidc_fdo *fdo)
{
    return fdo->Description.ReportIDsLength > 0 && fdo->Description.ReportIDs[0].ReportID != 0;
}

const HIDP_REPORT_IDS *hidc_find_report(const struct hidc_fdo *fdo, UCHAR id)
{
    for (ULONG i = 0; i < fdo->Description.ReportIDsLength; i++)
        if (fdo->Description.ReportIDs[i].ReportID == id)
            return &fdo->Description.ReportIDs[i];
    return NULL;
}

static void forget_all(struct hidc_fdo *fdo)
{
    for (ULONG i = 0; fdo->Collections && i < fdo->Description.CollectionDescLength; i++)
        if (fdo->Collections[i])
            hidc_delete_collection(fdo->Collections[i]);
    if (fdo->Collections)
        ExFreePoolWithTag(fdo->Collections, HIDC_TAG);
    fdo->Collections = NULL;
    hidc_free_readers(fdo);
    HidP_FreeCollectionDescription(&fdo->Description);
    fdo->Known = FALSE;
}

static NTSTATUS make_collections(struct hidc_fdo *fdo)
{
    NTSTATUS status = STATUS_SUCCESS;
    const ULONG count = fdo->Description.CollectionDescLength;
    fdo->Collections = ExAllocatePool2(POOL_FLAG_NON_PAGED, count * sizeof(*fdo->Collections), HIDC_TAG);
    if (!fdo->Collections)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (ULONG i = 0; i < count && NT_SUCCESS(status); i++)
        status = hidc_make_collection(fdo, i + 1, &fdo->Collections[i]);
    return status;
}

/* After the device has started, for the first time or again. */
static NTSTATUS get_ready(struct hidc_fdo *fdo)
{
    if (!fdo->Known) {
        NTSTATUS status = read_descriptors(fdo);
        if (NT_SUCCESS(status))
            status = hidc_make_readers(fdo);
        if (NT_SUCCESS(status))
            status = make_collections(fdo);
        if (!NT_SUCCESS(status)) {
            forget_all(fdo);
            return status;
        }
        fdo->Known = TRUE;
    }
    hidc_start_reading(fdo);
    return hidc_idle_start(fdo);
}

/* --- PnP --- */

static NTSTATUS list_collections(struct hidc_fdo *fdo, PIRP irp)
{
    const ULONG count = fdo->Known && !fdo->Gone ? fdo->Description.CollectionDescLength : 0;
    const PDEVICE_RELATIONS before = (PDEVICE_RELATIONS)irp->IoStatus.Information;
    const ULONG others = before ? before->Count : 0;
    PDEVICE_RELATIONS relations =
        ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*relations) + (others + count) * sizeof(PDEVICE_OBJECT), HIDC_TAG);
    if (!relations)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (ULONG i = 0; i < others; i++)
        relations->Objects[relations->Count++] = before->Objects[i];
    for (ULONG i = 0; i < count; i++) {
        relations->Objects[relations->Count] = fdo->Collections[i]->Common.Device;
        ObReferenceObject(relations->Objects[relations->Count++]);
    }
    if (before)
        ExFreePool(before);
    irp->IoStatus.Information = (ULONG_PTR)relations;
    irp->IoStatus.Status = STATUS_SUCCESS;
    return STATUS_SUCCESS;
}

static NTSTATUS remove(struct hidc_fdo *fdo, PIRP irp)
{
    const PDEVICE_OBJECT device = fdo->Common.Device;
    fdo->Gone = TRUE;
    hidc_idle_end(fdo);
    hidc_stop_reading(fdo);
    irp->IoStatus.Status = STATUS_SUCCESS;
    const NTSTATUS status = hidc_to_minidriver(fdo, irp);
    IoDetachDevice(fdo->Common.Public.NextDeviceObject);
    forget_all(fdo);
    IoDeleteDevice(device);
    return status;
}

NTSTATUS hidc_fdo_pnp(struct hidc_fdo *fdo, PIRP irp)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    NTSTATUS status;
    switch (location->MinorFunction) {
    case IRP_MN_START_DEVICE:
        status = to_minidriver_and_wait(fdo, irp);
        if (NT_SUCCESS(status))
            status = get_ready(fdo);
        return hidc_complete(irp, status, 0);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        if (location->Parameters.QueryDeviceRelations.Type == BusRelations) {
            status = list_collections(fdo, irp);
            if (!NT_SUCCESS(status))
                return hidc_complete(irp, status, irp->IoStatus.Information);
        }
        return hidc_to_minidriver(fdo, irp);
    case IRP_MN_STOP_DEVICE:
        hidc_idle_stop(fdo, TRUE);
        hidc_stop_reading(fdo);
        irp->IoStatus.Status = STATUS_SUCCESS;
        return hidc_to_minidriver(fdo, irp);
    case IRP_MN_SURPRISE_REMOVAL:
        fdo->Gone = TRUE;
        hidc_idle_stop(fdo, FALSE);
        hidc_stop_reading(fdo);
        irp->IoStatus.Status = STATUS_SUCCESS;
        return hidc_to_minidriver(fdo, irp);
    case IRP_MN_REMOVE_DEVICE:
        return remove(fdo, irp);
    case IRP_MN_QUERY_REMOVE_DEVICE:
        hidc_idle_stop(fdo, TRUE);
        irp->IoStatus.Status = STATUS_SUCCESS;
        return hidc_to_minidriver(fdo, irp);
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        hidc_idle_resume(fdo);
        irp->IoStatus.Status = STATUS_SUCCESS;
        return hidc_to_minidriver(fdo, irp);
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
        irp->IoStatus.Status = STATUS_SUCCESS;
        return hidc_to_minidriver(fdo, irp);
    default:
        return hidc_to_minidriver(fdo, irp);
    }
}
