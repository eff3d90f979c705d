/* The documents: each Markdown file of the tree a page, the examples with their sources. */
#include "site.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <stdlib.h>
#include <string.h>

/* The order and the short names of the bar at the side. A document that is not here comes last, under its own title. */
static const struct {
    const char *group, *source, *title;
} order[] = {
    {"Begin", "docs/README.md", "All documents"},
    {"Begin", "docs/install.md", "Install"},
    {"Begin", "docs/commands.md", "Commands"},
    {"Begin", "docs/manifest.md", "Manifest and projects"},
    {"Begin", "docs/guide/README.md", "From raw to safe"},
    {"Begin", "docs/guide/rules.md", "Rust's rules in C"},
    {"Build", "docs/build.md", "Building"},
    {"Build", "docs/inf.md", "INF files"},
    {"Build", "docs/catalog.md", "Catalogs"},
    {"Build", "docs/signing.md", "Signing"},
    {"Build", "docs/verify.md", "Verifying packages"},
    {"Build", "docs/inspect.md", "Looking at files"},
    {"Build", "docs/generated.md", "Messages, manifests, MOF"},
    {"Build", "docs/wpp.md", "WPP tracing"},
    {"Build", "docs/tracelogging.md", "TraceLogging"},
    {"Build", "docs/runtime.md", "The runtime"},
    {"Build", "docs/rust.md", "Drivers in Rust"},
    {"Check and test", "docs/check.md", "Checking"},
    {"Check and test", "docs/testing.md", "Testing"},
    {"Check and test", "docs/verifier.md", "The verifier"},
    {"Check and test", "docs/report.md", "Reports and shards"},
    {"Check and test", "docs/fuzz.md", "Fuzzing"},
    {"Check and test", "docs/simulator.md", "The simulator"},
    {"Check and test", "docs/found.md", "What was found"},
    {"Ship", "docs/deploy.md", "Deploying"},
    {"Ship", "docs/submit.md", "Submission"},
    {"Ship", "docs/sbom.md", "Bills of materials"},
    {"Headers", "docs/wdk-sys.md", "The kernel's interface"},
    {"Headers", "docs/wdf.md", "The frameworks"},
    {"Headers", "docs/safe.md", "The safe layer"},
    {"Headers", "docs/usb.md", "USB and small buses"},
    {"Headers", "docs/streaming.md", "Streaming"},
    {"Headers", "docs/acx.md", "ACX audio"},
    {"Headers", "docs/sensors.md", "Sensors, NFC"},
    {"Headers", "docs/display.md", "Display"},
    {"Project", "docs/architecture.md", "Architecture"},
    {"Project", "docs/compat.md", "Drivers of others"},
    {"Project", "docs/wine.md", "Wine as a witness"},
    {"Project", "docs/website.md", "This site"},
    {"Project", "docs/limits.md", "Limits"},
    {"Project", "CONTRIBUTING.md", "Contributing"},
};
static const char more[] = "More", examples[] = "Examples";

/* "docs/check.md" becomes "docs/check.html", the README of a folder its index. */
static const char *page_of(struct site *s, const char *source)
{
    const size_t length = strlen(source) - strlen(".md"), readme = strlen("README");
    const bool index = length >= readme && memcmp(source + length - readme, "README", readme) == 0;
    return arena_format(s->a, "%.*s%s.html", (int)(index ? length - readme : length), source, index ? "index" : "");
}

static void add(struct site *s, const char *source, const char *group, const char *title)
{
    for (size_t i = 0; i < s->document_count; i++)
        if (strcmp(s->documents[i].source, source) == 0)
            return;
    if (!path_is_file(path_join(s->a, s->source, source)))
        return;
    s->documents = memory_resize(s->documents, s->document_count + 1, sizeof *s->documents);
    s->documents[s->document_count++] = (struct site_document){source, page_of(s, source), group, title};
}

/* The heading of a Markdown file, plain. */
static const char *heading_of(struct site *s, const char *source)
{
    struct bytes text;
    if (!file_read(path_join(s->a, s->source, source), s->a, &text, s->d))
        return source;
    const char *line = (const char *)text.data;
    if (strncmp(line, "# ", 2) != 0) {
        diag_error(s->d, NULL, diag_in_file(source), "the document does not begin with a heading");
        return source;
    }
    char *heading = arena_substring(s->a, line + 2, strcspn(line + 2, "\n")), *to = heading;
    for (const char *from = heading; *from; from++)
        if (*from != '`')
            *to++ = *from;
    *to = 0;
    return heading;
}

static void add_folder(struct site *s, const char *folder, const char *group)
{
    char **names = folder_list(path_join(s->a, s->source, folder), s->a, NULL, s->d);
    for (; names && *names; names++) {
        const char *source = path_join(s->a, folder, *names);
        if (strcmp(path_extension(*names), ".md") == 0)
            add(s, source, group, heading_of(s, source));
        else if (group == examples && path_is_folder(path_join(s->a, s->source, source)))
            add(s, path_join(s->a, source, "README.md"), group, *names);
    }
}

void documents_find(struct site *s)
{
    add(s, "README.md", NULL, "windows-drivers-c");
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        add(s, order[i].source, order[i].group, order[i].title);
    add_folder(s, "docs", more);
    add_folder(s, "docs/guide", more);
    add(s, "examples/README.md", examples, "All examples");
    add_folder(s, "examples", examples);
}

const char *document_page(struct site *s, const char *source)
{
    for (size_t i = 0; i < s->document_count; i++)
        if (strcmp(s->documents[i].source, source) == 0)
            return s->documents[i].page;
    return NULL;
}

const char *document_show(struct site *s, const char *source)
{
    size_t i = 0;
    while (i < s->shown_count && strcmp(s->shown[i], source) != 0)
        i++;
    if (i == s->shown_count) {
        s->shown = memory_resize(s->shown, s->shown_count + 1, sizeof *s->shown);
        s->shown[s->shown_count++] = arena_string(s->a, source);
    }
    return arena_format(s->a, "%s.html", source);
}

static void put_side(struct site *s, const char *page, struct text *out)
{
    const char *group = NULL;
    for (size_t i = 0; i < s->document_count; i++) {
        const struct site_document *x = &s->documents[i];
        if (!x->group)
            continue;
        if (x->group != group)
            text_format(out, "%s<h2>%s</h2><ul>\n", group ? "</ul>" : "", x->group);
        group = x->group;
        text_put(out, "<li>");
        link_begin(out, page, x->page, strcmp(x->page, page) == 0 ? "on" : NULL);
        html_text(out, x->title);
        text_put(out, "</a></li>\n");
    }
    text_put(out, group ? "</ul>\n" : "");
}

static const char *language_of(const char *path)
{
    const char *extension = path_extension(path);
    return strcmp(extension, ".c") == 0 || strcmp(extension, ".h") == 0 ? "c" : "";
}

static void write_source(struct site *s, const char *source)
{
    struct bytes text;
    struct text body = {0}, side = {0};
    const char *page = arena_format(s->a, "%s.html", source);
    if (!file_read(path_join(s->a, s->source, source), s->a, &text, s->d))
        return;
    put_side(s, page, &side);
    text_put(&body, "<pre class=\"block whole\" tabindex=\"0\"><code>");
    code_put(s, &body, language_of(source), (const char *)text.data, page);
    text_put(&body, "</code></pre>\n");
    page_write(s, &(struct page){.path = page, .title = source, .part = PART_GUIDE, .kind = "guide", .side = &side},
               &body);
    text_free(&body);
    text_free(&side);
}

static bool is_shown(const char *name)
{
    static const char *const shown[] = {".c", ".h", ".inx", ".yaml", ".rs", ".toml"};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (strcmp(path_extension(name), shown[i]) == 0)
            return true;
    return false;
}

/* The files of an example and of the folders in it, with links to what is in them. `below` is the folder's path from
 * the example, with a slash at its end, or "". */
static void put_files(struct site *s, const char *example, const char *below, const char *page, struct text *out)
{
    const char *folder = path_join(s->a, s->source, arena_format(s->a, "%s/%s", example, below));
    char **names = folder_list(folder, s->a, NULL, s->d);
    for (; names && *names; names++) {
        const char *path = path_join(s->a, folder, *names), *name = arena_format(s->a, "%s%s", below, *names);
        if (path_is_folder(path) && strcmp(*names, "target") != 0 && **names != '.') {
            put_files(s, example, arena_format(s->a, "%s/", name), page, out);
        } else if (path_is_file(path) && is_shown(*names)) {
            text_put(out, "<li>");
            link_begin(out, page, document_show(s, arena_format(s->a, "%s/%s", example, name)), NULL);
            html_text(out, name);
            text_put(out, "</a></li>\n");
        }
    }
}

static void write_document(struct site *s, const struct site_document *x)
{
    struct bytes text;
    struct markdown m;
    struct text side = {0};
    if (!file_read(path_join(s->a, s->source, x->source), s->a, &text, s->d))
        return;
    markdown_render(s, (const char *)text.data, text.size, x->source, x->page,
                    x->group == examples ? "Example" : "Guide", &m);
    if (x->group == examples && strcmp(x->source, "examples/README.md") != 0) {
        text_put(&m.html, "<h2 id=\"files\">Files</h2>\n<ul class=\"names\">\n");
        put_files(s, path_folder(s->a, x->source), "", x->page, &m.html);
        text_put(&m.html, "</ul>\n");
    }
    put_side(s, x->page, &side);
    page_write(s,
               &(struct page){.path = x->page,
                              .title = m.title,
                              .part = PART_GUIDE,
                              .kind = "guide",
                              .side = &side,
                              .here = &m.here,
                              .eyebrow = x->group},
               &m.html);
    text_free(&side);
    markdown_free(&m);
}

void documents_write(struct site *s)
{

    for (size_t i = 0; i < s->document_count; i++)
        if (s->documents[i].group)
            write_document(s, &s->documents[i]);
    for (size_t i = 0; i < s->shown_count; i++)
        write_source(s, s->shown[i]);
}
