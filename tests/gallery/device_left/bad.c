/* Creates a second device, and leaves it. */
#include "../gallery.h"

static PDEVICE_OBJECT Second;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return IoCreateDevice(Device->DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &Second); /* VRF0801 */
}

static VOID Unload(VOID)
{
}
