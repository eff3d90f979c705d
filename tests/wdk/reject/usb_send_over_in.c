/* A write is sent over a pipe that comes in.
 * reject: to parameter of incompatible type 'wdk_usb_out'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/usb.h>

struct device {
    wdk_usb_in in;
    wdk_usb_out out;
};
static wdk_handled on_moved(struct device *device, wdk_request *request, const wdk_sent *sent)
{
    (void)device;
    return wdk_complete_with(request, wdk_sent_status(sent), wdk_usb_sent_bytes(sent));
}
WDK_SENT(moved, struct device, on_moved);
wdk_handled on_write(struct device *device, wdk_request *request);
wdk_handled on_write(struct device *device, wdk_request *request)
{
#ifdef WRONG
    return wdk_usb_send_write(moved, request, device->in, 0, device);
#else
    return wdk_usb_send_write(moved, request, device->out, 0, device);
#endif
}
