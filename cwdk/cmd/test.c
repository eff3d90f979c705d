/* cwdk test: builds a driver and runs its tests in the simulator. */
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/number.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/test/record.h"
#include "cwdk/test/test.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum {
    OPTION_SEED = 256,
    OPTION_JUNIT,
    OPTION_TRACE,
    OPTION_PROCESSORS,
    OPTION_SCHEDULE,
    OPTION_SCHEDULES,
    OPTION_REPLAY,
    OPTION_TIMEOUT,
    OPTION_GDB,
    OPTION_CONFIGURATION,
    OPTION_PROFILE,
    OPTION_NO_VERIFIER,
    OPTION_SANITIZE,
    OPTION_COVERAGE,
    OPTION_FAULTS,
    OPTION_STORM,
    OPTION_SHARD,
    OPTION_REPORT
};
enum { MOST_PROCESSORS = 64, DEFAULT_BOUND = 2, MOST_BOUND = 15, MOST_SECONDS = 3600, DEFAULT_SECONDS = 5 };

static const struct argp_option options[] = {
    {"seed", OPTION_SEED, "N", 0, "replay the run that printed this seed; 0 draws no choice at all", 0},
    {"processors", OPTION_PROCESSORS, "N", 0, "simulate N processors (1, or what the test asks for)", 0},
    {"schedule", OPTION_SCHEDULE, "POLICY", 0,
     "when another processor goes on: cooperative (where one waits), random[:PERCENT] (with that chance, 20, at each "
     "call "
     "of the system, drawn with the seed), or follow:CHOICE=PROCESSOR,... (there only)",
     0},
    {"schedules", OPTION_SCHEDULES, "N", 0,
     "run each test in N schedules, drawn with the seed so that mistakes are met with a known chance, or in all with "
     "at "
     "most 2 switches (exhaustive), or as many as you say (exhaustive:BOUND); on 2 processors or more; with --sanitize "
     "but for those that come to the same (exhaustive:BOUND:every: for none)",
     0},
    {"replay", OPTION_REPLAY, "DECISIONS", 0, "take the decisions that a failed schedule has printed", 0},
    {"timeout", OPTION_TIMEOUT, "SECONDS", 0, "processor time that one request may take (5)", 0},
    {"configuration", OPTION_CONFIGURATION, "NAME", 0,
     "build Visual Studio projects in this configuration (Debug, or Release)", 0},
    {"profile", OPTION_PROFILE, "NAME", 0, "dev (the default) or release: which of the two drivers is run", 0},
    {"list", 'l', NULL, 0, "print the names of the tests, run none", 0},
    {"verbose", 'v', NULL, 0, "show the debug output of tests that pass, too", 0},
    {"no-verifier", OPTION_NO_VERIFIER, NULL, 0, "do not watch the driver's calls, memory and locks", 0},
    {"sanitize", OPTION_SANITIZE, NULL, 0,
     "build the driver with address checks, and find what touches memory beside variables and blocks where it does", 0},
    {"faults", OPTION_FAULTS, "N", OPTION_ARG_OPTIONAL,
     "run each test once more for each call that may fail, which fails then (N: that one only); crashes, hangs, leaks "
     "and "
     "findings count, what the test expects does not",
     0},
    {"storm", OPTION_STORM, "N", OPTION_ARG_OPTIONAL,
     "the same with removal, stop, sleep, unload and re-plug of the devices before each step of each test", 0},
    {"shard", OPTION_SHARD, "I/N", 0,
     "run part I of N, each on a machine of its own: of the tests, or with --faults, --storm and --schedules of "
     "what each test is run for; the same --seed for all",
     0},
    {"coverage", OPTION_COVERAGE, NULL, 0,
     "count which lines of the driver run: lcov.info and coverage.html in target/amd64/coverage", 0},
    {"gdb", OPTION_GDB, "NAME", 0, "run that test under gdb, stopped at DriverEntry", 0},
    {"junit", OPTION_JUNIT, "FILE", 0, "write the results as JUnit XML", 0},
    {"report", OPTION_REPORT, "FILE", 0,
     "write what was found for `cwdk report`, which merges such files and shows them", 0},
    {"trace", OPTION_TRACE, "FILE", 0, "write what happened when, for chrome://tracing or Perfetto", 0},
    {0},
};

struct settings {
    struct arena words; /* of options that become others */
    const char *path, *configuration, *filter, *junit, *trace, *gdb, *report;
    enum profile profile;
    enum instrument instrument;
    struct test_host_options host;
    bool seed_given, list, verbose;
};

static const char *schedules_of(struct argp_state *state, const char *text, struct arena *a)
{
    static const char all[] = "exhaustive";
    static const char unreduced[] = ":every";
    uint64_t bound = DEFAULT_BOUND;
    const bool exhaustive = strncmp(text, all, strlen(all)) == 0;
    const size_t length = strlen(text), tail = strlen(unreduced);
    const bool every = exhaustive && length > tail && strcmp(text + length - tail, unreduced) == 0;
    if (every)
        text = arena_substring(a, text, length - tail);
    if (exhaustive && text[strlen(all)] == ':')
        bound = option_number(state, text + strlen(all) + 1, "--schedules=exhaustive", 0, MOST_BOUND);
    else if (exhaustive && text[strlen(all)])
        argp_error(state, "--schedules is a number, exhaustive or exhaustive:BOUND, not '%s'", text);
    else if (!exhaustive)
        bound = option_number(state, text, "--schedules", 1, UINT32_MAX);
    return arena_format(a, "%s:%llu%s", exhaustive ? all : "pct", (unsigned long long)bound, every ? unreduced : "");
}

static bool explores(const char *schedule)
{
    return schedule && (strncmp(schedule, "pct:", 4) == 0 || strncmp(schedule, "exhaustive:", 11) == 0);
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case OPTION_SEED:
        s->host.seed = option_number(state, text, "--seed", 0, UINT64_MAX);
        s->seed_given = true;
        return 0;
    case OPTION_PROCESSORS:
        s->host.processors = (unsigned)option_number(state, text, "--processors", 1, MOST_PROCESSORS);
        return 0;
    case OPTION_SCHEDULE:
        if (strcmp(text, "cooperative") != 0 && strncmp(text, "random", strlen("random")) != 0 &&
            strncmp(text, "follow:", strlen("follow:")) != 0)
            argp_error(state,
                       "--schedule is cooperative, random, random:PERCENT or follow:CHOICE=PROCESSOR,..., not '%s'",
                       text);
        s->host.schedule = text;
        return 0;
    case OPTION_SCHEDULES:
        s->host.schedule = schedules_of(state, text, &s->words);
        return 0;
    case OPTION_REPLAY:
        s->host.schedule = arena_format(&s->words, "follow:%s", strcmp(text, "none") == 0 ? "" : text);
        return 0;
    case OPTION_TIMEOUT:
        s->host.seconds = (unsigned)option_number(state, text, "--timeout", 1, MOST_SECONDS);
        return 0;
    case OPTION_CONFIGURATION:
        s->configuration = text;
        return 0;
    case OPTION_PROFILE:
        if (strcmp(text, "dev") != 0 && strcmp(text, "release") != 0)
            argp_error(state, "--profile wants dev or release, not '%s'", text);
        s->profile = strcmp(text, "dev") == 0 ? PROFILE_DEV : PROFILE_RELEASE;
        return 0;
    case OPTION_JUNIT:
        s->junit = text;
        return 0;
    case OPTION_NO_VERIFIER:
        s->host.unverified = true;
        return 0;
    case OPTION_SANITIZE:
        s->instrument = INSTRUMENT_SANITIZE;
        return 0;
    case OPTION_COVERAGE:
        s->host.coverage = true;
        return 0;
    case OPTION_FAULTS:
    case OPTION_STORM:
        if (s->host.mode != TEST_PLAIN)
            argp_error(state, "--faults and --storm are given once, and not together");
        s->host.mode = key == OPTION_FAULTS ? TEST_FAULTS : TEST_STORM;
        if (text)
            s->host.branch = option_number(state, text, key == OPTION_FAULTS ? "--faults" : "--storm", 1, UINT64_MAX);
        return 0;
    case OPTION_SHARD:
        if (!shard_parse(text, &s->host.shard))
            argp_error(state, "--shard is I/N, part I of N from 1/N to N/N, not '%s'", text);
        return 0;
    case OPTION_REPORT:
        s->report = text;
        return 0;
    case OPTION_GDB:
        s->gdb = text;
        return 0;
    case OPTION_TRACE:
        s->trace = text;
        s->host.trace = true;
        return 0;
    case 'l':
        s->list = true;
        return 0;
    case 'v':
        s->verbose = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num == 0)
            s->path = text;
        else if (state->arg_num == 1)
            s->filter = text;
        else
            argp_error(state, "a PATH and a FILTER at most");
        return 0;
    case ARGP_KEY_END:
        if (s->path && !s->filter && !path_exists(s->path)) { /* one word that is no path names tests */
            s->filter = s->path;
            s->path = NULL;
        }
        if (s->host.shard.count && !s->seed_given)
            argp_error(state, "--shard needs --seed, the same for all parts");
        if (s->host.shard.count && (s->host.branch || s->gdb))
            argp_error(state, "--shard does not go with --gdb, nor with one fault or storm alone");
        if (s->host.mode != TEST_PLAIN && explores(s->host.schedule))
            argp_error(state, "--faults and --storm do not go with --schedules");
        if (s->host.mode != TEST_PLAIN &&
            (s->host.trace || s->gdb || (s->host.unverified && s->host.mode == TEST_FAULTS)))
            argp_error(state,
                       "--faults and --storm go with neither --trace nor --gdb, and --faults needs the verifier");
        if (!s->path)
            s->path = ".";
        if (explores(s->host.schedule) && s->host.processors < 2)
            s->host.processors = 2;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* --- what is printed --- */

struct totals {
    size_t run, failed;
    struct test_sites sites;
    double milliseconds;
};

static const char *mark(bool passed)
{
    static int colour = -1;
    if (colour < 0)
        colour = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
    if (passed)
        return colour ? "\033[32mpass\033[0m" : "pass";
    return colour ? "\033[1;31mFAIL\033[0m" : "FAIL";
}

static int name_width(const struct test_suite *suite)
{
    size_t width = 0;
    for (size_t i = 0; i < suite->count; i++)
        width = strlen(suite->cases[i].name) > width ? strlen(suite->cases[i].name) : width;
    return (int)width;
}

static void print_case(const struct test_kit *kit, const struct settings *s, const struct test_case *test, int width,
                       struct arena *a)
{
    const struct test_event *end = test_event_find(&test->run, "end");
    printf("  %s  %-*s  %6.1f ms", mark(test->passed), width, test->name, test->run.milliseconds);
    if (end)
        printf("  %9.3f s virtual", (double)test_event_number(end, 0) / 1e7);
    if (s->host.mode != TEST_PLAIN)
        printf("  %zu %s", test->branch_count, test_mode_noun(s->host.mode, test->branch_count != 1));
    putchar('\n');
    struct text report = {0};
    text_put(&report, "");
    if (!test->passed) {
        printf("        %s\n", test->reason);
        if (!test->run_passed)
            test_report(kit, test, a, &report);
        test_branches_report(kit, s->host.mode, test, a, &report);
    } else if (s->verbose) {
        test_report_output(&test->run, &report);
        text_put(&report, test->run.output);
    }
    test_schedules_report(&test->run, s->host.seed, s->instrument == INSTRUMENT_SANITIZE ? " --sanitize" : "", a,
                          &report);
    fputs(report.data, stdout);
    text_free(&report);
    fflush(stdout);
}

static bool run_suite(const struct test_kit *kit, const struct test_subject *subject, const struct settings *s,
                      struct test_suite *suite, struct totals *totals, struct arena *a, struct diag *d)
{
    const int width = name_width(suite);
    printf("%s: %zu test%s, seed %llu\n", suite->name, suite->count, suite->count == 1 ? "" : "s",
           (unsigned long long)s->host.seed);
    for (size_t i = 0; i < suite->count; i++) {
        struct test_case *test = &suite->cases[i];
        if (!test_case_run(kit, subject, &s->host, test, a, d))
            return false;
        suite->milliseconds += test->run.milliseconds;
        totals->run++;
        totals->failed += !test->passed;
        test_sites_add(&totals->sites, test, a);
        print_case(kit, s, test, width, a);
    }
    totals->milliseconds += suite->milliseconds;
    return true;
}

/* The options that make a run what it is, with the seed: without those of mode and shard. */
static const char *run_options(const struct settings *s, struct arena *a)
{
    struct text words = {0};
    text_format(&words, "--seed %llu", (unsigned long long)s->host.seed);
    if (s->profile == PROFILE_RELEASE)
        text_put(&words, " --profile release");
    if (s->configuration) {
        text_put(&words, " --configuration ");
        text_put_shell_word(&words, s->configuration);
    }
    if (s->instrument == INSTRUMENT_SANITIZE)
        text_put(&words, " --sanitize");
    if (s->host.unverified)
        text_put(&words, " --no-verifier");
    if (s->host.seconds != DEFAULT_SECONDS)
        text_format(&words, " --timeout %u", s->host.seconds);
    const char *made = arena_string(a, words.data);
    text_free(&words);
    return made;
}

/* What the run explores. */
static const char *mode_options(const struct settings *s, struct arena *a)
{
    struct text words = {0};
    text_put(&words, "");
    if (s->host.processors > 1)
        text_format(&words, " --processors %u", s->host.processors);
    if (explores(s->host.schedule))
        text_format(&words, " --schedules %s",
                    strncmp(s->host.schedule, "pct:", 4) == 0 ? s->host.schedule + 4 : s->host.schedule);
    else if (s->host.schedule)
        text_format(&words, " --schedule %s", s->host.schedule);
    if (s->host.mode != TEST_PLAIN)
        text_format(&words, " --%s", s->host.mode == TEST_STORM ? "storm" : "faults");
    if (s->host.branch)
        text_format(&words, "=%llu", (unsigned long long)s->host.branch);
    const char *made = arena_string(a, words.data);
    text_free(&words);
    return made;
}

static void print_totals(const struct totals *totals, const struct settings *s, struct arena *a)
{
    if (s->host.shard.count)
        printf("shard %u of %u: ", s->host.shard.number, s->host.shard.count);
    printf("%zu test%s: %zu passed, %zu failed, %.0f ms\n", totals->run, totals->run == 1 ? "" : "s",
           totals->run - totals->failed, totals->failed, totals->milliseconds);
    if (s->host.mode != TEST_PLAIN)
        printf("%zu %s at %zu place%s: %zu ended badly\n", totals->sites.branches,
               test_mode_noun(s->host.mode, totals->sites.branches != 1), totals->sites.count,
               totals->sites.count == 1 ? "" : "s", totals->sites.bad);
    if (!totals->failed)
        return;
    printf("replay with %s%s\n", run_options(s, a), mode_options(s, a));
}

/* --- the run --- */

static uint64_t draw_seed(void)
{
    uint32_t seed = 1;
    return getrandom(&seed, sizeof seed, 0) == sizeof seed && seed ? seed : 1;
}

static bool debug(const struct settings *s, const struct test_kit *kit, const struct test_subject *subjects,
                  const struct test_suite *suites, size_t count, struct arena *a, struct diag *d)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < suites[i].count; j++)
            if (strcmp(suites[i].cases[j].name, s->gdb) == 0)
                return test_debug(kit, &subjects[i], &s->host, s->gdb, a, d);
    return diag_error(d, CODE_TST0004, diag_nowhere(), "there is no test %s", s->gdb);
}

static const char *mode_name(const struct settings *s)
{
    if (s->host.mode != TEST_PLAIN)
        return s->host.mode == TEST_STORM ? "storms" : "faults";
    return explores(s->host.schedule) ? "schedules" : "tests";
}

static bool write_text(const char *path, struct text *text, struct diag *d)
{
    const bool fine = file_write(path, text->data, text->size, 0644, d);
    text_free(text);
    return fine;
}

/* lcov.info and coverage.html in target/amd64/coverage, or in that of the other build that was run. */
static bool write_coverage(const struct test_subject *subject, const struct report *report, struct arena *a,
                           struct diag *d)
{
    struct text trace = {0}, page = {0};
    size_t lines = 0, run = 0;
    const char *folder = path_folder(a, path_folder(a, subject->work));
    for (size_t i = 0; i < report->runs[0].cover_count; i++) {
        lines += report->runs[0].covers[i].count;
        for (size_t j = 0; j < report->runs[0].covers[i].count; j++)
            run += report->runs[0].covers[i].lines[j].count > 0;
    }
    report_lcov(report, subject->root, a, &trace);
    report_page(report, a, &page);
    const bool traced = write_text(path_join(a, folder, "lcov.info"), &trace, d);
    if (!write_text(path_join(a, folder, "coverage.html"), &page, d) || !traced)
        return false;
    printf("%zu of %zu lines were run: %s/coverage.html, lcov.info\n", run, lines, folder);
    return true;
}

/* What `cwdk report` reads, and the coverage, which is shown in the same way. */
static bool write_documents(const struct settings *s, const struct test_kit *kit, const struct test_subject *subjects,
                            const struct test_suite *suites, size_t count, struct arena *a, struct diag *d)
{
    struct report report;
    struct text text = {0};
    const char *replay = run_options(s, a), *mode = mode_options(s, a);
    const struct record_options how = {.command = arena_format(a, "test %s%s%s%s%s", s->filter ? s->filter : "",
                                                               s->filter ? " " : "", replay, mode,
                                                               s->host.coverage ? " --coverage" : ""),
                                       .mode = mode_name(s),
                                       .replay = replay};
    if (!test_record(kit, subjects, suites, count, &s->host, &how, a, &report, d) ||
        (s->host.coverage && !write_coverage(&subjects[0], &report, a, d)))
        return false;
    if (!s->report)
        return true;
    report_write(&report, &text);
    return write_text(s->report, &text, d);
}

static bool run_all(struct settings *s, const struct test_kit *kit, const struct test_subject *subjects, size_t count,
                    struct totals *totals, struct arena *a, struct diag *d)
{
    struct test_suite *suites = arena_array(a, count + 1, sizeof *suites);
    size_t listed = 0;
    for (size_t i = 0; i < count; i++) {
        if (!test_compile(kit, &subjects[i], stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"), a, d) ||
            !test_cases_list(kit, &subjects[i], s->filter, a, &suites[i], d))
            return false;
        listed += suites[i].count;
    }
    if (!listed) {
        diag_error(d, s->filter ? CODE_TST0004 : CODE_TST0001, diag_nowhere(),
                   s->filter ? "no test's name has '%s' in it" : "there is no TEST in the files below %s",
                   s->filter ? s->filter : s->path);
        return false;
    }
    test_cases_number(suites, count);
    for (size_t i = 0; i < count && s->host.shard.count && s->host.mode == TEST_PLAIN && !explores(s->host.schedule);
         i++)
        test_cases_shard(&suites[i], s->host.shard);
    if (s->gdb)
        return debug(s, kit, subjects, suites, count, a, d);
    for (size_t i = 0; i < count; i++) {
        if (s->list)
            for (size_t j = 0; j < suites[i].count; j++)
                printf("%s\n", suites[i].cases[j].name);
        else if (suites[i].count && !run_suite(kit, &subjects[i], s, &suites[i], totals, a, d))
            return false;
    }
    if (s->list)
        return true;
    print_totals(totals, s, a);
    if ((s->host.coverage || s->report) && !write_documents(s, kit, subjects, suites, count, a, d))
        return false;
    return (!s->junit || test_junit_write(kit, s->junit, suites, count, s->host.mode, s->host.seed, a, d)) &&
           (!s->trace || test_trace_write(s->trace, suites, count, d));
}

static enum cwdk_status failure_status(const struct diag *d, enum cwdk_status status)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].code && strcmp(d->entries[i].code, CODE_TST1001) == 0)
            return CWDK_FINDINGS;
    return status;
}

int cmd_test(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "[PATH] [FILTER]",
        "Builds the drivers at PATH for amd64, compiles tests/*.c beside each of them for this machine, and runs every "
        "TEST in a simulated Windows kernel of its own, with the very driver that ships. FILTER is part of a test's "
        "name, "
        "or a pattern with * and ?. Exit status: 0 all passed, 1 a test failed or something did not compile, 2 wrong "
        "usage, 3 the machine lacks something.\v"
        "examples:\n"
        "  cwdk test\n"
        "  cwdk test . write_then_read -v\n"
        "  cwdk test --seed 1234 --processors 4 --junit results.xml\n"
        "  cwdk test --processors 2 --schedule random --seed 7\n"
        "  cwdk test --schedules 10000\n"
        "  cwdk test . write_then_read --schedules exhaustive\n"
        "  cwdk test --faults\n"
        "  cwdk test . write_then_read --faults=17\n"
        "  cwdk test --storm\n"
        "  cwdk test --faults --seed 1 --shard 2/3\n"
        "  cwdk test --gdb write_then_read\n"
        "  cwdk test --sanitize\n"
        "  cwdk test --coverage\n"
        "  cwdk test vioserial --configuration \"Win11 Release\"\n",
        NULL,
        NULL,
        NULL};
    struct settings s = {.host = {.processors = 1, .seconds = DEFAULT_SECONDS}};
    struct arena a = {0};
    struct diag d = {0};
    struct test_kit kit;
    struct test_subject *subjects = NULL;
    struct totals totals = {0};
    size_t count = 0;
    enum cwdk_status status = CWDK_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    if (!s.seed_given)
        s.host.seed = draw_seed();
    if (s.host.coverage && s.instrument == INSTRUMENT_NOT)
        s.instrument = INSTRUMENT_COVERAGE;
    const struct build_options build = {
        .path = s.path, .profile = s.profile, .configuration = s.configuration, .instrument = s.instrument};
    if (test_kit_find(&a, &kit, &d) && test_subjects(&build, &kit, true, &a, &subjects, &count, &status, &d))
        run_all(&s, &kit, subjects, count, &totals, &a, &d);
    int result = command_finish(&d, failure_status(&d, status));
    if (result == CWDK_OK && totals.failed)
        result = CWDK_FINDINGS;
    arena_free(&a);
    arena_free(&s.words);
    return result;
}
