/* A dispatch handler returns STATUS_PENDING without marking the IRP.
 * reject: returning 'NTSTATUS'
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
    UNREFERENCED_PARAMETER(irp);
    UNREFERENCED_PARAMETER(extension);
    return STATUS_PENDING;
#else
    return wdk_irp_queue_put(&extension->waiting, irp);
#endif
}
WDK_DISPATCH(DispatchRead, struct extension, on_read);
DRIVER_DISPATCH *dispatch(void);
DRIVER_DISPATCH *dispatch(void)
{
    return DispatchRead;
}
