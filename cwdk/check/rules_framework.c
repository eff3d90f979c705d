/* What the framework demands of those who call it: configurations with a size, parents, handlers, and an order. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static void report(struct run *r, struct state *s, const char *code, const char *claim, const char *label,
                   const char *help, const struct instruction *in)
{
    finding_label(r->e->findings, finding_add(r->e->findings, code, in->place, r->f, s->step, claim), label, help);
}

static struct value field(struct run *r, struct state *s, struct value record, int64_t offset, unsigned width,
                          const struct instruction *in)
{
    return memory_load(r, s, (struct value){record.base, record.offset + offset}, width, in);
}

static bool is_zero(struct value v)
{
    return value_is_number(v) && !v.offset;
}

/* Structures that begin with their size, which the framework compares with the one that it knows. */
static bool has_size(const char *type)
{
    static const char *const types[] = {
        "PWDF_OBJECT_ATTRIBUTES",
        "PWDF_DRIVER_CONFIG",
        "PWDF_IO_QUEUE_CONFIG",
        "PWDF_TIMER_CONFIG",
        "PWDF_DPC_CONFIG",
        "PWDF_WORKITEM_CONFIG",
        "PWDF_INTERRUPT_CONFIG",
        "PWDF_FILEOBJECT_CONFIG",
        "PWDF_DMA_ENABLER_CONFIG",
        "PWDF_CHILD_LIST_CONFIG",
        "PWDF_PNPPOWER_EVENT_CALLBACKS",
        "PWDF_POWER_POLICY_EVENT_CALLBACKS",
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!strcmp(type, types[i]))
            return true;
    return false;
}

static void look_at_sizes(struct run *r, struct state *s, const struct call *c)
{
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++) {
        const char *type = c->contract->parameters[i].type;
        if (!c->arguments[i].base || !has_size(type))
            continue;
        const struct value size = field(r, s, c->arguments[i], 0, 32, c->in);
        if (!is_zero(size) && node_at(r->p, size.base)->kind != NODE_UNDEFINED)
            continue;
        struct arena *a = r->e->arena;
        report(r, s, CODE_CHK8001, arena_format(a, "%s gets a %s whose Size is not set", c->contract->name, type + 1),
               "fails with STATUS_INFO_LENGTH_MISMATCH", arena_format(a, "initialise it with %s_INIT", type + 1),
               c->in);
    }
}

/* Objects that have to belong to a device, a queue or the like. */
static void look_at_parent(struct run *r, struct state *s, const struct call *c)
{
    enum { ATTRIBUTES = 1, PARENT = 32 };
    const char *name = c->contract->name;
    if ((strcmp(name, "WdfTimerCreate") != 0 && strcmp(name, "WdfWorkItemCreate") != 0 &&
         strcmp(name, "WdfDpcCreate") != 0) ||
        c->count <= ATTRIBUTES)
        return;
    const struct value attributes = c->arguments[ATTRIBUTES];
    if (!is_zero(attributes) && (!attributes.base || !is_zero(field(r, s, attributes, PARENT, 64, c->in))))
        return;
    report(r, s, CODE_CHK8002, arena_format(r->e->arena, "%s gets no parent", name),
           "fails with STATUS_WDF_PARENT_NOT_SPECIFIED", "set ParentObject of the attributes to the device or queue",
           c->in);
}

/* A queue that gives requests to callbacks, and has none. */
static void look_at_queue(struct run *r, struct state *s, const struct call *c)
{
    enum { CONFIG = 1, DISPATCH_TYPE = 4, FIRST_HANDLER = 16, HANDLERS = 5, MANUAL = 3 };
    if (strcmp(c->contract->name, "WdfIoQueueCreate") != 0 || c->count <= CONFIG || !c->arguments[CONFIG].base)
        return;
    const struct value config = c->arguments[CONFIG], type = field(r, s, config, DISPATCH_TYPE, 32, c->in);
    if (!value_is_number(type) || !type.offset || type.offset == MANUAL)
        return;
    for (int64_t i = 0; i < HANDLERS; i++)
        if (!is_zero(field(r, s, config, FIRST_HANDLER + 8 * i, 64, c->in)))
            return;
    report(r, s, CODE_CHK8003, "the queue has no callback for requests", "fails with STATUS_WDF_NO_CALLBACK",
           "set EvtIoDefault or another handler, or make the queue a manual one", c->in);
}

static struct range status_of(struct run *r, const struct state *s, uint32_t instruction)
{
    return state_range(
        r->p, s, value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_RESULT, .width = 32, .a = instruction})));
}

/* What WdfDeviceCreate left where the pointer to the structure was, or the structure that it took over. */
static bool is_used_up(struct run *r, const struct state *s, struct value init)
{
    const struct node n = *node_at(r->p, init.base);
    const struct range range = state_range(r->p, s, init);
    const struct cell *taken = init.base ? state_cell(s, init.base, INIT_TAKEN) : NULL;
    if (taken && value_is_number(taken->value) && taken->value.offset)
        return taken->value.offset == INIT_GONE || status_of(r, s, (uint32_t)taken->value.offset).low >= 0;
    const bool tested = range.nonzero || range.low > 0 || range.high < 0; /* and found not to be NULL */
    if ((n.kind != NODE_LOAD && n.kind != NODE_RESULT) || tested || !n.a || n.a >= r->p->instruction_count)
        return false;
    const struct instruction *made = r->p->by_id[n.a];
    return made->op == OP_CALL && made->callee && !strcmp(made->callee->name, "WdfDeviceCreate") &&
           status_of(r, s, n.a).low >= 0;
}

static void set_up(struct run *r, struct state *s, struct value init, const char *name, const struct instruction *in,
                   const struct step *inside)
{
    const struct step *before = s->step;
    if (!is_used_up(r, s, init)) {
        if (value_is_given(r->p, init.base))
            summary_use(r, s, USE_INIT, init, 0, in, s->step);
        return;
    }
    if (inside)
        path_step(r, s, STEP_INSIDE, in)->inside = inside;
    report(r, s, CODE_CHK8004, arena_format(r->e->arena, "%s is called after WdfDeviceCreate", name),
           "the device is there, and the structure gone", "call it before the device is created", in);
    s->step = before;
}

static void look_at_init(struct run *r, struct state *s, const struct call *c)
{
    if (!strcmp(c->contract->name, "WdfDeviceCreate") && c->count && c->arguments[0].base) {
        const struct value init = memory_load(r, s, c->arguments[0], 64, c->in);
        if (init.base)
            state_put(s, init.base, INIT_TAKEN, 64, value_number(c->in->id));
    } else if (c->count && c->contract->parameter_count &&
               !strcmp(c->contract->parameters[0].type, "PWDFDEVICE_INIT")) {
        set_up(r, s, c->arguments[0], c->contract->name, c->in, NULL);
    }
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || strncmp(c->contract->name, "Wdf", 3) != 0 || r->f->from_kit)
        return true;
    look_at_sizes(r, s, c);
    look_at_parent(r, s, c);
    look_at_queue(r, s, c);
    look_at_init(r, s, c);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_INIT)
        set_up(r, s, subject, r->p->by_id[u->instruction]->callee->contract->name, in, u->step);
    return true;
}

/* For callers: the structure is gone, or it is not. */
static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    (void)result;
    (void)in;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        struct cell *c = &s->cells[i];
        if (c->offset == INIT_TAKEN && value_is_number(c->value) && c->value.offset > 0)
            c->value = value_number(status_of(r, s, (uint32_t)c->value.offset).low >= 0 ? INIT_GONE : 0);
    }
}

const struct family family_framework = {.name = "framework", .call = call, .use = use, .end = end};
