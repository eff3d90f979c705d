/* Levels and regions: what a call needs at least, and what a callback leaves as it found it. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

/* Windows calls these at PASSIVE_LEVEL, at least sometimes, and with APCs enabled. */
static bool begins_low(const struct role *role)
{
    static const char *const names[] = {"DRIVER_INITIALIZE",
                                        "DRIVER_ADD_DEVICE",
                                        "DRIVER_UNLOAD",
                                        "DRIVER_DISPATCH",
                                        "DRIVER_DISPATCH_PAGED",
                                        "IO_WORKITEM_ROUTINE",
                                        "IO_WORKITEM_ROUTINE_EX",
                                        "KSTART_ROUTINE",
                                        "EVT_WDF_WORKITEM",
                                        "EVT_WDF_DRIVER_UNLOAD",
                                        "EVT_WDF_DRIVER_DEVICE_ADD",
                                        "EVT_WDF_DEVICE_D0_ENTRY",
                                        "EVT_WDF_DEVICE_D0_EXIT",
                                        "EVT_WDF_DEVICE_FILE_CREATE",
                                        "EVT_WDF_FILE_CLEANUP",
                                        "EVT_WDF_FILE_CLOSE",
                                        "EVT_WDF_DEVICE_PREPARE_HARDWARE",
                                        "EVT_WDF_DEVICE_RELEASE_HARDWARE",
                                        NULL};
    if (role->least > IRQL_PASSIVE)
        return false;
    if (text_is_one_of(role->name, names))
        return true;
    return !strncmp(role->name, "EVT_WDF_IO_QUEUE_", 17);
}

/* The function looked at the level, or at whether APCs are enabled, and went this way by it. */
static bool has_looked(const struct run *r, const struct state *s)
{
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const struct node *n = node_at(r->p, s->facts[i].node);
        const struct instruction *in = n->kind == NODE_RESULT && n->a != UINT32_MAX ? r->p->by_id[n->a] : NULL;
        if (n->kind == NODE_IRQL || (in && in->op == OP_CALL && in->callee &&
                                     (strstr(in->callee->name, "ApcsDisabled") || strstr(in->callee->name, "AreApcs") ||
                                      strstr(in->callee->name, "CurrentIrql"))))
            return true;
    }
    return false;
}

static void report(struct run *r, struct state *s, const char *code, struct place place, const char *claim,
                   const char *label, const char *help)
{
    finding_label(r->e->findings, finding_add(r->e->findings, code, place, r->f, s->step, claim), label, help);
}

static void report_low(struct run *r, struct state *s, const char *name, int8_t least, struct place place)
{
    struct arena *a = r->e->arena;
    report(r, s, CODE_CHK4006, place, arena_format(a, "%s is called below %s", name, level_name(least)),
           s->irql != IRQL_UNKNOWN ? arena_format(a, "at %s on this path", level_name(s->irql))
                                   : arena_format(a, "%s is called as %s, at PASSIVE_LEVEL", r->f->name, r->role->name),
           "raise the level before, or use the function for lower levels");
}

static void need_least(struct run *r, struct state *s, const char *name, int8_t least, const struct instruction *in,
                       struct place place)
{
    if (s->irql != IRQL_UNKNOWN) {
        if (s->irql < least)
            report_low(r, s, name, least, place);
    } else if (!has_looked(r, s)) {
        if (!r->role)
            summary_use(r, s, USE_LEAST, value_number(0), least, in, s->step);
        else if (begins_low(r->role))
            report_low(r, s, name, least, place);
    }
}

static bool keeps_apcs_out(const struct run *r, const struct state *s)
{
    if (s->irql >= IRQL_APC || has_looked(r, s))
        return true;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        const bool region =
            t->class == CLASS_REGION || t->class == CLASS_GUARDED_REGION || t->class == CLASS_MUTEX || t->escaped;
        if (region && class_table[t->class].lock && (t->status == STATUS_HAD || t->given))
            return true;
    }
    return false;
}

static void need_no_apcs(struct run *r, struct state *s, const char *name, const struct instruction *in,
                         struct place place)
{
    if (keeps_apcs_out(r, s))
        return;
    if (!r->role)
        summary_use(r, s, USE_APCS, value_number(1), 0, in, s->step);
    else if (begins_low(r->role))
        report(r, s, CODE_CHK4009, place, arena_format(r->e->arena, "%s is called with APCs enabled", name),
               "the thread may be suspended while it has the lock",
               "call KeEnterCriticalRegion before, and KeLeaveCriticalRegion after the release");
}

/* The region is left with a resource that was acquired in it. */
static void look_at_leave(struct run *r, struct state *s, const struct call *c)
{
    if (strcmp(c->contract->name, "KeLeaveCriticalRegion") != 0)
        return;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == CLASS_REGION && (s->things[i].status != STATUS_HAD || s->things[i].times))
            return;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (t->class != CLASS_RESOURCE || t->status != STATUS_HAD || !t->own)
            continue;
        const char *name = name_of_value(r, s, t->subject, "a resource");
        thing_recall(r, s, t);
        report(r, s, CODE_CHK4009, c->in->place,
               arena_format(r->e->arena, "the critical region is left while %s is held", name),
               "APCs are enabled again, and the resource is not released", "release the resource first");
        return;
    }
}

static bool wants_no_apcs(const char *name)
{
    static const char *const names[] = {"ExAcquireResourceExclusiveLite",
                                        "ExAcquireResourceSharedLite",
                                        "ExAcquireSharedStarveExclusive",
                                        "ExAcquireSharedWaitForExclusive",
                                        "ExAcquireFastMutexUnsafe",
                                        "KeAcquireGuardedMutexUnsafe",
                                        NULL};
    return text_is_one_of(name, names);
}

/* A release needs the level of the acquisition, which is looked at there. */
static bool releases(const struct contract *c)
{
    for (uint32_t i = 0; i < c->effect_count; i++)
        if (c->effects[i].verb == VERB_RELEASES)
            return true;
    return false;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || r->f->from_kit)
        return true;
    if (c->contract->least >= IRQL_DISPATCH && !releases(c->contract))
        need_least(r, s, c->contract->name, c->contract->least, c->in, c->in->place);
    look_at_leave(r, s, c);
    if (wants_no_apcs(c->contract->name))
        need_no_apcs(r, s, c->contract->name, c->in, c->in->place);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    (void)subject;
    if (u->kind != USE_LEAST && u->kind != USE_APCS)
        return true;
    const struct instruction *deep = r->p->by_id[u->instruction];
    const struct step *before = s->step;
    path_step(r, s, STEP_INSIDE, in)->inside = u->step;
    if (u->kind == USE_LEAST)
        need_least(r, s, deep->callee->contract->name, u->level, deep, deep->place);
    else
        need_no_apcs(r, s, deep->callee->contract->name, deep, deep->place);
    s->step = before;
    return true;
}

/* Here, or in a function that was called. */
static bool has_raised(const struct step *last, int depth)
{
    enum { DEEPEST = 4 };
    for (const struct step *i = last; i && depth < DEEPEST; i = i->before)
        if (i->kind == STEP_RAISED || (i->inside && has_raised(i->inside, depth + 1)))
            return true;
    return false;
}

static bool holds_spin_lock(const struct state *s)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (class_spins(s->things[i].class) && s->things[i].status == STATUS_HAD)
            return true;
    return false;
}

static bool is_raised(const struct state *s)
{
    return s->irql > IRQL_PASSIVE && has_raised(s->step, 0) && !holds_spin_lock(s);
}

static void report_raised(struct run *r, struct state *s, const struct instruction *in)
{
    report(
        r, s, CODE_CHK4007, way_out(r, s, in),
        arena_format(r->e->arena, "%s returns at %s, and was called at another level", r->f->name, level_name(s->irql)),
        "the level was raised on this path, and not lowered", "call KeLowerIrql with the level from before");
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    (void)result;
    if (r->role && is_raised(s) && (r->role->least == IRQL_UNKNOWN || r->role->least < s->irql))
        report_raised(r, s, in);
}

/* A function that the driver calls: raised on one way out, lowered again on another. */
static void finish(struct run *r)
{
    for (uint32_t i = 0; !r->role && i < r->exit_count; i++)
        for (uint32_t k = 0; k < r->exit_count && is_raised(r->exits[i].state); k++)
            if (has_raised(r->exits[k].state->step, 0) && r->exits[k].state->irql == IRQL_UNKNOWN &&
                exit_is_slip(r, &r->exits[i], &r->exits[k])) {
                report_raised(r, r->exits[i].state, r->exits[i].at);
                break;
            }
}

const struct family family_balance = {.name = "balance", .call = call, .use = use, .end = end, .finish = finish};
