/* Makes a second symbolic link, and deletes it when it is unloaded. */
#include "../gallery.h"

static UNICODE_STRING Second = RTL_CONSTANT_STRING(L"\\DosDevices\\GalleryToo");

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return IoCreateSymbolicLink(&Second, &GalleryDevice);
}

static VOID Unload(VOID)
{
    IoDeleteSymbolicLink(&Second);
}
