/*
 * site-links FOLDER: whether the pages of a folder hang together, by libxml2's parser. Each link must lead to a page
 * that is there, and each anchor to an element of it; no page may have an id twice, load anything from elsewhere, or
 * have style or script of its own, which its policy would not let it use; and what the search names must be there, too.
 * Prints what is wrong, a line each; the status is 1 then.
 */
#include "cwdk/host/memory.h"

#include <ftw.h>
#include <jansson.h>
#include <libxml/HTMLparser.h>
#include <search.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct link {
    const char *page, *to;
};

static struct arena memory;
static void *places; /* "docs/check.html", "docs/check.html#rules": what can be linked to */
static struct link *links;
static size_t link_count, link_room, page_count, wrong, root_length;

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void complain(const char *page, const char *what, const char *of)
{
    printf("%s: %s %s\n", page, what, of);
    wrong++;
}

/* False where it was there. */
static bool add_place(const char *place)
{
    const char **node = tsearch(place, &places, compare);
    if (node)
        return *node == place;
    memory_exhausted();
}

static void add_link(const char *page, const char *to)
{
    if (link_count == link_room) {
        link_room = 2 * link_room + 1024;
        links = memory_resize(links, link_room, sizeof *links);
    }
    links[link_count++] = (struct link){page, to};
}

/* "docs/guide/x.html" and "../check.html#rules" make "docs/check.html#rules"; NULL where that leads out of the folder.
 */
static const char *resolved(const char *page, const char *to)
{
    const char *slash = strrchr(page, '/');
    size_t length = slash ? (size_t)(slash - page) + 1 : 0;
    if (*to == '#')
        return arena_format(&memory, "%s%s", page, to);
    for (; strncmp(to, "../", 3) == 0; to += 3) {
        if (!length)
            return NULL;
        for (length--; length && page[length - 1] != '/'; length--)
            ;
    }
    return arena_format(&memory, "%.*s%s", (int)length, page, to);
}

static void look_at_link(const char *page, bool loaded, const char *value)
{
    if (strncmp(value, "https://", strlen("https://")) == 0 && !loaded)
        return;
    const char *to = strcspn(value, ":") < strcspn(value, "/#") ? NULL : resolved(page, value);
    if (to)
        add_link(page, to);
    else
        complain(page, "leads elsewhere:", value);
}

static void look_at_attribute(const char *page, const char *tag, const char *name, const char *value)
{
    if (strcmp(name, "style") == 0 || strncmp(name, "on", 2) == 0)
        complain(page, "has an attribute that its policy forbids:", name);
    if (strcmp(name, "id") == 0 && !add_place(arena_format(&memory, "%s#%s", page, value)))
        complain(page, "has an id twice:", value);
    if (strcmp(name, "href") == 0 || strcmp(name, "src") == 0)
        look_at_link(page, *name == 's' || strcmp(tag, "link") == 0, value);
}

static void look_at(const char *page, const xmlNode *node)
{
    for (; node; node = node->next) {
        const char *tag = (const char *)node->name;
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp(tag, "style") == 0 || (strcmp(tag, "script") == 0 && node->children))
            complain(page, "has a part of its own that its policy forbids:", tag);
        for (const xmlAttr *x = node->properties; x; x = x->next) {
            xmlChar *value = xmlNodeListGetString(node->doc, x->children, 1);
            look_at_attribute(page, tag, (const char *)x->name, value ? (const char *)value : "");
            xmlFree(value);
        }
        look_at(page, node->children);
    }
}

static int visit(const char *path, const struct stat *state, int kind, struct FTW *where)
{
    (void)state;
    (void)where;
    const char *page = arena_string(&memory, path + root_length), *extension = strrchr(page, '.');
    if (kind != FTW_F)
        return 0;
    add_place(page);
    if (!extension || strcmp(extension, ".html") != 0)
        return 0;
    htmlDocPtr document = htmlReadFile(path, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    page_count++;
    if (document)
        look_at(page, xmlDocGetRootElement(document));
    else
        complain(page, "cannot be", "parsed");
    xmlFreeDoc(document);
    return 0;
}

/* --- what the search names --- */

static const char searched[] = "the search";

/* "sitePages([...]);": the list. */
static json_t *list_of(const char *root, const char *name, const char *call)
{
    FILE *file = fopen(arena_format(&memory, "%s/assets/%s", root, name), "r");
    char *text = NULL;
    size_t room = 0;
    const size_t length = strlen(call), around = length + strlen("();\n");
    const ssize_t size = file ? getdelim(&text, &room, 0, file) : -1;
    json_t *list = NULL;
    if (size > (ssize_t)around && strncmp(text, call, length) == 0)
        list = json_loadb(text + length + 1, (size_t)size - around, 0, NULL);
    if (!json_array_size(list))
        complain(name, "is no script that calls", call);
    if (file)
        fclose(file);
    free(text);
    return list;
}

static const char *string_at(const json_t *record, size_t index)
{
    const char *string = json_string_value(json_array_get(record, index));
    return string ? string : "";
}

static void add_records(const char *root)
{
    json_t *list = list_of(root, "search-pages.js", "sitePages");
    for (size_t i = 0; i < json_array_size(list); i++)
        add_link(searched, arena_string(&memory, string_at(json_array_get(list, i), 0)));
    json_decref(list);
}

struct owner {
    const char *name, *header;
};

static int compare_owners(const void *a, const void *b)
{
    return strcmp(((const struct owner *)a)->name, ((const struct owner *)b)->name);
}

/* The names of a header: those that own a page in the first pass, where all of them lead in the second. */
static void add_header(const json_t *record, void **owners, bool owning)
{
    const char *header = arena_string(&memory, string_at(record, 0));
    char *rest = arena_string(&memory, string_at(record, 1)), *line;
    while ((line = strsep(&rest, "\n"))) {
        char *page = *line ? line + 1 : line;
        const char *name = strsep(&page, "\t");
        if (owning && !page) {
            struct owner *owner = arena_alloc(&memory, sizeof *owner);
            *owner = (struct owner){name, header};
            if (!tsearch(owner, owners, compare_owners))
                memory_exhausted();
        }
        if (owning)
            continue;
        const struct owner wanted = {.name = page ? page : name};
        struct owner **owner = tfind(&wanted, owners, compare_owners);
        add_link(searched, page && strcmp(page, "#") == 0
                               ? arena_format(&memory, "api/%s/index.html#%s", header, name)
                               : arena_format(&memory, "api/%s/%s.html", owner ? (*owner)->header : "?", wanted.name));
    }
}

static void keep(void *nothing)
{
    (void)nothing;
}

static void add_names(const char *root)
{
    json_t *list = list_of(root, "search-names.js", "siteNames");
    const size_t count = json_array_size(list);
    void *owners = NULL;
    for (size_t i = 0; i < 2 * count; i++)
        add_header(json_array_get(list, i % count), &owners, i < count);
    tdestroy(owners, keep);
    json_decref(list);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    root_length = strlen(argv[1]) + 1;
    if (nftw(argv[1], visit, 16, FTW_PHYS) != 0) {
        perror(argv[1]);
        return 2;
    }
    add_records(argv[1]);
    add_names(argv[1]);
    for (size_t i = 0; i < link_count; i++)
        if (!tfind(links[i].to, &places, compare))
            complain(links[i].page, "has a dead link:", links[i].to);
    printf("%zu pages, %zu links, %zu wrong\n", page_count, link_count, wrong);
    free(links);
    tdestroy(places, keep);
    arena_free(&memory);
    xmlCleanupParser();
    return wrong ? 1 : 0;
}
