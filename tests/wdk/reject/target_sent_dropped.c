/* A handler of what came back leaves without parting with the request.
 * reject: non-void function does not return a value
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
#ifndef WRONG
    return wdk_complete(request, wdk_sent_status(sent));
#else
    (void)request;
#endif
}
WDK_SENT(sent, struct device, on_sent);
