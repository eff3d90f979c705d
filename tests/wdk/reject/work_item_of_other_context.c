/* A work item whose handler is for another kind of device.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/callbacks.h>

struct device {
    ULONG count;
};
struct other {
    ULONG count;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
#ifdef WRONG
static void on_work(struct other *device) WDK_AT_PASSIVE;
static void on_work(struct other *device)
#else
static void on_work(struct device *device) WDK_AT_PASSIVE;
static void on_work(struct device *device)
#endif
{
    device->count++;
}
WDK_WORK_ITEM(later, device_of, on_work);
