/* Locks of Ex between threads: who gets them, who waits, and what misuse ends in. */
#include "tests/ntsim/child/threads.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum { VIOLATION = 0xC4, APC_LEVEL = 1, DISPATCH_LEVEL = 2 };
static const uint64_t ANY = ~0ULL;

/* Room for any object of Windows that a test needs. */
struct object {
    _Alignas(64) uint8_t bytes[512];
};

static struct object object;
static char order[64];

static void note(char what)
{
    order[strlen(order)] = what;
}

static uint8_t irql(void)
{
    return SYSTEM(uint8_t, KeGetCurrentIrql, void)();
}

static void raise(uint8_t to)
{
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(to);
}

static void call(const char *name)
{
    ((void(MACHINE_ABI *)(void *))child_function(name))(&object);
}

static bool attempt(const char *name)
{
    return ((uint8_t(MACHINE_ABI *)(void *))child_function(name))(&object);
}

/* --- fast mutexes --- */

/* ExInitializeFastMutex is inline: this is what drivers have done by it. */
static void init_fast_mutex(void)
{
    SYSTEM(void, KeInitializeGuardedMutex, void *)(&object);
}

static void MACHINE_ABI take_fast_mutex(void *name)
{
    call("ExAcquireFastMutex");
    note(*(char *)name);
    call("ExReleaseFastMutex");
}

static void fast_mutex_body(void)
{
    init_fast_mutex();
    void *one = start_thread(take_fast_mutex, "a"), *other;
    call("ExAcquireFastMutex");
    CHECK_EQUAL(irql(), APC_LEVEL);
    pass_time(1);
    CHECK(order[0] == 0);
    note('m');
    call("ExReleaseFastMutex");
    CHECK_EQUAL(irql(), 0);
    other = start_thread(take_fast_mutex, "b");
    join_thread(one);
    join_thread(other);
    CHECK(strcmp(order, "mab") == 0);
    CHECK(attempt("ExTryToAcquireFastMutex"));
    call("ExReleaseFastMutex");
    call("KeAcquireGuardedMutex");
    CHECK(SYSTEM(uint8_t, KeAreAllApcsDisabled, void)());
    CHECK_EQUAL(irql(), 0);
    call("KeReleaseGuardedMutex");
    CHECK(!SYSTEM(uint8_t, KeAreAllApcsDisabled, void)());
}

static void MACHINE_ABI fail_to_take(void *context)
{
    (void)context;
    CHECK(!attempt("ExTryToAcquireFastMutex"));
    CHECK_EQUAL(irql(), 0);
}

static void try_body(void)
{
    init_fast_mutex();
    call("ExAcquireFastMutex");
    void *thread = NULL;
    SYSTEM(void, KeLowerIrql, uint8_t)(0);
    thread = start_thread(fail_to_take, NULL);
    join_thread(thread);
    raise(APC_LEVEL);
    call("ExReleaseFastMutex");
}

static void mutex_twice(void)
{
    init_fast_mutex();
    call("ExAcquireFastMutex");
    call("ExAcquireFastMutex");
}

static void mutex_not_owned(void)
{
    init_fast_mutex();
    raise(APC_LEVEL);
    call("ExReleaseFastMutex");
}

static void mutex_at_dispatch(void)
{
    init_fast_mutex();
    raise(DISPATCH_LEVEL);
    call("ExAcquireFastMutex");
}

static void mutex_released_low(void)
{
    init_fast_mutex();
    call("ExAcquireFastMutex");
    SYSTEM(void, KeLowerIrql, uint8_t)(0);
    call("ExReleaseFastMutex");
}

static void unsafe_with_apcs(void)
{
    init_fast_mutex();
    call("ExAcquireFastMutexUnsafe");
}

static void test_fast_mutexes(void **state)
{
    (void)state;
    child_passes(NULL, fast_mutex_body);
    child_passes(NULL, try_body);
    child_stops(mutex_twice, 0xBF, ANY, ANY, 0, ANY);
    child_stops(mutex_not_owned, 0x11, ANY, ANY, ANY, ANY);
    child_stops(mutex_at_dispatch, VIOLATION, 0x33, 2, ANY, ANY);
    child_stops(mutex_released_low, VIOLATION, 0x34, 0, ANY, ANY);
    child_stops(unsafe_with_apcs, VIOLATION, 0x39, 0, 0, ANY);
}

/* --- push locks --- */

static bool exclusive_of(const char *name)
{
    return *name >= 'A' && *name <= 'Z';
}

static void MACHINE_ABI take_push_lock(void *name)
{
    const bool exclusive = exclusive_of(name);
    SYSTEM(void, KeEnterCriticalRegion, void)();
    ((void(MACHINE_ABI *)(void *, uint32_t))child_function(exclusive ? "ExAcquirePushLockExclusiveEx"
                                                                     : "ExAcquirePushLockSharedEx"))(&object, 0);
    note(*(char *)name);
    pass_time(10);
    note('-');
    ((void(MACHINE_ABI *)(void *, uint32_t))child_function(exclusive ? "ExReleasePushLockExclusiveEx"
                                                                     : "ExReleasePushLockSharedEx"))(&object, 0);
    SYSTEM(void, KeLeaveCriticalRegion, void)();
}

static void push_lock_body(void)
{
    static const char *const names[] = {"A", "b", "c", "D", "e"};
    void *threads[5];
    call("ExInitializePushLock");
    for (int i = 0; i < 5; i++) {
        threads[i] = start_thread(take_push_lock, (void *)names[i]);
        pass_time(1);
    }
    for (int i = 0; i < 5; i++)
        join_thread(threads[i]);
    /* Two readers at a time, a writer alone, and the last reader behind the writer. */
    CHECK(strcmp(order, "A-bc--D-e-") == 0);
    CHECK_EQUAL(*(uint64_t *)object.bytes, 0);
}

static void push_lock_not_held(void)
{
    call("ExInitializePushLock");
    SYSTEM(void, ExReleasePushLockSharedEx, void *, uint32_t)(&object, 0);
}

static void test_push_locks(void **state)
{
    (void)state;
    child_passes(NULL, push_lock_body);
    child_stops(push_lock_not_held, 0x139, ANY, ANY, ANY, ANY);
}

/* --- resources --- */

static bool acquire(const char *name, bool wait)
{
    return ((uint8_t(MACHINE_ABI *)(void *, uint8_t))child_function(name))(&object, wait);
}

static uint32_t count(const char *name)
{
    return ((uint32_t(MACHINE_ABI *)(void *))child_function(name))(&object);
}

static void MACHINE_ABI take_resource(void *name)
{
    SYSTEM(void, KeEnterCriticalRegion, void)();
    CHECK(acquire(exclusive_of(name) ? "ExAcquireResourceExclusiveLite" : "ExAcquireResourceSharedLite", true));
    note(*(char *)name);
    pass_time(10);
    note('-');
    call("ExReleaseResourceLite");
    SYSTEM(void, KeLeaveCriticalRegion, void)();
}

static void MACHINE_ABI look_at_shared(void *context)
{
    (void)context;
    SYSTEM(void, KeEnterCriticalRegion, void)();
    CHECK_EQUAL(count("ExIsResourceAcquiredSharedLite"), 0);
    CHECK(!acquire("ExAcquireResourceExclusiveLite", false));
    CHECK(!acquire("ExAcquireResourceSharedLite", false)); /* a writer waits */
    CHECK(!acquire("ExAcquireSharedWaitForExclusive", false));
    CHECK(acquire("ExAcquireSharedStarveExclusive", false));
    CHECK(acquire("ExAcquireResourceSharedLite", false)); /* one's own, once more */
    CHECK_EQUAL(count("ExIsResourceAcquiredSharedLite"), 2);
    call("ExReleaseResourceLite");
    call("ExReleaseResourceLite");
    SYSTEM(void, KeLeaveCriticalRegion, void)();
}

static void resource_body(void)
{
    void *writer, *reader;
    CHECK_EQUAL(SYSTEM(int, ExInitializeResourceLite, void *)(&object), 0);
    SYSTEM(void, KeEnterCriticalRegion, void)();
    CHECK(acquire("ExAcquireResourceExclusiveLite", true));
    CHECK(acquire("ExAcquireResourceExclusiveLite", true)); /* recursion */
    CHECK(acquire("ExAcquireResourceSharedLite", true));
    CHECK(attempt("ExIsResourceAcquiredExclusiveLite"));
    CHECK_EQUAL(count("ExIsResourceAcquiredSharedLite"), 3);
    writer = start_thread(take_resource, "W");
    reader = start_thread(take_resource, "r");
    pass_time(1);
    CHECK_EQUAL(count("ExGetExclusiveWaiterCount"), 1);
    CHECK_EQUAL(count("ExGetSharedWaiterCount"), 1);
    call("ExReleaseResourceLite");
    call("ExReleaseResourceLite");
    CHECK(order[0] == 0);
    call("ExConvertExclusiveToSharedLite"); /* the reader comes in, the writer waits */
    CHECK(!attempt("ExIsResourceAcquiredExclusiveLite"));
    pass_time(1);
    CHECK(strcmp(order, "r") == 0);
    join_thread(start_thread(look_at_shared, NULL));
    call("ExReleaseResourceLite");
    join_thread(writer);
    join_thread(reader);
    CHECK(strcmp(order, "r-W-") == 0);
    CHECK(acquire("ExAcquireResourceSharedLite", true));
    SYSTEM(void, ExSetResourceOwnerPointer, void *, void *)(&object, (char *)&object + 3);
    CHECK_EQUAL(count("ExIsResourceAcquiredSharedLite"), 0);
    SYSTEM(void, ExReleaseResourceForThreadLite, void *, void *)(&object, (char *)&object + 3);
    CHECK(acquire("ExAcquireResourceExclusiveLite", false));
    call("ExReleaseResourceLite");
    SYSTEM(void, KeLeaveCriticalRegion, void)();
    CHECK_EQUAL(SYSTEM(int, ExDeleteResourceLite, void *)(&object), 0);
}

static void resource_with_apcs(void)
{
    SYSTEM(int, ExInitializeResourceLite, void *)(&object);
    acquire("ExAcquireResourceExclusiveLite", true);
}

static void resource_not_owned(void)
{
    SYSTEM(int, ExInitializeResourceLite, void *)(&object);
    SYSTEM(void, KeEnterCriticalRegion, void)();
    call("ExReleaseResourceLite");
}

static void test_resources(void **state)
{
    (void)state;
    child_passes(NULL, resource_body);
    child_stops(resource_with_apcs, VIOLATION, 0x37, 0, 0, ANY);
    child_stops(resource_not_owned, 0xE3, ANY, ANY, ANY, ANY);
}

/* --- rundown protection --- */

static void MACHINE_ABI run_down(void *context)
{
    (void)context;
    call("ExWaitForRundownProtectionRelease");
    note('d');
}

static void rundown_body(void)
{
    call("ExInitializeRundownProtection");
    CHECK(attempt("ExAcquireRundownProtection"));
    CHECK(SYSTEM(uint8_t, ExAcquireRundownProtectionEx, void *, uint32_t)(&object, 2));
    void *thread = start_thread(run_down, NULL);
    pass_time(1);
    CHECK(!attempt("ExAcquireRundownProtection"));
    call("ExReleaseRundownProtection");
    pass_time(1);
    CHECK(order[0] == 0);
    SYSTEM(void, ExReleaseRundownProtectionEx, void *, uint32_t)(&object, 2);
    join_thread(thread);
    CHECK(strcmp(order, "d") == 0);
    call("ExRundownCompleted");
    CHECK(!attempt("ExAcquireRundownProtection"));
    call("ExReInitializeRundownProtection");
    CHECK(attempt("ExAcquireRundownProtection"));
}

static void rundown_underflow(void)
{
    call("ExInitializeRundownProtection");
    call("ExReleaseRundownProtection");
}

static void test_rundown(void **state)
{
    (void)state;
    child_passes(NULL, rundown_body);
    child_stops(rundown_underflow, 0x139, 14, ANY, ANY, ANY);
}

/* --- spin locks --- */

static void spin_lock_body(void)
{
    memset(&object, 0, sizeof(object));
    const uint8_t old = attempt("ExAcquireSpinLockShared");
    CHECK_EQUAL(old, 0);
    CHECK_EQUAL(irql(), DISPATCH_LEVEL);
    call("ExAcquireSpinLockSharedAtDpcLevel");
    CHECK(!SYSTEM(uint32_t, ExTryConvertSharedSpinLockExclusive, void *)(&object));
    call("ExReleaseSpinLockSharedFromDpcLevel");
    CHECK(SYSTEM(uint32_t, ExTryConvertSharedSpinLockExclusive, void *)(&object));
    SYSTEM(void, ExReleaseSpinLockExclusive, void *, uint8_t)(&object, old);
    CHECK_EQUAL(irql(), 0);
}

static void spin_lock_deadlock(void)
{
    memset(&object, 0, sizeof(object));
    attempt("ExAcquireSpinLockShared");
    attempt("ExAcquireSpinLockExclusive");
}

static void test_spin_locks(void **state)
{
    (void)state;
    child_passes(NULL, spin_lock_body);
    child_stops(spin_lock_deadlock, 0x0F, ANY, ANY, ANY, ANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fast_mutexes), cmocka_unit_test(test_push_locks), cmocka_unit_test(test_resources),
        cmocka_unit_test(test_rundown),      cmocka_unit_test(test_spin_locks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
