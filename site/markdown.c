/* Markdown by cmark-gfm, with what a site adds: anchors, links to its own pages, coloured code. */
#include "site.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_HEADINGS = 256, SLUG = 128 };

struct render {
    struct site *s;
    const char *source, *page, *label;
    struct markdown *out;
    const char *slugs[MOST_HEADINGS];
    size_t slug_count;
    const char *section, *anchor; /* of the search, under way */
    struct text said;
};

static bool is_type(cmark_node *node, const char *type)
{
    return strcmp(cmark_node_get_type_string(node), type) == 0;
}

/* The text of a node and all in it. */
static void add_words(cmark_node *node, struct text *out)
{
    const char *words = cmark_node_get_literal(node);
    if (words)
        text_put(out, words);
    if (is_type(node, "softbreak") || is_type(node, "linebreak"))
        text_put(out, " ");
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        add_words(child, out);
        if (is_type(child, "table_cell") || is_type(child, "table_row") || is_type(child, "item") ||
            is_type(child, "table_header"))
            text_put(out, " ");
    }
}

static const char *words_of(struct render *r, cmark_node *node)
{
    struct text words = {0};
    text_put(&words, "");
    add_words(node, &words);
    const char *made = arena_trimmed(r->s->a, words.data, words.size);
    text_free(&words);
    return made;
}

/* As GitHub names the anchor of a heading. */
static const char *slug_of(struct render *r, const char *words)
{
    char slug[SLUG];
    size_t length = 0;
    for (; *words && length < sizeof slug - 1; words++)
        if (isalnum((unsigned char)*words) || *words == '_' || *words == '-')
            slug[length++] = (char)tolower((unsigned char)*words);
        else if (*words == ' ')
            slug[length++] = '-';
    slug[length] = 0;
    size_t again = 0;
    for (size_t i = 0; i < r->slug_count; i++)
        again += strcmp(r->slugs[i], slug) == 0;
    const char *made = arena_string(r->s->a, slug);
    if (r->slug_count < MOST_HEADINGS)
        r->slugs[r->slug_count++] = made;
    return again ? arena_format(r->s->a, "%s-%zu", made, again) : made;
}

static cmark_node *custom(const char *before, const char *after)
{
    cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    if (!node || !cmark_node_set_on_enter(node, before) || !cmark_node_set_on_exit(node, after))
        memory_exhausted();
    return node;
}

static cmark_node *literal(cmark_node_type type, const char *text)
{
    cmark_node *node = cmark_node_new(type);
    if (!node || !cmark_node_set_literal(node, text))
        memory_exhausted();
    return node;
}

static void replace(struct render *r, cmark_node *node, cmark_node *by)
{
    if (!cmark_node_replace(node, by)) {
        diag_error(r->s->d, NULL, diag_in_file(r->source), "something that the site has for %s has no place in it",
                   cmark_node_get_type_string(node));
        cmark_node_free(by);
        return;
    }
    cmark_node_free(node);
}

/* --- sections of the search --- */

static void end_section(struct render *r)
{
    if (r->label && r->section)
        search_add(r->s,
                   *r->anchor ? arena_format(r->s->a, "%s#%s", r->page, r->anchor) : arena_string(r->s->a, r->page),
                   r->section, r->label, r->said.size ? r->said.data : "");
    text_clear(&r->said);
}

/* --- nodes --- */

static void put_heading(struct render *r, cmark_node *node)
{
    const int level = cmark_node_get_heading_level(node);
    const char *words = words_of(r, node);
    if (!r->out->title) {
        r->out->title = words;
        r->section = words;
        r->anchor = "";
        cmark_node_unlink(node);
        cmark_node_free(node);
        return;
    }
    const char *slug = slug_of(r, words);
    end_section(r);
    r->section = arena_format(r->s->a, "%s: %s", r->out->title, words);
    r->anchor = slug;
    if (level == 2) {
        text_format(&r->out->here, "<li><a href=\"#%s\">", slug);
        html_text(&r->out->here, words);
        text_put(&r->out->here, "</a></li>\n");
    }
    cmark_node *by = custom(
        arena_format(r->s->a, "<h%d id=\"%s\">", level, slug),
        arena_format(r->s->a, "<a class=\"anchor\" href=\"#%s\" aria-label=\"Link to here\">#</a></h%d>", slug, level));
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_first_child(node))
        cmark_node_append_child(by, child);
    replace(r, node, by);
}

static void put_code_block(struct render *r, cmark_node *node)
{
    struct text html = {0};
    const char *info = cmark_node_get_fence_info(node), *text = cmark_node_get_literal(node);
    const char *language = arena_substring(r->s->a, info ? info : "", info ? strcspn(info, " ") : 0);
    text_put(&html, "<pre class=\"block\" tabindex=\"0\"><code>");
    code_put(r->s, &html, language, text ? text : "", r->page);
    text_put(&html, "</code></pre>\n");
    if (r->label)
        text_put(&r->said, text ? text : "");
    replace(r, node, custom(html.data, ""));
    text_free(&html);
}

static void put_code(struct render *r, cmark_node *node)
{
    struct text html = {0};
    const char *word = cmark_node_get_literal(node);
    for (cmark_node *up = cmark_node_parent(node); up; up = cmark_node_parent(up))
        if (is_type(up, "link") || is_type(up, "heading"))
            return;
    code_put_word(r->s, &html, word ? word : "", r->page);
    replace(r, node, literal(CMARK_NODE_HTML_INLINE, html.data)); /* tables take no custom nodes */
    text_free(&html);
}

/* "../a/./b.md" from the folder of "docs/x.md": "a/b.md"; NULL where it leads out of the tree. */
static const char *resolve(struct render *r, const char *to)
{
    const char *slash = strrchr(r->source, '/');
    struct text path = {0};
    text_add(&path, r->source, slash ? (size_t)(slash - r->source) : 0);
    text_put(&path, "");
    bool inside = true;
    while (*to && inside) {
        const size_t length = strcspn(to, "/");
        if (length == 2 && memcmp(to, "..", 2) == 0) {
            const char *last = path.size ? strrchr(path.data, '/') : NULL;
            inside = path.size > 0;
            path.size = last ? (size_t)(last - path.data) : 0;
            text_put(&path, "");
            path.data[path.size] = 0;
        } else if (length && !(length == 1 && *to == '.')) {
            text_put(&path, path.size ? "/" : "");
            text_add(&path, to, length);
        }
        to += length + (to[length] == '/');
    }
    const char *made = inside ? arena_string(r->s->a, path.size ? path.data : "") : NULL;
    text_free(&path);
    return made;
}

static bool is_picture(const char *path)
{
    return strcmp(path_extension(path), ".png") == 0 || strcmp(path_extension(path), ".svg") == 0;
}

/* The page of a source, which may be a folder, a picture or code. */
static const char *target(struct render *r, const char *source)
{
    struct site *s = r->s;
    const char *path = path_join(s->a, s->source, source);
    const char *page = document_page(s, source);
    if (page)
        return page;
    if (path_is_folder(path))
        return document_page(s, path_join(s->a, source, "README.md"));
    if (!path_is_file(path))
        return NULL;
    if (!is_picture(path))
        return document_show(s, source);
    const char *copy = path_join(s->a, s->out, source);
    if (folder_make(path_folder(s->a, copy), s->d))
        file_copy(path, copy, s->d);
    return source;
}

static void put_link(struct render *r, cmark_node *node)
{
    const char *url = cmark_node_get_url(node);
    if (!url || *url == '#' || strstr(url, "://"))
        return;
    const size_t length = strcspn(url, "#");
    const char *source = resolve(r, arena_substring(r->s->a, url, length));
    const char *page = source ? target(r, source) : NULL;
    if (!page) {
        diag_error(r->s->d, NULL, diag_in_file(r->source), "the link to %s leads to nothing that the site has", url);
        return;
    }
    struct text to = {0};
    link_put(&to, r->page, arena_format(r->s->a, "%s%s", page, url + length));
    cmark_node_set_url(node, to.data);
    text_free(&to);
}

static void put_table(cmark_node *node)
{
    cmark_node *around = custom("<div class=\"scroll\" tabindex=\"0\">\n", "</div>\n");
    cmark_node_insert_before(node, around);
    cmark_node_append_child(around, node);
}

/* A comment is for who edits the document, and for its tests. */
static bool is_comment(cmark_node *block)
{
    const char *text = cmark_node_get_literal(block), *end = strstr(text, "-->");
    return strncmp(text, "<!--", strlen("<!--")) == 0 && end &&
           end[strlen("-->") + strspn(end + strlen("-->"), " \n")] == 0;
}

/* The node itself may be replaced; the one after it is known by then. */
static void visit(struct render *r, cmark_node *node)
{
    if (is_type(node, "heading")) {
        for (cmark_node *child = cmark_node_first_child(node), *next; child; child = next) {
            next = cmark_node_next(child);
            visit(r, child);
        }
        put_heading(r, node);
        return;
    }
    for (cmark_node *child = cmark_node_first_child(node), *next; child; child = next) {
        next = cmark_node_next(child);
        if (r->label && cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH) {
            add_words(child, &r->said);
            text_put(&r->said, " ");
        } else if (r->label && is_type(child, "table")) {
            add_words(child, &r->said);
        }
        visit(r, child);
    }
    if (is_type(node, "code_block"))
        put_code_block(r, node);
    else if (is_type(node, "code"))
        put_code(r, node);
    else if (is_type(node, "link") || is_type(node, "image"))
        put_link(r, node);
    else if (is_type(node, "table"))
        put_table(node);
    else if (is_type(node, "html_inline"))
        replace(r, node, literal(CMARK_NODE_TEXT, cmark_node_get_literal(node)));
    else if (is_type(node, "html_block") && is_comment(node))
        cmark_node_free(node);
    else if (is_type(node, "html_block"))
        diag_error(r->s->d, NULL, diag_in_file(r->source), "the document has HTML of its own in line %d",
                   cmark_node_get_start_line(node));
}

void markdown_render(struct site *s, const char *text, size_t size, const char *source, const char *page,
                     const char *label, struct markdown *out)
{
    struct render r = {.s = s, .source = source, .page = page, .label = label, .out = out};
    *out = (struct markdown){0};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_syntax_extension *table = cmark_find_syntax_extension("table");
    if (!parser || !table)
        memory_exhausted();
    cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_feed(parser, text, size);
    cmark_node *document = cmark_parser_finish(parser);
    visit(&r, document);
    end_section(&r);
    /* HTML is what this file has put there; visit has left none of a document's own */
    char *html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
    text_put(&out->html, html);
    free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
    text_free(&r.said);
    if (!out->title)
        out->title = page;
}

void markdown_free(struct markdown *m)
{
    text_free(&m->html);
    text_free(&m->here);
}
