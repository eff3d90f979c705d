/* What a terminal shows of a report. */
#include "cwdk/report/report.h"

#include <string.h>

static const char *many(uint64_t count, const char *noun, struct arena *a)
{
    return arena_format(a, "%llu %s%s", (unsigned long long)count, noun, count == 1 ? "" : "s");
}

static void put_run(const struct report_run *run, struct arena *a, struct text *out)
{
    uint64_t failed = 0, branches = 0, bad = 0, all = 0, schedules = 0;
    for (size_t i = 0; i < run->test_count; i++) {
        const struct report_test *test = &run->tests[i];
        failed += !test->passed || test->bad;
        branches += test->branches;
        bad += test->bad;
        all += test->all;
        schedules += test->schedules.runs;
    }
    text_format(out, "cwdk %s: %s, %llu failed", run->command, many(run->test_count, "test", a),
                (unsigned long long)failed);
    if (all)
        text_format(out, "; %llu of %llu %s, %llu ended badly", (unsigned long long)branches, (unsigned long long)all,
                    run->mode, (unsigned long long)bad);
    if (schedules)
        text_format(out, "; %s", many(schedules, "schedule", a));
    if (run->shards)
        text_format(out, "; %zu of %s", run->have_count, many(run->shards, "shard", a));
    text_put(out, "\n");
}

void report_summary(const struct report *report, struct arena *a, struct text *out)
{
    const struct report_run *sum = report_sum(report, a);
    uint64_t lines = 0, hit = 0;
    text_put(out, "");
    for (size_t i = 0; i < report->run_count; i++)
        put_run(&report->runs[i], a, out);
    for (size_t i = 0; i < sum->finding_count; i++) {
        const struct report_finding *finding = &sum->findings[i];
        text_format(out, "  %s:%llu  %s%s%s (%s)\n", finding->place.file, (unsigned long long)finding->place.line,
                    finding->code,
                    *finding->code && strncmp(finding->claim, finding->code, strlen(finding->code)) != 0 ? ": " : "",
                    finding->claim, many(finding->met_count, "time", a));
    }
    for (size_t i = 0; i < sum->cover_count; i++) {
        lines += sum->covers[i].count;
        for (size_t j = 0; j < sum->covers[i].count; j++)
            hit += sum->covers[i].lines[j].count > 0;
    }
    if (lines)
        text_format(out, "%llu of %s were run\n", (unsigned long long)hit, many(lines, "line", a));
    text_format(out, "%s\n", many(sum->finding_count, "finding", a));
}
