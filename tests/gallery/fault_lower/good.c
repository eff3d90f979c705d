/* Passes on what the driver below says. */
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
    return STATUS_CONTINUE_COMPLETION;
}

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{
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
