/* The interface: what the kit's headers say about each name, as sdk/reference derives it. */
#include "site.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *kind, *title;
} kinds[] = {
    {"function", "Functions"}, {"callback", "Callbacks"},
    {"struct", "Structures"},  {"union", "Unions"},
    {"enum", "Enumerations"},  {"macro", "Macros"},
    {"type", "Types"},         {"variable", "Variables"},
    {"constant", "Constants"}, {"enumerator", "Values of enumerations"},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct reference_name *find_name(const struct reference *r, const char *name, size_t length)
{
    size_t low = 0, high = r->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const char *other = r->names[middle].name;
        int order = strncmp(name, other, length);
        order = order ? order : -(other[length] != 0);
        if (!order)
            return &r->names[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* "api/wdm.h/IoCreateDevice.html"; a page lies in the folder of the header that its own name is in. What has no page
 * stands in the list of its header. */
static void put_path(struct text *out, const struct reference *r, const struct reference_name *n)
{
    const struct reference_name *owner = *n->page ? find_name(r, n->page, strlen(n->page)) : NULL;
    if (*n->page)
        text_format(out, "api/%s/%s.html", owner ? owner->header : n->header, n->page);
    else
        text_format(out, "api/%s/index.html#%s", n->header, n->name);
}

const char *api_page(struct site *s, const char *name, size_t length)
{
    /* made anew for each: there are millions of them */
    static struct text path;
    const struct reference_name *n = find_name(&s->names, name, length);
    if (!n)
        return NULL;
    text_clear(&path);
    put_path(&path, &s->names, n);
    return path.data;
}

/* --- pages of names --- */

/* The list of parameters under a heading of its own. */
static const char *with_parameters(struct site *s, const char *text, size_t size)
{
    static const char list[] = "\n\n- `";
    const char *page = arena_substring(s->a, text, size), *at = strstr(page, list);
    return at ? arena_format(s->a, "%.*s\n\n#### Parameters%s", (int)(at - page), page, at) : page;
}

/* The page of a name: the Markdown of sdk/reference in the site's frame. */
static void write_name(struct site *s, const char *name, const char *text, size_t size)
{
    const struct reference_name *n = find_name(&s->names, name, strlen(name));
    if (!n || strcmp(n->page, name) != 0) {
        diag_error(s->d, NULL, diag_nowhere(), "the reference has a page of %s, which is none of its names", name);
        return;
    }
    struct markdown m;
    struct text eyebrow = {0};
    const char *path = arena_format(s->a, "api/%s/%s.html", n->header, name);
    const char *page = with_parameters(s, text, size);
    markdown_render(s, page, strlen(page), "api", path, NULL, &m);
    link_begin(&eyebrow, path, "api/index.html", NULL);
    text_put(&eyebrow, "API</a> / ");
    link_begin(&eyebrow, path, arena_format(s->a, "api/%s/index.html", n->header), NULL);
    html_text(&eyebrow, n->header);
    text_format(&eyebrow, "</a> / %s", n->kind);
    page_write(s,
               &(struct page){.path = path,
                              .title = name,
                              .about = arena_format(s->a, "%s of %s", n->kind, n->header),
                              .part = PART_API,
                              .kind = "name",
                              .eyebrow = eyebrow.data},
               &m.html);
    markdown_free(&m);
    text_free(&eyebrow);
}

/* sdk/reference.txt: pages, each preceded by a form feed and its name on a line. */
static void write_names(struct site *s)
{
    struct bytes all;
    if (!file_read(path_join(s->a, s->kit, "sdk/reference.txt"), s->a, &all, s->d))
        return;
    const char *p = (const char *)all.data, *end = p + all.size;
    while (p < end && *p == '\f') {
        const char *line = memchr(p, '\n', (size_t)(end - p));
        if (!line)
            return;
        const char *next = memchr(line, '\f', (size_t)(end - line));
        next = next ? next : end;
        const char *name = arena_substring(s->a, p + 1, (size_t)(line - p - 1));
        write_name(s, name, line + 1, (size_t)(next - line - 1));
        p = next;
    }
}

/* --- pages of headers --- */

static void put_names(struct site *s, struct text *out, struct text *here, const char *header, size_t kind,
                      const char *page)
{
    const struct reference *r = &s->names;
    bool any = false, table = false;
    for (size_t i = 0; i < r->count; i++) {
        const struct reference_name *n = &r->names[i];
        if (strcmp(n->header, header) != 0 || strcmp(n->kind, kinds[kind].kind) != 0)
            continue;
        if (*n->page && strcmp(n->page, n->name) != 0)
            continue; /* another name of the same */
        if (!any) {
            table = !*n->page;
            text_format(out, "<h2 id=\"%s\">%s</h2>\n%s\n", kinds[kind].kind, kinds[kind].title,
                        table ? "<div class=\"scroll\" tabindex=\"0\"><table class=\"values\"><tbody>"
                              : "<ul class=\"names\">");
            text_format(here, "<li><a href=\"#%s\">%s</a></li>\n", kinds[kind].kind, kinds[kind].title);
        }
        any = true;
        if (table) {
            const size_t again = strlen(n->name);
            const char *text =
                strncmp(n->text, n->name, again) == 0 && n->text[again] == ' ' ? n->text + again + 1 : n->text;
            text_format(out, "<tr id=\"%s\"><td><code>%s</code></td><td><code>", n->name, n->name);
            code_put(s, out, "c", *n->page ? "" : text, page);
            text_put(out, "</code></td></tr>\n");
        } else {
            struct text path = {0};
            put_path(&path, r, n);
            text_format(out, "<li%s%s%s>", *n->page ? "" : " id=\"", *n->page ? "" : n->name, *n->page ? "" : "\"");
            link_begin(out, page, path.data, NULL);
            html_text(out, n->name);
            text_put(out, "</a></li>\n");
            text_free(&path);
        }
    }
    if (any)
        text_put(out, table ? "</tbody></table></div>\n" : "</ul>\n");
}

static void write_header(struct site *s, const char *header)
{
    struct text body = {0}, here = {0}, eyebrow = {0};
    const char *page = arena_format(s->a, "api/%s/index.html", header);
    link_begin(&eyebrow, page, "api/index.html", NULL);
    text_put(&eyebrow, "API</a> / header");
    text_format(&body,
                "<pre class=\"block\" tabindex=\"0\"><code><span class=\"p\">#include</span> <span class=\"s\">"
                "&lt;%s&gt;</span></code></pre>\n",
                header);
    for (size_t k = 0; k < KINDS; k++)
        put_names(s, &body, &here, header, k, page);
    search_add(s, page, header, "Header", "");
    page_write(
        s,
        &(struct page){
            .path = page, .title = header, .part = PART_API, .kind = "header", .here = &here, .eyebrow = eyebrow.data},
        &body);
    text_free(&body);
    text_free(&here);
    text_free(&eyebrow);
}

/* --- the index --- */

static int compare_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char **headers_of(struct site *s, size_t *count)
{
    const struct reference *r = &s->names;
    const char **all = arena_array(s->a, r->count + 1, sizeof *all);
    for (size_t i = 0; i < r->count; i++)
        all[i] = r->names[i].header;
    qsort(all, r->count, sizeof *all, compare_text);
    *count = 0;
    for (size_t i = 0; i < r->count; i++)
        if (!i || strcmp(all[i], all[i - 1]) != 0)
            all[(*count)++] = all[i];
    return all;
}

/* Where most drivers begin. */
static const struct {
    const char *header, *about;
} first[] = {
    {"wdm.h", "The kernel: memory, locks, IRPs, Plug and Play, power"},
    {"ntddk.h", "More of the kernel, for drivers that are no WDM drivers"},
    {"wdf.h", "The frameworks: KMDF and UMDF"},
    {"ntifs.h", "What file systems and filters use"},
    {"ndis.h", "Network adapters and protocols"},
    {"storport.h", "Storage adapters"},
};

static void put_first(struct site *s, struct text *out, const char *page)
{
    text_put(out, "<ul class=\"cards\">\n");
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        size_t count = 0;
        for (size_t k = 0; k < s->names.count; k++)
            count += strcmp(s->names.names[k].header, first[i].header) == 0;
        if (!count)
            continue;
        text_put(out, "<li>");
        link_begin(out, page, arena_format(s->a, "api/%s/index.html", first[i].header), NULL);
        text_format(out, "<b class=\"mono\">%s <small>%zu</small></b><span>%s</span></a></li>\n", first[i].header,
                    count, first[i].about);
    }
    text_put(out, "</ul>\n");
}

void api_write(struct site *s)
{
    struct text body = {0}, list = {0};
    const char *page = "api/index.html";
    size_t count;
    const char **headers = headers_of(s, &count);
    write_names(s);
    for (size_t i = 0; i < count; i++)
        write_header(s, headers[i]);
    safe_write(s, page, &list);
    text_format(
        &body,
        "<p class=\"lead\">%zu,%03zu names of %zu headers: the kernel's interface, the frameworks and the class "
        "extensions, each with its annotations as sentences. <code>cwdk explain NAME</code> shows the same.</p>\n",
        s->names.count / 1000, s->names.count % 1000, count);
    put_first(s, &body, page);
    text_put(&body, "<h2 id=\"headers\">All headers</h2>\n<ul class=\"names headers\">\n");
    for (size_t i = 0; i < count; i++) {
        text_put(&body, "<li>");
        link_begin(&body, page, arena_format(s->a, "api/%s/index.html", headers[i]), NULL);
        html_text(&body, headers[i]);
        text_put(&body, "</a></li>\n");
    }
    text_put(&body, "</ul>\n<h2 id=\"safe-layer\">The safe layer</h2>\n<dl class=\"list\">\n");
    text_add(&body, list.data, list.size);
    text_put(&body, "</dl>\n");
    page_write(s,
               &(struct page){.path = page,
                              .title = "API reference",
                              .about = "The names of the kernel's and the frameworks' headers",
                              .part = PART_API,
                              .kind = "header"},
               &body);
    text_free(&body);
    text_free(&list);
}
