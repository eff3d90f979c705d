/* A disk of 1 MiB of memory: sectors are read and written, and it answers what a file system asks before it mounts.
 * ../raw is the same by WDF's own functions. */
#include <ntddk.h>
#include <wdf.h>

#include <initguid.h>
#include <ntdddisk.h>

#include <wdk/wdf/device.h>
#include <wdk/wdf/object.h>
#include <wdk/wdf/queue.h>

WDK_POOL_TAG("RamD");

enum { SECTOR = 512, TRACK = 32, SECTORS = 2048 };

struct disk {
    wdk_wdf_memory memory;
};
WDK_DEVICE_CONTEXT(struct disk, disk_of);

/* The request's sectors: whole ones, and all of them there. */
static wdk_status sectors_of(const struct disk *disk, const wdk_request *request, wdk_span *sectors)
{
    const wdk_range range = wdk_request_range(request);
    size_t offset;
    WDK_TRY(wdk_narrow(&offset, range.offset));
    if (offset % SECTOR != 0 || range.length % SECTOR != 0)
        return wdk_error(STATUS_INVALID_PARAMETER);
    return wdk_ok(wdk_slice(sectors, wdk_memory_span(&disk->memory), offset, range.length))
               ? WDK_OK
               : wdk_error(STATUS_INVALID_PARAMETER);
}

static wdk_handled on_read(struct disk *disk, wdk_request *request, size_t length)
{
    wdk_span sectors, output;
    WDK_TRY_REQUEST(request, sectors_of(disk, request, &sectors));
    WDK_TRY_REQUEST(request, wdk_request_output(request, length, &output));
    WDK_TRY_REQUEST(request, wdk_copy(output, wdk_readonly(sectors)));
    return wdk_complete_with(request, WDK_OK, length);
}

static wdk_handled on_write(struct disk *disk, wdk_request *request, size_t length)
{
    wdk_span sectors;
    wdk_view input;
    WDK_TRY_REQUEST(request, sectors_of(disk, request, &sectors));
    WDK_TRY_REQUEST(request, wdk_request_input(request, length, &input));
    WDK_TRY_REQUEST(request, wdk_copy(sectors, input));
    return wdk_complete_with(request, WDK_OK, length);
}

static wdk_handled answer(wdk_request *request, wdk_view bytes)
{
    wdk_span output;
    WDK_TRY_REQUEST(request, wdk_request_output(request, wdk_count(bytes), &output));
    WDK_TRY_REQUEST(request, wdk_copy(output, bytes));
    return wdk_complete_with(request, WDK_OK, wdk_count(bytes));
}

static wdk_handled on_device_control(struct disk *disk, wdk_request *request, ULONG code)
{
    DISK_GEOMETRY geometry = {.MediaType = FixedMedia,
                              .TracksPerCylinder = 1,
                              .SectorsPerTrack = TRACK,
                              .BytesPerSector = SECTOR,
                              .Cylinders.QuadPart = SECTORS / TRACK};
    GET_LENGTH_INFORMATION length = {.Length.QuadPart = SECTORS * SECTOR};

    UNREFERENCED_PARAMETER(disk);
    switch (code) {
    case IOCTL_DISK_GET_DRIVE_GEOMETRY:
        return answer(request, wdk_readonly(wdk_bytes_of(geometry)));
    case IOCTL_DISK_GET_LENGTH_INFO:
        return answer(request, wdk_readonly(wdk_bytes_of(length)));
    case IOCTL_DISK_IS_WRITABLE:
    case IOCTL_DISK_CHECK_VERIFY:
        return wdk_complete(request, STATUS_SUCCESS);
    default:
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    }
}

WDK_ON_READ(evt_read, disk_of, on_read);
WDK_ON_WRITE(evt_write, disk_of, on_write);
WDK_ON_DEVICE_CONTROL(evt_device_control, disk_of, on_device_control);

static void on_cleanup(struct disk *disk)
{
    wdk_wdf_memory_release(&disk->memory);
}
WDK_ON_CLEANUP(evt_cleanup, disk_of, on_cleanup);

static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    wdk_device_type(init, FILE_DEVICE_DISK);
    wdk_device_io(init, WdfDeviceIoDirect);
    wdk_device_end(init, evt_cleanup);
    WDK_TRY(wdk_wdf_device_create(init, disk_of, &device));
    WDK_TRY(wdk_memory_create(&disk_of(device)->memory, NonPagedPoolNx, SECTORS * SECTOR));
    wdk_fill(wdk_memory_span(&disk_of(device)->memory), 0); /* no disk shows what its memory held before */
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = evt_read;
    config.EvtIoWrite = evt_write;
    config.EvtIoDeviceControl = evt_device_control;
    WDK_TRY(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return wdk_device_interface(device, &GUID_DEVINTERFACE_DISK);
}
WDK_DEVICE_ADD(EvtDeviceAdd, on_add);

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
