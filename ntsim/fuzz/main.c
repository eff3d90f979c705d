/*
 * ntsim-fuzz: libFuzzer, with a driver in the simulated system as its target. `cwdk fuzz` starts it; so can
 * ClusterFuzzLite (docs/fuzz.md).
 *
 *     ntsim-fuzz [LIBFUZZER'S OPTIONS, FILES AND FOLDERS] -ignore_remaining_args=1 --system FOLDER --driver FILE
 *                [--seed N] [--seconds N] [--findings FOLDER --events FOLDER] [--dictionary FILE] [--summary FILE]
 *
 * Without --findings the first finding is a crash, as libFuzzer knows them. With it findings are collected (collect.h),
 * and the run goes on.
 */
#include "ntsim/fuzz/collect.h"
#include "ntsim/fuzz/dictionary.h"
#include "ntsim/fuzz/execute.h"
#include "ntsim/fuzz/learn.h"
#include "ntsim/fuzz/libfuzzer.h"
#include "ntsim/machine/rewind.h"
#include "ntsim/run/event.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <unistd.h>

enum { STATUS_USAGE = 2, DEFAULT_SECONDS = 5, MOST_SECONDS = 3600 };

static struct {
    struct session_options session;
    const char *findings, *events, *dictionary, *summary;
    int argc;
    char **argv;
} options = {.session = {.processors = 1, .seconds = DEFAULT_SECONDS, .seed = 1}};

/* Called where a test library is loaded; there is none. */
void sim_register(struct sim_test *test)
{
    (void)test;
}

/* --- libFuzzer's side --- */

static int run_input(const uint8_t *data, size_t size)
{
    static struct operations operations;
    struct outcome outcome, again;
    operations_read(data, size, &operations);
    target_run(&operations, TARGET_FUZZ, &outcome);
    if (!outcome.found)
        return 0;
    if (!collects()) {
        event_open(STDERR_FILENO);
        target_run(&operations, TARGET_TELL | (outcome.at_end ? TARGET_TO_END : 0), &again);
        abort(); /* libFuzzer takes it from here */
    }
    if (*outcome.code && !target_knows(&outcome))
        collect(&operations, &outcome);
    return -1; /* not for the corpus */
}

/* A line for each process (-jobs): how many executions and operations, known control codes, pages that are compared and
 * that were written to at all. */
static void write_summary(void)
{
    size_t compared, written;
    uint64_t operations;
    const uint64_t executions = target_executions(&operations);
    FILE *file = options.summary && executions ? fopen(options.summary, "ae") : NULL;
    if (!file)
        return;
    rewind_count(&compared, &written);
    fprintf(file, "%llu %llu %zu %zu %zu\n", (unsigned long long)executions, (unsigned long long)operations,
            learned_code_count, compared, written);
    fclose(file);
}

/* --- until the mark --- */

static _Noreturn void give_up(const char *text)
{
    event("error", "s", text);
    _exit(1);
}

static const struct machine_image *driver_image(void)
{
    const char *path = session_description.drivers[0].path, *slash = strrchr(path, '/');
    for (const struct machine_image *image = machine_image_first(); image; image = image->next)
        if (strcasecmp(image->name, slash ? slash + 1 : path) == 0)
            return image;
    return NULL;
}

static void prepare(void)
{
    static struct device_names names;
    const char *error;
    names_before();
    session_load();
    const struct machine_image *image = driver_image();
    if (!image || !target_instrument(image->name))
        give_up("the driver is not built for fuzzing");
    if (session_description.device_count)
        sim_plug(NULL);
    names_after(&names);
    if (!names.count)
        give_up("no device of the driver has a name that a program can open: no symbolic link, no device interface");
    if (!execute_prepare(&names))
        give_up("none of the driver's devices can be opened for reading and writing");
    dictionary_read(image);
    if (options.dictionary && !dictionary_write(options.dictionary))
        give_up(strerror(errno)); /* NOLINT(concurrency-mt-unsafe) */
    watchdog_rest();
    if (!target_mark(&error))
        give_up(error);
}

/* What goes wrong until the mark is told there. */
static bool open_events(void)
{
    char path[PATH_MAX];
    if (!options.events) {
        event_open(STDERR_FILENO);
        return true;
    }
    snprintf(path, sizeof(path), "%s/start.events", options.events);
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0)
        perror(path);
    else
        event_open(file);
    return file >= 0;
}

static void run_fuzzer(void *context)
{
    (void)context;
    prepare();
    atexit(write_summary);
    collect_to(options.findings, options.events);
    exit(LLVMFuzzerRunDriver(&options.argc, &options.argv, run_input));
}

/* --- options --- */

static uint64_t number(const char *text, uint64_t most)
{
    char *end;
    errno = 0;
    const uint64_t value = strtoull(text, &end, 0);
    if (errno || *end || end == text || value > most) {
        fprintf(stderr, "ntsim-fuzz: '%s' is not a number up to %llu\n", text, (unsigned long long)most);
        exit(STATUS_USAGE); /* NOLINT(concurrency-mt-unsafe) */
    }
    return value;
}

/* Where the host lies must not tell: what libFuzzer keeps would depend on it, with AddressSanitizer in the host at
 * least. Where the system does not allow it, the run goes on as it is. */
static void lie_at_fixed_addresses(char **argv)
{
    const int old = personality(0xFFFFFFFF);
    if (old != -1 && !(old & ADDR_NO_RANDOMIZE) && personality((unsigned long)old | ADDR_NO_RANDOMIZE) != -1)
        execv("/proc/self/exe", argv);
}

int main(int argc, char **argv)
{
    static const struct option table[] = {
        {"system", required_argument, NULL, 'y'},
        {"driver", required_argument, NULL, 'd'},
        {"seed", required_argument, NULL, 's'},
        {"seconds", required_argument, NULL, 'c'},
        {"findings", required_argument, NULL, 'f'},
        {"events", required_argument, NULL, 'e'},
        {"dictionary", required_argument, NULL, 'w'},
        {"summary", required_argument, NULL, 'u'},
        {NULL, 0, NULL, 0},
    };
    lie_at_fixed_addresses(argv);
    int first = 1, key;
    while (first < argc && strncmp(argv[first], "-ignore_remaining_args", strlen("-ignore_remaining_args")) != 0)
        first++;
    options.argc = argc;
    options.argv = argv;
    optind = first + 1;
    while (first < argc &&
           (key = getopt_long(argc, argv, "+", table, NULL)) != -1) { /* NOLINT(concurrency-mt-unsafe) */
        switch (key) {
        case 'y':
            options.session.system_folder = optarg;
            break;
        case 'd':
            options.session.description = optarg;
            break;
        case 's':
            options.session.seed = number(optarg, UINT64_MAX);
            break;
        case 'c':
            options.session.seconds = (unsigned)number(optarg, MOST_SECONDS);
            break;
        case 'f':
            options.findings = optarg;
            break;
        case 'e':
            options.events = optarg;
            break;
        case 'w':
            options.dictionary = optarg;
            break;
        case 'u':
            options.summary = optarg;
            break;
        default:
            return STATUS_USAGE;
        }
    }
    if (!options.session.system_folder || !options.session.description || !options.findings != !options.events) {
        fputs("ntsim-fuzz: this program is run by `cwdk fuzz`\n", stderr);
        return STATUS_USAGE;
    }
    if (!open_events())
        return 1;
    return session_run(&options.session, run_fuzzer, NULL) ? 0 : 1;
}
