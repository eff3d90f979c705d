/* The sender's buffer is asked for as room for the answer.
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
static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
{
    UNREFERENCED_PARAMETER(length);
    UNREFERENCED_PARAMETER(device);
#ifdef WRONG
    wdk_span input;
#else
    wdk_view input;
#endif
    WDK_TRY_REQUEST(request, wdk_request_input(request, 4, &input));
    return wdk_complete(request, STATUS_SUCCESS);
}
WDK_ON_WRITE(evt_write, device_of, on_write);
