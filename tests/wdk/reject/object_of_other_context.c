/* A device is asked of a context that is not a device's.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/context.h>

struct session {
    ULONG reads;
};
struct device {
    struct session session;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
WDFDEVICE find(struct device *device);
WDFDEVICE find(struct device *device)
{
#ifdef WRONG
    return wdk_object_of(device_of, &device->session);
#else
    return wdk_object_of(device_of, device);
#endif
}
