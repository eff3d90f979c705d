/* Writes to its stack location of an IRP that the driver below has completed. */
#define GALLERY_CONTROL Control
#include <ntifs.h>

_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH Control;
#include "../gallery_pnp.h"

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{
    GALLERY *Gallery = Device->DeviceExtension;
    PIO_STACK_LOCATION Location = IoGetCurrentIrpStackLocation(Irp);
    IoCopyCurrentIrpStackLocationToNext(Irp);
    const NTSTATUS Status = IoCallDriver(Gallery->Lower, Irp);
    Location->Parameters.Others.Argument1 = NULL; /* VRF0314 */
    return Status;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_NOT_SUPPORTED;
}
