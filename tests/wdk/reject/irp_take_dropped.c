/* An IRP is taken out of its queue and perhaps lost.
 * reject: ignoring return value
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/queue.h>

struct extension {
    wdk_irp_queue waiting;
    wdk_irp kept;
    PDEVICE_OBJECT lower;
};
bool next(struct extension *extension, wdk_irp *irp);
bool next(struct extension *extension, wdk_irp *irp)
{
#ifdef WRONG
    wdk_irp_queue_take(&extension->waiting, NULL, irp);
    return true;
#else
    return wdk_irp_queue_take(&extension->waiting, NULL, irp);
#endif
}
