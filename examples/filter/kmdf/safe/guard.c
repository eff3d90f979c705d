/* An upper filter above a disk: nothing is written through it, and what is read it counts. ../raw is the same by WDF's
 * own functions. */
#include <ntddk.h>
#include <wdf.h>

#include <ntdddisk.h>

#include "../../public.h"

#include <wdk/lock.h>
#include <wdk/wdf/device.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/target.h>

WDK_SPIN_LOCK(count_lock);

struct guard {
    WDFIOTARGET below;
    count_lock lock;
    GUARD_STATISTICS statistics WDK_GUARDED_BY(count_lock);
};
WDK_DEVICE_CONTEXT(struct guard, guard_of);

/* A read has come back from the disk. */
static wdk_handled on_was_read(struct guard *guard, wdk_request *request, const wdk_sent *sent)
{
    if (!wdk_ok(wdk_sent_status(sent)))
        WDK_LOCKED (count_lock, &guard->lock)
            guard->statistics.Failed++;
    return wdk_complete_with(request, wdk_sent_status(sent), wdk_sent_information(sent));
}
WDK_SENT(was_read, struct guard, on_was_read);

static wdk_handled on_read(struct guard *guard, wdk_request *request, size_t length)
{
    UNREFERENCED_PARAMETER(length);
    WDK_LOCKED (count_lock, &guard->lock)
        guard->statistics.Reads++;
    return wdk_send(was_read, request, guard->below, guard);
}

static wdk_handled on_write(struct guard *guard, wdk_request *request, size_t length)
{
    UNREFERENCED_PARAMETER(length);
    WDK_LOCKED (count_lock, &guard->lock)
        guard->statistics.Refused++;
    return wdk_complete(request, STATUS_MEDIA_WRITE_PROTECTED);
}

static wdk_handled on_query(struct guard *guard, wdk_request *request)
{
    GUARD_STATISTICS statistics;
    wdk_span output;

    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof statistics, &output));
    WDK_LOCKED (count_lock, &guard->lock)
        statistics = guard->statistics;
    WDK_TRY_REQUEST(request, wdk_copy(output, wdk_readonly(wdk_bytes_of(statistics))));
    return wdk_complete_with(request, WDK_OK, sizeof statistics);
}

static wdk_handled on_device_control(struct guard *guard, wdk_request *request, ULONG code)
{
    switch (code) {
    case IOCTL_GUARD_QUERY:
        return on_query(guard, request);
    case IOCTL_DISK_IS_WRITABLE:
        return wdk_complete(request, STATUS_MEDIA_WRITE_PROTECTED);
    default:
        return wdk_send_and_forget(request, guard->below);
    }
}

WDK_ON_READ(evt_read, guard_of, on_read);
WDK_ON_WRITE(evt_write, guard_of, on_write);
WDK_ON_DEVICE_CONTROL(evt_device_control, guard_of, on_device_control);

static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    wdk_device_filter(init); /* what has no handler goes on by itself */
    WDK_TRY(wdk_wdf_device_create(init, guard_of, &device));
    guard_of(device)->below = WdfDeviceGetIoTarget(device);
    wdk_lock_init(count_lock, &guard_of(device)->lock);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoRead = evt_read;
    config.EvtIoWrite = evt_write;
    config.EvtIoDeviceControl = evt_device_control;
    return wdk_from_nt(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
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
