/* A completion handler gets the context of another.
 * reject: incompatible pointer types
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/completion.h>

struct transfer {
    ULONG bytes;
};
struct device {
    struct transfer transfer;
    PDEVICE_OBJECT lower;
};
static void on_sent(struct transfer *transfer, const wdk_irp_result *result)
{
    transfer->bytes = (ULONG)wdk_irp_result_information(result);
}
WDK_COMPLETION(sent, struct transfer, on_sent);
wdk_irp_handled send(struct device *device, wdk_irp *irp);
wdk_irp_handled send(struct device *device, wdk_irp *irp)
{
#ifdef WRONG
    return wdk_irp_send(sent, irp, device->lower, device);
#else
    return wdk_irp_send(sent, irp, device->lower, &device->transfer);
#endif
}
