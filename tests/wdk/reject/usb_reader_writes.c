/* The handler of a reader writes into what was read.
 * reject: to parameter of incompatible type 'wdk_span'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/usb.h>

struct device {
    size_t bytes;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
#ifdef WRONG
static void on_report(struct device *device, wdk_span report)
#else
static void on_report(struct device *device, wdk_view report)
#endif
{
    device->bytes += wdk_count(report);
}
WDK_USB_READER(reports, device_of, on_report);
