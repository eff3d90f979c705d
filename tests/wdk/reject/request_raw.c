/* The handle is taken out of a request and completed.
 * reject: private to wdk: use the functions of wdk/wdf/request.h
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/queue.h>

struct device {
    UCHAR message[64];
    wdk_request kept;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
{
    UNREFERENCED_PARAMETER(length);
    UNREFERENCED_PARAMETER(device);
#ifdef WRONG
    WdfRequestComplete(request->raw, STATUS_SUCCESS);
    return wdk_complete(request, STATUS_SUCCESS);
#else
    return wdk_complete(request, STATUS_SUCCESS);
#endif
}
WDK_ON_WRITE(evt_write, device_of, on_write);
