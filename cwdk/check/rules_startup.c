/* DriverEntry, AddDevice and the start of a device: what they were lent, and what they leave when they fail. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

/* The parameter of DriverEntry, and the member with its characters. */
enum { PATH = 1, BUFFER = 8 };
enum { MAJOR_PNP = 0x1b };

static bool is_role(const struct run *r, const char *name)
{
    return r->role && !strcmp(r->role->name, name);
}

static void report(struct run *r, struct state *s, const char *code, struct place place, const char *claim,
                   const char *label, const char *help)
{
    finding_label(r->e->findings, finding_add(r->e->findings, code, place, r->f, s->step, claim), label, help);
}

/* "The links were deleted": which ones is not followed, as their names are texts. */
static struct value all_links(struct run *r)
{
    return value_of(nodes_get(
        &r->p->nodes, (struct node){.kind = NODE_CONTEXT, .width = 64, .a = text_hash("IoDeleteSymbolicLink")}));
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || r->f->from_kit || strcmp(c->contract->name, "IoDeleteSymbolicLink") != 0)
        return true;
    return thing_end(r, s, all_links(r), CLASS_LINK, c->in, NULL);
}

/* The string that DriverEntry is given, or its characters, in memory that outlives the call. */
static void look_at_path(struct run *r, struct state *s, const struct instruction *in)
{
    const node_id path = nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = PATH});
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const struct node *v = node_at(r->p, c->value.base);
        const node_id object = value_object(&r->p->nodes, c->base);
        const bool itself = c->value.base == path && !c->value.offset;
        const bool characters =
            c->value.base && v->kind == NODE_INITIAL && v->x.base == path && v->x.offset == BUFFER && !c->value.offset;
        if (c->offset == REST || is_attribute(c->offset) || c->width != 64 || (!itself && !characters) ||
            object == path || node_at(r->p, object)->kind == NODE_LOCAL)
            continue;
        report(r, s, CODE_CHK8005, way_out(r, s, in),
               arena_format(r->e->arena, "the registry path is kept in %s beyond DriverEntry",
                            name_of_value(r, s, value_of(object), "memory that lives longer")),
               itself ? "the pointer is stored" : "the pointer to its characters is stored",
               "copy the characters to memory of the driver's own");
    }
}

static bool has_ended(const struct state *s, unsigned class)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == class && s->things[i].status == STATUS_ENDED)
            return true;
    return false;
}

static void look_at_rest(struct run *r, struct state *s, const struct instruction *in)
{
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if ((t->class != CLASS_DEVICE && t->class != CLASS_LINK) || t->status != STATUS_HAD || !t->own ||
            has_ended(s, t->class))
            continue;
        const bool link = t->class == CLASS_LINK;
        const struct step *before = s->step;
        thing_recall(r, s, t);
        report(r, s, CODE_CHK8006, way_out(r, s, in),
               arena_format(r->e->arena, "%s fails and leaves the %s that it created", r->f->name,
                            class_table[t->class].noun),
               "returns a failure with it there",
               link ? "call IoDeleteSymbolicLink on this way out" : "call IoDeleteDevice on this way out");
        s->step = before;
    }
}

/* Device interfaces of a start that fails: programs are told of a device that does not work. */
static void look_at_interfaces(struct run *r, struct state *s, const struct instruction *in)
{
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (t->class != CLASS_INTERFACE || t->status != STATUS_HAD)
            continue;
        const struct step *before = s->step;
        thing_recall(r, s, t);
        report(r, s, CODE_CHK8006, way_out(r, s, in), "the start fails and leaves the device interface enabled",
               "returns a failure with it enabled", "enable it when all else is done, or disable it on this way out");
        s->step = before;
        return;
    }
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (!c->contract || r->f->from_kit || c->count < 2 || strcmp(c->contract->name, "IoSetDeviceInterfaceState") != 0)
        return;
    const bool enables = value_is_number(c->arguments[1]) && c->arguments[1].offset;
    if (!enables)
        thing_mark(r, s, c->arguments[0], CLASS_INTERFACE, STATUS_ENDED, c->in, NULL);
    else if (state_range(r->p, s, result).low >= 0)
        thing_mark(r, s, c->arguments[0], CLASS_INTERFACE, STATUS_HAD, c->in, NULL);
}

/* A function that only hands on what one call of its own gave: which of its results left something, that call knew. */
static bool only_hands_on(const struct function *f)
{
    uint32_t calls = 0;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op == OP_CALL &&
            !(in->callee && ((in->callee->defined && in->callee->from_kit) || !strncmp(in->callee->name, "llvm.", 5))))
            calls++;
    }
    return calls == 1;
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    const bool entry = is_role(r, "DRIVER_INITIALIZE");
    const struct range status = state_range(r->p, s, result);
    if (entry && status.high >= 0)
        look_at_path(r, s, in);
    if (r->major == MAJOR_PNP && status.high < 0)
        look_at_interfaces(r, s, in);
    if ((entry || is_role(r, "DRIVER_ADD_DEVICE")) && status.high < 0 && !only_hands_on(r->f))
        look_at_rest(r, s, in);
}

/* What it is given is known by its name from the start, so that a copy of the structure has it. */
static void begin(struct run *r, struct state *s)
{
    const struct instruction none = {0};
    const node_id path = nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = PATH});
    if (is_role(r, "DRIVER_INITIALIZE"))
        memory_load(r, s, (struct value){path, BUFFER}, 64, &none);
}

const struct family family_startup = {.name = "startup", .begin = begin, .call = call, .after = after, .end = end};
