/* How IRPs end: the status they are completed with, completion routines, and that they are gone once they were sent on.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

enum { STATUS_AT = 0x30, PENDING_RETURNED_AT = 0x41, LOCATION_AT = 0xB8 }; /* in an IRP of amd64 */
enum { NO, YES, PERHAPS };
enum { PENDING = 0x103, DEEPEST = 3 };
#define MORE_PROCESSING INT64_C(-1073741802) /* STATUS_MORE_PROCESSING_REQUIRED */

/* Somewhere in it, or in what it calls, an IRP is marked. */
static bool marks(const struct function *f, int depth)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct function *k = f->instructions[i].op == OP_CALL ? f->instructions[i].callee : NULL;
        if (k && (!strcmp(k->name, "IoMarkIrpPending") ||
                  (depth < DEEPEST && k->defined && !k->from_kit && marks(k, depth + 1))))
            return true;
    }
    return false;
}

/* The call is about the IRP that the dispatch routine was called with. */
static bool is_of_parameter(const struct function *f, const struct operand *o)
{
    const struct instruction *load = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
    if (!load || load->op != OP_LOAD || load->operands[0].kind != OPERAND_INSTRUCTION || f->parameter_count < 2)
        return false;
    const char *name = f->instructions[load->operands[0].index].name;
    return name && !strcmp(name, f->parameters[1]);
}

void completions_find(struct engine *e)
{
    e->unmarked = arena_array(e->arena, (size_t)e->p->function_count + 1, sizeof *e->unmarked);
    for (uint32_t i = 0; i < e->p->function_count; i++) {
        const struct function *f = e->p->functions[i];
        if (!f->role || strncmp(f->role->name, "DRIVER_DISPATCH", 15) != 0 || marks(f, 0))
            continue;
        for (uint32_t k = 0; k < f->instruction_count; k++) {
            const struct instruction *in = &f->instructions[k];
            if (in->op != OP_CALL || !in->callee || strcmp(in->callee->name, "IoSetCompletionRoutine") != 0 ||
                in->operand_count < 2 || in->operands[1].kind != OPERAND_VALUE || !is_of_parameter(f, &in->operands[0]))
                continue;
            const struct node *n = constant_at(f, in->operands[1].value);
            if (n->kind == NODE_FUNCTION)
                e->unmarked[e->p->functions[n->a]->id] = true;
        }
    }
}

static const char *name_of(const struct call *c)
{
    return !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
}

static struct value irp_of(struct run *r)
{
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = 1}));
}

static bool is_dispatch(const struct run *r)
{
    return r->role && !strncmp(r->role->name, "DRIVER_DISPATCH", 15) && r->f->parameter_count > 1;
}

static bool is_completion(const struct run *r)
{
    return r->role && !strcmp(r->role->name, "IO_COMPLETION_ROUTINE") && r->f->parameter_count > 1;
}

static bool is_sending(const struct call *c)
{
    const char *name = name_of(c);
    return c->count > 1 &&
           (!strcmp(name, "IofCallDriver") || !strcmp(name, "IoCallDriver") || !strcmp(name, "PoCallDriver"));
}

static bool is_whole(struct value irp)
{
    return irp.base && !irp.offset;
}

/* What an attribute says; -1: nothing is known. */
static int64_t said(const struct state *s, struct value irp, int64_t attribute)
{
    const struct cell *c = is_whole(irp) ? state_cell(s, irp.base, attribute) : NULL;
    return c && value_is_number(c->value) ? c->value.offset : -1;
}

static void say(struct state *s, struct value irp, int64_t attribute, struct value what)
{
    if (is_whole(irp))
        state_put(s, irp.base, attribute, 64, what);
}

static void begin(struct run *r, struct state *s)
{
    if (is_dispatch(r))
        say(s, irp_of(r), IRP_ROUTINE, value_number(NO));
    else if (is_completion(r))
        say(s, irp_of(r), IRP_MARKED, value_number(NO));
}

/* The IRP goes as a program sees it: with that status. */
static void ends_as(struct run *r, struct state *s, struct value status, const struct instruction *in,
                    const struct step *inside)
{
    if (value_is_number(status) && status.offset == PENDING)
        thing_report(r, s, NULL, CODE_CHK6010, in, inside, "the IRP is completed with STATUS_PENDING",
                     "whoever sent it goes on waiting", "set IoStatus.Status to what became of the request");
    else if (value_is_given(r->p, status.base) && node_at(r->p, status.base)->kind == NODE_PARAMETER)
        summary_use(r, s, USE_STATUS, status, 0, in, inside ? inside : s->step);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    if (r->f->from_kit || !c->count)
        return true;
    if (!strcmp(name, "IofCompleteRequest") && is_whole(c->arguments[0])) {
        const struct value status = memory_load(r, s, (struct value){c->arguments[0].base, STATUS_AT}, 32, c->in);
        ends_as(r, s, status, c->in, NULL);
        say(s, c->arguments[0], IRP_STATUS, status);
    } else if (!strcmp(name, "IoSetCompletionRoutine") && c->count > 1) {
        say(s, c->arguments[0], IRP_ROUTINE, value_number(YES));
    } else if (!strcmp(name, "IoSetCompletionRoutineEx") && c->count > 2) {
        say(s, c->arguments[1], IRP_ROUTINE, value_number(YES));
    } else if (is_sending(c)) {
        return thing_touch(r, s, c->arguments[1], c->in, NULL);
    }
    const bool unknown = !c->callee || (!c->callee->defined && !c->callee->contract);
    for (uint32_t i = 0; unknown && i < c->count; i++)
        if (said(s, c->arguments[i], IRP_ROUTINE) >= 0)
            say(s, c->arguments[i], IRP_ROUTINE, value_number(PERHAPS));
    return true;
}

/* Nobody gives it back: neither can a completion routine of this driver's be called for it. */
static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    (void)result;
    if (r->f->from_kit || !is_sending(c))
        return;
    const struct value irp = c->arguments[1];
    struct thing *t = state_thing(s, irp, CLASS_IRP);
    const struct thing *made = state_thing(s, irp, CLASS_OWN_IRP);
    if (!t || t->status != STATUS_SHARED || (said(s, irp, IRP_ROUTINE) != NO && said(s, irp, IRP_SKIPPED) != YES) ||
        (made && made->own))
        return;
    t->status = STATUS_TAKEN;
    t->since = c->in->id;
    struct step *step = path_step(r, s, STEP_TAKEN, c->in);
    step->subject = irp;
    step->class = CLASS_IRP;
    t->step = step;
}

/* The location of this driver goes with the IRP. */
static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    (void)width;
    (void)write;
    const struct node *n = node_at(r->p, address.base);
    if (r->f->from_kit || !address.base || n->kind != NODE_INITIAL || n->x.offset != LOCATION_AT)
        return true;
    const struct value irp = value_of(n->x.base);
    return !state_thing(s, irp, CLASS_IRP) || thing_touch(r, s, irp, in, NULL);
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_STATUS)
        ends_as(r, s, subject, in, u->step);
    return true;
}

static void report_end(struct run *r, struct state *s, const char *code, const struct thing *t,
                       const struct instruction *in, const char *claim, const char *label, const char *help)
{
    struct instruction there = *in;
    there.place = way_out(r, s, in);
    thing_report(r, s, t, code, &there, NULL, claim, label, help);
}

/* Two numbers for what became of one request. */
static void look_at_status(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    const struct value irp = irp_of(r);
    const struct thing *t = state_thing(s, irp, CLASS_IRP);
    const struct cell *c = state_cell(s, irp.base, IRP_STATUS);
    if (!t || t->status != STATUS_ENDED || !c || !value_is_number(c->value) || !value_is_number(result) ||
        (int32_t)c->value.offset == (int32_t)result.offset || said(s, irp, IRP_MARKED) != NO)
        return;
    report_end(r, s, CODE_CHK6011, t, in, "another status is returned than the IRP was completed with",
               "the I/O manager goes by the one here, and the program by the other there",
               "return the status that was put into IoStatus.Status, from a variable of the function's own");
}

/* The driver below returned STATUS_PENDING, perhaps, and the mark does not go on upwards. */
static bool loses_mark(struct run *r, struct state *s)
{
    const struct value irp = irp_of(r);
    const struct cell *c = state_cell(s, irp.base, PENDING_RETURNED_AT);
    const bool asked = c && state_truth(r->p, s, c->value) == 0;
    return said(s, irp, IRP_MARKED) == NO && !asked;
}

static void look_at_routine(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    const struct thing *freed = state_thing(s, irp_of(r), CLASS_OWN_IRP);
    if (!value_is_number(result) || (int32_t)result.offset == MORE_PROCESSING)
        return;
    if (freed && freed->status == STATUS_ENDED)
        report_end(r, s, CODE_CHK6012, freed, in, "the IRP is freed, and the I/O manager goes on with it",
                   "only STATUS_MORE_PROCESSING_REQUIRED keeps it from the IRP",
                   "return STATUS_MORE_PROCESSING_REQUIRED");
    else if (r->e->unmarked[r->f->id] && loses_mark(r, s))
        report_end(r, s, CODE_CHK6013, NULL, in, "the completion routine loses the mark of STATUS_PENDING",
                   "the driver above waits for an IRP that is not marked",
                   "call IoMarkIrpPending where Irp->PendingReturned is set, before this");
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    if (is_dispatch(r))
        look_at_status(r, s, result, in);
    else if (is_completion(r))
        look_at_routine(r, s, result, in);
}

const struct family family_completion = {
    .name = "completion", .begin = begin, .access = access, .call = call, .after = after, .use = use, .end = end};
