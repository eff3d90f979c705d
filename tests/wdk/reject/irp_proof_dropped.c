/* An IRP is completed, and then sent on.
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
static wdk_irp_handled on_read(struct extension *extension, wdk_irp *irp)
{
#ifdef WRONG
    wdk_irp_complete(irp, STATUS_SUCCESS, 0);
#else

#endif
    return wdk_irp_forward(irp, extension->lower);
}
WDK_DISPATCH(DispatchRead, struct extension, on_read);
DRIVER_DISPATCH *dispatch(void);
DRIVER_DISPATCH *dispatch(void)
{
    return DispatchRead;
}
