/* WDK_TRY in a handler of requests, which would forget the request.
 * reject: returning 'const wdk_status'
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
    wdk_view input;
    UNREFERENCED_PARAMETER(device);
#ifdef WRONG
    WDK_TRY(wdk_request_input(request, 4, &input));
#else
    WDK_TRY_REQUEST(request, wdk_request_input(request, 4, &input));
#endif
    return wdk_complete_with(request, WDK_OK, wdk_count(input));
}
WDK_ON_WRITE(evt_write, device_of, on_write);
