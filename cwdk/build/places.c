/*
 * Where a message points: the steps run in the root of the projects, and the INF that they check is a stamped copy. The
 * person who reads the message stands elsewhere and edits the INX.
 */
#include "cwdk/build/places.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const char *places_prefix(struct arena *a, const char *root)
{
    const char *here = path_absolute(a, ".");
    const size_t length = here ? strlen(here) : 0;
    if (here && !strcmp(here, root))
        return "";
    if (here && !strncmp(here, root, length) && (root[length] == '/' || length == 1))
        return arena_format(a, "%s/", root + length + (length > 1));
    return arena_format(a, "%s%s", root, root[1] ? "/" : "");
}

const char *places_from_here(const struct plan *plan, const char *path)
{
    return *path == '/' ? path : arena_format(plan->arena, "%s%s", plan->prefix, path);
}

/* What is left of a text, from the start of a line on. UTF-16 is cut at the same bytes in both files, so it compares
 * as well. */
struct lines {
    const uint8_t *data;
    size_t size;
};

static size_t line_length(struct lines text)
{
    const uint8_t *end = text.size ? memchr(text.data, '\n', text.size) : NULL;
    return end ? (size_t)(end - text.data) + 1 : text.size;
}

static bool same_line(struct lines one, struct lines other)
{
    const size_t length = line_length(one);
    return length == line_length(other) && !memcmp(one.data, other.data, length);
}

static struct lines next_line(struct lines text)
{
    const size_t length = line_length(text);
    return (struct lines){text.data + length, text.size - length};
}

/* Whether the line of the INX comes a few lines later in the INF: then those before it were added. */
static bool comes_later(struct lines inx, struct lines inf)
{
    for (int i = 0; i < 4 && inf.size; i++) {
        inf = next_line(inf);
        if (same_line(inx, inf))
            return true;
    }
    return false;
}

/* The line of the INX that became line `wanted` of the INF: the stamp changes lines and adds some, and takes none away.
 * `unchanged` tells whether columns hold, too. */
static unsigned long source_line(struct lines inx, struct lines inf, unsigned long wanted, bool *unchanged)
{
    unsigned long from = 1;
    for (unsigned long to = 1; to < wanted && inf.size && inx.size; to++) {
        if (same_line(inx, inf) || !comes_later(inx, inf)) {
            inx = next_line(inx);
            from++;
        }
        inf = next_line(inf);
    }
    *unchanged = same_line(inx, inf);
    return from;
}

static const struct unit *unit_of_staged_inf(const struct plan *plan, const char *path)
{
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        const size_t length = unit->inf ? strlen(unit->stage_folder) : 0;
        if (length && !strncmp(path, unit->stage_folder, length) && path[length] == '/' &&
            !strcmp(path + length + 1, path_name(unit->inf)))
            return unit;
    }
    return NULL;
}

/* "33:7" behind the name of the INF: where that is in the INX. */
static const char *inx_place(const struct plan *plan, const struct unit *unit, const char *rest)
{
    struct arena *a = plan->arena;
    const char *source = unit->project->infs[0], *name = places_from_here(plan, plan_relative(plan, source));
    struct bytes inx, inf;
    struct diag unread = {0};
    const bool read =
        file_read(source, a, &inx, &unread) &&
        file_read(path_join(a, plan->root, path_join(a, unit->stage_folder, path_name(unit->inf))), a, &inf, &unread);
    diag_free(&unread);
    char *end;
    const unsigned long line = *rest == ':' ? strtoul(rest + 1, &end, 10) : 0;
    if (!read || !line)
        return arena_format(a, "%s%s", name, rest);
    bool unchanged;
    const unsigned long from =
        source_line((struct lines){inx.data, inx.size}, (struct lines){inf.data, inf.size}, line, &unchanged);
    if (!unchanged && *end == ':' && isdigit((unsigned char)end[1]))
        strtoul(end + 1, &end, 10);
    return arena_format(a, "%s:%lu%s", name, from, end);
}

/* Past spaces and the escape sequences of colours. */
static const char *skip_blank(const char *p)
{
    for (;;) {
        p += strspn(p, " ");
        if (p[0] != '\033' || p[1] != '[')
            return p;
        p += 2;
        p += strcspn(p, "ABCDEFGHJKSTfmsu");
        p += *p != 0;
    }
}

/* Past what clang, lld and cwdk put before the name of a file. */
static const char *skip_lead(const char *line)
{
    static const char *const leads[] = {
        "In file included from ", "from ", "--> ", "::: ", ">>> referenced by ", ">>> "};
    const char *p = skip_blank(line);
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (!strncmp(p, leads[i], strlen(leads[i])))
            return skip_blank(p + strlen(leads[i]));
    return p;
}

/* Messages that name the folder where a package is assembled mean the package. */
static const char *name_package(const struct plan *plan, const char *line)
{
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        const char *found = unit->stage_folder ? strstr(line, unit->stage_folder) : NULL;
        if (found)
            return arena_format(plan->arena, "%.*s%s%s", (int)(found - line), line,
                                places_from_here(plan, unit->package_folder), found + strlen(unit->stage_folder));
    }
    return line;
}

const char *places_rewrite(const struct plan *plan, const char *line)
{
    struct arena *a = plan->arena;
    const char *start = skip_lead(line);
    const size_t length = strcspn(start, ":");
    const bool is_place = start[length] || strstr(line, "--> ") || strstr(line, "::: ");
    const char *path = arena_substring(a, start, length);
    if (!length || *path == '/' || !is_place || !path_is_file(path_join(a, plan->root, path)))
        return name_package(plan, line);
    const struct unit *unit = unit_of_staged_inf(plan, path);
    return arena_format(a, "%.*s%s", (int)(start - line), line,
                        unit ? inx_place(plan, unit, start + length) : places_from_here(plan, start));
}
