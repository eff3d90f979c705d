/*
 * DMA transactions of the framework: created, initialised, executed, released, in this order, and then again from
 * initialised on; and what a driver without the framework has of a DMA adapter. Source of facts: the framework's
 * published source, the public documentation of DMA_OPERATIONS.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* Besides these, DMA_STATE is what initialised it gave: it is initialised if that was a success. */
enum { CREATED = 1, EXECUTED, RELEASED, INITIALISED, UNKNOWN };

static const char *name_of(const struct call *c)
{
    return !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
}

/* Elements that a loop goes through have one name in all its rounds. */
static bool is_one_of_many(const struct program *p, node_id id)
{
    const struct node *n = node_at(p, id);
    return id && (n->kind == NODE_ELEMENT || n->kind == NODE_JOINED || is_one_of_many(p, n->x.base));
}

static int state_of(const struct run *r, const struct state *s, struct value transaction)
{
    const struct cell *c = transaction.base && !transaction.offset ? state_cell(s, transaction.base, DMA_STATE) : NULL;
    if (!c)
        return UNKNOWN;
    if (value_is_number(c->value))
        return (int)c->value.offset;
    const struct range range = state_range(r->p, s, c->value);
    return range.low >= 0 ? INITIALISED : range.high < 0 ? RELEASED : UNKNOWN;
}

static void enter(const struct run *r, struct state *s, struct value transaction, struct value state)
{
    if (transaction.base && !transaction.offset && !is_one_of_many(r->p, transaction.base))
        state_put(s, transaction.base, DMA_STATE, 64, state);
}

static bool initialises(const char *name)
{
    return !strncmp(name, "WdfDmaTransactionInitialize", 27);
}

static void report(struct run *r, struct state *s, struct value transaction, const struct instruction *in,
                   const struct step *inside, const char *what, const char *help)
{
    struct arena *a = r->e->arena;
    thing_report(r, s, NULL, CODE_CHK8016, in, inside,
                 arena_format(a, "%s is %s", name_of_value(r, s, transaction, "the DMA transaction"), what),
                 "stops the system: WDF_VIOLATION", help);
}

static void executed(struct run *r, struct state *s, struct value transaction, const struct instruction *in,
                     const struct step *inside)
{
    switch (state_of(r, s, transaction)) {
    case CREATED:
        report(r, s, transaction, in, inside, "executed before it is initialised",
               "call WdfDmaTransactionInitialize or its kin before");
        break;
    case RELEASED:
        report(r, s, transaction, in, inside, "executed, and was not initialised since it was released",
               "initialise it before each transfer, and leave where that fails");
        break;
    case EXECUTED:
        report(r, s, transaction, in, inside, "executed a second time",
               "call WdfDmaTransactionRelease when the transfer is over, and initialise it again");
        break;
    default:
        break;
    }
}

static void initialised(struct run *r, struct state *s, struct value transaction, const struct instruction *in,
                        const struct step *inside)
{
    const int state = state_of(r, s, transaction);
    if (state == EXECUTED || state == INITIALISED)
        report(r, s, transaction, in, inside,
               state == EXECUTED ? "initialised, and was not released since it was executed"
                                 : "initialised a second time",
               "call WdfDmaTransactionRelease before");
}

/* The routine of the adapter's that a call through a pointer calls: where DMA_OPERATIONS has it; -1: none. */
static int64_t operation_of(const struct run *r, const struct instruction *in)
{
    const struct operand *o = in->callee || !in->operand_count ? NULL : &in->operands[in->operand_count - 1];
    const struct instruction *load = o && o->kind == OPERAND_INSTRUCTION ? &r->f->instructions[o->index] : NULL;
    const struct instruction *field = load && load->op == OP_LOAD && load->operands[0].kind == OPERAND_INSTRUCTION
                                          ? &r->f->instructions[load->operands[0].index]
                                          : NULL;
    return field && field->op == OP_ADDRESS && field->record && !strcmp(field->record, "_DMA_OPERATIONS") ? field->field
                                                                                                          : -1;
}

/* False where the path ends: it was given back before. */
static bool gives_back(struct run *r, struct state *s, const struct call *c)
{
    enum { PUT_ADAPTER = 8, FREE_BUFFER = 24, BUFFER = 3 };
    switch (operation_of(r, c->in)) {
    case PUT_ADAPTER:
        return !c->count || thing_end(r, s, c->arguments[0], CLASS_DMA_ADAPTER, c->in, NULL);
    case FREE_BUFFER:
        return c->count <= BUFFER || thing_end(r, s, c->arguments[BUFFER], CLASS_DMA_BUFFER, c->in, NULL);
    default:
        return true;
    }
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    if (!c->callee && !r->f->from_kit)
        return gives_back(r, s, c);
    if (r->f->from_kit || !c->count || strncmp(name, "WdfDmaTransaction", 17) != 0)
        return true;
    const bool execute = !strcmp(name, "WdfDmaTransactionExecute");
    if (execute)
        executed(r, s, c->arguments[0], c->in, NULL);
    else if (initialises(name))
        initialised(r, s, c->arguments[0], c->in, NULL);
    if ((execute || initialises(name)) && state_of(r, s, c->arguments[0]) == UNKNOWN &&
        value_is_given(r->p, c->arguments[0].base))
        summary_use(r, s, USE_TRANSFERS, c->arguments[0], execute, c->in, s->step);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind != USE_TRANSFERS)
        return true;
    if (u->level)
        executed(r, s, subject, in, u->step);
    else
        initialised(r, s, subject, in, u->step);
    if (state_of(r, s, subject) == UNKNOWN && value_is_given(r->p, subject.base))
        summary_use(r, s, USE_TRANSFERS, subject, u->level, in, u->step);
    return true;
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    enum { HANDLE = 2 };
    const char *name = name_of(c);
    if (r->f->from_kit || !c->count || strncmp(name, "WdfDmaTransaction", 17) != 0)
        return;
    if (!strcmp(name, "WdfDmaTransactionCreate") && c->count > HANDLE && c->arguments[HANDLE].base)
        enter(r, s, memory_load(r, s, c->arguments[HANDLE], 64, c->in), value_number(CREATED));
    else if (initialises(name))
        enter(r, s, c->arguments[0], value_is_number(result) ? value_number(INITIALISED) : result);
    else if (!strcmp(name, "WdfDmaTransactionExecute"))
        enter(r, s, c->arguments[0], value_number(EXECUTED));
    else if (!strcmp(name, "WdfDmaTransactionRelease"))
        enter(r, s, c->arguments[0], value_number(RELEASED));
    else if (strstr(name, "Resources")) /* reserved, and given back */
        enter(r, s, c->arguments[0], value_number(UNKNOWN));
}

const struct family family_transfer = {.name = "transfer", .call = call, .use = use, .after = after};
