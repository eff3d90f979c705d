/* Whether a test passed, and in one line why not. */
#include "cwdk/test/test.h"
#include "cwdk/diag/codes.h"
#include "cwdk/panic/panic.h"

#include <string.h>

/* Where the run was when it ended. */
static const char *phase_of(const struct test_run *run)
{
    const char *phase = "";
    for (size_t i = 0; i < run->count; i++)
        if (strcmp(run->events[i].type, "begin") == 0)
            phase = run->events[i].fields[0];
    return phase;
}

static const char *during(const struct test_run *run)
{
    static const char *const phases[][2] = {{"load", " (while the driver was loaded)"},
                                            {"close", " (while open files were closed after the test)"},
                                            {"unplug", " (while devices were unplugged after the test)"},
                                            {"unload", " (while the driver was unloaded after the test)"}};
    const char *phase = phase_of(run);
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
        if (strcmp(phase, phases[i][0]) == 0)
            return phases[i][1];
    return "";
}

static const char *bug_check_text(const struct test_kit *kit, uint32_t code, struct arena *a)
{
    const char *name = test_bug_check_name(kit, code, a);
    return name ? arena_format(a, "bug check 0x%X %s", code, name) : arena_format(a, "bug check 0x%X", code);
}

/* The bug check of a "stop" event; one of the safe layer says itself what it is. */
static const char *stop_text(const struct test_kit *kit, const struct test_event *stop, struct arena *a)
{
    const uint32_t code = (uint32_t)test_event_address(stop, 0);
    uint64_t parameters[4];
    struct panic panic;
    for (unsigned i = 0; i < 4; i++)
        parameters[i] = test_event_address(stop, 1 + i);
    if (code == PANIC_BUG_CHECK && panic_decode(parameters, &panic))
        return panic_text(&panic, a);
    return bug_check_text(kit, code, a);
}

static const char *signal_text(int status)
{
    static const char *const names[] = {
        [4] = "SIGILL", [6] = "SIGABRT", [7] = "SIGBUS", [8] = "SIGFPE", [9] = "SIGKILL", [11] = "SIGSEGV"};
    const int number = status - 128;
    return number > 0 && number < (int)(sizeof names / sizeof *names) && names[number] ? names[number] : "a signal";
}

static const char *finding_text(const struct test_run *run, const struct test_event *first, struct arena *a)
{
    const struct code_entry *code = code_find(first->fields[0]);
    size_t more = 0;
    for (const struct test_event *finding = first; (finding = test_finding_next(run, finding));)
        more++;
    return more ? arena_format(a, "%s: %s, and %zu more", first->fields[0], code ? code->title : "", more)
                : arena_format(a, "%s: %s", first->fields[0], code ? code->title : "");
}

/* NULL where it passed. */
static const char *reason_of(const struct test_kit *kit, const struct test_case *test, struct arena *a)
{
    const struct test_run *run = &test->run;
    const struct test_event *found;
    if (run->stuck)
        return "the test's process did not end and was killed: it waits for something outside of the simulator";
    if ((found = test_event_find(run, "error")))
        return arena_format(a, "the run could not go on: %s", found->fields[0]);
    if ((found = test_event_find(run, "stop"))) {
        const uint32_t code = (uint32_t)test_event_address(found, 0);
        if (code && code == test->bug_check)
            return NULL;
        if (!code)
            return arena_format(a, "%s%s", found->fields[6], during(run));
        return arena_format(a, "%s%s", stop_text(kit, found, a), during(run));
    }
    if ((found = test_event_find(run, "loop")) && test->bug_check == 0x133 && test_event_number(found, 0) >= 2)
        return NULL;
    if (test_event_find(run, "hang"))
        return arena_format(a, "hang%s", during(run));
    if ((found = test_event_find(run, "loop")))
        return test_event_number(found, 0) >= 2
                   ? arena_format(a, "%s%s", bug_check_text(kit, 0x133, a), during(run))
                   : arena_format(a, "endless loop %s%s",
                                  strcmp(found->fields[2], "test") ? "in the driver" : "in the test itself",
                                  during(run));
    if (test->is_branch && test_event_find(run, "crash"))
        return NULL; /* the test has not looked at a status, which is its affair */
    if (test_event_find(run, "crash") || run->status > 128)
        return arena_format(a, "the test itself crashed (%s), not the driver", signal_text(run->status));
    if (!test->is_branch && (found = test_event_find(run, "failure")))
        return arena_format(a, "%s%s", test_status_text(kit, found->fields[2], a), during(run));
    if ((found = test_finding_next(run, NULL)))
        return finding_text(run, found, a);
    if (test->is_branch)
        return NULL;
    if (!test_event_find(run, "end"))
        return arena_format(a, "the test ended its process itself (exit status %d)", run->status);
    if (test->bug_check)
        return arena_format(a, "%s was expected, and did not come", bug_check_text(kit, test->bug_check, a));
    return NULL;
}

void test_judge(const struct test_kit *kit, struct test_case *test, struct arena *a)
{
    test->reason = reason_of(kit, test, a);
    test->passed = !test->reason;
}
