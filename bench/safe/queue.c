/* Control codes 0x800 + 2 n do path n raw, 0x801 + 2 n safe, as often as the first number in the request says, with the
 * second. */
#include "driver.h"
#include "paths.h"

const UCHAR cost_record[RECORD_BYTES] = {1, 2, 0, 3, 0, 0, 0, 4};

typedef ULONG path(WDFDEVICE device, ULONG input);
static path *const paths[] = {
#define COST_ENTRY(name) raw_##name, safe_##name,
    COST_PATHS(COST_ENTRY)};

static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;
static EVT_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanup;

static VOID EvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                               ULONG IoControlCode)
{
    static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL *const requests[] = {raw_echo, safe_echo, raw_store, safe_store};
    const ULONG function = (IoControlCode >> 2 & 0xFFF) - 0x800;
    ULONG *numbers, sum = 0;

    if (function >= 100 && function < 100 + ARRAYSIZE(requests)) {
        requests[function - 100](Queue, Request, OutputBufferLength, InputBufferLength, IoControlCode);
        return;
    }
    if (function >= ARRAYSIZE(paths) ||
        !NT_SUCCESS(WdfRequestRetrieveInputBuffer(Request, 8, (PVOID *)&numbers, NULL))) {
        WdfRequestComplete(Request, STATUS_INVALID_DEVICE_REQUEST);
        return;
    }
    for (ULONG i = 0; i < numbers[0]; i++)
        sum += paths[function](WdfIoQueueGetDevice(Queue), numbers[1]);
    numbers[0] = sum; /* METHOD_BUFFERED: the answer's place, too */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, min(OutputBufferLength, sizeof sum));
}

static VOID EvtCleanup(WDFOBJECT Queue)
{
    raw_delete(WdfIoQueueGetDevice((WDFQUEUE)Queue));
    safe_delete(WdfIoQueueGetDevice((WDFQUEUE)Queue));
}

_Use_decl_annotations_ NTSTATUS CostQueueCreate(WDFDEVICE Device)
{
    WDF_IO_QUEUE_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;
    NTSTATUS status = raw_create(WdfDeviceGetDriver(Device), Device);

    if (NT_SUCCESS(status))
        status = safe_create(WdfDeviceGetDriver(Device), Device);
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoDeviceControl = EvtIoDeviceControl;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.EvtCleanupCallback = EvtCleanup;
    return WdfIoQueueCreate(Device, &config, &attributes, WDF_NO_HANDLE);
}
