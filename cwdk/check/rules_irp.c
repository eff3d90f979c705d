/* IRPs between drivers: marked pending where that is what is returned, and sent on with a stack location. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* What the attributes say; where there is none, or what was joined, nothing is known. */
enum { NO, YES, PERHAPS };
enum { PENDING = 0x103 };

static struct value irp_of(struct run *r)
{
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = 1}));
}

static bool is_dispatch(const struct run *r)
{
    return r->role && !strncmp(r->role->name, "DRIVER_DISPATCH", 15) && r->f->parameter_count > 1;
}

static bool says(const struct state *s, struct value irp, int64_t attribute, int64_t what)
{
    const struct cell *c = irp.base && !irp.offset ? state_cell(s, irp.base, attribute) : NULL;
    return c && value_is_number(c->value) && c->value.offset == what;
}

static void say(struct state *s, struct value irp, int64_t attribute, int64_t what)
{
    if (irp.base && !irp.offset)
        state_put(s, irp.base, attribute, 64, value_number(what));
}

static void begin(struct run *r, struct state *s)
{
    if (!is_dispatch(r))
        return;
    say(s, irp_of(r), IRP_MARKED, NO);
    say(s, irp_of(r), IRP_PREPARED, NO);
}

static void report(struct run *r, struct state *s, const char *code, struct place place, const char *claim,
                   const char *label, const char *help)
{
    finding_label(r->e->findings, finding_add(r->e->findings, code, place, r->f, s->step, claim), label, help);
}

static bool is_sending(const char *name)
{
    return !strcmp(name, "IofCallDriver") || !strcmp(name, "IoCallDriver") || !strcmp(name, "PoCallDriver");
}

/* Functions that do to the IRP what they are called for, and no more than that. */
static bool is_known(const char *name)
{
    static const char *const starts[] = {"Io", "Iof", "Po", "Ke", "Ex", "Mm", "Rtl", "Interlocked", "DbgPrint"};
    if (!strncmp(name, "IoCsq", 5) || !strncmp(name, "IoWMI", 5))
        return false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(name, starts[i], strlen(starts[i])))
            return true;
    return false;
}

/* The driver moved to the next location by itself. */
static bool has_moved(struct run *r, struct state *s, struct value irp, const struct instruction *in)
{
    enum { CURRENT_STACK_LOCATION = 0xB8 };
    const struct value now = memory_load(r, s, (struct value){irp.base, CURRENT_STACK_LOCATION}, 64, in);
    const struct node *n = node_at(r->p, now.base);
    return !now.base || now.offset || n->kind != NODE_INITIAL;
}

static void follow(struct run *r, struct state *s, const char *name, struct value irp, const struct instruction *in)
{
    if (!strcmp(name, "IoMarkIrpPending") && says(s, irp, IRP_SKIPPED, YES))
        report(r, s, CODE_CHK6006, in->place, "the IRP is marked pending after IoSkipCurrentIrpStackLocation",
               "marks the location of the driver above", "call IoMarkIrpPending before IoSkipCurrentIrpStackLocation");
    if (!strcmp(name, "IoMarkIrpPending"))
        say(s, irp, IRP_MARKED, YES);
    else if (!strcmp(name, "IoSkipCurrentIrpStackLocation"))
        say(s, irp, IRP_SKIPPED, YES);
    else if (!strcmp(name, "IoCopyCurrentIrpStackLocationToNext"))
        say(s, irp, IRP_SKIPPED, NO);
    else if (!strcmp(name, "IoSetCompletionRoutine") && says(s, irp, IRP_SKIPPED, YES))
        report(r, s, CODE_CHK6006, in->place, "a completion routine is set after IoSkipCurrentIrpStackLocation",
               "overwrites that of the driver above",
               "call IoCopyCurrentIrpStackLocationToNext in place of IoSkipCurrentIrpStackLocation");
    if (!strncmp(name, "IoSkipCurrent", 13) || !strncmp(name, "IoCopyCurrent", 13) || !strncmp(name, "IoGetNext", 9) ||
        !strncmp(name, "IoSetNext", 9))
        say(s, irp, IRP_PREPARED, YES);
}

static void look_at_sending(struct run *r, struct state *s, struct value irp, const struct instruction *in)
{
    if (is_dispatch(r) && value_same(irp, irp_of(r)) && says(s, irp, IRP_PREPARED, NO) && !has_moved(r, s, irp, in))
        report(r, s, CODE_CHK6006, in->place, "the IRP is sent on without a stack location for the next driver",
               "the next driver reads a location that nobody has filled",
               "call IoSkipCurrentIrpStackLocation, or IoCopyCurrentIrpStackLocationToNext and then "
               "IoSetCompletionRoutine");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (r->f->from_kit)
        return true;
    const char *name = c->callee ? c->callee->name : "";
    const bool own = c->callee && c->callee->defined && !c->callee->from_kit;
    if (c->count && c->callee && c->callee->from_kit && !strncmp(name, "Io", 2))
        follow(r, s, name, c->arguments[0], c->in);
    else if (c->count > 1 && is_sending(name))
        look_at_sending(r, s, c->arguments[1], c->in);
    for (uint32_t i = 0; !own && !is_known(name) && i < c->count; i++)
        if (is_dispatch(r) && value_same(c->arguments[i], irp_of(r))) {
            say(s, c->arguments[i], IRP_MARKED, PERHAPS);
            say(s, c->arguments[i], IRP_PREPARED, PERHAPS);
        } else if (value_is_given(r->p, c->arguments[i].base) && c->in->operands[i].width == 64) {
            say(s, c->arguments[i], IRP_MARKED, PERHAPS);
            say(s, c->arguments[i], IRP_PREPARED, PERHAPS);
        }
    return true;
}

/* The result of the next driver, whatever it is. */
static bool is_of_next(const struct run *r, struct value result)
{
    const struct node *n = node_at(r->p, result.base);
    if (!result.base || n->kind != NODE_RESULT || n->b || n->a == UINT32_MAX)
        return false;
    const struct instruction *in = r->p->by_id[n->a];
    return in->op == OP_CALL && in->callee && is_sending(in->callee->name);
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    if (!is_dispatch(r))
        return;
    const struct value irp = irp_of(r);
    const struct thing *t = state_thing(s, irp, CLASS_IRP);
    const struct range status = state_range(r->p, s, result);
    const bool pending = status.low == PENDING && status.high == PENDING;
    const bool by_name = value_is_number(result); /* not what another function says, and is handed on */
    if (pending && by_name && says(s, irp, IRP_MARKED, NO) && t &&
        (t->status == STATUS_HAD || t->status == STATUS_ENDED))
        report(r, s, CODE_CHK6004, way_out(r, s, in), "STATUS_PENDING is returned for an IRP that is not marked",
               "the I/O manager does not expect it to be completed later",
               "call IoMarkIrpPending before the IRP is queued or handed on");
    const bool other = status.high < PENDING || status.low > PENDING || (is_of_next(r, result) && !pending);
    if (other && says(s, irp, IRP_MARKED, YES))
        report(r, s, CODE_CHK6005, way_out(r, s, in), "the IRP is marked pending, and something else is returned",
               "the IRP is finished twice: here, and when it is completed",
               "return STATUS_PENDING wherever IoMarkIrpPending was called");
}

const struct family family_irp = {.name = "irp", .begin = begin, .call = call, .end = end};
