/* Gives its memory back once. */
#include <ntifs.h>

static VOID Surprised(PDEVICE_OBJECT Device);
static VOID Delete(PDEVICE_OBJECT Device);
static NTSTATUS Start(PDEVICE_OBJECT Device);
#define GALLERY_STARTS    Start
#define GALLERY_SURPRISED Surprised
#define GALLERY_DELETES   Delete
#include "../gallery_pnp.h"

static NTSTATUS Start(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    if (!Gallery->First)
        Gallery->First = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, GALLERY_TAG);
    return Gallery->First ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

static VOID Free(GALLERY *Gallery)
{
    ULONG *Block = Gallery->First;
    Gallery->First = NULL;
    if (!Block)
        return;
    *Block = 0;
    ExFreePoolWithTag(Block, GALLERY_TAG);
}

static VOID Surprised(PDEVICE_OBJECT Device)
{
    Free(Device->DeviceExtension);
}

static VOID Delete(PDEVICE_OBJECT Device)
{
    Free(Device->DeviceExtension);
    IoDeleteDevice(Device);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_SUCCESS;
}
