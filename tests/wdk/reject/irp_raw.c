/* The IRP is taken out and completed by hand.
 * reject: private to wdk: use the functions of wdk/wdm/irp.h
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
    UNREFERENCED_PARAMETER(extension);
#ifdef WRONG
    IoCompleteRequest(irp->raw, IO_NO_INCREMENT);
#else

#endif
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}
WDK_DISPATCH(DispatchRead, struct extension, on_read);
DRIVER_DISPATCH *dispatch(void);
DRIVER_DISPATCH *dispatch(void)
{
    return DispatchRead;
}
