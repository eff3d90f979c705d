/* Timers, work items and DPCs, contexts of every kind of object, WDF's locks, the registry. */
#include "run.h"

#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/lock.h>
#include <wdk/wdf/object.h>
#include <wdk/wdf/registry.h>

WDK_POOL_TAG("Run6");
WDK_WDF_SPIN_LOCK(calls_lock);
WDK_WDF_WAIT_LOCK(slow_lock);

struct calls {
    KEVENT came;
    calls_lock lock;
    slow_lock slow;
    ULONG timers WDK_GUARDED_BY(calls_lock), work_items WDK_GUARDED_BY(slow_lock);
    LONG dpcs;
    KIRQL irql;
};
/* A second context of the device. */
WDK_DEVICE_CONTEXT(struct calls, calls_of);

static ULONG timers_of(struct calls *calls) WDK_REQUIRES(calls_lock)
{
    return calls->timers;
}
static ULONG fired(struct calls *calls) WDK_EXCLUDES(calls_lock)
{
    WDK_LOCK_SCOPE(calls_lock, &calls->lock);
    return timers_of(calls);
}

static void on_tick(struct calls *calls)
{
    WDK_LOCKED(calls_lock, &calls->lock)
    {
        calls->timers++;
        calls->irql = KeGetCurrentIrql();
    }
    KeSetEvent(&calls->came, IO_NO_INCREMENT, FALSE);
}
WDK_TIMER(tick, calls_of, on_tick);

static void on_work(struct calls *calls) WDK_AT_PASSIVE
{
    WDK_LOCKED(slow_lock, &calls->slow)
    calls->work_items++;
}
WDK_WORK_ITEM(work, calls_of, on_work);

static void on_dpc(struct calls *calls) WDK_AT_DISPATCH
{
    calls->irql = KeGetCurrentIrql();
    InterlockedIncrement(&calls->dpcs);
    KeSetEvent(&calls->came, IO_NO_INCREMENT, FALSE);
}
WDK_DPC(deferred, calls_of, on_dpc);

static wdk_status make_calls(struct run *run, struct calls **calls)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(calls_of);
    WDK_TRY(WdfObjectAllocateContext(run->device, &attributes, (PVOID *)calls));
    KeInitializeEvent(&(*calls)->came, SynchronizationEvent, FALSE);
    WDK_TRY(wdk_lock_create(calls_lock, &(*calls)->lock, run->device));
    return wdk_lock_create(slow_lock, &(*calls)->slow, run->device);
}

static ULONGLONG now(void)
{
    return KeQueryInterruptTime();
}

void case_timers_come_in_time(struct run *run)
{
    struct calls *calls;
    WDFTIMER timer, other;

    EXPECT_STATUS(make_calls(run, &calls), STATUS_SUCCESS);
    EXPECT_STATUS(tick_create(run->device, &timer), STATUS_SUCCESS);
    const ULONGLONG begin = now();
    wdk_timer_start(timer, WDK_MICROSECONDS(30500));
    KeWaitForSingleObject(&calls->came, Executive, KernelMode, FALSE, NULL);
    EXPECT(now() - begin >= 305000 && now() - begin < 305000 + 200000); /* a tick of the clock is 15.6 ms */
    EXPECT(fired(calls) == 1 && calls->irql == DISPATCH_LEVEL);
    wdk_timer_start(timer, WDK_MILLISECONDS(50));
    wdk_timer_stop(timer);
    EXPECT_STATUS(tick_create_periodic(run->device, 20, &other), STATUS_SUCCESS);
    wdk_timer_start(other, WDK_MILLISECONDS(20));
    while (fired(calls) < 5)
        KeWaitForSingleObject(&calls->came, Executive, KernelMode, FALSE, NULL);
    wdk_timer_stop_and_wait(other);
    EXPECT(now() - begin >= 305000 + 4 * 200000);
    const ULONG count = fired(calls);
    LARGE_INTEGER pause = {.QuadPart = WDK_MILLISECONDS(100)};
    KeDelayExecutionThread(KernelMode, FALSE, &pause);
    EXPECT(fired(calls) == count); /* both are stopped */
}

void case_work_items_and_dpcs(struct run *run)
{
    struct calls *calls;
    WDFWORKITEM item;
    WDFDPC dpc;

    EXPECT_STATUS(make_calls(run, &calls), STATUS_SUCCESS);
    EXPECT_STATUS(work_create(run->device, &item), STATUS_SUCCESS);
    wdk_work_item_queue(item);
    wdk_work_item_flush(item);
    WDK_LOCKED(slow_lock, &calls->slow)
    EXPECT(calls->work_items == 1);
    EXPECT_STATUS(deferred_create(run->device, &dpc), STATUS_SUCCESS);
    EXPECT(wdk_dpc_queue(dpc));
    KeWaitForSingleObject(&calls->came, Executive, KernelMode, FALSE, NULL);
    EXPECT(calls->dpcs == 1 && calls->irql == DISPATCH_LEVEL);
}

struct seen {
    ULONG number;
};
WDK_DRIVER_CONTEXT(struct seen, driver_seen);
WDK_QUEUE_CONTEXT(struct seen, queue_seen);
WDK_REQUEST_CONTEXT(struct seen, request_seen);
WDK_TIMER_CONTEXT(struct seen, timer_seen);
WDK_WORK_ITEM_CONTEXT(struct seen, work_item_seen);
WDK_INTERRUPT_CONTEXT(struct seen, interrupt_seen);
WDK_TARGET_CONTEXT(struct seen, target_seen);
WDK_OBJECT_CONTEXT(struct seen, object_seen);

/* The context is there, zeroed, the object's own, and leads back to it. */
#define EXPECT_CONTEXT(accessor, object)                                                                               \
    do {                                                                                                               \
        EXPECT(accessor(object)->number == 0);                                                                         \
        accessor(object)->number = run->number;                                                                        \
        EXPECT(wdk_object_of(accessor, accessor(object)) == (object));                                                 \
        EXPECT(accessor(object)->number == 8);                                                                         \
    } while (0)

static VOID evt_nothing(WDFTIMER timer)
{
    UNREFERENCED_PARAMETER(timer);
}
static VOID evt_no_work(WDFWORKITEM item)
{
    UNREFERENCED_PARAMETER(item);
}

void case_contexts_of_objects_of_a_device(struct run *run)
{
    WDF_OBJECT_ATTRIBUTES timer = wdk_attributes(timer_seen), item = wdk_attributes(work_item_seen);
    WDF_OBJECT_ATTRIBUTES queue = wdk_attributes(queue_seen), target = wdk_attributes(target_seen);
    WDF_TIMER_CONFIG timer_config;
    WDF_WORKITEM_CONFIG item_config;
    WDF_IO_QUEUE_CONFIG queue_config;
    WDFTIMER a_timer;
    WDFWORKITEM an_item;
    WDFQUEUE a_queue;
    WDFIOTARGET a_target;

    WDF_TIMER_CONFIG_INIT(&timer_config, evt_nothing);
    wdk_attributes_parent(&timer, run->device);
    EXPECT_STATUS(WdfTimerCreate(&timer_config, &timer, &a_timer), STATUS_SUCCESS);
    EXPECT_CONTEXT(timer_seen, a_timer);
    WDF_WORKITEM_CONFIG_INIT(&item_config, evt_no_work);
    wdk_attributes_parent(&item, run->device);
    EXPECT_STATUS(WdfWorkItemCreate(&item_config, &item, &an_item), STATUS_SUCCESS);
    EXPECT_CONTEXT(work_item_seen, an_item);
    WDF_IO_QUEUE_CONFIG_INIT(&queue_config, WdfIoQueueDispatchManual);
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &queue_config, &queue, &a_queue), STATUS_SUCCESS);
    EXPECT_CONTEXT(queue_seen, a_queue);
    EXPECT_STATUS(WdfIoTargetCreate(run->device, &target, &a_target), STATUS_SUCCESS);
    EXPECT_CONTEXT(target_seen, a_target);
}

void case_contexts_of_other_objects(struct run *run)
{
    WDF_OBJECT_ATTRIBUTES driver = wdk_attributes(driver_seen), request = wdk_attributes(request_seen);
    WDF_OBJECT_ATTRIBUTES object = wdk_attributes(object_seen);
    WDK_SCOPED(wdk_wdf_request) a_request = {};
    WDK_SCOPED(wdk_wdf_object) an_object = {};
    struct seen *seen;
    WDFREQUEST raw;
    WDFOBJECT raw_object;

    EXPECT_STATUS(WdfObjectAllocateContext(WdfDeviceGetDriver(run->device), &driver, (PVOID *)&seen), STATUS_SUCCESS);
    EXPECT_CONTEXT(driver_seen, WdfDeviceGetDriver(run->device));
    EXPECT_STATUS(WdfRequestCreate(&request, WdfDeviceGetIoTarget(run->device), &raw), STATUS_SUCCESS);
    a_request = wdk_wdf_request_own(raw);
    EXPECT_CONTEXT(request_seen, wdk_borrow(wdk_wdf_request, &a_request));
    EXPECT_STATUS(WdfObjectCreate(&object, &raw_object), STATUS_SUCCESS);
    an_object = wdk_wdf_object_own(raw_object);
    EXPECT_CONTEXT(object_seen, wdk_borrow(wdk_wdf_object, &an_object));
    EXPECT(device_of(run->device)->interrupts == 1); /* that of an interrupt: driver.c */
}

void case_registry_values(struct run *run)
{
    WDK_SCOPED(wdk_key) parameters = {};
    WDK_SCOPED(wdk_key) hardware = {};
    WCHAR room[8];
    wdk_text_buffer text = wdk_text_room(room);
    UCHAR bytes[4];
    ULONG number;
    size_t used;

    EXPECT_STATUS(wdk_key_open_parameters(&parameters, WdfDeviceGetDriver(run->device), KEY_READ | KEY_WRITE),
                  STATUS_SUCCESS);
    EXPECT_STATUS(wdk_key_read_ulong(&parameters, L"Number", &number), STATUS_OBJECT_NAME_NOT_FOUND);
    EXPECT(wdk_key_ulong_or(&parameters, L"Number", 5) == 5);
    EXPECT_STATUS(wdk_key_write_ulong(&parameters, L"Number", run->number), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_key_read_ulong(&parameters, L"Number", &number), STATUS_SUCCESS);
    EXPECT(number == 8 && wdk_key_ulong_or(&parameters, L"Number", 5) == 8);
    EXPECT_STATUS(wdk_key_read_text(&parameters, L"Text", &text), STATUS_SUCCESS);
    EXPECT(wdk_text_equal(wdk_text_in(&text), WDK_TEXT(L"seven")));
    EXPECT_STATUS(wdk_key_read_text(&parameters, L"LongText", &text), STATUS_BUFFER_OVERFLOW);
    EXPECT(wdk_text_count(wdk_text_in(&text)) == 0);
    EXPECT_STATUS(wdk_key_read_bytes(&parameters, L"Bytes", wdk_bytes_of(bytes), &used), STATUS_SUCCESS);
    EXPECT(used == 3 && bytes[2] == 3);
    EXPECT_STATUS(wdk_key_read_bytes(&parameters, L"Number", wdk_bytes_of(bytes), &used), STATUS_OBJECT_TYPE_MISMATCH);
    EXPECT_STATUS(wdk_key_open_device(&hardware, run->device, PLUGPLAY_REGKEY_DEVICE, KEY_READ), STATUS_SUCCESS);
    EXPECT(wdk_key_ulong_or(&hardware, L"Number", 5) == 5);
}
