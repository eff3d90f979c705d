/* Collecting findings, with the path that leads to each in the words of the source. */
#include "cwdk/check/finding.h"
#include "cwdk/check/family.h"
#include "cwdk/host/file.h"

#include <stdlib.h>
#include <string.h>

/* The condition of the statement on that line: what stands in its parentheses. */
static const char *condition_text(struct findings *f, struct place place)
{
    size_t length;
    const char *line = source_line(f, place.file, place.line, &length);
    if (!line)
        return NULL;
    enum { FOR = 2 };
    static const char *const words[] = {"if", "while", "for", "switch"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *at = strstr(line, words[i]);
        if (!at || at >= line + length)
            continue;
        const char *open = at + strlen(words[i]);
        while (*open == ' ')
            open++;
        if (*open != '(')
            continue;
        open++;
        if (i == FOR) { /* what stands between the two semicolons */
            const char *first = memchr(open, ';', length - (size_t)(open - line));
            open = first ? first + 1 : open;
        }
        while (*open == ' ')
            open++;
        const struct place inside = {place.file, place.line, (uint32_t)(open - line) + 1};
        return source_text(f, inside, f->arena);
    }
    return NULL;
}

/* How much of the line the finding is about: a word, or a call. */
static size_t extent(const char *line, size_t length, size_t at)
{
    size_t end = at;
    int depth = 0;
    for (; end < length; end++) {
        const char c = line[end];
        if (c == '(' || c == '[')
            depth++;
        else if ((c == ')' || c == ']') && --depth < 0)
            break;
        else if (depth == 0 && (c == ';' || c == ',' || c == '=' || c == ' '))
            break;
        if (c == ')' && depth == 0) {
            end++;
            break;
        }
    }
    return end > at ? end - at : 1;
}

uint32_t finding_start(struct findings *f, const struct finding *x)
{
    size_t length;
    const char *line = source_line(f, x->place.file, x->place.line, &length);
    if (!line || (x->place.column && x->place.column <= length))
        return x->place.column ? x->place.column : 1;
    const size_t indent = strspn(line, " \t");
    return (uint32_t)(indent < length ? indent : 0) + 1;
}

uint32_t finding_end(struct findings *f, const struct finding *x)
{
    size_t length;
    const char *line = source_line(f, x->place.file, x->place.line, &length);
    const uint32_t start = finding_start(f, x);
    return line ? start + (uint32_t)extent(line, length, start - 1) : start;
}

static const char *step_text(struct findings *f, const struct step *s)
{
    struct arena *a = f->arena;
    const struct instruction *in = s->instruction ? f->p->by_id[s->instruction] : NULL;
    const char *callee = in && in->callee ? in->callee->name : "a function";
    const char *dot = strchr(callee, '.');
    if (dot)
        callee = arena_substring(a, callee, (size_t)(dot - callee));
    const struct class_entry *c = &class_table[s->class];
    switch ((enum step_kind)s->kind) {
    case STEP_BRANCH: {
        static const char *const more[] = {"", ": it is NULL", ": it is not NULL", ": a failure", ": a success"};
        const char *condition = in ? condition_text(f, in->place) : NULL;
        if (!condition || s->sense == SENSE_NONE)
            return NULL;
        return arena_format(a, "`%s` is %s here%s", condition, s->sense == SENSE_TRUE ? "true" : "false",
                            more[s->says]);
    }
    case STEP_BEGUN:
        return s->inside ? arena_format(a, "%s gives the %s", callee, c->noun)
                         : arena_format(a, "the %s is %s by %s", c->noun, c->begun, callee);
    case STEP_ENDED:
        return arena_format(a, "the %s is %s by %s", c->noun, c->ended, callee);
    case STEP_TAKEN:
        return arena_format(a, "the %s is handed to %s", c->noun, callee);
    case STEP_NULL:
        return arena_format(a, "%s may return NULL: say that it does", callee);
    case STEP_RAISED:
        return arena_format(a, "%s raises the level", callee);
    default:
        return NULL;
    }
}

enum { MOST_STEPS = 24, MOST_DEPTH = 6 };

/* Steps from the first to `last`, those inside of calls in their place where something happens there. */
static void add_steps(struct findings *f, struct finding *out, const struct step *last, unsigned depth)
{
    const struct step *list[256] = {NULL};
    size_t count = 0;
    for (const struct step *s = last; s && count < sizeof list / sizeof *list; s = s->before)
        list[count++] = s;
    size_t branches = 0;
    for (size_t i = 0; i < count; i++)
        branches += list[i]->kind == STEP_BRANCH;
    for (size_t i = count; i-- > 0 && out->step_count < MOST_STEPS;) {
        const struct step *s = list[i];
        if (s->kind == STEP_BRANCH && branches-- > 8)
            continue; /* the last ones tell the most */
        const struct instruction *in = s->instruction ? f->p->by_id[s->instruction] : NULL;
        const bool happens = s->kind == STEP_ENDED || s->kind == STEP_BEGUN || s->kind == STEP_TAKEN;
        if (s->inside && in && depth < MOST_DEPTH && (happens || s->kind == STEP_INSIDE)) {
            if (s->kind == STEP_INSIDE)
                out->steps[out->step_count++] = (struct finding_step){
                    in->place, arena_format(f->arena, "calls %s", in->callee ? in->callee->name : "a function"), depth};
            add_steps(f, out, s->inside, depth + 1);
            if (out->step_count == MOST_STEPS)
                return;
        }
        if (s->kind == STEP_CALL || s->kind == STEP_INSIDE)
            continue;
        const char *text = s->instruction ? step_text(f, s) : NULL;
        if (text && f->p->by_id[s->instruction]->place.line)
            out->steps[out->step_count++] = (struct finding_step){f->p->by_id[s->instruction]->place, text, depth};
    }
}

static uint64_t line_print(struct findings *f, const struct finding *x)
{
    uint64_t h = 1469598103934665603u;
    size_t length = 0;
    const char *line = source_line(f, x->place.file, x->place.line, &length);
    const char *const parts[] = {x->code, x->function, x->claim, path_name(f->files[x->place.file])};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (const char *p = parts[i]; *p; p++)
            h = (h ^ (unsigned char)*p) * 1099511628211u;
    for (size_t i = 0; line && i < length; i++)
        if (line[i] != ' ' && line[i] != '\t')
            h = (h ^ (unsigned char)line[i]) * 1099511628211u;
    return h;
}

struct finding *finding_new(struct findings *f, const char *code, struct place place, const char *function,
                            const char *claim)
{
    if (f->count == f->capacity) {
        f->capacity = f->capacity ? f->capacity * 2 : 32;
        struct finding *more = arena_array(f->arena, f->capacity, sizeof *more);
        if (f->count)
            memcpy(more, f->items, f->count * sizeof *more);
        f->items = more;
    }
    struct finding *x = &f->items[f->count++];
    *x = (struct finding){.code = code, .place = place, .claim = claim, .function = function};
    if (!f->collecting)
        x->line_print = line_print(f, x);
    return x;
}

static bool is_there(const struct findings *f, const char *code, struct place place, const char *claim)
{
    for (size_t i = 0; i < f->count; i++) {
        const struct finding *x = &f->items[i];
        if (!strcmp(x->code, code) && x->place.file == place.file && x->place.line == place.line &&
            (x->place.column == place.column || !strcmp(x->claim, claim)))
            return true;
    }
    return false;
}

static struct finding *add(struct findings *f, const char *code, struct place place, const char *function,
                           const struct step *before, const char *claim)
{
    if (is_there(f, code, place, claim))
        return &f->unwanted;
    struct finding *x = finding_new(f, code, place, function, claim);
    x->path = before;
    if (!f->collecting) {
        x->steps = arena_array(f->arena, MOST_STEPS, sizeof *x->steps);
        add_steps(f, x, before, 0);
    }
    return x;
}

struct finding *finding_add(struct findings *f, const char *code, struct place place, const struct function *function,
                            const struct step *before, const char *claim)
{
    return place.line && !function->from_kit ? add(f, code, place, function->name, before, claim) : &f->unwanted;
}

void finding_take(struct findings *f, const struct finding *x)
{
    struct finding *y = add(f, x->code, x->place, x->function, x->path, x->claim);
    if (y == &f->unwanted)
        return;
    y->claim = arena_string(f->arena, x->claim);
    y->function = arena_string(f->arena, x->function);
    y->label = x->label ? arena_string(f->arena, x->label) : NULL;
    y->help = x->help ? arena_string(f->arena, x->help) : NULL;
}

uint32_t findings_file(struct findings *f, const char *name)
{
    for (uint32_t i = 1; i < f->file_count; i++)
        if (!strcmp(f->files[i], name))
            return i;
    const char **more = arena_array(f->arena, (size_t)f->file_count + 2, sizeof *more);
    more[0] = "";
    if (f->file_count)
        memcpy(more, f->files, f->file_count * sizeof *more);
    else
        f->file_count = 1;
    more[f->file_count] = name;
    f->files = more;
    return f->file_count++;
}

void finding_label(struct findings *f, struct finding *finding, const char *label, const char *help)
{
    (void)f;
    finding->label = label;
    finding->help = help;
}

static struct findings *sorting;

static int by_place(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    const int file = strcmp(sorting->files[x->place.file], sorting->files[y->place.file]);
    if (file)
        return file;
    if (x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    if (x->place.column != y->place.column)
        return x->place.column < y->place.column ? -1 : 1;
    return strcmp(x->code, y->code);
}

/* The same line twice in one function, with the same claim: told apart by its number, which lines that move do not
 * change. */
static void tell_apart(struct findings *f)
{
    for (size_t i = 0; i < f->count; i++) {
        uint64_t number = 0;
        for (size_t k = 0; k < i; k++)
            number += f->items[k].line_print == f->items[i].line_print;
        f->items[i].fingerprint = f->items[i].line_print ^ number * 0x9E3779B97F4A7C15u;
    }
}

void findings_sort(struct findings *f)
{
    sorting = f;
    if (f->count)
        qsort(f->items, f->count, sizeof *f->items, by_place);
    tell_apart(f);
}

const char *name_of_value(const struct run *r, const struct state *s, struct value v, const char *otherwise)
{
    const struct node *n = node_at(r->p, v.base);
    if (n->kind == NODE_PARAMETER && !v.offset && n->a < r->f->parameter_count && *r->f->parameters[n->a])
        return arena_format(r->e->arena, "`%s`", r->f->parameters[n->a]);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const struct node *owner = node_at(r->p, c->base);
        if (c->offset || !value_same(c->value, v) || owner->kind != NODE_LOCAL || owner->b != r->f->id || !owner->a)
            continue;
        const struct instruction *in = r->p->by_id[owner->a];
        if (in->op == OP_LOCAL && in->name && strcmp(in->name, "retval") != 0)
            return arena_format(r->e->arena, "`%s`", in->name);
    }
    if (n->kind == NODE_LOCAL && r->p->by_id[n->a]->op == OP_LOCAL && r->p->by_id[n->a]->name)
        return arena_format(r->e->arena, "`%s`", r->p->by_id[n->a]->name);
    if (n->kind == NODE_GLOBAL && (*r->p->globals[n->a].name == '?' || *r->p->globals[n->a].name == '.'))
        return "the string";
    if (n->kind == NODE_GLOBAL)
        return arena_format(r->e->arena, "`%s`", r->p->globals[n->a].name);
    return otherwise;
}
