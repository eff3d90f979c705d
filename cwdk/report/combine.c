/* Putting together what is the same, of the parts of a run. */
#include "cwdk/report/combine.h"

#include <stdlib.h>
#include <string.h>

static int order_of(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static uint64_t sum_of(uint64_t a, uint64_t b)
{
    return a > INT64_MAX - (b > INT64_MAX ? INT64_MAX : b) ? INT64_MAX : a + b;
}

static uint64_t most_of(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

static void sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    if (count)
        qsort(items, count, size, compare);
}

/* --- tests --- */

static int compare_tests(const void *first, const void *second)
{
    const struct report_test *a = first, *b = second;
    int order = order_of(a->number, b->number);
    if (!order)
        order = strcmp(a->suite, b->suite);
    return order ? order : strcmp(a->name, b->name);
}

static void add_schedules(struct report_schedules *into, const struct report_schedules *more)
{
    if (!*into->result || strcmp(more->result, "failed") == 0 ||
        (strcmp(more->result, "cut") == 0 && strcmp(into->result, "failed") != 0))
        into->result = more->result;
    for (size_t i = 0; i < REPORT_DEPTHS; i++)
        into->drawn[i] = sum_of(into->drawn[i], more->drawn[i]);
    into->runs = sum_of(into->runs, more->runs);
    into->choices = most_of(into->choices, more->choices);
    into->bound = most_of(into->bound, more->bound);
    into->processors = most_of(into->processors, more->processors);
}

void combine_tests(struct report_run *run)
{
    size_t used = 0;
    sort(run->tests, run->test_count, sizeof *run->tests, compare_tests);
    for (size_t i = 0; i < run->test_count; i++) {
        struct report_test *last = used ? &run->tests[used - 1] : NULL;
        const struct report_test *next = &run->tests[i];
        if (!last || compare_tests(last, next) != 0) {
            run->tests[used++] = *next;
            continue;
        }
        if (last->passed && !next->passed)
            last->reason = next->reason;
        last->passed = last->passed && next->passed;
        last->branches = sum_of(last->branches, next->branches);
        last->bad = sum_of(last->bad, next->bad);
        last->all = most_of(most_of(last->all, next->all), last->branches);
        add_schedules(&last->schedules, &next->schedules);
    }
    run->test_count = used;
}

/* --- findings --- */

static int compare_met(const void *first, const void *second)
{
    const struct report_met *a = first, *b = second;
    int order = order_of(a->test_number, b->test_number);
    if (!order)
        order = order_of(a->number, b->number);
    if (!order)
        order = strcmp(a->replay, b->replay);
    return order ? order : strcmp(a->test, b->test);
}

/* Those that are the same one after the other, the one that was met first before the others. */
static int compare_keys(const void *first, const void *second)
{
    const struct report_finding *const *a = first, *const *b = second;
    int order = strcmp((*a)->key, (*b)->key);
    if (!order)
        order = compare_met((*a)->met, (*b)->met);
    return order ? order : (*a > *b) - (*a < *b);
}

/* By code, those without one last; then by their place. */
static int compare_findings(const void *first, const void *second)
{
    const struct report_finding *a = first, *b = second;
    int order = !*a->code - !*b->code;
    if (!order)
        order = strcmp(a->code, b->code);
    if (!order)
        order = strcmp(a->place.file, b->place.file);
    if (!order)
        order = order_of(a->place.line, b->place.line);
    if (!order)
        order = compare_met(a->met, b->met);
    if (!order)
        order = order_of(a->kind, b->kind);
    return order ? order : strcmp(a->key, b->key);
}

/* All places where those of one key were met, each once. */
static void join_met(struct report_finding *into, struct report_finding *const *same, size_t count, struct arena *a)
{
    size_t all = 0, used = 0;
    for (size_t i = 0; i < count; i++)
        all += same[i]->met_count;
    struct report_met *met = arena_array(a, all + 1, sizeof *met);
    all = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < same[i]->met_count; j++)
            met[all++] = same[i]->met[j];
    sort(met, all, sizeof *met, compare_met);
    for (size_t i = 0; i < all; i++)
        if (!used || compare_met(&met[used - 1], &met[i]) != 0)
            met[used++] = met[i];
    into->met = met;
    into->met_count = used;
}

void combine_findings(struct report_run *run, struct arena *a)
{
    struct report_finding **order = arena_array(a, run->finding_count + 1, sizeof *order);
    struct report_finding *findings = arena_array(a, run->finding_count + 1, sizeof *findings);
    size_t used = 0;
    for (size_t i = 0; i < run->finding_count; i++) {
        order[i] = &run->findings[i];
        sort(order[i]->met, order[i]->met_count, sizeof *order[i]->met, compare_met);
    }
    sort(order, run->finding_count, sizeof *order, compare_keys);
    for (size_t i = 0, end; i < run->finding_count; i = end) {
        for (end = i + 1; end < run->finding_count && strcmp(order[end]->key, order[i]->key) == 0; end++)
            continue;
        findings[used] = *order[i];
        join_met(&findings[used++], &order[i], end - i, a);
    }
    sort(findings, used, sizeof *findings, compare_findings);
    run->findings = findings;
    run->finding_count = used;
}

bool report_is_system(const struct report_frame *frame)
{
    return !*frame->place.file || strncmp(frame->place.file, "/ntsim/", strlen("/ntsim/")) == 0 ||
           strncmp(frame->place.file, "/cwdk/", strlen("/cwdk/")) == 0;
}

/* The driver's own functions on the stack, as long as there are any: who has called them does not matter. Of threads
 * that wait for each other all stacks count. */
const char *report_key(const struct report_finding *finding, struct arena *a)
{
    struct text key = {0};
    text_format(&key, "%d|%s", (int)finding->kind, finding->code);
    const size_t stacks = finding->kind == REPORT_HANG ? finding->stack_count : finding->stack_count ? 1 : 0;
    bool any = false;
    for (size_t i = 0; i < stacks; i++) {
        for (size_t j = 0; j < finding->stacks[i].count; j++) {
            const struct report_frame *frame = &finding->stacks[i].frames[j];
            if (!*frame->image || report_is_system(frame))
                continue;
            text_format(&key, "|%s!%s %s:%llu", frame->image, frame->symbol, frame->place.file,
                        (unsigned long long)frame->place.line);
            any = true;
        }
    }
    if (!any)
        text_format(&key, "|%s|%s:%llu", finding->claim, finding->place.file, (unsigned long long)finding->place.line);
    const char *made = arena_string(a, key.data);
    text_free(&key);
    return made;
}

/* --- where faults were --- */

static int compare_sites(const void *first, const void *second)
{
    const struct report_site *a = first, *b = second;
    int order = strcmp(a->place.file, b->place.file);
    if (!order)
        order = order_of(a->place.line, b->place.line);
    if (!order)
        order = strcmp(a->what, b->what);
    if (!order)
        order = strcmp(a->symbol, b->symbol);
    return order ? order : order_of(a->offset, b->offset);
}

void combine_sites(struct report_run *run)
{
    size_t used = 0;
    sort(run->sites, run->site_count, sizeof *run->sites, compare_sites);
    for (size_t i = 0; i < run->site_count; i++) {
        struct report_site *last = used ? &run->sites[used - 1] : NULL;
        if (!last || compare_sites(last, &run->sites[i]) != 0) {
            run->sites[used++] = run->sites[i];
            continue;
        }
        last->count = sum_of(last->count, run->sites[i].count);
        last->bad = sum_of(last->bad, run->sites[i].bad);
    }
    run->site_count = used;
}

/* --- coverage --- */

static int compare_covers(const void *first, const void *second)
{
    return strcmp(((const struct report_cover *)first)->file, ((const struct report_cover *)second)->file);
}

static struct report_cover join_cover(const struct report_cover *one, const struct report_cover *other, bool add,
                                      struct arena *a)
{
    struct report_cover joined = {.file = one->file};
    joined.lines = arena_array(a, one->count + other->count + 1, sizeof *joined.lines);
    for (size_t i = 0, j = 0; i < one->count || j < other->count;) {
        struct report_line *line = &joined.lines[joined.count++];
        if (j == other->count || (i < one->count && one->lines[i].line < other->lines[j].line)) {
            *line = one->lines[i++];
        } else if (i == one->count || one->lines[i].line > other->lines[j].line) {
            *line = other->lines[j++];
        } else {
            *line = one->lines[i++];
            line->count =
                add ? sum_of(line->count, other->lines[j].count) : most_of(line->count, other->lines[j].count);
            line->function = *line->function ? line->function : other->lines[j].function;
            j++;
        }
    }
    return joined;
}

void combine_covers(struct report_run *run, bool add, struct arena *a)
{
    struct report_cover *covers = arena_array(a, run->cover_count + 1, sizeof *covers);
    size_t used = 0;
    if (run->cover_count)
        memcpy(covers, run->covers, run->cover_count * sizeof *covers);
    sort(covers, run->cover_count, sizeof *covers, compare_covers);
    for (size_t i = 0; i < run->cover_count; i++) {
        if (used && compare_covers(&covers[used - 1], &covers[i]) == 0)
            covers[used - 1] = join_cover(&covers[used - 1], &covers[i], add, a);
        else
            covers[used++] = covers[i];
    }
    run->covers = covers;
    run->cover_count = used;
}
