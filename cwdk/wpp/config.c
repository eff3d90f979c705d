/*
 * Configuration of the trace preprocessor: FUNC, USEPREFIX, USESUFFIX, CUSTOM_TYPE, TYPEMACRO and DEFINE_CPLX_TYPE, in
 * `begin_wpp config` blocks of sources and headers, or in an .ini.
 */
#include "cwdk/wpp/config.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/wpp/format.h"

#include <ctype.h>
#include <string.h>

/* One statement of a block, without comment signs. */
struct statement {
    struct wpp_config *config;
    struct diag_place place;
};

static bool malformed(struct statement *s, const char *text, const char *expected)
{
    return diag_error(s->config->d, CODE_WPP1001, s->place, "\"%.80s\" is not understood: expected %s", text, expected);
}

static const char *skip_space(const char *p)
{
    while (isspace((unsigned char)*p))
        p++;
    return p;
}

static size_t word(const char *p)
{
    size_t length = 0;
    if (isdigit((unsigned char)*p))
        return 0;
    while (isalnum((unsigned char)p[length]) || p[length] == '_')
        length++;
    return length <= WPP_NAME_LENGTH ? length : 0;
}

const char *wpp_skip(const char *p, const char *end)
{
    if (end - p >= 2 && p[0] == '/' && p[1] == '/') {
        for (p += 2; p < end && *p != '\n'; p++)
            if (*p == '\\' && p + 1 < end) /* a comment that continues */
                p += p[1] == '\r' && p + 2 < end ? 2 : 1;
        return p < end ? p : end;
    }
    if (end - p >= 2 && p[0] == '/' && p[1] == '*') {
        for (p += 2; end - p >= 2; p++)
            if (p[0] == '*' && p[1] == '/')
                return p + 2;
        return NULL;
    }
    if (p < end && (*p == '"' || *p == '\'')) {
        const char quote = *p;
        for (p++; p < end && *p != '\n'; p++) {
            if (*p == quote)
                return p + 1;
            if (*p == '\\' && p + 1 < end)
                p += p[1] == '\r' && p + 2 < end ? 2 : 1;
        }
        return NULL;
    }
    return p;
}

bool wpp_split(struct arena *a, const char *text, size_t length, const char **parts, size_t *count)
{
    const char *end = text + length, *from = text;
    unsigned depth = 0;
    *count = 0;
    for (const char *p = text; p < end;) {
        const char *next = wpp_skip(p, end);
        if (!next)
            break;
        if (next != p) {
            p = next;
            continue;
        }
        if (strchr("([{", *p) && *p)
            depth++;
        else if (strchr(")]}", *p) && *p && depth)
            depth--;
        else if (*p == ',' && !depth) {
            if (*count + 1 == WPP_PARAMETERS)
                return false;
            parts[(*count)++] = arena_trimmed(a, from, (size_t)(p - from));
            from = p + 1;
        }
        p++;
    }
    const char *last = arena_trimmed(a, from, (size_t)(end - from));
    if (*count || *last)
        parts[(*count)++] = last;
    return true;
}

struct wpp_function *wpp_find_function(const struct wpp_config *c, const char *name, size_t length)
{
    for (struct wpp_function *f = c->functions; f; f = f->next)
        if (!strncmp(f->name, name, length) && !f->name[length])
            return f;
    return NULL;
}

/* The bracket that closes the one at p; NULL where there is none. */
static const char *closing(const char *p, char open, char close)
{
    unsigned depth = 0;
    const char *end = p + strlen(p);
    while (p < end) {
        const char *next = wpp_skip(p, end);
        if (!next)
            return NULL;
        if (next != p) {
            p = next;
            continue;
        }
        depth += *p == open;
        if (*p == close && !--depth)
            return p;
        p++;
    }
    return NULL;
}

/* {LEVEL=X, FLAGS=Y} */
static bool add_fixed(struct statement *s, struct wpp_function *f, const char *text, size_t length)
{
    const char *parts[WPP_PARAMETERS];
    size_t count;
    if (!wpp_split(s->config->a, text, length, parts, &count))
        return malformed(s, text, "at most 32 values in braces");
    for (size_t i = 0; i < count; i++) {
        const char *equal = strchr(parts[i], '=');
        const size_t name = word(parts[i]);
        if (!equal || !name || skip_space(parts[i] + name) != equal)
            return malformed(s, parts[i], "NAME=value");
        f->parameters[f->count++] = (struct wpp_parameter){arena_substring(s->config->a, parts[i], name),
                                                           arena_trimmed(s->config->a, equal + 1, strlen(equal + 1))};
    }
    return true;
}

/* (LEVEL,FLAGS,MSG,...) without the parentheses. */
static bool add_given(struct statement *s, struct wpp_function *f, const char *text, size_t length)
{
    const char *parts[WPP_PARAMETERS];
    size_t count;
    if (!wpp_split(s->config->a, text, length, parts, &count) || f->count + count > WPP_PARAMETERS)
        return malformed(s, text, "at most 32 parameters");
    for (size_t i = 0; i < count; i++) {
        if (!strcmp(parts[i], "...")) {
            if (i + 1 < count)
                return malformed(s, text, "... at the end");
            f->variadic = true;
            continue;
        }
        const size_t inside = strlen(parts[i]);
        if (*parts[i] == '(' && parts[i][inside - 1] == ')') { /* Name(LEVEL,(MSG,...)) */
            if (!i || i + 1 < count || f->inner)
                return malformed(s, text, "inner parentheses at the end, behind other parameters");
            f->inner = i;
            return add_given(s, f, parts[i] + 1, inside - 2);
        }
        if (word(parts[i]) != strlen(parts[i]) || !*parts[i])
            return malformed(s, parts[i], "the name of a parameter");
        f->has_message = f->has_message || !strcmp(parts[i], "MSG");
        f->parameters[f->count++] = (struct wpp_parameter){parts[i], NULL};
    }
    return true;
}

static bool add_function(struct statement *s, const char *text)
{
    struct arena *a = s->config->a;
    const char *p = skip_space(text);
    const size_t length = word(p);
    if (!length)
        return malformed(s, text, "the name of a trace function");
    struct wpp_function *f = arena_alloc(a, sizeof *f);
    f->name = arena_substring(a, p, length);
    f->prefix = f->suffix = "";
    p = skip_space(p + length);
    if (*p == '{') {
        const char *end = closing(p, '{', '}');
        if (!end)
            return malformed(s, text, "a closing }");
        if (!add_fixed(s, f, p + 1, (size_t)(end - p - 1)))
            return false;
        p = skip_space(end + 1);
    }
    const char *end = *p == '(' ? closing(p, '(', ')') : NULL;
    if (!end)
        return malformed(s, text, "parameters in parentheses");
    const char *from = skip_space(p + 1), *inner = *from == '(' ? closing(from, '(', ')') : NULL;
    if (inner && skip_space(inner + 1) == end) {
        f->doubled = true;
        p = from;
        end = inner;
    }
    if (!add_given(s, f, p + 1, (size_t)(end - p - 1)))
        return false;
    struct wpp_function *old = wpp_find_function(s->config, f->name, strlen(f->name));
    f->next = s->config->functions;
    if (old) { /* a later declaration counts; what was said about it before stays */
        f->next = old->next;
        f->prefix = old->prefix;
        f->suffix = old->suffix;
        f->prefix_count = old->prefix_count;
        f->suffix_count = old->suffix_count;
        memcpy(f->prefix_values, old->prefix_values, sizeof f->prefix_values);
        memcpy(f->suffix_values, old->suffix_values, sizeof f->suffix_values);
        *old = *f;
    } else {
        s->config->functions = f;
    }
    return true;
}

const char *wpp_control_guids(struct arena *a, const char *guid)
{
    static const unsigned char groups[] = {8, 4, 4, 4, 12};
    char *inside = arena_alloc(a, strlen(guid) + 3), *q = inside;
    const char *p = guid + (*guid == '{');
    for (size_t group = 0; group < sizeof groups; group++) {
        for (unsigned char i = 0; i < groups[group]; i++, p++) {
            if (!isxdigit((unsigned char)*p))
                return NULL;
            *q++ = *p;
        }
        if (group + 1 < sizeof groups) {
            if (*p++ != '-')
                return NULL;
            *q++ = ',';
        }
    }
    return arena_format(a,
                        "WPP_DEFINE_CONTROL_GUID(CtlGuid, (%s), WPP_DEFINE_BIT(Error) WPP_DEFINE_BIT(Unusual) "
                        "WPP_DEFINE_BIT(Noise))",
                        inside);
}

bool wpp_add_function(struct wpp_config *c, const char *declaration, struct diag_place place)
{
    struct statement s = {c, place};
    return add_function(&s, declaration);
}

/* USEPREFIX (Name, "format"); and USESUFFIX (Name, "format", value…); */
static bool add_affix(struct statement *s, const char *text, bool suffix)
{
    const char *parts[WPP_PARAMETERS], *p = skip_space(text), *end = *p == '(' ? closing(p, '(', ')') : NULL;
    size_t count;
    if (!end || !wpp_split(s->config->a, p + 1, (size_t)(end - p - 1), parts, &count) || count < 2)
        return malformed(s, text, "(Function, \"format\")");
    const char *format = wpp_literal(s->config->a, parts[1]);
    if (!format)
        return malformed(s, parts[1], "a format string");
    struct wpp_function *f = wpp_find_function(s->config, parts[0], strlen(parts[0]));
    if (!f) { /* declared later: a place for it is kept */
        f = arena_alloc(s->config->a, sizeof *f);
        *f = (struct wpp_function){.name = parts[0], .prefix = "", .suffix = "", .next = s->config->functions};
        s->config->functions = f;
    }
    *(suffix ? &f->suffix : &f->prefix) = format;
    *(suffix ? &f->suffix_count : &f->prefix_count) = count - 2;
    for (size_t i = 2; i < count; i++)
        (suffix ? f->suffix_values : f->prefix_values)[i - 2] = parts[i];
    return true;
}

static void add_type(struct statement *s, struct wpp_type type)
{
    struct wpp_type *copy = arena_alloc(s->config->a, sizeof *copy);
    *copy = type;
    copy->next = s->config->types;
    s->config->types = copy;
}

/* CUSTOM_TYPE(name, ItemEnum(type)); and the lists of names. The names of the values stay out of the trace: they are
 * numbers there. */
static bool add_custom_type(struct statement *s, const char *text)
{
    static const struct {
        const char *item, *c_type;
        unsigned char in;
    } items[] = {{"ItemEnum", "ULONG", 8},     {"ItemListLong", "ULONG", 8}, {"ItemListShort", "USHORT", 6},
                 {"ItemListByte", "UCHAR", 4}, {"ItemSetLong", "ULONG", 8},  {"ItemSetShort", "USHORT", 6},
                 {"ItemSetByte", "UCHAR", 4},  {"ItemFlagsEnum", "ULONG", 8}};
    const char *parts[WPP_PARAMETERS], *p = skip_space(text), *end = *p == '(' ? closing(p, '(', ')') : NULL;
    size_t count;
    if (!end || !wpp_split(s->config->a, p + 1, (size_t)(end - p - 1), parts, &count) || count != 2 || !word(parts[0]))
        return malformed(s, text, "(name, Item…(…))");
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        if (!strncmp(parts[1], items[i].item, word(parts[1])) && !items[i].item[word(parts[1])]) {
            const bool enumeration = strstr(items[i].item, "Enum");
            add_type(s, (struct wpp_type){.name = parts[0],
                                          .c_type = items[i].c_type,
                                          .kind = enumeration ? WPP_ENUM : WPP_NUMBER,
                                          .in = items[i].in});
            return true;
        }
    return diag_error(s->config->d, CODE_WPP1002, s->place, "the item type %.60s is one that cwdk does not have",
                      parts[1]);
}

/* DEFINE_CPLX_TYPE(name, macro, C type, item type, "format", signature, weight[, slots]); */
static bool add_complex_type(struct statement *s, const char *text)
{
    const char *parts[WPP_PARAMETERS], *p = skip_space(text), *end = *p == '(' ? closing(p, '(', ')') : NULL;
    size_t count;
    if (!end || !wpp_split(s->config->a, p + 1, (size_t)(end - p - 1), parts, &count) || count < 7 || count > 8)
        return malformed(s, text, "(name, macro, C type, item type, \"format\", signature, weight, slots)");
    struct wpp_type type = {.name = parts[0], .c_type = parts[2], .macro = parts[1], .kind = WPP_CUSTOM};
    if (!wpp_item_type(parts[3], &type))
        return diag_error(s->config->d, CODE_WPP1002, s->place,
                          "the item type %.60s is one that cwdk does not have; docs/wpp.md lists those it has",
                          parts[3]);
    add_type(s, type);
    return true;
}

/* DEFINE_SIMPLE_TYPE(name, C type, item type, "format", signature, weight); a value that is its own bytes. */
static bool add_simple_type(struct statement *s, const char *text)
{
    const char *parts[WPP_PARAMETERS], *p = skip_space(text), *end = *p == '(' ? closing(p, '(', ')') : NULL;
    size_t count;
    if (!end || !wpp_split(s->config->a, p + 1, (size_t)(end - p - 1), parts, &count) || count < 4 || count > 7)
        return malformed(s, text, "(name, C type, item type, \"format\", signature, weight)");
    struct wpp_type type = {.name = parts[0], .c_type = parts[1], .kind = WPP_NUMBER};
    if (!wpp_item_type(parts[2], &type))
        return diag_error(s->config->d, CODE_WPP1002, s->place,
                          "the item type %.60s is one that cwdk does not have; docs/wpp.md lists those it has",
                          parts[2]);
    add_type(s, type);
    return true;
}

/* WPP_FLAGS(-DNAME=VALUE): a macro for the code. WPP_FLAGS(-DNAME(x) VALUE) is one, too. */
static bool add_flags(struct statement *s, const char *text)
{
    struct arena *a = s->config->a;
    const char *p = skip_space(text), *end = *p == '(' ? closing(p, '(', ')') : NULL;
    if (!end)
        return malformed(s, text, "(-DNAME=VALUE)");
    const char *flag = arena_trimmed(a, p + 1, (size_t)(end - p - 1));
    if (!strncmp(flag, "-public:", 8)) /* what public PDBs tell of a function; no event of ours is in the PDB */
        return true;
    if (strncmp(flag, "-D", 2) != 0 || !word(flag + 2))
        return diag_error(s->config->d, CODE_WPP1002, s->place, "the flag %.60s is one that cwdk does not have", flag);
    const char *name = flag + 2, *rest = name + word(name);
    const char *closed = *rest == '(' ? closing(rest, '(', ')') : NULL;
    rest = closed ? closed + 1 : rest;
    const char *value = skip_space(rest);
    value += *value == '=';
    list_add(&s->config->defines, a, arena_format(a, "%.*s=%s", (int)(rest - name), name, value));
    return true;
}

static bool take_statement(struct statement *s, const char *text)
{
    static const struct {
        const char *word;
        bool (*take)(struct statement *s, const char *text);
    } kinds[] = {{"FUNC", add_function},
                 {"CUSTOM_TYPE", add_custom_type},
                 {"TYPEMACRO", add_custom_type},
                 {"DEFINE_CPLX_TYPE", add_complex_type},
                 {"DEFINE_SIMPLE_TYPE", add_simple_type},
                 {"WPP_FLAGS", add_flags}};
    const size_t length = word(text);
    if (length == 9 && (!strncmp(text, "USEPREFIX", 9) || !strncmp(text, "USESUFFIX", 9)))
        return add_affix(s, text + length, text[3] == 'S');
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (length == strlen(kinds[i].word) && !strncmp(text, kinds[i].word, length))
            return kinds[i].take(s, text + length);
    if (length && *skip_space(text + length) == '{') /* a function; WPP does not insist on the word FUNC */
        return add_function(s, text);
    return diag_error(s->config->d, CODE_WPP1002, s->place,
                      "the configuration \"%.60s\" is one that cwdk does not have", text);
}

/* A line without a comment behind. In a source the statements stand in comments, whose signs are taken from the front.
 */
static const char *bare(struct arena *a, const char *line, size_t length, bool in_comment)
{
    const char *p = arena_trimmed(a, line, length);
    while (in_comment && (*p == '/' || *p == '*'))
        p++;
    const char *end = p + strlen(p), *q = p;
    while (q < end) { /* a comment at the end */
        if (q[0] == '/' && (q[1] == '/' || q[1] == '*'))
            break;
        const char *next = *q == '"' ? wpp_skip(q, end) : q + 1;
        q = next ? next : end;
    }
    return arena_trimmed(a, p, (size_t)(q - p));
}

/* Whether the statement is complete: a semicolon outside quotes ends it. */
static bool complete(const char *text)
{
    const size_t length = strlen(text);
    return length && text[length - 1] == ';';
}

bool wpp_read_config(struct wpp_config *c, const char *path, bool whole)
{
    struct bytes content;
    if (!file_read(path, c->a, &content, c->d))
        return false;
    if (content.size > WPP_FILE_LIMIT)
        return diag_error(c->d, CODE_WPP1005, diag_in_file(path), "%s is larger than 16 MiB", path_name(path));
    struct statement s = {c, {.file = path}};
    const char *pending = "", *p = (const char *)content.data, *end = p + content.size;
    bool inside = whole, ok = true;
    for (unsigned line = 1; p < end; line++) {
        const char *next = memchr(p, '\n', (size_t)(end - p));
        const size_t length = next ? (size_t)(next - p) : (size_t)(end - p);
        const char *text = inside || memmem(p, length, "begin_wpp", 9) ? bare(c->a, p, length, !whole) : "";
        p += length + 1;
        if (!inside) {
            const char *rest = !strncmp(text, "begin_wpp", 9) ? skip_space(text + 9) : "";
            inside = !strncmp(rest, "config", 6);
            continue;
        }
        if (!whole && !strncmp(text, "end_wpp", 7)) {
            inside = false;
            if (*pending)
                ok = malformed(&s, pending, "a semicolon before end_wpp") && ok;
            pending = "";
            continue;
        }
        if (!*text)
            continue;
        if (!*pending)
            s.place.line = line;
        if (strlen(pending) + strlen(text) > 8192)
            return malformed(&s, pending, "a semicolon within 8192 bytes");
        pending = *pending ? arena_format(c->a, "%s %s", pending, text) : text;
        if (complete(pending)) {
            ok = take_statement(&s, arena_substring(c->a, pending, strlen(pending) - 1)) && ok;
            pending = "";
        }
    }
    if (*pending)
        ok = malformed(&s, pending, whole ? "a semicolon" : "a semicolon, and end_wpp") && ok;
    else if (inside && !whole)
        ok = malformed(&s, "begin_wpp config", "end_wpp after it");
    return ok;
}
