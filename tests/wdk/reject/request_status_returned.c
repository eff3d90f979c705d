/* A handler returns a status instead of completing.
 * reject: returning 'NTSTATUS'
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
    return STATUS_SUCCESS;
#else
    return wdk_complete(request, STATUS_SUCCESS);
#endif
}
WDK_ON_WRITE(evt_write, device_of, on_write);
