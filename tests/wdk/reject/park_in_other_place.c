/* A request is parked in what is no place for one.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/cancel.h>

struct device {
    wdk_request kept;
    wdk_parked waiting;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
#ifdef WRONG
WDK_PARKING(waiting_place, device_of, kept);
#else
WDK_PARKING(waiting_place, device_of, waiting);
#endif
