/* What parking a request gives is not returned.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/cancel.h>

struct device {
    wdk_parked waiting;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
WDK_PARKING(waiting_place, device_of, waiting);
wdk_handled wait(struct device *device, wdk_request *request);
wdk_handled wait(struct device *device, wdk_request *request)
{
#ifdef WRONG
    wdk_park(waiting_place, device, request);
    return wdk_complete(request, STATUS_SUCCESS);
#else
    return wdk_park(waiting_place, device, request);
#endif
}
