/* What a program has sent is written into.
 * reject: discards qualifiers
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
    WDK_TRY_REQUEST(request, wdk_request_input(request, 4, &input));
#ifdef WRONG
    uint8_t *first = wdk_at(input, 0);
    *first = 0;
#else
    device->message[0] = *wdk_at(input, 0);
#endif
    return wdk_complete(request, STATUS_SUCCESS);
}
WDK_ON_WRITE(evt_write, device_of, on_write);
