/* Makes a second symbolic link, and leaves it. */
#include "../gallery.h"

static UNICODE_STRING Second = RTL_CONSTANT_STRING(L"\\DosDevices\\GalleryToo");

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return IoCreateSymbolicLink(&Second, &GalleryDevice); /* VRF0802 */
}

static VOID Unload(VOID)
{
}
