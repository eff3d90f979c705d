/*
 * ntsim-host: one run in one process. `cwdk test` and `cwdk run` start it and read its events (event.h); started by
 * hand it prints them.
 *
 *     ntsim-host --system FOLDER [--driver FILE] [--seed N] [--processors N] [--schedule POLICY] [--seconds N]
 * [--events FD] [--trace]
 *                [--no-verifier] [--faults N | --storm N] [--shard I/N]
 *                (--tests FILE.so (--list | --test NAME) | --script | --imports FILE.sys)
 */
#include "ntsim/run/event.h"
#include "ntsim/run/explore.h"
#include "ntsim/run/fetches.h"
#include "ntsim/run/host.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"

#include <dlfcn.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

enum { STATUS_USAGE = 2, DEFAULT_SECONDS = 5 };

static struct sim_test *tests, **last_test = &tests;
static enum branch_mode host_mode;
static uint64_t host_only; /* number of the branch, or 0 */

/* Called by constructors while a test library is loaded. */
void sim_register(struct sim_test *test)
{
    *last_test = test;
    last_test = &test->next;
}

static const struct sim_test *find_test(const char *name)
{
    for (const struct sim_test *test = tests; test; test = test->next)
        if (strcmp(test->name, name) == 0)
            return test;
    return NULL;
}

static void run_body(void *context)
{
    const struct sim_test *test = context;
    if (test->kind == SIM_TEST_LOADED)
        session_load();
    session_phase("test");
    watchdog_request(false);
    test->run();
}

static void run_test(void *context)
{
    if (host_mode != BRANCH_NONE)
        branch_start(host_mode, host_only);
    else if (session_options.schedule.policy == MACHINE_COOPERATIVE)
        fetches_start();
    branch_guard(run_body, context);
    session_end();
    explore_end();
    event("end", "d", session_time());
}

static int run_tests(const struct host_options *options)
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread */
    if (!dlopen(options->tests, RTLD_NOW | RTLD_GLOBAL)) {
        event("error", "s", dlerror()); /* NOLINT(concurrency-mt-unsafe) */
        return 1;
    }
    if (options->list) {
        for (const struct sim_test *test = tests; test; test = test->next)
            event("test", "ssdx", test->name, test->file, (uint64_t)test->line, (uint64_t)test->bug_check);
        return 0;
    }
    const struct sim_test *test = find_test(options->test);
    if (!test) {
        event("error", "s", "there is no such test");
        return 1;
    }
    struct session_options session = options->session;
    host_mode = test->bug_check ? BRANCH_NONE : options->mode; /* how else that stop could be missed says nothing */
    host_only = options->only;
    if (session.processors < test->processors)
        session.processors = test->processors;
    if (!explore_begin(&session, test->bug_check)) {
        event("error", "s", "there is no memory to explore schedules with");
        return 1;
    }
    return session_run(&session, run_test, (void *)(uintptr_t)test) ? 0 : 1;
}

static uint64_t number(const char *text, uint64_t least, uint64_t most)
{
    char *end;
    errno = 0;
    const uint64_t value = strtoull(text, &end, 0);
    if (errno || *end || end == text || value < least || value > most) {
        fprintf(stderr, "ntsim-host: '%s' is not a number from %llu to %llu\n", text, (unsigned long long)least,
                (unsigned long long)most);
        exit(STATUS_USAGE); /* NOLINT(concurrency-mt-unsafe) */
    }
    return value;
}

int main(int argc, char **argv)
{
    static const struct option table[] = {
        {"system", required_argument, NULL, 'y'},
        {"driver", required_argument, NULL, 'd'},
        {"seed", required_argument, NULL, 's'},
        {"processors", required_argument, NULL, 'p'},
        {"seconds", required_argument, NULL, 'c'},
        {"events", required_argument, NULL, 'e'},
        {"trace", no_argument, NULL, 'r'},
        {"no-verifier", no_argument, NULL, 'v'},
        {"coverage", no_argument, NULL, 'g'},
        {"tests", required_argument, NULL, 't'},
        {"list", no_argument, NULL, 'l'},
        {"test", required_argument, NULL, 'n'},
        {"script", no_argument, NULL, 'x'},
        {"imports", required_argument, NULL, 'i'},
        {"schedule", required_argument, NULL, 'o'},
        {"faults", required_argument, NULL, 'f'},
        {"storm", required_argument, NULL, 'm'},
        {"shard", required_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    enum { MOST_PROCESSORS = 64, MOST_SECONDS = 3600 };
    struct host_options options = {.session = {.processors = 1, .seconds = DEFAULT_SECONDS}};
    int key;
    while ((key = getopt_long(argc, argv, "", table, NULL)) != -1) { /* NOLINT(concurrency-mt-unsafe) */
        switch (key) {
        case 'y':
            options.session.system_folder = optarg;
            break;
        case 'd':
            options.session.description = optarg;
            break;
        case 's':
            options.session.seed = number(optarg, 0, UINT64_MAX);
            break;
        case 'p':
            options.session.processors = (unsigned)number(optarg, 1, MOST_PROCESSORS);
            break;
        case 'o':
            if (!explore_parse(optarg, &options.session.schedule) &&
                !schedule_parse(optarg, &options.session.schedule)) {
                fprintf(stderr, "ntsim-host: '%s' is no schedule\n", optarg);
                return STATUS_USAGE;
            }
            break;
        case 'c':
            options.session.seconds = (unsigned)number(optarg, 0, MOST_SECONDS);
            break;
        case 'e':
            event_open((int)number(optarg, 0, 1 << 16));
            break;
        case 'r':
            options.session.trace = true;
            break;
        case 'g':
            options.session.coverage = true;
            break;
        case 'v':
            options.session.unverified = true;
            break;
        case 't':
            options.tests = optarg;
            break;
        case 'f':
        case 'm':
            options.mode = key == 'f' ? BRANCH_FAULTS : BRANCH_STORM;
            options.only = number(optarg, 0, UINT64_MAX);
            break;
        case 'h':
            if (!shard_parse(optarg, &options.session.shard)) {
                fprintf(stderr, "ntsim-host: '%s' is no shard\n", optarg);
                return STATUS_USAGE;
            }
            break;
        case 'l':
            options.list = true;
            break;
        case 'n':
            options.test = optarg;
            break;
        case 'x':
            options.script = true;
            break;
        case 'i':
            options.imports = optarg;
            break;
        default:
            return STATUS_USAGE;
        }
    }
    if (!options.session.system_folder || optind != argc ||
        (options.tests ? options.list == (options.test != NULL) : !options.script && !options.imports)) {
        fputs("ntsim-host: this program is run by `cwdk test` and `cwdk run`\n", stderr);
        return STATUS_USAGE;
    }
    return options.tests ? run_tests(&options) : options.script ? run_script(&options) : list_imports(&options);
}
