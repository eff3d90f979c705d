/* What the search of the site looks through: a script, since a page that lies on a disk may load nothing else. */
#include "site.h"
#include "cwdk/host/file.h"

#include <string.h>

/* Space is one blank. */
static void put_words(struct text *out, const char *text)
{
    struct text words = {0};
    text_put(&words, "");
    while (*text) {
        const size_t space = strspn(text, " \t\r\n"), length = strcspn(text + space, " \t\r\n");
        if (words.size && length)
            text_put(&words, " ");
        text_add(&words, text + space, length);
        text += space + length;
    }
    text_put_json_string(out, words.data);
    text_free(&words);
}

void search_add(struct site *s, const char *url, const char *title, const char *label, const char *text)
{
    text_put(&s->index, s->index.size ? ",\n[" : "[");
    text_put_json_string(&s->index, url);
    text_put(&s->index, ",");
    text_put_json_string(&s->index, title);
    text_put(&s->index, ",");
    text_put_json_string(&s->index, label);
    text_put(&s->index, ",");
    put_words(&s->index, text);
    text_put(&s->index, "]");
}

static void write_script(struct site *s, const char *name, const char *call, const struct text *content)
{
    struct text script = {0};
    text_format(&script, "%s([\n", call);
    text_add(&script, content->size ? content->data : "", content->size);
    text_put(&script, "\n]);\n");
    file_write_if_changed(path_join(s->a, s->out, name), script.data, script.size, 0644, s->d);
    text_free(&script);
}

/* The kinds by a letter each; those that begin alike have another. */
static char letter_of(const char *kind)
{
    return strcmp(kind, "enumerator") == 0 ? 'n' : strcmp(kind, "callback") == 0 ? 'b' : *kind;
}

/* The names of the headers, a record a header: its name, and its names one a line, each preceded by a letter for its
 * kind and followed by the page that tells about it, where that has another name, or by "#", where it has none of its
 * own. */
static void write_names(struct site *s)
{
    struct text content = {0}, *lists;
    const struct reference *r = &s->names;
    const char **headers = arena_array(s->a, r->count + 1, sizeof *headers);
    size_t count = 0;
    lists = arena_array(s->a, r->count + 1, sizeof *lists);
    for (size_t i = 0; i < r->count; i++) {
        const struct reference_name *n = &r->names[i];
        size_t h = 0;
        while (h < count && strcmp(headers[h], n->header) != 0)
            h++;
        if (h == count)
            headers[count++] = n->header;
        text_format(&lists[h], "%s%c%s", lists[h].size ? "\n" : "", letter_of(n->kind), n->name);
        if (!*n->page)
            text_put(&lists[h], "\t#");
        else if (strcmp(n->page, n->name) != 0)
            text_format(&lists[h], "\t%s", n->page);
    }
    for (size_t h = 0; h < count; h++) {
        text_put(&content, h ? ",\n[" : "[");
        text_put_json_string(&content, headers[h]);
        text_put(&content, ",");
        text_put_json_string(&content, lists[h].data);
        text_put(&content, "]");
        text_free(&lists[h]);
    }
    write_script(s, "assets/search-names.js", "siteNames", &content);
    text_free(&content);
}

void search_write(struct site *s)
{
    write_script(s, "assets/search-pages.js", "sitePages", &s->index);
    write_names(s);
}
