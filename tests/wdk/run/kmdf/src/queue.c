/* Control code 0x800 + n runs case n; its answer is the line where an expectation failed, or 0. Code 0xC00 goes down
 * the stack, where nobody knows it. */
#include "run.h"

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

static wdk_handled on_device_control(WDFQUEUE queue, wdk_request *request, ULONG code)
{
    const ULONG number = (code >> 2 & 0xFFF) - 0x800;
    struct run run = {.device = WdfIoQueueGetDevice(queue)};
    wdk_view input;
    wdk_span output;

    if (number == 0x400)
        return wdk_send(sent, request, WdfDeviceGetIoTarget(run.device), &counts);
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
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoDeviceControl = evt_device_control;
    return WdfIoQueueCreate(Device, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE);
}
