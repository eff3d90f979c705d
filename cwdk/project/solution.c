/*
 * .sln: a list of projects, which of them a configuration builds and under which configuration of their own.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/paths.h"
#include "cwdk/project/reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SOLUTION_LIMIT ((size_t)4 * 1024 * 1024) /* bytes */
#define ENTRY_LIMIT    2000                      /* projects */

struct entry {
    const char *name, *path, *guid;
    struct diag_place place;
    const char *configuration; /* "Debug|x64" of the project, or NULL: it is not part of this configuration */
    bool built;
    struct list needs; /* identifiers of projects that are built before */
    enum { WAITING, LOADING, LOADED } state;
};

struct solution {
    struct reader *r;
    const char *path, *folder;
    struct entry *entries;
    size_t count;
    struct list configurations;
    const char *wanted; /* "Debug|x64" */
    unsigned line;
    enum { OUTSIDE, IN_PROJECT, IN_DEPENDENCIES, IN_CONFIGURATIONS, IN_MAPPING, IN_OTHER } where;
};

static bool malformed(struct solution *s, const char *what)
{
    return diag_error(s->r->d, CODE_PRJ3010, ((struct diag_place){s->path, s->line, 0}), "%s", what);
}

/* The `index`th text in double quotes, or NULL. */
static char *quoted(struct solution *s, const char *line, unsigned index)
{
    const char *p = line;
    for (;; index--) {
        const char *start = strchr(p, '"'), *end = start ? strchr(start + 1, '"') : NULL;
        if (!end)
            return NULL;
        if (!index)
            return arena_substring(s->r->a, start + 1, (size_t)(end - start - 1));
        p = end + 1;
    }
}

static struct entry *entry_of(struct solution *s, const char *guid)
{
    for (size_t i = 0; i < s->count; i++)
        if (!strcasecmp(s->entries[i].guid, guid))
            return &s->entries[i];
    return NULL;
}

/* Project("{type}") = "name", "path", "{identifier}" */
static bool add_project(struct solution *s, const char *line)
{
    const char *name = quoted(s, line, 1), *path = quoted(s, line, 2), *guid = quoted(s, line, 3);
    if (!guid)
        return malformed(s, "a Project line needs a type, a name, a path and an identifier in quotes");
    if (s->count == ENTRY_LIMIT)
        return malformed(s, "the solution has more than 2000 projects");
    if (!(s->count & (s->count - 1))) {
        struct entry *grown = arena_array(s->r->a, s->count ? s->count * 2 : 1, sizeof *grown);
        if (s->count)
            memcpy(grown, s->entries, s->count * sizeof *grown);
        s->entries = grown;
    }
    s->entries[s->count++] = (struct entry){.name = name, .path = path, .guid = guid, .place = {s->path, s->line, 0}};
    return true;
}

/* key = value, trimmed. False where there is no = in the line. */
static bool assignment(struct solution *s, const char *line, char **key, char **value)
{
    const char *equal = strchr(line, '=');
    if (!equal)
        return false;
    const char *end = equal, *start = equal + 1;
    while (end > line && isspace((unsigned char)end[-1]))
        end--;
    while (isspace((unsigned char)*start))
        start++;
    *key = arena_substring(s->r->a, line, (size_t)(end - line));
    *value = arena_string(s->r->a, start);
    return true;
}

/* {identifier}.Debug|x64.ActiveCfg = Debug|x64, and .Build.0 where it is built. */
static void take_mapping(struct solution *s, const char *key, const char *value)
{
    const char *brace = strchr(key, '}');
    if (!brace || brace[1] != '.')
        return;
    struct entry *e = entry_of(s, arena_substring(s->r->a, key, (size_t)(brace + 1 - key)));
    const char *rest = brace + 2;
    const size_t length = strlen(s->wanted);
    if (!e || strncasecmp(rest, s->wanted, length) != 0)
        return;
    if (!strcasecmp(rest + length, ".ActiveCfg"))
        e->configuration = value;
    else if (!strcasecmp(rest + length, ".Build.0"))
        e->built = true;
}

static bool starts(const char *line, const char *word)
{
    return !strncmp(line, word, strlen(word));
}

static bool take_line(struct solution *s, const char *line)
{
    char *key, *value;
    if (starts(line, "Project(")) {
        s->where = IN_PROJECT;
        return add_project(s, line);
    }
    if (starts(line, "ProjectSection(")) {
        s->where =
            s->where == IN_PROJECT && starts(line, "ProjectSection(ProjectDependencies)") ? IN_DEPENDENCIES : IN_OTHER;
        return true;
    }
    if (starts(line, "GlobalSection(")) {
        s->where = starts(line, "GlobalSection(SolutionConfigurationPlatforms)")  ? IN_CONFIGURATIONS
                   : starts(line, "GlobalSection(ProjectConfigurationPlatforms)") ? IN_MAPPING
                                                                                  : IN_OTHER;
        return true;
    }
    if (starts(line, "EndProjectSection")) {
        s->where = s->count ? IN_PROJECT : OUTSIDE;
        return true;
    }
    if (starts(line, "EndProject") || starts(line, "EndGlobalSection")) {
        s->where = OUTSIDE;
        return true;
    }
    if (s->where < IN_DEPENDENCIES || s->where == IN_OTHER || !assignment(s, line, &key, &value))
        return true;
    if (s->where == IN_DEPENDENCIES)
        list_add(&s->entries[s->count - 1].needs, s->r->a, key);
    else if (s->where == IN_CONFIGURATIONS)
        list_add(&s->configurations, s->r->a, key);
    else
        take_mapping(s, key, value);
    return true;
}

static bool parse(struct solution *s, const char *text)
{
    bool header = false;
    while (*text) {
        const size_t length = strcspn(text, "\n");
        size_t end = length;
        s->line++;
        const char *start = text;
        while (end && isspace((unsigned char)start[end - 1]))
            end--;
        while (end && isspace((unsigned char)*start)) {
            start++;
            end--;
        }
        const char *line = arena_substring(s->r->a, start, end);
        header = header || starts(line, "Microsoft Visual Studio Solution File");
        if (*line && !header)
            return malformed(s, "this is not a Visual Studio solution");
        if (!take_line(s, line))
            return false;
        text += length + (text[length] == '\n');
    }
    return header || malformed(s, "this is not a Visual Studio solution");
}

static bool check_configuration(struct solution *s)
{
    for (size_t i = 0; i < s->configurations.count; i++)
        if (!strcasecmp(s->configurations.items[i], s->wanted))
            return true;
    return !s->r->partial && reader_lacks_configuration(s->r, s->path, reader_configuration_name(s->r),
                                                        reader_platform_name(s->r), &s->configurations);
}

static void skipped(struct solution *s, const struct entry *e, const char *why)
{
    diag_note(s->r->d, CODE_PRJ3009, e->place, "%s is skipped: %s", e->name, why);
}

static bool load(struct solution *s, struct entry *e);

static bool load_needs(struct solution *s, struct entry *e)
{
    for (size_t i = 0; i < e->needs.count; i++) {
        struct entry *other = entry_of(s, e->needs.items[i]);
        if (other && other->state == LOADING)
            return diag_error(s->r->d, CODE_PRJ1003, e->place, "%s and %s depend on each other", e->name, other->name);
        if (other && !load(s, other))
            return false;
    }
    return true;
}

static bool load(struct solution *s, struct entry *e)
{
    struct project *unused;
    if (e->state == LOADED || strcasecmp(path_extension(e->path), ".vcxproj") != 0)
        return true;
    e->state = LOADING;
    bool ok = true;
    if (!e->configuration)
        skipped(s, e, arena_format(s->r->a, "it has no part in %s", s->wanted));
    else if (!e->built)
        skipped(s, e, arena_format(s->r->a, "the solution does not build it for %s", s->wanted));
    else
        ok = load_needs(s, e) && reader_load(s->r, path_windows(s->r->a, s->folder, e->path), e->place, &unused);
    e->state = LOADED;
    return ok;
}

/* Tells the reader under which configuration each project is read, before the first is: projects refer to each other.
 */
static void map_configurations(struct solution *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct entry *e = &s->entries[i];
        char *real = path_absolute(s->r->a, path_windows(s->r->a, s->folder, e->path));
        const char *bar = e->configuration ? strchr(e->configuration, '|') : NULL;
        if (real && bar)
            reader_map(s->r, real, arena_substring(s->r->a, e->configuration, (size_t)(bar - e->configuration)),
                       bar + 1);
    }
}

bool solution_read(struct reader *r, const char *path)
{
    struct solution s = {.r = r, .path = path, .folder = path_folder(r->a, path)};
    struct bytes content;
    if (!file_read(path, r->a, &content, r->d))
        return false;
    const char *text = (const char *)content.data;
    if (content.size > SOLUTION_LIMIT || memchr(text, 0, content.size))
        return malformed(&s, content.size > SOLUTION_LIMIT ? "the solution is larger than 4 MiB"
                                                           : "the solution is not UTF-8 text; save it as UTF-8");
    text += content.size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3) ? 3 : 0;
    s.wanted = arena_format(r->a, "%s|%s", reader_configuration_name(r), reader_platform_name(r));
    if (!parse(&s, text))
        return false;
    if (!check_configuration(&s))
        return r->partial;
    const char *outer = r->solution_folder;
    r->solution_folder = s.folder;
    map_configurations(&s);
    bool ok = true;
    for (size_t i = 0; i < s.count; i++) {
        struct entry *e = &s.entries[i];
        const bool project = !strcasecmp(path_extension(e->path), ".vcxproj");
        if (!project && path_is_file(path_windows(r->a, s.folder, e->path)))
            skipped(&s, e, "it is no Visual C++ project");
        ok = load(&s, e) && ok;
    }
    r->solution_folder = outer;
    return ok;
}
