/* The runs on the page: their tests, and where faults were. */
#include "cwdk/report/html.h"
#include "ntsim/run/plans.h"

#include <string.h>

static bool has_failed(const struct report_test *test)
{
    return !test->passed || test->bad;
}

/* All shards together: what each has drawn is independent of the others. */
static void put_chances(struct text *out, const struct report_schedules *schedules)
{
    for (uint32_t i = 0; i < REPORT_DEPTHS; i++)
        text_format(out, "%s %.3g%% for one that takes %u orderings",
                    i ? "," : "; the chance to meet a mistake is at least",
                    100 * pct_chance((unsigned)schedules->processors, schedules->choices, REPORT_LEAST_DEPTH + i,
                                     schedules->drawn[i]),
                    REPORT_LEAST_DEPTH + i);
}

static void put_schedules(struct text *out, const struct report_schedules *schedules)
{
    const char *result = schedules->result;
    text_format(out, "%llu schedules, up to %llu choices in each", (unsigned long long)schedules->runs,
                (unsigned long long)schedules->choices);
    if (strcmp(result, "all") == 0)
        text_format(out, "; all with at most %llu switches", (unsigned long long)schedules->bound);
    else if (strcmp(result, "cut") == 0)
        text_put(out, "; there are more than memory holds");
    else if (strcmp(result, "failed") == 0)
        text_put(out, "; one fails");
    else if (strcmp(result, "priorities") == 0 && schedules->processors)
        put_chances(out, schedules);
}

static bool is_of(const struct report_finding *finding, const struct report_test *test)
{
    for (size_t i = 0; i < finding->met_count; i++)
        if (finding->met[i].test_number == test->number && strcmp(finding->met[i].test, test->name) == 0)
            return true;
    return false;
}

/* To what was found in that test, where it stands among all. */
static void put_links(struct text *out, const struct report_run *run, const struct report_run *sum,
                      const struct report_test *test)
{
    bool any = false;
    for (size_t i = 0; i < run->finding_count; i++) {
        size_t at = 0;
        if (!is_of(&run->findings[i], test))
            continue;
        while (at < sum->finding_count && strcmp(sum->findings[at].key, run->findings[i].key) != 0)
            at++;
        if (at == sum->finding_count)
            continue;
        text_format(out, "%s<a href=\"#finding-%zu\">", any ? ", " : "<br>", at + 1);
        html_text(out, *sum->findings[at].code ? sum->findings[at].code : "what happened");
        text_put(out, "</a>");
        any = true;
    }
}

static void put_test(struct text *out, const struct report_run *run, const struct report_run *sum,
                     const struct report_test *test)
{
    const bool failed = has_failed(test);
    text_format(out, "<tr><td class=\"result\"><span class=\"pill %s\">%s</span></td><td><b>", failed ? "bad" : "good",
                failed ? "failed" : "passed");
    html_text(out, test->name);
    text_put(out, "</b>");
    if (*test->reason) {
        text_put(out, "<br><span class=\"dim\">");
        html_text(out, test->reason);
        text_put(out, "</span>");
    }
    if (test->all) {
        text_format(out, "<br><span class=\"dim\">%llu of %llu %s were run, %llu ended badly</span>",
                    (unsigned long long)test->branches, (unsigned long long)test->all, run->mode,
                    (unsigned long long)test->bad);
    } else if (*test->schedules.result) {
        text_put(out, "<br><span class=\"dim\">");
        put_schedules(out, &test->schedules);
        text_put(out, "</span>");
    }
    put_links(out, run, sum, test);
    text_format(out, "</td><td class=\"n wide\">%llu.%06llu s</td></tr>\n", (unsigned long long)test->time / 10000000,
                (unsigned long long)test->time / 10 % 1000000);
}

static void put_tests(struct text *out, const struct report_run *run, const struct report_run *sum, bool failed)
{
    text_put(out, "<table><thead><tr><th>result</th><th>test</th><th class=\"n wide\">virtual time</th></tr></thead>"
                  "<tbody>\n");
    for (size_t i = 0; i < run->test_count; i++)
        if (has_failed(&run->tests[i]) == failed)
            put_test(out, run, sum, &run->tests[i]);
    text_put(out, "</tbody></table>\n");
}

static void put_sites(struct text *out, const struct report_run *run)
{
    text_format(out,
                "<details class=\"more\"><summary>Where: %zu place%s</summary>\n<table><thead><tr><th>what goes "
                "wrong</th><th>at</th><th class=\"n\">times</th><th class=\"n\">badly</th></tr></thead><tbody>\n",
                run->site_count, run->site_count == 1 ? "" : "s");
    for (size_t i = 0; i < run->site_count; i++) {
        const struct report_site *site = &run->sites[i];
        text_put(out, "<tr><td>");
        html_text(out, site->what);
        text_put(out, "</td><td>");
        html_text(out, site->symbol);
        text_put(out, " <span class=\"dim mono\">");
        html_place(out, site->place);
        text_format(out, "</span></td><td class=\"n\">%llu</td><td class=\"n\">%llu</td></tr>\n",
                    (unsigned long long)site->count, (unsigned long long)site->bad);
    }
    text_put(out, "</tbody></table></details>\n");
}

static void put_shards(struct text *out, const struct report_run *run)
{
    if (!run->shards)
        return;
    text_format(out, "<span class=\"pill %s\">%zu of %llu shards</span> ",
                run->have_count == run->shards ? "good" : "warn", run->have_count, (unsigned long long)run->shards);
}

void page_run(struct text *out, const struct report_run *run, const struct report_run *sum)
{
    uint64_t failed = 0;
    for (size_t i = 0; i < run->test_count; i++)
        failed += has_failed(&run->tests[i]);
    text_put(out, "<details class=\"card\"><summary><span><span class=\"claim mono\">cwdk ");
    html_text(out, run->command);
    text_format(out, "</span></span><span class=\"times\">%zu test%s</span><span class=\"where\">", run->test_count,
                run->test_count == 1 ? "" : "s");
    put_shards(out, run);
    if (failed)
        text_format(out, "<span class=\"pill bad\">%llu failed</span>", (unsigned long long)failed);
    else
        text_put(out, "<span class=\"pill good\">all passed</span>");
    text_put(out, "</span></summary>\n<div class=\"body\">\n");
    if (failed)
        put_tests(out, run, sum, true);
    if (failed < run->test_count) {
        text_format(out, "<details class=\"more\"%s><summary>%llu passed</summary>\n", failed ? "" : " open",
                    (unsigned long long)(run->test_count - failed));
        put_tests(out, run, sum, false);
        text_put(out, "</details>\n");
    }
    if (run->site_count)
        put_sites(out, run);
    text_put(out, "</div>\n</details>\n");
}
