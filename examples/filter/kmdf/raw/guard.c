/* An upper filter above a disk, by WDF's own functions. ../safe is the same in the safe layer. */
#include <ntddk.h>
#include <wdf.h>

#include <ntdddisk.h>

#include "../../public.h"

typedef struct _DEVICE_CONTEXT {
    WDFIOTARGET Below;
    KSPIN_LOCK Lock;
    GUARD_STATISTICS Statistics; /* under Lock */
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceGetContext)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD EvtDeviceAdd;
static EVT_WDF_IO_QUEUE_IO_READ EvtIoRead;
static EVT_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;
static EVT_WDF_REQUEST_COMPLETION_ROUTINE EvtWasRead;

static VOID Count(PDEVICE_CONTEXT Device, PULONG Number)
{
    KIRQL irql;

    KeAcquireSpinLock(&Device->Lock, &irql);
    (*Number)++;
    KeReleaseSpinLock(&Device->Lock, irql);
}

/* A read has come back from the disk. */
static VOID EvtWasRead(WDFREQUEST Request, WDFIOTARGET Target, PWDF_REQUEST_COMPLETION_PARAMS Params,
                       WDFCONTEXT Context)
{
    PDEVICE_CONTEXT device = Context;

    UNREFERENCED_PARAMETER(Target);
    if (!NT_SUCCESS(Params->IoStatus.Status))
        Count(device, &device->Statistics.Failed);
    WdfRequestCompleteWithInformation(Request, Params->IoStatus.Status, Params->IoStatus.Information);
}

static VOID EvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));

    UNREFERENCED_PARAMETER(Length);
    Count(device, &device->Statistics.Reads);
    WdfRequestFormatRequestUsingCurrentType(Request);
    WdfRequestSetCompletionRoutine(Request, EvtWasRead, device);
    if (!WdfRequestSend(Request, device->Below, WDF_NO_SEND_OPTIONS))
        WdfRequestComplete(Request, WdfRequestGetStatus(Request));
}

static VOID EvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));

    UNREFERENCED_PARAMETER(Length);
    Count(device, &device->Statistics.Refused);
    WdfRequestComplete(Request, STATUS_MEDIA_WRITE_PROTECTED);
}

static VOID Query(PDEVICE_CONTEXT Device, WDFREQUEST Request)
{
    GUARD_STATISTICS *output;
    KIRQL irql;
    NTSTATUS status = WdfRequestRetrieveOutputBuffer(Request, sizeof *output, (PVOID *)&output, NULL);

    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    KeAcquireSpinLock(&Device->Lock, &irql);
    *output = Device->Statistics;
    KeReleaseSpinLock(&Device->Lock, irql);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, sizeof *output);
}

static VOID EvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                               ULONG IoControlCode)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    WDF_REQUEST_SEND_OPTIONS options;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);
    switch (IoControlCode) {
    case IOCTL_GUARD_QUERY:
        Query(device, Request);
        break;
    case IOCTL_DISK_IS_WRITABLE:
        WdfRequestComplete(Request, STATUS_MEDIA_WRITE_PROTECTED);
        break;
    default:
        WDF_REQUEST_SEND_OPTIONS_INIT(&options, WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET);
        WdfRequestFormatRequestUsingCurrentType(Request);
        if (!WdfRequestSend(Request, device->Below, &options))
            WdfRequestComplete(Request, WdfRequestGetStatus(Request));
        break;
    }
}

static NTSTATUS EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    PDEVICE_CONTEXT context;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    WdfFdoInitSetFilter(DeviceInit); /* what has no handler goes on by itself */
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    context = DeviceGetContext(device);
    context->Below = WdfDeviceGetIoTarget(device);
    KeInitializeSpinLock(&context->Lock);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoRead = EvtIoRead;
    config.EvtIoWrite = EvtIoWrite;
    config.EvtIoDeviceControl = EvtIoDeviceControl;
    return WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
