/* Enables its interface, and then there is no memory to start the device. */
#include <initguid.h>
#include <ntifs.h>

static NTSTATUS Start(PDEVICE_OBJECT Device);
static VOID Delete(PDEVICE_OBJECT Device);
#define GALLERY_STARTS  Start
#define GALLERY_DELETES Delete
#include "../gallery_pnp.h"

DEFINE_GUID(GALLERY_INTERFACE, 0x1f6d0c1e, 0x7c55, 0x4f0e, 0x9d, 0x52, 0x0b, 0x8e, 0x61, 0x24, 0x77, 0x3a);

static UNICODE_STRING Name;

static NTSTATUS Start(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    NTSTATUS Status = STATUS_SUCCESS;
    if (!Name.Buffer)
        Status = IoRegisterDeviceInterface(Gallery->Lower, &GALLERY_INTERFACE, NULL, &Name);
    if (NT_SUCCESS(Status))
        Status = IoSetDeviceInterfaceState(&Name, TRUE); /* VRF0803 */
    if (NT_SUCCESS(Status) && !Gallery->First) {
        Gallery->First = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, GALLERY_TAG);
        if (!Gallery->First)
            Status = STATUS_INSUFFICIENT_RESOURCES;
    }
    return Status;
}

static VOID Delete(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    if (Name.Buffer) {
        (VOID) IoSetDeviceInterfaceState(&Name, FALSE);
        RtlFreeUnicodeString(&Name);
        Name.Buffer = NULL;
    }
    if (Gallery->First)
        ExFreePoolWithTag(Gallery->First, GALLERY_TAG);
    IoDeleteDevice(Device);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_SUCCESS;
}
