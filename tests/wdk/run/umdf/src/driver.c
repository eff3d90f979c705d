/* The safe layer in user mode: control code 0x800 + n runs case n; its answer is the line of what was not so, or 0. */
#define INITGUID
#include <windows.h>
#include <winioctl.h>
#include <wdf.h>

#include "../public.h"
#include "cases.h"

#include <wdk/arena.h>
#include <wdk/list.h>
#include <wdk/owned_text.h>
#include <wdk/pool.h>
#include <wdk/ring.h>
#include <wdk/seqlock.h>
#include <wdk/slab.h>
#include <wdk/table.h>
#include <wdk/text.h>
#include <wdk/trace.h>
#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/collection.h>
#include <wdk/wdf/device.h>
#include <wdk/wdf/file.h>
#include <wdk/wdf/lock.h>
#include <wdk/wdf/object.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/registry.h>

WDK_POOL_TAG("User");
WDK_DECLARE_SPAN(ULONG, number);
WDK_WDF_SPIN_LOCK(calls_lock);
WDK_WDF_WAIT_LOCK(slow_lock);

struct device {
    HANDLE came;
    calls_lock lock;
    slow_lock slow;
    ULONG timers WDK_GUARDED_BY(calls_lock), work_items WDK_GUARDED_BY(slow_lock);
    ULONG files;
};
WDK_DEVICE_CONTEXT(struct device, device_of);

struct session {
    ULONG number;
};
WDK_FILE_CONTEXT(struct session, session_of);

#define EXPECT(condition)                                                                                              \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            return __LINE__;                                                                                           \
    } while (0)
#define EXPECT_STATUS(result, expected) EXPECT(wdk_nt(wdk_status_of(result)) == (expected))

struct flexible {
    ULONG count;
    ULONG numbers[];
};
struct item {
    wdk_link link;
    wdk_table_link table_link;
    ULONG id;
};
WDK_SLAB(struct item, item_slab, 3);
WDK_LIST(struct item, link, item_list);
WDK_TABLE(struct item, table_link, id, item_table, 16);
WDK_RING(ULONG, number_ring, 4);
WDK_SEQLOCK(struct session, session_cell);
WDK_COLLECTION(memories, WDFMEMORY);

static ULONG case_memory(WDFDEVICE handle, ULONG eight)
{
    WDK_SCOPED_POOL(ULONG) one = wdk_new(ULONG);
    WDK_SCOPED_POOL(ULONG) aligned = wdk_new_aligned(ULONG, 256);
    WDK_SCOPED_POOL(struct flexible) flexible = wdk_new_flexible(struct flexible, numbers, eight);
    WDK_SCOPED(wdk_arena) scratch = wdk_arena_of(64);
    WDK_SCOPED(wdk_wdf_memory) memory = {};
    WDK_SCOPED(memories) all = {};
    number_span span = wdk_new_span(number, eight);

    UNREFERENCED_PARAMETER(handle);
    EXPECT(one && *one == 0);
    EXPECT(aligned && ((uintptr_t)aligned & 255) == 0);
    EXPECT(flexible && flexible->numbers[7] == 0);
    flexible->numbers[7] = 1;
    EXPECT(wdk_count(span) == 8 && *wdk_at(span, 7) == 0);
    wdk_delete_span(&span);
    EXPECT(wdk_count(wdk_new_span(number, SIZE_MAX / eight)) == 0);
    for (ULONG i = 0; i < 20; i++) {
        ULONG *const number = wdk_arena_new(&scratch, ULONG);
        EXPECT(number && *number == 0);
        *number = ~0u;
    }
    EXPECT_STATUS(wdk_memory_create(&memory, PagedPool, 16), STATUS_SUCCESS);
    EXPECT(wdk_count(wdk_memory_span(&memory)) == 16);
    EXPECT_STATUS(memories_create(&all), STATUS_SUCCESS);
    EXPECT_STATUS(memories_add(&all, wdk_borrow(wdk_wdf_memory, &memory)), STATUS_SUCCESS);
    EXPECT(memories_count(&all) == 1);
    return 0;
}

static ULONG case_containers(WDFDEVICE handle, ULONG eight)
{
    static item_slab slab;
    static item_table table;
    static number_ring ring;
    static session_cell cell;
    item_list list;
    struct item *items[3];
    ULONG number;

    UNREFERENCED_PARAMETER(handle);
    item_slab_init(&slab);
    item_list_init(&list);
    for (ULONG i = 0; i < 3; i++) {
        items[i] = item_slab_take(&slab);
        EXPECT(items[i] != NULL);
        items[i]->id = eight + i;
        item_list_push_back(&list, items[i]);
        EXPECT_STATUS(item_table_insert(&table, items[i]), STATUS_SUCCESS);
    }
    EXPECT(item_slab_take(&slab) == NULL);
    EXPECT(item_table_find(&table, eight + 1) == items[1]);
    for (ULONG i = 0; i < 3; i++) {
        EXPECT(item_list_pop_front(&list) == items[i]);
        EXPECT(item_table_remove(&table, eight + i) == items[i]);
        wdk_slab_give(item_slab, &slab, &items[i]);
    }
    for (number = 0; number < 4; number++)
        EXPECT(number_ring_push(&ring, &number));
    EXPECT(!number_ring_push(&ring, &number));
    EXPECT(number_ring_pop(&ring, &number) && number == 0);
    session_cell_write(&cell, &(struct session){eight});
    EXPECT(session_cell_read(&cell).number == eight);
    return 0;
}

static ULONG case_values(WDFDEVICE handle, ULONG eight)
{
    WDK_SCOPED(wdk_owned_text) copy = {};
    WCHAR room[8];
    wdk_text_buffer buffer = wdk_text_room(room);
    uint8_t bytes[8] = {1, 2, 3, 4};
    uint32_t number;
    UCHAR small;

    UNREFERENCED_PARAMETER(handle);
    EXPECT_STATUS(wdk_text_append(&buffer, WDK_TEXT(L"0x1F")), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_text_append(&buffer, WDK_TEXT(L"12345")), STATUS_BUFFER_OVERFLOW);
    EXPECT_STATUS(wdk_text_number(wdk_text_in(&buffer), &number), STATUS_SUCCESS);
    EXPECT(number == 31);
    EXPECT_STATUS(wdk_owned_text_copy(&copy, wdk_text_in(&buffer)), STATUS_SUCCESS);
    EXPECT(wdk_text_equal(wdk_owned_text_in(&copy), WDK_TEXT(L"0x1F")));
    EXPECT_STATUS(wdk_read_be32(wdk_readonly(wdk_bytes_of(bytes)), 0, &number), STATUS_SUCCESS);
    EXPECT(number == 0x01020304);
    EXPECT_STATUS(wdk_read_be32(wdk_readonly(wdk_bytes_of(bytes)), eight - 3, &number), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(wdk_add(&small, (UCHAR)eight, 248), STATUS_INTEGER_OVERFLOW);
    return 0;
}

static ULONG case_registry(WDFDEVICE handle, ULONG eight)
{
    WDK_SCOPED(wdk_key) parameters = {};
    uint8_t bytes[4];
    ULONG number;
    size_t used;

    EXPECT_STATUS(wdk_key_open_parameters(&parameters, WdfDeviceGetDriver(handle), KEY_READ | KEY_WRITE),
                  STATUS_SUCCESS);
    EXPECT(wdk_key_ulong_or(&parameters, L"Number", 5) == 5);
    EXPECT_STATUS(wdk_key_write_ulong(&parameters, L"Number", eight), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_key_read_ulong(&parameters, L"Number", &number), STATUS_SUCCESS);
    EXPECT(number == eight);
    EXPECT_STATUS(wdk_key_read_bytes(&parameters, L"Number", wdk_bytes_of(bytes), &used), STATUS_OBJECT_TYPE_MISMATCH);
    return 0;
}

static void on_tick(struct device *device)
{
    WDK_LOCKED(calls_lock, &device->lock)
    device->timers++;
    SetEvent(device->came);
}
WDK_TIMER(tick, device_of, on_tick);

static void on_work(struct device *device) WDK_AT_PASSIVE
{
    WDK_LOCKED(slow_lock, &device->slow)
    device->work_items++;
}
WDK_WORK_ITEM(work, device_of, on_work);

WDK_UNCHECKED_LOCKING static ULONG case_callbacks(WDFDEVICE handle, ULONG eight)
{
    struct device *device = device_of(handle);
    WDFTIMER timer;
    WDFWORKITEM item;

    UNREFERENCED_PARAMETER(eight);
    EXPECT(wdk_object_of(device_of, device) == handle && device->files == 1);
    EXPECT_STATUS(tick_create(handle, &timer), STATUS_SUCCESS);
    wdk_timer_start(timer, WDK_MICROSECONDS(20500));
    EXPECT(WaitForSingleObject(device->came, 1000) == WAIT_OBJECT_0);
    wdk_timer_stop_and_wait(timer);
    EXPECT(device->timers == 1);
    EXPECT_STATUS(work_create(handle, &item), STATUS_SUCCESS);
    wdk_work_item_queue(item);
    wdk_work_item_flush(item);
    EXPECT(device->work_items == 1);
    return 0;
}

static ULONG case_stop_index(WDFDEVICE handle, ULONG eight)
{
    uint8_t bytes[8] = {0};
    UNREFERENCED_PARAMETER(handle);
    return *wdk_at(wdk_bytes_of(bytes), eight);
}

static ULONG case_stop_moved(WDFDEVICE handle, ULONG eight)
{
    WDK_SCOPED(wdk_wdf_memory) memory = {};
    UNREFERENCED_PARAMETER(handle);
    return wdk_count(wdk_memory_span(&memory)) == eight;
}

static ULONG (*const cases[])(WDFDEVICE handle, ULONG eight) = {
#define RUN_CASE_ENTRY(name) case_##name,
    RUN_CASES(RUN_CASE_ENTRY)};

static wdk_handled on_device_control(WDFQUEUE queue, wdk_request *request, ULONG code)
{
    const ULONG number = (code >> 2 & 0xFFF) - 0x800;
    wdk_view input;
    wdk_span output;
    uint32_t eight;

    if (number >= ARRAYSIZE(cases))
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_input(request, 4, &input));
    WDK_TRY_REQUEST(request, wdk_request_output(request, 4, &output));
    WDK_TRY_REQUEST(request, wdk_read_le32(input, 0, &eight));
    WDK_TRY_REQUEST(request, wdk_write_le32(output, 0, cases[number](WdfIoQueueGetDevice(queue), eight)));
    return wdk_complete_with(request, WDK_OK, 4);
}
WDK_ON_DEVICE_CONTROL(evt_device_control, wdk_queue, on_device_control);

static wdk_handled on_open(struct device *device, wdk_request *request, WDFFILEOBJECT file) WDK_AT_PASSIVE
{
    session_of(file)->number = ++device->files;
    return wdk_complete(request, STATUS_SUCCESS);
}
static void on_close(struct session *session)
{
    session->number = 0;
}
WDK_ON_FILE_CREATE(evt_open, device_of, on_open);
WDK_ON_FILE_END(evt_close, session_of, on_close);

static void on_cleanup(struct device *device)
{
    if (device->came)
        CloseHandle(device->came);
}
WDK_ON_CLEANUP(evt_cleanup, device_of, on_cleanup);

static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE handle;

    UNREFERENCED_PARAMETER(driver);
    wdk_device_end(init, evt_cleanup);
    wdk_device_files(init, session_of, evt_open, evt_close, NULL);
    WDK_TRY(wdk_wdf_device_create(init, device_of, &handle));
    struct device *device = device_of(handle);
    WDK_TRY(wdk_lock_create(calls_lock, &device->lock, handle));
    WDK_TRY(wdk_lock_create(slow_lock, &device->slow, handle));
    device->came = CreateEventW(NULL, FALSE, FALSE, NULL);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoDeviceControl = evt_device_control;
    WDK_TRY(WdfIoQueueCreate(handle, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE));
    return wdk_device_interface(handle, &GUID_DEVINTERFACE_MINE);
}
WDK_DEVICE_ADD(evt_add, on_add);

DRIVER_INITIALIZE DriverEntry;
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
