#include "tests/ntsim/child/child.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct child_outcome *child_report;

static void print(void *context, const char *text, size_t length)
{
    (void)context;
    const size_t used = strlen(child_report->printed), room = sizeof(child_report->printed) - used - 1;
    memcpy(child_report->printed + used, text, length < room ? length : room);
}

static void stopped(void *context, const struct machine_bug_check *bug_check, const char *hang)
{
    (void)context;
    child_report->end = bug_check ? CHILD_BUG_CHECK : CHILD_HANG;
    const char *text = bug_check ? bug_check->message : hang;
    snprintf(child_report->text, sizeof(child_report->text), "%s", text ? text : "");
    if (bug_check) {
        child_report->code = bug_check->code;
        memcpy(child_report->parameters, bug_check->parameters, sizeof(child_report->parameters));
    }
    _exit(0);
}

_Noreturn void child_fail(const char *file, int line, const char *what, uint64_t value)
{
    child_report->end = CHILD_FAILED;
    snprintf(child_report->text, sizeof(child_report->text), "%s:%d: %s (0x%" PRIx64 ")", file, line, what, value);
    _exit(0);
}

void *child_function(const char *name)
{
    void *function = machine_system_function(name);
    if (!function)
        child_fail(name, 0, "the system does not export it", 0);
    return function;
}

static void run_body(void *context)
{
    ((void (*)(void))context)();
    child_report->end = CHILD_RETURNED;
}

static _Noreturn void be_child(const struct child_setup *setup, void (*body)(void))
{
    char folder[4096];
    const char *build = getenv("CWDK_BUILD"), *error;
    snprintf(folder, sizeof(folder), "%s/share/cwdk/ntsim", build ? build : "build");
    const struct machine_options options = {
        .system_folder = folder,
        .seed = setup ? setup->seed : 0,
        .processors = setup && setup->processors ? setup->processors : 1,
        .schedule = setup ? setup->schedule : (struct machine_schedule){0},
        .print = print,
        .stopped = stopped,
    };
    if (!machine_boot(&options, run_body, (void *)body, &error))
        child_fail(error, 0, "the machine does not start", 0);
    _exit(0);
}

void child_run(const struct child_setup *setup, void (*body)(void), struct child_outcome *outcome)
{
    int status;
    child_report = mmap(NULL, sizeof(*child_report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(child_report != MAP_FAILED);
    child_report->end = CHILD_CRASHED;
    fflush(stdout);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        be_child(setup, body);
    assert_int_equal(waitpid(child, &status, 0), child);
    *outcome = *child_report;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        outcome->end = CHILD_CRASHED;
        snprintf(outcome->text, sizeof(outcome->text), "the child ended with the wait status 0x%x", (unsigned)status);
    }
    munmap(child_report, sizeof(*child_report));
}

static void describe(const struct child_outcome *outcome)
{
    static const char *const ends[] = {"returned", "failed", "bug check", "hang", "crash"};
    print_message("# %s 0x%" PRIx32 " (0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 ") %s\n%s",
                  ends[outcome->end], outcome->code, outcome->parameters[0], outcome->parameters[1],
                  outcome->parameters[2], outcome->parameters[3], outcome->text, outcome->printed);
}

void child_passes(const struct child_setup *setup, void (*body)(void))
{
    struct child_outcome outcome;
    child_run(setup, body, &outcome);
    if (outcome.end != CHILD_RETURNED) {
        describe(&outcome);
        fail_msg("%s", outcome.text);
    }
}

void child_stops(void (*body)(void), uint32_t code, uint64_t p1, uint64_t p2, uint64_t p3, uint64_t p4)
{
    struct child_outcome outcome;
    const uint64_t wanted[] = {p1, p2, p3, p4};
    child_run(NULL, body, &outcome);
    bool same = outcome.end == CHILD_BUG_CHECK && outcome.code == code;
    for (int i = 0; i < 4; i++)
        same = same && (wanted[i] == ~0ULL || wanted[i] == outcome.parameters[i]);
    if (!same) {
        describe(&outcome);
        fail_msg("not the bug check 0x%" PRIx32, code);
    }
}
