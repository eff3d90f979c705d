/* The context of a device is asked of a queue.
 * reject: incompatible pointer types passing 'WDFQUEUE'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/queue.h>

struct device {
    UCHAR message[64];
};
WDK_DEVICE_CONTEXT(struct device, device_of);
struct device *of(WDFQUEUE queue);
struct device *of(WDFQUEUE queue)
{
#ifdef WRONG
    return device_of(queue);
#else
    return device_of(WdfIoQueueGetDevice(queue));
#endif
}
