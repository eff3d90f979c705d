/* A small lexer of C and C++ that knows calls of trace functions. */
#include "cwdk/wpp/scan.h"
#include "cwdk/diag/codes.h"

#include <ctype.h>
#include <string.h>

struct scanner {
    struct wpp_config *config;
    const char *file;
    const char *p, *end;
    unsigned line;
    bool line_start;    /* nothing but space stood before on this line */
    bool in_directive;  /* up to an end of line that no backslash precedes */
    bool in_definition; /* the directive is #define, and its name is past */
    unsigned off;       /* nesting of #if inside #if 0; 0: code is live */
    char previous;      /* last character of code: a letter stands for a word */
    bool after_word;    /* the word before may be a type: what follows is a declaration */
    struct wpp_call *first, **last;
    struct wpp_call *first_of_line; /* of the line of the newest call */
    size_t count;
};

static struct diag_place here(const struct scanner *s)
{
    return (struct diag_place){.file = s->file, .line = s->line};
}

static bool is_word_char(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static size_t word_length(const struct scanner *s)
{
    size_t length = 0;
    while (s->p + length < s->end && is_word_char(s->p[length]))
        length++;
    return length;
}

static void advance(struct scanner *s, const char *to)
{
    for (; s->p < to; s->p++)
        if (*s->p == '\n')
            s->line++;
}

/* Past the white space after the scanner's position, without moving it. */
static const char *past_space(const char *p, const char *end)
{
    for (;;) {
        while (p < end && (isspace((unsigned char)*p) || (*p == '\\' && p + 1 < end && (p[1] == '\n' || p[1] == '\r'))))
            p++;
        const char *next = p < end && *p == '/' ? wpp_skip(p, end) : p;
        if (!next || next == p)
            return p;
        p = next;
    }
}

static bool starts(const struct scanner *s, const char *word)
{
    const size_t length = strlen(word);
    return (size_t)(s->end - s->p) >= length && !strncmp(s->p, word, length) && !is_word_char(s->p[length]);
}

/* Stands behind the # of a directive. */
static void enter_directive(struct scanner *s)
{
    advance(s, past_space(s->p, s->end));
    s->in_directive = true;
    const bool opens = starts(s, "if") || starts(s, "ifdef") || starts(s, "ifndef");
    if (s->off) {
        s->off += opens;
        if (starts(s, "endif") || (s->off == 1 && (starts(s, "else") || starts(s, "elif"))))
            s->off--;
    } else if (starts(s, "if")) {
        const char *condition = past_space(s->p + 2, s->end);
        s->off =
            s->end - condition >= 1 && *condition == '0' && (condition + 1 == s->end || !is_word_char(condition[1]));
    } else if (starts(s, "define")) {
        advance(s, past_space(s->p + 6, s->end));
        advance(s, s->p + word_length(s)); /* the name: defining a trace function is no call of it */
        s->in_definition = true;
    }
}

/* The last argument, "(MSG, values)", becomes the arguments in it. */
static bool open_inner(struct scanner *s, struct wpp_call *call)
{
    const struct wpp_function *f = call->function;
    const char *inner = call->count == f->inner + 1 ? call->arguments[f->inner] : "";
    const size_t length = strlen(inner);
    size_t count = 0;
    if (length < 2 || *inner != '(' || inner[length - 1] != ')') {
        diag_error(s->config->d, CODE_WPP1004, here(s), "%s wants its message and values in inner parentheses",
                   f->name);
        diag_help(s->config->d, "write %s(…, (\"message\", …))", f->name);
        return false;
    }
    const char *parts[WPP_PARAMETERS];
    if (!wpp_split(s->config->a, inner + 1, length - 2, parts, &count) || f->inner + count > WPP_PARAMETERS)
        return diag_error(s->config->d, CODE_WPP1005, here(s), "the call of %s has more than %d arguments", f->name,
                          WPP_PARAMETERS);
    for (size_t i = 0; i < count; i++)
        call->arguments[f->inner + i] = parts[i];
    call->count = f->inner + count;
    return true;
}

static bool take_call(struct scanner *s, struct wpp_function *f, const char *open)
{
    const char *end = open;
    unsigned depth = 0;
    while (end < s->end) {
        const char *next = wpp_skip(end, s->end);
        if (!next)
            break;
        if (next != end) {
            end = next;
            continue;
        }
        depth += *end == '(';
        if (*end == ')' && !--depth)
            break;
        end++;
    }
    if (end == s->end || *end != ')' || depth)
        return diag_error(s->config->d, CODE_WPP1004, here(s), "the call of %s is not closed", f->name);
    const char *from = open + 1, *to = end;
    if (f->doubled) {
        from = past_space(from, to);
        while (to > from && isspace((unsigned char)to[-1]))
            to--;
        if (from == to || *from != '(' || to[-1] != ')') {
            diag_error(s->config->d, CODE_WPP1004, here(s), "%s wants its arguments in two pairs of parentheses",
                       f->name);
            diag_help(s->config->d, "write %s((…))", f->name);
            return false;
        }
        from++;
        to--;
    }
    struct wpp_call *call = arena_alloc(s->config->a, sizeof *call);
    call->function = f;
    call->line = s->line;
    if (!wpp_split(s->config->a, from, (size_t)(to - from), call->arguments, &call->count))
        return diag_error(s->config->d, CODE_WPP1005, here(s), "the call of %s has more than %d arguments", f->name,
                          WPP_PARAMETERS);
    if (f->inner && !open_inner(s, call))
        return false;
    if (s->first_of_line && s->first_of_line->line != call->line)
        s->first_of_line = NULL;
    for (const struct wpp_call *other = s->first_of_line; other; other = other->next)
        if (other->function == f) {
            diag_error(s->config->d, CODE_WPP1002, here(s), "%s is called twice in one line", f->name);
            diag_help(s->config->d, "put each call on a line of its own: calls are told apart by their line");
            return false;
        }
    if (++s->count > WPP_CALL_LIMIT)
        return diag_error(s->config->d, CODE_WPP1005, here(s), "the source has more than %d trace calls",
                          WPP_CALL_LIMIT);
    f->used = true;
    if (!s->first_of_line)
        s->first_of_line = call;
    *s->last = call;
    s->last = &call->next;
    advance(s, end + 1);
    s->previous = ')';
    return true;
}

/* A word that could be a type: "VOID Trace(" declares, "return Trace(" calls. */
static bool may_be_type(const char *word, size_t length)
{
    static const char *const others[] = {"return", "else", "do", "case", "goto",
                                         "sizeof", "and",  "or", "not",  "co_return"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strlen(others[i]) == length && !strncmp(word, others[i], length))
            return false;
    return true;
}

static bool take_word(struct scanner *s)
{
    const size_t length = word_length(s);
    struct wpp_function *f = isdigit((unsigned char)*s->p) ? NULL : wpp_find_function(s->config, s->p, length);
    const char *open = past_space(s->p + length, s->end);
    const bool member = s->previous == '.' || s->previous == '>';
    if (f && open < s->end && *open == '(' && !s->after_word && !member && !s->off &&
        (!s->in_directive || s->in_definition)) {
        if (!s->in_definition)
            return take_call(s, f, open);
        diag_error(s->config->d, CODE_WPP1002, here(s), "%s is called inside a macro", f->name);
        diag_help(s->config->d, "the format of each call is fixed by its line; call %s where the macro is used",
                  f->name);
        return false;
    }
    s->after_word = !s->in_directive && may_be_type(s->p, length);
    s->previous = 'a';
    s->p += length;
    return true;
}

static bool step(struct scanner *s)
{
    const char c = *s->p;
    if (c == '\n') {
        s->line++;
        s->p++;
        s->line_start = true;
        s->in_directive = s->in_definition = false;
        return true;
    }
    if (c == '\\' && s->p + 1 < s->end && (s->p[1] == '\n' || s->p[1] == '\r')) {
        const char *next = s->p + 1 + (s->p[1] == '\r' && s->p + 2 < s->end);
        advance(s, next < s->end ? next + 1 : s->end);
        return true;
    }
    if (isspace((unsigned char)c)) {
        s->p++;
        return true;
    }
    const bool quote_in_number = c == '\'' && s->previous == 'a';
    const bool dead =
        s->off && (c == '\'' || c == '"'); /* text that is switched off may have an apostrophe in a word */
    const char *next = quote_in_number || dead || (s->in_directive && c == '\'') ? s->p : wpp_skip(s->p, s->end);
    if (!next) {
        if (c == '/')
            return diag_error(s->config->d, CODE_WPP1004, here(s), "a comment is not closed");
        next = s->p + 1; /* the compiler will say more about a broken string */
    }
    if (next != s->p) {
        if (c != '/')
            s->previous = '"';
        advance(s, next);
        s->after_word = s->after_word && c == '/';
        s->line_start = s->line_start && c == '/';
        return true;
    }
    if (c == '#' && s->line_start) {
        s->p++;
        enter_directive(s);
        s->line_start = false;
        return true;
    }
    s->line_start = false;
    if (is_word_char(c))
        return take_word(s);
    s->after_word = s->after_word && c == '*'; /* "VOID *Trace(" */
    s->previous = c;
    s->p++;
    return true;
}

bool wpp_scan(struct wpp_config *c, const char *file, const char *text, size_t size, struct wpp_call **out)
{
    struct scanner s = {.config = c, .file = file, .p = text, .end = text + size, .line = 1, .line_start = true};
    bool ok = true;
    s.last = &s.first;
    while (s.p < s.end) {
        const char *before = s.p;
        if (!step(&s)) {
            ok = false;
            if (s.p == before) /* go on behind it: one run reports all */
                s.p += word_length(&s) ? word_length(&s) : 1;
            if (c->d->errors > 20)
                break;
        }
    }
    *out = s.first;
    return ok;
}
