/*
 * Conditions of MSBuild:
 *     or:     and ('or' and)*              and:  term ('and' term)*
 *     term:   '!' term | '(' or ')' | exists('x') | HasTrailingSlash('x') | operand [operator operand]
 * The text is not expanded before it is parsed, so a quote inside a value cannot change its meaning.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/msbuild.h"
#include "cwdk/project/paths.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct parser {
    struct msbuild *m;
    const struct msbuild_scope *scope;
    const char *text, *p;
    unsigned depth;
    bool bad;
};

static bool parse_or(struct parser *c);

static bool malformed(struct parser *c, const char *expected)
{
    if (!c->bad && !c->m->failed) {
        diag_error(c->m->d, CODE_PRJ3003, c->scope->place, "the condition \"%s\" is not understood: expected %s",
                   c->text, expected);
        diag_help(c->m->d, "stopped before \"%.40s\"", c->p);
    }
    c->bad = true;
    return false;
}

static void skip_space(struct parser *c)
{
    while (isspace((unsigned char)*c->p))
        c->p++;
}

static bool take(struct parser *c, const char *token)
{
    skip_space(c);
    const size_t length = strlen(token);
    if (strncasecmp(c->p, token, length) != 0)
        return false;
    if (isalpha((unsigned char)*token) && (isalnum((unsigned char)c->p[length]) || c->p[length] == '_'))
        return false;
    c->p += length;
    return true;
}

/* The end of an operand: `quoted` up to a quote, else up to a space, an operator or a parenthesis. NULL where it has
 * none. */
static const char *operand_end(const char *p, bool quoted)
{
    for (; *p; p++) {
        if (quoted ? *p == '\'' : isspace((unsigned char)*p) || strchr("=!<>'()", *p))
            return p;
        if ((*p == '$' || *p == '@' || *p == '%') && p[1] == '(') {
            p = msbuild_closing(p + 1);
            if (!p)
                return NULL;
        }
    }
    return quoted ? NULL : p;
}

/* A quoted text, $(…), or a bare word; expanded and unescaped. NULL after reporting. */
static const char *operand(struct parser *c)
{
    skip_space(c);
    const bool quoted = *c->p == '\'';
    const char *start = c->p + quoted, *end = operand_end(start, quoted);
    if (!end || (!quoted && end == start)) {
        malformed(c, end ? "a value" : "a closing quote or parenthesis");
        return NULL;
    }
    c->p = end + quoted;
    const char *text = arena_substring(c->m->a, start, (size_t)(end - start));
    return msbuild_unescape(c->m->a, msbuild_expand(c->m, text, c->scope));
}

static bool number(const char *text, double *out)
{
    char *end;
    if (!isdigit((unsigned char)*text) && *text != '-' && *text != '+')
        return false;
    *out = strtod(text, &end);
    return end != text && !*end;
}

static bool truth(struct parser *c, const char *value)
{
    static const char *const yes[] = {"true", "on", "yes", "!false", "!off", "!no"};
    static const char *const no[] = {"false", "off", "no", "!true", "!on", "!yes"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (!strcasecmp(value, yes[i]))
            return true;
        if (!strcasecmp(value, no[i]))
            return false;
    }
    return malformed(c, "a comparison, or true or false");
}

static bool equal(const char *a, const char *b)
{
    double x, y;
    return !strcasecmp(a, b) || (number(a, &x) && number(b, &y) && x <= y && y <= x);
}

static bool ordered(struct parser *c, const char *a, const char *b, bool less, bool or_equal)
{
    double x, y;
    if (!number(a, &x) || !number(b, &y))
        return malformed(c, "numbers on both sides of < and >");
    return (less ? x < y : x > y) || (or_equal && x <= y && y <= x);
}

static bool parse_comparison(struct parser *c)
{
    const char *left = operand(c), *right;
    if (!left)
        return false;
    skip_space(c);
    const char operator= * c->p;
    const bool with_equal = c->p[0] && c->p[1] == '=';
    if (!strchr("=!<>", operator) || !operator)
        return truth(c, left);
    if ((operator== '=' || operator== '!') && !with_equal)
        return malformed(c, "== or !=");
    c->p += with_equal ? 2 : 1;
    right = operand(c);
    if (!right)
        return false;
    if (operator== '=' || operator== '!')
        return equal(left, right) == (operator== '=');
    return ordered(c, left, right, operator== '<', with_equal);
}

/* The argument of exists() or HasTrailingSlash(). */
static const char *argument(struct parser *c)
{
    const char *value = NULL;
    if (!take(c, "("))
        malformed(c, "(");
    else
        value = operand(c);
    if (value && !take(c, ")"))
        malformed(c, ")");
    return c->bad ? NULL : value;
}

static bool parse_term(struct parser *c)
{
    bool value = false;
    if (++c->depth > MSBUILD_NESTING)
        return malformed(c, "fewer parentheses");
    skip_space(c);
    if (*c->p == '!' && c->p[1] != '=') {
        c->p++;
        value = !parse_term(c);
    } else if (take(c, "(")) {
        value = parse_or(c);
        if (!c->bad && !take(c, ")"))
            malformed(c, ")");
    } else if (take(c, "exists")) {
        const char *path = argument(c);
        const char *folder = path_folder(c->m->a, c->scope->place.file);
        value = path && *path && path_exists(path_windows(c->m->a, folder, path));
    } else if (take(c, "hastrailingslash")) {
        const char *path = argument(c);
        const size_t length = path ? strlen(path) : 0;
        value = length && (path[length - 1] == '\\' || path[length - 1] == '/');
    } else {
        value = parse_comparison(c);
    }
    c->depth--;
    return value && !c->bad;
}

static bool parse_and(struct parser *c)
{
    bool value = parse_term(c);
    while (!c->bad && take(c, "and"))
        value = parse_term(c) && value;
    return value;
}

static bool parse_or(struct parser *c)
{
    bool value = parse_and(c);
    while (!c->bad && take(c, "or"))
        value = parse_and(c) || value;
    return value;
}

bool msbuild_condition(struct msbuild *m, const char *text, const struct msbuild_scope *scope)
{
    if (!text || !*text)
        return !m->failed;
    struct msbuild_scope quiet = *scope;
    quiet.quiet = true;
    struct parser c = {.m = m, .scope = &quiet, .text = text, .p = text};
    const bool value = parse_or(&c);
    skip_space(&c);
    if (!c.bad && *c.p)
        malformed(&c, "the end, `and` or `or`");
    if (c.bad)
        m->failed = true;
    return value && !m->failed;
}
