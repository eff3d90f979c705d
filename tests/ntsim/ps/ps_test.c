/* Processes and threads: identifiers, handles, ends, and who is told. */
#include "tests/ntsim/child/threads.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum {
    PENDING = 0x103,
    NOT_FOUND = (int)0xC000007A,
    INVALID_PARAMETER = (int)0xC000000D,
    ACCESS_DENIED = (int)0xC0000022
};
static const uint64_t ANY = ~0ULL;

static void *thread_object(void *handle)
{
    void *object = NULL;
    CHECK_EQUAL(SYSTEM(int, ObReferenceObjectByHandle, void *, uint32_t, void *, uint8_t, void *,
                       void *)(handle, 0x100000, NULL, 0, &object, NULL),
                0);
    return object;
}

static void release(void *object)
{
    SYSTEM(int64_t, ObfDereferenceObject, void *)(object);
}

static uint64_t seen_id;

static void MACHINE_ABI end_with_code(void *context)
{
    CHECK(context == &seen_id);
    seen_id = SYSTEM(uint64_t, PsGetCurrentThreadId, void)();
    CHECK_EQUAL(SYSTEM(uint64_t, PsGetCurrentProcessId, void)(), 4);
    CHECK(SYSTEM(uint8_t, PsIsSystemThread, void *)(SYSTEM(void *, KeGetCurrentThread, void)()));
    SYSTEM(int, PsTerminateSystemThread, int)(42);
    CHECK(0);
}

static void one_thread_body(void)
{
    void *handle = start_thread(end_with_code, &seen_id), *thread = thread_object(handle), *found = NULL;
    const uint64_t id = SYSTEM(uint64_t, PsGetThreadId, void *)(thread);
    CHECK_EQUAL(SYSTEM(uint64_t, PsGetThreadProcessId, void *)(thread), 4);
    CHECK_EQUAL(SYSTEM(int, PsGetThreadExitStatus, void *)(thread), PENDING);
    CHECK_EQUAL(SYSTEM(int, PsLookupThreadByThreadId, uint64_t, void *)(id, &found), 0);
    CHECK(found == thread);
    release(found);
    CHECK_EQUAL(SYSTEM(int, KeWaitForSingleObject, void *, int, uint8_t, uint8_t, void *)(thread, 0, 0, 0, NULL), 0);
    CHECK_EQUAL(seen_id, id);
    CHECK_EQUAL(SYSTEM(int, PsGetThreadExitStatus, void *)(thread), 42);
    CHECK(SYSTEM(int, PsLookupThreadByThreadId, uint64_t, void *)(id, &found) < 0);
    release(thread);
    join_thread(handle);
    /* The main thread is no system thread. */
    CHECK(SYSTEM(int, PsTerminateSystemThread, int)(0) < 0);
    CHECK(SYSTEM(uint64_t, PsGetCurrentProcessId, void)() != 4);
}

/* Stacks and objects of ended threads are used again. */
static void many_threads_body(void)
{
    for (int i = 0; i < 2000; i++)
        join_thread(start_thread(end_with_code, &seen_id));
}

static void test_threads(void **state)
{
    (void)state;
    child_passes(NULL, one_thread_body);
    child_passes(NULL, many_threads_body);
}

static void MACHINE_ABI end_in_region(void *context)
{
    (void)context;
    SYSTEM(void, KeEnterCriticalRegion, void)();
}

static void critical_region(void)
{
    join_thread(start_thread(end_in_region, NULL));
}

static void MACHINE_ABI end_raised(void *context)
{
    (void)context;
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(1);
}

static void raised(void)
{
    join_thread(start_thread(end_raised, NULL));
}

static void created_raised(void)
{
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(1);
    start_thread(end_raised, NULL);
}

static void test_misuse(void **state)
{
    (void)state;
    child_stops(critical_region, 0x20, 0, 1, 0, ANY);
    child_stops(raised, 0x20, 0, 0, 1, ANY);
    child_stops(created_raised, 0x0A, ANY, 1, ANY, ANY);
}

static char told[64];

static void MACHINE_ABI on_process(uint64_t parent, uint64_t id, uint8_t create)
{
    CHECK_EQUAL(parent, 0x1000);
    CHECK(id);
    told[strlen(told)] = create ? '+' : '-';
}

static void MACHINE_ABI on_thread(uint64_t process, uint64_t id, uint8_t create)
{
    CHECK_EQUAL(process, 4);
    CHECK(id);
    told[strlen(told)] = create ? 't' : 'x';
}

static void process_body(void)
{
    static const uint16_t name[] = {'a', '.', 'e', 'x', 'e'};
    int(MACHINE_ABI *const set)(void *, uint8_t) =
        (int(MACHINE_ABI *)(void *, uint8_t))child_function("PsSetCreateProcessNotifyRoutine");
    CHECK_EQUAL(set((void *)on_process, 0), 0);
    CHECK_EQUAL(set((void *)on_process, 0), INVALID_PARAMETER);
    /* Code outside of images that are linked with /INTEGRITYCHECK may not. */
    CHECK_EQUAL(SYSTEM(int, PsSetCreateProcessNotifyRoutineEx, void *, uint8_t)((void *)on_process, 0), ACCESS_DENIED);
    const uint64_t id =
        SYSTEM(uint64_t, SimCreateProcess, uint64_t, const void *, uint32_t)(0x1000, name, sizeof(name));
    void *process = NULL;
    CHECK_EQUAL(SYSTEM(int, PsLookupProcessByProcessId, uint64_t, void *)(id, &process), 0);
    CHECK_EQUAL(SYSTEM(uint64_t, PsGetProcessId, void *)(process), id);
    CHECK_EQUAL(SYSTEM(int, PsGetProcessExitStatus, void *)(process), PENDING);
    uint8_t state[64];
    SYSTEM(void, KeStackAttachProcess, void *, void *)(process, state);
    CHECK_EQUAL(SYSTEM(uint64_t, PsGetCurrentProcessId, void)(), id);
    SYSTEM(void, KeUnstackDetachProcess, void *)(state);
    CHECK_EQUAL(SYSTEM(uint64_t, PsGetCurrentProcessId, void)(), 0x1000);
    CHECK(SYSTEM(bool, SimExitProcess, uint64_t, int32_t)(id, 3));
    CHECK_EQUAL(SYSTEM(int, PsGetProcessExitStatus, void *)(process), 3);
    CHECK_EQUAL(SYSTEM(int, KeWaitForSingleObject, void *, int, uint8_t, uint8_t, void *)(process, 0, 0, 0, NULL), 0);
    release(process);
    CHECK(SYSTEM(int, PsLookupProcessByProcessId, uint64_t, void *)(id, &process) < 0);
    CHECK(strcmp(told, "+-") == 0);
    CHECK_EQUAL(set((void *)on_process, 1), 0);
    CHECK_EQUAL(set((void *)on_process, 1), NOT_FOUND);
    CHECK_EQUAL(SYSTEM(int, PsSetCreateThreadNotifyRoutine, void *)((void *)on_thread), 0);
    join_thread(start_thread(end_with_code, &seen_id));
    CHECK(strcmp(told, "+-tx") == 0);
    CHECK_EQUAL(SYSTEM(int, PsRemoveCreateThreadNotifyRoutine, void *)((void *)on_thread), 0);
    uint32_t major = 0, build = 0;
    SYSTEM(uint8_t, PsGetVersion, void *, void *, void *, void *)(&major, NULL, &build, NULL);
    CHECK(major == 10 && build >= 10240);
}

static void test_processes(void **state)
{
    (void)state;
    child_passes(NULL, process_body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_misuse),
        cmocka_unit_test(test_processes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
