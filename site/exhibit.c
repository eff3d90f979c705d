/* Drivers of tests/gallery: what their run has found. */
#include "gallery.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <stdlib.h>
#include <string.h>

static const char *source_of(struct site *s, const char *name, const char *file)
{
    return arena_format(s->a, "tests/gallery/%s/%s", name, file);
}

/* "run_pool_leak_bad" and "runfaults_fault_leak_bad" are of "pool_leak" and "fault_leak". */
static const char *name_of(struct site *s, const struct report_finding *finding)
{
    static const char ending[] = "_bad";
    const char *test = finding->met_count ? finding->met[0].test : "", *begin = strchr(test, '_');
    const size_t length = strlen(test), end = strlen(ending);
    if (!begin || length < end || strcmp(test + length - end, ending) != 0 || begin + 1 > test + length - end)
        return NULL;
    return arena_substring(s->a, begin + 1, (size_t)(test + length - end - begin - 1));
}

static void add_finding(struct site *s, const struct report *report, const struct report_finding *finding)
{
    struct gallery *g = s->gallery;
    const char *name = *finding->code ? name_of(s, finding) : NULL;
    const struct code_entry *code = code_find(finding->code);
    struct exhibit *x = NULL;
    if (!name || !code)
        return;
    for (size_t i = 0; i < g->exhibit_count && !x; i++)
        if (strcmp(g->exhibits[i].name, name) == 0)
            x = &g->exhibits[i];
    if (!x) {
        g->exhibits = memory_resize(g->exhibits, g->exhibit_count + 1, sizeof *g->exhibits);
        x = &g->exhibits[g->exhibit_count++];
        *x = (struct exhibit){.name = name,
                              .page = arena_format(s->a, "gallery/%s.html", name),
                              .about = gallery_about(s, source_of(s, name, "bad.c")),
                              .title = prose_title(s, code->title),
                              .report = report};
    }
    if (x->report == report && x->count < MOST_FINDINGS)
        x->findings[x->count++] = finding;
}

static void read_report(struct site *s, const char *path)
{
    struct bytes text;
    struct report *report = arena_alloc(s->a, sizeof *report);
    if (!file_read(path, s->a, &text, s->d) ||
        !report_read(path, (const char *)text.data, text.size, s->a, report, s->d))
        return;
    report_order(report, s->a);
    for (size_t i = 0; i < report->run_count; i++)
        for (size_t k = 0; k < report->runs[i].finding_count; k++)
            add_finding(s, report, &report->runs[i].findings[k]);
}

static void read_folder(struct site *s, const char *folder)
{
    char **names = folder_list(folder, s->a, NULL, s->d);
    for (; names && *names; names++) {
        const char *path = path_join(s->a, folder, *names);
        if (path_is_folder(path))
            read_folder(s, path);
        else if (strcmp(path_extension(path), ".json") == 0)
            read_report(s, path);
    }
}

static int compare(const void *a, const void *b)
{
    const struct exhibit *x = a, *y = b;
    const int order = strcmp(x->findings[0]->code, y->findings[0]->code);
    return order ? order : strcmp(x->name, y->name);
}

void exhibits_find(struct site *s)
{
    read_folder(s, s->found);
    if (s->gallery->exhibit_count)
        qsort(s->gallery->exhibits, s->gallery->exhibit_count, sizeof *s->gallery->exhibits, compare);
}

/* "VRF0101: ..." without the code. */
static const char *claim_of(const struct report_finding *finding)
{
    const size_t length = strlen(finding->code);
    return strncmp(finding->claim, finding->code, length) == 0 && finding->claim[length] == ':'
               ? finding->claim + length + 2
               : finding->claim;
}

static void put_finding(struct site *s, struct text *out, const struct exhibit *x, size_t index, const char *page)
{
    const struct report_finding *finding = x->findings[index];
    text_put(out, "<section class=\"found\"><h2>");
    link_begin(out, page, code_page(s, finding->code), "code");
    text_format(out, "%s</a>", finding->code);
    html_text(out, claim_of(finding));
    text_put(out, "</h2>\n");
    page_finding_body(out, x->report, finding, s->a);
    text_put(out, "</section>\n");
}

const struct exhibit *exhibit_named(struct site *s, const char *name)
{
    for (size_t i = 0; i < s->gallery->exhibit_count; i++)
        if (strcmp(s->gallery->exhibits[i].name, name) == 0)
            return &s->gallery->exhibits[i];
    return NULL;
}

void exhibit_put(struct site *s, struct text *out, const struct exhibit *x, const char *page)
{
    put_finding(s, out, x, 0, page);
}

void exhibit_write(struct site *s, const struct exhibit *x)
{
    struct text body = {0};
    struct bytes bad, good;
    if (!file_read(path_join(s->a, s->source, source_of(s, x->name, "bad.c")), s->a, &bad, s->d) ||
        !file_read(path_join(s->a, s->source, source_of(s, x->name, "good.c")), s->a, &good, s->d))
        return;
    for (size_t i = 0; i < x->count; i++)
        put_finding(s, &body, x, i, x->page);
    text_put(&body, "<h2 id=\"driver\">The driver, and its twin</h2>\n");
    twins_put(s, &body, (const char *)bad.data, (const char *)good.data, x->page);
    text_put(&body, "<h2 id=\"meaning\">What it means</h2>\n<div class=\"meaning\">\n");
    prose_put_all(s, &body, code_find(x->findings[0]->code)->text, x->page);
    text_put(&body, "</div>\n");
    search_add(s, x->page, arena_format(s->a, "%s (%s)", x->title, x->name), "Finding",
               arena_format(s->a, "%s %s %s", x->findings[0]->code, x->about, claim_of(x->findings[0])));
    gallery_page(s, x->page, x->title, x->about, x->name, &body);
    text_free(&body);
}
