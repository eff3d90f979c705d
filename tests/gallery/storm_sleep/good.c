/* Ends the request when the computer is to sleep. */
#include <ntifs.h>

static VOID Sleep(PDEVICE_OBJECT Device);
static VOID Surprised(PDEVICE_OBJECT Device);
#define GALLERY_SLEEPS    Sleep
#define GALLERY_SURPRISED Surprised
#include "../gallery_pnp.h"

static VOID Sleep(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    GalleryEnd(Gallery, STATUS_CANCELLED);
}

static VOID Surprised(PDEVICE_OBJECT Device)
{
    GalleryEnd(Device->DeviceExtension, STATUS_NO_SUCH_DEVICE);
}

/* 0 waits until 1 comes, or for nothing any more when the program closes the device. */
static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GALLERY *Gallery = Device->DeviceExtension;
    if (Step == 0)
        return GalleryWait(Gallery, Irp);
    GalleryEnd(Gallery, STATUS_SUCCESS);
    return STATUS_SUCCESS;
}
