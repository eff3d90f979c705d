/* Several processors: who waits for whom, and what is interleaved how. */
#include "tests/ntsim/child/threads.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

enum { DISPATCH_LEVEL = 2, ROUNDS = 100, BOTH = 2 * ROUNDS, SEEDS = 8, LOCK_OWNED = 0x0F, LOCK_NOT_OWNED = 0x10 };
static const uint64_t ANY = ~0ULL;

struct object {
    _Alignas(64) uint8_t bytes[512];
};

struct queue_handle {
    void *next, *lock;
    uint8_t irql;
};

static struct object lock, other_lock, event, dpc;
static char order[64];
static volatile bool flag;

static void note(char what)
{
    order[strlen(order)] = what;
}

static uint32_t processor(void)
{
    return SYSTEM(uint32_t, KeGetCurrentProcessorNumberEx, void *)(NULL);
}

static uint64_t thread_id(void)
{
    return SYSTEM(uint64_t, PsGetCurrentThreadId, void)();
}

static void stay_on(uint32_t number)
{
    SYSTEM(uint64_t, KeSetSystemAffinityThreadEx, uint64_t)(1ULL << number);
    CHECK_EQUAL(processor(), number);
}

static void stall(uint32_t microseconds)
{
    SYSTEM(void, KeStallExecutionProcessor, uint32_t)(microseconds);
}

static uint8_t acquire(struct object *which)
{
    return SYSTEM(uint8_t, KeAcquireSpinLockRaiseToDpc, void *)(which);
}

static void release(struct object *which, uint8_t irql)
{
    SYSTEM(void, KeReleaseSpinLock, void *, uint8_t)(which, irql);
}

/* Numbers for threads: addresses, as contexts are. */
static char numbers[4];

static uint32_t number_of(const void *context)
{
    return (uint32_t)((const char *)context - numbers);
}

static const struct child_setup two = {.processors = 2};

/* --- a lock that another processor holds --- */

static void MACHINE_ABI hold_for_a_while(void *context)
{
    (void)context;
    stay_on(1);
    const uint8_t old = acquire(&lock);
    note('a');
    stall(50);
    note('r');
    release(&lock, old);
}

static void waiting_body(void)
{
    stay_on(0);
    void *thread = start_thread(hold_for_a_while, NULL);
    stall(20);
    note('m');
    const uint8_t old = acquire(&lock);
    note('g');
    release(&lock, old);
    join_thread(thread);
    CHECK(strcmp(order, "amrg") == 0);
}

static void test_waiting(void **state)
{
    (void)state;
    child_passes(&two, waiting_body);
}

/* --- counting, with and without a lock --- */

static volatile int counter;
static bool locked;

/* Setting the event is a call of the system in the middle of the update. */
static void MACHINE_ABI count(void *number)
{
    if (SYSTEM(uint32_t, KeQueryActiveProcessorCount, void *)(NULL) > 1)
        stay_on(number ? 1 : 0);
    for (int i = 0; i < ROUNDS; i++) {
        const uint8_t old = locked ? acquire(&lock) : 0;
        const int value = counter;
        SYSTEM(int, KeSetEvent, void *, int, uint8_t)(&event, 0, 0);
        counter = value + 1;
        if (locked)
            release(&lock, old);
    }
}

static void counting_body(void)
{
    SYSTEM(void, KeInitializeEvent, void *, int, uint8_t)(&event, 0, 0);
    void *first = start_thread(count, NULL), *second = start_thread(count, order);
    join_thread(first);
    join_thread(second);
    child_report->number = (uint64_t)counter;
}

static uint64_t count_with(const struct child_setup *setup, bool with_lock)
{
    struct child_outcome outcome;
    locked = with_lock;
    child_run(setup, counting_body, &outcome);
    if (outcome.end != CHILD_RETURNED)
        fail_msg("%s", outcome.text);
    return outcome.number;
}

static void test_counting(void **state)
{
    (void)state;
    int lost = 0;
    assert_int_equal(count_with(&two, true), BOTH);
    assert_int_equal(count_with(&two, false), BOTH); /* nothing is interleaved unasked */
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        const struct child_setup random = {
            .processors = 2, .seed = seed, .schedule = {.policy = MACHINE_RANDOM, .percent = 20}};
        assert_int_equal(count_with(&random, true), BOTH);
        lost += count_with(&random, false) < BOTH;
    }
    assert_true(lost > 0);
}

/* One processor: threads of the same priority take turns. */
static void test_time_slices(void **state)
{
    (void)state;
    int lost = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        const struct child_setup random = {
            .processors = 1, .seed = seed, .schedule = {.policy = MACHINE_RANDOM, .percent = 20}};
        assert_int_equal(count_with(&random, true), BOTH);
        lost += count_with(&random, false) < BOTH;
    }
    assert_true(lost > 0);
}

/* --- the same seed, the same run; the same decisions, the same run --- */

enum { MOST_CHOICES = 4096 };

struct recording {
    uint64_t count, value, next;
    struct machine_choice choices[MOST_CHOICES];
    struct machine_decision decisions[MOST_CHOICES];
};

static struct recording *recording;

static void MACHINE_ABI mix(void *number)
{
    for (int i = 0; i < ROUNDS; i++) {
        const uint8_t old = acquire(&lock);
        recording->value = recording->value * 31 + (uint64_t)number_of(number) * 7 + processor();
        release(&lock, old);
        recording->value = recording->value * 5 + processor();
        if (i % 16 == 15)
            pass_time(1);
    }
}

static void recorded_body(void)
{
    void *threads[3];
    for (uint64_t i = 0; i < 3; i++)
        threads[i] = start_thread(mix, &numbers[i]);
    for (uint64_t i = 0; i < 3; i++)
        join_thread(threads[i]);
    recording->count = SYSTEM(uint64_t, SimScheduleChoices, void)();
    for (uint64_t i = 0; i < recording->count && i < MOST_CHOICES; i++)
        CHECK(SYSTEM(bool, SimScheduleChoice, uint64_t, void *)(i, &recording->choices[i]));
}

static void record(const struct child_setup *setup, struct recording *result)
{
    recording = mmap(NULL, sizeof(*recording), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(recording != MAP_FAILED);
    child_passes(setup, recorded_body);
    *result = *recording;
    munmap(recording, sizeof(*recording));
}

static void test_recording(void **state)
{
    (void)state;
    static struct recording first, second, replayed;
    uint64_t values[3];
    for (uint64_t seed = 1; seed <= 3; seed++) {
        const struct child_setup random = {
            .processors = 3, .seed = seed, .schedule = {.policy = MACHINE_RANDOM, .percent = 10}};
        record(&random, &first);
        record(&random, &second);
        assert_true(first.count > 10 && first.count < MOST_CHOICES);
        assert_memory_equal(&first, &second, sizeof(first));
        values[seed - 1] = first.value;
        for (uint64_t i = 0; i < first.count; i++)
            first.decisions[i] = (struct machine_decision){first.choices[i].number, first.choices[i].chosen};
        const struct child_setup follow = {
            .processors = 3,
            .seed = seed,
            .schedule = {.policy = MACHINE_FOLLOW, .decisions = first.decisions, .decision_count = first.count}};
        record(&follow, &replayed);
        assert_int_equal(replayed.value, first.value);
        assert_int_equal(replayed.count, first.count);
        assert_memory_equal(replayed.choices, first.choices, sizeof(first.choices));
    }
    assert_true(values[0] != values[1] && values[1] != values[2]);
}

/* The host's own policy sees each choice, and decides it. */
static uint32_t MACHINE_ABI last_alternative(void *context, const struct machine_choice *choice)
{
    uint64_t *seen = context;
    (*seen)++;
    return 63 - (uint32_t)__builtin_clzll(choice->alternatives);
}

static void asked_body(void)
{
    counting_body();
    CHECK(SYSTEM(uint64_t, SimScheduleChoices, void)() > 0);
    CHECK(SYSTEM(uint64_t, SimSchedulePoints, void)() >= SYSTEM(uint64_t, SimScheduleChoices, void)());
}

static void test_asking(void **state)
{
    (void)state;
    static uint64_t seen;
    const struct child_setup ask = {.processors = 2,
                                    .schedule = {.policy = MACHINE_ASK, .choose = last_alternative, .context = &seen}};
    locked = true;
    child_passes(&ask, asked_body);
}

static void test_misfit(void **state)
{
    (void)state;
    struct child_outcome outcome;
    const struct machine_decision wrong = {0, 17};
    const struct child_setup follow = {
        .processors = 2, .schedule = {.policy = MACHINE_FOLLOW, .decisions = &wrong, .decision_count = 1}};
    locked = true;
    child_run(&follow, counting_body, &outcome);
    assert_int_equal(outcome.end, CHILD_HANG);
    assert_non_null(strstr(outcome.text, "17 is no alternative of choice 0"));
}

/* --- deadlocks --- */

static void MACHINE_ABI take_both(void *context)
{
    struct object **locks = context;
    stay_on(1);
    acquire(locks[0]);
    stall(50);
    acquire(locks[1]);
}

static void deadlock_body(void)
{
    static struct object *locks[] = {&other_lock, &lock};
    stay_on(0);
    start_thread(take_both, locks);
    acquire(&lock);
    stall(50);
    child_report->number = thread_id();
    acquire(&other_lock);
}

static void test_deadlock(void **state)
{
    (void)state;
    struct child_outcome outcome;
    child_run(&two, deadlock_body, &outcome);
    assert_int_equal(outcome.end, CHILD_HANG);
    for (int i = 0; i < 2; i++) {
        char text[64];
        snprintf(text, sizeof(text), "processor %d (thread ", i);
        assert_non_null(strstr(outcome.text, text));
        snprintf(text, sizeof(text), "which processor %d (thread ", i);
        assert_non_null(strstr(outcome.text, text));
    }
}

static void recursive_body(void)
{
    acquire(&lock);
    acquire(&lock);
}

static void recursive_queued_body(void)
{
    struct queue_handle handles[2];
    SYSTEM(void, KeAcquireInStackQueuedSpinLock, void *, void *)(&lock, &handles[0]);
    SYSTEM(void, KeAcquireInStackQueuedSpinLock, void *, void *)(&lock, &handles[1]);
}

static void MACHINE_ABI acquire_only(void *context)
{
    (void)context;
    stay_on(1);
    acquire(&lock);
    stall(100);
    note('a'); /* not to be seen: the run has ended */
}

static void foreign_release_body(void)
{
    stay_on(0);
    start_thread(acquire_only, NULL);
    stall(20);
    release(&lock, SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(DISPATCH_LEVEL));
}

static void stops(void (*body)(void), uint32_t code)
{
    struct child_outcome outcome;
    child_run(&two, body, &outcome);
    assert_int_equal(outcome.end, CHILD_BUG_CHECK);
    assert_int_equal(outcome.code, code);
}

static void test_misuse(void **state)
{
    (void)state;
    stops(recursive_body, LOCK_OWNED);
    stops(recursive_queued_body, LOCK_OWNED);
    stops(foreign_release_body, LOCK_NOT_OWNED);
    child_stops(recursive_body, LOCK_OWNED, ANY, 0, ANY, ANY);
}

/* --- queued spin locks --- */

static struct object turns[4];

static void MACHINE_ABI queue_up(void *number)
{
    struct queue_handle handle;
    stay_on(number_of(number));
    CHECK_EQUAL(
        SYSTEM(int, KeWaitForSingleObject, void *, int, uint8_t, uint8_t, void *)(&turns[processor()], 0, 0, 0, NULL),
        0);
    SYSTEM(void, KeAcquireInStackQueuedSpinLock, void *, void *)(&lock, &handle);
    note((char)('0' + processor()));
    SYSTEM(void, KeReleaseInStackQueuedSpinLock, void *)(&handle);
}

/* They ask for it in the order 2, 3, 1, then its holder again. */
static void queued_body(void)
{
    struct queue_handle handle;
    void *threads[4];
    stay_on(0);
    for (int i = 1; i < 4; i++) {
        SYSTEM(void, KeInitializeEvent, void *, int, uint8_t)(&turns[i], 1, 0);
        threads[i] = start_thread(queue_up, &numbers[i]);
    }
    pass_time(1);
    SYSTEM(void, KeAcquireInStackQueuedSpinLock, void *, void *)(&lock, &handle);
    for (int i = 0; i < 3; i++) {
        SYSTEM(int, KeSetEvent, void *, int, uint8_t)(&turns[(i + 1) % 3 + 1], 0, 0);
        stall(50);
    }
    CHECK(order[0] == 0);
    SYSTEM(void, KeReleaseInStackQueuedSpinLock, void *)(&handle);
    SYSTEM(void, KeAcquireInStackQueuedSpinLock, void *, void *)(&lock, &handle);
    note('0');
    SYSTEM(void, KeReleaseInStackQueuedSpinLock, void *)(&handle);
    for (int i = 1; i < 4; i++)
        join_thread(threads[i]);
    CHECK(strcmp(order, "2310") == 0);
}

/* --- reader-writer spin locks --- */

static volatile int readers, most_readers;

static void MACHINE_ABI read_for_a_while(void *number)
{
    stay_on(number_of(number));
    const uint8_t old = SYSTEM(uint8_t, ExAcquireSpinLockShared, void *)(&lock);
    readers++;
    most_readers = readers > most_readers ? readers : most_readers;
    stall(100);
    readers--;
    note('r');
    SYSTEM(void, ExReleaseSpinLockShared, void *, uint8_t)(&lock, old);
}

static void reader_writer_body(void)
{
    void *threads[2];
    stay_on(0);
    for (int i = 0; i < 2; i++)
        threads[i] = start_thread(read_for_a_while, &numbers[i + 1]);
    stall(20);
    CHECK_EQUAL(readers, 2);
    const uint8_t old = SYSTEM(uint8_t, ExAcquireSpinLockExclusive, void *)(&lock);
    CHECK_EQUAL(readers, 0);
    note('w');
    SYSTEM(void, ExReleaseSpinLockExclusive, void *, uint8_t)(&lock, old);
    for (int i = 0; i < 2; i++)
        join_thread(threads[i]);
    CHECK_EQUAL(most_readers, 2);
    CHECK(strcmp(order, "rrw") == 0);
}

static void test_lock_forms(void **state)
{
    (void)state;
    const struct child_setup four = {.processors = 4};
    child_passes(&four, queued_body);
    child_passes(&four, reader_writer_body);
}

/* --- DPCs elsewhere --- */

static void MACHINE_ABI wait_in_dpc(void *self, void *context, void *one, void *two_)
{
    (void)self, (void)context, (void)one, (void)two_;
    CHECK_EQUAL(processor(), 1);
    note('d');
    while (!flag)
        stall(1);
    note('e');
}

static void queue_dpc_elsewhere(void *routine)
{
    SYSTEM(void, KeInitializeDpc, void *, void *, void *)(&dpc, routine, NULL);
    SYSTEM(void, KeSetTargetProcessorDpc, void *, int8_t)(&dpc, 1);
    CHECK(SYSTEM(uint8_t, KeInsertQueueDpc, void *, void *, void *)(&dpc, NULL, NULL));
}

static void dpc_body(void)
{
    stay_on(0);
    queue_dpc_elsewhere((void *)wait_in_dpc);
    note('m'); /* while the DPC is at work */
    CHECK(strcmp(order, "dm") == 0);
    flag = true;
    SYSTEM(void, KeFlushQueuedDpcs, void)();
    CHECK(strcmp(order, "dme") == 0);
    /* From DISPATCH_LEVEL: the other processor runs it while this one polls. */
    flag = false;
    memset(order, 0, sizeof(order));
    const uint8_t old = acquire(&lock);
    queue_dpc_elsewhere((void *)wait_in_dpc);
    CHECK(order[0] == 0);
    for (int i = 0; i < 100 && !order[0]; i++)
        stall(1);
    CHECK(strcmp(order, "d") == 0);
    flag = true;
    release(&lock, old);
    SYSTEM(void, KeFlushQueuedDpcs, void)();
    CHECK(strcmp(order, "de") == 0);
}

/* A call to all processors reaches one that is within a DPC. */
static uint64_t MACHINE_ABI broadcast(uint64_t context)
{
    note((char)('0' + processor()));
    if (processor() == 1)
        flag = true;
    return context;
}

static void broadcast_body(void)
{
    stay_on(0);
    queue_dpc_elsewhere((void *)wait_in_dpc);
    CHECK_EQUAL(SYSTEM(uint64_t, KeIpiGenericCall, void *, uint64_t)((void *)broadcast, 5), 5);
    SYSTEM(void, KeFlushQueuedDpcs, void)();
    CHECK(strcmp(order, "d01e") == 0);
}

static void test_dpcs(void **state)
{
    (void)state;
    child_passes(&two, dpc_body);
    child_passes(&two, broadcast_body);
}

/* --- polling --- */

static void MACHINE_ABI set_flag(void *context)
{
    if (context)
        stay_on(1);
    flag = true;
}

static bool is_set_by_stall(void)
{
    stall(1);
    return flag;
}

static bool is_set_by_clock(void)
{
    SYSTEM(uint64_t, KeQueryPerformanceCounter, void *)(NULL);
    return flag;
}

static bool is_set_by_lock(void)
{
    SYSTEM(uint8_t, KeTestSpinLock, void *)(&lock);
    return flag;
}

static void polling_body(void)
{
    static bool (*const polls[])(void) = {is_set_by_stall, is_set_by_clock, is_set_by_lock};
    stay_on(0);
    for (int i = 0; i < 3; i++) {
        flag = false;
        void *thread = start_thread(set_flag, order);
        const uint8_t old = acquire(&lock);
        while (!polls[i]())
            ;
        release(&lock, old);
        join_thread(thread);
    }
}

/* One processor: a thread of the same priority comes to its turn. */
static void quantum_body(void)
{
    void *thread = start_thread(set_flag, NULL);
    while (!is_set_by_stall())
        ;
    join_thread(thread);
}

static void test_polling(void **state)
{
    (void)state;
    child_passes(&two, polling_body);
    child_passes(NULL, quantum_body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_waiting), cmocka_unit_test(test_counting),    cmocka_unit_test(test_recording),
        cmocka_unit_test(test_asking),  cmocka_unit_test(test_misfit),      cmocka_unit_test(test_deadlock),
        cmocka_unit_test(test_misuse),  cmocka_unit_test(test_lock_forms),  cmocka_unit_test(test_dpcs),
        cmocka_unit_test(test_polling), cmocka_unit_test(test_time_slices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
