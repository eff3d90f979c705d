/* Reading the list of names and the pages. */
#include "cwdk/reference/reference.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool read_part(const char *home, const char *name, struct arena *a, struct bytes *content, struct diag *d)
{
    struct diag unread = {0};
    const char *path = path_join(a, home, name);
    const bool ok = file_read(path, a, content, &unread);
    diag_free(&unread);
    if (ok)
        return true;
    diag_error(d, CODE_ENV0004, diag_in_file(path), "the kit's list of names is missing");
    diag_help(d, "install the kit as a whole: cmake --install build, or run build/bin/cwdk where it was built");
    return false;
}

/* The next field of a line, which ends at `end`; the separator becomes its NUL. */
static const char *field(char **p, char *end)
{
    char *from = *p, *stop = memchr(from, '\t', (size_t)(end - from));
    stop = stop ? stop : end;
    *stop = 0;
    *p = stop < end ? stop + 1 : end;
    return from;
}

bool reference_load(struct reference *r, const char *home, struct arena *a, struct diag *d)
{
    struct bytes content;
    *r = (struct reference){0};
    if (!read_part(home, "sdk/names.tsv", a, &content, d))
        return false;
    char *p = (char *)content.data, *end = p + content.size;
    size_t lines = 0;
    for (const char *q = p; q < end; q++)
        lines += *q == '\n';
    r->names = arena_array(a, lines + 1, sizeof *r->names);
    while (p < end) {
        char *stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop)
            break;
        struct reference_name *n = &r->names[r->count++];
        n->name = field(&p, stop);
        n->kind = field(&p, stop);
        n->header = field(&p, stop);
        n->page = field(&p, stop);
        n->text = field(&p, stop);
        p = stop + 1;
    }
    return true;
}

static int compare(const void *key, const void *entry)
{
    return strcmp(key, ((const struct reference_name *)entry)->name);
}

const struct reference_name *reference_find(const struct reference *r, const char *name)
{
    const struct reference_name *found = r->count ? bsearch(name, r->names, r->count, sizeof *r->names, compare) : NULL;
    if (found)
        return found;
    for (size_t i = 0; i < r->count; i++)
        if (!strcasecmp(r->names[i].name, name)) {
            if (found)
                return NULL;
            found = &r->names[i];
        }
    return found;
}

const char *reference_page(const char *home, const char *page, struct arena *a, struct diag *d)
{
    struct bytes content;
    if (!read_part(home, "sdk/reference.txt", a, &content, d))
        return NULL;
    const char *head = arena_format(a, "\f%s\n", page), *all = (const char *)content.data;
    const char *found = memmem(all, content.size, head, strlen(head));
    if (!found) {
        diag_error(d, CODE_ENV0004, diag_nowhere(), "the kit's reference has no page %s", page);
        diag_help(d, "its two parts, names.tsv and reference.txt, are of different builds: install the kit as a whole");
        return NULL;
    }
    found += strlen(head);
    const char *end = memchr(found, '\f', content.size - (size_t)(found - all));
    return arena_substring(a, found, end ? (size_t)(end - found) : content.size - (size_t)(found - all));
}
