/*
 * What KMDF drivers of the gallery have in common: a control device, \\.\Gallery, with a parallel queue whose control
 * requests go to Run, and a place to clean up when they are unloaded. The queue has the synchronization scope
 * GALLERY_SCOPE and the execution level GALLERY_LEVEL, where an entry defines them.
 */
#pragma once
#include <ntifs.h>

#include <wdf.h>

#define GALLERY_TAG 'llaG'

/* Step 0 is the one that all entries are run with. Run completes the request, now or later. */
static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step);
static VOID Unload(VOID);

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_UNLOAD GalleryUnload;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL GalleryControl;

static VOID GalleryControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputLength, size_t InputLength, ULONG Code)
{
    UNREFERENCED_PARAMETER(OutputLength);
    UNREFERENCED_PARAMETER(InputLength);
    Run(WdfIoQueueGetDevice(Queue), Request, (Code >> 2 & 0xFFF) - 0x800);
}

static VOID GalleryUnload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    Unload();
}

static NTSTATUS GalleryCreate(WDFDRIVER Driver)
{
    static const UNICODE_STRING Everybody = RTL_CONSTANT_STRING(L"D:P(A;;GA;;;WD)");
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Device\\Gallery"),
                   Link = RTL_CONSTANT_STRING(L"\\DosDevices\\Gallery");
    WDF_IO_QUEUE_CONFIG Config;
    WDF_OBJECT_ATTRIBUTES Attributes;
    WDFDEVICE Device;
    PWDFDEVICE_INIT Init = WdfControlDeviceInitAllocate(Driver, &Everybody);
    if (!Init)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS Status = WdfDeviceInitAssignName(Init, &Name);
    if (NT_SUCCESS(Status))
        Status = WdfDeviceCreate(&Init, WDF_NO_OBJECT_ATTRIBUTES, &Device);
    if (!NT_SUCCESS(Status)) {
        if (Init)
            WdfDeviceInitFree(Init);
        return Status;
    }
    Status = WdfDeviceCreateSymbolicLink(Device, &Link);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&Config, WdfIoQueueDispatchParallel);
    Config.EvtIoDeviceControl = GalleryControl;
    WDF_OBJECT_ATTRIBUTES_INIT(&Attributes);
#ifdef GALLERY_SCOPE
    Attributes.SynchronizationScope = GALLERY_SCOPE;
    Attributes.ExecutionLevel = GALLERY_LEVEL;
#endif
    if (NT_SUCCESS(Status))
        Status = WdfIoQueueCreate(Device, &Config, &Attributes, WDF_NO_HANDLE);
    if (NT_SUCCESS(Status))
        WdfControlFinishInitializing(Device);
    return Status;
}

#ifndef GALLERY_OWN_ENTRY
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG Config;
    WDFDRIVER Driver;
    WDF_DRIVER_CONFIG_INIT(&Config, WDF_NO_EVENT_CALLBACK);
    Config.DriverInitFlags = WdfDriverInitNonPnpDriver;
    Config.EvtDriverUnload = GalleryUnload;
    const NTSTATUS Status = WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &Config, &Driver);
    return NT_SUCCESS(Status) ? GalleryCreate(Driver) : Status;
}
#endif
