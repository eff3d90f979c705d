/* Whether a request of the driver's own was sent is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/target.h>

struct device {
    NTSTATUS status;
    wdk_own_request query;
};
static void on_answer(struct device *device, const wdk_sent *sent)
{
    device->status = wdk_nt(wdk_sent_status(sent));
}
WDK_ANSWER(answer, struct device, on_answer);
wdk_status poll(struct device *device);
wdk_status poll(struct device *device)
{
#ifdef WRONG
    wdk_ask(answer, &device->query, 0x222000, NULL, NULL, device);
    return WDK_OK;
#else
    return wdk_ask(answer, &device->query, 0x222000, NULL, NULL, device);
#endif
}
