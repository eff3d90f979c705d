/* cwdk fuzz: builds a driver for fuzzing, and lets libFuzzer loose on it in the simulator. */
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/number.h"
#include "cwdk/diag/codes.h"
#include "cwdk/fuzz/fuzz.h"
#include "cwdk/host/file.h"
#include "cwdk/test/record.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    OPTION_SEED = 256,
    OPTION_RUNS,
    OPTION_TIME,
    OPTION_TIMEOUT,
    OPTION_CORPUS,
    OPTION_FINDINGS,
    OPTION_CONFIGURATION,
    OPTION_SHARD,
    OPTION_REPORT
};
enum { MOST_SECONDS = 3600, DEFAULT_SECONDS = 1, DEFAULT_TIME = 60 };

static const struct argp_option option_table[] = {
    {"seed", OPTION_SEED, "N", 0, "draw with this seed (1): the same seed, runs and corpus give the same report", 0},
    {"runs", OPTION_RUNS, "N", 0, "end after N executions", 0},
    {"time", OPTION_TIME, "SECONDS", 0, "end after that time (60, where no number of runs is given); 0: never", 0},
    {"timeout", OPTION_TIMEOUT, "SECONDS", 0, "processor time that one operation may take (1)", 0},
    {"corpus", OPTION_CORPUS, "FOLDER", 0,
     "where inputs that reach something new are kept (fuzz/corpus of the project)", 0},
    {"findings", OPTION_FINDINGS, "FOLDER", 0, "where inputs that end badly are kept (fuzz/findings of the project)",
     0},
    {"configuration", OPTION_CONFIGURATION, "NAME", 0,
     "build Visual Studio projects in this configuration (Debug, or Release)", 0},
    {"shard", OPTION_SHARD, "I/N", 0,
     "draw part I of N, each on a machine of its own: with a seed of its own, and its share of --runs", 0},
    {"report", OPTION_REPORT, "FILE", 0,
     "write what was found for `cwdk report`, which merges such files and shows them", 0},
    {"verbose", 'v', NULL, 0, "show what libFuzzer prints, also where that is no terminal", 0},
    {0},
};

struct settings {
    struct arena words;
    struct arguments engine;
    const char *path, *configuration, *corpus, *findings, *report;
    struct shard shard;
    uint64_t seed; /* of all shards */
    struct fuzz_options fuzz;
    uint64_t runs, time;
    bool runs_given, time_given, verbose;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case OPTION_SEED:
        s->seed = option_number(state, text, "--seed", 1, UINT32_MAX);
        return 0;
    case OPTION_RUNS:
        s->runs = option_number(state, text, "--runs", 1, INT32_MAX);
        s->runs_given = true;
        return 0;
    case OPTION_TIME:
        s->time = option_number(state, text, "--time", 0, INT32_MAX);
        s->time_given = true;
        return 0;
    case OPTION_TIMEOUT:
        s->fuzz.seconds = (unsigned)option_number(state, text, "--timeout", 1, MOST_SECONDS);
        return 0;
    case OPTION_CORPUS:
        s->corpus = text;
        return 0;
    case OPTION_FINDINGS:
        s->findings = text;
        return 0;
    case OPTION_SHARD:
        if (!shard_parse(text, &s->shard))
            argp_error(state, "--shard is I/N, part I of N from 1/N to N/N, not '%s'", text);
        return 0;
    case OPTION_REPORT:
        s->report = text;
        return 0;
    case OPTION_CONFIGURATION:
        s->configuration = text;
        return 0;
    case 'v':
        s->verbose = true;
        return 0;
    case ARGP_KEY_ARG:
        if (!s->path)
            s->path = text;
        else
            argp_error(state, "one PATH at most; libFuzzer's own options stand after --");
        return 0;
    case ARGP_KEY_END:
        s->fuzz.seed = shard_seed((uint32_t)s->seed, s->shard);
        if (!s->path)
            s->path = ".";
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Whether the caller says himself when it ends. */
static bool ends_by_engine(const struct settings *s)
{
    for (size_t i = 0; i < s->engine.count; i++)
        if (strncmp(s->engine.items[i], "-runs=", strlen("-runs=")) == 0 ||
            strncmp(s->engine.items[i], "-max_total_time=", strlen("-max_total_time=")) == 0)
            return true;
    return false;
}

/* What is said here comes before what is said after --, so that the latter wins. */
static const char *const *engine_options(struct settings *s)
{
    struct arguments all = {.arena = &s->words};
    if (s->runs_given)
        arguments_format(&all, "-runs=%llu", (unsigned long long)shard_share(s->runs, s->shard));
    if (s->time_given ? s->time != 0 : !s->runs_given && !ends_by_engine(s))
        arguments_format(&all, "-max_total_time=%llu", (unsigned long long)s->time);
    arguments_add_all(&all, "", s->engine.items);
    if (!all.items)
        all.items = arena_array(&s->words, 1, sizeof *all.items);
    return all.items;
}

/* Folders are made before they have an absolute path. */
static const char *folder_at(const char *wanted, const char *project, const char *name, struct arena *a, struct diag *d)
{
    const char *path = wanted ? wanted : path_join(a, path_join(a, project, "fuzz"), name);
    if (!folder_make(path, d))
        return NULL;
    return path_absolute(a, path);
}

/* --- what is printed --- */

/* As the person who reads would write it. */
static const char *from_here(const char *path, struct arena *a)
{
    const char *here = path_absolute(a, ".");
    const size_t length = here ? strlen(here) : 0;
    return length && strncmp(path, here, length) == 0 && path[length] == '/' ? path + length + 1 : path;
}

static bool print_finding(const struct test_kit *kit, const struct fuzz_finding *finding, struct arena *a,
                          struct diag *d)
{
    struct text text = {0};
    text_format(&text, "  FOUND  %s\n", finding->run.reason ? finding->run.reason : finding->name);
    test_report(kit, &finding->run, a, &text);
    text_put(&text, "        by these operations:\n");
    const bool fine = fuzz_describe(finding->input, a, &text, d);
    text_format(&text, "        input: %s\n        test:  %s\n", from_here(finding->input, a),
                from_here(finding->test, a));
    fputs(text.data, stdout);
    text_free(&text);
    return fine;
}

static void print_start(const struct test_kit *kit, const struct fuzz_result *result, struct arena *a)
{
    struct text text = {0};
    text_format(&text, "  FOUND  %s, before the first input\n", result->start.reason);
    test_report(kit, &result->start, a, &text);
    fputs(text.data, stdout);
    text_free(&text);
}

static bool print_result(const struct test_kit *kit, const struct fuzz_result *result,
                         const struct fuzz_options *options, struct arena *a, struct diag *d)
{
    if (result->start.run.count)
        print_start(kit, result, a);
    for (size_t i = 0; i < result->count; i++)
        if (!print_finding(kit, &result->findings[i], a, d))
            return false;
    if (result->started)
        printf("%llu executions, %llu control codes known: %zu finding%s; corpus %s, dictionary %s\n",
               (unsigned long long)result->executions, (unsigned long long)result->codes, result->count,
               result->count == 1 ? "" : "s", from_here(options->corpus, a), from_here(options->dictionary, a));
    return true;
}

/* --- the report --- */

/* What makes the run what it is, but for the shard. */
static const char *command_of(const struct settings *s, struct arena *a)
{
    struct text words = {0};
    text_format(&words, "fuzz --seed %llu", (unsigned long long)s->seed);
    if (s->runs_given)
        text_format(&words, " --runs %llu", (unsigned long long)s->runs);
    if (s->time_given)
        text_format(&words, " --time %llu", (unsigned long long)s->time);
    if (s->configuration) {
        text_put(&words, " --configuration ");
        text_put_shell_word(&words, s->configuration);
    }
    for (size_t i = 0; i < s->engine.count; i++) {
        text_put(&words, i ? " " : " -- ");
        text_put_shell_word(&words, s->engine.items[i]);
    }
    const char *made = arena_string(a, words.data);
    text_free(&words);
    return made;
}

static bool add_report(const struct settings *s, const struct test_kit *kit, const struct test_subject *subject,
                       const struct fuzz_result *result, struct report *report, struct arena *a, struct diag *d)
{
    struct record_found *found = arena_array(a, result->count + 2, sizeof *found);
    size_t count = 0;
    struct report one;
    if (!s->report)
        return true;
    if (result->start.run.count)
        found[count++] = (struct record_found){result->start, "fuzz .", "before the first input"};
    for (size_t i = 0; i < result->count; i++) {
        const struct fuzz_finding *finding = &result->findings[i];
        struct text text = {0};
        text_put(&text, "by these operations:\n");
        if (!fuzz_describe(finding->input, a, &text, d))
            return false;
        const char *replay =
            arena_format(a, "fuzz . -- %s/%s", s->findings ? s->findings : "fuzz/findings", finding->name);
        found[count++] = (struct record_found){finding->run, replay, arena_string(a, text.data)};
        text_free(&text);
    }
    record_fuzzing(kit, subject, found, count, command_of(s, a), s->shard, result->executions,
                   s->runs_given ? s->runs : 0, a, &one);
    return report_merge(report, &one, subject->name, a, d);
}

static bool write_report(struct report *report, const char *path, struct arena *a, struct diag *d)
{
    struct text text = {0};
    report_order(report, a);
    report_write(report, &text);
    const bool fine = file_write(path, text.data, text.size, 0644, d);
    text_free(&text);
    return fine;
}

/* --- the run --- */

enum { ENGINE_INTERRUPTED = 72 };

static bool fuzz(struct settings *s, const struct test_kit *kit, const struct test_subject *subject,
                 struct report *report, struct arena *a, bool *found, struct diag *d)
{
    struct fuzz_options *options = &s->fuzz;
    struct fuzz_result result;
    options->corpus = folder_at(s->corpus, subject->folder, "corpus", a, d);
    options->findings = options->corpus ? folder_at(s->findings, subject->folder, "findings", a, d) : NULL;
    options->tests = options->findings ? folder_at(NULL, subject->folder, "tests", a, d) : NULL;
    if (!options->tests)
        return false;
    options->dictionary = path_join(a, path_folder(a, options->tests), arena_format(a, "%s.dict", subject->name));
    options->engine = engine_options(s);
    options->shows = s->verbose || isatty(STDERR_FILENO);
    printf("%s: fuzzing, seed %llu\n", subject->name, (unsigned long long)options->seed);
    fflush(stdout);
    if (!fuzz_run(kit, subject, options, a, &result, d) || !print_result(kit, &result, options, a, d))
        return false;
    *found = result.count || result.start.run.count;
    if (!add_report(s, kit, subject, &result, report, a, d))
        return false;
    if (result.start.run.count && !result.started)
        return diag_error(d, CODE_FUZ1001, diag_in_file(subject->folder), "%s does not get to the first input: %s",
                          subject->name, result.start.reason);
    if (result.status && result.status != ENGINE_INTERRUPTED) {
        if (!options->shows)
            fputs(result.output, stderr);
        return diag_error(d, CODE_FUZ0001, diag_nowhere(), "libFuzzer ended with status %d", result.status);
    }
    return true;
}

static enum cwdk_status failure_status(const struct diag *d, enum cwdk_status status)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].code && strcmp(d->entries[i].code, CODE_FUZ1001) == 0)
            return CWDK_FINDINGS;
    return status;
}

/* What stands after -- is libFuzzer's; returns how many words stand before it. */
static int take_engine(int argc, char **argv, struct arguments *engine)
{
    int own = 1;
    while (own < argc && strcmp(argv[own], "--") != 0)
        own++;
    for (int i = own + 1; i < argc; i++)
        arguments_add(engine, argv[i]);
    return own < argc ? own : argc;
}

int cmd_fuzz(int argc, char **argv)
{
    static const struct argp argp = {
        option_table,
        parse,
        "[PATH] [-- LIBFUZZER-OPTION...]",
        "Builds the driver at PATH with counters and address checks, and calls it in a simulated Windows kernel with "
        "what libFuzzer makes up: opened files, control requests, reads, writes, cancellations. Each execution begins "
        "with the same driver and the same computer. What goes wrong is made as small as it gets, reported once, and "
        "written as an input and as a test in C. Exit status: 0 nothing was found, 1 something was, or the driver does "
        "not compile, 2 wrong usage, 3 the machine lacks something.\v"
        "examples:\n"
        "  cwdk fuzz\n"
        "  cwdk fuzz --runs 100000 --seed 7\n"
        "  cwdk fuzz echo --time 600 --corpus /srv/corpus/echo\n"
        "  cwdk fuzz --runs 1000000 --shard 2/4 --report two.json\n"
        "  cwdk fuzz -- -jobs=4 -max_len=512\n"
        "  cwdk fuzz . -- fuzz/findings/crash-VRF0001-1a2b3c4d\n",
        NULL,
        NULL,
        NULL};
    struct settings s = {.fuzz = {.seconds = DEFAULT_SECONDS}, .time = DEFAULT_TIME, .seed = 1};
    struct arena a = {0};
    struct diag d = {0};
    struct test_kit kit;
    struct test_subject *subjects = NULL;
    size_t count = 0;
    struct report report = {0};
    bool found = false, fine = false;
    enum cwdk_status status = CWDK_USAGE;
    s.engine.arena = &s.words;
    argp_parse(&argp, take_engine(argc, argv, &s.engine), argv, 0, NULL, &s);
    const struct build_options build = {
        .path = s.path, .configuration = s.configuration, .instrument = INSTRUMENT_FUZZ};
    if (test_kit_find(&a, &kit, &d) && test_subjects(&build, &kit, false, &a, &subjects, &count, &status, &d))
        for (size_t i = 0; i < count; i++) {
            bool one = false;
            if (!(fine = fuzz(&s, &kit, &subjects[i], &report, &a, &one, &d)))
                break;
            found |= one;
        }
    if (fine && s.report)
        write_report(&report, s.report, &a, &d);
    int result = command_finish(&d, failure_status(&d, status));
    if (result == CWDK_OK && found)
        result = CWDK_FINDINGS;
    arena_free(&a);
    arena_free(&s.words);
    return result;
}
