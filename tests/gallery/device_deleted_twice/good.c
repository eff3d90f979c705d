/* Deletes it once. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PDEVICE_OBJECT Second;
    NTSTATUS Status = IoCreateDevice(Device->DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &Second);
    if (!NT_SUCCESS(Status))
        return Status;
    ObReferenceObject(Second);
    IoDeleteDevice(Second);
    ObDereferenceObject(Second);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
