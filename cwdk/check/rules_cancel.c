/* Cancelling: who ends an IRP or a request that can be cancelled, and who may touch it until then. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES_OF_IRP = 0xD0, CANCEL_ROUTINE_OF_IRP = 0x68 }; /* on amd64 */
#define CANCELLED INT64_C(-1073741536)                           /* STATUS_CANCELLED */

static bool is_named(const struct call *c, const char *name)
{
    return c->callee && !strcmp(c->contract ? c->contract->name : c->callee->name, name);
}

static bool starts(const struct call *c, const char *with)
{
    return c->callee && !strncmp(c->contract ? c->contract->name : c->callee->name, with, strlen(with));
}

static bool is_cancel_routine(const struct run *r)
{
    return r->role && !strcmp(r->role->name, "DRIVER_CANCEL");
}

static bool has_cancel_lock(struct run *r, const struct state *s)
{
    const struct thing *t = state_thing(s, thing_cancel_lock(r), CLASS_CANCEL_LOCK);
    return t && t->status == STATUS_HAD;
}

static bool has_lock(const struct state *s)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (class_table[s->things[i].class].lock && (s->things[i].status == STATUS_HAD || s->things[i].given))
            return true;
    return false;
}

static void mark_called(struct engine *e, const struct function *f)
{
    if (e->cancels[f->id])
        return;
    e->cancels[f->id] = true;
    for (uint32_t i = 0; i < f->instruction_count; i++)
        if (f->instructions[i].op == OP_CALL && f->instructions[i].callee && f->instructions[i].callee->defined)
            mark_called(e, f->instructions[i].callee);
}

void cancels_find(struct engine *e)
{
    e->cancels = arena_array(e->arena, (size_t)e->p->function_count + 1, sizeof *e->cancels);
    for (uint32_t i = 0; i < e->p->function_count; i++) {
        const struct function *f = e->p->functions[i];
        if (f->role && !strcmp(f->role->name, "DRIVER_CANCEL"))
            mark_called(e, f);
    }
}

/* The I/O manager has removed the cancel routine before it calls it: there it may be removed again, for nothing. */
static bool is_called_to_cancel(const struct run *r)
{
    return r->e->cancels[r->f->id];
}

/* The cancel routine has the cancel spin lock, and has to release it. */
static void begin(struct run *r, struct state *s)
{
    if (!is_cancel_routine(r))
        return;
    struct thing *t = state_add_thing(s, thing_cancel_lock(r), CLASS_CANCEL_LOCK);
    t->status = STATUS_HAD;
    t->own = true;
}

/* A function that was called has decided by what it asked. */
static bool has_asked(const struct step *step)
{
    const struct step *inside = step->kind == STEP_CALL ? step->inside : NULL;
    while (inside && inside->kind != STEP_BRANCH)
        inside = inside->before;
    return inside != NULL;
}

/* Something else than that result was asked since: a count, or a flag, that tells who completes it. */
static bool has_asked_otherwise(const struct run *r, const struct state *s, const struct thing *t, node_id result)
{
    const struct step *step = s->step;
    for (; step && step != t->step; step = step->before)
        if (has_asked(step) || (step->kind == STEP_BRANCH && !value_mentions(&r->p->nodes, step->subject.base, result)))
            return true;
    return !step;
}

/* Whether it was removed before it was called: 1, 0, or -1 where nobody has looked. */
static int has_won(struct run *r, struct state *s, const struct thing *t, bool request)
{
    const struct cell *c = state_cell(s, t->subject.base, CANCEL_WON);
    if (!c || !c->value.base || has_asked_otherwise(r, s, t, c->value.base))
        return 1;
    if (!request)
        return state_truth(r->p, s, c->value);
    const int lost =
        state_truth(r->p, s, value_compare(&r->p->nodes, COMPARE_EQUAL, c->value, value_number(CANCELLED), 32));
    return lost < 0 ? -1 : !lost;
}

/* The IRP or request ends here. */
static void look_at_end(struct run *r, struct state *s, struct value subject, const struct instruction *in,
                        const struct step *inside, bool request, const char *how)
{
    const struct thing *t = state_thing(s, subject, CLASS_CANCEL);
    struct arena *a = r->e->arena;
    const char *name = name_of_value(r, s, subject, request ? "the request" : "the IRP");
    const char *code = request ? CODE_CHK6008 : CODE_CHK6007;
    if (!t || t->status == STATUS_ENDED)
        return;
    const int won = t->status == STATUS_HAD ? 0 : has_won(r, s, t, request);
    if (t->status == STATUS_HAD)
        thing_report(r, s, t, code, in, inside, arena_format(a, "%s is %s while it can be cancelled", name, how),
                     "its cancel routine may run at the same time, and complete it, too",
                     request ? "call WdfRequestUnmarkCancelable, and complete it unless that gives STATUS_CANCELLED"
                             : "call IoSetCancelRoutine with NULL, and complete it only if that does not give NULL");
    else if (won < 0)
        thing_report(r, s, t, code, in, inside,
                     arena_format(a, "%s is %s, whether it is being cancelled or not", name, how),
                     request ? "nobody has looked at what WdfRequestUnmarkCancelable gave"
                             : "nobody has looked at what IoSetCancelRoutine gave",
                     request ? "leave it to EvtRequestCancel where that is STATUS_CANCELLED"
                             : "leave it to the cancel routine where that is NULL");
    else if (!won)
        thing_report(r, s, t, code, in, inside,
                     arena_format(a, "%s is %s, and its cancel routine completes it, too", name, how),
                     "it is being cancelled on this path", "leave it to the cancel routine here");
}

static void look_at_lock(struct run *r, struct state *s, const struct instruction *in, const struct step *inside)
{
    if (!has_cancel_lock(r, s))
        return;
    const struct thing *t = state_thing(s, thing_cancel_lock(r), CLASS_CANCEL_LOCK);
    thing_report(r, s, t, CODE_CHK5006, in, inside, "an IRP is completed under the cancel spin lock",
                 "drivers above acquire the lock in their completion routines, and wait for ever",
                 "call IoReleaseCancelSpinLock before");
}

static void completes(struct run *r, struct state *s, struct value subject, const struct instruction *in,
                      const struct step *inside, bool request)
{
    if (!request)
        look_at_lock(r, s, in, inside);
    look_at_end(r, s, subject, in, inside, request, "completed");
    if (!state_thing(s, subject, CLASS_CANCEL) && value_is_given(r->p, subject.base))
        summary_use(r, s, USE_COMPLETES, subject, request, in, inside ? inside : s->step);
    thing_forget(s, subject, CLASS_CANCEL);
}

/* The IRP that can be cancelled, which an address leads into; nothing where a lock keeps the cancel routine waiting. */
static struct thing *cancelable(const struct run *r, struct state *s, struct value address)
{
    const node_id object = value_object(&r->p->nodes, address.base);
    if (!r->role || is_cancel_routine(r) || !object || has_lock(s))
        return NULL;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        struct thing *t = &s->things[i];
        const int64_t at = address.offset - t->subject.offset;
        if (t->class == CLASS_CANCEL && t->status == STATUS_HAD && t->subject.base == object && at >= 0 &&
            at < MOST_BYTES_OF_IRP)
            return t;
    }
    return NULL;
}

static void look_at_touch(struct run *r, struct state *s, struct value address, const struct instruction *in)
{
    const struct thing *t = cancelable(r, s, address);
    if (!t)
        return;
    const struct value irp = t->subject;
    thing_report(
        r, s, t, CODE_CHK6009, in, NULL,
        arena_format(r->e->arena, "%s is written after it could be cancelled", name_of_value(r, s, irp, "the IRP")),
        "its cancel routine may have completed it by now",
        "do this before IoSetCancelRoutine, or hold a lock that the cancel routine acquires, too");
    thing_forget(s, irp, CLASS_CANCEL);
}

static bool is_unknown(const struct call *c)
{
    return !c->callee || (!c->callee->defined && !c->callee->contract);
}

/* Functions that this one does not know may remove the cancel routine, and release the lock. */
static void forget_unknown(struct run *r, struct state *s, const struct call *c)
{
    for (uint32_t i = 0; i < c->count; i++) {
        thing_forget(s, c->arguments[i], CLASS_CANCEL);
        if (is_cancel_routine(r) && c->in->operands[i].width == 64)
            thing_forget(s, thing_cancel_lock(r), CLASS_CANCEL_LOCK);
    }
}

static bool ends_request(const struct call *c)
{
    return is_named(c, "WdfRequestComplete") || is_named(c, "WdfRequestCompleteWithInformation") ||
           is_named(c, "WdfRequestCompleteWithPriorityBoost");
}

static void mark_again(struct run *r, struct state *s, struct value request, const struct instruction *in,
                       const struct step *inside)
{
    const struct thing *t = state_thing(s, request, CLASS_CANCEL);
    if (!t && value_is_given(r->p, request.base))
        summary_use(r, s, USE_CANCELABLE, request, 0, in, inside ? inside : s->step);
    if (!t || t->status != STATUS_HAD)
        return;
    thing_report(
        r, s, t, CODE_CHK6008, in, inside,
        arena_format(r->e->arena, "%s is made cancelable a second time", name_of_value(r, s, request, "the request")),
        "it has a cancel callback already", "call WdfRequestUnmarkCancelable before");
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_COMPLETES)
        completes(r, s, subject, in, u->step, u->level != 0);
    else if (u->kind == USE_CANCELABLE)
        mark_again(r, s, subject, in, u->step);
    return true;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (r->f->from_kit)
        return true;
    if (is_unknown(c))
        forget_unknown(r, s, c);
    else if (is_named(c, "IofCompleteRequest") || is_named(c, "IoCompleteRequest"))
        completes(r, s, c->arguments[0], c->in, NULL, false);
    else if (c->count > 1 &&
             (is_named(c, "IofCallDriver") || is_named(c, "IoCallDriver") || is_named(c, "PoCallDriver")))
        look_at_end(r, s, c->arguments[1], c->in, NULL, false, "sent on");
    else if (c->count && ends_request(c))
        completes(r, s, c->arguments[0], c->in, NULL, true);
    else if (c->count && starts(c, "WdfRequestMarkCancelable"))
        mark_again(r, s, c->arguments[0], c->in, NULL);
    else if (c->count && is_named(c, "IoMarkIrpPending"))
        look_at_touch(r, s, c->arguments[0], c->in);
    else if (c->count > 1 && (is_named(c, "InsertTailList") || is_named(c, "InsertHeadList")))
        look_at_touch(r, s, c->arguments[1], c->in);
    return true;
}

static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    (void)width;
    if (r->f->from_kit || !write)
        return true;
    if (in->op == OP_STORE)
        look_at_touch(r, s, address, in);
    thing_forget(s, (struct value){address.base, address.offset - CANCEL_ROUTINE_OF_IRP}, CLASS_CANCEL);
    return true;
}

/* The result of the call tells who ends it: kept beside the IRP or request. */
static void removed(struct run *r, struct state *s, const struct call *c, struct value result)
{
    const struct value subject = c->arguments[0];
    if (!subject.base)
        return;
    const bool sure = is_called_to_cancel(r) || has_cancel_lock(r, s);
    thing_mark(r, s, subject, CLASS_CANCEL, sure ? STATUS_ENDED : STATUS_TAKEN, c->in, NULL);
    state_put(s, subject.base, CANCEL_WON, 64, sure ? value_number(0) : result);
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (r->f->from_kit || !c->count)
        return;
    if (is_named(c, "IoSetCancelRoutine") && c->count > 1 && value_is_number(c->arguments[1]) &&
        !c->arguments[1].offset)
        removed(r, s, c, result);
    else if (is_named(c, "IoSetCancelRoutine"))
        thing_mark(r, s, c->arguments[0], CLASS_CANCEL, STATUS_HAD, c->in, NULL);
    else if (is_named(c, "WdfRequestUnmarkCancelable"))
        removed(r, s, c, result);
    else if (is_named(c, "WdfRequestMarkCancelable") ||
             (is_named(c, "WdfRequestMarkCancelableEx") && state_range(r->p, s, result).low >= 0))
        thing_mark(r, s, c->arguments[0], CLASS_CANCEL, STATUS_HAD, c->in, NULL);
}

const struct family family_cancel = {
    .name = "cancel", .begin = begin, .access = access, .call = call, .after = after, .use = use};
