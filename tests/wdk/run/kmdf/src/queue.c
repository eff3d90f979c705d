/* Control code 0x800 + n runs case n; its answer is the line where an expectation failed, or 0. Code 0xC00 goes down
 * the stack, where nobody knows it; 0xC01 waits, until it is cancelled or 0xC02 comes; 0xC03 goes back into its queue
 * once. */
#include "run.h"

#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/device.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/target.h>

struct device_counts {
    ULONG_PTR refused;
};

static void (*const cases[])(struct run *run) = {
#define RUN_CASE_ENTRY(name) case_##name,
    RUN_CASES(RUN_CASE_ENTRY)};

static VOID other_run_routine(PDEVICE_OBJECT device, PVOID context)
{
    struct other_run *const other = context;
    UNREFERENCED_PARAMETER(device);
    other->work(other->context);
    KeSetEvent(&other->ended, IO_NO_INCREMENT, FALSE);
}

void other_run_start(struct other_run *other, struct run *run, void (*work)(void *context), void *context)
{
    other->work = work;
    other->context = context;
    KeInitializeEvent(&other->ended, NotificationEvent, FALSE);
    other->item = IoAllocateWorkItem(WdfDeviceWdmGetDeviceObject(run->device));
    WDK_CHECK(other->item != NULL);
    IoQueueWorkItem(other->item, other_run_routine, DelayedWorkQueue, other);
}

bool other_run_ended(struct other_run *other, ULONG milliseconds)
{
    LARGE_INTEGER timeout = {.QuadPart = -10000LL * milliseconds};
    if (KeWaitForSingleObject(&other->ended, Executive, KernelMode, FALSE, &timeout) != STATUS_SUCCESS)
        return false;
    if (other->item)
        IoFreeWorkItem(other->item);
    other->item = NULL;
    return true;
}

/* What nobody below knows: the handler makes something of that. */
static wdk_handled on_sent(struct device_counts *counts, wdk_request *request, const wdk_sent *sent)
{
    counts->refused += wdk_nt(wdk_sent_status(sent)) == STATUS_INVALID_DEVICE_REQUEST;
    return wdk_complete_with(request, WDK_OK, counts->refused);
}
WDK_SENT(sent, struct device_counts, on_sent);
static struct device_counts counts;

WDK_PARKING(parking, device_of, parked);

static wdk_handled end_parked(DEVICE_CONTEXT *device, wdk_request *request)
{
    wdk_request parked = {};

    if (!wdk_unpark(parking, device, &parked))
        return wdk_complete(request, STATUS_NO_MORE_ENTRIES);
    wdk_ignore_handled(wdk_complete(&parked, STATUS_SUCCESS), "it is another request");
    return wdk_complete(request, STATUS_SUCCESS);
}

/* In a thread of the system, so that the sender can cancel the other at the same time. */
static void on_taking(DEVICE_CONTEXT *device) WDK_AT_PASSIVE
{
    wdk_request taker = wdk_move(&device->taker);
    wdk_ignore_handled(end_parked(device, &taker), "a work item returns nothing");
}
WDK_WORK_ITEM(taking, device_of, on_taking);

static wdk_handled take_soon(DEVICE_CONTEXT *device, wdk_request *request)
{
    const wdk_handled kept = wdk_keep(request, &device->taker);
    wdk_work_item_queue(device->taking);
    return kept;
}

static wdk_handled turn_round(DEVICE_CONTEXT *device, wdk_request *request)
{
    wdk_request again = {};

    const wdk_handled handled = wdk_forward(request, device->manual);
    if (!wdk_ok(wdk_queue_next(device->manual, &again)))
        return handled;
    wdk_ignore_handled(wdk_requeue(&again), "it is taken out below");
    if (!wdk_ok(wdk_queue_next(device->manual, &again)))
        return handled;
    return wdk_complete_with(&again, WDK_OK, 3);
}

static wdk_handled show(struct run *run, wdk_request *request, bool shown) WDK_UNCHECKED_LOCKING
{
    wdk_device_interface_show(run->device, &GUID_DEVINTERFACE_PIECES, shown);
    return wdk_complete(request, STATUS_SUCCESS);
}

static wdk_handled on_device_control(WDFQUEUE queue, wdk_request *request, ULONG code)
{
    const ULONG number = (code >> 2 & 0xFFF) - 0x800;
    struct run run = {.device = WdfIoQueueGetDevice(queue)};
    wdk_view input;
    wdk_span output;

    if (number == 0x400)
        return wdk_send(sent, request, WdfDeviceGetIoTarget(run.device), &counts);
    if (number == 0x401)
        return wdk_park(parking, device_of(run.device), request);
    if (number == 0x402)
        return take_soon(device_of(run.device), request);
    if (number == 0x403)
        return turn_round(device_of(run.device), request);
    if (number == 0x404) /* asks of a control code what only reads and writes have: ends in a panic */
        return wdk_complete_with(request, WDK_OK, wdk_request_range(request).length);
    if (number == 0x405 || number == 0x406)
        return show(&run, request, number == 0x406);
    if (number >= ARRAYSIZE(cases))
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_input(request, 4, &input));
    WDK_TRY_REQUEST(request, wdk_request_output(request, 4, &output));
    WDK_TRY_REQUEST(request, wdk_read_le32(input, 0, (uint32_t *)&run.number));
    cases[number](&run);
    WDK_TRY_REQUEST(request, wdk_write_le32(output, 0, run.line));
    return wdk_complete_with(request, WDK_OK, 4);
}
WDK_ON_DEVICE_CONTROL(evt_device_control, wdk_queue, on_device_control);

_Use_decl_annotations_ NTSTATUS PiecesQueueCreate(WDFDEVICE Device)
{
    WDF_IO_QUEUE_CONFIG config;

    PAGED_CODE();
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    NTSTATUS status = WdfIoQueueCreate(Device, &config, WDF_NO_OBJECT_ATTRIBUTES, &device_of(Device)->manual);
    if (NT_SUCCESS(status))
        status = wdk_nt(taking_create(Device, &device_of(Device)->taking));
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoDeviceControl = evt_device_control;
    return WdfIoQueueCreate(Device, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE);
}
