/* What still runs, or will run, when its memory goes: timers, DPCs and work items; and callbacks that wait for their
 * own end. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

enum { DEVICE_EXTENSION = 0x40 }; /* of a device object, on amd64 */

static const char *name_of(const struct call *c)
{
    return !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
}

static bool runs_later(unsigned class)
{
    return class == CLASS_TIMER || class == CLASS_DPC || class == CLASS_QUEUED;
}

/* "Whatever was queued is done": a mark for callers, too. */
static struct value all_done(struct run *r)
{
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_CONTEXT, .width = 64, .b = CONTEXT_WAITED}));
}

static void forget_queued(struct state *s, bool timers)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (!runs_later(s->things[i].class) || (s->things[i].class == CLASS_TIMER && !timers))
            s->things[out++] = s->things[i];
    s->thing_count = out;
}

/* The driver waited for something, which may have been told by what is queued. */
static bool has_waited(const struct call *c)
{
    static const char *const names[] = {"KeFlushQueuedDpcs", "IoReleaseRemoveLockAndWaitEx",
                                        "ExWaitForRundownProtectionRelease", "IoForwardIrpSynchronously", NULL};
    for (uint32_t i = 0; c->contract && i < c->contract->effect_count; i++)
        if (c->contract->effects[i].verb == VERB_WAITS)
            return true;
    return !c->callee || (!c->callee->defined && !c->callee->contract) || text_is_one_of(name_of(c), names);
}

static void report(struct run *r, struct state *s, const struct thing *t, struct value gone,
                   const struct instruction *in, const struct step *inside, const char *how)
{
    struct arena *a = r->e->arena;
    const bool item = t->class == CLASS_QUEUED;
    thing_report(
        r, s, t, CODE_CHK9001, in, inside,
        item ? arena_format(a, "%s is freed while it is queued", name_of_value(r, s, gone, "the work item"))
             : arena_format(a, "%s is %s while the %s in it is %s", name_of_value(r, s, gone, "the memory"), how,
                            class_table[t->class].noun, t->class == CLASS_TIMER ? "set" : "queued or runs"),
        item ? "the system still has it" : "the system writes there when its time has come",
        item                      ? "free it in its routine, or wait until that has run"
        : t->class == CLASS_TIMER ? "call KeCancelTimer, and KeFlushQueuedDpcs where the timer has a DPC, before"
                                  : "call KeFlushQueuedDpcs before");
}

/* KeCancelTimer has said that the timer had not gone off yet: no DPC of it is queued. */
static bool was_in_time(struct run *r, const struct state *s, const struct thing *t)
{
    const struct cell *c = state_cell(s, value_object(&r->p->nodes, t->subject.base), TIMER_STOPPED);
    return t->class == CLASS_DPC && c && c->value.base && state_truth(r->p, s, c->value) == 1;
}

/* Memory that begins there goes. */
static void goes(struct run *r, struct state *s, struct value gone, const struct instruction *in,
                 const struct step *inside, const char *how)
{
    if (!gone.base)
        return;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (!runs_later(t->class) || t->status != STATUS_HAD ||
            value_object(&r->p->nodes, t->subject.base) != gone.base || t->subject.offset < gone.offset ||
            was_in_time(r, s, t))
            continue;
        report(r, s, t, gone, in, inside, how);
        thing_forget(s, t->subject, t->class);
        return;
    }
    if (value_is_given(r->p, gone.base))
        summary_use(r, s, USE_GOES, gone, 0, in, inside ? inside : s->step);
}

static bool is_queue_callback(const struct run *r)
{
    static const char *const roles[] = {"EVT_WDF_IO_QUEUE_IO_DEFAULT",
                                        "EVT_WDF_IO_QUEUE_IO_READ",
                                        "EVT_WDF_IO_QUEUE_IO_WRITE",
                                        "EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL",
                                        "EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL",
                                        NULL};
    return r->role && text_is_one_of(r->role->name, roles);
}

/* The framework calls these while the device goes down, and goes on when they return. */
static bool is_power_down(const struct run *r)
{
    static const char *const roles[] = {"EVT_WDF_DEVICE_D0_EXIT",
                                        "EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED",
                                        "EVT_WDF_DEVICE_D0_EXIT_PRE_HARDWARE_DISABLED",
                                        "EVT_WDF_DEVICE_ARM_WAKE_FROM_S0",
                                        "EVT_WDF_DEVICE_ARM_WAKE_FROM_SX",
                                        "EVT_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON",
                                        "EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND",
                                        "EVT_WDF_IO_QUEUE_IO_STOP",
                                        NULL};
    return r->role && text_is_one_of(r->role->name, roles);
}

enum waits_for { ITSELF, QUEUE, POWER };
static const struct {
    const char *function, *role;
    enum waits_for what;
    bool asks; /* it waits if its second argument is TRUE */
} stoppers[] = {
    {"WdfTimerStop", "EVT_WDF_TIMER", ITSELF, true},
    {"WdfDpcCancel", "EVT_WDF_DPC", ITSELF, true},
    {"WdfWorkItemFlush", "EVT_WDF_WORKITEM", ITSELF, false},
    {"WdfIoQueueStopSynchronously", NULL, QUEUE, false},
    {"WdfIoQueuePurgeSynchronously", NULL, QUEUE, false},
    {"WdfIoQueueDrainSynchronously", NULL, QUEUE, false},
    {"WdfIoQueueStopAndPurgeSynchronously", NULL, QUEUE, false},
    {"WdfDeviceStopIdleNoTrack", NULL, POWER, true},
    {"WdfDeviceStopIdleActual", NULL, POWER, true},
};
enum { STOPPERS = sizeof stoppers / sizeof *stoppers };

/* stoppers[which] is called with that object, here or in what is called here. */
static void stops(struct run *r, struct state *s, size_t which, struct value object, const struct instruction *in,
                  const struct step *inside)
{
    static const char *const help[] = {
        [ITSELF] = "do not wait here: a callback that runs need not be stopped",
        [QUEUE] = "stop the queue without waiting, or in a work item",
        [POWER] = "do not wait for D0 while the device leaves it",
    };
    const struct node *n = node_at(r->p, object.base);
    const enum waits_for what = stoppers[which].what;
    const bool own = what == QUEUE   ? is_queue_callback(r)
                     : what == POWER ? is_power_down(r)
                                     : r->role && !strcmp(r->role->name, stoppers[which].role) &&
                                           n->kind == NODE_PARAMETER && !n->a && !object.offset;
    if (!r->role && (what != ITSELF || value_is_given(r->p, object.base)))
        summary_use(r, s, USE_STOPS, what == ITSELF ? object : value_number(0), (int8_t)which, in,
                    inside ? inside : s->step);
    if (own)
        thing_report(
            r, s, NULL, CODE_CHK9003, in, inside, arena_format(r->e->arena, "%s waits for its own end", r->f->name),
            arena_format(r->e->arena, "%s returns when this callback has", stoppers[which].function), help[what]);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    if (r->f->from_kit)
        return true;
    if (has_waited(c)) {
        forget_queued(s, strcmp(name, "KeFlushQueuedDpcs") != 0);
        thing_mark(r, s, all_done(r), CLASS_DPC, STATUS_ENDED, c->in, NULL);
    }
    if (!c->count)
        return true;
    if (!strncmp(name, "ExFreePool", 10))
        goes(r, s, c->arguments[0], c->in, NULL, "freed");
    else if (!strcmp(name, "IoFreeWorkItem"))
        goes(r, s, c->arguments[0], c->in, NULL, "freed");
    else if (!strcmp(name, "IoDeleteDevice") && c->arguments[0].base)
        goes(r, s,
             memory_load(r, s, (struct value){c->arguments[0].base, c->arguments[0].offset + DEVICE_EXTENSION}, 64,
                         c->in),
             c->in, NULL, "deleted");
    for (size_t i = 0; i < STOPPERS; i++)
        if (!strcmp(name, stoppers[i].function) &&
            (!stoppers[i].asks || (c->count > 1 && value_is_number(c->arguments[1]) && c->arguments[1].offset)))
            stops(r, s, i, c->arguments[0], c->in, NULL);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_GOES)
        goes(r, s, subject, in, u->step, "freed");
    else if (u->kind == USE_STOPS && u->level >= 0 && u->level < STOPPERS)
        stops(r, s, (size_t)u->level, subject, in, u->step);
    return true;
}

static void set_timer(struct run *r, struct state *s, const struct call *c, uint32_t dpc)
{
    const node_id object = value_object(&r->p->nodes, c->arguments[0].base);
    thing_mark(r, s, c->arguments[0], CLASS_TIMER, STATUS_HAD, c->in, NULL);
    if (dpc < c->count)
        thing_mark(r, s, c->arguments[dpc], CLASS_DPC, STATUS_HAD, c->in, NULL);
    if (object)
        state_put(s, object, TIMER_STOPPED, 64, value_number(0));
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    const char *name = name_of(c);
    if (r->f->from_kit)
        return;
    const struct thing *waited = state_thing(s, all_done(r), CLASS_DPC);
    if (c->callee && summary_of(r, c->callee) && waited && waited->since == c->in->id) {
        const struct thing kept = *waited; /* what is queued after that it would mark again */
        forget_queued(s, true);
        *state_add_thing(s, kept.subject, CLASS_DPC) = kept;
    }
    if (!c->count)
        return;
    if (!strcmp(name, "KeSetTimer"))
        set_timer(r, s, c, 2);
    else if (!strcmp(name, "KeSetTimerEx"))
        set_timer(r, s, c, 3);
    else if (!strcmp(name, "KeSetCoalescableTimer"))
        set_timer(r, s, c, 4);
    else if (!strcmp(name, "KeInsertQueueDpc"))
        thing_mark(r, s, c->arguments[0], CLASS_DPC, STATUS_HAD, c->in, NULL);
    else if (!strcmp(name, "KeRemoveQueueDpc"))
        thing_forget(s, c->arguments[0], CLASS_DPC);
    else if (!strncmp(name, "IoQueueWorkItem", 15))
        thing_mark(r, s, c->arguments[0], CLASS_QUEUED, STATUS_HAD, c->in, NULL);
    else if (!strcmp(name, "KeCancelTimer") && c->arguments[0].base) {
        const node_id object = value_object(&r->p->nodes, c->arguments[0].base);
        thing_mark(r, s, c->arguments[0], CLASS_TIMER, STATUS_ENDED, c->in, NULL);
        state_put(s, object, TIMER_STOPPED, 64, result);
    }
}

/* What lies on the function's stack goes with its return. */
static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    (void)result;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        const node_id object = value_object(&r->p->nodes, t->subject.base);
        const struct node *n = node_at(r->p, object);
        if (!runs_later(t->class) || t->status != STATUS_HAD || n->kind != NODE_LOCAL || n->b != r->f->id ||
            was_in_time(r, s, t))
            continue;
        struct instruction there = *in;
        there.place = way_out(r, s, in);
        report(r, s, t, value_of(object), &there, NULL, "gone");
        return;
    }
}

const struct family family_teardown = {.name = "teardown", .call = call, .after = after, .use = use, .end = end};
