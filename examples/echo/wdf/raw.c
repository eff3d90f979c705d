/* An echo, for KMDF and UMDF, by WDF's own functions. safe.c is the same in the safe layer. */
#include "platform.h"

/* Touched only by the default queue's handlers, which WDF runs one after another (WdfIoQueueDispatchSequential). */
typedef struct _DEVICE_CONTEXT {
    WDFQUEUE Waiting; /* reads, while there is no message; WDF cancels them there */
    size_t Length;    /* of the message that nobody has read yet, or 0 */
    UCHAR Message[ECHO_MOST];
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceGetContext)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD EvtDeviceAdd;
static EVT_WDF_IO_QUEUE_IO_READ EvtIoRead;
static EVT_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;

/* Completes a read with as much of the message as it has room for. */
static VOID Deliver(WDFREQUEST Read, const VOID *Message, size_t Length)
{
    PVOID output;
    size_t room;
    NTSTATUS status = WdfRequestRetrieveOutputBuffer(Read, 1, &output, &room);

    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Read, status);
        return;
    }
    if (Length > room)
        Length = room;
    RtlCopyMemory(output, Message, Length);
    WdfRequestCompleteWithInformation(Read, STATUS_SUCCESS, Length);
}

static VOID EvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    size_t length = device->Length;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Length);
    if (length == 0) {
        status = WdfRequestForwardToIoQueue(Request, device->Waiting);
        if (!NT_SUCCESS(status))
            WdfRequestComplete(Request, status);
        return;
    }
    device->Length = 0;
    Deliver(Request, device->Message, length);
}

static VOID EvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    WDFREQUEST read;
    PVOID input;
    NTSTATUS status;

    if (Length > ECHO_MOST) {
        WdfRequestComplete(Request, STATUS_INVALID_BUFFER_SIZE);
        return;
    }
    status = WdfRequestRetrieveInputBuffer(Request, Length, &input, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    if (NT_SUCCESS(WdfIoQueueRetrieveNextRequest(device->Waiting, &read))) {
        Deliver(read, input, Length);
        WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
        return;
    }
    if (device->Length != 0) {
        WdfRequestComplete(Request, STATUS_DEVICE_BUSY);
        return;
    }
    RtlCopyMemory(device->Message, input, Length);
    device->Length = Length;
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

static NTSTATUS EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, &DeviceGetContext(device)->Waiting);
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = EvtIoRead;
    config.EvtIoWrite = EvtIoWrite;
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_ECHO, NULL);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
