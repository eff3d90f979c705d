/* What the kit finds in drivers that are wrong on purpose. */
#include "gallery.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <stdlib.h>
#include <string.h>

static const char page[] = "gallery/index.html";

/* Of the verifier's codes, by their hundreds. */
static const struct {
    const char *prefix, *title;
} groups[] = {
    {"VRF00", "Pool"},
    {"VRF01", "IRQL"},
    {"VRF02", "Locks"},
    {"VRF03", "IRPs"},
    {"VRF04", "Objects of the system"},
    {"VRF05", "Objects of the framework"},
    {"VRF06", "Races and deadlocks"},
    {"VRF07", "When something else goes wrong"},
    {"VRF08", "What a driver leaves behind"},
    {"VRF09", "Variables"},
    {"VRF10", "Memory of programs"},
};

const char *gallery_about(struct site *s, const char *source)
{
    struct bytes text;
    if (!file_read(path_join(s->a, s->source, source), s->a, &text, s->d))
        return "";
    const char *begin = (const char *)text.data, *end = strstr(begin, "*/");
    if (strncmp(begin, "/*", 2) != 0 || !end)
        return "";
    char *about = arena_trimmed(s->a, begin + 2, (size_t)(end - begin - 2)), *to = about;
    for (const char *from = about; *from; from++)
        if (*from != '\n')
            *to++ = *from;
        else
            from += strspn(from + 1, " *") - (from[1] == ' ' ? 1 : 0);
    *to = 0;
    return about;
}

const char *gallery_title(struct site *s, const char *name)
{
    char *title = arena_string(s->a, name);
    for (char *p = title; *p; p++)
        *p = *p == '_' ? ' ' : *p;
    return prose_title(s, title);
}

void gallery_page(struct site *s, const char *path, const char *title, const char *about, const char *of,
                  const struct text *body)
{
    struct text whole = {0}, eyebrow = {0};
    link_begin(&eyebrow, path, page, NULL);
    text_format(&eyebrow, "Findings</a> / <code>%s</code>", of);
    text_put(&whole, "<p class=\"lead\">");
    prose_put(s, &whole, about, strlen(about), path);
    text_put(&whole, "</p>\n");
    text_add(&whole, body->data, body->size);
    page_write(s,
               &(struct page){.path = path,
                              .title = title,
                              .about = about,
                              .part = PART_GALLERY,
                              .kind = "gallery",
                              .eyebrow = eyebrow.data},
               &whole);
    text_free(&whole);
    text_free(&eyebrow);
}

void gallery_find(struct site *s)
{
    s->gallery = arena_alloc(s->a, sizeof *s->gallery);
    if (!s->found)
        return;
    exhibits_find(s);
    sheets_find(s);
}

static void put_link(struct text *out, const char *from, const char *to, const char *text, size_t *count)
{
    text_put(out, (*count)++ ? ", " : "<p class=\"seen-in\">Seen in the gallery: ");
    link_begin(out, from, to, NULL);
    html_text(out, text);
    text_put(out, "</a>");
}

void gallery_put_links(struct site *s, struct text *out, const char *code, const char *from)
{
    const struct gallery *g = s->gallery;
    size_t count = 0;
    for (size_t i = 0; i < g->exhibit_count; i++) {
        bool has = false;
        for (size_t k = 0; k < g->exhibits[i].count; k++)
            has |= strcmp(g->exhibits[i].findings[k]->code, code) == 0;
        if (has)
            put_link(out, from, g->exhibits[i].page, g->exhibits[i].name, &count);
    }
    for (size_t i = 0; i < g->sheet_count; i++)
        for (size_t k = 0; k < g->sheets[i].count; k++)
            if (strcmp(g->sheets[i].cards[k].code, code) == 0) {
                put_link(out, from, g->sheets[i].page, g->sheets[i].title, &count);
                break;
            }
    text_put(out, count ? "</p>\n" : "");
}

/* The timeline, small; the page of the exhibit has it to be read. */
static void put_thumb(struct site *s, struct text *out, const struct exhibit *x)
{
    const struct report_finding *finding = x->findings[0];
    if (!finding->moment_count && !finding->switch_count)
        return;
    text_put(out, "<div class=\"thumb\" inert>");
    if (finding->moment_count)
        page_picture(out, finding, s->a);
    else
        page_schedule(out, x->report, finding, s->a);
    text_put(out, "</div>");
}

static void put_exhibit(struct site *s, struct text *out, const struct exhibit *x)
{
    text_put(out, "<li>");
    put_thumb(s, out, x);
    link_begin(out, page, x->page, NULL);
    text_format(out, "<span class=\"code\">%s</span><b>", x->findings[0]->code);
    html_text(out, x->title);
    text_put(out, "</b><span>");
    html_text(out, x->about);
    text_put(out, "</span></a></li>\n");
}

static void put_group(struct site *s, struct text *out, struct text *here, size_t group)
{
    const struct gallery *g = s->gallery;
    bool any = false;
    for (size_t i = 0; i < g->exhibit_count; i++) {
        const struct exhibit *x = &g->exhibits[i];
        if (strncmp(x->findings[0]->code, groups[group].prefix, strlen(groups[group].prefix)) != 0)
            continue;
        if (!any) {
            text_format(out, "<h2 id=\"%s\">%s</h2>\n<ul class=\"exhibits\">\n", groups[group].prefix,
                        groups[group].title);
            text_format(here, "<a href=\"#%s\">%s</a>", groups[group].prefix, groups[group].title);
        }
        any = true;
        put_exhibit(s, out, x);
    }
    text_put(out, any ? "</ul>\n" : "");
}

static void put_sheets(struct site *s, struct text *out)
{
    const struct gallery *g = s->gallery;
    text_put(out, "<h2 id=\"check\">Without running it: cwdk check</h2>\n<ul class=\"cards\">\n");
    for (size_t i = 0; i < g->sheet_count; i++) {
        const struct sheet *x = &g->sheets[i];
        text_put(out, "<li>");
        link_begin(out, page, x->page, NULL);
        text_format(out, "<b>%s <small>%zu</small></b><span>", x->title, x->count);
        html_text(out, x->about);
        text_put(out, "</span></a></li>\n");
    }
    text_put(out, "</ul>\n");
}

static void write_index(struct site *s)
{
    const struct gallery *g = s->gallery;
    struct text list = {0}, here = {0}, body = {0};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        put_group(s, &list, &here, i);
    if (g->sheet_count) {
        put_sheets(s, &list);
        text_put(&here, "<a href=\"#check\">cwdk check</a>");
    }
    if (g->exhibit_count)
        text_format(&body,
                    "<p class=\"lead\">%zu small drivers, each with one mistake and a twin without. They were built, "
                    "loaded into the simulated kernel and run; this is what the verifier said, with the line, the "
                    "stacks and the timeline.</p>\n",
                    g->exhibit_count);
    else
        text_put(&body, "<p class=\"lead\">This copy of the site was made without running the drivers of the "
                        "gallery.</p>\n");
    if (here.size)
        text_format(&body, "<nav class=\"chips\" aria-label=\"Groups\">%s</nav>\n", here.data);
    text_add(&body, list.size ? list.data : "", list.size);
    page_write(s,
               &(struct page){.path = page,
                              .title = "Findings",
                              .about = "What the kit finds in drivers that are wrong on purpose",
                              .part = PART_GALLERY,
                              .kind = "gallery"},
               &body);
    text_free(&list);
    text_free(&here);
    text_free(&body);
}

void gallery_write(struct site *s)
{
    struct gallery *g = s->gallery;
    for (size_t i = 0; i < g->exhibit_count; i++)
        exhibit_write(s, &g->exhibits[i]);
    for (size_t i = 0; i < g->sheet_count; i++)
        sheet_write(s, &g->sheets[i]);
    write_index(s);
    for (size_t i = 0; i < g->sheet_count; i++)
        free(g->sheets[i].cards);
    free(g->sheets);
    free(g->exhibits);
}
