/* Fails the event of an interface that it does not want to know of. */
#include "../gallery_pnp.h"

static const GUID Interface = {0x6F0A4E02, 0x1D5B, 0x4B0B, {0x9A, 0x3E, 0x52, 0x11, 0x77, 0x0C, 0x4D, 0x21}};

static NTSTATUS Told(PVOID Structure, PVOID Context)
{ /* VRF0414 */
    return STATUS_NOT_SUPPORTED;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GALLERY *Gallery = Device->DeviceExtension;
    UNICODE_STRING Link;
    PVOID Registration;
    NTSTATUS Status = IoRegisterDeviceInterface(Gallery->Lower, &Interface, NULL, &Link);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = IoSetDeviceInterfaceState(&Link, TRUE);
    RtlFreeUnicodeString(&Link);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = IoRegisterPlugPlayNotification(EventCategoryDeviceInterfaceChange,
                                            PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES, (PVOID)&Interface,
                                            Device->DriverObject, Told, NULL, &Registration);
    if (NT_SUCCESS(Status))
        IoUnregisterPlugPlayNotificationEx(Registration);
    return Status;
}
