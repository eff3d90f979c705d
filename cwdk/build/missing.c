/* Missing names: finding them in what clang said, and saying it better. */
#include "cwdk/build/missing.h"
#include "cwdk/build/said.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* How much an error spoils. */
enum reach { REACH_NONE, REACH_LINE, REACH_REST };

struct finding {
    const char *name, *suggestion;
    enum reach reach;
    bool header;
};

static bool word_char(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The text in the quotes behind `before`; NULL where the message does not have them. */
static const char *quoted(struct arena *a, const char *message, const char *before)
{
    const char *found = strstr(message, before);
    if (!found)
        return NULL;
    found += strlen(before);
    return arena_substring(a, found, strcspn(found, "'"));
}

/* The identifier at the column of a diagnostic in the source line it shows, where a call of a macro may stand. */
static const char *at_column(struct arena *a, const struct said *s)
{
    const size_t length = strlen(s->source), column = s->place.column ? s->place.column - 1 : 0;
    size_t end = column;
    if (column >= length || !word_char(s->source[column]))
        return NULL;
    while (end < length && word_char(s->source[end]))
        end++;
    return arena_substring(a, s->source + column, end - column);
}

static bool in_capitals(const char *name)
{
    for (const char *p = name; *p; p++)
        if (islower((unsigned char)*p))
            return false;
    return strlen(name) > 2;
}

/* Whether an error says that a name is unknown, and which. */
static bool read_finding(struct arena *a, const struct said *s, struct finding *out)
{
    static const struct {
        const char *text;
        enum reach reach;
    } forms[] = {{"unknown type name '", REACH_REST},
                 {"use of undeclared identifier '", REACH_LINE},
                 {"call to undeclared function '", REACH_LINE},
                 {"call to undeclared library function '", REACH_LINE}};
    *out = (struct finding){0};
    if (s->kind != SAID_ERROR)
        return false;
    if (strstr(s->message, "' file not found")) {
        *out = (struct finding){quoted(a, s->message, "'"), NULL, REACH_REST, true};
        return out->name != NULL;
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms && !out->name; i++)
        *out = (struct finding){quoted(a, s->message, forms[i].text), quoted(a, s->message, "did you mean '"),
                                forms[i].reach, false};
    const bool no_type = strstr(s->message, "type specifier missing") ||
                         strstr(s->message, "type specifier is required for all declarations");
    if (!out->name && no_type) { /* a macro that would declare something */
        const char *name = at_column(a, s);
        if (name && in_capitals(name))
            *out = (struct finding){name, NULL, REACH_REST, false};
    }
    return out->name && *out->name;
}

static void load(struct missing *m)
{
    struct diag unread = {0};
    if (!m->loaded)
        reference_load(&m->reference, m->plan->home, m->plan->arena, &unread);
    m->loaded = true;
    diag_free(&unread);
}

/* Names of Windows' interface begin with a capital letter, or with underscores and one. */
static bool looks_like_windows(const char *name)
{
    const char *p = name + strspn(name, "_");
    return isupper((unsigned char)*p) && strlen(name) > 2;
}

static bool is_ours(struct missing *m, const struct finding *f)
{
    load(m);
    if (f->header)
        return true;
    if (reference_find(&m->reference, f->name))
        return true;
    if (f->suggestion)
        return reference_find(&m->reference, f->suggestion) != NULL;
    return looks_like_windows(f->name);
}

static void remember(struct missing *m, const struct finding *f, struct diag_place place)
{
    struct arena *a = m->plan->arena;
    struct missing_name *n = m->first;
    while (n && strcmp(n->name, f->name) != 0)
        n = n->next;
    if (!n) {
        n = arena_alloc(a, sizeof *n);
        *n = (struct missing_name){.name = f->name, .suggestion = f->suggestion, .header = f->header, .place = place};
        n->places.arena = a;
        *(m->first ? m->last : &m->first) = n;
        m->last = &n->next;
    }
    const char *text = arena_format(a, "%s:%u", place.file, place.line);
    if (!arguments_have(&n->places, text))
        arguments_add(&n->places, text);
}

static const char *past(const char *p, const char *characters)
{
    return p + strspn(p, characters);
}

/* Behind an initialiser: at the comma or semicolon that ends it, or at the end of the line. */
static const char *past_value(const char *p)
{
    int depth = 0;
    for (; *p && (depth > 0 || !strchr(",;", *p)); p++)
        depth += (strchr("([{", *p) != NULL) - (strchr(")]}", *p) != NULL);
    return p;
}

/* What a missing type would have declared, "T *p, q = f(x), r": nobody knows it now. `p` is behind the type. */
static void spoil_line(const struct missing *m, const char *p, struct arguments *spoilt)
{
    for (;;) {
        const char *name = past(p, " *"), *end = name;
        while (word_char(*end))
            end++;
        p = past(end, " ");
        if (end == name || (*p && !strchr(",;=[)", *p)))
            return;
        arguments_add(spoilt, arena_substring(m->plan->arena, name, (size_t)(end - name)));
        p = strchr("=[", *p) && *p ? past_value(p) : p;
        if (*p++ != ',')
            return;
    }
}

struct held {
    struct arguments lines;  /* "file:line" with a missing name */
    struct arguments spoilt; /* identifiers on those lines */
    bool rest;               /* all that comes now */
};

static bool names_spoilt(struct arena *a, const struct held *held, const char *message)
{
    for (const char *p = strchr(message, '\''); p; p = strchr(p + 1, '\'')) {
        const size_t length = strcspn(p + 1, "'");
        if (arguments_have(&held->spoilt, arena_substring(a, p + 1, length)))
            return true;
        p += length;
        if (!p[1])
            break;
        p++;
    }
    return false;
}

static void hold(struct missing *m, const struct said *s)
{
    if (s->kind != SAID_ERROR)
        return;
    m->held_back++;
    m->sources.arena = m->plan->arena;
    if (s->place.file && !arguments_have(&m->sources, s->place.file))
        arguments_add(&m->sources, s->place.file);
}

static bool follows(const struct missing *m, const struct held *held, const struct said *s)
{
    struct arena *a = m->plan->arena;
    if (!s->place.file) /* "too many errors": only where there was one of ours */
        return held->lines.count;
    const char *line = arena_format(a, "%s:%u", s->place.file, s->place.line);
    if (arguments_have(&held->lines, line) || names_spoilt(a, held, s->message))
        return true;
    return held->rest && !strstr(s->message, "undeclared identifier");
}

/* Takes a diagnostic about a missing name; false for any other. */
static bool take(struct missing *m, const struct said *s, struct held *held)
{
    struct arena *a = m->plan->arena;
    struct finding f;
    if (!read_finding(a, s, &f))
        return false;
    const bool spoilt = arguments_have(&held->spoilt, f.name);
    if (spoilt || !is_ours(m, &f))
        return false;
    remember(m, &f, s->place);
    arguments_add(&held->lines, arena_format(a, "%s:%u", s->place.file, s->place.line));
    held->rest |= f.reach == REACH_REST;
    const char *behind = strstr(s->source, f.name);
    if (f.reach != REACH_NONE && behind && !strstr(s->message, "function '"))
        spoil_line(m, behind + strlen(f.name), &held->spoilt);
    return true;
}

void missing_filter(struct missing *m, const char *block, struct text *out)
{
    struct arena *a = m->plan->arena;
    struct held held = {.lines.arena = a, .spoilt.arena = a};
    bool shown = false;
    for (const struct said *s = said_read(a, block); s; s = s->next) {
        if (s->kind == SAID_OTHER) {
            if (!held.lines.count || (shown && !strstr(s->text, "generated.")))
                text_add(out, s->text, s->size);
            continue;
        }
        const bool missing = take(m, s, &held);
        if (!missing && follows(m, &held, s)) {
            hold(m, s);
        } else if (!missing) {
            text_add(out, s->text, s->size);
            shown = true;
        }
    }
}

static bool has_header(const struct plan *plan, const char *folder, const char *header)
{
    return path_is_file(arena_format(plan->arena, "%s/sdk/include/wdk-sys/%s/%s", plan->home, folder, header));
}

static bool is_of_kernel_mode(const struct plan *plan, const char *header)
{
    return has_header(plan, "km", header) && !has_header(plan, "um", header) && !has_header(plan, "shared", header);
}

static bool is_user_mode(const struct plan *plan)
{
    for (size_t i = 0; i < plan->unit_count; i++)
        if (plan->units[i].project->kernel_mode)
            return false;
    return true;
}

/* "IoCreateDevice (wdm.h), …"; "" where there is none. */
static const char *neighbours(const struct missing *m, const struct missing_name *n)
{
    struct arena *a = m->plan->arena;
    const struct reference_name *near[REFERENCE_NEAREST];
    const struct reference_name *meant = n->suggestion ? reference_find(&m->reference, n->suggestion) : NULL;
    const size_t count = reference_nearest(&m->reference, n->name, near);
    const char *text = meant ? arena_format(a, "%s (%s)", meant->name, meant->header) : "";
    for (size_t i = 0; i < count && i < 3; i++)
        if (near[i] != meant)
            text = arena_format(a, "%s%s%s (%s)", text, *text ? ", " : "", near[i]->name, near[i]->header);
    return text;
}

static const char *more_places(struct arena *a, const struct missing_name *n)
{
    const char *text = "";
    const size_t more = n->places.count - 1;
    for (size_t i = 1; i <= more && i <= 3; i++)
        text = arena_format(a, "%s%s%s", text, i > 1 ? ", " : "", n->places.items[i]);
    return !more       ? ""
           : more <= 3 ? arena_format(a, "; also at %s", text)
                       : arena_format(a, "; also at %s and %zu more places", text, more - 3);
}

static void report_name(const struct missing *m, const struct missing_name *n, struct diag *d)
{
    const struct plan *plan = m->plan;
    struct arena *a = plan->arena;
    const struct reference_name *known = reference_find(&m->reference, n->name);
    const char *also = more_places(a, n);
    if (known && !strcmp(known->name, n->name)) {
        diag_error(d, CODE_BLD1004, n->place, "%s is declared in %s, which %s does not see%s", n->name, known->header,
                   path_name(n->place.file), also);
        if (is_user_mode(plan) && is_of_kernel_mode(plan, known->header))
            diag_help(d, "that header is for kernel mode; `cwdk explain %s` shows the declaration", n->name);
        else
            diag_help(d, "add #include <%s>; where that is there, a macro such as NTDDI_VERSION hides the declaration",
                      known->header);
        return;
    }
    const char *near = neighbours(m, n);
    diag_error(d, CODE_BLD1004, n->place, "nothing declares %s: neither the project's headers nor the kit's%s", n->name,
               also);
    if (*near)
        diag_help(d, "near to it are %s; if Windows has %s, `cwdk explain BLD1004` tells how to add it", near, n->name);
    else
        diag_help(d, "if Windows has it, `cwdk explain BLD1004` tells how to add it");
}

void missing_report(const struct missing *m, struct diag *d)
{
    for (const struct missing_name *n = m->first; n; n = n->next)
        if (!n->header)
            report_name(m, n, d);
    if (!m->held_back)
        return;
    const char *names = "";
    for (size_t i = 0; i < m->sources.count && i < 4; i++)
        names = arena_format(m->plan->arena, "%s%s%s", names, i ? ", " : "", m->sources.items[i]);
    diag_note(d, NULL, diag_nowhere(), "%zu further error%s in %s%s may follow from that and %s not shown",
              m->held_back, m->held_back == 1 ? "" : "s", names, m->sources.count > 4 ? " …" : "",
              m->held_back == 1 ? "is" : "are");
    diag_help(d, "`cwdk build -v` shows all that the compiler says");
}
