/* A cache of packets on a lookaside list, in the safe layer. ../raw is the same without it. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "../public.h"

#include <wdk/lock.h>
#include <wdk/lookaside.h>
#include <wdk/ring.h>
#include <wdk/wdf/queue.h>

struct packet {
    size_t length;
    UCHAR bytes[CACHE_PACKET];
};

WDK_LOOKASIDE(struct packet, packet_cache, "Cach");
WDK_RING(packet_cache_item, packet_ring, CACHE_PACKETS);
WDK_SPIN_LOCK(waiting_lock);

struct device {
    packet_cache packets;
    bool packets_there; /* the list has been initialized */
    waiting_lock lock;
    packet_ring waiting WDK_GUARDED_BY(waiting_lock); /* owns its packets */
    ULONG refused WDK_GUARDED_BY(waiting_lock);
};
WDK_DEVICE_CONTEXT(struct device, device_of);

/* The ring owns the packet then; or it is full, and the packet stays the caller's. */
static bool put(struct device *device, packet_cache_item *packet)
{
    WDK_LOCK_SCOPE(waiting_lock, &device->lock);
    if (!packet_ring_push(&device->waiting, packet)) {
        device->refused++;
        return false;
    }
    (void)wdk_move(packet);
    return true;
}

/* The oldest packet is the caller's then. False: there is none. */
static bool take(struct device *device, packet_cache_item *packet)
{
    WDK_LOCK_SCOPE(waiting_lock, &device->lock);
    return packet_ring_pop(&device->waiting, packet);
}

static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
{
    WDK_SCOPED(packet_cache_item) packet = {};
    wdk_view input;

    if (length > CACHE_PACKET)
        return wdk_complete(request, STATUS_INVALID_BUFFER_SIZE);
    WDK_TRY_REQUEST(request, wdk_request_input(request, length, &input));
    WDK_TRY_REQUEST(request, packet_cache_allocate(&device->packets, &packet));
    WDK_TRY_REQUEST(request, wdk_copy(wdk_bytes_of(wdk_item(packet_cache, &packet)->bytes), input));
    wdk_item(packet_cache, &packet)->length = wdk_count(input);
    if (!put(device, &packet))
        return wdk_complete(request, STATUS_DEVICE_BUSY);
    return wdk_complete_with(request, WDK_OK, length);
}

static wdk_handled on_read(struct device *device, wdk_request *request, size_t length)
{
    WDK_SCOPED(packet_cache_item) packet = {};
    wdk_span output, bytes;

    UNREFERENCED_PARAMETER(length);
    WDK_TRY_REQUEST(request, wdk_request_output(request, CACHE_PACKET, &output));
    if (!take(device, &packet))
        return wdk_complete(request, STATUS_NO_MORE_ENTRIES);
    const size_t count = wdk_item(packet_cache, &packet)->length;
    WDK_TRY_REQUEST(request, wdk_slice(&bytes, wdk_bytes_of(wdk_item(packet_cache, &packet)->bytes), 0, count));
    WDK_TRY_REQUEST(request, wdk_copy(output, wdk_readonly(bytes)));
    return wdk_complete_with(request, WDK_OK, count);
}

static wdk_handled on_device_control(struct device *device, wdk_request *request, ULONG code)
{
    CACHE_STATISTICS statistics;
    wdk_span output;

    if (code != IOCTL_CACHE_QUERY)
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof statistics, &output));
    WDK_LOCKED (waiting_lock, &device->lock) {
        statistics.Waiting = packet_ring_count(&device->waiting);
        statistics.Refused = device->refused;
    }
    WDK_TRY_REQUEST(request, wdk_copy(output, wdk_readonly(wdk_bytes_of(statistics))));
    return wdk_complete_with(request, WDK_OK, sizeof statistics);
}

WDK_ON_READ(evt_read, device_of, on_read);
WDK_ON_WRITE(evt_write, device_of, on_write);
WDK_ON_DEVICE_CONTROL(evt_device_control, device_of, on_device_control);

/* After the last request, and where evt_device_add fails half-way. */
static void on_cleanup(struct device *device)
{
    bool more = device->packets_there;

    while (more) {
        WDK_SCOPED(packet_cache_item) packet = {};
        more = take(device, &packet);
    }
    if (device->packets_there)
        packet_cache_delete(&device->packets);
}
WDK_ON_CLEANUP(evt_device_cleanup, device_of, on_cleanup);

static NTSTATUS evt_device_add(WDFDRIVER driver, PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(device_of);
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE handle;

    UNREFERENCED_PARAMETER(driver);
    attributes.EvtCleanupCallback = evt_device_cleanup;
    WDK_TRY_NT(WdfDeviceCreate(&init, &attributes, &handle));

    struct device *device = device_of(handle);
    wdk_lock_init(waiting_lock, &device->lock);
    WDK_TRY_NT(packet_cache_init(&device->packets));
    device->packets_there = true;

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoRead = evt_read;
    config.EvtIoWrite = evt_write;
    config.EvtIoDeviceControl = evt_device_control;
    WDK_TRY_NT(WdfIoQueueCreate(handle, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return WdfDeviceCreateDeviceInterface(handle, &GUID_DEVINTERFACE_CACHE, NULL);
}

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
