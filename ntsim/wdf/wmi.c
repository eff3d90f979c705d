/* IRP_MJ_SYSTEM_CONTROL. */
#include "ntsim/wdf/fx.h"

NTSTATUS fx_dispatch_wmi(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack)
{
    if (device->Attached)
        return fx_forward(device, irp);
    return fx_complete_irp(irp, irp->IoStatus.Status, irp->IoStatus.Information);
}
