/* Objects of the framework: of which type they are, with which context, whose they are, and how long they live. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <stdlib.h>
#include <string.h>

/* Members of WDF_OBJECT_ATTRIBUTES and WDF_IO_QUEUE_CONFIG. */
enum { EXECUTION = 24, SCOPE = 28, PARENT = 32, OVERRIDE = 40, TYPE = 48, DEFAULT_QUEUE = 13 };

/* What a call lets its attributes say; the rest is refused. Source of facts: the framework's published source. */
static const struct maker {
    const char *name;
    bool parent, execution, scope;
} makers[] = {
    {"WdfDriverCreate", false, true, true},
    {"WdfDeviceCreate", false, true, true},
    {"WdfDeviceInitSetFileObjectConfig", false, true, true},
    {"WdfDeviceInitSetRequestAttributes", false, false, false},
    {"WdfUsbTargetDeviceCreate", false, false, false},
    {"WdfUsbTargetDeviceCreateWithParameters", false, false, false},
    {"WdfIoQueueCreate", true, true, true},
    {"WdfObjectCreate", true, true, false},
    {"WdfTimerCreate", true, true, false},
    {"WdfWorkItemCreate", true, false, false},
    {"WdfDpcCreate", true, false, false},
    {"WdfIoTargetCreate", true, false, false},
    {"WdfMemoryCreate", true, false, false},
    {"WdfMemoryCreatePreallocated", true, false, false},
    {"WdfSpinLockCreate", true, false, false},
    {"WdfWaitLockCreate", true, false, false},
    {"WdfStringCreate", true, false, false},
    {"WdfCollectionCreate", true, false, false},
};

static const struct maker *maker_of(const struct contract *c)
{
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (!strcmp(makers[i].name, c->name))
            return &makers[i];
    return NULL;
}

static struct value member(struct run *r, struct state *s, struct value record, int64_t offset, unsigned width,
                           const struct instruction *in)
{
    return memory_load(r, s, (struct value){record.base, record.offset + offset}, width, in);
}

/* NULL for WDF_NO_OBJECT_ATTRIBUTES, and where a call has none. */
static struct value attributes_of(const struct call *c)
{
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++)
        if (!strcmp(c->contract->parameters[i].type, "PWDF_OBJECT_ATTRIBUTES"))
            return c->arguments[i];
    return value_number(0);
}

static void refuse(struct run *r, struct state *s, const struct call *c, const char *what, const char *status,
                   const char *help)
{
    struct arena *a = r->e->arena;
    thing_report(r, s, NULL, CODE_CHK8007, c->in, NULL,
                 arena_format(a, "%s does not take attributes with %s", c->contract->name, what),
                 arena_format(a, "fails with %s", status), help);
}

/* It was set here, to something. */
static bool is_set(const struct run *r, const struct state *s, struct value v)
{
    const enum node_kind kind = node_at(r->p, v.base)->kind;
    return v.base && kind != NODE_UNDEFINED && kind != NODE_INITIAL && kind != NODE_LOAD && kind != NODE_JOINED &&
           (kind == NODE_PARAMETER || state_range(r->p, s, v).nonzero || kind == NODE_CONTEXT);
}

static void look_at_attributes(struct run *r, struct state *s, const struct call *c, const struct maker *m)
{
    const struct value attributes = attributes_of(c);
    if (!attributes.base)
        return;
    const struct value execution = member(r, s, attributes, EXECUTION, 32, c->in),
                       scope = member(r, s, attributes, SCOPE, 32, c->in),
                       parent = member(r, s, attributes, PARENT, 64, c->in),
                       extra = member(r, s, attributes, OVERRIDE, 64, c->in),
                       type = member(r, s, attributes, TYPE, 64, c->in);
    if (!m->parent && is_set(r, s, parent))
        refuse(r, s, c, "a parent", "STATUS_WDF_PARENT_ASSIGNMENT_NOT_ALLOWED",
               "leave ParentObject NULL: the framework knows whose it is");
    else if (!m->execution && value_is_number(execution) && execution.offset > LEVEL_INHERITED)
        refuse(r, s, c, "an execution level", "STATUS_WDF_EXECUTION_LEVEL_INVALID",
               "set the level of the device or queue that it belongs to");
    else if (!m->scope && value_is_number(scope) && scope.offset > SCOPE_INHERITED && scope.offset != SCOPE_NONE)
        refuse(r, s, c, "a synchronization scope", "STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID",
               "set the scope of the device or queue that it belongs to");
    else if (value_is_number(type) && !type.offset && value_is_number(extra) && extra.offset)
        refuse(r, s, c, "a size of the context, and no type of it", "STATUS_WDF_OBJECT_ATTRIBUTES_INVALID",
               "name the type with WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE");
}

/* The queue that a call makes is to be the default one of its device. */
static bool makes_default(struct run *r, struct state *s, const struct call *c)
{
    enum { CONFIG = 1 };
    if (strcmp(c->contract->name, "WdfIoQueueCreate") != 0 || c->count <= CONFIG || !c->arguments[CONFIG].base ||
        !c->arguments[0].base)
        return false;
    const struct value is_default = member(r, s, c->arguments[CONFIG], DEFAULT_QUEUE, 8, c->in);
    return value_is_number(is_default) && is_default.offset;
}

/* The other default queue of a device was made before. */
static void look_at_queue(struct run *r, struct state *s, const struct call *c)
{
    if (!makes_default(r, s, c))
        return;
    const struct cell *before = state_cell(s, c->arguments[0].base, QUEUE_MADE);
    if (before && state_range(r->p, s, before->value).low >= 0) /* the status of what made it */
        thing_report(r, s, NULL, CODE_CHK8013, c->in, NULL, "the device has a default queue already",
                     "fails with STATUS_UNSUCCESSFUL",
                     "make it with WDF_IO_QUEUE_CONFIG_INIT, and give it requests with "
                     "WdfDeviceConfigureRequestDispatching");
}

/* Types of handles; what they are called is their number. */
static const char *const types[] = {"WDFMEMORY",   "WDFTIMER",  "WDFDPC",        "WDFWORKITEM",  "WDFSPINLOCK",
                                    "WDFWAITLOCK", "WDFSTRING", "WDFCOLLECTION", "WDFQUEUE",     "WDFDEVICE",
                                    "WDFREQUEST",  "WDFKEY",    "WDFINTERRUPT",  "WDFLOOKASIDE", "WDFDMAENABLER"};

static int64_t type_number(const char *type, size_t length)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strlen(types[i]) == length && !strncmp(types[i], type, length))
            return (int64_t)i + 1;
    return 0;
}

static int64_t type_of(const struct state *s, struct value handle)
{
    const struct cell *c = handle.base && !handle.offset ? state_cell(s, handle.base, HANDLE_TYPE) : NULL;
    return c && value_is_number(c->value) ? c->value.offset : 0;
}

static void look_at_types(struct run *r, struct state *s, const struct call *c)
{
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++) {
        const char *type = c->contract->parameters[i].type;
        const int64_t wanted = type_number(type, strlen(type)), given = type_of(s, c->arguments[i]);
        if (!wanted || !given || wanted == given)
            continue;
        struct arena *a = r->e->arena;
        thing_report(r, s, NULL, CODE_CHK8009, c->in, NULL,
                     arena_format(a, "%s gets a %s for a %s", c->contract->name, types[given - 1], type),
                     "stops the system: WDF_VIOLATION", "give it the handle that it is for");
    }
}

/* The name of the context's type: of the variable that describes it. */
static const char *context_name(const struct run *r, struct value type)
{
    for (const struct node *n = node_at(r->p, type.base); type.base; n = node_at(r->p, n->x.base)) {
        if (n->kind == NODE_GLOBAL)
            return r->p->globals[n->a].name;
        if ((n->kind != NODE_INITIAL && n->kind != NODE_LOAD) || !n->x.base)
            return NULL;
    }
    return NULL;
}

/* "DATA" of "_WDF_DATA_TYPE_INFO". */
static const char *context_word(struct arena *a, const char *name)
{
    static const char before[] = "_WDF_", after[] = "_TYPE_INFO";
    const size_t length = strlen(name), head = sizeof before - 1, tail = sizeof after - 1;
    const bool known = length > head + tail && !strncmp(name, before, head) && !strcmp(name + length - tail, after);
    return known ? arena_substring(a, name + head, length - head - tail) : name;
}

/* The variable that an operand is made of. */
static const char *global_of(const struct run *r, const struct function *f, const struct operand *o)
{
    while (o->kind == OPERAND_INSTRUCTION) {
        const struct instruction *in = &f->instructions[o->index];
        if ((in->op != OP_LOAD && in->op != OP_ADDRESS) || !in->operand_count)
            return NULL;
        o = &in->operands[0];
    }
    const struct node *n = o->kind == OPERAND_VALUE ? constant_at(f, o->value) : NULL;
    return n && n->kind == NODE_GLOBAL ? r->p->globals[n->a].name : NULL;
}

/* The type that is asked for: by the framework's function, or by one that WDF_DECLARE_CONTEXT_TYPE makes of it. */
static const char *asked_type(const struct run *r, const struct call *c)
{
    enum { SMALL = 24 };
    static const char worker[] = "WdfObjectGetTypedContextWorker";
    if (c->contract && !strcmp(c->contract->name, worker))
        return c->count > 1 ? context_name(r, c->arguments[1]) : NULL;
    const struct function *f = c->callee;
    if (!f || !f->defined || f->parameter_count != 1 || !f->result_pointer || f->instruction_count > SMALL)
        return NULL;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op == OP_CALL && in->callee && !strcmp(in->callee->name, worker) && in->operand_count > 1)
            return global_of(r, f, &in->operands[1]);
    }
    return NULL;
}

static bool is_of(const struct operand *o, const struct function *f, const struct instruction *in)
{
    return o->kind == OPERAND_INSTRUCTION && &f->instructions[o->index] == in;
}

/* The function asks whether it is NULL: what a call gave, or a variable that it is put into. */
static bool is_tested(const struct function *f, const struct instruction *made)
{
    const struct instruction *variable = NULL;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op == OP_STORE && is_of(&in->operands[0], f, made) && in->operands[1].kind == OPERAND_INSTRUCTION)
            variable = &f->instructions[in->operands[1].index];
    }
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        for (uint32_t k = 0; in->op == OP_COMPARE && k < in->operand_count; k++) {
            const struct operand *o = &in->operands[k];
            const struct instruction *from = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
            if (from == made || (from && from->op == OP_LOAD && variable && is_of(&from->operands[0], f, variable)))
                return true;
        }
    }
    return false;
}

static void look_at_context(struct run *r, struct state *s, const struct call *c)
{
    if (!c->count || !c->arguments[0].base)
        return;
    const struct cell *had = state_cell(s, c->arguments[0].base, HANDLE_CONTEXT);
    const char *wanted = had ? asked_type(r, c) : NULL;
    if (!had || !wanted || is_tested(r->f, c->in))
        return;
    const bool none = value_is_number(had->value) && !had->value.offset;
    const char *name = none ? "" : context_name(r, had->value);
    if (!name || !strcmp(name, wanted))
        return;
    struct arena *a = r->e->arena;
    thing_report(r, s, NULL, CODE_CHK8008, c->in, NULL,
                 arena_format(a, "the object has no context of type %s", context_word(a, wanted)),
                 none ? "it was made without a context; gives NULL"
                      : arena_format(a, "it was made with one of type %s; gives NULL", context_word(a, name)),
                 "make the object with attributes that name this type, or ask for the type that it has");
}

/* What the framework deletes when it is time: NULL where the driver may. */
static const char *kept_by_framework(struct run *r, const struct state *s, struct value handle)
{
    static const struct {
        const char *getter, *noun;
    } given[] = {{"WdfDeviceGetDriver", "the driver object"},
                 {"WdfDeviceGetDefaultQueue", "the default queue"},
                 {"WdfRequestGetFileObject", "a file object"},
                 {"WdfDeviceGetFileObject", "a file object"},
                 {"WdfFdoGetDefaultChildList", "the default list of children"},
                 {"WdfUsbTargetDeviceGetInterface", "an interface of a USB device"},
                 {"WdfUsbInterfaceGetConfiguredPipe", "a pipe of a USB device"}};
    const struct thing *request = state_thing(s, handle, CLASS_REQUEST);
    if (request && r->role && handle.base && node_at(r->p, handle.base)->kind == NODE_PARAMETER)
        return "a request that it gave";
    if (type_of(s, handle) == type_number("WDFINTERRUPT", strlen("WDFINTERRUPT")))
        return "an interrupt object";
    const struct node *n = node_at(r->p, handle.base);
    const struct instruction *in = n->kind == NODE_RESULT && !n->b && n->a != UINT32_MAX ? r->p->by_id[n->a] : NULL;
    for (size_t i = 0; handle.base && i < sizeof given / sizeof *given; i++)
        if ((n->kind == NODE_CONTEXT && n->a == text_hash(given[i].getter)) ||
            (in && in->op == OP_CALL && in->callee && !strcmp(in->callee->name, given[i].getter)))
            return given[i].noun;
    return NULL;
}

/* It is deleted here, or in what is called here; where only the callers know what it is, they are asked. */
static void deleted(struct run *r, struct state *s, struct value handle, const struct instruction *in,
                    const struct step *inside)
{
    const char *noun = kept_by_framework(r, s, handle);
    if (!noun && !r->role && value_is_given(r->p, handle.base))
        summary_use(r, s, USE_DELETES, handle, 0, in, inside ? inside : s->step);
    if (noun)
        thing_report(r, s, NULL, CODE_CHK8012, in, inside,
                     arena_format(r->e->arena, "%s is deleted by the driver", noun),
                     "only the framework may: stops the system (WDF_VIOLATION)",
                     "leave it to the framework; a request is completed");
}

/* A device, a queue or the driver, which are there from the first request to the last. */
static bool lasts(const struct run *r, struct value parent)
{
    static const char *const getters[] = {
        "WdfIoQueueGetDevice", "WdfRequestGetIoQueue",    "WdfFileObjectGetDevice",    "WdfDeviceGetDriver",
        "WdfGetDriver",        "WdfTimerGetParentObject", "WdfWorkItemGetParentObject"};
    const struct node *n = node_at(r->p, parent.base);
    const bool queue = r->role && !strncmp(r->role->name, "EVT_WDF_IO_QUEUE_IO_", 20);
    for (size_t i = 0; n->kind == NODE_CONTEXT && i < sizeof getters / sizeof *getters; i++)
        if (n->a == text_hash(getters[i]))
            return true;
    return queue && n->kind == NODE_PARAMETER && !n->a && !parent.offset;
}

/* Which routine a work item or timer calls. */
static void note_callback(struct run *r, struct state *s, const struct call *c, struct value handle)
{
    enum { CALLBACK = 8 };
    const char *name = c->contract->name;
    if ((strcmp(name, "WdfWorkItemCreate") != 0 && strcmp(name, "WdfTimerCreate") != 0) || !c->arguments[0].base)
        return;
    const struct value callback = member(r, s, c->arguments[0], CALLBACK, 64, c->in);
    if (callback.base && node_at(r->p, callback.base)->kind == NODE_FUNCTION)
        state_put(s, handle.base, HANDLE_CALLS, 64, callback);
}

/* The function, or what it calls, deletes something. */
static bool deletes(const struct function *f, int depth)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct function *k = f->instructions[i].op == OP_CALL ? f->instructions[i].callee : NULL;
        if (f->instructions[i].op == OP_CALL &&
            (!k || !strcmp(k->name, "WdfObjectDelete") || (!k->defined && !k->contract) ||
             (k->defined && !k->from_kit && depth && deletes(k, depth - 1))))
            return true;
    }
    return false;
}

/* Others get the handle, and may delete the object: functions that keep it, the routine of a work item or timer. */
static void note_known(struct run *r, struct state *s, const struct call *c)
{
    enum { DEPTH = 3 };
    for (uint32_t i = 1; i < c->count && i < c->contract->parameter_count; i++)
        if (!strncmp(c->contract->parameters[i].type, "WDF", 3) && !strchr(c->contract->parameters[i].type, '*'))
            state_escape(s, c->arguments[i].base);
    const char *name = c->contract->name;
    if (!c->count || !c->arguments[0].base ||
        (strcmp(name, "WdfWorkItemEnqueue") != 0 && strcmp(name, "WdfTimerStart") != 0))
        return;
    const struct cell *callback = state_cell(s, c->arguments[0].base, HANDLE_CALLS);
    if (!callback || node_at(r->p, callback->value.base)->kind != NODE_FUNCTION ||
        deletes(r->p->functions[node_at(r->p, callback->value.base)->a], DEPTH))
        state_escape(s, c->arguments[0].base);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (r->f->from_kit)
        return true;
    look_at_context(r, s, c);
    if (!c->contract || strncmp(c->contract->name, "Wdf", 3) != 0)
        return true;
    const struct maker *m = maker_of(c->contract);
    if (m)
        look_at_attributes(r, s, c, m);
    look_at_queue(r, s, c);
    look_at_types(r, s, c);
    note_known(r, s, c);
    if (!strcmp(c->contract->name, "WdfObjectDelete") && c->count)
        deleted(r, s, c->arguments[0], c->in, NULL);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_DELETES)
        deleted(r, s, subject, in, u->step);
    return true;
}

/* What a new object is, and whose: found out from its attributes. */
static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (!c->contract || r->f->from_kit || strncmp(c->contract->name, "Wdf", 3) != 0 || !c->count)
        return;
    if (!strcmp(c->contract->name, "WdfObjectAllocateContext") && c->arguments[0].base) {
        state_cut(s, c->arguments[0].base, HANDLE_CONTEXT, HANDLE_CONTEXT + 8); /* it has several now */
        return;
    }
    const struct maker *m = maker_of(c->contract);
    const struct value attributes = attributes_of(c);
    if (makes_default(r, s, c))
        state_put(s, c->arguments[0].base, QUEUE_MADE, 64, result);
    if (state_range(r->p, s, result).high < 0)
        return;
    for (uint32_t i = 0; m && i < c->count && i < c->contract->parameter_count; i++) {
        const char *type = c->contract->parameters[i].type;
        const size_t length = strcspn(type, " ");
        const int64_t number = strchr(type, '*') ? type_number(type, length) : 0;
        const struct value handle = (number || !strncmp(type, "WDFOBJECT *", 11)) && c->arguments[i].base
                                        ? memory_load(r, s, c->arguments[i], 64, c->in)
                                        : value_number(0);
        if (!handle.base)
            continue;
        if (number)
            state_put(s, handle.base, HANDLE_TYPE, 64, value_number(number));
        const struct value none = {0, 0}, context = attributes.base ? member(r, s, attributes, TYPE, 64, c->in) : none,
                           parent = attributes.base ? member(r, s, attributes, PARENT, 64, c->in) : none;
        if (strcmp(c->contract->name, "WdfDeviceCreate") != 0)
            state_put(s, handle.base, HANDLE_CONTEXT, 64, context);
        if (value_is_number(parent) && !parent.offset)
            state_put(s, handle.base, HANDLE_PARENT, 8, parent); /* it has none: others are noted in rules_parents.c */
        note_callback(r, s, c, handle);
    }
}

/* Roles that are called again and again while the driver is there. */
static bool is_repeated(const struct role *role)
{
    static const char *const names[] = {"EVT_WDF_IO_QUEUE_IO_",
                                        "EVT_WDF_TIMER",
                                        "EVT_WDF_WORKITEM",
                                        "EVT_WDF_DPC",
                                        "EVT_WDF_DEVICE_FILE_CREATE",
                                        "EVT_WDF_REQUEST_COMPLETION_ROUTINE",
                                        "EVT_WDF_IO_IN_CALLER_CONTEXT"};
    for (size_t i = 0; role && i < sizeof names / sizeof *names; i++)
        if (!strncmp(role->name, names[i], strlen(names[i])))
            return true;
    return false;
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    if (!is_repeated(r->role))
        return;
    bool *marks = memory_new((size_t)s->thing_count + 1, sizeof *marks);
    state_reach(r->p, s, result, r->f, marks);
    for (uint32_t i = 0; i < s->thing_count; i++) {
        struct thing *t = &s->things[i];
        const struct range range = state_range(r->p, s, t->subject);
        const struct thing *deleted = state_thing(s, t->subject, CLASS_WDF_OBJECT);
        if (t->class != CLASS_ORPHAN || !t->own || t->escaped || marks[i] || (range.low == 0 && range.high == 0) ||
            (deleted && deleted->status == STATUS_ENDED))
            continue;
        const struct cell *parent = state_cell(s, t->subject.base, HANDLE_PARENT);
        const bool child = parent && parent->value.base;
        if (!parent || (child && !lasts(r, parent->value)))
            continue;
        const struct step *before = s->step;
        thing_recall(r, s, t);
        finding_label(r->e->findings,
                      finding_add(r->e->findings, CODE_CHK8014, way_out(r, s, in), r->f, s->step,
                                  arena_format(r->e->arena,
                                               child ? "%s is a child of what stays, and is not deleted"
                                                     : "%s has no parent and is not deleted",
                                               name_of_value(r, s, t->subject, "the object"))),
                      child ? "one more stays each time, until its parent goes" : "stays until the driver is unloaded",
                      "make it a child of the request or the device, or delete it here");
        s->step = before;
    }
    free(marks);
}

const struct family family_objects = {.name = "objects", .call = call, .after = after, .use = use, .end = end};
