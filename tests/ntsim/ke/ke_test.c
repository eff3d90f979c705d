/* Interrupts, DPCs and processors; queues, work items, timers of Ex and callbacks: who runs when, and where. */
#include "tests/ntsim/child/threads.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum { DISPATCH_LEVEL = 2, DEVICE_LEVEL = 6, VECTOR = 0x61, TAG = 0x74736554, TIMEOUT = 0x102 };
static const uint64_t ANY = ~0ULL;

struct object {
    _Alignas(64) uint8_t bytes[512];
};

static struct object dpc, other_dpc, event, lock;
static char order[64];
static void *interrupt;

static void note(char what)
{
    order[strlen(order)] = what;
}

static uint8_t irql(void)
{
    return SYSTEM(uint8_t, KeGetCurrentIrql, void)();
}

static uint8_t raise(uint8_t to)
{
    return SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(to);
}

static void lower(uint8_t to)
{
    SYSTEM(void, KeLowerIrql, uint8_t)(to);
}

static uint32_t processor(void)
{
    return SYSTEM(uint32_t, KeGetCurrentProcessorNumberEx, void *)(NULL);
}

/* --- interrupts --- */

static void MACHINE_ABI isr_dpc(void *self, void *context, void *one, void *two)
{
    (void)self, (void)one, (void)two;
    CHECK_EQUAL(irql(), DISPATCH_LEVEL);
    CHECK(context == &dpc);
    note('d');
}

static uint8_t MACHINE_ABI isr(void *self, void *context)
{
    CHECK(self == interrupt && context == order);
    CHECK_EQUAL(irql(), DEVICE_LEVEL + 1);
    CHECK(!SYSTEM(uint8_t, KeTestSpinLock, void *)(&lock)); /* held */
    note('i');
    SYSTEM(uint8_t, KeInsertQueueDpc, void *, void *, void *)(&dpc, NULL, NULL);
    return 1;
}

static uint8_t MACHINE_ABI synchronized(void *context)
{
    CHECK_EQUAL(irql(), DEVICE_LEVEL + 1);
    CHECK(context == &dpc);
    SYSTEM(bool, SimRaiseInterrupt, uint32_t)(VECTOR);
    note('s');
    return 7;
}

static int connect(uint8_t level, uint8_t synchronize, bool share, void **result)
{
    return SYSTEM(int, IoConnectInterrupt, void *, void *, void *, void *, uint32_t, uint8_t, uint8_t, int, uint8_t,
                  uint64_t, uint8_t)(result, (void *)isr, order, &lock, VECTOR, level, synchronize, 1, share, 1, 0);
}

static void interrupt_body(void)
{
    void *second;
    SYSTEM(void, KeInitializeDpc, void *, void *, void *)(&dpc, (void *)isr_dpc, &dpc);
    CHECK(!SYSTEM(bool, SimRaiseInterrupt, uint32_t)(VECTOR));
    CHECK(connect(DEVICE_LEVEL, DEVICE_LEVEL - 1, false, &interrupt) < 0);
    CHECK_EQUAL(connect(DEVICE_LEVEL, DEVICE_LEVEL + 1, false, &interrupt), 0);
    CHECK(connect(DEVICE_LEVEL, DEVICE_LEVEL + 1, true, &second) < 0); /* the first does not share */
    CHECK(SYSTEM(bool, SimRaiseInterrupt, uint32_t)(VECTOR));
    CHECK(strcmp(order, "id") == 0);
    /* Pending until the IRQL is below. */
    memset(order, 0, sizeof(order));
    uint8_t old = raise(DEVICE_LEVEL);
    SYSTEM(bool, SimRaiseInterrupt, uint32_t)(VECTOR);
    SYSTEM(bool, SimRaiseInterrupt, uint32_t)(VECTOR);
    CHECK(order[0] == 0);
    lower(DEVICE_LEVEL - 1);
    CHECK(strcmp(order, "i") == 0);
    note('-');
    lower(old);
    CHECK(strcmp(order, "i-d") == 0);
    /* At DISPATCH_LEVEL it interrupts, and the DPC waits. */
    memset(order, 0, sizeof(order));
    old = raise(DISPATCH_LEVEL);
    SYSTEM(bool, SimRaiseInterrupt, uint32_t)(VECTOR);
    note('-');
    lower(old);
    CHECK(strcmp(order, "i-d") == 0);
    /* A routine that is synchronised with it is not interrupted. */
    memset(order, 0, sizeof(order));
    CHECK_EQUAL(SYSTEM(uint8_t, KeSynchronizeExecution, void *, void *, void *)(interrupt, (void *)synchronized, &dpc),
                7);
    CHECK(strcmp(order, "sid") == 0);
    old = SYSTEM(uint8_t, KeAcquireInterruptSpinLock, void *)(interrupt);
    CHECK_EQUAL(irql(), DEVICE_LEVEL + 1);
    SYSTEM(void, KeReleaseInterruptSpinLock, void *, uint8_t)(interrupt, old);
    CHECK_EQUAL(irql(), 0);
    SYSTEM(void, IoDisconnectInterrupt, void *)(interrupt);
    CHECK(!SYSTEM(bool, SimRaiseInterrupt, uint32_t)(VECTOR));
}

static void test_interrupts(void **state)
{
    (void)state;
    child_passes(NULL, interrupt_body);
}

/* --- processors --- */

static uint64_t MACHINE_ABI where(uint64_t context)
{
    CHECK_EQUAL(irql(), 14);
    note((char)('0' + processor()));
    return context + processor();
}

static void MACHINE_ABI note_processor(void *self, void *context, void *one, void *two)
{
    (void)self, (void)context, (void)one, (void)two;
    note((char)('0' + processor()));
}

static void processor_body(void)
{
    uint64_t mask;
    CHECK_EQUAL(SYSTEM(uint32_t, KeQueryActiveProcessorCount, void *)(&mask), 4);
    CHECK_EQUAL(mask, 15);
    CHECK_EQUAL(SYSTEM(uint32_t, KeQueryActiveProcessorCountEx, uint16_t)(0xFFFF), 4);
    CHECK_EQUAL(SYSTEM(uint32_t, KeQueryActiveProcessorCountEx, uint16_t)(1), 0);
    CHECK_EQUAL(SYSTEM(uint64_t, KeIpiGenericCall, void *, uint64_t)((void *)where, 40), 40);
    CHECK(strcmp(order, "0123") == 0);
    memset(order, 0, sizeof(order));
    SYSTEM(void, KeInitializeDpc, void *, void *, void *)(&dpc, (void *)note_processor, NULL);
    SYSTEM(void, KeSetTargetProcessorDpc, void *, int8_t)(&dpc, 2);
    SYSTEM(uint8_t, KeInsertQueueDpc, void *, void *, void *)(&dpc, NULL, NULL);
    CHECK(strcmp(order, "2") == 0);
    CHECK_EQUAL(processor(), 0);
    CHECK_EQUAL(SYSTEM(uint64_t, KeSetSystemAffinityThreadEx, uint64_t)(8), 0);
    CHECK_EQUAL(processor(), 3);
    pass_time(5);
    CHECK_EQUAL(processor(), 3);
    CHECK_EQUAL(SYSTEM(uint64_t, KeSetSystemAffinityThreadEx, uint64_t)(2), 8);
    CHECK_EQUAL(processor(), 1);
    SYSTEM(void, KeRevertToUserAffinityThreadEx, uint64_t)(0);
    struct {
        uint16_t group;
        uint8_t number, reserved;
    } number = {0, 9, 0};
    CHECK_EQUAL(SYSTEM(uint32_t, KeGetProcessorIndexFromNumber, void *)(&number), 0xFFFFFFFF);
    CHECK_EQUAL(SYSTEM(int, KeGetProcessorNumberFromIndex, uint32_t, void *)(3, &number), 0);
    CHECK_EQUAL(number.number, 3);
}

/* With a seed threads go about; each seed its own way, and the same each time. */
static void wander_body(void)
{
    uint64_t trace = 0;
    for (int i = 0; i < 20; i++) {
        pass_time(1);
        trace = trace * 4 + processor();
    }
    child_report->number = trace;
}

static void test_processors(void **state)
{
    (void)state;
    const struct child_setup four = {.processors = 4};
    child_passes(&four, processor_body);
    uint64_t traces[3];
    for (int i = 0; i < 3; i++) {
        const struct child_setup setup = {.processors = 4, .seed = i < 2 ? 7 : 8};
        struct child_outcome outcome;
        child_run(&setup, wander_body, &outcome);
        assert_int_equal(outcome.end, CHILD_RETURNED);
        traces[i] = outcome.number;
    }
    assert_true(traces[0] != 0);
    assert_true(traces[0] == traces[1]);
    assert_true(traces[0] != traces[2]);
}

/* --- queues --- */

static struct object queue;

static void *take(int64_t *timeout)
{
    return SYSTEM(void *, KeRemoveQueue, void *, uint8_t, void *)(&queue, 0, timeout);
}

struct entry {
    void *forward, *back;
    char name;
};

static void MACHINE_ABI serve(void *name)
{
    for (struct entry *entry; (entry = take(NULL))->name != '.';) {
        note(*(char *)name);
        note(entry->name);
        if (entry->name == 'w') /* waits, so that the other works */
            pass_time(10);
    }
    note('.');
}

static void insert(struct entry *entry)
{
    SYSTEM(int32_t, KeInsertQueue, void *, void *)(&queue, entry);
}

static void queue_body(void)
{
    struct entry w = {.name = 'w'}, a = {.name = 'a'}, b = {.name = 'b'}, end[2] = {{.name = '.'}, {.name = '.'}};
    int64_t now = 0;
    SYSTEM(void, KeInitializeQueue, void *, uint32_t)(&queue, 1);
    CHECK_EQUAL((uint64_t)take(&now), TIMEOUT);
    insert(&a);
    CHECK_EQUAL(SYSTEM(int32_t, KeReadStateQueue, void *)(&queue), 1);
    CHECK(take(&now) == &a);
    void *one = start_thread(serve, "1"), *other = start_thread(serve, "2");
    pass_time(1);
    insert(&w);
    insert(&a);
    insert(&b);
    pass_time(1);
    /* The last that came to wait got the work; as it waits, the other goes on; one at a time. */
    CHECK(strcmp(order, "2w1a1b") == 0 || strcmp(order, "1w2a2b") == 0);
    insert(&end[0]);
    insert(&end[1]);
    join_thread(one);
    join_thread(other);
    CHECK(!SYSTEM(void *, KeRundownQueue, void *)(&queue));
}

static void test_queues(void **state)
{
    (void)state;
    child_passes(NULL, queue_body);
}

/* --- work items --- */

struct work_item {
    void *forward, *back;
    void *routine, *parameter;
};

static void MACHINE_ABI work(void *parameter)
{
    CHECK_EQUAL(irql(), 0);
    note(*(char *)parameter);
    SYSTEM(int32_t, KeSetEvent, void *, int32_t, uint8_t)(&event, 0, 0);
}

/* An item that waits for another is no deadlock. */
static void MACHINE_ABI work_for_work(void *parameter)
{
    struct work_item item = {.routine = (void *)work, .parameter = "b"};
    struct object *done = parameter;
    SYSTEM(void, ExQueueWorkItem, void *, int)(&item, 1);
    SYSTEM(int, KeWaitForSingleObject, void *, int, uint8_t, uint8_t, void *)(&event, 0, 0, 0, NULL);
    note('a');
    SYSTEM(int32_t, KeSetEvent, void *, int32_t, uint8_t)(done, 0, 0);
}

static void work_body(void)
{
    static struct object done;
    struct work_item item = {.routine = (void *)work_for_work, .parameter = &done};
    SYSTEM(void, KeInitializeEvent, void *, int, uint8_t)(&event, 1, 0);
    SYSTEM(void, KeInitializeEvent, void *, int, uint8_t)(&done, 0, 0);
    uint8_t old = raise(DISPATCH_LEVEL);
    SYSTEM(void, ExQueueWorkItem, void *, int)(&item, 1);
    note('-');
    lower(old);
    SYSTEM(int, KeWaitForSingleObject, void *, int, uint8_t, uint8_t, void *)(&done, 0, 0, 0, NULL);
    CHECK(strcmp(order, "-ba") == 0);
}

static void MACHINE_ABI return_raised(void *parameter)
{
    (void)parameter;
    raise(DISPATCH_LEVEL);
}

static void work_raised(void)
{
    struct work_item item = {.routine = (void *)return_raised};
    SYSTEM(void, ExQueueWorkItem, void *, int)(&item, 0);
    pass_time(1);
}

static void work_twice(void)
{
    struct work_item item = {.routine = (void *)work};
    raise(DISPATCH_LEVEL);
    SYSTEM(void, ExQueueWorkItem, void *, int)(&item, 0);
    SYSTEM(void, ExQueueWorkItem, void *, int)(&item, 0);
}

static void test_work_items(void **state)
{
    (void)state;
    child_passes(NULL, work_body);
    child_stops(work_raised, 0xE1, ANY, DISPATCH_LEVEL, 0, ANY);
    child_stops(work_twice, 0xE4, 1, ANY, 0, 0);
}

/* --- timers --- */

static int expirations;

static void MACHINE_ABI expired(void *timer, void *context)
{
    CHECK_EQUAL(irql(), DISPATCH_LEVEL);
    CHECK(timer && context == &expirations);
    expirations++;
}

static void MACHINE_ABI timer_gone(void *context)
{
    note(*(char *)context);
}

static void timer_body(void)
{
    struct {
        uint32_t version, reserved;
        void *callback, *context;
    } deletion = {0, 0, (void *)timer_gone, "x"};
    void *timer = SYSTEM(void *, ExAllocateTimer, void *, void *, uint32_t)((void *)expired, &expirations, 0);
    CHECK(timer);
    CHECK(!SYSTEM(uint8_t, ExCancelTimer, void *, void *)(timer, NULL));
    CHECK(!SYSTEM(uint8_t, ExSetTimer, void *, int64_t, int64_t, void *)(timer, -5000, 2500, NULL));
    pass_time(2); /* at 0.5, 0.75, 1, 1.25, 1.5, 1.75 and 2 ms */
    CHECK(expirations == 6 || expirations == 7);
    CHECK_EQUAL(SYSTEM(int, KeWaitForSingleObject, void *, int, uint8_t, uint8_t, void *)(timer, 0, 0, 0, NULL), 0);
    CHECK(SYSTEM(uint8_t, ExCancelTimer, void *, void *)(timer, NULL));
    const int before = expirations;
    pass_time(5);
    CHECK_EQUAL(expirations, before);
    SYSTEM(uint8_t, ExSetTimer, void *, int64_t, int64_t, void *)(timer, -10000, 0, NULL);
    CHECK(SYSTEM(uint8_t, ExSetTimer, void *, int64_t, int64_t, void *)(timer, -20000, 0, NULL));
    /* Without Cancel it expires once more before it goes. */
    CHECK(!SYSTEM(uint8_t, ExDeleteTimer, void *, uint8_t, uint8_t, void *)(timer, 0, 0, &deletion));
    CHECK(!SYSTEM(uint8_t, ExSetTimer, void *, int64_t, int64_t, void *)(timer, -10000, 0, NULL));
    CHECK(order[0] == 0);
    pass_time(3);
    CHECK_EQUAL(expirations, before + 1);
    CHECK(strcmp(order, "x") == 0);
    timer = SYSTEM(void *, ExAllocateTimer, void *, void *, uint32_t)(NULL, NULL, 0x80000000);
    SYSTEM(uint8_t, ExSetTimer, void *, int64_t, int64_t, void *)(timer, -10000, 0, NULL);
    CHECK(SYSTEM(uint8_t, ExDeleteTimer, void *, uint8_t, uint8_t, void *)(timer, 1, 1, &deletion));
    CHECK(strcmp(order, "xx") == 0);
}

static void MACHINE_ABI hold_thread(void *self, void *context, void *one, void *two)
{
    (void)self, (void)context, (void)one, (void)two;
    void *thread = SYSTEM(void *, KeGetCurrentThread, void)();
    SYSTEM(int64_t, ObfReferenceObject, void *)(thread);
    CHECK(SYSTEM(int64_t, ObfDereferenceObject, void *)(thread) >= 1);
    note('h');
}

/* A due time that is past; and a DPC on the idle thread. */
static void past_body(void)
{
    static struct object timer;
    SYSTEM(void, KeInitializeDpc, void *, void *, void *)(&dpc, (void *)hold_thread, NULL);
    SYSTEM(void, KeInitializeTimer, void *)(&timer);
    CHECK(!SYSTEM(uint8_t, KeSetTimer, void *, int64_t, void *)(&timer, 1, &dpc));
    CHECK(SYSTEM(uint8_t, KeReadStateTimer, void *)(&timer));
    CHECK(strcmp(order, "h") == 0);
    SYSTEM(uint8_t, KeSetTimer, void *, int64_t, void *)(&timer, -10000, &dpc);
    CHECK(!SYSTEM(uint8_t, KeReadStateTimer, void *)(&timer));
    pass_time(2);
    CHECK(strcmp(order, "hh") == 0);
}

/* A thread that polls the clock lets timers expire. */
static void polling_body(void)
{
    SYSTEM(void, KeInitializeDpc, void *, void *, void *)(&other_dpc, (void *)note_processor, NULL);
    static struct object timer;
    SYSTEM(void, KeInitializeTimer, void *)(&timer);
    SYSTEM(uint8_t, KeSetTimer, void *, int64_t, void *)(&timer, -1000, &other_dpc);
    for (int i = 0; i < 101; i++)
        SYSTEM(int64_t, KeQueryPerformanceCounter, void *)(NULL);
    CHECK(strcmp(order, "0") == 0);
}

static void test_timers(void **state)
{
    (void)state;
    child_passes(NULL, timer_body);
    child_passes(NULL, polling_body);
    child_passes(NULL, past_body);
}

/* --- odds and ends --- */

static void MACHINE_ABI on_bug_check(void *buffer, uint32_t length)
{
    CHECK_EQUAL(irql(), 15);
    child_report->number = *(uint8_t *)buffer + length;
}

static void bug_check_body(void)
{
    static struct object record;
    static uint8_t buffer[4] = {38};
    CHECK(SYSTEM(uint8_t, KeRegisterBugCheckCallback, void *, void *, void *, uint32_t,
                 void *)(&record, (void *)on_bug_check, buffer, 4, "test"));
    CHECK(!SYSTEM(uint8_t, KeRegisterBugCheckCallback, void *, void *, void *, uint32_t,
                  void *)(&record, (void *)on_bug_check, buffer, 4, "test"));
    SYSTEM(void, KeBugCheckEx, uint32_t, uint64_t, uint64_t, uint64_t, uint64_t)(0xE2, 1, 2, 3, 4);
}

static void test_bug_check_callbacks(void **state)
{
    (void)state;
    struct child_outcome outcome;
    child_run(NULL, bug_check_body, &outcome);
    assert_int_equal(outcome.end, CHILD_BUG_CHECK);
    assert_int_equal(outcome.code, 0xE2);
    assert_int_equal(outcome.number, 42);
}

static void device_queue_body(void)
{
    static struct object device_queue;
    struct {
        void *forward, *back;
        uint32_t key;
        uint8_t inserted;
    } entries[4];
    SYSTEM(void, KeInitializeDeviceQueue, void *)(&device_queue);
    raise(DISPATCH_LEVEL);
    uint8_t(MACHINE_ABI * by_key)(void *, void *, uint32_t) =
        (uint8_t(MACHINE_ABI *)(void *, void *, uint32_t))child_function("KeInsertByKeyDeviceQueue");
    CHECK(!by_key(&device_queue, &entries[0], 5)); /* idle: not queued */
    CHECK(by_key(&device_queue, &entries[1], 30));
    CHECK(by_key(&device_queue, &entries[2], 10));
    CHECK(by_key(&device_queue, &entries[3], 20));
    void *(MACHINE_ABI * remove)(void *, uint32_t) =
        (void *(MACHINE_ABI *)(void *, uint32_t))child_function("KeRemoveByKeyDeviceQueue");
    CHECK(remove(&device_queue, 15) == &entries[3]);
    CHECK(remove(&device_queue, 40) == &entries[2]); /* around */
    CHECK(SYSTEM(uint8_t, KeRemoveEntryDeviceQueue, void *, void *)(&device_queue, &entries[1]));
    CHECK(!SYSTEM(uint8_t, KeRemoveEntryDeviceQueue, void *, void *)(&device_queue, &entries[1]));
    CHECK(!SYSTEM(void *, KeRemoveDeviceQueue, void *)(&device_queue)); /* idle again */
    CHECK(!by_key(&device_queue, &entries[0], 5));
    lower(0);
}

static void test_device_queues(void **state)
{
    (void)state;
    child_passes(NULL, device_queue_body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_interrupts),    cmocka_unit_test(test_processors),
        cmocka_unit_test(test_queues),        cmocka_unit_test(test_work_items),
        cmocka_unit_test(test_timers),        cmocka_unit_test(test_bug_check_callbacks),
        cmocka_unit_test(test_device_queues),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
