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

static bool is_left(const struct run *r, const struct outcome *o, const struct thing *t)
{
    if (t->status != STATUS_HAD || !t->own || !class_is_registered(t->class) || ended(o->state, t->class))
        return false;
    for (uint32_t i = 0; i < r->exit_count; i++) {
        const struct thing *end = ended(r->exits[i].state, t->class);
        if (end && exit_is_unsure(r, o, t, &r->exits[i], end, false))
            return false;
    }
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
