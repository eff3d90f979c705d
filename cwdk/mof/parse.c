/* Reading MOF text. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/decode.h"
#include "cwdk/mof/mof.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Qualifier flavors (WBEM_FLAVOR_TYPE). */
enum { TO_INSTANCE = 1, TO_SUBCLASS = 2, NOT_OVERRIDABLE = 0x10, AMENDED = 0x80 };

enum token_kind { END, WORD, NUMBER, STRING, MARK };

struct token {
    enum token_kind kind;
    const char *text; /* of a word or string; of a mark one character */
    int64_t number;
    struct diag_place place;
};

struct parser {
    const char *path, *p;
    const char *line_start;
    unsigned line;
    struct token token;
    struct arena *a;
    struct diag *d;
    struct mof *mof;
    const char *space;
    bool failed, told_of_lists;
};

const struct mof_qualifier *mof_find(const struct mof_qualifier *list, const char *name)
{
    for (; list; list = list->next)
        if (!strcasecmp(list->name, name))
            return list;
    return NULL;
}

static bool fail(struct parser *p, const char *what)
{
    if (!p->failed)
        diag_error(p->d, CODE_MOF0001, p->token.place, "%s", what);
    p->failed = true;
    return false;
}

static bool unsupported(struct parser *p, const char *what)
{
    if (!p->failed)
        diag_error(p->d, CODE_MOF0002, p->token.place, "%s in a MOF file is not supported", what);
    p->failed = true;
    return false;
}

/* UTF-8 without NUL, or NULL. */
static void skip_space(struct parser *p)
{
    for (;;) {
        if (*p->p == '\n') {
            p->line++;
            p->line_start = ++p->p;
        } else if (isspace((unsigned char)*p->p)) {
            p->p++;
        } else if (p->p[0] == '/' && p->p[1] == '/') {
            p->p += strcspn(p->p, "\n");
        } else if (p->p[0] == '/' && p->p[1] == '*') {
            p->p += 2;
            while (*p->p && (p->p[0] != '*' || p->p[1] != '/')) {
                if (*p->p == '\n') {
                    p->line++;
                    p->line_start = p->p + 1;
                }
                p->p++;
            }
            p->p += *p->p ? 2 : 0;
        } else {
            return;
        }
    }
}

static struct diag_place here(const struct parser *p)
{
    return (struct diag_place){p->path, p->line, (unsigned)(p->p - p->line_start) + 1};
}

static unsigned take_hex(const char **p)
{
    unsigned value = 0;
    for (int i = 0; i < 4 && isxdigit((unsigned char)**p); i++, ++*p)
        value = value * 16 + (unsigned)(isdigit((unsigned char)**p) ? **p - '0' : (**p | 0x20) - 'a' + 10);
    return value;
}

/* One quoted part of a string, with its escapes; appended to `out`. */
static char *take_quoted(struct parser *p, char *out)
{
    for (p->p++; *p->p && *p->p != '"' && *p->p != '\n';) {
        if (*p->p != '\\') {
            *out++ = *p->p++;
            continue;
        }
        const char escape = *++p->p;
        if (!escape)
            break;
        p->p++;
        if (escape == 'x' || escape == 'X') {
            const unsigned c = take_hex(&p->p);
            if (c >= 0x800)
                *out++ = (char)(0xE0 | c >> 12);
            if (c >= 0x80)
                *out++ = (char)(c >= 0x800 ? 0x80 | (c >> 6 & 0x3F) : 0xC0 | c >> 6);
            if (c)
                *out++ = (char)(c >= 0x80 ? 0x80 | (c & 0x3F) : c);
            continue;
        }
        const char *known = strchr("b\bt\tn\nf\fr\r", escape);
        *out++ = known && *known ? known[1] : escape;
    }
    if (*p->p == '"') {
        p->p++;
        return out;
    }
    fail(p, "a string has no end in its line");
    return out;
}

/* Strings that stand one after another are one. */
static void take_string(struct parser *p)
{
    char *text = arena_alloc(p->a, strlen(p->p) + 1), *out = text;
    do {
        out = take_quoted(p, out);
        skip_space(p);
    } while (*p->p == '"' && !p->failed);
    p->token.kind = STRING;
    p->token.text = arena_string(p->a, text);
}

static void next(struct parser *p)
{
    skip_space(p);
    p->token = (struct token){.place = here(p)};
    const char *start = p->p;
    if (p->failed || !*start)
        return;
    if (isalpha((unsigned char)*start) || *start == '_') {
        while (isalnum((unsigned char)*p->p) || *p->p == '_')
            p->p++;
        p->token.kind = WORD;
        p->token.text = arena_substring(p->a, start, (size_t)(p->p - start));
    } else if (isdigit((unsigned char)*start) ||
               ((*start == '-' || *start == '+') && isdigit((unsigned char)start[1]))) {
        char *stop;
        const char *digits = start + (*start == '-' || *start == '+');
        p->token.kind = NUMBER;
        p->token.number = (int64_t)strtoull(digits, &stop, digits[0] == '0' && (digits[1] | 0x20) == 'x' ? 16 : 10);
        if (*start == '-')
            p->token.number = -p->token.number;
        p->p = stop;
        if (isalnum((unsigned char)*p->p) || *p->p == '.')
            unsupported(p, "a number that is neither decimal nor hexadecimal");
    } else if (*start == '"') {
        take_string(p);
    } else {
        p->p++;
        p->token.kind = MARK;
        p->token.text = arena_substring(p->a, start, 1);
    }
}

static bool is_mark(const struct parser *p, char mark)
{
    return p->token.kind == MARK && *p->token.text == mark;
}

static bool is_word(const struct parser *p, const char *word)
{
    return p->token.kind == WORD && !strcasecmp(p->token.text, word);
}

static bool expect(struct parser *p, char mark)
{
    if (!is_mark(p, mark))
        return fail(p, arena_format(p->a, "a %c was expected", mark));
    next(p);
    return !p->failed;
}

static const char *take_name(struct parser *p, const char *what)
{
    if (p->token.kind != WORD) {
        fail(p, arena_format(p->a, "%s was expected", what));
        return NULL;
    }
    const char *name = p->token.text;
    next(p);
    return p->failed ? NULL : name;
}

/* One value: of a qualifier, or of a list. */
static bool take_value(struct parser *p, struct mof_qualifier *q)
{
    if (p->token.kind == STRING) {
        q->type = MOF_STRING;
        q->text = p->token.text;
    } else if (p->token.kind == NUMBER) {
        q->type = MOF_SINT32;
        q->number = (int32_t)p->token.number;
    } else if (is_word(p, "true") || is_word(p, "false")) {
        q->type = MOF_BOOLEAN;
        q->number = is_word(p, "true");
    } else {
        return fail(p, "a string, a number, TRUE or FALSE was expected");
    }
    next(p);
    return !p->failed;
}

/* "{…}", or more than one value in parentheses: passed over. The format of lists in binary MOFs is not publicly known.
 */
static bool take_list(struct parser *p, struct mof_qualifier *q)
{
    struct mof_qualifier ignored;
    if (!p->told_of_lists)
        diag_warning(p->d, CODE_MOF1001, p->token.place, "the list of the qualifier %s is left out of the binary MOF",
                     q->name);
    p->told_of_lists = true;
    q->type = MOF_NONE;
    next(p);
    while (!p->failed && !is_mark(p, '}')) {
        if (!take_value(p, &ignored))
            return false;
        if (is_mark(p, ','))
            next(p);
    }
    return expect(p, '}');
}

static uint32_t flavor_of(const char *word)
{
    static const struct {
        const char *name;
        uint32_t flavor;
    } flavors[] = {{"ToInstance", TO_INSTANCE}, {"ToSubclass", TO_SUBCLASS}, {"DisableOverride", NOT_OVERRIDABLE},
                   {"Amended", AMENDED},        {"EnableOverride", 0},       {"Restricted", 0},
                   {"NotToInstance", 0},        {"NotToSubclass", 0}};
    for (size_t i = 0; i < sizeof flavors / sizeof *flavors; i++)
        if (!strcasecmp(flavors[i].name, word))
            return flavors[i].flavor;
    return UINT32_MAX;
}

static bool take_qualifier(struct parser *p, struct mof_qualifier *q)
{
    q->name = take_name(p, "the name of a qualifier");
    if (!q->name)
        return false;
    q->type = MOF_BOOLEAN;
    q->number = 1;
    if (is_mark(p, '(')) {
        next(p);
        if (!take_value(p, q))
            return false;
        if (is_mark(p, ','))
            return unsupported(p, "a list in parentheses");
        if (!expect(p, ')'))
            return false;
    } else if (is_mark(p, '{') && !take_list(p, q)) {
        return false;
    }
    if (!is_mark(p, ':'))
        return true;
    next(p);
    while (p->token.kind == WORD) {
        const uint32_t flavor = flavor_of(p->token.text);
        if (flavor == UINT32_MAX)
            return fail(p, arena_format(p->a, "there is no flavor '%s'", p->token.text));
        q->flavor |= flavor;
        next(p);
    }
    return !p->failed;
}

/* "[…]", or nothing. */
static bool take_qualifiers(struct parser *p, struct mof_qualifier **out)
{
    *out = NULL;
    if (!is_mark(p, '['))
        return true;
    next(p);
    while (!p->failed && !is_mark(p, ']')) {
        *out = arena_alloc(p->a, sizeof **out);
        if (!take_qualifier(p, *out))
            return false;
        out = &(*out)->next;
        if (is_mark(p, ','))
            next(p);
        else if (!is_mark(p, ']'))
            return fail(p, "a , or ] was expected after a qualifier");
    }
    return expect(p, ']');
}

static const struct {
    const char *name;
    enum mof_type type;
} types[] = {{"boolean", MOF_BOOLEAN},   {"uint8", MOF_UINT8},   {"sint8", MOF_SINT8},   {"uint16", MOF_UINT16},
             {"sint16", MOF_SINT16},     {"uint32", MOF_UINT32}, {"sint32", MOF_SINT32}, {"uint64", MOF_UINT64},
             {"sint64", MOF_SINT64},     {"string", MOF_STRING}, {"real32", MOF_REAL32}, {"real64", MOF_REAL64},
             {"datetime", MOF_DATETIME}, {"char16", MOF_CHAR16}, {"void", MOF_NONE}};

/* A type and a name: of a property, a parameter or a method. */
static bool take_typed(struct parser *p, struct mof_variable *v)
{
    v->place = p->token.place;
    v->type_name = take_name(p, "a type");
    if (!v->type_name)
        return false;
    v->type = MOF_OBJECT;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!strcasecmp(types[i].name, v->type_name))
            v->type = types[i].type;
    if (is_word(p, "ref"))
        return unsupported(p, "a reference");
    v->name = take_name(p, "a name");
    return v->name;
}

/* "[8]" or "[]" */
static bool take_array(struct parser *p, struct mof_variable *v)
{
    if (!is_mark(p, '['))
        return true;
    next(p);
    v->array = true;
    if (p->token.kind == NUMBER) {
        if (p->token.number < 1 || p->token.number > 0x10000)
            return fail(p, "an array has from 1 to 65536 elements");
        v->count = (uint32_t)p->token.number;
        next(p);
    }
    return expect(p, ']');
}

static bool take_parameters(struct parser *p, struct mof_method *m)
{
    struct mof_variable **last = &m->parameters;
    next(p);
    while (!p->failed && !is_mark(p, ')')) {
        struct mof_variable *v = *last = arena_alloc(p->a, sizeof *v);
        last = &v->next;
        if (!take_qualifiers(p, &v->qualifiers) || !take_typed(p, v) || !take_array(p, v))
            return false;
        if (v->type == MOF_NONE)
            return fail(p, "a parameter has a type");
        if (!mof_find(v->qualifiers, "in") && !mof_find(v->qualifiers, "out"))
            return fail(p, arena_format(p->a, "the parameter %s has neither [in] nor [out]", v->name));
        if (is_mark(p, ','))
            next(p);
        else if (!is_mark(p, ')'))
            return fail(p, "a , or ) was expected after a parameter");
    }
    return expect(p, ')');
}

static bool take_member(struct parser *p, struct mof_class *c)
{
    struct mof_qualifier *qualifiers;
    struct mof_variable *v = arena_alloc(p->a, sizeof *v);
    if (!take_qualifiers(p, &qualifiers) || !take_typed(p, v))
        return false;
    if (is_mark(p, '(')) {
        struct mof_method *m = arena_alloc(p->a, sizeof *m), **end = &c->methods;
        *m = (struct mof_method){.name = v->name, .qualifiers = qualifiers};
        if (v->type != MOF_NONE) {
            m->result = v;
            v->name = "ReturnValue";
            struct mof_qualifier *out = v->qualifiers = arena_alloc(p->a, sizeof *out);
            *out = (struct mof_qualifier){.name = "out", .type = MOF_BOOLEAN, .number = 1};
        }
        while (*end)
            end = &(*end)->next;
        *end = m;
        return take_parameters(p, m) && expect(p, ';');
    }
    struct mof_variable **end = &c->properties;
    v->qualifiers = qualifiers;
    if (v->type == MOF_NONE)
        return fail(p, "a property has a type");
    if (!take_array(p, v))
        return false;
    if (is_mark(p, '='))
        return unsupported(p, "the default value of a property");
    while (*end) {
        if (!strcasecmp((*end)->name, v->name))
            return fail(p, arena_format(p->a, "there is a property %s already", v->name));
        end = &(*end)->next;
    }
    *end = v;
    return expect(p, ';');
}

static bool take_class(struct parser *p, struct mof_qualifier *qualifiers)
{
    struct mof_class *c = arena_alloc(p->a, sizeof *c), **end = &p->mof->classes;
    c->place = p->token.place;
    c->qualifiers = qualifiers;
    c->space = p->space;
    next(p);
    c->name = take_name(p, "the name of a class");
    if (!c->name)
        return false;
    if (is_mark(p, ':')) {
        next(p);
        c->super = take_name(p, "the name of a class");
        if (!c->super)
            return false;
    }
    while (*end) {
        if (!strcasecmp((*end)->name, c->name))
            return fail(p, arena_format(p->a, "there is a class %s already", c->name));
        end = &(*end)->next;
    }
    *end = c;
    if (is_mark(p, ';')) { /* a class without members */
        next(p);
        return !p->failed;
    }
    if (!expect(p, '{'))
        return false;
    while (!p->failed && !is_mark(p, '}'))
        if (!take_member(p, c))
            return false;
    return expect(p, '}') && expect(p, ';');
}

/* "#pragma namespace("…")" and its like, up to the end of the line. */
static bool take_pragma(struct parser *p)
{
    next(p);
    if (is_word(p, "include"))
        return unsupported(p, "#include");
    if (!is_word(p, "pragma"))
        return fail(p, "a # is followed by pragma");
    next(p);
    const char *what = take_name(p, "the name of a pragma");
    if (!what)
        return false;
    if (!strcasecmp(what, "include"))
        return unsupported(p, "#pragma include");
    if (!is_mark(p, '('))
        return true;
    next(p);
    if (!strcasecmp(what, "namespace")) {
        if (p->token.kind != STRING)
            return fail(p, "a namespace was expected in quotes");
        const char *space = p->token.text;
        p->space = !strncmp(space, "\\\\.\\", 4) || !strncmp(space, "//./", 4) ? space + 4 : space;
    }
    while (!p->failed && p->token.kind != END && !is_mark(p, ')'))
        next(p);
    return expect(p, ')');
}

static bool take_file(struct parser *p)
{
    next(p);
    while (!p->failed && p->token.kind != END) {
        struct mof_qualifier *qualifiers;
        if (is_mark(p, '#')) {
            if (!take_pragma(p))
                return false;
            continue;
        }
        if (is_mark(p, ';')) {
            next(p);
            continue;
        }
        if (!take_qualifiers(p, &qualifiers))
            return false;
        if (is_word(p, "instance"))
            return unsupported(p, "an instance");
        if (!is_word(p, "class"))
            return is_word(p, "qualifier") ? unsupported(p, "a declaration of a qualifier")
                                           : fail(p, "a class was expected");
        if (!take_class(p, qualifiers))
            return false;
    }
    return !p->failed;
}

bool mof_parse(const char *path, struct bytes content, struct arena *a, struct mof *out, struct diag *d)
{
    *out = (struct mof){.path = path};
    if (content.size > MOF_SIZE_LIMIT)
        return diag_error(d, CODE_MOF0001, diag_in_file(path), "the MOF file is larger than 4 MiB");
    struct parser p = {
        .path = path, .p = decode_text(content, a), .line = 1, .a = a, .d = d, .mof = out, .space = "root\\default"};
    if (!p.p)
        return diag_error(d, CODE_MOF0001, diag_in_file(path), "the file is no text");
    p.line_start = p.p;
    return take_file(&p);
}
