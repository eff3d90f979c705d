/* IRQL: no call above the level that it is documented for. */
#include "cwdk/check/declared.h"
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

const char *level_name(int level)
{
    static const char *const names[] = {"PASSIVE_LEVEL", "APC_LEVEL", "DISPATCH_LEVEL"};
    return level >= 0 && level < 3 ? names[level] : "a device's level";
}

int8_t level_now(const struct run *r, const struct state *s)
{
    if (s->irql != IRQL_UNKNOWN || r->level == IRQL_UNKNOWN)
        return s->irql;
    for (uint32_t i = 0; i < s->fact_count; i++)
        if (node_at(r->p, s->facts[i].node)->kind == NODE_IRQL && s->facts[i].range.high < r->level)
            return s->facts[i].range.high <= IRQL_APC ? IRQL_PASSIVE : (int8_t)s->facts[i].range.high; /* PAGED_CODE */
    return r->level;
}

static void report(struct run *r, struct state *s, const char *code, struct place place, const char *what, int level,
                   int8_t now)
{
    struct arena *a = r->e->arena;
    const bool raised = s->irql != IRQL_UNKNOWN;
    struct finding *f = finding_add(
        r->e->findings, code, place, r->f, s->step,
        arena_format(a, "%s is called at %s, but only up to %s is allowed", what, level_name(now), level_name(level)));
    finding_label(r->e->findings, f,
                  raised ? arena_format(a, "at %s on this path", level_name(now))
                         : arena_format(a,
                                        r->by_declaration ? "%s is declared for calls%s at up to %s"
                                                          : "%s is called as %s, at up to %s",
                                        r->f->name, r->by_declaration ? "" : r->role->name, level_name(now)),
                  raised ? "do this before the level is raised or after it is lowered again"
                         : "do this in a work item, or have the callbacks run at PASSIVE_LEVEL");
}

static void report_wait(struct run *r, struct state *s, const char *name, struct place place, int8_t now)
{
    struct finding *f = finding_add(r->e->findings, CODE_CHK4002, place, r->f, s->step,
                                    arena_format(r->e->arena, "%s blocks at %s", name, level_name(now)));
    finding_label(r->e->findings, f, "no thread can be switched to at this level",
                  "wait in a work item or a thread, or with a time-out of 0");
}

/* Something needs a level of at most `most`, here or in what is called here. */
static void need(struct run *r, struct state *s, enum use_kind kind, int8_t most, const char *what,
                 const struct instruction *in, struct place place)
{
    const int8_t now = level_now(r, s);
    if (now == IRQL_UNKNOWN) {
        for (uint32_t i = 0; i < s->fact_count; i++)
            if (node_at(r->p, s->facts[i].node)->kind == NODE_IRQL && s->facts[i].range.high <= most)
                return;
        summary_use(r, s, kind, value_number(0), most, in, s->step);
    } else if (now > most && kind == USE_WAITS) {
        report_wait(r, s, what, place, now);
    } else if (now > most) {
        report(r, s, kind == USE_PAGED ? CODE_CHK4003 : CODE_CHK4001, place, what, most, now);
    }
}

/* A wait that does not block: the time-out points to 0. */
static bool polls(struct run *r, struct state *s, const struct call *c, int argument)
{
    if (argument < 0 || (uint32_t)argument >= c->count || !c->arguments[argument].base)
        return false;
    const struct value v = memory_load(r, s, c->arguments[argument], 64, c->in);
    return state_truth(r->p, s, v) == 0;
}

static const struct effect *wait_of(const struct contract *c)
{
    for (uint32_t i = 0; i < c->effect_count; i++)
        if (c->effects[i].verb == VERB_WAITS)
            return &c->effects[i];
    return NULL;
}

enum level_test { LEVEL_ANY, LEVEL_HAS, LEVEL_NONZERO, LEVEL_BELOW, LEVEL_WAITS };
enum { PAGED_POOL = 1, POOL_FLAG_PAGED = 0x100 };
static const struct {
    const char *function;
    uint32_t argument;
    enum level_test test;
    int64_t number;
    int8_t most;
} limits[] = {
#define LEVEL(function, argument, test, number, most) {function, argument, LEVEL_##test, number, most},
#include "cwdk/check/levels.def"
#undef LEVEL
};

static bool meets(struct run *r, struct state *s, const struct call *c, size_t row)
{
    const struct value v = c->arguments[limits[row].argument];
    const int64_t number = limits[row].number;
    switch (limits[row].test) {
    case LEVEL_HAS:
        return value_is_number(v) && (v.offset & number) != 0;
    case LEVEL_NONZERO:
        return value_is_number(v) && v.offset;
    case LEVEL_BELOW:
        return value_is_number(v) && v.offset < number;
    case LEVEL_WAITS:
        return value_is_number(v) || !polls(r, s, c, (int)limits[row].argument);
    default:
        return true;
    }
}

/* What the arguments of this call allow. */
static bool need_by_arguments(struct run *r, struct state *s, const struct call *c)
{
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (!strcmp(limits[i].function, c->contract->name) && limits[i].argument < c->count && meets(r, s, c, i)) {
            const bool waits = limits[i].test == LEVEL_WAITS;
            need(r, s, waits ? USE_WAITS : USE_LEVEL, limits[i].most, c->contract->name, c->in, c->in->place);
            return true;
        }
    return false;
}

/* A lock that was acquired at a level too high for it: that is told there. */
static bool was_too_high(const struct state *s, const struct call *c)
{
    for (uint32_t i = 0; i < c->contract->effect_count; i++)
        for (uint32_t k = 0; k < s->thing_count && c->contract->effects[i].verb == VERB_RELEASES; k++)
            if (s->things[k].class == c->contract->effects[i].class && s->things[k].status == STATUS_HAD &&
                s->things[k].irql > c->contract->most)
                return true;
    return false;
}

/* Pool that may be paged out is given back where pages can be brought in. */
static bool frees_paged(const struct state *s, const struct call *c)
{
    const struct cell *kind = !strncmp(c->contract->name, "ExFreePool", 10) && c->count && c->arguments[0].base
                                  ? state_cell(s, c->arguments[0].base, POOL_KIND)
                                  : NULL;
    return kind && value_is_number(kind->value) && kind->value.offset & POOL_PAGED;
}

/* What comes next in the function may not be there. */
static void check_raise(struct run *r, struct state *s, const struct call *c)
{
    bool raises = false;
    for (uint32_t i = 0; i < c->contract->effect_count; i++) {
        const struct effect *e = &c->contract->effects[i];
        const bool to_apc = e->verb == VERB_RAISES && e->argument >= 0 && (uint32_t)e->argument < c->count &&
                            value_is_number(c->arguments[e->argument]) &&
                            c->arguments[e->argument].offset < IRQL_DISPATCH;
        raises |= (e->verb == VERB_RAISES && !to_apc) ||
                  ((e->verb == VERB_ACQUIRES || e->verb == VERB_TRIES) && class_spins(e->class));
    }
    if (!raises || !r->f->pageable)
        return;
    struct arena *a = r->e->arena;
    struct finding *f =
        finding_add(r->e->findings, CODE_CHK4010, c->in->place, r->f, s->step,
                    arena_format(a, "%s raises the level in code that is paged out", c->contract->name));
    finding_label(r->e->findings, f, arena_format(a, "%s lies in the section PAGE", r->f->name),
                  "leave the function out of the section, or have a function that is not in it do this part");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = c->callee ? c->callee->name : "a function";
    if (c->callee && c->callee->pageable)
        need(r, s, USE_PAGED, IRQL_APC, name, c->in, c->in->place);
    const struct declared *declared = c->callee ? c->callee->declared : NULL;
    if (declared && declared->most != IRQL_UNKNOWN && declared->most < IRQL_HIGH)
        need(r, s, USE_LEVEL, declared->most, name, c->in, c->in->place);
    if (!c->contract)
        return true;
    if (frees_paged(s, c))
        need(r, s, USE_LEVEL, IRQL_APC, arena_format(r->e->arena, "%s for paged pool", name), c->in, c->in->place);
    check_raise(r, s, c);
    const struct effect *wait = wait_of(c->contract);
    if (wait) {
        if (!polls(r, s, c, wait->argument))
            need(r, s, USE_WAITS, IRQL_APC, name, c->in, c->in->place);
        return true;
    }
    if (!need_by_arguments(r, s, c) && c->contract->most != IRQL_UNKNOWN && c->contract->most < IRQL_HIGH &&
        !was_too_high(s, c))
        need(r, s, USE_LEVEL, c->contract->most, name, c->in, c->in->place);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    (void)subject;
    if (u->kind != USE_LEVEL && u->kind != USE_PAGED && u->kind != USE_WAITS)
        return true;
    if (in->callee && in->callee->from_kit && in->callee->contract && in->callee->contract->most != IRQL_UNKNOWN)
        return true; /* an inline function of the interface: its own level counts */
    const struct instruction *deep = r->p->by_id[u->instruction];
    const int8_t now = level_now(r, s);
    if (now == IRQL_UNKNOWN || now <= u->level) {
        need(r, s, u->kind, u->level, deep->callee ? deep->callee->name : "a function", deep, deep->place);
        return true;
    }
    struct step *step = path_step(r, s, STEP_INSIDE, in);
    step->inside = u->step;
    need(r, s, u->kind, u->level, deep->callee ? deep->callee->name : "a function", deep, deep->place);
    s->step = step->before;
    return true;
}

/* Windows may page the callback out, and calls it where it cannot page it in. */
static void begin(struct run *r, struct state *s)
{
    r->level = r->role ? r->role->most : IRQL_UNKNOWN;
    const struct declared *declared = r->f->declared;
    if (r->level == IRQL_UNKNOWN && declared) {
        r->level = declared->most != IRQL_UNKNOWN ? declared->most : declared->least;
        r->by_declaration = true;
    }
    if (!r->f->pageable || r->level < IRQL_DISPATCH)
        return;
    struct arena *a = r->e->arena;
    struct finding *f = finding_add(r->e->findings, CODE_CHK4003, r->f->place, r->f, s->step,
                                    arena_format(a, "%s lies in a section that is paged out, but may be called at %s",
                                                 r->f->name, level_name(r->level)));
    finding_label(r->e->findings, f,
                  r->by_declaration ? "declared for calls at that level"
                                    : arena_format(a, "called as %s", r->role->name),
                  "have the framework call it at PASSIVE_LEVEL (ExecutionLevel of the attributes), or leave it out of "
                  "the section");
}

const struct family family_level = {.name = "level", .begin = begin, .call = call, .use = use};
