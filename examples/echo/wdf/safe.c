/* An echo, for KMDF and UMDF. raw.c is the same by WDF's own functions. */
#include "platform.h"

#include <wdk/wdf/device.h>
#include <wdk/wdf/queue.h>

/* Touched only by the default queue's handlers, which WDF runs one after another (WdfIoQueueDispatchSequential). */
struct device {
    WDFQUEUE waiting; /* reads, while there is no message; WDF cancels them there */
    size_t length;    /* of the message that nobody has read yet, or 0 */
    uint8_t message[ECHO_MOST];
};
WDK_DEVICE_CONTEXT(struct device, device_of);

/* Completes a read with as much of the message as it has room for. */
static wdk_handled deliver(wdk_request *read, wdk_view message)
{
    wdk_span output;
    wdk_view part;

    WDK_TRY_REQUEST(read, wdk_request_output(read, 1, &output));
    WDK_TRY_REQUEST(read, wdk_slice(&part, message, 0, min(wdk_count(output), wdk_count(message))));
    WDK_TRY_REQUEST(read, wdk_copy(output, part));
    return wdk_complete_with(read, WDK_OK, wdk_count(part));
}

static wdk_handled on_read(struct device *device, wdk_request *request, size_t length)
{
    wdk_span message;

    UNREFERENCED_PARAMETER(length);
    if (device->length == 0)
        return wdk_forward(request, device->waiting);
    WDK_TRY_REQUEST(request, wdk_slice(&message, wdk_bytes_of(device->message), 0, device->length));
    device->length = 0;
    return deliver(request, wdk_readonly(message));
}

static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
{
    wdk_request read = {};
    wdk_view input;

    if (length > ECHO_MOST)
        return wdk_complete(request, STATUS_INVALID_BUFFER_SIZE);
    WDK_TRY_REQUEST(request, wdk_request_input(request, length, &input));
    if (wdk_ok(wdk_queue_next(device->waiting, &read))) {
        wdk_ignore_handled(deliver(&read, input), "it is another request");
        return wdk_complete_with(request, WDK_OK, length);
    }
    if (device->length != 0)
        return wdk_complete(request, STATUS_DEVICE_BUSY);
    WDK_TRY_REQUEST(request, wdk_copy(wdk_bytes_of(device->message), input));
    device->length = length;
    return wdk_complete_with(request, WDK_OK, length);
}

WDK_ON_READ(evt_read, device_of, on_read);
WDK_ON_WRITE(evt_write, device_of, on_write);

static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    WDK_TRY(wdk_wdf_device_create(init, device_of, &device));
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    WDK_TRY(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, &device_of(device)->waiting));
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = evt_read;
    config.EvtIoWrite = evt_write;
    WDK_TRY(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return wdk_device_interface(device, &GUID_DEVINTERFACE_ECHO);
}
WDK_DEVICE_ADD(EvtDeviceAdd, on_add);

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
