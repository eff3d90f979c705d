/* A handler leaves on a path without parting with the request.
 * reject: non-void function does not return a value in all control paths
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/queue.h>

struct device {
    UCHAR message[64];
};
WDK_DEVICE_CONTEXT(struct device, device_of);
static wdk_handled on_read(struct device *device, wdk_request *request, size_t length)
{
    if (length <= sizeof device->message)
        return wdk_complete(request, STATUS_SUCCESS);
#ifndef WRONG
    return wdk_complete(request, STATUS_INVALID_BUFFER_SIZE);
#endif
}
WDK_ON_READ(evt_read, device_of, on_read);
