/* Step 1 from ../../../../examples/lookaside/raw: results that must be used, requests that are parted with once, buffers as
 * spans. Locks and memory are still the kernel's own. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "../public.h"

#include <wdk/wdf/queue.h>

#define CACHE_TAG 'hcaC'

typedef struct _PACKET {
    LIST_ENTRY Link;
    size_t Length;
    UCHAR Bytes[CACHE_PACKET];
} PACKET, *PPACKET;

struct device {
    LOOKASIDE_LIST_EX Packets;
    BOOLEAN PacketsThere; /* the list has been initialized */
    KSPIN_LOCK Lock;
    LIST_ENTRY Waiting; /* under Lock, as all below */
    CACHE_STATISTICS Statistics;
};
WDK_DEVICE_CONTEXT(struct device, device_of);

/* The list owns the packet then; or it is full, and the packet stays the caller's. */
static bool put(struct device *device, PPACKET packet)
{
    bool kept = false;
    KIRQL irql;

    KeAcquireSpinLock(&device->Lock, &irql);
    if (device->Statistics.Waiting == CACHE_PACKETS) {
        device->Statistics.Refused++;
    } else {
        InsertTailList(&device->Waiting, &packet->Link);
        device->Statistics.Waiting++;
        kept = true;
    }
    KeReleaseSpinLock(&device->Lock, irql);
    return kept;
}

/* The oldest packet, which is the caller's then, or NULL. */
static PPACKET take(struct device *device)
{
    PPACKET packet = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&device->Lock, &irql);
    if (!IsListEmpty(&device->Waiting)) {
        packet = CONTAINING_RECORD(RemoveHeadList(&device->Waiting), PACKET, Link);
        device->Statistics.Waiting--;
    }
    KeReleaseSpinLock(&device->Lock, irql);
    return packet;
}

static wdk_handled on_write(struct device *device, wdk_request *request, size_t length)
{
    wdk_view input;
    PPACKET packet;

    if (length > CACHE_PACKET)
        return wdk_complete(request, STATUS_INVALID_BUFFER_SIZE);
    WDK_TRY_REQUEST(request, wdk_request_input(request, length, &input));
    packet = ExAllocateFromLookasideListEx(&device->Packets);
    if (!packet)
        return wdk_complete(request, STATUS_INSUFFICIENT_RESOURCES);
    packet->Length = length;
    const wdk_status status = wdk_copy(wdk_bytes_of(packet->Bytes), input);
    if (!wdk_ok(status) || !put(device, packet)) {
        ExFreeToLookasideListEx(&device->Packets, packet); /* still ours to remember */
        return wdk_complete(request, wdk_ok(status) ? wdk_error(STATUS_DEVICE_BUSY) : status);
    }
    return wdk_complete_with(request, WDK_OK, length);
}

static wdk_handled on_read(struct device *device, wdk_request *request, size_t length)
{
    wdk_span output, bytes;
    PPACKET packet;

    UNREFERENCED_PARAMETER(length);
    WDK_TRY_REQUEST(request, wdk_request_output(request, CACHE_PACKET, &output));
    packet = take(device);
    if (!packet)
        return wdk_complete(request, STATUS_NO_MORE_ENTRIES);
    const size_t count = packet->Length;
    wdk_status status = wdk_slice(&bytes, wdk_bytes_of(packet->Bytes), 0, count);
    if (wdk_ok(status))
        status = wdk_copy(output, wdk_readonly(bytes));
    ExFreeToLookasideListEx(&device->Packets, packet);
    return wdk_complete_with(request, status, wdk_ok(status) ? count : 0);
}

static wdk_handled on_device_control(struct device *device, wdk_request *request, ULONG code)
{
    CACHE_STATISTICS statistics;
    wdk_span output;
    KIRQL irql;

    if (code != IOCTL_CACHE_QUERY)
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof statistics, &output));
    KeAcquireSpinLock(&device->Lock, &irql);
    statistics = device->Statistics;
    KeReleaseSpinLock(&device->Lock, irql);
    WDK_TRY_REQUEST(request, wdk_copy(output, wdk_readonly(wdk_bytes_of(statistics))));
    return wdk_complete_with(request, WDK_OK, sizeof statistics);
}

WDK_ON_READ(evt_read, device_of, on_read);
WDK_ON_WRITE(evt_write, device_of, on_write);
WDK_ON_DEVICE_CONTROL(evt_device_control, device_of, on_device_control);

/* After the last request, and where evt_device_add fails half-way. */
static void on_cleanup(struct device *device)
{
    PPACKET packet;

    if (!device->PacketsThere)
        return;
    while ((packet = take(device)) != NULL)
        ExFreeToLookasideListEx(&device->Packets, packet);
    ExDeleteLookasideListEx(&device->Packets);
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
    KeInitializeSpinLock(&device->Lock);
    InitializeListHead(&device->Waiting);
    WDK_TRY_NT(ExInitializeLookasideListEx(&device->Packets, NULL, NULL, NonPagedPoolNx, 0, sizeof(PACKET), CACHE_TAG, 0));
    device->PacketsThere = TRUE;

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
