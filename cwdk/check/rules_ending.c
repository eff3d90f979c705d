/* What a function has at its end: nothing that only it knows and that has to be freed, released or completed. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>
#include <string.h>

/* Roles that get something which they have to end. */
static const struct {
    const char *role;
    uint32_t parameter;
    enum class class;
} given[] = {
    {"EVT_WDF_IO_QUEUE_IO_DEFAULT", 1, CLASS_REQUEST},
    {"EVT_WDF_IO_QUEUE_IO_READ", 1, CLASS_REQUEST},
    {"EVT_WDF_IO_QUEUE_IO_WRITE", 1, CLASS_REQUEST},
    {"EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL", 1, CLASS_REQUEST},
    {"EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL", 1, CLASS_REQUEST},
    {"EVT_WDF_IO_IN_CALLER_CONTEXT", 1, CLASS_REQUEST},
    {"EVT_WDF_DEVICE_FILE_CREATE", 1, CLASS_REQUEST},
    {"DRIVER_DISPATCH", 1, CLASS_IRP},
    {"DRIVER_DISPATCH_PAGED", 1, CLASS_IRP},
};

/* The current stack location says what the IRP is about. */
static void set_major(struct run *r, struct state *s, struct value irp)
{
    enum { CURRENT_STACK_LOCATION = 0xB8 }; /* in an IRP of amd64 */
    const struct instruction none = {0};
    const struct value at = {irp.base, irp.offset + CURRENT_STACK_LOCATION};
    const struct value location = memory_load(r, s, at, 64, &none);
    memory_store(r, s, location, 8, value_number(r->major), &none);
}

static void begin(struct run *r, struct state *s)
{
    for (size_t i = 0; r->role && i < sizeof given / sizeof *given; i++)
        if (!strcmp(r->role->name, given[i].role) && given[i].parameter < r->f->parameter_count) {
            const node_id id =
                nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = given[i].parameter});
            thing_begin(r, s, value_of(id), given[i].class, NULL, NULL);
            state_narrow(r->p, s, value_of(id), (struct range){INT64_MIN, INT64_MAX, true});
            if (given[i].class == CLASS_IRP && r->major >= 0)
                set_major(r, s, value_of(id));
        }
}

/* The statement that leaves the function: a return in its midst jumps to where all of them meet. */
struct place way_out(const struct run *r, const struct state *s, const struct instruction *in)
{
    const struct instruction *jump = s->exit ? r->p->by_id[s->exit] : NULL;
    size_t length;
    const char *line = jump ? source_line(r->e->findings, jump->place.file, jump->place.line, &length) : NULL;
    if (!line || !jump->place.column || jump->place.column + 5 > length)
        return in->place;
    return strncmp(line + jump->place.column - 1, "return", 6) ? in->place : jump->place;
}

static void report(struct run *r, struct state *s, const struct thing *t, struct place place, const char *when)
{
    const struct class_entry *c = &class_table[t->class];
    struct arena *a = r->e->arena;
    const char *name = name_of_value(r, s, t->subject, arena_format(a, "the %s", c->noun));
    const bool request = t->class == CLASS_REQUEST || t->class == CLASS_IRP;
    const bool region = t->class == CLASS_REGION || t->class == CLASS_GUARDED_REGION;
    const char *claim = region    ? arena_format(a, "%s is not left when %s", name, when)
                        : c->lock ? arena_format(a, "%s is still held when %s", name, when)
                        : request ? arena_format(a, "%s is not completed on this path", name)
                                  : arena_format(a, "%s is never %s on this path", name, c->ended);
    const char *help =
        region    ? "leave it on each way out of the function"
        : c->lock ? "release it on each way out of the function"
        : request ? "complete it with the status of the failure before returning, or hand it on"
                  : arena_format(a, "have it %s on this way out, or store it where somebody will find it", c->ended);
    thing_recall(r, s, t);
    struct finding *f = finding_add(r->e->findings, c->leak, place, r->f, s->step, claim);
    finding_label(r->e->findings, f,
                  region    ? "leaves within it"
                  : c->lock ? "leaves with the lock held"
                  : request ? "returns without completing it"
                            : "lost here",
                  help);
}

/* A callback that acquires a lock for its caller. */
static bool is_kept(const struct run *r, const struct thing *t)
{
    return class_table[t->class].lock && (!r->role || strstr(r->role->name, "ACQUIRE_LOCK"));
}

/* It calls nothing but inline functions of the kit, so that whoever is to complete the IRP cannot have got it. */
static bool tells_nobody(const struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        const bool kit =
            in->callee && ((in->callee->defined && in->callee->from_kit) || !strncmp(in->callee->name, "llvm.", 5));
        if (in->op == OP_CALL && !kit)
            return false;
    }
    return true;
}

static bool mentions(const struct program *p, node_id in, node_id node)
{
    const struct node *n = node_at(p, in);
    return in == node || (n->x.base && mentions(p, n->x.base, node)) || (n->y.base && mentions(p, n->y.base, node));
}

/* A function that this one calls looks whether it was given NULL; that is no sign that this one is. */
static bool takes_null(const struct run *r, const struct state *s)
{
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const struct fact *f = &s->facts[i];
        const struct node *n = node_at(r->p, f->node);
        if (n->kind != NODE_PARAMETER || n->a >= r->f->parameter_count || !r->f->pointer_parameters[n->a] ||
            f->range.low || f->range.high)
            continue;
        bool asked = false;
        for (const struct step *step = s->step; step && !asked; step = step->before)
            asked = step->kind == STEP_BRANCH && mentions(r->p, step->subject.base, f->node);
        if (!asked)
            return true;
    }
    return false;
}

/* Status bits of the driver's own are taken out of it: what they said was between its functions. */
static bool is_masked(const struct run *r, struct value result)
{
    const struct node *n = node_at(r->p, result.base);
    return n->kind == NODE_BINARY && n->op == BINARY_AND;
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    bool *marks = memory_new((size_t)s->thing_count + 1, sizeof *marks);
    state_reach(r->p, s, result, r->f, marks);
    for (uint32_t i = 0; i < s->thing_count; i++) {
        struct thing *t = &s->things[i];
        const struct class_entry *c = &class_table[t->class];
        const struct range range = state_range(r->p, s, t->subject);
        if (t->status != STATUS_HAD || !t->own || !c->leak || (range.low == 0 && range.high == 0) || is_kept(r, t))
            continue;
        const bool known = marks[i] || t->escaped;
        if (!c->lock && known)
            continue;
        if (t->class == CLASS_IRP && !tells_nobody(r->f)) {
            const struct range status = state_range(r->p, s, result);
            if ((status.low == 0x103 && status.high == 0x103) || is_masked(r, result))
                continue; /* STATUS_PENDING: whoever has it completes it */
        }
        if (!c->lock && takes_null(r, s))
            continue;
        report(r, s, t, way_out(r, s, in), arena_format(r->e->arena, "%s returns", r->f->name));
        t->escaped = !c->lock; /* the callers have not lost it a second time */
    }
    free(marks);
}

/* A thread ends here, and nobody else can release what it holds. */
static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || strcmp(c->contract->name, "PsTerminateSystemThread") != 0)
        return true;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        struct thing *t = &s->things[i];
        if (!class_table[t->class].lock || t->status != STATUS_HAD || !t->own)
            continue;
        report(r, s, t, c->in->place, "its thread ends");
        t->status = STATUS_SHARED;
    }
    return true;
}

/* One way out holds the lock, and the other has released it: meant, where the caller can see by the result that it got
 * what it wanted. */
bool exit_is_slip(const struct run *r, const struct outcome *holds, const struct outcome *released)
{
    const enum result_class with = result_class(r, holds->state, holds->value),
                            without = result_class(r, released->state, released->value);
    const bool status = r->f->result_width == 32;
    if (with == without || with == RESULT_NEGATIVE || with == RESULT_ANY)
        return true;
    return !status && with == RESULT_ZERO;
}

static uint32_t length_of(const struct step *s)
{
    uint32_t count = 0;
    for (; s; s = s->before)
        count++;
    return count;
}

/* The first steps that two paths do not share; false where one of them has none. */
static bool part(const struct step *a, const struct step *b, const struct step **of_a, const struct step **of_b)
{
    uint32_t left_a = length_of(a), left_b = length_of(b);
    *of_a = *of_b = NULL;
    while (a != b) {
        const bool first = left_a >= left_b, second = left_b >= left_a;
        if (first) {
            *of_a = a;
            a = a->before;
            left_a--;
        }
        if (second) {
            *of_b = b;
            b = b->before;
            left_b--;
        }
    }
    return *of_a && *of_b;
}

static bool has_step(const struct step *last, const struct step *step)
{
    for (; last; last = last->before)
        if (last == step)
            return true;
    return false;
}

/* Where in memory what a branch asks is read from: a flag that some call may have changed. {0, 0}: nowhere. */
static struct value asked(const struct program *p, node_id id)
{
    const struct node *n = node_at(p, id);
    if (!id)
        return value_number(0);
    if (n->kind == NODE_LOAD || n->kind == NODE_INITIAL)
        return n->x;
    const struct value x = asked(p, n->x.base);
    return x.base ? x : asked(p, n->y.base);
}

/* The same memory decided whether it was begun. */
static bool is_asked_before(const struct program *p, const struct step *begun, struct value address)
{
    for (const struct step *i = begun->inside; i; i = i->before)
        if (i->kind == STEP_BRANCH)
            return true;
    for (const struct step *i = begun->before; i; i = i->before)
        if (i->kind == STEP_BRANCH && value_same(asked(p, i->subject.base), address))
            return true;
    return false;
}

bool exit_is_unsure(const struct run *r, const struct outcome *leaves, const struct thing *t,
                    const struct outcome *other, const struct thing *end, bool again)
{
    const struct step *here, *there;
    if (!part(leaves->state->step, other->state->step, &here, &there))
        return true;
    if (!has_step(here->before, t->step))
        return false;
    if (there->instruction == end->since)
        return true;
    const struct value address = here->kind == STEP_BRANCH ? asked(r->p, here->subject.base) : value_number(0);
    return address.base && (!again || is_asked_before(r->p, t->step, address));
}

/* Locks of a function that the driver calls: held on one way out, released on another. */
static void finish(struct run *r)
{
    for (uint32_t i = 0; !r->role && i < r->exit_count; i++) {
        struct state *s = r->exits[i].state;
        for (uint32_t k = 0; k < s->thing_count; k++) {
            const struct thing *t = &s->things[k];
            if (!class_table[t->class].lock || t->status != STATUS_HAD || !t->own)
                continue;
            bool slip = false;
            for (uint32_t j = 0; j < r->exit_count && !slip; j++) {
                const struct thing *other = state_thing(r->exits[j].state, t->subject, t->class);
                slip =
                    other && other->own && other->status == STATUS_ENDED && exit_is_slip(r, &r->exits[i], &r->exits[j]);
            }
            if (slip)
                report(r, s, t, way_out(r, s, r->exits[i].at), arena_format(r->e->arena, "%s returns", r->f->name));
        }
    }
}

const struct family family_ending = {.name = "ending", .begin = begin, .call = call, .end = end, .finish = finish};
