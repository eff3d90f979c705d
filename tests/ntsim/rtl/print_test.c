/* What drivers print, and stacks walked for reports. */
#include "tests/ntsim/child/child.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

static void print_body(void)
{
    static const uint16_t euro[] = {0x20AC, 0xD83D, 0xDE00, 0};
    char long_text[600];
    memset(long_text, 'x', sizeof(long_text) - 1);
    long_text[sizeof(long_text) - 1] = 0;
    SYSTEM(uint32_t, DbgPrint, const char *, ...)("%s %d %ws\n", "a\xC3\xA4", 5, euro);
    SYSTEM(uint32_t, DbgPrintEx, uint32_t, uint32_t, const char *, ...)(77, 3, "%s", long_text);
    char *printed = child_report->printed;
    /* Bytes go as they are, UTF-16 as UTF-8; at most 512 bytes a call, says the documentation. */
    CHECK(strncmp(printed, "a\xC3\xA4 5 \xE2\x82\xAC\xF0\x9F\x98\x80\n", 14) == 0);
    CHECK_EQUAL(strlen(printed), 14 + 512);
    memset(printed, 0, sizeof(child_report->printed));
    SYSTEM(void, DbgBreakPoint, void)();
    CHECK(strstr(printed, "Break requested") != NULL);
}

static void prints(void **state)
{
    (void)state;
    child_passes(NULL, print_body);
}

static void assert_body(void)
{
    SYSTEM(void, RtlAssert, const char *, const char *, uint32_t, const char *)("a == b", "driver.c", 12, NULL);
}

static void assertions(void **state)
{
    (void)state;
    struct child_outcome outcome;
    child_run(NULL, assert_body, &outcome);
    assert_int_equal(outcome.end, CHILD_BUG_CHECK);
    assert_int_equal(outcome.parameters[0], 0x80000003); /* STATUS_BREAKPOINT */
    assert_non_null(strstr(outcome.printed, "Assertion failed: a == b"));
    assert_non_null(strstr(outcome.printed, "driver.c, line 12"));
}

typedef uint32_t MACHINE_ABI walk_function(const struct machine_context *, uint64_t *, uint32_t);

static uint32_t walk(uint64_t rip, uint64_t rsp, uint64_t *frames)
{
    const struct machine_context context = {.rip = rip, .rsp = rsp, .rbp = rsp ^ 0x5555};
    walk_function *const function = (walk_function *)child_function("SimWalkStack");
    return function(&context, frames, 64);
}

/* Wherever the registers point, the walk ends. */
static void broken_body(void)
{
    uint64_t frames[64], local[512];
    const uint64_t system = (uint64_t)(uintptr_t)child_function("KeWaitForSingleObject");
    static const uint64_t stacks[] = {0, 1, 0x1000, 0x20000, 0x7FFFFFFF, MACHINE_KERNEL_BEGIN, ~0ULL, ~7ULL};
    for (size_t i = 0; i < sizeof(stacks) / sizeof(*stacks); i++) {
        CHECK(walk(system + 60, stacks[i], frames) >= 1);
        CHECK_EQUAL(frames[0], system + 60);
        CHECK(walk(stacks[i], stacks[(i + 1) % 8], frames) >= 1);
    }
    for (uint64_t seed = 1; seed < 500; seed++) { /* a stack full of addresses of the system */
        for (size_t i = 0; i < 512; i++)
            local[i] = system + (seed * 2654435761u * (i + 1)) % 20000 - 10000;
        const uint32_t count = walk(system + seed, (uint64_t)local, frames);
        CHECK(count >= 1 && count <= 64);
    }
}

static void broken_stacks(void **state)
{
    (void)state;
    child_passes(NULL, broken_body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints),
        cmocka_unit_test(assertions),
        cmocka_unit_test(broken_stacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
