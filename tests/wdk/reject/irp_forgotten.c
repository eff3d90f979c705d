/* A dispatch handler leaves on a path without parting with the IRP.
 * reject: non-void function does not return a value in all control paths
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
    if (wdk_irp_control_code(irp) != 0)
        return wdk_irp_forward(irp, extension->lower);
#ifdef WRONG

#else
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
#endif
}
WDK_DISPATCH(DispatchRead, struct extension, on_read);
DRIVER_DISPATCH *dispatch(void);
DRIVER_DISPATCH *dispatch(void)
{
    return DispatchRead;
}
