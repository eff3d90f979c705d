/* A handler returns without the proof that the request has been parted with.
 * reject: private to wdk: use wdk_complete()
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
    UNREFERENCED_PARAMETER(device);
    UNREFERENCED_PARAMETER(length);
#ifdef WRONG
    return (wdk_handled){.proof = 1};
#else
    return wdk_complete(request, STATUS_SUCCESS);
#endif
}
WDK_ON_READ(evt_read, device_of, on_read);
