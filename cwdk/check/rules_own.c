/*
 * IRPs and requests that the driver makes: who frees them, that they are made anew before they are sent again, and that
 * what they signal is there until they are done.
 * Source of facts: the public documentation of IoBuildDeviceIoControlRequest, IoBuildSynchronousFsdRequest,
 * IoAllocateIrp, IoReuseIrp and WdfRequestReuse.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

enum { PENDING = 0x103, WIDTH = 32 };
#define MORE_PROCESSING INT64_C(-1073741802) /* STATUS_MORE_PROCESSING_REQUIRED */

static const char *name_of(const struct call *c)
{
    return !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
}

static bool is_sending_irp(const struct call *c)
{
    const char *name = name_of(c);
    return c->count > 1 && (!strcmp(name, "IofCallDriver") || !strcmp(name, "IoCallDriver"));
}

static bool is_sending_request(const struct call *c)
{
    return c->count && !strcmp(name_of(c), "WdfRequestSend");
}

static bool is_other(const struct operand *o)
{
    return o->kind == OPERAND_VALUE && value_is_number(o->value) && (int32_t)o->value.offset != MORE_PROCESSING;
}

/* Everything that is stored in the variable is a number, and another one. */
static bool holds_others(const struct function *f, uint32_t variable)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        const bool there =
            in->op == OP_STORE && in->operands[1].kind == OPERAND_INSTRUCTION && in->operands[1].index == variable;
        if (there && !is_other(&in->operands[0]))
            return false;
    }
    return f->instructions[variable].op == OP_LOCAL;
}

bool own_lets_go(const struct function *f)
{
    bool any = false;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op != OP_RETURN || !in->operand_count)
            continue;
        const struct operand *o = &in->operands[0];
        const struct instruction *load = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
        const bool variable = load && load->op == OP_LOAD && load->operands[0].kind == OPERAND_INSTRUCTION;
        if (!is_other(o) && !(variable && holds_others(f, load->operands[0].index)))
            return false;
        any = true;
    }
    return any;
}

/* A completion routine that lets the I/O manager go on with each IRP that it gets. */
static bool lets_go(const struct run *r, struct value routine)
{
    const struct node *n = node_at(r->p, routine.base);
    return n->kind == NODE_FUNCTION && !routine.offset && own_lets_go(r->p->functions[n->a]);
}

static void look_at_owner(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    const struct value irp = c->arguments[0];
    const struct cell *built = irp.base && !irp.offset ? state_cell(s, irp.base, OWN_THREAD) : NULL;
    if (built && !strcmp(name, "IoFreeIrp"))
        thing_report(r, s, NULL, CODE_CHK6017, c->in, NULL,
                     arena_format(r->e->arena, "%s is freed, and the I/O manager frees it, too",
                                  name_of_value(r, s, irp, "the IRP")),
                     "it belongs to the thread that built it",
                     "leave it to the I/O manager, which frees it when it is completed, or use IoAllocateIrp");
    const struct thing *t = state_thing(s, irp, CLASS_OWN_IRP);
    if (c->count > 1 && t && t->own && !strcmp(name, "IoSetCompletionRoutine") && lets_go(r, c->arguments[1]))
        thing_report(r, s, t, CODE_CHK6017, c->in, NULL,
                     "the completion routine lets the I/O manager go on with the IRP",
                     "nobody above has sent it: the I/O manager does not know what to do with it",
                     "free the IRP or signal an event there, and return STATUS_MORE_PROCESSING_REQUIRED");
}

static bool says(const struct state *s, struct value what, int64_t attribute)
{
    const struct cell *c = what.base && !what.offset ? state_cell(s, what.base, attribute) : NULL;
    return c && value_is_number(c->value) && c->value.offset;
}

static void say(struct state *s, struct value what, int64_t attribute, bool yes)
{
    if (what.base && !what.offset)
        state_put(s, what.base, attribute, 64, value_number(yes));
}

/* It is sent, and was before. */
static void look_at_again(struct run *r, struct state *s, struct value what, const struct instruction *in,
                          const struct step *inside)
{
    const struct thing *t = state_thing(s, what, CLASS_OWN_IRP);
    if (!what.base || what.offset)
        return;
    if (says(s, what, OWN_SENT) && (says(s, what, OWN_MADE) || (t && t->own)))
        thing_report(r, s, t, CODE_CHK6018, in, inside,
                     arena_format(r->e->arena, "%s is sent a second time as it was left the first time",
                                  name_of_value(r, s, what, t ? "the IRP" : "the request")),
                     t ? "its stack locations are used up" : "it is still what became of the first time",
                     t ? "call IoReuseIrp, and fill in the next stack location again"
                       : "call WdfRequestReuse, and format the request again");
    else if (!state_cell(s, what.base, OWN_SENT) && value_is_given(r->p, what.base))
        summary_use(r, s, USE_AGAIN, what, 0, in, inside ? inside : s->step);
}

/* Makes it fit to be sent again. */
static bool renews(const char *name)
{
    return !strcmp(name, "IoReuseIrp") || !strcmp(name, "IoInitializeIrp") ||
           !strcmp(name, "IoGetNextIrpStackLocation") || !strcmp(name, "WdfRequestReuse");
}

static void renew(struct state *s, const struct call *c)
{
    const struct value what = c->arguments[0];
    if (strcmp(name_of(c), "IoGetNextIrpStackLocation") != 0 || says(s, what, OWN_SENT))
        say(s, what, OWN_SENT, false);
}

/* A variable of the function's own that somebody signals when the IRP is done. */
static node_id signalled(const struct run *r, struct value event)
{
    const node_id object = value_object(&r->p->nodes, event.base);
    const struct node *n = node_at(r->p, object);
    return n->kind == NODE_LOCAL && n->b == r->f->id && n->a ? object : 0;
}

static void forget_signals(struct state *s, node_id event)
{
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].offset == SIGNALLED_BY && (!event || s->cells[i].base == event))
            s->cells[i].value = value_number(0);
}

/* Who gets the event may wait for it. */
static void look_at_waits(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    if (!strncmp(name, "KeWait", 6))
        forget_signals(s, 0);
    for (uint32_t i = 0; i < c->count; i++) {
        const node_id event = signalled(r, c->arguments[i]);
        if (event && c->callee && !c->callee->from_kit && (c->callee->defined || !c->contract))
            forget_signals(s, event);
    }
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (r->f->from_kit)
        return true;
    look_at_waits(r, s, c);
    if (!c->count)
        return true;
    look_at_owner(r, s, c);
    if (is_sending_irp(c) || is_sending_request(c))
        look_at_again(r, s, c->arguments[is_sending_irp(c)], c->in, NULL);
    else if (renews(name_of(c)))
        renew(s, c);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_AGAIN)
        look_at_again(r, s, subject, in, u->step);
    return true;
}

static void note_sent(struct run *r, struct state *s, const struct call *c, struct value result)
{
    const struct value what = c->arguments[is_sending_irp(c)];
    const struct thing *made = state_thing(s, what, CLASS_OWN_IRP), *request = state_thing(s, what, CLASS_REQUEST);
    if (is_sending_irp(c) ? !says(s, what, OWN_MADE) && !(made && made->own) : request && request->own)
        return; /* another driver's, or nobody knows */
    if (is_sending_request(c) && state_truth(r->p, s, result) == 0)
        return;
    say(s, what, OWN_SENT, true);
}

/* The driver's function gets the IRP: it sends it, if it has to do with it at all. */
static bool goes_to(const struct call *c, struct value irp)
{
    const bool own = c->callee && c->callee->defined && !c->callee->from_kit;
    for (uint32_t i = 0; own && i < c->count; i++)
        if (value_same(c->arguments[i], irp))
            return true;
    return false;
}

/* What the sending of the IRP gave, here or in a called function, tells whether it will be signalled later. */
static void note_signals(const struct run *r, struct state *s, const struct call *c, struct value result)
{
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct value irp = s->cells[i].value;
        if (s->cells[i].offset == SIGNALLED_BY && irp.base && (says(s, irp, OWN_SENT) || goes_to(c, irp)))
            s->cells[i].value = node_at(r->p, result.base)->width == WIDTH ? result : value_number(0);
    }
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    const char *name = name_of(c);
    if (r->f->from_kit)
        return;
    if (is_sending_irp(c) || is_sending_request(c))
        note_sent(r, s, c, result);
    note_signals(r, s, c, result);
    const bool control = !strcmp(name, "IoBuildDeviceIoControlRequest") && c->count > 8;
    const bool other = !strcmp(name, "IoBuildSynchronousFsdRequest") && c->count > 6;
    if (control || other) {
        const node_id event = signalled(r, c->arguments[control ? 7 : 5]);
        if (event && result.base)
            state_put(s, event, SIGNALLED_BY, 64, result);
        say(s, result, OWN_THREAD, true);
        say(s, result, OWN_MADE, true);
        say(s, result, OWN_SENT, false);
    } else if (!strcmp(name, "WdfRequestCreate") && c->count > 2 && c->arguments[2].base) {
        const struct value request = memory_load(r, s, c->arguments[2], 64, c->in);
        say(s, request, OWN_MADE, true);
        say(s, request, OWN_SENT, false);
    }
}

/* The next driver may still have the IRP. */
static bool is_pending(struct run *r, const struct state *s, struct value status)
{
    const struct node *n = node_at(r->p, status.base);
    return status.base && n->width == WIDTH &&
           state_truth(r->p, s, value_compare(&r->p->nodes, COMPARE_EQUAL, status, value_number(PENDING), WIDTH)) != 0;
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    (void)result;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        if (c->offset != SIGNALLED_BY || !is_pending(r, s, c->value))
            continue;
        struct instruction there = *in;
        there.place = way_out(r, s, in);
        const struct instruction *variable = r->p->by_id[node_at(r->p, c->base)->a];
        thing_report(r, s, NULL, CODE_CHK6019, &there, NULL,
                     arena_format(r->e->arena, "`%s` is gone before the IRP that it was given with is done",
                                  variable->name ? variable->name : "event"),
                     "the next driver may have returned STATUS_PENDING, and signals it later",
                     "wait for it where IoCallDriver returned STATUS_PENDING, without a time-out");
    }
}

const struct family family_own = {.name = "own", .call = call, .after = after, .use = use, .end = end};
