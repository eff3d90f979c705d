/* A disk of 1 MiB of memory, by WDF's own functions. ../safe is the same in the safe layer. */
#include <ntddk.h>
#include <wdf.h>

#include <initguid.h>
#include <ntdddisk.h>

#define DISK_TAG 'DmaR'

enum { SECTOR = 512, TRACK = 32, SECTORS = 2048 };

typedef struct _DEVICE_CONTEXT {
    PUCHAR Sectors; /* WDF's, as long as the device */
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceGetContext)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD EvtDeviceAdd;
static EVT_WDF_IO_QUEUE_IO_READ EvtIoRead;
static EVT_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;

/* The request's sectors: whole ones, and all of them there; else NULL. */
static PUCHAR SectorsOf(PDEVICE_CONTEXT Device, LONGLONG Offset, size_t Length)
{
    enum { BYTES = SECTORS * SECTOR };

    if (Offset < 0 || Offset > BYTES || Length > BYTES - (size_t)Offset || Offset % SECTOR != 0 || Length % SECTOR != 0)
        return NULL;
    return Device->Sectors + Offset;
}

static VOID EvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDF_REQUEST_PARAMETERS parameters;
    PUCHAR sectors;
    PVOID output;
    NTSTATUS status;

    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(Request, &parameters);
    sectors = SectorsOf(DeviceGetContext(WdfIoQueueGetDevice(Queue)), parameters.Parameters.Read.DeviceOffset, Length);
    if (!sectors) {
        WdfRequestComplete(Request, STATUS_INVALID_PARAMETER);
        return;
    }
    status = WdfRequestRetrieveOutputBuffer(Request, Length, &output, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    RtlCopyMemory(output, sectors, Length);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

static VOID EvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDF_REQUEST_PARAMETERS parameters;
    PUCHAR sectors;
    PVOID input;
    NTSTATUS status;

    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(Request, &parameters);
    sectors = SectorsOf(DeviceGetContext(WdfIoQueueGetDevice(Queue)), parameters.Parameters.Write.DeviceOffset, Length);
    if (!sectors) {
        WdfRequestComplete(Request, STATUS_INVALID_PARAMETER);
        return;
    }
    status = WdfRequestRetrieveInputBuffer(Request, Length, &input, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    RtlCopyMemory(sectors, input, Length);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

static VOID Answer(WDFREQUEST Request, const VOID *Bytes, size_t Length)
{
    PVOID output;
    NTSTATUS status = WdfRequestRetrieveOutputBuffer(Request, Length, &output, NULL);

    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    RtlCopyMemory(output, Bytes, Length);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

static VOID EvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                               ULONG IoControlCode)
{
    DISK_GEOMETRY geometry = {.MediaType = FixedMedia,
                              .TracksPerCylinder = 1,
                              .SectorsPerTrack = TRACK,
                              .BytesPerSector = SECTOR,
                              .Cylinders.QuadPart = SECTORS / TRACK};
    GET_LENGTH_INFORMATION length = {.Length.QuadPart = SECTORS * SECTOR};

    UNREFERENCED_PARAMETER(Queue);
    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);
    switch (IoControlCode) {
    case IOCTL_DISK_GET_DRIVE_GEOMETRY:
        Answer(Request, &geometry, sizeof geometry);
        break;
    case IOCTL_DISK_GET_LENGTH_INFO:
        Answer(Request, &length, sizeof length);
        break;
    case IOCTL_DISK_IS_WRITABLE:
    case IOCTL_DISK_CHECK_VERIFY:
        WdfRequestComplete(Request, STATUS_SUCCESS);
        break;
    default:
        WdfRequestComplete(Request, STATUS_INVALID_DEVICE_REQUEST);
        break;
    }
}

static NTSTATUS EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFMEMORY memory;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    WdfDeviceInitSetDeviceType(DeviceInit, FILE_DEVICE_DISK);
    WdfDeviceInitSetIoType(DeviceInit, WdfDeviceIoDirect);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    status = WdfMemoryCreate(&attributes, NonPagedPoolNx, DISK_TAG, SECTORS * SECTOR, &memory,
                             (PVOID *)&DeviceGetContext(device)->Sectors);
    if (!NT_SUCCESS(status))
        return status;
    RtlZeroMemory(DeviceGetContext(device)->Sectors, SECTORS * SECTOR); /* no disk shows what its memory held before */
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = EvtIoRead;
    config.EvtIoWrite = EvtIoWrite;
    config.EvtIoDeviceControl = EvtIoDeviceControl;
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_DISK, NULL);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
