/* Whether a parked request is still there is not asked.
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
void end(struct device *device);
void end(struct device *device)
{
    wdk_request request = {};
#ifdef WRONG
    wdk_unpark(waiting_place, device, &request);
#else
    if (wdk_unpark(waiting_place, device, &request))
#endif
    wdk_ignore_handled(wdk_complete(&request, STATUS_SUCCESS), "nobody waits for the proof");
}
