/* @NAME@: the default queue, where requests arrive. */
#include "driver.h"

static EVT_WDF_IO_QUEUE_IO_READ EvtIoRead;
static EVT_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, @PASCAL@QueueCreate)
#endif

_Use_decl_annotations_
NTSTATUS @PASCAL@QueueCreate(WDFDEVICE Device)
{
    WDF_IO_QUEUE_CONFIG config;

    PAGED_CODE();

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = EvtIoRead;
    config.EvtIoWrite = EvtIoWrite;
    config.EvtIoDeviceControl = EvtIoDeviceControl;
    return WdfIoQueueCreate(Device, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE);
}

static VOID EvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    const size_t count = min(Length, context->Statistics.Length);
    WDFMEMORY memory;
    NTSTATUS status = WdfRequestRetrieveOutputMemory(Request, &memory);

    if (NT_SUCCESS(status) && count > 0)
        status = WdfMemoryCopyFromBuffer(memory, 0, context->Message, count);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    context->Statistics.Reads++;
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, count);
}

static VOID EvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    WDFMEMORY memory;
    NTSTATUS status = STATUS_INVALID_BUFFER_SIZE;

    if (Length <= sizeof context->Message) {
        status = WdfRequestRetrieveInputMemory(Request, &memory);
        if (NT_SUCCESS(status))
            status = WdfMemoryCopyToBuffer(memory, 0, context->Message, Length);
    }
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    context->Statistics.Length = (ULONG)Length;
    context->Statistics.Writes++;
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

static VOID EvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                               ULONG IoControlCode)
{
    PDEVICE_CONTEXT context = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    @UPPER@_STATISTICS *out;
    size_t information = 0;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);

    switch (IoControlCode) {
    case IOCTL_@UPPER@_QUERY:
        status = WdfRequestRetrieveOutputBuffer(Request, sizeof *out, (PVOID *)&out, NULL);
        if (NT_SUCCESS(status)) {
            *out = context->Statistics;
            information = sizeof *out;
        }
        break;
    case IOCTL_@UPPER@_CLEAR:
        context->Statistics.Length = 0;
        status = STATUS_SUCCESS;
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
        break;
    }
    WdfRequestCompleteWithInformation(Request, status, information);
}
