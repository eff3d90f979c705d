/* Creates a second device, and deletes it when it is unloaded. */
#include "../gallery.h"

static PDEVICE_OBJECT Second;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return IoCreateDevice(Device->DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &Second);
}

static VOID Unload(VOID)
{
    if (Second)
        IoDeleteDevice(Second);
}
