/* The page of a report. */
#include "cwdk/report/html.h"

#include <string.h>

enum { OPEN = 1 }; /* findings that are unfolded at first */

struct counts {
    uint64_t tests, failed, branches, all, bad, executions, schedules, lines, hit, missing;
};

static struct counts count_all(const struct report *report, const struct report_run *sum)
{
    struct counts c = {0};
    for (size_t i = 0; i < report->run_count; i++) {
        const struct report_run *run = &report->runs[i];
        c.missing += run->shards - (run->have_count < run->shards ? run->have_count : run->shards);
        const bool fuzzed = strcmp(run->mode, "executions") == 0;
        c.tests += fuzzed ? 0 : run->test_count;
        for (size_t j = 0; j < run->test_count; j++) {
            const struct report_test *test = &run->tests[j];
            c.schedules += test->schedules.runs;
            if (fuzzed) {
                c.executions += test->branches;
                continue;
            }
            c.failed += !test->passed || test->bad;
            c.branches += test->branches;
            c.all += test->all;
            c.bad += test->bad;
        }
    }
    for (size_t i = 0; i < sum->cover_count; i++) {
        c.lines += sum->covers[i].count;
        for (size_t j = 0; j < sum->covers[i].count; j++)
            c.hit += sum->covers[i].lines[j].count > 0;
    }
    return c;
}

static bool named_before(const struct report *report, size_t run, size_t driver)
{
    for (size_t i = 0; i <= run; i++)
        for (size_t j = 0; j < (i == run ? driver : report->runs[i].driver_count); j++)
            if (strcmp(report->runs[i].drivers[j], report->runs[run].drivers[driver]) == 0)
                return true;
    return false;
}

static const char *drivers_of(const struct report *report, struct arena *a)
{
    struct text names = {0};
    text_put(&names, "");
    for (size_t i = 0; i < report->run_count; i++)
        for (size_t j = 0; j < report->runs[i].driver_count; j++)
            if (!named_before(report, i, j))
                text_format(&names, "%s%s", names.size ? ", " : "", report->runs[i].drivers[j]);
    const char *made = names.size ? arena_string(a, names.data) : "Report";
    text_free(&names);
    return made;
}

static void put_tile(struct text *out, const char *to, const char *mood, const char *number, const char *what)
{
    text_format(out, "<li><a href=\"#%s\" class=\"%s\"><b>%s</b><span>%s</span></a></li>\n", to, mood, number, what);
}

static void put_tiles(struct text *out, const struct counts *c, size_t findings, struct arena *a)
{
    text_put(out, "<ul class=\"tiles\">\n");
    put_tile(out, "findings", findings ? "bad" : "good", arena_format(a, "%zu", findings),
             findings == 1 ? "finding" : "findings");
    if (c->tests)
        put_tile(out, "runs", c->failed ? "bad" : "good",
                 arena_format(a, "%llu/%llu", (unsigned long long)(c->tests - c->failed), (unsigned long long)c->tests),
                 "tests passed");
    if (c->all)
        put_tile(out, "runs", c->bad ? "bad" : "good",
                 arena_format(a, "%llu/%llu", (unsigned long long)c->branches, (unsigned long long)c->all),
                 "faults and storms tried");
    if (c->executions)
        put_tile(out, "runs", "", arena_format(a, "%llu", (unsigned long long)c->executions), "inputs fuzzed");
    if (c->schedules)
        put_tile(out, "runs", "", arena_format(a, "%llu", (unsigned long long)c->schedules), "schedules run");
    if (c->lines)
        put_tile(out, "coverage", "", arena_format(a, "%.0f%%", 100 * (double)c->hit / (double)c->lines),
                 "of lines were run");
    text_put(out, "</ul>\n");
}

static void put_header(struct text *out, const char *title, const struct counts *c, size_t findings, struct arena *a)
{
    const bool bad = findings || c->failed;
    text_put(out, "<header>\n<p class=\"eyebrow\">cwdk report</p>\n<div class=\"title\"><h1>");
    html_text(out, title);
    text_format(out, "</h1><span class=\"pill %s\">%s</span>",
                bad          ? "bad"
                : c->missing ? "warn"
                             : "good",
                bad          ? "findings"
                : c->missing ? "incomplete"
                             : "nothing found");
    text_put(out, "</div>\n");
    if (c->missing)
        text_format(out, "<p class=\"note\">%llu shard%s missing: this is not the whole of what was asked for.</p>\n",
                    (unsigned long long)c->missing, c->missing == 1 ? " is" : "s are");
    put_tiles(out, c, findings, a);
    text_put(out, "</header>\n<main>\n");
}

static void put_findings(struct text *out, const struct report *report, const struct report_run *sum, struct arena *a)
{
    text_put(out, "<section id=\"findings\" aria-label=\"Findings\">\n<h2>Findings</h2>\n");
    if (!sum->finding_count)
        text_put(out, "<p class=\"dim\">Nothing was found.</p>\n");
    if (sum->finding_count > 1)
        text_put(out, "<div class=\"tools\"><input id=\"filter\" type=\"search\" placeholder=\"Filter findings\" "
                      "aria-label=\"Filter findings\"><button id=\"unfold\" type=\"button\">Fold / unfold all</button>"
                      "</div>\n");
    for (size_t i = 0; i < sum->finding_count; i++)
        page_finding(out, report, &sum->findings[i], i + 1, i < OPEN, a);
    text_put(out, "</section>\n");
}

void report_page(const struct report *report, struct arena *a, struct text *out)
{
    const struct report_run *sum = report_sum(report, a);
    const struct counts counts = count_all(report, sum);
    const char *title = drivers_of(report, a);
    html_begin(out, arena_format(a, "%s: cwdk report", title));
    put_header(out, title, &counts, sum->finding_count, a);
    put_findings(out, report, sum, a);
    text_put(out, "<section id=\"runs\" aria-label=\"Runs\">\n<h2>Runs</h2>\n");
    for (size_t i = 0; i < report->run_count; i++)
        page_run(out, &report->runs[i], sum);
    text_put(out, "</section>\n");
    page_coverage(out, report, sum, a);
    text_put(out, "</main>\n<footer>Made by <code>cwdk report</code>. Times are virtual: they stand still while code "
                  "runs. The same sources and the same seed give this page again, byte for byte.</footer>\n");
    html_end(out);
}
