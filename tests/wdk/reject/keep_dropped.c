/* A request is kept, and completed all the same.
 * reject: ignoring return value
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
#ifdef WRONG
    wdk_keep(request, &device->kept);
    return wdk_complete(request, STATUS_SUCCESS);
#else
    return wdk_keep(request, &device->kept);
#endif
}
WDK_ON_WRITE(evt_write, device_of, on_write);
