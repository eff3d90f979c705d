/* What is sent comes back with another context than its handler's.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/target.h>

struct device {
    ULONG_PTR bytes;
};
static wdk_handled on_sent(struct device *device, wdk_request *request, const wdk_sent *sent)
{
    device->bytes += wdk_sent_information(sent);
    return wdk_complete(request, wdk_sent_status(sent));
}
WDK_SENT(sent, struct device, on_sent);
wdk_handled hand_on(struct device *device, wdk_request *request, WDFIOTARGET target);
wdk_handled hand_on(struct device *device, wdk_request *request, WDFIOTARGET target)
{
#ifdef WRONG
    return wdk_send(sent, request, target, &device->bytes);
#else
    return wdk_send(sent, request, target, device);
#endif
}
