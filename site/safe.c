/* The headers of the safe layer: what they say of themselves, their names, their text. */
#include "site.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct safe_name {
    const char *name, *page; /* with its anchor */
    bool placed;             /* the anchor is on the page */
};

struct safe_header {
    const char *title, *page, *text;
};

/* How many letters the word has that `text` begins with. */
static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || text[length] == '_')
        length++;
    return length;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Names that end in an underscore are behind the scenes; those that end in H keep a header from being read twice. */
static bool is_name(const char *word, size_t length)
{
    return (begins(word, "WDK_") || begins(word, "wdk_")) && length > strlen("WDK_") && word[length - 1] != '_' &&
           !(word[length - 1] == 'H' && word[length - 2] == '_');
}

/* The name that a line declares: a macro, a function or a structure; NULL for none. */
static const char *declared(const char *line, size_t *length)
{
    static const char *const heads[] = {"#define ", "typedef struct ", "struct ", "enum "};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        const char *word = line + strlen(heads[i]);
        if (begins(line, heads[i]) && is_name(word, *length = word_length(word)) && (i == 0 || word[*length] == ' '))
            return word;
    }
    if (!begins(line, "WDK_INLINE "))
        return NULL;
    for (const char *p = line; *p && *p != '\n' && *p != '('; p += *p != '(' && *p != '\n') {
        *length = word_length(p);
        if (p[*length] == '(' && is_name(p, *length) && begins(p, "wdk_"))
            return p;
        p += *length;
        if (*p == '(')
            return NULL;
    }
    return NULL;
}

static const char *next_line(const char *line)
{
    line += strcspn(line, "\n");
    return line + (*line != 0);
}

static struct safe_name *find_name(const struct site *s, const char *name, size_t length)
{
    for (size_t i = 0; i < s->safe_name_count; i++)
        if (strncmp(s->safe_names[i].name, name, length) == 0 && !s->safe_names[i].name[length])
            return &s->safe_names[i];
    return NULL;
}

static void find_header(struct site *s, const char *name)
{
    struct bytes text;
    size_t length = 0;
    if (!file_read(path_join(s->a, s->source, arena_format(s->a, "sdk/include/wdk/%s", name)), s->a, &text, s->d))
        return;
    const struct safe_header x = {arena_format(s->a, "wdk/%s", name), arena_format(s->a, "api/wdk/%s.html", name),
                                  (const char *)text.data};
    s->safe_headers = memory_resize(s->safe_headers, s->safe_header_count + 1, sizeof x);
    s->safe_headers[s->safe_header_count++] = x;
    for (const char *line = x.text; *line; line = next_line(line)) {
        const char *word = declared(line, &length);
        if (!word || find_name(s, word, length))
            continue;
        const char *kept = arena_substring(s->a, word, length);
        s->safe_names = memory_resize(s->safe_names, s->safe_name_count + 1, sizeof *s->safe_names);
        s->safe_names[s->safe_name_count++] =
            (struct safe_name){kept, arena_format(s->a, "%s#%s", x.page, kept), false};
    }
}

static void find_folder(struct site *s, const char *folder)
{
    char **names =
        folder_list(path_join(s->a, s->source, arena_format(s->a, "sdk/include/wdk/%s", folder)), s->a, NULL, s->d);
    for (; names && *names; names++)
        if (strcmp(path_extension(*names), ".h") == 0)
            find_header(s, *folder ? arena_format(s->a, "%s/%s", folder, *names) : *names);
}

void safe_find(struct site *s)
{
    find_folder(s, "");
    find_folder(s, "wdf");
    find_folder(s, "wdm");
}

const char *safe_page(struct site *s, const char *name, size_t length)
{
    const struct safe_name *found = is_name(name, length) ? find_name(s, name, length) : NULL;
    return found ? found->page : NULL;
}

/* --- pages --- */

/* The comment that a header begins with: what it is for, and examples, which are indented. Lines without " * ". */
static const char *comment_of(struct site *s, const char *text)
{
    const char *end = strncmp(text, "/*\n", 3) == 0 ? strstr(text, "*/") : NULL;
    struct text comment = {0};
    text_put(&comment, "");
    for (const char *line = end ? text + 3 : ""; line < end; line++) {
        const size_t length = strcspn(line, "\n");
        const size_t star = strncmp(line, " * ", 3) == 0 ? 3 : strncmp(line, " *", 2) == 0 ? 2 : 0;
        if (line + length >= end)
            break;
        text_add(&comment, line + star, length - star);
        text_put(&comment, "\n");
        line += length;
    }
    const char *made = arena_string(s->a, comment.data);
    text_free(&comment);
    return made;
}

static const char *first_sentence(struct site *s, const char *comment)
{
    const char *stop = strchr(comment, '.'), *paragraph = strstr(comment, "\n\n");
    const char *end = stop && (!paragraph || stop < paragraph) ? stop + 1 : paragraph;
    char *made = arena_substring(s->a, comment, end ? (size_t)(end - comment) : strlen(comment));
    for (char *p = made; *p; p++)
        *p = *p == '\n' ? ' ' : *p;
    return made;
}

/* The names of a header that have their place there. */
static void put_names(struct site *s, const struct safe_header *x, struct text *out)
{
    const size_t length = strlen(x->page);
    bool any = false;
    for (size_t i = 0; i < s->safe_name_count; i++) {
        const struct safe_name *n = &s->safe_names[i];
        if (strncmp(n->page, x->page, length) != 0 || n->page[length] != '#')
            continue;
        text_put(out, any ? "" : "<h2 id=\"names\">Names</h2>\n<ul class=\"names\">\n");
        any = true;
        text_format(out, "<li><a href=\"#%s\">%s</a></li>\n", n->name, n->name);
        search_add(s, n->page, n->name, "Safe layer", "");
    }
    text_put(out, any ? "</ul>\n" : "");
}

/* The text, with a place before each line that declares a name. */
static void put_text(struct site *s, const struct safe_header *x, const char *text, struct text *out)
{
    const char *begin = text;
    size_t length = 0;
    for (const char *line = text; *line; line = next_line(line)) {
        const char *word = declared(line, &length);
        struct safe_name *n = word ? find_name(s, word, length) : NULL;
        if (!n || n->placed || strncmp(n->page, x->page, strlen(x->page)) != 0)
            continue;
        n->placed = true;
        code_put(s, out, "c", arena_substring(s->a, begin, (size_t)(line - begin)), x->page);
        text_format(out, "<span class=\"place\" id=\"%s\"></span>", n->name);
        begin = line;
    }
    code_put(s, out, "c", begin, x->page);
}

static void write_header(struct site *s, const struct safe_header *x, const char *index, struct text *list)
{
    struct text body = {0}, eyebrow = {0};
    const char *comment = comment_of(s, x->text), *rest = *comment ? strstr(x->text, "*/\n") : NULL;
    link_begin(&eyebrow, x->page, index, NULL);
    text_put(&eyebrow, "API</a> / the safe layer");
    prose_put_all(s, &body, comment, x->page);
    put_names(s, x, &body);
    text_put(&body, "<h2 id=\"header\">The header</h2>\n<pre class=\"block whole\" tabindex=\"0\"><code>");
    put_text(s, x, rest ? rest + strlen("*/\n") : x->text, &body);
    text_put(&body, "</code></pre>\n");
    search_add(s, x->page, x->title, "Safe layer", comment);
    page_write(
        s,
        &(struct page){.path = x->page, .title = x->title, .part = PART_API, .kind = "header", .eyebrow = eyebrow.data},
        &body);
    text_put(list, "<dt>");
    link_begin(list, index, x->page, "mono");
    html_text(list, x->title);
    text_put(list, "</a></dt><dd>");
    const char *about = first_sentence(s, comment);
    prose_put(s, list, about, strlen(about), index);
    text_put(list, "</dd>\n");
    text_free(&body);
    text_free(&eyebrow);
}

void safe_write(struct site *s, const char *index, struct text *list)
{
    for (size_t i = 0; i < s->safe_header_count; i++)
        write_header(s, &s->safe_headers[i], index, list);
}
