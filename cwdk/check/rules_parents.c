/*
 * What goes with an object of the framework: its children, its context and, of a memory object, its buffer. They are
 * there until the object is deleted, a request until it is completed, unless somebody holds a reference. Source of
 * facts: the public documentation of object life cycles, and the framework's published source.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

/* It does not lead there as a pointer would: no word of memory has it. */
enum { NO_WORD = 8 };

static const char *name_of(const struct call *c)
{
    return !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
}

static void child_of(struct state *s, struct value child, struct value parent)
{
    if (child.base && !child.offset && parent.base && !parent.offset && child.base != parent.base)
        state_put(s, child.base, HANDLE_PARENT, NO_WORD, parent);
}

/* Objects that belong to the first argument where their attributes name no parent. */
static bool is_child_by_default(const char *name)
{
    static const char *const names[] = {"WdfIoQueueCreate",      "WdfDmaEnablerCreate",      "WdfDmaTransactionCreate",
                                        "WdfCommonBufferCreate", "WdfUsbTargetDeviceCreate", NULL};
    return text_is_one_of(name, names);
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    enum { PARENT = 32, MEMORY = 4, BUFFER = 5 };
    const char *name = name_of(c);
    if (r->f->from_kit || !c->contract || strncmp(name, "Wdf", 3) != 0 || !strstr(name, "Create") || !c->count ||
        state_range(r->p, s, result).high < 0)
        return;
    struct value parent = is_child_by_default(name) ? c->arguments[0] : value_number(0);
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++)
        if (!strcmp(c->contract->parameters[i].type, "PWDF_OBJECT_ATTRIBUTES") && c->arguments[i].base) {
            const struct value at = {c->arguments[i].base, c->arguments[i].offset + PARENT},
                               named = memory_load(r, s, at, 64, c->in);
            parent = named.base || named.offset ? named : parent;
        }
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++) {
        const char *type = c->contract->parameters[i].type;
        if (!strncmp(type, "WDF", 3) && strchr(type, '*') && c->arguments[i].base)
            child_of(s, memory_load(r, s, c->arguments[i], 64, c->in), parent);
    }
    if (!strcmp(name, "WdfMemoryCreate") && c->count > BUFFER && c->arguments[BUFFER].base && c->arguments[MEMORY].base)
        child_of(s, memory_load(r, s, c->arguments[BUFFER], 64, c->in),
                 memory_load(r, s, c->arguments[MEMORY], 64, c->in));
}

/* Whose it is: its parent, or the object whose context it is. */
static struct value owner_of(const struct run *r, const struct state *s, node_id object)
{
    const struct node *n = node_at(r->p, object);
    if (n->kind == NODE_CONTEXT && n->a == text_hash("WdfObjectGetTypedContextWorker"))
        return n->x;
    const struct cell *c = state_cell(s, object, HANDLE_PARENT);
    return c ? c->value : value_number(0);
}

/* Somebody holds a reference to it. */
static bool is_kept(const struct state *s, node_id object)
{
    return state_thing(s, value_of(object), CLASS_HELD) != NULL;
}

/* The callback that it is called with goes on after it was deleted: until it returns the framework holds it. */
static bool is_own(const struct run *r, node_id object)
{
    static const char *const roles[] = {"EVT_WDF_WORKITEM", "EVT_WDF_TIMER", "EVT_WDF_DPC",
                                        "EVT_WDF_REQUEST_COMPLETION_ROUTINE"};
    const struct node *n = node_at(r->p, object);
    for (size_t i = 0; i < sizeof roles / sizeof *roles && r->role; i++)
        if (!strcmp(r->role->name, roles[i]))
            return n->kind == NODE_PARAMETER && !n->a;
    return false;
}

/* What deleted the object that owns it, or an owner of that; NULL: they are there. */
static const struct thing *gone_with(const struct run *r, const struct state *s, node_id object)
{
    enum { DEEPEST = 4 };
    for (int i = 0; object && i < DEEPEST && !is_kept(s, object); i++) {
        const struct value owner = owner_of(r, s, object);
        if (!owner.base || owner.offset || is_kept(s, owner.base))
            return NULL;
        const struct thing *deleted = state_thing(s, owner, CLASS_WDF_OBJECT),
                           *completed = state_thing(s, owner, CLASS_REQUEST);
        if (deleted && deleted->status == STATUS_ENDED && !is_own(r, owner.base))
            return deleted;
        if (completed && completed->status == STATUS_ENDED)
            return completed;
        object = owner.base;
    }
    return NULL;
}

bool owner_touch(struct run *r, struct state *s, node_id object, const struct instruction *in,
                 const struct step *inside)
{
    const struct thing *gone = gone_with(r, s, object);
    if (!gone)
        return true;
    struct arena *a = r->e->arena;
    const bool context = node_at(r->p, object)->kind == NODE_CONTEXT, request = gone->class == CLASS_REQUEST;
    const char *name = name_of_value(r, s, value_of(object), context ? "the context" : "the object"),
               *owner = name_of_value(r, s, gone->subject, request ? "the request" : "the object");
    thing_report(r, s, gone, CODE_CHK8015, in, inside,
                 arena_format(a, "%s is used after %s was %s", name, owner, class_table[gone->class].ended),
                 context   ? "the context went with the object"
                 : request ? "it is a child of the request, and went with it"
                           : "it is a child of that object, and went with it",
                 context ? "use it before, or copy what is needed"
                         : "use it before, or give it a parent that is there for longer");
    return false;
}

static bool is_cleanup(const struct run *r)
{
    return r->role && !strncmp(r->role->name, "EVT_WDF_", 8) &&
           (strstr(r->role->name, "_CONTEXT_CLEANUP") || strstr(r->role->name, "_CONTEXT_DESTROY"));
}

/* What is kept in the context of the object that the callback is called for. */
static bool is_in_own_context(const struct run *r, struct value handle)
{
    const struct node *n = node_at(r->p, handle.base), *context = node_at(r->p, n->x.base);
    const struct node *object = node_at(r->p, context->x.base);
    return !handle.offset && (n->kind == NODE_INITIAL || n->kind == NODE_LOAD) && context->kind == NODE_CONTEXT &&
           context->a == text_hash("WdfObjectGetTypedContextWorker") && object->kind == NODE_PARAMETER && !object->a;
}

/* A timer or the like starts, here or in what is called here. */
static void starts(struct run *r, struct state *s, struct value handle, const struct instruction *in,
                   const struct step *inside)
{
    if (!r->role && value_is_given(r->p, handle.base))
        summary_use(r, s, USE_STARTS, handle, 0, in, inside ? inside : s->step);
    if (is_cleanup(r) && is_in_own_context(r, handle))
        thing_report(r, s, NULL, CODE_CHK9012, in, inside,
                     arena_format(r->e->arena, "%s is started while its parent goes",
                                  name_of_value(r, s, handle, "the timer, DPC or work item")),
                     "the children of an object are gone when its cleanup callback is called: leads to a crash",
                     "do the work here, or start nothing that outlives the object");
}

static bool is_start(const char *name)
{
    return !strcmp(name, "WdfTimerStart") || !strcmp(name, "WdfWorkItemEnqueue") || !strcmp(name, "WdfDpcEnqueue");
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_STARTS)
        starts(r, s, subject, in, u->step);
    return true;
}

/* Others get to know the handle: whoever it is may give the reference back. */
static void note_known(struct state *s, const struct call *c)
{
    const bool unknown = !c->callee || (!c->callee->defined && !c->callee->contract);
    for (uint32_t i = 0; (unknown || !strcmp(name_of(c), "WdfCollectionAdd")) && i < c->count; i++)
        if (c->arguments[i].base && state_thing(s, c->arguments[i], CLASS_HELD))
            state_thing(s, c->arguments[i], CLASS_HELD)->status = STATUS_SHARED;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    note_known(s, c);
    if (r->f->from_kit || !c->count || !c->arguments[0].base || c->arguments[0].offset)
        return true;
    if (is_start(name))
        starts(r, s, c->arguments[0], c->in, NULL);
    if (!strcmp(name, "WdfObjectReferenceActual"))
        thing_mark(r, s, c->arguments[0], CLASS_HELD, STATUS_HAD, c->in, NULL);
    else if (!strcmp(name, "WdfObjectDereferenceActual"))
        thing_mark(r, s, c->arguments[0], CLASS_HELD, STATUS_ENDED, c->in, NULL);
    return strcmp(name, "WdfObjectDelete") != 0 || owner_touch(r, s, c->arguments[0].base, c->in, NULL);
}

/* The object was deleted, or what it is of was, or completed; and no cancel routine may have it. */
static bool is_over(const struct run *r, const struct state *s, node_id object)
{
    const struct cell *lent = state_cell(s, object, LENT_BY);
    const struct value owners[] = {value_of(object), lent ? lent->value : value_number(0), owner_of(r, s, object)};
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        const struct thing *deleted = state_thing(s, owners[i], CLASS_WDF_OBJECT),
                           *completed = state_thing(s, owners[i], CLASS_REQUEST);
        const bool gone =
            (deleted && deleted->status == STATUS_ENDED) || (completed && completed->status == STATUS_ENDED);
        if (owners[i].base && gone && !state_thing(s, owners[i], CLASS_CANCEL))
            return true;
    }
    return false;
}

/* Some memory that is there after the function has the handle. */
static bool is_stored(const struct run *r, const struct state *s, node_id handle)
{
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const struct node *n = node_at(r->p, value_object(&r->p->nodes, c->base));
        const bool own = n->kind == NODE_LOCAL && n->b == r->f->id;
        if (c->offset != REST && !is_attribute(c->offset) && c->value.base == handle && !own)
            return true;
    }
    return false;
}

/* A reference to what is over, which nobody knows of any more. */
static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    (void)in;
    for (uint32_t i = 0; !r->f->from_kit && i < s->thing_count; i++) {
        struct thing *t = &s->things[i];
        const node_id handle = t->subject.base;
        if (t->class != CLASS_HELD || t->status != STATUS_HAD || handle == result.base ||
            (!r->role && value_is_given(r->p, handle)) || is_stored(r, s, handle) || !is_over(r, s, handle))
            continue;
        const struct instruction *taken = r->p->by_id[t->since];
        t->status = STATUS_SHARED; /* told once */
        thing_report(r, s, t, CODE_CHK8017, taken, NULL,
                     arena_format(r->e->arena, "the reference to %s is never given back",
                                  name_of_value(r, s, value_of(handle), "the object")),
                     "the object stays, and what it belongs to",
                     "call WdfObjectDereference when it is not used any more");
    }
}

const struct family family_parents = {.name = "parents", .call = call, .after = after, .use = use, .end = end};
