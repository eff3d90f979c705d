/* What a miniport registers with NDIS: undone where its initialisation fails, and by something when it halts. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static const struct {
    enum class class;
    const char *begin, *end;
} registrations[] = {
    {CLASS_SG_DMA, "NdisMRegisterScatterGatherDma", "NdisMDeregisterScatterGatherDma"},
    {CLASS_INTERRUPT, "NdisMRegisterInterruptEx", "NdisMDeregisterInterruptEx"},
};
enum { REGISTRATIONS = sizeof registrations / sizeof *registrations };

/* One adapter has one of each, whatever its handle is known by. */
static const struct thing *ended(const struct state *s, unsigned class)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == class && s->things[i].status == STATUS_ENDED)
            return &s->things[i];
    return NULL;
}

static uint32_t length_of(const struct step *s)
{
    uint32_t count = 0;
    for (; s; s = s->before)
        count++;
    return count;
}

/* The first steps that two paths do not share; false where one of them has none. */
static bool part(const struct step *a, const struct step *b, const struct step **of_a, const struct step **of_b)
{
    uint32_t left_a = length_of(a), left_b = length_of(b);
    *of_a = *of_b = NULL;
    while (a != b) {
        const bool first = left_a >= left_b, second = left_b >= left_a;
        if (first) {
            *of_a = a;
            a = a->before;
            left_a--;
        }
        if (second) {
            *of_b = b;
            b = b->before;
            left_b--;
        }
    }
    return *of_a && *of_b;
}

static bool has_step(const struct step *last, const struct step *step)
{
    for (; last; last = last->before)
        if (last == step)
            return true;
    return false;
}

/* What nobody knows is read from memory: a flag that some call may have changed. */
static bool asks_memory(const struct program *p, node_id id)
{
    const struct node *n = node_at(p, id);
    return id &&
           (n->kind == NODE_LOAD || n->kind == NODE_INITIAL || asks_memory(p, n->x.base) || asks_memory(p, n->y.base));
}

/* The other way out undoes the registration, and only what is not known of memory tells the two apart. */
static bool may_be(const struct run *r, const struct outcome *leaves, const struct thing *t,
                   const struct outcome *other)
{
    const struct thing *end = ended(other->state, t->class);
    const struct step *here, *there;
    if (!end)
        return false;
    if (!part(leaves->state->step, other->state->step, &here, &there))
        return true;
    return has_step(here->before, t->step) &&
           (there->instruction == end->since || (here->kind == STEP_BRANCH && asks_memory(r->p, here->subject.base)));
}

static bool is_left(const struct run *r, const struct outcome *o, const struct thing *t)
{
    if (t->status != STATUS_HAD || !t->own || !class_is_registered(t->class) || ended(o->state, t->class))
        return false;
    for (uint32_t i = 0; i < r->exit_count; i++)
        if (may_be(r, o, t, &r->exits[i]))
            return false;
    return true;
}

/* NDIS does not call MiniportHaltEx for an adapter whose initialisation has failed. */
static void finish(struct run *r)
{
    if (!r->role || strcmp(r->role->name, "MINIPORT_INITIALIZE") != 0)
        return;
    struct arena *a = r->e->arena;
    for (uint32_t i = 0; i < r->exit_count; i++) {
        struct outcome *o = &r->exits[i];
        struct state *s = o->state;
        const struct range status = state_range(r->p, s, o->value);
        for (uint32_t k = 0; (status.nonzero || status.high < 0) && k < s->thing_count; k++) {
            if (!is_left(r, o, &s->things[k]))
                continue;
            const struct step *before = s->step;
            const char *noun = class_table[s->things[k].class].noun;
            thing_recall(r, s, &s->things[k]);
            finding_label(
                r->e->findings,
                finding_add(r->e->findings, CODE_CHK9107, way_out(r, s, o->at), r->f, s->step,
                            arena_format(a, "%s fails and leaves the %s that it registered", r->f->name, noun)),
                "returns a failure with it registered, and NDIS does not call MiniportHaltEx then",
                "deregister it on this way out");
            s->step = before;
        }
    }
}

const struct family family_registration = {.name = "registration", .finish = finish};

/* The first call of a function by name, outside of the kit. */
static const struct instruction *call_of(const struct program *p, const char *name, const struct function **in)
{
    for (uint32_t i = 0; i < p->function_count; i++) {
        const struct function *f = p->functions[i];
        for (uint32_t k = 0; f->defined && !f->from_kit && k < f->instruction_count; k++) {
            const struct instruction *c = &f->instructions[k];
            if (c->op == OP_CALL && c->callee && !strcmp(c->callee->name, name)) {
                *in = f;
                return c;
            }
        }
    }
    return NULL;
}

void registrations_end(struct engine *e)
{
    const struct function *f;
    if (!call_of(e->p, "NdisMRegisterMiniportDriver", &f))
        return;
    for (size_t i = 0; i < REGISTRATIONS; i++) {
        const struct instruction *in = call_of(e->p, registrations[i].begin, &f);
        const struct function *other;
        if (!in || call_of(e->p, registrations[i].end, &other))
            continue;
        finding_label(e->findings,
                      finding_add(e->findings, CODE_CHK9107, in->place, f, NULL,
                                  arena_format(e->arena, "the %s is registered, and nothing deregisters it",
                                               class_table[registrations[i].class].noun)),
                      "NDIS keeps what belongs to it when the adapter is gone",
                      arena_format(e->arena, "call %s in MiniportHaltEx, and where the initialisation fails",
                                   registrations[i].end));
    }
}
