/* Executions, and how each ends. */
#include "ntsim/fuzz/target.h"
#include "ntsim/ex/sim.h"
#include "ntsim/fuzz/execute.h"
#include "ntsim/fuzz/learn.h"
#include "ntsim/fuzz/libfuzzer.h"
#include "ntsim/machine/rewind.h"
#include "ntsim/run/event.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"
#include "ntsim/run/snapshot.h"
#include "ntsim/verifier/sim.h"

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_KNOWN = 256, HASHED_FRAMES = 3 };

static struct {
    struct outcome known[MOST_KNOWN];
    size_t known_count;
    uint64_t executions, operations;
    uint64_t blocks; /* of pool at the mark */
    sim_pool_usage_of *pool_usage;
    sigjmp_buf escape;
    const struct instrumentation *table;
    uint8_t *ended; /* for each counter what inputs have reached after which the driver was taken out */
} target;

/* Of this execution; in memory that a copy of the process shares. */
static struct run {
    struct outcome outcome;
    unsigned frames;
    bool telling; /* frames are those of what the outcome is */
    bool in_copy, passes_over;
    bool at_end;
    bool passed_over; /* what is known was found, so that a stop that follows is no news */
} *run;

bool outcome_is(const struct outcome *one, const struct outcome *other)
{
    return one->found == other->found && strcmp(one->code, other->code) == 0 && one->where == other->where;
}

bool target_knows(const struct outcome *outcome)
{
    for (size_t i = 0; i < target.known_count; i++)
        if (outcome_is(&target.known[i], outcome))
            return true;
    return false;
}

void target_know(const struct outcome *outcome)
{
    if (!target_knows(outcome) && target.known_count < MOST_KNOWN)
        target.known[target.known_count++] = *outcome;
}

uint64_t target_executions(uint64_t *operations)
{
    *operations = target.operations;
    return target.executions;
}

/* --- what the run says --- */

/* Where the function begins that has that offset; so that what is found does not depend on the line. */
static uint32_t function_of(const char *name, uint64_t offset)
{
    for (const struct machine_image *image = machine_image_first(); image; image = image->next) {
        if (strcasecmp(image->name, name) != 0)
            continue;
        for (uint32_t i = 0, begin, end; machine_function(image, i, &begin, &end); i++)
            if (offset >= begin && offset < end)
                return begin;
    }
    return (uint32_t)offset;
}

static void hash(uint32_t value)
{
    for (unsigned i = 0; i < 4; i++)
        run->outcome.where = (run->outcome.where ^ (value >> 8 * i & 0xFF)) * 16777619U;
}

static void take_frame(const char *path, const char *name, uint64_t offset)
{
    const size_t folder = strlen(session_options.system_folder);
    if (!run->telling || run->frames == HASHED_FRAMES || !*path ||
        strncmp(path, session_options.system_folder, folder) == 0)
        return;
    run->frames++;
    hash(function_of(name, offset));
}

static void take(const char *type, const char *fields, va_list arguments)
{
    static const struct {
        const char *type, *code;
    } ends[] = {{"stop", "STOP"}, {"hang", "HANG"}, {"loop", "LOOP"}, {"failure", "CHECK"}, {"error", "CHECK"}};
    (void)fields;
    if (strcmp(type, "frame") == 0) {
        const char *path = va_arg(arguments, const char *), *name = va_arg(arguments, const char *);
        take_frame(path, name, va_arg(arguments, uint64_t));
        return;
    }
    run->telling = false;
    if (run->outcome.found)
        return;
    const char *code = strcmp(type, "finding") == 0 ? va_arg(arguments, const char *) : NULL;
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends) && !code; i++)
        if (strcmp(type, ends[i].type) == 0)
            code = ends[i].code;
    if (!code)
        return;
    run->outcome = (struct outcome){.where = 2166136261U, .found = true};
    if (run->passed_over && strcmp(type, "finding") != 0)
        return;
    snprintf(run->outcome.code, sizeof(run->outcome.code), "%s", code);
    run->frames = 0;
    run->telling = strcmp(code, "LOOP") != 0; /* where the clock met it says nothing */
}

/* --- how it ends --- */

static _Noreturn void leave(void)
{
    if (run->in_copy)
        _exit(0);
    siglongjmp(target.escape, 1);
}

/* A finding was told, and the run could go on. */
static void found(void)
{
    run->telling = false;
    if (run->passes_over && target_knows(&run->outcome)) {
        run->outcome = (struct outcome){0};
        run->passed_over = true;
    } else if (run->passes_over) {
        leave();
    }
}

/* --- the driver's end --- */

static uint64_t live_blocks(void)
{
    struct sim_pool_usage usage = {0};
    target.pool_usage(&usage);
    return usage.blocks;
}

/* How often a counter was passed, as libFuzzer has it: a bit for 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, more.
 */
static uint8_t bucket_of(uint8_t count)
{
    if (count < 4)
        return (uint8_t)(count ? 1 << (count - 1) : 0);
    return count < 8 ? 8 : count < 16 ? 16 : count < 32 ? 32 : count < 128 ? 64 : 128;
}

/* Whether to take the driver out after an input that has left something: where it has reached what no such input had,
 * and each time that their number has doubled. */
static bool is_new_end(void)
{
    static uint64_t ends;
    bool is_new = false;
    size_t at = 0;
    for (const uint8_t *counter = target.table->counters_begin; counter < target.table->counters_end; counter++, at++) {
        const uint8_t bucket = bucket_of(*counter);
        is_new |= (target.ended[at] & bucket) != bucket;
        target.ended[at] |= bucket;
    }
    ends++;
    return is_new || (ends & (ends - 1)) == 0;
}

/* In a copy of the process, since images go: what a driver leaves behind shows then. */
static void end_driver(void)
{
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        run->in_copy = true;
        run->at_end = true;
        machine_split();
        if (session_options.seconds)
            watchdog_start(session_options.seconds);
        execute_end();
        session_end();
        _exit(0);
    }
    int status;
    while (child > 0 && waitpid(child, &status, 0) < 0)
        continue;
    run->in_copy = false;
}

static bool is_to_end(unsigned mode)
{
    const uint64_t blocks = live_blocks();
    if (target.executions == 1 || mode != TARGET_FUZZ)
        return mode == TARGET_FUZZ || mode & TARGET_TO_END;
    return blocks > target.blocks && is_new_end();
}

/* --- an execution --- */

void target_run(const struct operations *operations, unsigned mode, struct outcome *out)
{
    const bool tells = mode & TARGET_TELL;
    const char *error;
    *run = (struct run){.passes_over = !tells};
    target.executions++;
    target.operations += operations->count;
    learn_begin();
    event_divert(tells ? NULL : take);
    if (sigsetjmp(target.escape, 0) == 0) {
        execute(operations);
        watchdog_rest();
        if (is_to_end(mode))
            end_driver();
    } else {
        sigset_t clock;
        watchdog_rest();
        sigemptyset(&clock);
        sigaddset(&clock, SIGPROF);
        sigprocmask(SIG_UNBLOCK, &clock, NULL); /* its handler may have been left */
    }
    event_divert(take);
    *out = run->outcome;
    out->at_end = run->at_end && out->found;
    if (rewind_back(&error))
        return;
    fprintf(stderr, "ntsim-fuzz: an input cannot be taken back: %s\n", error);
    _exit(1);
}

bool target_mark(const char **error)
{
    struct sim_range stacks[2];
    ((sim_keep_stacks *)(uintptr_t)kernel_function("SimKeepStacks"))(stacks);
    run = snapshot_shared(sizeof(*run));
    target.ended = calloc((size_t)(target.table->counters_end - target.table->counters_begin), 1);
    if (!run || !target.ended) {
        *error = "there is no memory";
        return false;
    }
    target.pool_usage = (sim_pool_usage_of *)(uintptr_t)kernel_function("SimPoolUsage");
    target.blocks = live_blocks();
    session_options.found = found;
    session_options.leave = leave;
    return rewind_except(target.table->counters_begin,
                         (size_t)(target.table->counters_end - target.table->counters_begin)) &&
           rewind_mark(error) && rewind_leave(stacks[0].begin, stacks[0].size) &&
           rewind_leave(stacks[1].begin, stacks[1].size) && execute_marked();
}

bool target_instrument(const char *image)
{
    struct instrumentation *table = machine_module_function(image, INSTRUMENTATION_NAME);
    if (!table || table->version != INSTRUMENTATION_VERSION || table->size != sizeof(*table) ||
        table->counters_begin >= table->counters_end)
        return false;
    const size_t counters = (size_t)(table->counters_end - table->counters_begin);
    if ((size_t)(table->places_end - table->places_begin) != 2 * counters)
        return false;
    __sanitizer_cov_8bit_counters_init(table->counters_begin, table->counters_end);
    __sanitizer_cov_pcs_init(table->places_begin, table->places_end);
    learn_from(table);
    target.table = table;
    return true;
}
