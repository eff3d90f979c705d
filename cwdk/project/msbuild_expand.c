/* Texts of MSBuild: properties, items and metadata in them, escapes, lists. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/msbuild.h"
#include "cwdk/project/paths.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct text {
    char *data;
    size_t length, capacity;
};

bool msbuild_charge(struct msbuild *m, size_t bytes, struct diag_place place)
{
    m->total += bytes;
    if (m->failed || m->total <= MSBUILD_TOTAL_LIMIT)
        return !m->failed;
    m->failed = true;
    return diag_error(m->d, CODE_PRJ1007, place, "the values of this project come to more than 64 MiB");
}

static void add(struct msbuild *m, struct text *t, const char *bytes, size_t count, struct diag_place place)
{
    if (m->failed)
        return;
    if (t->length + count > MSBUILD_VALUE_LIMIT) {
        m->failed = true;
        diag_error(m->d, CODE_PRJ1007, place, "a value comes to more than 256 KiB");
        return;
    }
    if (t->length + count + 1 > t->capacity) {
        const size_t capacity = (t->length + count + 32) * 2;
        if (!msbuild_charge(m, capacity, place))
            return;
        char *grown = arena_alloc(m->a, capacity);
        if (t->length)
            memcpy(grown, t->data, t->length);
        t->data = grown;
        t->capacity = capacity;
    }
    if (count)
        memcpy(t->data + t->length, bytes, count);
    t->length += count;
    t->data[t->length] = 0;
}

void msbuild_warn_once(struct msbuild *m, const char *code, struct diag_place place, const char *subject,
                       const char *why)
{
    for (const struct msbuild_pair *p = m->warned; p; p = p->next)
        if (!strcmp(p->name, subject))
            return;
    struct msbuild_pair *p = arena_alloc(m->a, sizeof *p);
    *p = (struct msbuild_pair){arena_string(m->a, subject), "", m->warned};
    m->warned = p;
    diag_warning(m->d, code, place, "%s %s", subject, why);
}

/* The end of the parenthesis that opens at `p`, on the closing one; NULL where it does not close. Quoted parts are
 * passed over. */
const char *msbuild_closing(const char *p)
{
    unsigned depth = 0;
    for (char quote = 0; *p; p++) {
        if (quote)
            quote = *p == quote ? 0 : quote;
        else if (*p == '\'' || *p == '"' || *p == '`')
            quote = *p;
        else if (*p == '(')
            depth++;
        else if (*p == ')' && !--depth)
            return p;
    }
    return NULL;
}

static bool is_word(const char *text)
{
    for (; *text; text++)
        if (!isalnum((unsigned char)*text) && *text != '_' && *text != '-')
            return false;
    return true;
}

static const char *property_value(struct msbuild *m, const char *expression, const struct msbuild_scope *scope,
                                  unsigned depth)
{
    if (!is_word(expression))
        return msbuild_function(m, expression, scope, depth);
    if (!scope->quiet && !msbuild_has_property(m, expression))
        msbuild_warn_once(m, CODE_PRJ3004, scope->place, arena_format(m->a, "$(%s)", expression),
                          "has no value and counts as empty");
    return msbuild_property(m, expression);
}

static const char *known_metadata(struct msbuild *m, const struct msbuild_item *item, const char *name)
{
    const char *include = item->include, *slash = include;
    for (const char *p = include; *p; p++)
        if (*p == '\\' || *p == '/')
            slash = p + 1;
    const char *dot = strrchr(slash, '.');
    if (!strcasecmp(name, "Identity"))
        return include;
    if (!strcasecmp(name, "Filename"))
        return arena_substring(m->a, slash, dot ? (size_t)(dot - slash) : strlen(slash));
    if (!strcasecmp(name, "Extension"))
        return dot ? dot : "";
    if (!strcasecmp(name, "RelativeDir"))
        return arena_substring(m->a, include, (size_t)(slash - include));
    if (!strcasecmp(name, "FullPath"))
        return path_windows(m->a, m->folder, include);
    return NULL;
}

static bool is_known_metadata(const char *name)
{
    static const char *const names[] = {"Identity", "Filename", "Extension", "RelativeDir", "FullPath"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(names[i], name))
            return true;
    return false;
}

static const char *metadata_value(struct msbuild *m, const char *name, const struct msbuild_scope *scope)
{
    const char *dot = strchr(name, '.');
    const char *type = scope->item ? scope->item->type : scope->definition ? scope->definition->type : "";
    if (dot) {
        if (strncasecmp(name, type, (size_t)(dot - name)) != 0 || type[dot - name])
            return "";
        name = dot + 1;
    }
    const char *known = scope->item ? known_metadata(m, scope->item, name) : NULL;
    if (known)
        return known;
    if (!scope->item && scope->definition && is_known_metadata(name))
        return arena_format(m->a, "%%(%s)", name); /* of each item, later */
    return scope->item ? msbuild_metadata(scope->item, name) : msbuild_defined(scope->definition, name);
}

/* @(Type) or @(Type->'transform'), with an optional separator. */
static void add_items(struct msbuild *m, struct text *t, const char *expression, const struct msbuild_scope *scope,
                      unsigned depth)
{
    const size_t name = strspn(expression, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    const char *rest = expression + name, *transform = NULL;
    const char *separator = ";";
    if (!strncmp(rest, "->'", 3)) {
        const char *end = strchr(rest + 3, '\'');
        if (end) {
            transform = arena_substring(m->a, rest + 3, (size_t)(end - rest - 3));
            rest = end + 1;
        }
    }
    if (*rest == ',') {
        const char *open = strchr(rest, '\''), *end = open ? strchr(open + 1, '\'') : NULL;
        if (end) {
            separator = arena_substring(m->a, open + 1, (size_t)(end - open - 1));
            rest = end + 1;
        }
    }
    if (*rest) {
        msbuild_warn_once(m, CODE_PRJ3004, scope->place, arena_format(m->a, "@(%s)", expression),
                          "is not understood and counts as empty");
        return;
    }
    bool first = true;
    for (const struct msbuild_item *item = m->items; item && !m->failed; item = item->next) {
        if (strncasecmp(item->type, expression, name) != 0 || item->type[name])
            continue;
        const struct msbuild_scope inner = {.item = item, .place = scope->place, .quiet = true};
        const char *value = transform ? msbuild_expand_deep(m, transform, &inner, depth + 1) : item->include;
        if (!first)
            add(m, t, separator, strlen(separator), scope->place);
        add(m, t, value, strlen(value), scope->place);
        first = false;
    }
}

const char *msbuild_expand_deep(struct msbuild *m, const char *text, const struct msbuild_scope *scope, unsigned depth)
{
    if (!strpbrk(text, "$@%"))
        return text;
    if (depth > MSBUILD_NESTING) {
        m->failed = true;
        diag_error(m->d, CODE_PRJ1007, scope->place, "expressions are nested deeper than %d levels", MSBUILD_NESTING);
        return "";
    }
    struct text t = {0};
    const char *p = text;
    while (*p && !m->failed) {
        const bool special = (*p == '$' || *p == '@' || *p == '%') && p[1] == '(';
        const char *end = special ? msbuild_closing(p + 1) : NULL;
        if (!end) {
            const size_t plain = 1 + strcspn(p + 1, "$@%");
            add(m, &t, p, plain, scope->place);
            p += plain;
            continue;
        }
        const char *inner = arena_substring(m->a, p + 2, (size_t)(end - p - 2));
        if (*p == '@') {
            add_items(m, &t, inner, scope, depth);
        } else {
            const char *value = *p == '$' ? property_value(m, inner, scope, depth) : metadata_value(m, inner, scope);
            add(m, &t, value, strlen(value), scope->place);
        }
        p = end + 1;
    }
    return t.data && !m->failed ? t.data : "";
}

const char *msbuild_expand(struct msbuild *m, const char *text, const struct msbuild_scope *scope)
{
    return msbuild_expand_deep(m, text, scope, 0);
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

const char *msbuild_unescape(struct arena *a, const char *text)
{
    if (!strchr(text, '%'))
        return text;
    char *out = arena_string(a, text), *q = out;
    for (const char *p = out; *p; q++) {
        const int high = *p == '%' ? hex(p[1]) : -1, low = high >= 0 ? hex(p[2]) : -1;
        if (low >= 0 && high * 16 + low) {
            *q = (char)(high * 16 + low);
            p += 3;
        } else {
            *q = *p++;
        }
    }
    *q = 0;
    return out;
}

void msbuild_split(struct arena *a, const char *text, struct list *out)
{
    while (*text) {
        const size_t length = strcspn(text, ";");
        const char *item = arena_trimmed(a, text, length);
        if (*item)
            list_add(out, a, msbuild_unescape(a, item));
        text += length + (text[length] == ';');
    }
}
