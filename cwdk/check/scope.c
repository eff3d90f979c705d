/*
 * What the framework holds around callbacks, and at which level it calls them: said by attributes of the driver, its
 * devices and its queues, each of which counts where the next one leaves it open. Attributes are read off the function
 * that makes the object, up to the call. Source of facts: microsoft/Windows-Driver-Frameworks, the functions
 * ConfigureConstraints.
 */
#include "cwdk/check/engine.h"

#include <string.h>

static const struct constraints unknown = {0, 0}, open = {LEVEL_INHERITED, SCOPE_INHERITED};

/* The variable that an operand is the address of, or of a field of. */
static const struct instruction *variable_of(const struct function *f, const struct operand *o)
{
    while (o->kind == OPERAND_INSTRUCTION) {
        const struct instruction *in = &f->instructions[o->index];
        if (in->op == OP_LOCAL)
            return in;
        if (in->op != OP_ADDRESS || in->operand_count != 1)
            return NULL;
        o = &in->operands[0];
    }
    return NULL;
}

static bool is_call_of(const struct instruction *in, const char *name)
{
    return in->op == OP_CALL && in->callee && !strcmp(in->callee->name, name);
}

static bool is_given(const struct function *f, const struct instruction *in, const struct instruction *variable)
{
    for (uint32_t i = 0; i < in->operand_count; i++)
        if (variable_of(f, &in->operands[i]) == variable)
            return true;
    return false;
}

/* What a call or a store before the one that makes the object says of its attributes. */
static void read_attributes(const struct function *f, const struct instruction *in, const struct instruction *variable,
                            struct constraints *c)
{
    enum { LEVEL = 24, SCOPE = 28 };
    if (!is_given(f, in, variable))
        return;
    if (in->op == OP_CALL) {
        const char *name = in->callee ? in->callee->name : "";
        if (!strcmp(name, "WDF_OBJECT_ATTRIBUTES_INIT"))
            *c = open;
        else if (strncmp(name, "Wdf", 3) != 0 && strncmp(name, "llvm.", 5) != 0)
            *c = unknown;
    } else if (in->op == OP_STORE && in->operands[1].kind == OPERAND_INSTRUCTION) {
        const struct instruction *address = &f->instructions[in->operands[1].index];
        const struct value v = in->operands[0].value;
        const bool number = in->operands[0].kind == OPERAND_VALUE && value_is_number(v);
        if (address->op != OP_ADDRESS || (address->field != LEVEL && address->field != SCOPE))
            return;
        *(address->field == LEVEL ? &c->level : &c->scope) = number ? (int8_t)v.offset : 0;
    } else if (in->op == OP_SET || in->op == OP_COPY) {
        *c = unknown;
    }
}

static struct constraints attributes_of(const struct function *f, const struct instruction *call, uint32_t argument)
{
    const struct operand *o = call->operand_count > argument ? &call->operands[argument] : NULL;
    if (o && o->kind == OPERAND_VALUE && value_is_number(o->value) && !o->value.offset)
        return open;
    const struct instruction *variable = o ? variable_of(f, o) : NULL;
    struct constraints c = unknown;
    for (const struct instruction *in = f->instructions; variable && in < call; in++)
        read_attributes(f, in, variable, &c);
    return c;
}

struct constraints constraints_within(struct constraints own, struct constraints parent)
{
    if (own.level == LEVEL_INHERITED)
        own.level = parent.level;
    if (own.scope == SCOPE_INHERITED)
        own.scope = parent.scope;
    return own;
}

bool constraints_serialize(struct constraints c)
{
    return c.scope == SCOPE_DEVICE || c.scope == SCOPE_QUEUE;
}

/* The callbacks that were put into the configuration of a queue: whether it gives them several requests at a time, and
 * whether it holds a spin lock of the framework's around them. */
static void mark_callbacks(struct engine *e, const struct function *f, const struct instruction *call, bool spins)
{
    enum { PARALLEL = 2 };
    const struct instruction *variable = variable_of(f, &call->operands[1]), *from = f->instructions;
    for (const struct instruction *in = f->instructions; variable && in < call; in++)
        if (in->op == OP_CALL && in->callee && !strncmp(in->callee->name, "WDF_IO_QUEUE_CONFIG_INIT", 24) &&
            is_given(f, in, variable))
            from = in;
    const struct operand *type = from->op == OP_CALL && from->operand_count > 1 ? &from->operands[1] : NULL;
    const bool parallel =
        type && type->kind == OPERAND_VALUE && value_is_number(type->value) && type->value.offset == PARALLEL;
    for (const struct instruction *in = from; variable && in < call; in++) {
        const struct operand *o = &in->operands[0];
        if (in->op != OP_STORE || variable_of(f, &in->operands[1]) != variable || o->kind != OPERAND_VALUE)
            continue;
        const struct node *n = constant_at(f, o->value);
        if (o->value.base && n->kind == NODE_FUNCTION) {
            e->spins[e->p->functions[n->a]->id] |= spins;
            e->parallel[e->p->functions[n->a]->id] |= parallel;
        }
    }
}

/* For each call of a function of the framework's in the driver. */
static void each_call(struct engine *e, const char *name,
                      void (*look)(struct engine *e, const struct function *f, const struct instruction *in))
{
    for (uint32_t i = 0; i < e->p->function_count; i++) {
        const struct function *f = e->p->functions[i];
        for (uint32_t k = 0; k < f->instruction_count; k++)
            if (is_call_of(&f->instructions[k], name))
                look(e, f, &f->instructions[k]);
    }
}

static void look_at_driver(struct engine *e, const struct function *f, const struct instruction *in)
{
    e->driver = constraints_within(attributes_of(f, in, 2), e->driver);
}

/* What is true of each device is known of any. */
static void look_at_device(struct engine *e, const struct function *f, const struct instruction *in)
{
    const struct constraints c = constraints_within(attributes_of(f, in, 1), e->driver);
    const bool first = e->device.level < 0;
    e->device.level = first || e->device.level == c.level ? c.level : 0;
    e->device.scope = first || e->device.scope == c.scope ? c.scope : 0;
}

static void look_at_queue(struct engine *e, const struct function *f, const struct instruction *in)
{
    const struct constraints c = constraints_within(attributes_of(f, in, 2), e->device);
    if (in->operand_count > 2)
        mark_callbacks(e, f, in, constraints_serialize(c) && c.level == LEVEL_DISPATCH);
}

void scopes_find(struct engine *e, bool kernel)
{
    e->spins = arena_array(e->arena, (size_t)e->p->function_count + 1, sizeof *e->spins);
    e->parallel = arena_array(e->arena, (size_t)e->p->function_count + 1, sizeof *e->parallel);
    e->driver = (struct constraints){kernel ? LEVEL_DISPATCH : LEVEL_PASSIVE, SCOPE_NONE};
    e->device = (struct constraints){-1, -1};
    each_call(e, "WdfDriverCreate", look_at_driver);
    each_call(e, "WdfDeviceCreate", look_at_device);
    if (e->device.level < 0)
        e->device = unknown;
    each_call(e, "WdfIoQueueCreate", look_at_queue);
}
