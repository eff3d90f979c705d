/* A disk of 1 MiB of memory, as much of one as a filter above it sees: reads, writes, and what a file system asks
 * before it mounts. */
#include <ntddk.h>
#include <wdf.h>
#include <initguid.h>
#include <ntdddisk.h>

enum { SECTOR = 512, SECTORS = 2048, TAG = 'ksiD' };

typedef struct {
    PUCHAR Data;
} DISK;
WDF_DECLARE_CONTEXT_TYPE(DISK)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD add_device;
static EVT_WDF_OBJECT_CONTEXT_CLEANUP cleanup;
static EVT_WDF_IO_QUEUE_IO_READ read;
static EVT_WDF_IO_QUEUE_IO_WRITE write;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL control;

/* Where the request's sectors lie; NULL: they are none. */
static PUCHAR sectors_of(WDFQUEUE queue, WDFREQUEST request, size_t size)
{
    WDF_REQUEST_PARAMETERS parameters;
    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(request, &parameters);
    const LONGLONG offset = parameters.Parameters.Read.DeviceOffset;
    if (offset < 0 || offset % SECTOR || size % SECTOR || offset > SECTOR * SECTORS ||
        size > (size_t)(SECTOR * SECTORS - offset))
        return NULL;
    return WdfObjectGet_DISK(WdfIoQueueGetDevice(queue))->Data + offset;
}

static void read(WDFQUEUE queue, WDFREQUEST request, size_t size)
{
    const PUCHAR sectors = sectors_of(queue, request, size);
    PVOID buffer;
    NTSTATUS status = STATUS_INVALID_PARAMETER;
    if (sectors)
        status = WdfRequestRetrieveOutputBuffer(request, size, &buffer, NULL);
    if (NT_SUCCESS(status))
        RtlCopyMemory(buffer, sectors, size);
    WdfRequestCompleteWithInformation(request, status, NT_SUCCESS(status) ? size : 0);
}

static void write(WDFQUEUE queue, WDFREQUEST request, size_t size)
{
    const PUCHAR sectors = sectors_of(queue, request, size);
    PVOID buffer;
    NTSTATUS status = STATUS_INVALID_PARAMETER;
    if (sectors)
        status = WdfRequestRetrieveInputBuffer(request, size, &buffer, NULL);
    if (NT_SUCCESS(status))
        RtlCopyMemory(sectors, buffer, size);
    WdfRequestCompleteWithInformation(request, status, NT_SUCCESS(status) ? size : 0);
}

static void control(WDFQUEUE queue, WDFREQUEST request, size_t output_size, size_t input_size, ULONG code)
{
    GET_LENGTH_INFORMATION *length;
    DISK_GEOMETRY *geometry;
    NTSTATUS status = STATUS_SUCCESS;
    ULONG_PTR moved = 0;
    UNREFERENCED_PARAMETER(queue);
    UNREFERENCED_PARAMETER(output_size);
    UNREFERENCED_PARAMETER(input_size);
    switch (code) {
    case IOCTL_DISK_GET_LENGTH_INFO:
        status = WdfRequestRetrieveOutputBuffer(request, sizeof(*length), (PVOID *)&length, NULL);
        if (NT_SUCCESS(status)) {
            length->Length.QuadPart = SECTOR * SECTORS;
            moved = sizeof(*length);
        }
        break;
    case IOCTL_DISK_GET_DRIVE_GEOMETRY:
        status = WdfRequestRetrieveOutputBuffer(request, sizeof(*geometry), (PVOID *)&geometry, NULL);
        if (NT_SUCCESS(status)) {
            *geometry = (DISK_GEOMETRY){{.QuadPart = SECTORS / 32}, FixedMedia, 1, 32, SECTOR};
            moved = sizeof(*geometry);
        }
        break;
    case IOCTL_DISK_IS_WRITABLE:
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
    }
    WdfRequestCompleteWithInformation(request, status, moved);
}

static void cleanup(WDFOBJECT device)
{
    DISK *disk = WdfObjectGet_DISK(device);
    if (disk->Data)
        ExFreePoolWithTag(disk->Data, TAG);
}

static NTSTATUS add_device(WDFDRIVER driver, PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;
    UNREFERENCED_PARAMETER(driver);
    WdfDeviceInitSetDeviceType(init, FILE_DEVICE_DISK);
    WdfDeviceInitSetIoType(init, WdfDeviceIoDirect);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DISK);
    attributes.EvtCleanupCallback = cleanup;
    NTSTATUS status = WdfDeviceCreate(&init, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    DISK *disk = WdfObjectGet_DISK(device);
    disk->Data = ExAllocatePool2(POOL_FLAG_NON_PAGED, SECTOR * SECTORS, TAG);
    if (!disk->Data)
        return STATUS_INSUFFICIENT_RESOURCES;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = read;
    config.EvtIoWrite = write;
    config.EvtIoDeviceControl = control;
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
    return NT_SUCCESS(status) ? WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_DISK, NULL) : status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    WDF_DRIVER_CONFIG config;
    WDF_DRIVER_CONFIG_INIT(&config, add_device);
    return WdfDriverCreate(driver, path, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
