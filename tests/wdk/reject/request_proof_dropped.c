/* A request is completed, and the handler goes on.
 * reject: ignoring return value
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
#ifdef WRONG
    if (length > sizeof device->message)
        wdk_complete(request, STATUS_INVALID_BUFFER_SIZE);
#else
    if (length > sizeof device->message)
        return wdk_complete(request, STATUS_INVALID_BUFFER_SIZE);
#endif
    return wdk_complete(request, STATUS_SUCCESS);
}
WDK_ON_READ(evt_read, device_of, on_read);
