/* What a test checks. A check that does not hold ends the test's process at once: nothing is left to clean up. */
#include "ntsim/run/branch.h"
#include "ntsim/run/event.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"

#include <stdarg.h>
#include <stdio.h>

static _Noreturn void fail(struct sim_place place, const char *what, const char *actual, const char *expected)
{
    event("failure", "sdsss", place.file, (uint64_t)place.line, what, actual, expected);
    if (!place.file)
        report_host_stack();
    branch_leave((uint64_t)(uintptr_t)__builtin_frame_address(0));
    report_exit();
}

void sim_fail(struct sim_place place, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    fail(place, text, NULL, NULL);
}

void sim_check(struct sim_place place, bool holds, const char *text)
{
    if (!holds)
        fail(place, text, NULL, NULL);
}

static void put_integer(char *out, size_t size, LONGLONG value)
{
    if (value >= -9 && value <= 9)
        snprintf(out, size, "%lld", (long long)value);
    else
        snprintf(out, size, "%lld (0x%llx)", (long long)value, (unsigned long long)value);
}

void sim_check_equal(struct sim_place place, const char *text, LONGLONG actual, LONGLONG expected)
{
    char left[64], right[64];
    if (actual == expected)
        return;
    put_integer(left, sizeof(left), actual);
    put_integer(right, sizeof(right), expected);
    fail(place, text, left, right);
}

/* The tool that shows it knows the names of statuses. */
void sim_check_status(struct sim_place place, const char *text, NTSTATUS actual, NTSTATUS expected)
{
    char left[32], right[32];
    if (actual == expected)
        return;
    snprintf(left, sizeof(left), "status:%08x", (unsigned)actual);
    snprintf(right, sizeof(right), "status:%08x", (unsigned)expected);
    fail(place, text, left, right);
}

static void put_bytes(char *out, size_t room, const uint8_t *bytes, size_t from, size_t size)
{
    enum { SHOWN = 16 };
    const size_t end = size - from > SHOWN ? from + SHOWN : size;
    int used = snprintf(out, room, "at %zu:", from);
    for (size_t i = from; i < end; i++)
        used += snprintf(out + used, room - (size_t)used, " %02x", bytes[i]);
    if (end < size)
        snprintf(out + used, room - (size_t)used, " ...");
}

void sim_check_bytes(struct sim_place place, const char *text, const void *actual, const void *expected, size_t size)
{
    char left[128], right[128];
    const uint8_t *a = actual, *b = expected;
    size_t at = 0;
    while (at < size && a[at] == b[at])
        at++;
    if (at == size)
        return;
    put_bytes(left, sizeof(left), a, at, size);
    put_bytes(right, sizeof(right), b, at, size);
    fail(place, text, left, right);
}
