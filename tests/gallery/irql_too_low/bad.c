/* Calls a function for DISPATCH_LEVEL at PASSIVE_LEVEL. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    IoStartNextPacket(Device, FALSE); /* VRF0102 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
