/* Writes to its stack location before it passes the IRP on. */
#define GALLERY_CONTROL Control
#include <ntifs.h>

_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH Control;
#include "../gallery_pnp.h"

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{
    GALLERY *Gallery = Device->DeviceExtension;
    PIO_STACK_LOCATION Location = IoGetCurrentIrpStackLocation(Irp);
    Location->Parameters.Others.Argument1 = NULL;
    IoCopyCurrentIrpStackLocationToNext(Irp);
    return IoCallDriver(Gallery->Lower, Irp);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_NOT_SUPPORTED;
}
