/* Reading `cwdk: allow(...)` comments. */
#include "cwdk/check/allow.h"

#include <ctype.h>
#include <string.h>

enum { MOST_CODES = 16 };

struct reader {
    const char *text;
    size_t size, at, line_start;
    uint32_t line;
    int depth; /* of parentheses: the `;` of a `for` ends no statement */
    bool code; /* on this line, so far */
    struct arena *arena;
    struct allows *out;
    size_t room, waiting; /* items from `waiting` on look for the code that they are about */
};

static char peek(const struct reader *r, size_t ahead)
{
    return r->at + ahead < r->size ? r->text[r->at + ahead] : 0;
}

static void next(struct reader *r)
{
    if (r->text[r->at++] == '\n') {
        r->line++;
        r->line_start = r->at;
        r->code = false;
    }
}

static struct allow *add(struct reader *r)
{
    if (r->out->count == r->room) {
        r->room = r->room ? r->room * 2 : 8;
        struct allow *more = arena_array(r->arena, r->room, sizeof *more);
        if (r->out->count)
            memcpy(more, r->out->items, r->out->count * sizeof *more);
        r->out->items = more;
    }
    return &r->out->items[r->out->count++];
}

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at;
}

/* Codes up to the closing parenthesis; NULL where something else stands there. */
static const char *read_codes(struct reader *r, const char *at, const char *end, const char **codes)
{
    size_t count = 0;
    for (;;) {
        at = skip_space(at, end);
        const char *from = at;
        while (at < end && isalnum((unsigned char)*at))
            at++;
        if (at == from || count == MOST_CODES)
            return NULL;
        char *code = arena_substring(r->arena, from, (size_t)(at - from));
        for (char *c = code; *c; c++)
            *c = (char)toupper((unsigned char)*c);
        codes[count++] = code;
        at = skip_space(at, end);
        if (at < end && *at == ',') {
            at++;
            continue;
        }
        return at < end && *at == ')' ? at + 1 : NULL;
    }
}

/* Letters or digits in it: a dash is no reason. */
static bool says_something(const char *text)
{
    for (; *text; text++)
        if (isalnum((unsigned char)*text) || (unsigned char)*text >= 0x80)
            return true;
    return false;
}

/* What stands in a comment, from after its mark to before its end. */
static void read_comment(struct reader *r, size_t from, size_t end, uint32_t line, size_t line_start, bool after_code)
{
    static const char word[] = "cwdk:", verb[] = "allow";
    const char *at = skip_space(r->text + from, r->text + end), *last = r->text + end;
    if ((size_t)(last - at) < sizeof word - 1 || strncmp(at, word, sizeof word - 1) != 0)
        return;
    struct allow *x = add(r);
    *x = (struct allow){.line = line, .column = (uint32_t)((size_t)(at - r->text) - line_start) + 1, .reason = ""};
    if (after_code)
        x->first = x->last = line;
    at = skip_space(at + sizeof word - 1, last);
    if ((size_t)(last - at) < sizeof verb - 1 || strncmp(at, verb, sizeof verb - 1) != 0)
        return;
    at = skip_space(at + sizeof verb - 1, last);
    const char **codes = arena_array(r->arena, MOST_CODES + 1, sizeof *codes);
    at = at < last && *at == '(' ? read_codes(r, at + 1, last, codes) : NULL;
    if (!at)
        return;
    x->codes = codes;
    const char *reason = arena_trimmed(r->arena, at, (size_t)(last - at));
    while (*reason == ':' || *reason == '-' || *reason == ' ')
        reason++;
    x->reason = says_something(reason) ? reason : "";
}

/* A comment that begins here; true where there is one. */
static bool skip_comment(struct reader *r)
{
    if (peek(r, 0) != '/' || (peek(r, 1) != '/' && peek(r, 1) != '*'))
        return false;
    const bool block = peek(r, 1) == '*', after_code = r->code;
    const uint32_t line = r->line;
    const size_t line_start = r->line_start, from = r->at + 2;
    r->at += 2;
    while (r->at < r->size) {
        if (block ? peek(r, 0) == '*' && peek(r, 1) == '/' : peek(r, 0) == '\n')
            break;
        if (!block && peek(r, 0) == '\\' && peek(r, 1) == '\n') /* goes on in the next line */
            next(r);
        next(r);
    }
    read_comment(r, from, r->at, line, line_start, after_code);
    if (block && r->at < r->size)
        r->at += 2;
    if (after_code && line != r->line)
        r->code = false;
    return true;
}

static void skip_quoted(struct reader *r, char quote)
{
    r->at++;
    while (r->at < r->size && peek(r, 0) != quote && peek(r, 0) != '\n') {
        if (peek(r, 0) == '\\' && r->at + 1 < r->size)
            next(r);
        next(r);
    }
    if (peek(r, 0) == quote)
        r->at++;
}

static void settle(struct reader *r, bool ends)
{
    for (size_t i = r->waiting; i < r->out->count; i++) {
        struct allow *x = &r->out->items[i];
        if (x->first && x->last) /* behind code, or settled */
            continue;
        if (!x->first)
            x->first = r->line;
        if (ends)
            x->last = r->line;
    }
    if (ends)
        r->waiting = r->out->count;
}

static void read_code(struct reader *r)
{
    const char c = peek(r, 0);
    if (c == '(' || c == '[')
        r->depth++;
    if ((c == ')' || c == ']') && r->depth)
        r->depth--;
    const bool brace = c == '{' || c == '}';
    if (brace)
        r->depth = 0;
    r->code = true;
    settle(r, brace || (c == ';' && !r->depth));
    if (c == '"' || c == '\'')
        skip_quoted(r, c);
    else
        next(r);
}

void allows_read(const char *text, size_t size, struct arena *a, struct allows *out)
{
    struct reader r = {.text = text, .size = size, .line = 1, .arena = a, .out = out};
    *out = (struct allows){0};
    if (!strstr(text, "cwdk:")) /* most sources have none */
        return;
    while (r.at < size) {
        if (skip_comment(&r))
            continue;
        if (isspace((unsigned char)peek(&r, 0)))
            next(&r);
        else
            read_code(&r);
    }
    settle(&r, true);
}

bool allow_names(const struct allow *allow, const char *code)
{
    for (const char **own = allow->codes; own && *own; own++)
        if (!strcmp(*own, code))
            return true;
    return false;
}
