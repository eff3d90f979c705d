/*
 * Requests that the minidriver answers. They go to the FDO as they are, with what a minidriver finds in them
 * exchanged: UserBuffer has the packet (or the buffer), and they are the system's own. Both are put back at the end.
 */
#include "ntsim/hid/class/hidc.h"

struct transfer {
    HID_XFER_PACKET Packet;
    PVOID UserBuffer;
    KPROCESSOR_MODE Mode;
    ULONG Skipped; /* bytes of the requester's buffer that the minidriver does not see */
};

static NTSTATUS transfer_ended(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    struct transfer *transfer = context;
    irp->UserBuffer = transfer->UserBuffer;
    irp->RequestorMode = transfer->Mode;
    if (NT_SUCCESS(irp->IoStatus.Status) && irp->IoStatus.Information)
        irp->IoStatus.Information += transfer->Skipped;
    ExFreePoolWithTag(transfer, HIDC_TAG);
    if (irp->PendingReturned)
        IoMarkIrpPending(irp);
    return STATUS_CONTINUE_COMPLETION;
}

struct request {
    ULONG Code, InputLength, OutputLength;
    PVOID Input, UserBuffer;
};

/* Takes the transfer. */
static NTSTATUS send(const struct hidc_collection *collection, PIRP irp, struct transfer *transfer,
                     const struct request *request)
{
    const PDEVICE_OBJECT device = collection->Fdo->Common.Device;
    transfer->UserBuffer = irp->UserBuffer;
    transfer->Mode = irp->RequestorMode;
    PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
    RtlZeroMemory(next, sizeof(*next));
    next->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
    next->Parameters.DeviceIoControl.IoControlCode = request->Code;
    next->Parameters.DeviceIoControl.InputBufferLength = request->InputLength;
    next->Parameters.DeviceIoControl.OutputBufferLength = request->OutputLength;
    next->Parameters.DeviceIoControl.Type3InputBuffer = request->Input;
    irp->UserBuffer = request->UserBuffer;
    irp->RequestorMode = KernelMode;
    irp->IoStatus.Information = 0;
    IoSetCompletionRoutine(irp, transfer_ended, transfer, TRUE, TRUE, TRUE);
    return IoCallDriver(device, irp);
}

static struct transfer *new_transfer(void)
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(struct transfer), HIDC_TAG);
}

static ULONG length_of(const HIDP_REPORT_IDS *report, HIDP_REPORT_TYPE type)
{
    return type == HidP_Input    ? report->InputLength
           : type == HidP_Output ? report->OutputLength
                                 : report->FeatureLength;
}

/* The report that the first byte of the buffer names, which belongs to this collection and fits. */
static NTSTATUS name_report(const struct hidc_collection *collection, HIDP_REPORT_TYPE type, PUCHAR buffer, ULONG size,
                            struct transfer *transfer)
{
    if (!buffer || size == 0)
        return STATUS_INVALID_USER_BUFFER;
    const HIDP_REPORT_IDS *report = hidc_find_report(collection->Fdo, buffer[0]);
    if (!report || report->CollectionNumber != collection->Number || length_of(report, type) == 0)
        return STATUS_INVALID_PARAMETER;
    if (size < length_of(report, type))
        return STATUS_INVALID_BUFFER_SIZE;
    transfer->Skipped = report->ReportID == 0; /* without IDs the minidriver sees the report alone */
    transfer->Packet.reportId = report->ReportID;
    transfer->Packet.reportBuffer = buffer + transfer->Skipped;
    transfer->Packet.reportBufferLen = length_of(report, type) - transfer->Skipped;
    return STATUS_SUCCESS;
}

static NTSTATUS exchange(struct hidc_collection *collection, PIRP irp, HIDP_REPORT_TYPE type, ULONG code, PUCHAR buffer,
                         ULONG size, BOOLEAN to_device)
{
    if (collection->Fdo->Gone)
        return hidc_complete(irp, STATUS_DEVICE_NOT_CONNECTED, 0);
    struct transfer *transfer = new_transfer();
    if (!transfer)
        return hidc_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    const NTSTATUS status = name_report(collection, type, buffer, size, transfer);
    if (!NT_SUCCESS(status)) {
        ExFreePoolWithTag(transfer, HIDC_TAG);
        return hidc_complete(irp, status, 0);
    }
    const struct request request = {
        .Code = code,
        .InputLength = to_device ? sizeof(HID_XFER_PACKET) : 0,
        .OutputLength = to_device ? 0 : sizeof(HID_XFER_PACKET),
        .UserBuffer = &transfer->Packet,
    };
    return send(collection, irp, transfer, &request);
}

static PUCHAR mapped(PIRP irp)
{
    return irp->MdlAddress ? MmGetSystemAddressForMdlSafe(irp->MdlAddress, NormalPagePriority) : NULL;
}

NTSTATUS hidc_get_report(struct hidc_collection *collection, PIRP irp, HIDP_REPORT_TYPE type, ULONG code)
{
    const ULONG size = IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.OutputBufferLength;
    return exchange(collection, irp, type, code, mapped(irp), size, FALSE);
}

NTSTATUS hidc_set_report(struct hidc_collection *collection, PIRP irp, HIDP_REPORT_TYPE type, ULONG code)
{
    const ULONG size = IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.InputBufferLength;
    return exchange(collection, irp, type, code, irp->AssociatedIrp.SystemBuffer, size, TRUE);
}

/* A write has the length of the collection's longest output report. */
NTSTATUS hidc_write(struct hidc_collection *collection, PIRP irp)
{
    const ULONG size = IoGetCurrentIrpStackLocation(irp)->Parameters.Write.Length;
    if (size < hidc_description(collection)->OutputLength)
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    return exchange(collection, irp, HidP_Output, IOCTL_HID_WRITE_REPORT, mapped(irp), size, TRUE);
}

/* `string`: what it is, and its language above. */
NTSTATUS hidc_get_string(struct hidc_collection *collection, PIRP irp, ULONG code, ULONG string)
{
    const PUCHAR buffer = mapped(irp);
    if (!buffer)
        return hidc_complete(irp, STATUS_INVALID_USER_BUFFER, 0);
    struct transfer *transfer = new_transfer();
    if (!transfer)
        return hidc_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    const struct request request = {
        .Code = code,
        .OutputLength = IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.OutputBufferLength,
        .Input = (PVOID)(ULONG_PTR)string,
        .UserBuffer = buffer,
    };
    return send(collection, irp, transfer, &request);
}

NTSTATUS hidc_get_physical(struct hidc_collection *collection, PIRP irp)
{
    return hidc_get_string(collection, irp, IOCTL_GET_PHYSICAL_DESCRIPTOR, 0);
}
