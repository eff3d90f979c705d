/* I/O targets, parked requests and common buffers: a control device of the driver's own is what is asked. */
#include "run.h"

#include <wdk/wdf/cancel.h>
#include <wdk/wdf/dma.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/target.h>

WDK_POOL_TAG("Run3");

#define BELOW_NEXT  CTL_CODE(FILE_DEVICE_UNKNOWN, 0x900, METHOD_BUFFERED, FILE_ANY_ACCESS) /* the next number */
#define BELOW_WAITS CTL_CODE(FILE_DEVICE_UNKNOWN, 0x901, METHOD_BUFFERED, FILE_ANY_ACCESS) /* until it is cancelled */
#define BELOW_ENDS  CTL_CODE(FILE_DEVICE_UNKNOWN, 0x902, METHOD_BUFFERED, FILE_ANY_ACCESS) /* the one that waits */

struct below {
    wdk_parked waiting;
};
WDK_DEVICE_CONTEXT(struct below, below_of);
WDK_PARKING(below_place, below_of, waiting);

static wdk_handled on_below(struct below *below, wdk_request *request, ULONG code)
{
    wdk_request waiting = {};
    wdk_view input;
    wdk_span output;
    uint32_t number;

    switch (code) {
    case BELOW_WAITS:
        return wdk_park(below_place, below, request);
    case BELOW_ENDS:
        if (!wdk_unpark(below_place, below, &waiting))
            return wdk_complete(request, STATUS_NO_MORE_ENTRIES);
        wdk_ignore_handled(wdk_complete(&waiting, STATUS_SUCCESS), "it is another request");
        return wdk_complete(request, STATUS_SUCCESS);
    default:
        WDK_TRY_REQUEST(request, wdk_request_input(request, 4, &input));
        WDK_TRY_REQUEST(request, wdk_request_output(request, 4, &output));
        WDK_TRY_REQUEST(request, wdk_read_le32(input, 0, &number));
        WDK_TRY_REQUEST(request, wdk_write_le32(output, 0, number + 1));
        return wdk_complete_with(request, WDK_OK, 4);
    }
}
WDK_ON_DEVICE_CONTROL(evt_below, below_of, on_below);

/* Reads and writes: their bytes are the offset's lowest, and have to be. */
static wdk_handled on_any(struct below *below, wdk_request *request)
{
    const wdk_range range = wdk_request_range(request);
    wdk_span output;
    wdk_view input;

    UNREFERENCED_PARAMETER(below);
    if (range.length == 3) { /* a write */
        WDK_TRY_REQUEST(request, wdk_request_input(request, range.length, &input));
        if (*wdk_at(input, 2) != (UCHAR)range.offset)
            return wdk_complete(request, STATUS_DATA_ERROR);
    } else {
        WDK_TRY_REQUEST(request, wdk_request_output(request, range.length, &output));
        wdk_fill(output, (UCHAR)range.offset);
    }
    return wdk_complete_with(request, WDK_OK, range.length);
}
WDK_ON_ANY_REQUEST(evt_any, below_of, on_any);

/* The control device, and a target that is it. */
static wdk_status open_below(struct run *run, WDFDEVICE *below, wdk_wdf_target *target) WDK_AT_PASSIVE
{
    static const UNICODE_STRING sddl = RTL_CONSTANT_STRING(L"D:P(A;;GA;;;SY)(A;;GA;;;BA)");
    static const UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Device\\PiecesBelow");
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(below_of);
    WDF_IO_QUEUE_CONFIG config;
    PWDFDEVICE_INIT init = WdfControlDeviceInitAllocate(WdfDeviceGetDriver(run->device), &sddl);

    WDK_TRY_MEMORY(init);
    WDK_TRY(WdfDeviceInitAssignName(init, &name));
    WDK_TRY(WdfDeviceCreate(&init, &attributes, below));
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoDeviceControl = evt_below;
    config.EvtIoDefault = evt_any;
    WDK_TRY(WdfIoQueueCreate(*below, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE));
    WdfControlFinishInitializing(*below);
    return wdk_target_open(target, run->device, wdk_text_from_raw(&name), GENERIC_READ | GENERIC_WRITE);
}

void case_target_answers(struct run *run)
{
    wdk_wdf_target target = {};
    ULONG number = run->number, next = 0;
    ULONG_PTR moved;
    WDFDEVICE below;

    EXPECT_STATUS(open_below(run, &below, &target), STATUS_SUCCESS);
    const WDFIOTARGET raw = wdk_borrow(wdk_wdf_target, &target);
    EXPECT_STATUS(
        wdk_target_ioctl(raw, BELOW_NEXT, wdk_readonly(wdk_bytes_of(number)), wdk_bytes_of(next), 1000, &moved),
        STATUS_SUCCESS);
    EXPECT(next == number + 1 && moved == 4);
    EXPECT_STATUS(wdk_target_ioctl(raw, BELOW_NEXT, (wdk_view){}, wdk_bytes_of(next), 1000, &moved),
                  STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(wdk_target_ioctl(raw, BELOW_WAITS, (wdk_view){}, (wdk_span){}, 20, &moved), STATUS_IO_TIMEOUT);
    EXPECT_STATUS(wdk_target_ioctl(raw, BELOW_ENDS, (wdk_view){}, (wdk_span){}, 20, &moved), STATUS_NO_MORE_ENTRIES);
    wdk_wdf_target_release(&target);
    WdfObjectDelete(below);
}

void case_target_reads_and_writes(struct run *run)
{
    wdk_wdf_target target = {};
    UCHAR bytes[5] = {0};
    ULONG_PTR moved;
    wdk_view three;
    WDFDEVICE below;

    EXPECT_STATUS(open_below(run, &below, &target), STATUS_SUCCESS);
    const WDFIOTARGET raw = wdk_borrow(wdk_wdf_target, &target);
    EXPECT_STATUS(wdk_target_read(raw, wdk_bytes_of(bytes), 0x123456, 1000, &moved), STATUS_SUCCESS);
    EXPECT(moved == 5 && bytes[0] == 0x56 && bytes[4] == 0x56);
    EXPECT_STATUS(wdk_slice(&three, wdk_readonly(wdk_bytes_of(bytes)), 0, 3), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_target_write(raw, three, 0x56, 1000, &moved), STATUS_SUCCESS);
    EXPECT(moved == 3);
    EXPECT_STATUS(wdk_target_write(raw, three, 0x5600, 1000, &moved), STATUS_DATA_ERROR);
    wdk_wdf_target_release(&target);
    WdfObjectDelete(below);
}

struct answers {
    ULONG count;
    NTSTATUS status;
    ULONG_PTR bytes;
    KEVENT came;
};
static void on_answer(struct answers *answers, const wdk_sent *sent)
{
    answers->count++;
    answers->status = wdk_nt(wdk_sent_status(sent));
    answers->bytes = wdk_sent_information(sent);
    KeSetEvent(&answers->came, IO_NO_INCREMENT, FALSE);
}
WDK_ANSWER(answer, struct answers, on_answer);

static struct answers answers;
static wdk_own_request query;

void case_own_request_is_used_again(struct run *run)
{
    wdk_wdf_target target = {};
    WDK_SCOPED(wdk_wdf_memory) question = {};
    WDK_SCOPED(wdk_wdf_memory) reply = {};
    WDFDEVICE below;

    KeInitializeEvent(&answers.came, SynchronizationEvent, FALSE);
    EXPECT_STATUS(open_below(run, &below, &target), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_own_request_create(&query, wdk_borrow(wdk_wdf_target, &target)), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_memory_create(&question, NonPagedPoolNx, 4), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_memory_create(&reply, NonPagedPoolNx, 4), STATUS_SUCCESS);
    for (ULONG i = 0; i < 3; i++) {
        uint32_t next = 0;
        EXPECT_STATUS(wdk_write_le32(wdk_memory_span(&question), 0, i), STATUS_SUCCESS);
        EXPECT_STATUS(wdk_ask(answer, &query, BELOW_NEXT, &question, &reply, &answers), STATUS_SUCCESS);
        KeWaitForSingleObject(&answers.came, Executive, KernelMode, FALSE, NULL);
        EXPECT_STATUS(wdk_read_le32(wdk_readonly(wdk_memory_span(&reply)), 0, &next), STATUS_SUCCESS);
        EXPECT(next == i + 1 && answers.count == i + 1 && answers.status == STATUS_SUCCESS && answers.bytes == 4);
    }
    EXPECT_STATUS(wdk_ask(answer, &query, BELOW_WAITS, NULL, NULL, &answers), STATUS_SUCCESS);
    EXPECT(wdk_own_request_is_sent(&query));
    wdk_own_request_cancel(&query);
    KeWaitForSingleObject(&answers.came, Executive, KernelMode, FALSE, NULL);
    EXPECT(answers.status == STATUS_CANCELLED && !wdk_own_request_is_sent(&query));
    ULONG_PTR moved;
    EXPECT_STATUS(wdk_ask(answer, &query, BELOW_WAITS, NULL, NULL, &answers), STATUS_SUCCESS);
    EXPECT_STATUS(
        wdk_target_ioctl(wdk_borrow(wdk_wdf_target, &target), BELOW_ENDS, (wdk_view){}, (wdk_span){}, 0, &moved),
        STATUS_SUCCESS);
    KeWaitForSingleObject(&answers.came, Executive, KernelMode, FALSE, NULL);
    EXPECT(answers.status == STATUS_SUCCESS);
    wdk_own_request_release(&query);
    wdk_wdf_target_release(&target);
    WdfObjectDelete(below);
}

void case_stop_own_request_sent_twice(struct run *run)
{
    wdk_wdf_target target = {};
    WDFDEVICE below;

    KeInitializeEvent(&answers.came, SynchronizationEvent, FALSE);
    EXPECT_STATUS(open_below(run, &below, &target), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_own_request_create(&query, wdk_borrow(wdk_wdf_target, &target)), STATUS_SUCCESS);
    for (ULONG i = 0; i < run->number; i++)
        EXPECT_STATUS(wdk_ask(answer, &query, BELOW_WAITS, NULL, NULL, &answers), STATUS_SUCCESS);
}

void case_stop_own_request_released(struct run *run)
{
    wdk_wdf_target target = {};
    WDFDEVICE below;

    EXPECT_STATUS(open_below(run, &below, &target), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_own_request_create(&query, wdk_borrow(wdk_wdf_target, &target)), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_ask(answer, &query, BELOW_WAITS, NULL, NULL, &answers), STATUS_SUCCESS);
    wdk_own_request_release(&query);
}

void case_common_buffer_is_shared(struct run *run)
{
    WDK_SCOPED(wdk_common_buffer) ring = {};
    WDFDMAENABLER enabler;

    EXPECT_STATUS(wdk_dma_create(run->device, WdfDmaProfileScatterGather64, 0x1000, &enabler), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_common_buffer_create(&ring, enabler, 512), STATUS_SUCCESS);
    EXPECT(wdk_count(wdk_common_buffer_span(&ring)) == 512);
    EXPECT(*wdk_at(wdk_common_buffer_span(&ring), 511) == 0);
    EXPECT(wdk_common_buffer_logical(&ring).QuadPart != 0);
    wdk_common_buffer_release(&ring);
    EXPECT(wdk_common_buffer_is_empty(&ring));
}
