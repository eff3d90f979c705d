/* What is sent over a pipe comes back to a handler of another context.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/usb.h>

struct channel {
    ULONG moved;
};
struct device {
    struct channel channel;
    wdk_usb_in in;
};
static wdk_handled on_moved(struct device *device, wdk_request *request, const wdk_sent *sent)
{
    device->channel.moved++;
    return wdk_complete_with(request, wdk_sent_status(sent), wdk_usb_sent_bytes(sent));
}
WDK_SENT(moved, struct device, on_moved);
wdk_handled on_read(struct device *device, wdk_request *request);
wdk_handled on_read(struct device *device, wdk_request *request)
{
#ifdef WRONG
    return wdk_usb_send_read(moved, request, device->in, 0, &device->channel);
#else
    return wdk_usb_send_read(moved, request, device->in, 0, device);
#endif
}
