/* @NAME@: the default queue, where requests arrive. Each handler parts with its request exactly once: it has nothing to return
 * otherwise. */
#include "driver.h"

#include <wdk/wdf/queue.h>

static wdk_handled on_read(struct device *device, wdk_request *request, size_t length)
{
    const size_t count = min(length, device->statistics.Length);
    wdk_span message, output;

    WDK_TRY_REQUEST(request, wdk_slice(&message, wdk_bytes_of(device->message), 0, count));
    if (count > 0) {
        WDK_TRY_REQUEST(request, wdk_request_output(request, count, &output));
        WDK_TRY_REQUEST(request, wdk_copy(output, wdk_readonly(message)));
    }
    device->statistics.Reads++;
    return wdk_complete_with(request, WDK_OK, count);
}

static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
{
    wdk_view input = {};

    if (length > sizeof device->message)
        return wdk_complete(request, STATUS_INVALID_BUFFER_SIZE);
    if (length > 0)
        WDK_TRY_REQUEST(request, wdk_request_input(request, length, &input));
    WDK_TRY_REQUEST(request, wdk_copy(wdk_bytes_of(device->message), input));
    device->statistics.Length = WDK_NARROW(ULONG, length);
    device->statistics.Writes++;
    return wdk_complete_with(request, WDK_OK, length);
}

static wdk_handled on_device_control(struct device *device, wdk_request *request, ULONG code)
{
    wdk_span output;

    switch (code) {
    case IOCTL_@UPPER@_QUERY:
        WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof device->statistics, &output));
        WDK_TRY_REQUEST(request, wdk_copy(output, wdk_readonly(wdk_bytes_of(device->statistics))));
        return wdk_complete_with(request, WDK_OK, sizeof device->statistics);
    case IOCTL_@UPPER@_CLEAR:
        device->statistics.Length = 0;
        return wdk_complete(request, STATUS_SUCCESS);
    default:
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    }
}

WDK_ON_READ(evt_read, device_of, on_read);
WDK_ON_WRITE(evt_write, device_of, on_write);
WDK_ON_DEVICE_CONTROL(evt_device_control, device_of, on_device_control);

wdk_status queue_create(WDFDEVICE device)
{
    WDF_IO_QUEUE_CONFIG config;

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = evt_read;
    config.EvtIoWrite = evt_write;
    config.EvtIoDeviceControl = evt_device_control;
    return wdk_from_nt(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE));
}
