/* Branches of the run: a child process each, one after the other. */
#include "ntsim/run/branch.h"
#include "ntsim/run/event.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"
#include "ntsim/verifier/sim.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static uint64_t only, taken;
static bool watching, in_branch, in_storm;

bool branch_watching(void)
{
    return watching;
}

bool branch_taken(void)
{
    return in_branch;
}

const char *branch_code(void)
{
    if (!in_branch)
        return "VRF0313";
    return in_storm ? "VRF0712" : "VRF0702";
}

/* --- where the same place was met before --- */

enum { PLACES = 4096 };

static struct {
    uint64_t site;
    const char *what;
    uint64_t count;
} places[PLACES];

/* Which call of that place this is, from 1. `what` is a string that stays. */
static uint64_t ordinal_of(const char *what, uint64_t site, bool again)
{
    size_t at = (site * 0x9E3779B97F4A7C15ULL) >> 52;
    for (size_t i = 0; i < PLACES; i++, at = (at + 1) % PLACES) {
        if (places[at].what && (places[at].site != site || places[at].what != what))
            continue;
        places[at].site = site;
        places[at].what = what;
        return places[at].count += !again;
    }
    return 0;
}

/* --- splitting --- */

static void become_branch(void)
{
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    in_branch = true;
    if (nothing >= 0)
        dup2(nothing, STDOUT_FILENO);
    machine_split();
    kernel_fail_allocation(-1); /* what the test wanted to fail does not, as well */
    if (session_options.seconds)
        watchdog_start(session_options.seconds);
}

static int wait_for(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool branch_take(const char *what, const char *how, bool again, const uint64_t *frames, uint32_t count)
{
    const uint64_t number = ++taken, ordinal = ordinal_of(what, count ? frames[0] : 0, again);
    if (only && number != only)
        return false;
    if (!shard_owns(number - 1, session_options.shard)) {
        event("skip", "d", number);
        return false;
    }
    event("branch", "ddss", number, ordinal, what, how);
    for (uint32_t i = 0; i < count; i++)
        report_frame(frames[i]);
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        become_branch();
        return true;
    }
    if (child < 0) {
        event("error", "s", "the run cannot be split: the system gives no more processes");
        report_exit();
    }
    event("merge", "d", (uint64_t)wait_for(child));
    return false;
}

static bool MACHINE_ABI on_fault(void *context, const struct sim_fault *fault)
{
    (void)context;
    return branch_take(fault->name, fault->how, fault->way > 0, fault->frames, fault->count);
}

void branch_start(enum branch_mode mode, uint64_t number)
{
    watching = mode != BRANCH_NONE;
    only = number;
    if (mode == BRANCH_FAULTS)
        ((sim_watch_faults *)(uintptr_t)kernel_function("SimWatchFaults"))(on_fault, NULL);
    else if (mode == BRANCH_STORM)
        storm_start();
    in_storm = mode == BRANCH_STORM;
}

/* --- leaving the test --- */

static sigjmp_buf escape;
static uint64_t guard_frame;

bool branch_guard(void (*body)(void *), void *context)
{
    const bool finished = sigsetjmp(escape, 1) == 0;
    if (finished) {
        guard_frame = (uint64_t)(uintptr_t)__builtin_frame_address(0);
        body(context);
    }
    guard_frame = 0;
    return finished;
}

bool branch_in_test(uint64_t frame)
{
    uint64_t words[2];
    while (guard_frame && frame && frame < guard_frame && report_read_words(frame, words)) {
        if (machine_image_at(words[1]) || words[0] <= frame)
            return false;
        frame = words[0];
    }
    return guard_frame && frame == guard_frame;
}

void branch_leave(uint64_t frame)
{
    if (in_branch && branch_in_test(frame))
        siglongjmp(escape, 1);
}
