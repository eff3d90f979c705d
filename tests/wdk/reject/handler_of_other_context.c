/* A handler for another kind of device.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/queue.h>

struct device {
    UCHAR message[64];
    wdk_request kept;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
struct other {
    ULONG number;
};
#ifdef WRONG
static wdk_handled on_write(struct other *device, wdk_request *request, size_t length)
#else
static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
#endif
{
    UNREFERENCED_PARAMETER(device);
    UNREFERENCED_PARAMETER(length);
    return wdk_complete(request, STATUS_SUCCESS);
}
WDK_ON_WRITE(evt_write, device_of, on_write);
