/* A cache of packets on a lookaside list, by the kernel's and WDF's own functions. ../safe is the same in the safe
 * layer. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "../public.h"

#define CACHE_TAG 'hcaC'

typedef struct _PACKET {
    LIST_ENTRY Link;
    ULONG Length;
    UCHAR Bytes[CACHE_PACKET];
} PACKET, *PPACKET;

typedef struct _DEVICE_CONTEXT {
    LOOKASIDE_LIST_EX Packets;
    BOOLEAN PacketsThere; /* the list has been initialized */
    KSPIN_LOCK Lock;
    LIST_ENTRY Waiting; /* under Lock, as all below */
    CACHE_STATISTICS Statistics;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceGetContext)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD EvtDeviceAdd;
static EVT_WDF_OBJECT_CONTEXT_CLEANUP EvtDeviceCleanup;
static EVT_WDF_IO_QUEUE_IO_READ EvtIoRead;
static EVT_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;

static VOID EvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    PPACKET packet;
    PVOID input;
    KIRQL irql;
    NTSTATUS status;

    if (Length > CACHE_PACKET) {
        WdfRequestComplete(Request, STATUS_INVALID_BUFFER_SIZE);
        return;
    }
    status = WdfRequestRetrieveInputBuffer(Request, Length, &input, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    packet = ExAllocateFromLookasideListEx(&device->Packets);
    if (!packet) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    RtlCopyMemory(packet->Bytes, input, Length);
    packet->Length = (ULONG)Length;

    KeAcquireSpinLock(&device->Lock, &irql);
    if (device->Statistics.Waiting == CACHE_PACKETS) {
        device->Statistics.Refused++;
        status = STATUS_DEVICE_BUSY;
    } else {
        InsertTailList(&device->Waiting, &packet->Link);
        device->Statistics.Waiting++;
        packet = NULL;
    }
    KeReleaseSpinLock(&device->Lock, irql);

    if (packet)
        ExFreeToLookasideListEx(&device->Packets, packet);
    WdfRequestCompleteWithInformation(Request, status, NT_SUCCESS(status) ? Length : 0);
}

/* The oldest packet, which is the caller's then, or NULL. */
static PPACKET TakePacket(PDEVICE_CONTEXT Device)
{
    PPACKET packet = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&Device->Lock, &irql);
    if (!IsListEmpty(&Device->Waiting)) {
        packet = CONTAINING_RECORD(RemoveHeadList(&Device->Waiting), PACKET, Link);
        Device->Statistics.Waiting--;
    }
    KeReleaseSpinLock(&Device->Lock, irql);
    return packet;
}

static VOID EvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    PPACKET packet;
    PVOID output;
    ULONG length;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Length);
    status = WdfRequestRetrieveOutputBuffer(Request, CACHE_PACKET, &output, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    packet = TakePacket(device);
    if (!packet) {
        WdfRequestComplete(Request, STATUS_NO_MORE_ENTRIES);
        return;
    }
    length = packet->Length;
    RtlCopyMemory(output, packet->Bytes, length);
    ExFreeToLookasideListEx(&device->Packets, packet);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, length);
}

static VOID EvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                               ULONG IoControlCode)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    CACHE_STATISTICS *output;
    KIRQL irql;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);
    if (IoControlCode != IOCTL_CACHE_QUERY) {
        WdfRequestComplete(Request, STATUS_INVALID_DEVICE_REQUEST);
        return;
    }
    status = WdfRequestRetrieveOutputBuffer(Request, sizeof *output, (PVOID *)&output, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    KeAcquireSpinLock(&device->Lock, &irql);
    *output = device->Statistics;
    KeReleaseSpinLock(&device->Lock, irql);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, sizeof *output);
}

/* After the last request, and where EvtDeviceAdd fails half-way. */
static VOID EvtDeviceCleanup(WDFOBJECT Object)
{
    PDEVICE_CONTEXT device = DeviceGetContext(Object);
    PPACKET packet;

    if (!device->PacketsThere)
        return;
    while ((packet = TakePacket(device)) != NULL)
        ExFreeToLookasideListEx(&device->Packets, packet);
    ExDeleteLookasideListEx(&device->Packets);
}

static NTSTATUS EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    PDEVICE_CONTEXT context;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    attributes.EvtCleanupCallback = EvtDeviceCleanup;
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;

    context = DeviceGetContext(device);
    KeInitializeSpinLock(&context->Lock);
    InitializeListHead(&context->Waiting);
    status = ExInitializeLookasideListEx(&context->Packets, NULL, NULL, NonPagedPoolNx, 0, sizeof(PACKET), CACHE_TAG, 0);
    if (!NT_SUCCESS(status))
        return status;
    context->PacketsThere = TRUE;

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoRead = EvtIoRead;
    config.EvtIoWrite = EvtIoWrite;
    config.EvtIoDeviceControl = EvtIoDeviceControl;
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_CACHE, NULL);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
