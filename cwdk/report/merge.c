/* Parts become one, and everything gets its order. */
#include "cwdk/report/combine.h"

#include "cwdk/diag/codes.h"

#include <stdlib.h>
#include <string.h>

/* --- which run it is --- */

static bool same_run(const struct report_run *a, const struct report_run *b)
{
    if (strcmp(a->command, b->command) != 0 || strcmp(a->mode, b->mode) != 0 || a->shards != b->shards ||
        a->driver_count != b->driver_count)
        return false;
    for (size_t i = 0; i < a->driver_count; i++)
        if (strcmp(a->drivers[i], b->drivers[i]) != 0)
            return false;
    return true;
}

static const char *run_name(const struct report_run *run, struct arena *a)
{
    struct text names = {0};
    text_put(&names, "");
    for (size_t i = 0; i < run->driver_count; i++)
        text_format(&names, "%s%s", i ? ", " : "", run->drivers[i]);
    const char *name = arena_format(a, "`cwdk %s` of %s", run->command, names.data);
    text_free(&names);
    return name;
}

/* --- merging --- */

static void *join(const void *first, size_t count, const void *second, size_t more, size_t size, struct arena *a)
{
    char *all = arena_array(a, count + more + 1, size);
    if (count)
        memcpy(all, first, count * size);
    if (second && more)
        memcpy(all + count * size, second, more * size);
    return all;
}

static int compare_numbers(const void *first, const void *second)
{
    const uint64_t a = *(const uint64_t *)first, b = *(const uint64_t *)second;
    return (a > b) - (a < b);
}

/* False after reporting that a part is there twice. */
static bool join_run(struct report_run *into, const struct report_run *more, const char *name, struct arena *a,
                     struct diag *d)
{
    if (!into->shards)
        return diag_error(d, CODE_RPT0003, diag_in_file(name), "%s is in an earlier file, too", run_name(into, a));
    for (size_t i = 0; i < more->have_count; i++)
        if (bsearch(&more->have[i], into->have, into->have_count, sizeof *into->have, compare_numbers))
            return diag_error(d, CODE_RPT0003, diag_in_file(name),
                              "shard %llu of %llu of %s is in an earlier file, too", (unsigned long long)more->have[i],
                              (unsigned long long)more->shards, run_name(into, a));
#define JOIN(items, number)                                                                                            \
    into->items = join(into->items, into->number, more->items, more->number, sizeof *into->items, a);                  \
    into->number += more->number
    JOIN(have, have_count);
    JOIN(tests, test_count);
    JOIN(findings, finding_count);
    JOIN(sites, site_count);
    JOIN(covers, cover_count);
#undef JOIN
    qsort(into->have, into->have_count, sizeof *into->have, compare_numbers);
    return true;
}

static bool join_sources(struct report *into, const struct report *more, const char *name, struct arena *a,
                         struct diag *d)
{
    into->sources = join(into->sources, into->source_count, NULL, more->source_count, sizeof *into->sources, a);
    for (size_t i = 0; i < more->source_count; i++) {
        const struct report_source *source = &more->sources[i], *known = report_source(into, source->file);
        if (!known)
            into->sources[into->source_count++] = *source;
        else if (strcmp(known->text, source->text) != 0)
            return diag_error(d, CODE_RPT0004, diag_in_file(name), "%s is another text there than in an earlier file",
                              source->file);
    }
    return true;
}

bool report_merge(struct report *into, const struct report *more, const char *name, struct arena *a, struct diag *d)
{
    if (!join_sources(into, more, name, a, d))
        return false;
    into->runs = join(into->runs, into->run_count, NULL, more->run_count, sizeof *into->runs, a);
    for (size_t i = 0; i < more->run_count; i++) {
        size_t at = 0;
        while (at < into->run_count && !same_run(&into->runs[at], &more->runs[i]))
            at++;
        if (at == into->run_count)
            into->runs[into->run_count++] = more->runs[i];
        else if (!join_run(&into->runs[at], &more->runs[i], name, a, d))
            return false;
    }
    return true;
}
/* --- what is missing --- */

/* "2, 4 to 7" of the shards that are not there; how many they are. */
static uint64_t put_missing(const struct report_run *run, struct text *out)
{
    uint64_t next = 1, missing = 0;
    for (size_t i = 0; i <= run->have_count; i++) {
        const uint64_t end = i < run->have_count ? run->have[i] : run->shards + 1;
        if (end > next) {
            text_format(out, "%s%llu", missing ? ", " : "", (unsigned long long)next);
            if (end > next + 1)
                text_format(out, " to %llu", (unsigned long long)end - 1);
            missing += end - next;
        }
        next = end + 1;
    }
    return missing;
}

size_t report_missing(const struct report *report, struct arena *a, struct diag *d)
{
    size_t all = 0;
    for (size_t i = 0; i < report->run_count; i++) {
        const struct report_run *run = &report->runs[i];
        struct text numbers = {0};
        const uint64_t missing = run->shards ? put_missing(run, &numbers) : 0;
        if (missing)
            diag_error(d, CODE_RPT1001, diag_nowhere(), "shard%s %s of %llu of %s %s missing", missing == 1 ? "" : "s",
                       numbers.data, (unsigned long long)run->shards, run_name(run, a), missing == 1 ? "is" : "are");
        text_free(&numbers);
        all += missing;
    }
    return all;
}

size_t report_failures(const struct report *report)
{
    size_t failures = 0;
    for (size_t i = 0; i < report->run_count; i++) {
        failures += report->runs[i].finding_count;
        for (size_t j = 0; j < report->runs[i].test_count; j++)
            failures += !report->runs[i].tests[j].passed || report->runs[i].tests[j].bad;
    }
    return failures;
}

const struct report_source *report_source(const struct report *report, const char *file)
{
    for (size_t i = 0; i < report->source_count; i++)
        if (strcmp(report->sources[i].file, file) == 0)
            return &report->sources[i];
    return NULL;
}

/* --- order --- */

static int compare_runs(const void *first, const void *second)
{
    static const char *const modes[] = {"tests", "schedules", "faults", "storms", "executions"};
    const struct report_run *a = first, *b = second;
    size_t at = 0, other = 0;
    while (at < sizeof modes / sizeof *modes && strcmp(a->mode, modes[at]) != 0)
        at++;
    while (other < sizeof modes / sizeof *modes && strcmp(b->mode, modes[other]) != 0)
        other++;
    if (at != other)
        return at < other ? -1 : 1;
    int order = strcmp(a->command, b->command);
    if (!order)
        order = (a->shards > b->shards) - (a->shards < b->shards);
    for (size_t i = 0; !order && i < a->driver_count && i < b->driver_count; i++)
        order = strcmp(a->drivers[i], b->drivers[i]);
    return order ? order : (a->driver_count > b->driver_count) - (a->driver_count < b->driver_count);
}

static int compare_sources(const void *first, const void *second)
{
    return strcmp(((const struct report_source *)first)->file, ((const struct report_source *)second)->file);
}

void report_order(struct report *report, struct arena *a)
{
    for (size_t i = 0; i < report->run_count; i++) {
        struct report_run *run = &report->runs[i];
        combine_tests(run);
        combine_findings(run, a);
        combine_sites(run);
        combine_covers(run, strcmp(run->mode, "tests") == 0, a);
    }
    if (report->run_count)
        qsort(report->runs, report->run_count, sizeof *report->runs, compare_runs);
    if (report->source_count)
        qsort(report->sources, report->source_count, sizeof *report->sources, compare_sources);
}

struct report_run *report_sum(const struct report *report, struct arena *a)
{
    struct report_run *sum = arena_alloc(a, sizeof *sum);
    *sum = (struct report_run){.command = "", .mode = "tests"};
    for (size_t i = 0; i < report->run_count; i++) {
        const struct report_run *run = &report->runs[i];
        sum->findings =
            join(sum->findings, sum->finding_count, run->findings, run->finding_count, sizeof *sum->findings, a);
        sum->finding_count += run->finding_count;
        sum->covers = join(sum->covers, sum->cover_count, run->covers, run->cover_count, sizeof *sum->covers, a);
        sum->cover_count += run->cover_count;
    }
    combine_findings(sum, a);
    combine_covers(sum, true, a);
    return sum;
}
