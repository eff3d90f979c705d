/*
 * What the driver as a whole leaves behind: things that it has the system keep (registrations.def), or keeps itself in
 * a place that outlives the function, and that nothing gives back, in a driver that can be unloaded. No paths: which
 * calls there are, what they are about (trace.h), and what leads to them.
 */
#include "cwdk/check/family.h"
#include "cwdk/check/left.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>
#include <string.h>

enum kind {
#define KIND(name, ...) KIND_##name,
#define BEGINS(...)
#define ENDS(...)
#include "cwdk/check/registrations.def"
#undef KIND
    KIND_COUNT
};

static const struct kind_entry {
    const char *code, *begun, *ended, *consequence, *routine;
} kinds[] = {
#define KIND(name, code, begun, ended, consequence, routine) {code, begun, ended, consequence, routine},
#include "cwdk/check/registrations.def"
#undef KIND
#undef BEGINS
#undef ENDS
};

enum where { SAME, WRITTEN, RESULT };

/* A function that begins or ends something of a kind. */
struct row {
    const char *function;
    int64_t value;
    enum kind kind;
    enum where where;
    int argument, selector;
    bool ends;
};

static const struct row rows[] = {
#define KIND(...)
#define BEGINS(kind, function, where, argument, selector, value)                                                       \
    {function, value, KIND_##kind, where, argument, selector, false},
#define ENDS(kind, function, argument, selector, value) {function, value, KIND_##kind, SAME, argument, selector, true},
#include "cwdk/check/registrations.def"
#undef KIND
#undef BEGINS
#undef ENDS
};

/* Kinds that are classes of things: effects.def has their functions. */
static const struct {
    enum class class;
    enum kind kind;
} by_class[] = {
    {CLASS_DEVICE, KIND_DEVICE},       {CLASS_EX_TIMER, KIND_EX_TIMER},   {CLASS_HANDLE, KIND_HANDLE},
    {CLASS_LOOKASIDE, KIND_LOOKASIDE}, {CLASS_WORK_ITEM, KIND_WORK_ITEM},
};

/* One call that begins or ends something. */
struct event {
    enum kind kind;
    struct site site;
    struct origins about;
};

struct events {
    struct event *items;
    uint32_t count, room;
};

struct registrations {
    struct left left;
    struct events begun, ended;
};

static void add(struct registrations *g, struct events *to, struct event event)
{
    to->items = record_room(g->left.e->arena, to->items, to->count, &to->room, sizeof *to->items);
    to->items[to->count++] = event;
}

static void look_at(struct registrations *g, const struct row *row, struct site site)
{
    const struct instruction *in = site.in;
    struct event event = {.kind = row->kind, .site = site};
    const struct operand *selector =
        row->selector >= 0 && (uint32_t)row->selector < in->operand_count ? &in->operands[row->selector] : NULL;
    const bool chosen = selector && selector->kind == OPERAND_VALUE && value_is_number(selector->value);
    if (chosen && selector->value.offset != row->value)
        return;
    if (row->selector >= 0 && !chosen) {
        if (!row->ends)
            return;
        event.about.unknown = true;
    } else if (row->where == RESULT) {
        trace_result(&g->left.trace, site.function, in, &event.about);
    } else if (row->argument < 0 || (uint32_t)row->argument >= in->operand_count) {
        event.about.unknown = true;
    } else if (row->where == WRITTEN) {
        trace_written(&g->left.trace, site.function, &in->operands[row->argument], &event.about);
    } else {
        trace_back(&g->left.trace, site.function, &in->operands[row->argument], &event.about);
    }
    add(g, row->ends ? &g->ended : &g->begun, event);
}

static void look_at_calls(struct registrations *g, const struct function *callee, const struct row *row)
{
    for (uint32_t i = g->left.trace.first[callee->id]; i < g->left.trace.first[callee->id + 1]; i++) {
        const struct site site = g->left.trace.sites[i];
        if (row->ends || !site.function->from_kit)
            look_at(g, row, site);
    }
    if (row->ends && callee->address_taken)
        add(g, &g->ended, (struct event){.kind = row->kind, .about = {.unknown = true}});
}

static void look_at_effect(struct registrations *g, const struct function *callee, const struct effect *x)
{
    const bool begins = x->verb == VERB_MAKES || x->verb == VERB_STARTS;
    for (size_t i = 0; i < sizeof by_class / sizeof *by_class; i++) {
        if (by_class[i].class != x->class || (!begins && x->verb != VERB_ENDS))
            continue;
        const struct row row = {.kind = by_class[i].kind,
                                .where = x->verb == VERB_MAKES ? x->argument < 0 ? RESULT : WRITTEN : SAME,
                                .argument = x->argument,
                                .selector = -1,
                                .ends = !begins};
        look_at_calls(g, callee, &row);
    }
}

static void find_events(struct registrations *g)
{
    const struct program *p = g->left.e->p;
    for (uint32_t i = 0; i < p->function_count; i++) {
        const struct function *f = p->functions[i];
        if (!f->contract || (f->defined && !f->from_kit))
            continue;
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
            if (!strcmp(rows[k].function, f->contract->name))
                look_at_calls(g, f, &rows[k]);
        for (uint32_t k = 0; k < f->contract->effect_count; k++)
            look_at_effect(g, f, &f->contract->effects[k]);
    }
}

/* What a call ends is one of those that are begun in known places. */
static bool is_accounted(const struct registrations *g, const struct event *end)
{
    if (end->about.unknown)
        return false;
    if (!end->about.count)
        return end->about.local;
    for (uint32_t i = 0; i < g->begun.count; i++)
        if (g->begun.items[i].kind == end->kind && origins_meet(&g->begun.items[i].about, &end->about))
            return true;
    return false;
}

/* The branch goes there where something has failed: a status, or a pointer that is NULL. */
static bool fails(const struct function *f, const struct instruction *branch, uint32_t target)
{
    const struct operand *o = branch->op == OP_BRANCH ? &branch->operands[0] : NULL;
    const struct instruction *c = o && o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
    if (!c || c->op != OP_COMPARE || c->operands[0].kind != OPERAND_INSTRUCTION ||
        c->operands[1].kind != OPERAND_VALUE || c->operands[1].value.base || c->operands[1].value.offset)
        return false;
    const bool status = c->sub == COMPARE_LESS && c->operands[0].width == 32;
    const bool pointer = c->sub == COMPARE_EQUAL && f->instructions[c->operands[0].index].pointer;
    return (status || pointer) && target == branch->targets[c->negate ? 1 : 0];
}

static uint32_t block_of(const struct function *f, const struct instruction *in)
{
    const uint32_t at = (uint32_t)(in - f->instructions);
    uint32_t b = 0;
    while (b + 1 < f->block_count && (at < f->blocks[b].first || at >= f->blocks[b].first + f->blocks[b].count))
        b++;
    return b;
}

/* Some path leads from one call to the other, of the same function; `well`: none of its calls fails on it. */
static bool leads_to(const struct function *f, const struct instruction *from, const struct instruction *to, bool well)
{
    bool *known = memory_new((size_t)f->block_count + 1, sizeof *known);
    uint32_t *list = memory_new((size_t)f->block_count + 1, sizeof *list), count = 0;
    const uint32_t last = block_of(f, to);
    list[count++] = block_of(f, from);
    bool found = list[0] == last && from < to;
    for (uint32_t i = 0; i < count && !found; i++) {
        const struct block *b = &f->blocks[list[i]];
        const struct instruction *end = &f->instructions[b->first + b->count - 1];
        for (uint32_t k = 0; k < end->target_count; k++) {
            if (known[end->targets[k]] || (well && fails(f, end, end->targets[k])))
                continue;
            known[end->targets[k]] = true;
            list[count++] = end->targets[k];
            found |= end->targets[k] == last;
        }
    }
    free(known);
    free(list);
    return found;
}

/* What one call has begun the other ends in the same function, where a later step fails. */
static bool is_undone(const struct event *begin, const struct event *end)
{
    const struct function *f = begin->site.function;
    return f == end->site.function && leads_to(f, begin->site.in, end->site.in, false) &&
           !leads_to(f, begin->site.in, end->site.in, true);
}

enum verdict { GIVEN_BACK, NEVER, WHERE_IT_FAILS, NOT_THIS };

/* Of which calls give something of its kind back, and from where. */
static enum verdict judged(const struct registrations *g, const struct event *begin)
{
    const struct origins *about = &begin->about;
    bool none = true, clear = !about->unknown && about->count, failing = false;
    for (uint32_t i = 0; i < g->ended.count; i++) {
        const struct event *end = &g->ended.items[i];
        if (end->kind != begin->kind)
            continue;
        if (end->site.function && (!g->left.reached[end->site.function->id] || is_undone(begin, end))) {
            failing |= end->about.unknown || origins_meet(about, &end->about);
            continue;
        }
        none = false;
        clear &= is_accounted(g, end) && !origins_meet(about, &end->about);
    }
    return none ? failing ? WHERE_IT_FAILS : NEVER : clear ? NOT_THIS : GIVEN_BACK;
}

/* Those that are kept nowhere are lost on their path, which other rules tell. */
static bool has_place(const struct event *begin)
{
    return begin->about.count || (begin->kind != KIND_HANDLE && begin->kind != KIND_WORK_ITEM);
}

static void judge(const struct registrations *g, const struct event *begin)
{
    const enum verdict verdict = has_place(begin) ? judged(g, begin) : GIVEN_BACK;
    const struct kind_entry *k = &kinds[begin->kind];
    struct arena *a = g->left.e->arena;
    if (verdict == GIVEN_BACK)
        return;
    const char *claim = arena_format(a, "%s, and nothing %s%s", k->begun, k->ended,
                                     verdict == WHERE_IT_FAILS ? " but a failure on the way" : "");
    struct finding *f =
        finding_add(g->left.e->findings, k->code, begin->site.in->place, begin->site.function, NULL, claim);
    finding_label(
        g->left.e->findings, f, k->consequence,
        arena_format(a,
                     verdict == NOT_THIS
                         ? "others of its kind are given back; before the driver goes, call %s for this one, too"
                         : "before the driver goes, call %s",
                     k->routine));
}

void left_end(struct engine *e)
{
    struct registrations g = {0};
    left_begin(&g.left, e);
    if (left_unloads(&g.left)) {
        find_events(&g);
        for (uint32_t i = 0; i < g.begun.count; i++)
            judge(&g, &g.begun.items[i]);
        threads_end(&g.left);
        kept_end(&g.left);
    }
    left_free(&g.left);
}
