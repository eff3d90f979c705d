/* The events of an end that nobody wanted. */
#include "ntsim/run/report.h"
#include "ntsim/ke/sim.h"
#include "ntsim/run/branch.h"
#include "ntsim/run/coverage.h"
#include "ntsim/run/event.h"
#include "ntsim/run/session.h"

#include <dlfcn.h>
#include <stdio.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST_FRAMES = 48, MOST_WAITS = 8, EXIT_TOLD = 1 };

typedef uint32_t(MACHINE_ABI walk_stack)(const struct machine_context *context, uint64_t *frames, uint32_t max);
typedef uint8_t(MACHINE_ABI get_irql)(void);

_Noreturn void report_exit(void)
{
    if (session_options.leave)
        session_options.leave();
    if (session_options.coverage)
        coverage_tell_all();
    fflush(NULL);
    _exit(EXIT_TOLD);
}

const char *report_image_path(const char *name)
{
    static char path[4096];
    for (size_t i = 0; i < session_description.driver_count; i++) {
        const char *driver = session_description.drivers[i].path, *slash = strrchr(driver, '/');
        if (strcasecmp(slash ? slash + 1 : driver, name) == 0)
            return driver;
    }
    snprintf(path, sizeof(path), "%s/%s", session_options.system_folder, name);
    return path;
}

void report_frame(uint64_t address)
{
    const struct machine_image *image = machine_image_at(address);
    Dl_info host;
    if (image) {
        event("frame", "ssx", report_image_path(image->name), image->name, address - (uint64_t)image->base);
    } else if (dladdr((void *)address, &host) && host.dli_fname) {
        const char *slash = strrchr(host.dli_fname, '/');
        event("frame", "ssx", host.dli_fname, slash ? slash + 1 : host.dli_fname,
              address - (uint64_t)(uintptr_t)host.dli_fbase);
    } else {
        event("frame", "ssx", "", "", address);
    }
}

bool report_read_words(uint64_t address, uint64_t words[2])
{
    const struct iovec to = {.iov_base = words, .iov_len = 2 * sizeof(*words)};
    const struct iovec from = {.iov_base = (void *)address, .iov_len = 2 * sizeof(*words)};
    return process_vm_readv(getpid(), &to, 1, &from, 1, 0) == (ssize_t)to.iov_len;
}

/* The host's own frames, by their frame pointers: tests are compiled to keep them. */
static void tell_host_stack(const struct machine_context *context)
{
    enum { MOST_HOST_FRAMES = 12 };
    uint64_t frame = context->rbp, words[2];
    report_frame(context->rip);
    for (int i = 0; i < MOST_HOST_FRAMES && report_read_words(frame, words) && words[0] > frame; i++) {
        if (machine_image_at(words[1]))
            break;
        report_frame(words[1]);
        frame = words[0];
    }
}

static void tell_stack(const struct machine_context *context)
{
    static uint64_t frames[MOST_FRAMES];
    if (!machine_image_at(context->rip)) {
        tell_host_stack(context);
        return;
    }
    walk_stack *const walk = (walk_stack *)(uintptr_t)machine_system_function("SimWalkStack");
    uint32_t count = walk ? walk(context, frames, MOST_FRAMES) : 0;
    if (count == 0)
        frames[count++] = context->rip;
    for (uint32_t i = 0; i < count; i++)
        report_frame(frames[i]);
}

void report_host_stack(void)
{
    struct machine_context here = {.rbp = (uint64_t)(uintptr_t)__builtin_frame_address(0)};
    uint64_t words[2];
    if (report_read_words(here.rbp, words)) {
        here.rip = words[1];
        here.rbp = words[0];
        tell_host_stack(&here);
    }
}

static uint64_t irql(void)
{
    get_irql *const get = (get_irql *)(uintptr_t)machine_system_function("KeGetCurrentIrql");
    return get ? get() : 0;
}

void report_finding(void *context, const struct machine_finding *finding)
{
    (void)context;
    event("finding", "ssd", finding->code, finding->claim, (uint64_t)finding->irql);
    for (uint32_t i = 0; i < finding->count; i++) {
        if (i)
            event("related", "s", finding->stacks[i].title);
        for (uint32_t j = 0; j < finding->stacks[i].count; j++)
            report_frame(finding->stacks[i].frames[j]);
    }
    if (session_options.found)
        session_options.found();
}

/* --- the wait graph --- */

static const char *object_name(uint32_t type)
{
    static const char *const names[] = {
        "notification event", "synchronization event", "mutex", "process", "queue", "semaphore", "thread", "",
        "notification timer", "synchronization timer"};
    return type < sizeof(names) / sizeof(*names) ? names[type] : "object";
}

static uint64_t thread_id(sim_thread_at *at, uint64_t address)
{
    static struct sim_thread thread;
    for (uint32_t i = 0; at(i, &thread); i++)
        if (thread.address == address)
            return thread.id;
    return 0;
}

static void tell_thread(sim_thread_at *at, const struct sim_thread *thread)
{
    static const char *const states[] = {"is ready", "runs", "waits", "has ended"};
    char text[768];
    int used = thread->id ? snprintf(text, sizeof(text), "thread %llu (priority %u) %s", (unsigned long long)thread->id,
                                     thread->priority, states[thread->state & 3])
                          : snprintf(text, sizeof(text), "an idle thread runs");
    if (thread->on_processor)
        used += snprintf(text + used, sizeof(text) - (size_t)used, " on processor %u at IRQL %u%s%s", thread->processor,
                         thread->irql, thread->in_dpc ? ", in a DPC" : "", thread->spins ? ", and spins" : "");
    for (uint32_t i = 0; i < thread->wait_count && i < SIM_WAIT_OBJECTS; i++) {
        used += snprintf(text + used, sizeof(text) - (size_t)used, "%s %s 0x%llx",
                         i == 0             ? " for"
                         : thread->wait_all ? " and"
                                            : " or",
                         object_name(thread->objects[i].type), (unsigned long long)thread->objects[i].address);
        if (thread->objects[i].owner)
            used += snprintf(text + used, sizeof(text) - (size_t)used, " (owned by thread %llu)",
                             (unsigned long long)thread_id(at, thread->objects[i].owner));
    }
    if (thread->due >= 0)
        snprintf(text + used, sizeof(text) - (size_t)used, ", until %llu.%03llu s",
                 (unsigned long long)thread->due / 10000000, (unsigned long long)thread->due / 10000 % 1000);
    event("thread", "s", text);
}

static void tell_threads(void)
{
    static struct sim_thread thread;
    sim_thread_at *const at = (sim_thread_at *)(uintptr_t)machine_system_function("SimThreadAt");
    for (uint32_t i = 0; at && at(i, &thread); i++) {
        struct sim_thread copy = thread;
        if (copy.id == 0 && !copy.in_dpc && !copy.spins) /* an idle thread, idle */
            continue;
        tell_thread(at, &copy);
        if (copy.context.rip)
            tell_stack(&copy.context);
    }
}

/* How many of the frames are the system's before the first of a driver, but for the function that it called; `count`
 * where none is a driver's. */
static uint32_t before_driver(const uint64_t *frames, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct machine_image *image = machine_image_at(frames[i]);
        if (image && !image->of_system)
            return i ? i - 1 : 0;
    }
    return count;
}

/* Where schedules are explored, that all wait for each other in a driver's code is a mistake of it: where the thread
 * waits that was made last, and then the others. */
static void find_deadlock(void)
{
    static struct sim_thread threads[MOST_WAITS];
    static uint64_t frames[MOST_FRAMES];
    sim_thread_at *const at = (sim_thread_at *)(uintptr_t)machine_system_function("SimThreadAt");
    walk_stack *const walk = (walk_stack *)(uintptr_t)machine_system_function("SimWalkStack");
    uint32_t used = 0, told = 0;
    if (session_options.schedule.policy == MACHINE_COOPERATIVE || !at || !walk)
        return;
    for (uint32_t i = 0; used < MOST_WAITS && at(i, &threads[used]); i++)
        used += threads[used].context.rip != 0;
    while (used-- > 0) {
        const uint32_t count = walk(&threads[used].context, frames, MOST_FRAMES);
        const uint32_t first = before_driver(frames, count);
        if (first == count)
            continue;
        if (told++ == 0)
            event("finding", "ssd", "VRF0602", "all that could go on wait for each other", irql());
        else
            event("related", "s", "another waits at");
        for (uint32_t i = first; i < count; i++)
            report_frame(frames[i] - 1);
    }
}

/* --- ends --- */

void report_print(void *context, const char *text, size_t length)
{
    (void)context;
    event_print(session_time(), text, length);
}

void report_stopped(void *context, const struct machine_bug_check *bug_check, const char *hang)
{
    (void)context;
    if (bug_check) {
        const uint64_t *p = bug_check->parameters;
        event("stop", "xxxxxds", (uint64_t)bug_check->code, p[0], p[1], p[2], p[3], irql(), bug_check->message);
        if (bug_check->context)
            tell_stack(bug_check->context);
    } else {
        find_deadlock();
        event("hang", "s", hang);
        tell_threads();
    }
    report_exit();
}

void report_crashed(void *context, int signal, const struct machine_context *where)
{
    (void)context;
    event_recover();
    event("crash", "d", (uint64_t)signal);
    tell_stack(where);
    branch_leave(where->rbp);
    fflush(NULL);
}

void report_loop(const struct machine_context *context, unsigned seconds, bool waiting)
{
    event_recover();
    if (waiting) {
        event("hang", "s", "the test waits for ever: timers go on running, and nothing ends its request");
        tell_threads();
    } else {
        event("loop", "dds", irql(), (uint64_t)seconds, machine_image_at(context->rip) ? "driver" : "test");
    }
    tell_stack(context);
    report_exit();
}

void report_lost(void)
{
    event("hang", "s", "a request has not ended, and is cancelled; ten seconds later it still has not ended");
    tell_threads();
    report_exit();
}
