/* Property functions of MSBuild: $(Name.Method(…)), $([Type]::Method(…)). */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/msbuild.h"
#include "cwdk/project/paths.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define ARGUMENTS 8
/* Stands between the parts that Split made; what is not taken becomes a list with semicolons. */
#define BETWEEN '\x1f'

struct call {
    struct msbuild *m;
    const struct msbuild_scope *scope;
    const char *target; /* the text a method is called on; NULL for [Type]::Method */
    const char *arguments[ARGUMENTS];
    size_t count;
};

static const char *boolean(bool value)
{
    return value ? "True" : "False";
}

static const char *changed(struct call *c, int (*change)(int))
{
    char *out = arena_string(c->m->a, c->target);
    for (char *p = out; *p; p++)
        *p = (char)change((unsigned char)*p);
    return out;
}

static const char *to_lower(struct call *c)
{
    return changed(c, tolower);
}

static const char *to_upper(struct call *c)
{
    return changed(c, toupper);
}

static const char *trimmed(struct call *c, bool start, bool end)
{
    const char *set = c->count ? c->arguments[0] : " \t\r\n", *text = c->target;
    size_t length = strlen(text);
    for (; start && length && strchr(set, *text); length--)
        text++;
    while (end && length && strchr(set, text[length - 1]))
        length--;
    return arena_substring(c->m->a, text, length);
}

static const char *trim(struct call *c)
{
    return trimmed(c, true, true);
}

static const char *trim_start(struct call *c)
{
    return trimmed(c, true, false);
}

static const char *trim_end(struct call *c)
{
    return trimmed(c, false, true);
}

static const char *replace(struct call *c)
{
    const char *from = c->arguments[0], *to = c->arguments[1], *text = c->target;
    const size_t from_length = strlen(from), to_length = strlen(to);
    if (!from_length)
        return text;
    size_t hits = 0;
    for (const char *p = text; (p = strstr(p, from)); p += from_length)
        hits++;
    const size_t length = strlen(text) - hits * from_length + hits * to_length;
    if (length > MSBUILD_VALUE_LIMIT || !msbuild_charge(c->m, length, c->scope->place))
        return "";
    char *out = arena_alloc(c->m->a, length + 1), *q = out;
    for (const char *p = text; *p;) {
        if (!strncmp(p, from, from_length)) {
            q = mempcpy(q, to, to_length);
            p += from_length;
        } else {
            *q++ = *p++;
        }
    }
    return out;
}

static const char *substring(struct call *c)
{
    const size_t size = strlen(c->target);
    const size_t start = strtoul(c->arguments[0], NULL, 10);
    const size_t from = start < size ? start : size;
    const size_t wanted = c->count > 1 ? strtoul(c->arguments[1], NULL, 10) : size;
    return arena_substring(c->m->a, c->target + from, wanted < size - from ? wanted : size - from);
}

/* Each character of the argument separates. Only [number] follows it, see msbuild_function. */
static const char *split(struct call *c)
{
    char *out = arena_string(c->m->a, c->target);
    for (char *p = out; *p; p++)
        if (strchr(c->arguments[0], *p))
            *p = BETWEEN;
    return out;
}

static const char *contains(struct call *c)
{
    return boolean(strstr(c->target, c->arguments[0]));
}

static const char *starts_with(struct call *c)
{
    return boolean(!strncmp(c->target, c->arguments[0], strlen(c->arguments[0])));
}

static const char *ends_with(struct call *c)
{
    const size_t whole = strlen(c->target), part = strlen(c->arguments[0]);
    return boolean(part <= whole && !strcmp(c->target + whole - part, c->arguments[0]));
}

static const char *length_of(struct call *c)
{
    return arena_format(c->m->a, "%zu", strlen(c->target));
}

static const char *full_path(struct call *c)
{
    const char *path = c->m->folder;
    for (size_t i = 0; i < c->count; i++)
        path = path_windows(c->m->a, path, c->arguments[i]);
    return path;
}

static const char *combine(struct call *c)
{
    const char *path = c->arguments[0];
    for (size_t i = 1; i < c->count; i++) {
        const size_t length = strlen(path);
        const bool slash = !length || path[length - 1] == '\\' || path[length - 1] == '/';
        path = *c->arguments[i] == '/' ? c->arguments[i]
                                       : arena_format(c->m->a, "%s%s%s", path, slash ? "" : "/", c->arguments[i]);
    }
    return path;
}

static const char *with_slash(struct call *c)
{
    const char *path = c->arguments[0];
    const size_t length = strlen(path);
    const bool slash = !length || path[length - 1] == '\\' || path[length - 1] == '/';
    return slash ? path : arena_format(c->m->a, "%s/", path);
}

static const char *normal_folder(struct call *c)
{
    c->arguments[0] = full_path(c);
    c->count = 1;
    return with_slash(c);
}

static const char *last_part(const char *path)
{
    const char *name = path;
    for (const char *p = path; *p; p++)
        if (*p == '\\' || *p == '/')
            name = p + 1;
    return name;
}

static const char *folder_name(struct call *c)
{
    const char *name = last_part(c->arguments[0]);
    const size_t length = (size_t)(name - c->arguments[0]);
    return arena_substring(c->m->a, c->arguments[0], length ? length - 1 : 0);
}

static const char *file_name(struct call *c)
{
    return last_part(c->arguments[0]);
}

static const char *extension(struct call *c)
{
    const char *dot = strrchr(last_part(c->arguments[0]), '.');
    return dot ? dot : "";
}

static const char *stem(struct call *c)
{
    const char *name = last_part(c->arguments[0]), *dot = strrchr(name, '.');
    return arena_substring(c->m->a, name, dot ? (size_t)(dot - name) : strlen(name));
}

static const char *above(struct call *c, const char *folder, const char *name, bool with_name)
{
    char *at = path_windows(c->m->a, c->m->folder, folder);
    for (;;) {
        const char *path = path_windows(c->m->a, at, name);
        if (path_exists(path))
            return with_name ? path : at;
        if (!strcmp(at, "/"))
            return "";
        at = path_folder(c->m->a, at);
    }
}

static const char *folder_above(struct call *c)
{
    return above(c, c->arguments[0], c->arguments[1], false);
}

static const char *path_above(struct call *c)
{
    const char *own = path_folder(c->m->a, c->scope->place.file);
    return above(c, c->count > 1 ? c->arguments[1] : own, c->arguments[0], true);
}

static const char *is_empty(struct call *c)
{
    return boolean(!*c->arguments[0]);
}

static const char *file_exists(struct call *c)
{
    return boolean(path_exists(path_windows(c->m->a, c->m->folder, c->arguments[0])));
}

static const char *value_or(struct call *c)
{
    return *c->arguments[0] ? c->arguments[0] : c->arguments[1];
}

static const char *same(struct call *c)
{
    return c->arguments[0];
}

static const struct function {
    const char *type, *name; /* type NULL: a method of a text */
    size_t least, most;      /* arguments */
    const char *(*run)(struct call *c);
} functions[] = {
    {NULL, "ToLower", 0, 0, to_lower},
    {NULL, "ToLowerInvariant", 0, 0, to_lower},
    {NULL, "ToUpper", 0, 0, to_upper},
    {NULL, "ToUpperInvariant", 0, 0, to_upper},
    {NULL, "Trim", 0, 1, trim},
    {NULL, "TrimStart", 0, 1, trim_start},
    {NULL, "TrimEnd", 0, 1, trim_end},
    {NULL, "Replace", 2, 2, replace},
    {NULL, "Substring", 1, 2, substring},
    {NULL, "Split", 1, 1, split},
    {NULL, "Contains", 1, 1, contains},
    {NULL, "StartsWith", 1, 1, starts_with},
    {NULL, "EndsWith", 1, 1, ends_with},
    {NULL, "Length", 0, 0, length_of},
    {NULL, "ToString", 0, 0, trim},
    {"System.IO.Path", "GetFullPath", 1, 1, full_path},
    {"System.IO.Path", "Combine", 1, ARGUMENTS, combine},
    {"System.IO.Path", "GetDirectoryName", 1, 1, folder_name},
    {"System.IO.Path", "GetFileName", 1, 1, file_name},
    {"System.IO.Path", "GetFileNameWithoutExtension", 1, 1, stem},
    {"System.IO.Path", "GetExtension", 1, 1, extension},
    {"System.IO.File", "Exists", 1, 1, file_exists},
    {"System.IO.Directory", "Exists", 1, 1, file_exists},
    {"System.String", "IsNullOrEmpty", 1, 1, is_empty},
    {"System.String", "Copy", 1, 1, same},
    {"MSBuild", "NormalizePath", 1, ARGUMENTS, full_path},
    {"MSBuild", "NormalizeDirectory", 1, ARGUMENTS, normal_folder},
    {"MSBuild", "EnsureTrailingSlash", 1, 1, with_slash},
    {"MSBuild", "GetDirectoryNameOfFileAbove", 2, 2, folder_above},
    {"MSBuild", "GetPathOfFileAbove", 1, 2, path_above},
    {"MSBuild", "ValueOrDefault", 2, 2, value_or},
    {"MSBuild", "Escape", 1, 1, same},
    {"MSBuild", "Unescape", 1, 1, same},
};

static const struct function *find(const char *type, const char *name, size_t count)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        const struct function *f = &functions[i];
        const bool same_type = f->type && type ? !strcasecmp(f->type, type) : !f->type && !type;
        if (same_type && !strcasecmp(f->name, name) && count >= f->least && count <= f->most)
            return f;
    }
    return NULL;
}

static const char *unquoted(struct arena *a, const char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    size_t length = strlen(text);
    while (length && isspace((unsigned char)text[length - 1]))
        length--;
    const bool quoted = length > 1 && strchr("'\"`", *text) && text[length - 1] == *text;
    return arena_substring(a, text + quoted, length - (quoted ? 2 : 0));
}

/* Splits what stands between the parentheses at commas outside quotes and parentheses, and expands each part. */
static bool read_arguments(struct call *c, const char *start, const char *end, unsigned depth)
{
    unsigned nested = 0;
    char quote = 0;
    const char *from = start;
    for (const char *p = start; p <= end; p++) {
        if (p == end || (*p == ',' && !nested && !quote)) {
            if (c->count == ARGUMENTS)
                return false;
            const char *part = arena_substring(c->m->a, from, (size_t)(p - from));
            if (p != end || c->count || *unquoted(c->m->a, part) || strpbrk(part, "'\"`"))
                c->arguments[c->count++] = msbuild_expand_deep(c->m, unquoted(c->m->a, part), c->scope, depth + 1);
            from = p + 1;
        } else if (quote) {
            quote = *p == quote ? 0 : quote;
        } else if (strchr("'\"`", *p)) {
            quote = *p;
        } else {
            nested += *p == '(';
            nested -= *p == ')' && nested;
        }
    }
    return true;
}

static size_t word(const char *p)
{
    size_t length = 0;
    while (isalnum((unsigned char)p[length]) || p[length] == '_')
        length++;
    return length;
}

/* Runs Method or Method(…) at *p; NULL where it is not understood. */
static const char *run(struct msbuild *m, const struct msbuild_scope *scope, const char *type, const char *target,
                       const char **p, unsigned depth)
{
    struct call c = {.m = m, .scope = scope, .target = target};
    const size_t length = word(*p);
    const char *name = arena_substring(m->a, *p, length);
    *p += length;
    if (**p == '(') {
        const char *end = msbuild_closing(*p);
        if (!end || !read_arguments(&c, *p + 1, end, depth))
            return NULL;
        *p = end + 1;
    }
    const struct function *f = find(type, name, c.count);
    return f ? f->run(&c) : NULL;
}

/* The part of a split text that [number] at *p names; NULL where there is none. */
static const char *part_of(struct msbuild *m, const char *parts, const char **p)
{
    char *end;
    if (!isdigit((unsigned char)(*p)[1]))
        return NULL;
    unsigned long wanted = strtoul(*p + 1, &end, 10);
    if (*end != ']')
        return NULL;
    *p = end + 1;
    for (; wanted; wanted--) {
        const char *between = strchr(parts, BETWEEN);
        if (!between)
            return NULL;
        parts = between + 1;
    }
    return arena_substring(m->a, parts, strcspn(parts, (char[]){BETWEEN, 0}));
}

static const char *as_list(struct msbuild *m, const char *parts)
{
    char *out = arena_string(m->a, parts);
    for (char *p = out; *p; p++)
        if (*p == BETWEEN)
            *p = ';';
    return out;
}

const char *msbuild_function(struct msbuild *m, const char *expression, const struct msbuild_scope *scope,
                             unsigned depth)
{
    const char *p = expression, *value = NULL;
    while (isspace((unsigned char)*p))
        p++;
    if (*p == '[') {
        const char *end = strchr(p, ']');
        if (end && !strncmp(end, "]::", 3)) {
            const char *type = arena_substring(m->a, p + 1, (size_t)(end - p - 1));
            p = end + 3;
            value = run(m, scope, type, NULL, &p, depth);
        }
    } else if (word(p)) {
        const size_t length = word(p);
        value = msbuild_property(m, arena_substring(m->a, p, length));
        p += length;
    }
    while (value && *p == '.') {
        const char *name = ++p;
        value = run(m, scope, NULL, value, &p, depth);
        if (value && !strncasecmp(name, "Split(", 6))
            value = *p == '[' ? part_of(m, value, &p) : as_list(m, value);
    }
    while (value && isspace((unsigned char)*p))
        p++;
    if (value && !*p)
        return value;
    msbuild_warn_once(m, CODE_PRJ3004, scope->place, arena_format(m->a, "$(%s)", expression),
                      "is not understood and counts as empty");
    return "";
}
