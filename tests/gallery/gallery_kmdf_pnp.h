/*
 * What KMDF drivers of the gallery that have devices have in common: the function driver of root\gallery, whose device,
 * \\.\Gallery, has a power-managed parallel queue. An entry says what the queue calls.
 */
#pragma once
#include <ntifs.h>

#include <wdf.h>

#define GALLERY_TAG 'llaG'

static VOID Configure(WDF_IO_QUEUE_CONFIG *Config);
/* GALLERY_CREATED, where it is defined, is a function that is called with the new device, and Initialise before it with
 * what it is made from. */
#ifdef GALLERY_CREATED
static VOID Initialise(PWDFDEVICE_INIT Init);
static NTSTATUS GALLERY_CREATED(WDFDEVICE Device);
#endif

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD GalleryAdd;

static NTSTATUS GalleryAdd(WDFDRIVER Driver, PWDFDEVICE_INIT Init)
{
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Device\\Gallery"),
                   Link = RTL_CONSTANT_STRING(L"\\DosDevices\\Gallery");
    WDF_IO_QUEUE_CONFIG Config;
    WDFDEVICE Device;
    UNREFERENCED_PARAMETER(Driver);
#ifdef GALLERY_CREATED
    Initialise(Init);
#endif
    NTSTATUS Status = WdfDeviceInitAssignName(Init, &Name);
    if (NT_SUCCESS(Status))
        Status = WdfDeviceCreate(&Init, WDF_NO_OBJECT_ATTRIBUTES, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = WdfDeviceCreateSymbolicLink(Device, &Link);
#ifdef GALLERY_CREATED
    if (NT_SUCCESS(Status))
        Status = GALLERY_CREATED(Device);
#endif
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&Config, WdfIoQueueDispatchParallel);
    Configure(&Config);
    return NT_SUCCESS(Status) ? WdfIoQueueCreate(Device, &Config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE) : Status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG Config;
    WDF_DRIVER_CONFIG_INIT(&Config, GalleryAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &Config, WDF_NO_HANDLE);
}
