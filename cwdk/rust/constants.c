#include "cwdk/rust/constants.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define PREFIX "CWDK_CONSTANT_"

struct macro {
    const char *name, *body;
    const char *type; /* in C */
    bool wrong;       /* clang does not take it for a whole number */
};

struct macros {
    struct macro *items; /* by name */
    size_t count;
    struct arena *arena;
};

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || text[length] == '_')
        length++;
    return length;
}

static int compare(const void *left, const void *right)
{
    return strcmp(((const struct macro *)left)->name, ((const struct macro *)right)->name);
}

static bool starts(const char *text, const char *with)
{
    return !strncmp(text, with, strlen(with));
}

static const struct macro *find(const struct macros *m, const char *name)
{
    const struct macro key = {.name = name};
    return m->count ? bsearch(&key, m->items, m->count, sizeof key, compare) : NULL;
}

/* "(TYPE)" behind opening parentheses: the type's length, `type` gets where it stands. */
static size_t cast_type(const struct macros *all, const char *body, const char **type)
{
    if (*body != '(')
        return 0;
    while (*body == '(' || *body == ' ')
        body++;
    const size_t length = word_length(body);
    *type = body;
    if (!length || isdigit((unsigned char)*body) || body[length] != ')')
        return 0;
    return find(all, arena_substring(all->arena, body, length)) ? 0 : length;
}

/* Another name of one that is wanted. */
static bool is_alias(const struct macros *all, const struct macro *x, unsigned depth);

static bool is_wanted(const struct macros *all, const struct macro *x, unsigned depth)
{
    const char *type;
    return cast_type(all, x->body, &type) || starts(x->body, "CTL_CODE(") || starts(x->name, "POOL_FLAG_") ||
           (depth && is_alias(all, x, depth - 1));
}

static bool is_alias(const struct macros *all, const struct macro *x, unsigned depth)
{
    if (!*x->body || x->body[word_length(x->body)])
        return false;
    const struct macro *other = find(all, x->body);
    return other && is_wanted(all, other, depth);
}

/* "#define NAME body" lines. Names that start with an underscore are the headers' own. */
static struct macros read_macros(const char *text, struct arena *a)
{
    static const char define[] = "#define ";
    size_t lines = 0;
    for (const char *at = text; (at = strchr(at, '\n')); at++)
        lines++;
    struct macros m = {.items = arena_array(a, lines + 1, sizeof(struct macro)), .arena = a};
    for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        if (!starts(line, define) || line[sizeof define - 1] == '_')
            continue;
        const char *name = line + sizeof define - 1;
        const size_t length = word_length(name), whole = strcspn(name, "\n");
        if (name[length] != ' ' || length + 1 >= whole || memchr(name, '"', whole) || memchr(name, '{', whole))
            continue;
        m.items[m.count++] = (struct macro){.name = arena_substring(a, name, length),
                                            .body = arena_substring(a, name + length + 1, whole - length - 1)};
    }
    if (m.count)
        qsort(m.items, m.count, sizeof *m.items, compare);
    return m;
}

static const char *type_of(const struct macros *all, const struct macro *x)
{
    const char *type;
    const size_t length = cast_type(all, x->body, &type);
    if (length)
        return arena_substring(all->arena, type, length);
    if (starts(x->body, "CTL_CODE("))
        return "ULONG";
    return starts(x->name, "POOL_FLAG_") ? "POOL_FLAGS" : arena_format(all->arena, "__typeof__(%s)", x->name);
}

static struct macros choose(const struct macros *all, struct arena *a)
{
    enum { DEEPEST_ALIAS = 4 };
    struct macros m = {.items = arena_array(a, all->count + 1, sizeof(struct macro)), .arena = a};
    for (size_t i = 0; i < all->count; i++) {
        struct macro *x = &m.items[m.count];
        if (!is_wanted(all, &all->items[i], DEEPEST_ALIAS))
            continue;
        *x = all->items[i];
        x->type = type_of(all, x);
        m.count++;
    }
    return m;
}

/* One line for each, so that a complaint's line tells whose it is. */
static void put(const struct macros *m, const char *base, bool check, struct text *out)
{
    text_format(out, "#include \"%s\"\n", base);
    for (size_t i = 0; i < m->count; i++) {
        const struct macro *x = &m->items[i];
        if (!x->wrong)
            text_format(out, "static const %s " PREFIX "%s = %s;", x->type, x->name, x->name);
        if (check)
            text_format(out, " _Static_assert(__builtin_classify_type(%s) == 1, \"\");", x->name);
        text_put(out, "\n");
    }
}

/* Marks what clang complains about, "path:LINE:column: error: ...". */
static void mark(struct macros *m, const char *said, const char *path)
{
    const size_t length = strlen(path);
    for (const char *at = said; (at = strstr(at, path)); at += length) {
        const unsigned long line = at[length] == ':' ? strtoul(at + length + 1, NULL, 10) : 0;
        if (line >= 2 && line - 2 < m->count)
            m->items[line - 2].wrong = true;
    }
}

static bool write(const struct macros *m, const char *base, bool check, const char *path, struct diag *d)
{
    struct text t = {0};
    put(m, base, check, &t);
    const bool ok = file_write(path, t.data, t.size, 0644, d);
    text_free(&t);
    return ok;
}

bool constants_write(const char *text, const char *base, const char *path, const char *const *clang, struct arena *a,
                     struct diag *d)
{
    const struct macros all = read_macros(text, a);
    struct macros m = choose(&all, a);
    struct arguments argv = {.arena = a};
    struct process_result result;
    arguments_add(&argv, "clang-19");
    arguments_add_all(&argv, "", clang);
    arguments_add(&argv, "-fsyntax-only");
    arguments_add(&argv, "-ferror-limit=0");
    arguments_add(&argv, path);
    if (!write(&m, base, true, path, d) || !process_run(argv.items, NULL, true, a, &result, d))
        return false;
    mark(&m, result.output, path);
    return write(&m, base, false, path, d);
}

/* An item of ours is "pub const CWDK_CONSTANT_X : TYPE = VALUE ;", wherever lines end. */
void constants_split(const char *made, struct text *bindings, struct text *constants)
{
    static const char start[] = "pub const " PREFIX;
    text_put(bindings, "");
    text_put(constants, "");
    for (const char *at = made;;) {
        const char *ours = strstr(at, start), *end = ours ? strchr(ours, ';') : NULL;
        if (!end) {
            text_put(bindings, at);
            return;
        }
        text_add(bindings, at, (size_t)(ours - at));
        text_put(constants, "pub const ");
        ours += sizeof start - 1;
        text_add(constants, ours, (size_t)(end + 1 - ours));
        text_put(constants, "\n");
        at = end + 1;
    }
}
