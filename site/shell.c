/* The frame of a page: what is at its top, its sides and its end; and the files that all pages share. */
#include "site.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <string.h>

static const struct {
    const char *name, *page;
} parts[] = {
    [PART_HOME] = {"Home", "index.html"},
    [PART_GUIDE] = {"Guide", "docs/index.html"},
    [PART_COMMANDS] = {"Commands", "commands/index.html"},
    [PART_CODES] = {"Codes", "codes/index.html"},
    [PART_API] = {"API", "api/index.html"},
    [PART_GALLERY] = {"Findings", "gallery/index.html"},
};

void link_put(struct text *out, const char *from, const char *to)
{
    size_t same = 0;
    for (size_t i = 0; from[i] && from[i] == to[i] && from[i] != '#'; i++)
        if (from[i] == '/')
            same = i + 1;
    if (strcspn(to, "#") == strlen(from) && strncmp(from, to, strlen(from)) == 0 && to[strlen(from)]) {
        html_text(out, to + strlen(from));
        return;
    }
    for (const char *p = from + same; (p = strchr(p, '/')); p++)
        text_put(out, "../");
    html_text(out, to + same);
}

void link_begin(struct text *out, const char *from, const char *to, const char *class)
{
    text_put(out, "<a");
    if (class)
        text_format(out, " class=\"%s\"", class);
    text_put(out, " href=\"");
    link_put(out, from, to);
    text_put(out, "\">");
}

/* Everything that a page needs lies beside it: nothing else is loaded, and nothing written into it is run. */
static void put_head(struct text *out, const struct page *page)
{
    text_put(out,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action "
             "'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html_text(out, page->title);
    text_put(out, page->part == PART_HOME ? "</title>\n" : " · windows-drivers-c</title>\n");
    if (page->about) {
        text_put(out, "<meta name=\"description\" content=\"");
        html_text(out, page->about);
        text_put(out, "\">\n");
    }
    static const char *const sheets[] = {"report.css", "site.css"};
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        text_put(out, "<link rel=\"stylesheet\" href=\"");
        link_put(out, page->path, i ? "assets/site.css" : "assets/report.css");
        text_put(out, "\">\n");
    }
    text_put(out, "<link rel=\"icon\" href=\"");
    link_put(out, page->path, "assets/icon.svg");
    text_put(out, "\">\n</head>\n");
}

static void put_bar(struct text *out, const struct page *page)
{
    text_put(out, "<div class=\"bar-top\"><div class=\"bar-in\">\n");
    link_begin(out, page->path, "index.html", "brand");
    text_put(
        out,
        "<svg width=\"22\" height=\"22\" viewBox=\"0 0 22 22\" aria-hidden=\"true\"><rect class=\"pane a\" x=\"1\" "
        "y=\"1\" width=\"9\" height=\"9\" rx=\"2\"/><rect class=\"pane b\" x=\"12\" y=\"1\" width=\"9\" "
        "height=\"9\" rx=\"2\"/><rect class=\"pane b\" x=\"1\" y=\"12\" width=\"9\" height=\"9\" rx=\"2\"/><path "
        "class=\"tick\" d=\"M12.5 16.8l3 3 5.5-7\"/></svg><span>windows-drivers-c</span></a>\n"
        "<nav class=\"parts\" aria-label=\"Parts\">");
    for (size_t i = PART_GUIDE; i < sizeof parts / sizeof *parts; i++) {
        link_begin(out, page->path, parts[i].page, i == page->part ? "on" : NULL);
        text_format(out, "%s</a>", parts[i].name);
    }
    text_put(out,
             "</nav>\n<div class=\"search\" role=\"search\"><input id=\"search\" type=\"search\" autocomplete=\"off\" "
             "spellcheck=\"false\" placeholder=\"Search\" aria-label=\"Search the documentation\" "
             "aria-controls=\"found\"><kbd aria-hidden=\"true\">/</kbd><div id=\"found\" hidden></div></div>\n"
             "</div></div>\n");
}

void page_write(struct site *s, const struct page *page, const struct text *body)
{
    struct text out = {0};
    put_head(&out, page);
    text_format(&out, "<body class=\"%s\" data-root=\"", page->kind);
    for (const char *p = page->path; (p = strchr(p, '/')); p++)
        text_put(&out, "../");
    text_put(&out, "\">\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n");
    put_bar(&out, page);
    text_put(&out, "<div class=\"frame\">\n");
    if (page->side && page->side->size) {
        text_put(&out, "<details class=\"side\" open><summary>Contents</summary><nav aria-label=\"Contents\">\n");
        text_add(&out, page->side->data, page->side->size);
        text_put(&out, "</nav></details>\n");
    }
    text_put(&out, "<main id=\"main\">\n");
    if (page->part != PART_HOME) {
        if (page->eyebrow)
            text_format(&out, "<p class=\"eyebrow\">%s</p>\n", page->eyebrow);
        text_put(&out, "<h1>");
        html_text(&out, page->title);
        text_put(&out, "</h1>\n");
    }
    text_add(&out, body->size ? body->data : "", body->size);
    text_put(&out, "</main>\n");
    if (page->here && page->here->size) {
        text_put(&out, "<nav class=\"here\" aria-label=\"On this page\"><h2>On this page</h2><ul>\n");
        text_add(&out, page->here->data, page->here->size);
        text_put(&out, "</ul></nav>\n");
    }
    text_put(&out, "</div>\n<footer>Windows drivers in C, made and tested on Linux. These pages load nothing from "
                   "elsewhere, and are searched where they lie.</footer>\n<script src=\"");
    link_put(&out, page->path, "assets/site.js");
    text_put(&out, "\"></script>\n</body>\n</html>\n");

    const char *path = path_join(s->a, s->out, page->path);
    if (folder_make(path_folder(s->a, path), s->d))
        file_write_if_changed(path, out.data, out.size, 0644, s->d);
    s->pages++;
    text_free(&out);
}

void shell_assets(struct site *s)
{
    static const char *const files[][2] = {
        {"cwdk/report/page/style.css", "assets/report.css"},
        {"site/assets/site.css", "assets/site.css"},
        {"site/assets/site.js", "assets/site.js"},
        {"site/assets/icon.svg", "assets/icon.svg"},
    };
    if (!folder_make(path_join(s->a, s->out, "assets"), s->d))
        return;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        file_copy(path_join(s->a, s->source, files[i][0]), path_join(s->a, s->out, files[i][1]), s->d);
}
