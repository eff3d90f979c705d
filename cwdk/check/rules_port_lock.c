/* Locks of Storport's: what a miniport acquires by a handle it releases by that handle, on each way out. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* Where the two have the handle. */
enum { ACQUIRES = 3, RELEASES = 1 };

static bool is_own(const struct run *r, struct value handle)
{
    const struct node *n = node_at(r->p, handle.base);
    return n->kind == NODE_LOCAL && n->b == r->f->id;
}

void port_lock_mark(struct run *r, struct state *s, struct value handle, enum status status,
                    const struct instruction *in, const struct step *inside)
{
    const struct thing *t = state_thing(s, handle, CLASS_PORT_LOCK);
    if (is_own(r, handle) && status != STATUS_HAD && (!t || t->status != STATUS_HAD))
        return;
    if (is_own(r, handle) && status == STATUS_SHARED)
        thing_forget(s, handle, CLASS_PORT_LOCK);
    else
        thing_mark(r, s, handle, CLASS_PORT_LOCK, status, in, inside);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->callee || r->f->from_kit)
        return true;
    const char *name = c->callee->name;
    if (c->count > ACQUIRES &&
        (!strcmp(name, "StorPortAcquireSpinLock") || (!strcmp(name, "StorPortAcquireSpinLockEx") && !c->in->used)))
        port_lock_mark(r, s, c->arguments[ACQUIRES], STATUS_HAD, c->in, NULL);
    else if (c->count > RELEASES && !strcmp(name, "StorPortReleaseSpinLock"))
        port_lock_mark(r, s, c->arguments[RELEASES], STATUS_ENDED, c->in, NULL);
    return true;
}

/* Nobody else has the handle: it is a variable of this function's, or this one is the port driver's to call. */
static bool is_last(const struct run *r, const struct thing *t)
{
    return is_own(r, t->subject) || r->role;
}

static bool is_held(const struct run *r, const struct outcome *o, const struct thing *t)
{
    if (t->class != CLASS_PORT_LOCK || t->status != STATUS_HAD || !is_last(r, t))
        return false;
    for (uint32_t i = 0; i < r->exit_count; i++) {
        const struct thing *other = state_thing(r->exits[i].state, t->subject, CLASS_PORT_LOCK);
        if (other && other->status == STATUS_ENDED && exit_is_unsure(r, o, t, &r->exits[i], other, true))
            return false;
    }
    return true;
}

static bool differs(const struct run *r, struct value handle)
{
    const struct thing *first = state_thing(r->exits[0].state, handle, CLASS_PORT_LOCK);
    for (uint32_t i = 1; i < r->exit_count; i++) {
        const struct thing *t = state_thing(r->exits[i].state, handle, CLASS_PORT_LOCK);
        if (!t != !first || (t && t->status != first->status))
            return true;
    }
    return false;
}

/* A function that acquires or releases its caller's lock on some of its ways out: whether it did the caller mostly
 * knows by what decided it, a bit of the device, and the paths are not told apart by it. */
static void settle(struct run *r, struct value handle)
{
    bool releases = false;
    for (uint32_t i = 0; i < r->exit_count; i++) {
        const struct thing *t = state_thing(r->exits[i].state, handle, CLASS_PORT_LOCK);
        releases |= t && t->status != STATUS_HAD;
    }
    for (uint32_t i = 0; i < r->exit_count; i++) {
        thing_forget(r->exits[i].state, handle, CLASS_PORT_LOCK);
        if (releases)
            state_add_thing(r->exits[i].state, handle, CLASS_PORT_LOCK)->status = STATUS_SHARED;
    }
}

static void settle_all(struct run *r)
{
    for (uint32_t i = 0; i < r->exit_count; i++)
        for (uint32_t k = 0; k < r->exits[i].state->thing_count; k++) {
            const struct thing *t = &r->exits[i].state->things[k];
            if (t->class == CLASS_PORT_LOCK && !is_last(r, t) && differs(r, t->subject)) {
                settle(r, t->subject);
                k = UINT32_MAX;
            }
        }
}

static void finish(struct run *r)
{
    settle_all(r);
    struct arena *a = r->e->arena;
    for (uint32_t i = 0; i < r->exit_count; i++) {
        struct outcome *o = &r->exits[i];
        struct state *s = o->state;
        for (uint32_t k = 0; k < s->thing_count; k++) {
            const struct thing *t = &s->things[k];
            if (!is_held(r, o, t))
                continue;
            const struct step *before = s->step;
            const char *name = name_of_value(r, s, t->subject, "its handle");
            thing_recall(r, s, t);
            finding_label(
                r->e->findings,
                finding_add(r->e->findings, CODE_CHK5003, way_out(r, s, o->at), r->f, s->step,
                            arena_format(a, "the lock of %s is still held when %s returns", name, r->f->name)),
                "returns with the lock held", "call StorPortReleaseSpinLock on each way out of the function");
            s->step = before;
        }
    }
}

const struct family family_port_lock = {.name = "port lock", .call = call, .finish = finish};
