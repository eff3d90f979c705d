/*
 * The two ends of a stack of keyboard or mouse drivers: as function driver it stands for the port driver (i8042prt), as
 * upper filter for the class driver (kbdclass, mouclass). What a test sends goes in at the upper end.
 */
#include <ntddk.h>
#include <wdf.h>
#include <initguid.h>
#include <kbdmou.h>
#include <ntddkbd.h>
#include <ntddmou.h>

#include "ends.h"

typedef struct {
    BOOLEAN Upper;
    CONNECT_DATA Connect; /* the lower end's: whom it reports to */
    UCHAR Got[ENDS_MOST]; /* the upper end's: what was reported */
    ULONG GotSize, PacketSize;
} END;
WDF_DECLARE_CONTEXT_TYPE(END)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD add_device;
static EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL port_request;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL class_request;

/* --- the lower end --- */

static NTSTATUS report(const END *end, const ULONG *input, size_t size, ULONG *taken)
{
    const PSERVICE_CALLBACK_ROUTINE service = (PSERVICE_CALLBACK_ROUTINE)end->Connect.ClassService;
    KIRQL irql;
    if (!service)
        return STATUS_DEVICE_NOT_CONNECTED;
    *taken = 0;
    KeRaiseIrql(DISPATCH_LEVEL, &irql); /* port drivers report from a DPC */
    service(end->Connect.ClassDeviceObject, (PVOID)(input + 1), (UCHAR *)input + size, taken);
    KeLowerIrql(irql);
    return STATUS_SUCCESS;
}

static void port_request(WDFQUEUE queue, WDFREQUEST request, size_t output_size, size_t input_size, ULONG code)
{
    END *end = WdfObjectGet_END(WdfIoQueueGetDevice(queue));
    PVOID input = NULL, output = NULL;
    ULONG_PTR moved = 0;
    NTSTATUS status = STATUS_SUCCESS;
    if (input_size)
        status = WdfRequestRetrieveInputBuffer(request, 1, &input, NULL);
    if (NT_SUCCESS(status) && output_size)
        status = WdfRequestRetrieveOutputBuffer(request, 1, &output, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(request, status);
        return;
    }
    switch (code) {
    case IOCTL_INTERNAL_KEYBOARD_CONNECT:
    case IOCTL_INTERNAL_MOUSE_CONNECT:
        if (input_size >= sizeof(CONNECT_DATA))
            end->Connect = *(CONNECT_DATA *)input;
        break;
    case IOCTL_KEYBOARD_QUERY_ATTRIBUTES:
        if (output_size >= sizeof(KEYBOARD_ATTRIBUTES)) {
            KEYBOARD_ATTRIBUTES *attributes = output;
            RtlZeroMemory(attributes, sizeof(*attributes));
            attributes->NumberOfFunctionKeys = 12;
            attributes->NumberOfIndicators = 3;
            attributes->NumberOfKeysTotal = 101;
            moved = sizeof(*attributes);
        }
        break;
    case IOCTL_ENDS_REPORT:
        if (output_size >= sizeof(ULONG)) {
            status = report(end, input, input_size, output);
            moved = sizeof(ULONG);
        }
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
    }
    WdfRequestCompleteWithInformation(request, status, moved);
}

/* --- the upper end --- */

static void take(PDEVICE_OBJECT device, PVOID first, PVOID last, PULONG taken)
{
    END *end = WdfObjectGet_END(WdfWdmDeviceGetWdfDeviceHandle(device));
    const ULONG size = (ULONG)((UCHAR *)last - (UCHAR *)first);
    if (size > sizeof(end->Got) - end->GotSize)
        return;
    RtlCopyMemory(end->Got + end->GotSize, first, size);
    end->GotSize += size;
    *taken += size / end->PacketSize;
}

static NTSTATUS send_down(WDFDEVICE device, ULONG code, PVOID input, ULONG input_size, PVOID output, ULONG output_size,
                          ULONG_PTR *moved)
{
    const PDEVICE_OBJECT below = WdfDeviceWdmGetAttachedDevice(device);
    KEVENT done;
    IO_STATUS_BLOCK io;
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    PIRP irp = IoBuildDeviceIoControlRequest(code, below, input, input_size, output, output_size, TRUE, &done, &io);
    if (!irp)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS status = IoCallDriver(below, irp);
    if (status == STATUS_PENDING) {
        KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
        status = io.Status;
    }
    *moved = NT_SUCCESS(status) ? io.Information : 0;
    return status;
}

static void class_request(WDFQUEUE queue, WDFREQUEST request, size_t output_size, size_t input_size, ULONG code)
{
    const WDFDEVICE device = WdfIoQueueGetDevice(queue);
    END *end = WdfObjectGet_END(device);
    CONNECT_DATA connect = {WdfDeviceWdmGetDeviceObject(device), (PVOID)(ULONG_PTR)take};
    ULONG *input, taken = 0;
    PVOID output = NULL;
    ULONG_PTR moved = 0;
    NTSTATUS status = WdfRequestRetrieveInputBuffer(request, sizeof(ULONG), (PVOID *)&input, NULL);
    if (NT_SUCCESS(status) && output_size)
        status = WdfRequestRetrieveOutputBuffer(request, 1, &output, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(request, status);
        return;
    }
    switch (code) {
    case IOCTL_ENDS_CONNECT:
        status = send_down(device, *input, &connect, sizeof(connect), NULL, 0, &moved);
        break;
    case IOCTL_ENDS_ASK:
        status = send_down(device, *input, NULL, 0, output, (ULONG)output_size, &moved);
        break;
    case IOCTL_ENDS_REPORT:
        end->GotSize = 0;
        end->PacketSize = *input;
        status = send_down(device, code, input, (ULONG)input_size, &taken, sizeof(taken), &moved);
        if (NT_SUCCESS(status) && output_size >= sizeof(taken) + end->GotSize) {
            *(ULONG *)output = taken;
            RtlCopyMemory((ULONG *)output + 1, end->Got, end->GotSize);
            moved = sizeof(taken) + end->GotSize;
        }
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
    }
    WdfRequestCompleteWithInformation(request, status, moved);
}

/* --- both --- */

static NTSTATUS add_device(WDFDRIVER driver, PWDFDEVICE_INIT init)
{
    static BOOLEAN upper_is_next;
    const BOOLEAN upper = upper_is_next;
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;
    UNREFERENCED_PARAMETER(driver);
    upper_is_next = !upper;
    if (upper)
        WdfFdoInitSetFilter(init);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, END);
    NTSTATUS status = WdfDeviceCreate(&init, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    WdfObjectGet_END(device)->Upper = upper;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    if (upper)
        config.EvtIoDeviceControl = class_request;
    else
        config.EvtIoInternalDeviceControl = port_request;
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
    if (NT_SUCCESS(status) && upper)
        status = WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_ENDS, NULL);
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    WDF_DRIVER_CONFIG config;
    WDF_DRIVER_CONFIG_INIT(&config, add_device);
    return WdfDriverCreate(driver, path, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
