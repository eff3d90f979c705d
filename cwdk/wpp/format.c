/* Format strings: printf's as the Microsoft runtime has it, and WPP's %!NAME!. */
#include "cwdk/wpp/format.h"
#include "cwdk/diag/codes.h"

#include <ctype.h>
#include <string.h>

struct reading {
    struct wpp_config *config;
    struct diag_place place;
    const char *const *given;
    size_t given_count, *used;
    struct wpp_value *values;
    size_t *count;
};

static bool take_value(struct reading *r, const struct wpp_type *type, const char *specification, size_t length)
{
    if (*r->used == r->given_count) {
        diag_error(r->config->d, CODE_WPP1003, r->place, "there is no value for %.*s", (int)length, specification);
        diag_help(r->config->d, "the call gives %zu values", r->given_count);
        return false;
    }
    if (*r->count == WPP_PARAMETERS)
        return diag_error(r->config->d, CODE_WPP1005, r->place, "the call has more than %d values", WPP_PARAMETERS);
    r->values[(*r->count)++] = (struct wpp_value){type, r->given[(*r->used)++]};
    return true;
}

/* %!NAME! at p, which stands on the name. *next is set behind it. */
static bool take_name(struct reading *r, const char *p, const char **next)
{
    const size_t length = strcspn(p, "!\\\" ");
    if (p[length] != '!' || !length)
        return diag_error(r->config->d, CODE_WPP1003, r->place, "%%!%.20s has no closing !", p);
    *next = p + length + 1;
    const struct wpp_type *type = wpp_find_type(r->config, p, length);
    if (!type) {
        diag_error(r->config->d, CODE_WPP1003, r->place, "there is no format %%!%.*s!", (int)length, p);
        diag_help(r->config->d, "docs/wpp.md lists the formats; CUSTOM_TYPE and DEFINE_CPLX_TYPE define others");
        return false;
    }
    return type->kind == WPP_CONSTANT || take_value(r, type, p - 2, length + 3);
}

static bool take_conversion(struct reading *r, const char *start, const char **next)
{
    static const char *const sizes[] = {"I64", "I32", "ll", "hh", "I", "l", "h", "w", "z", ""};
    const char *p = start + strspn(start, "-+ #0");
    static const struct wpp_type width = {"", "int", NULL, NULL, WPP_NUMBER, 7, 0, 0};
    for (int part = 0; part < 2; part++) { /* width, precision */
        if (*p == '*') {
            p++;
            if (!take_value(r, &width, "*", 1))
                return false;
        } else {
            while (isdigit((unsigned char)*p))
                p++;
        }
        if (part || *p != '.')
            break;
        p++;
    }
    const char *size = "";
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (!strncmp(p, sizes[i], strlen(sizes[i]))) {
            size = sizes[i];
            break;
        }
    p += strlen(size);
    *next = *p ? p + 1 : p;
    const struct wpp_type *type = *p ? wpp_conversion_type(size, *p) : NULL;
    if (!type)
        return diag_error(r->config->d, CODE_WPP1003, r->place, "%%%.*s is no format specification",
                          (int)(*next - start), start);
    if (r->config->kernel && !strcmp(type->c_type, "double")) {
        diag_error(r->config->d, CODE_WPP1003, r->place, "%%%.*s: kernel code does not trace floating-point values",
                   (int)(*next - start), start);
        diag_help(r->config->d, "trace a scaled integer");
        return false;
    }
    return take_value(r, type, start - 1, (size_t)(*next - start + 1));
}

bool wpp_read_format(struct wpp_config *c, const char *format, const char *const *given, size_t given_count,
                     size_t *used, struct diag_place place, struct wpp_value *values, size_t *count)
{
    struct reading r = {c, place, given, given_count, used, values, count};
    for (const char *p = strchr(format, '%'); p; p = strchr(p, '%')) {
        p++;
        if (*p == '%') {
            p++;
        } else if (!*p || *p == '\\') { /* "100%\n": a percent sign before what cannot be a specification */
            continue;
        } else if (*p == '!') {
            if (!take_name(&r, p + 1, &p))
                return false;
        } else if (!take_conversion(&r, p, &p)) {
            return false;
        }
    }
    return true;
}

const char *wpp_literal(struct arena *a, const char *text)
{
    const size_t blanks = strspn(text, " \t\r\n");
    size_t length = strlen(text);
    while (length > blanks && isspace((unsigned char)text[length - 1]))
        length--;
    if (text[blanks] == '(' && text[length - 1] == ')') /* a literal in parentheses is one */
        return wpp_literal(a, arena_substring(a, text + blanks + 1, length - blanks - 2));
    char *out = arena_alloc(a, strlen(text) + 1), *q = out;
    const char *end = text + strlen(text);
    bool any = false;
    for (const char *p = text; p < end;) {
        p += p[0] == 'L' && p[1] == '"'; /* a wide literal is as good: only its characters are read */
        const char *next = wpp_skip(p, end);
        if (!next || *p == '\'')
            return NULL;
        if (*p == '"') {
            memcpy(q, p + 1, (size_t)(next - p - 2));
            q += next - p - 2;
            any = true;
        } else if (next == p && any && (isalpha((unsigned char)*p) || *p == '_')) { /* "built " __DATE__: its name */
            for (next = p; isalnum((unsigned char)*next) || *next == '_'; next++)
                *q++ = *next;
        } else if (next == p) {
            if (!isspace((unsigned char)*p) && *p != '\\')
                return NULL;
            next = p + 1;
        }
        p = next;
    }
    return any ? out : NULL;
}

char *wpp_decode(struct arena *a, const char *inside)
{
    static const char letters[] = "abfnrtv", meanings[] = "\a\b\f\n\r\t\v";
    char *out = arena_alloc(a, strlen(inside) + 1), *q = out;
    for (const char *p = inside; *p;) {
        if (*p != '\\') {
            *q++ = *p++;
            continue;
        }
        p++;
        const char *letter = *p ? strchr(letters, *p) : NULL;
        unsigned value = 0;
        if (*p == '\n' || *p == '\r') { /* the line goes on */
            p += *p == '\r' && p[1] == '\n' ? 2 : 1;
            continue;
        }
        if (letter) {
            value = (unsigned char)meanings[letter - letters];
            p++;
        } else if (*p >= '0' && *p <= '7') {
            for (int i = 0; i < 3 && *p >= '0' && *p <= '7'; i++)
                value = value * 8 + (unsigned)(*p++ - '0');
        } else if (*p == 'x') {
            for (p++; isxdigit((unsigned char)*p); p++)
                value = value * 16 +
                        (unsigned)(isdigit((unsigned char)*p) ? *p - '0' : tolower((unsigned char)*p) - 'a' + 10);
        } else if (*p) {
            value = (unsigned char)*p++;
        }
        if (!(value & 0xFF))
            break;
        *q++ = (char)value;
    }
    *q = 0;
    return out;
}
