/* Callbacks that are to be serialised with each other: at one level all of them. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

enum { CONFIG = 0, ATTRIBUTES = 1, LEVEL = 24, SCOPE = 28, PARENT = 32 };

static struct constraints constraints_read(struct run *r, struct state *s, struct value attributes,
                                           const struct instruction *in)
{
    struct constraints c = {LEVEL_INHERITED, SCOPE_INHERITED};
    if (!attributes.base)
        return c;
    const struct value level = memory_load(r, s, (struct value){attributes.base, attributes.offset + LEVEL}, 32, in),
                       scope = memory_load(r, s, (struct value){attributes.base, attributes.offset + SCOPE}, 32, in);
    c.level = value_is_number(level) ? (int8_t)level.offset : 0;
    c.scope = value_is_number(scope) ? (int8_t)scope.offset : 0;
    return c;
}

/* A device that the framework has given: all of the driver's are alike, or nothing is known of it. */
static bool is_device(const struct run *r, struct value handle)
{
    static const char *const getters[] = {"WdfIoQueueGetDevice", "WdfInterruptGetDevice", "WdfPdoGetParent",
                                          "WdfFileObjectGetDevice"};
    const struct node *n = node_at(r->p, handle.base);
    if (n->kind == NODE_PARAMETER)
        return r->role && !n->a && !strncmp(r->role->name, "EVT_WDF_DEVICE_", 15) && !strstr(r->role->name, "WDM_IRP");
    for (size_t i = 0; n->kind == NODE_CONTEXT && i < sizeof getters / sizeof *getters; i++)
        if (n->a == text_hash(getters[i]))
            return true;
    return false;
}

static struct constraints constraints_of(const struct run *r, const struct state *s, struct value handle)
{
    const struct cell *c = handle.base && !handle.offset ? state_cell(s, handle.base, HANDLE_SCOPE) : NULL;
    if (c && value_is_number(c->value))
        return (struct constraints){(int8_t)(c->value.offset & 0xFF), (int8_t)(c->value.offset >> 8)};
    return handle.base && !handle.offset && is_device(r, handle) ? r->e->device : (struct constraints){0, 0};
}

static bool is_made(const struct call *c, const char *name)
{
    return c->contract && !strcmp(c->contract->name, name);
}

/* Where its configuration says that the callback is to be serialised; 0: it is none of these. */
static int64_t serialization_at(const struct call *c)
{
    return is_made(c, "WdfTimerCreate") ? 20 : is_made(c, "WdfDpcCreate") || is_made(c, "WdfWorkItemCreate") ? 16 : 0;
}

static void judge(struct run *r, struct state *s, struct constraints parent, bool passive, const struct instruction *in,
                  const struct step *inside, const char *name)
{
    if (!constraints_serialize(parent) || !parent.level || (parent.level == LEVEL_PASSIVE) == passive)
        return;
    struct arena *a = r->e->arena;
    const char *at = passive ? "PASSIVE_LEVEL" : "DISPATCH_LEVEL";
    thing_report(r, s, NULL, CODE_CHK5008, in, inside,
                 arena_format(a, "%s asks for a callback at %s that is serialised with callbacks at %s", name, at,
                              passive ? "DISPATCH_LEVEL" : "PASSIVE_LEVEL"),
                 "fails with STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL",
                 "set AutomaticSerialization of the configuration to FALSE, or give the two one ExecutionLevel");
}

/* A timer, DPC or work item. */
static void look_at_callback(struct run *r, struct state *s, const struct call *c)
{
    const int64_t at = serialization_at(c);
    if (!at || c->count <= ATTRIBUTES || !c->arguments[CONFIG].base || !c->arguments[ATTRIBUTES].base)
        return;
    const struct value config = c->arguments[CONFIG], attributes = c->arguments[ATTRIBUTES];
    const struct value on = memory_load(r, s, (struct value){config.base, config.offset + at}, 8, c->in);
    const struct value parent =
        memory_load(r, s, (struct value){attributes.base, attributes.offset + PARENT}, 64, c->in);
    const struct constraints own = constraints_read(r, s, attributes, c->in);
    if (!value_is_number(on) || !(on.offset & 1) || !parent.base || !own.level)
        return;
    const bool timer = is_made(c, "WdfTimerCreate"),
               passive = timer ? own.level == LEVEL_PASSIVE : is_made(c, "WdfWorkItemCreate");
    if (constraints_of(r, s, parent).scope)
        judge(r, s, constraints_of(r, s, parent), passive, c->in, NULL, c->contract->name);
    else if (value_is_given(r->p, parent.base))
        summary_use(r, s, USE_SERIAL, parent, passive, c->in, s->step);
}

/* A queue that shares the lock of its device. */
static void look_at_queue(struct run *r, struct state *s, const struct call *c)
{
    if (!is_made(c, "WdfIoQueueCreate") || c->count < 3)
        return;
    const struct constraints device = constraints_of(r, s, c->arguments[0]),
                             own = constraints_within(constraints_read(r, s, c->arguments[2], c->in), device);
    if (own.scope != SCOPE_DEVICE || !own.level || !device.level || own.level == device.level)
        return;
    thing_report(r, s, NULL, CODE_CHK5008, c->in, NULL,
                 arena_format(r->e->arena, "the queue is serialised with its device, whose callbacks run at %s",
                              device.level == LEVEL_PASSIVE ? "PASSIVE_LEVEL" : "DISPATCH_LEVEL"),
                 "fails with STATUS_INVALID_PARAMETER",
                 "give the two one ExecutionLevel, or the queue WdfSynchronizationScopeQueue");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!r->f->from_kit) {
        look_at_callback(r, s, c);
        look_at_queue(r, s, c);
    }
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind != USE_SERIAL)
        return true;
    if (constraints_of(r, s, subject).scope)
        judge(r, s, constraints_of(r, s, subject), u->level, in, u->step, r->p->by_id[u->instruction]->callee->name);
    else if (value_is_given(r->p, subject.base))
        summary_use(r, s, USE_SERIAL, subject, u->level, r->p->by_id[u->instruction], u->step);
    return true;
}

static void note(struct run *r, struct state *s, struct value out, struct constraints c, const struct instruction *in)
{
    const struct value handle = out.base ? memory_load(r, s, out, 64, in) : value_number(0);
    if (handle.base && !handle.offset)
        state_put(s, handle.base, HANDLE_SCOPE, 64, value_number(c.level | c.scope << 8));
}

/* What holds of a new device or queue. */
static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (r->f->from_kit || state_range(r->p, s, result).high < 0)
        return;
    if (is_made(c, "WdfDeviceCreate") && c->count > 2)
        note(r, s, c->arguments[2], constraints_within(constraints_read(r, s, c->arguments[1], c->in), r->e->driver),
             c->in);
    else if (is_made(c, "WdfIoQueueCreate") && c->count > 3)
        note(r, s, c->arguments[3],
             constraints_within(constraints_read(r, s, c->arguments[2], c->in), constraints_of(r, s, c->arguments[0])),
             c->in);
}

const struct family family_scope = {.name = "scope", .call = call, .after = after, .use = use};
