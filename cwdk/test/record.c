/* The document of a run: its tests, where faults were, what was found, which lines ran. */
#include "cwdk/test/record.h"

#include "cwdk/host/file.h"

#include <string.h>

enum { MOST_PICTURES = 64 };

static void record_chances(const struct test_run *run, struct report_schedules *out)
{
    for (size_t i = 0; i < run->count; i++) {
        const uint64_t depth = test_event_number(&run->events[i], 0) - REPORT_LEAST_DEPTH;
        if (strcmp(run->events[i].type, "chance") != 0 || depth >= REPORT_DEPTHS)
            continue;
        out->processors = test_event_number(&run->events[i], 1);
        out->drawn[depth] = test_event_number(&run->events[i], 2);
    }
}

static void record_test(struct recorder *r, const struct test_case *test, const char *suite, uint64_t number,
                        struct report_test *out)
{
    const struct test_event *end = test_event_find(&test->run, "end"),
                            *schedules = test_event_find(&test->run, "schedules");
    *out = (struct report_test){.suite = suite,
                                .name = test->name,
                                .number = number,
                                .place = {record_file(r, test->file), test->line},
                                .passed = test->run_passed,
                                .reason = test->run_passed ? "" : record_utf8(test->reason, r->a),
                                .time = end ? test_event_number(end, 0) : 0,
                                .branches = test->branch_count,
                                .bad = test->bad_branches,
                                .all = test->branch_count + test->skipped,
                                .schedules.result = ""};
    if (schedules) {
        out->schedules = (struct report_schedules){
            .result = schedules->fields[0],
            .runs = test_event_number(schedules, 5),
            .choices = test_event_number(schedules, 2),
            .bound = strcmp(schedules->fields[0], "failed") == 0 ? 0 : test_event_number(schedules, 3),
            .processors = r->host->processors};
        record_chances(&test->run, &out->schedules);
    }
}

static void record_site(struct recorder *r, const struct test_branch *branch, struct report_site *out)
{
    struct test_frame *frames;
    const size_t count = test_frames(&branch->run, 1, true, r->a, &frames);
    *out = (struct report_site){.what = record_utf8(branch->what, r->a),
                                .symbol = count ? record_utf8(frames[0].symbol, r->a) : "",
                                .offset = count ? frames[0].offset : 0,
                                .place = record_place(r, count ? frames[0].place : ""),
                                .count = 1,
                                .bad = branch->reason != NULL};
}

static void record_tests(struct recorder *r, const struct test_suite *suites, size_t count)
{
    struct report_run *run = r->report->runs;
    size_t tests = 0, branches = 0;
    for (size_t i = 0; i < count; i++) {
        tests += suites[i].count;
        for (size_t j = 0; j < suites[i].count; j++)
            branches += suites[i].cases[j].branch_count;
    }
    run->tests = arena_array(r->a, tests + 1, sizeof *run->tests);
    run->sites = arena_array(r->a, branches + 1, sizeof *run->sites);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < suites[i].count; j++) {
            const struct test_case *test = &suites[i].cases[j];
            record_test(r, test, suites[i].name, test->number, &run->tests[run->test_count++]);
            if (!test->run_passed)
                record_findings(r, test, suites[i].name, test->number, NULL);
            for (size_t k = 0; k < test->branch_count; k++) {
                record_site(r, &test->branches[k], &run->sites[run->site_count++]);
                if (test->branches[k].reason)
                    record_findings(r, test, suites[i].name, test->number, &test->branches[k]);
            }
        }
}

static bool record_coverage(struct recorder *r, const struct test_suite *suites, size_t count, struct diag *d)
{
    struct report_run *run = r->report->runs;
    if (!test_coverage(suites, count, r->a, &run->covers, &run->cover_count, d))
        return false;
    for (size_t i = 0; i < run->cover_count; i++)
        record_source(r, run->covers[i].file);
    return true;
}

/* What had to be ended after a time would take that time again. */
static bool is_quick(const struct report_finding *finding)
{
    return finding->kind != REPORT_LOOP && finding->kind != REPORT_ERROR;
}

static bool record_pictures(struct recorder *r, const struct test_subject *subjects, const struct test_suite *suites,
                            size_t count, struct diag *d)
{
    struct report_run *run = r->report->runs;
    for (size_t k = 0; k < run->finding_count && k < MOST_PICTURES; k++)
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < suites[i].count; j++)
                if (is_quick(&run->findings[k]) && suites[i].cases[j].number == run->findings[k].met->test_number &&
                    !record_picture(r, &subjects[i], &suites[i].cases[j], &run->findings[k], d))
                    return false;
    return true;
}

static void record_shard(struct report_run *run, struct shard shard, struct arena *a)
{
    run->have = arena_array(a, 1, sizeof *run->have);
    run->shards = shard.count;
    run->have_count = shard.count > 0;
    run->have[0] = shard.number;
}

bool test_record(const struct test_kit *kit, const struct test_subject *subjects, const struct test_suite *suites,
                 size_t count, const struct test_host_options *host, const struct record_options *options,
                 struct arena *a, struct report *out, struct diag *d)
{
    struct recorder r = {.kit = kit, .host = host, .options = options, .a = a, .report = out};
    struct report_run *run = arena_alloc(a, sizeof *run);
    const char *root = path_absolute(a, subjects[0].root);
    *out = (struct report){.runs = run, .run_count = 1};
    *run = (struct report_run){.command = options->command, .mode = options->mode};
    r.root = root ? root : subjects[0].root;
    run->drivers = arena_array(a, count + 1, sizeof *run->drivers);
    for (size_t i = 0; i < count; i++)
        run->drivers[run->driver_count++] = suites[i].name;
    record_shard(run, host->shard, a);
    record_tests(&r, suites, count);
    if (host->coverage && !record_coverage(&r, suites, count, d))
        return false;
    report_order(out, a);
    return record_pictures(&r, subjects, suites, count, d);
}

static void record_one_found(struct recorder *r, const struct record_found *found, const char *suite)
{
    struct report_run *run = r->report->runs;
    const size_t first = run->finding_count;
    struct test_case one = found->run;
    one.name = "fuzzing";
    one.file = one.file ? one.file : "";
    one.reason = one.reason ? one.reason : "it ends badly";
    record_findings(r, &one, suite, 0, NULL);
    for (size_t i = first; i < run->finding_count; i++) {
        char *rest = arena_string(r->a, found->text);
        run->findings[i].met->replay = record_utf8(found->replay, r->a);
        for (char *line; (line = strsep(&rest, "\n"));)
            if (*line)
                record_note(r, &run->findings[i], arena_trimmed(r->a, line, strlen(line)));
    }
}

void record_fuzzing(const struct test_kit *kit, const struct test_subject *subject, const struct record_found *found,
                    size_t count, const char *command, struct shard shard, uint64_t executions, uint64_t all,
                    struct arena *a, struct report *out)
{
    const struct test_host_options host = {.processors = 1};
    const struct record_options options = {.command = command, .mode = "executions", .replay = ""};
    struct recorder r = {.kit = kit, .host = &host, .options = &options, .a = a, .report = out};
    struct report_run *run = arena_alloc(a, sizeof *run);
    const char *root = path_absolute(a, subject->root);
    *out = (struct report){.runs = run, .run_count = 1};
    *run = (struct report_run){.command = command, .mode = options.mode};
    r.root = root ? root : subject->root;
    run->drivers = arena_array(a, 1, sizeof *run->drivers);
    run->drivers[run->driver_count++] = subject->name;
    record_shard(run, shard, a);
    run->tests = arena_alloc(a, sizeof *run->tests);
    run->tests[run->test_count++] = (struct report_test){.suite = subject->name,
                                                         .name = "fuzzing",
                                                         .place.file = "",
                                                         .passed = true,
                                                         .reason = "",
                                                         .branches = executions,
                                                         .bad = count,
                                                         .all = all > executions ? all : executions,
                                                         .schedules.result = ""};
    for (size_t i = 0; i < count; i++)
        record_one_found(&r, &found[i], subject->name);
    report_order(out, a);
}
