/* Keeps a request that the driver below is not ready for, for a second try that never comes. */
#include <ntifs.h>

_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH Control;
static IO_COMPLETION_ROUTINE Completed;
#define GALLERY_CONTROL Control
#include "../gallery_pnp.h"

static NTSTATUS Completed(PDEVICE_OBJECT Device, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Context);
    if (Irp->PendingReturned)
        IoMarkIrpPending(Irp);
    if (Irp->IoStatus.Status == STATUS_DEVICE_NOT_READY) {
        ((GALLERY *)Context)->Waiting = Irp;
        return STATUS_MORE_PROCESSING_REQUIRED;
    }
    return STATUS_CONTINUE_COMPLETION;
}

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{ /* VRF0702 */
    GALLERY *Gallery = Device->DeviceExtension;
    IoMarkIrpPending(Irp);
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, Completed, Gallery, TRUE, TRUE, TRUE);
    (VOID) IoCallDriver(Gallery->Lower, Irp);
    return STATUS_PENDING;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_NOT_SUPPORTED;
}
