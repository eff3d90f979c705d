/* Forgets the request that waits when the device is pulled out. */
#include <ntifs.h>

_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) static DRIVER_DISPATCH Control;
static VOID Surprised(PDEVICE_OBJECT Device);
static VOID Delete(PDEVICE_OBJECT Device);
static KDEFERRED_ROUTINE Ring;
#define GALLERY_CONTROL   Control
#define GALLERY_SURPRISED Surprised
#define GALLERY_DELETES   Delete
#include "../gallery_pnp.h"

static VOID Ring(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Argument1);
    UNREFERENCED_PARAMETER(Argument2);
    GalleryEnd(Context, STATUS_SUCCESS);
}

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{ /* VRF0712 */
    GALLERY *Gallery = Device->DeviceExtension;
    const LARGE_INTEGER Due = {.QuadPart = -500000};
    const NTSTATUS Status = GalleryWait(Gallery, Irp);
    if (Status != STATUS_PENDING)
        return GalleryComplete(Irp, Status, 0);
    KeInitializeDpc(&Gallery->Dpc, Ring, Gallery);
    KeSetTimer(&Gallery->Timer, Due, &Gallery->Dpc);
    return STATUS_PENDING;
}

static VOID Surprised(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    KeCancelTimer(&Gallery->Timer);
}

static VOID Delete(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    KeCancelTimer(&Gallery->Timer);
    KeFlushQueuedDpcs();
    IoDeleteDevice(Device);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_NOT_SUPPORTED;
}
