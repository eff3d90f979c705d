/* What came of sending an IRP on is not returned.
 * reject: ignoring return value
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/completion.h>

struct transfer {
    ULONG bytes;
};
static void on_sent(struct transfer *transfer, const wdk_irp_result *result)
{
    transfer->bytes = (ULONG)wdk_irp_result_information(result);
}
WDK_COMPLETION(sent, struct transfer, on_sent);
wdk_irp_handled send(struct transfer *transfer, PDEVICE_OBJECT lower, wdk_irp *irp);
wdk_irp_handled send(struct transfer *transfer, PDEVICE_OBJECT lower, wdk_irp *irp)
{
#ifdef WRONG
    wdk_irp_send(sent, irp, lower, transfer);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
#else
    return wdk_irp_send(sent, irp, lower, transfer);
#endif
}
