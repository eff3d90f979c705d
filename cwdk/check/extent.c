/* How many bytes objects have. */
#include "cwdk/check/extent.h"
#include "cwdk/host/text.h"

#include <string.h>

static const struct range any_length = {0, UINT32_MAX, false};

/* Callbacks that get the lengths of their request's buffers: the parameters' numbers, 0 for none. */
static const struct {
    const char *role;
    uint32_t input, output;
} lengths[] = {
    {"EVT_WDF_IO_QUEUE_IO_READ", 0, 2},
    {"EVT_WDF_IO_QUEUE_IO_WRITE", 2, 0},
    {"EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL", 3, 2},
    {"EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL", 3, 2},
};

static uint32_t length_parameter(const struct run *r, enum context which)
{
    for (size_t i = 0; r->role && i < sizeof lengths / sizeof *lengths; i++)
        if (!strcmp(r->role->name, lengths[i].role))
            return which == CONTEXT_INPUT_LENGTH ? lengths[i].input : lengths[i].output;
    return 0;
}

/* Requests of other drivers: what they send is not a program's choice. */
static bool is_internal(const struct run *r)
{
    return r->role && strstr(r->role->name, "INTERNAL");
}

static struct value parameter(struct run *r, uint32_t number)
{
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = number}));
}

struct value request_length(struct run *r, struct value request, enum context which)
{
    const uint32_t number = length_parameter(r, which);
    if (number && number < r->f->parameter_count && value_same(request, parameter(r, 1)))
        return parameter(r, number);
    return value_of(
        nodes_get(&r->p->nodes, (struct node){.kind = NODE_CONTEXT, .width = 64, .b = which, .x = request}));
}

void extent_begin(struct run *r, struct state *s)
{
    for (enum context which = CONTEXT_INPUT_LENGTH; which <= CONTEXT_OUTPUT_LENGTH; which++) {
        const uint32_t number = length_parameter(r, which);
        if (number && number < r->f->parameter_count)
            state_narrow(r->p, s, parameter(r, number), any_length);
    }
}

/* Of an IRP, and of its stack location, on amd64. */
enum { SYSTEM_BUFFER = 0x18, REQUESTOR_MODE = 0x40, USER_BUFFER = 0x70, STACK_LOCATION = 0xB8 };
enum { OUTPUT_LENGTH = 0x8, INPUT_LENGTH = 0x10, TYPE3_BUFFER = 0x20 };
enum { MAJOR_DEVICE_CONTROL = 0x0E };

/* The buffer of an IRP that this dispatch routine gets for a control code. */
static bool is_system_buffer(const struct run *r, const struct state *s, const struct node *n)
{
    return n->kind == NODE_INITIAL && n->width == 64 && n->x.offset == SYSTEM_BUFFER && r->role &&
           r->major == MAJOR_DEVICE_CONTROL && state_thing(s, value_of(n->x.base), CLASS_IRP);
}

static struct value irp_length(struct run *r, struct state *s, node_id irp, int64_t offset)
{
    const struct instruction none = {0};
    const struct value location = memory_load(r, s, (struct value){irp, STACK_LOCATION}, 64, &none);
    const struct value narrow = memory_load(r, s, (struct value){location.base, location.offset + offset}, 32, &none);
    return value_cast(&r->p->nodes, CAST_ZERO, narrow, 32, 64);
}

static void by_value(const struct run *r, const struct state *s, struct value size, struct extent *out)
{
    const struct range range = state_range(r->p, s, size);
    out->low = range.low > 0 ? range.low : 0;
    out->high = range.high;
    out->size = size;
    out->related = state_compared(r->p, s, size);
}

static bool of_irp(struct run *r, struct state *s, node_id irp, struct extent *out)
{
    struct extent other = {0};
    by_value(r, s, irp_length(r, s, irp, INPUT_LENGTH), out);
    by_value(r, s, irp_length(r, s, irp, OUTPUT_LENGTH), &other);
    out->low = other.low > out->low ? other.low : out->low;
    out->high = other.high > out->high ? other.high : out->high;
    out->related |= other.related;
    out->other = other.size;
    out->by_user = true;
    out->noun = "request's buffer";
    return true;
}

bool extent_of(struct run *r, struct state *s, node_id object, struct extent *out)
{
    *out = (struct extent){.size = {0, -1}, .other = {0, -1}, .noun = "memory"};
    const struct node n = *node_at(r->p, object);
    if (n.kind == NODE_LOCAL) {
        const struct instruction *in = n.a ? r->p->by_id[n.a] : NULL;
        out->low = out->high = in && in->op == OP_LOCAL ? in->size : 0;
        out->noun = "variable";
        return out->low > 0;
    }
    if (n.kind == NODE_GLOBAL) {
        out->low = out->high = r->p->globals[n.a].size;
        out->noun = "variable";
        return out->low > 0;
    }
    const struct cell *own = state_cell(s, object, EXTENT_OWN), *users = state_cell(s, object, EXTENT_USER);
    if (users) {
        by_value(r, s, users->value, out);
        out->by_user = true;
        out->noun = "request's buffer";
        return true;
    }
    if (own) {
        by_value(r, s, own->value, out);
        return true;
    }
    return is_system_buffer(r, s, &n) && of_irp(r, s, n.x.base, out);
}

static bool is_user_leaf(struct run *r, struct state *s, const struct node *n)
{
    if (n->kind == NODE_CONTEXT)
        return n->b >= CONTEXT_INPUT_LENGTH && !is_internal(r);
    if (n->kind == NODE_PARAMETER && n->width == 64 && n->a && !is_internal(r))
        return n->a == length_parameter(r, CONTEXT_INPUT_LENGTH) || n->a == length_parameter(r, CONTEXT_OUTPUT_LENGTH);
    if (n->kind != NODE_INITIAL && n->kind != NODE_LOAD)
        return false;
    const node_id object = value_object(&r->p->nodes, n->x.base);
    const struct node from = *node_at(r->p, object);
    if (from.kind == NODE_INITIAL && n->width == 32 && from.x.offset == STACK_LOCATION && r->role &&
        (n->x.offset == INPUT_LENGTH || n->x.offset == OUTPUT_LENGTH))
        return r->major == MAJOR_DEVICE_CONTROL;
    return state_cell(s, object, EXTENT_USER) || is_system_buffer(r, s, &from);
}

bool value_by_user(struct run *r, struct state *s, struct value v)
{
    if (!v.base)
        return false;
    const struct node n = *node_at(r->p, v.base);
    if (n.kind == NODE_BINARY || n.kind == NODE_CAST)
        return value_by_user(r, s, n.x) || value_by_user(r, s, n.y);
    return is_user_leaf(r, s, &n);
}

bool value_from_buffer(struct run *r, struct state *s, struct value v)
{
    if (!v.base)
        return false;
    const struct node n = *node_at(r->p, v.base);
    if (n.kind == NODE_BINARY || n.kind == NODE_CAST || (n.kind == NODE_ELEMENT && !n.x.base))
        return value_from_buffer(r, s, n.x) || value_from_buffer(r, s, n.y);
    if (n.kind != NODE_INITIAL && n.kind != NODE_LOAD)
        return false;
    const node_id object = value_object(&r->p->nodes, n.x.base);
    const struct node from = *node_at(r->p, object);
    return !is_internal(r) && (state_cell(s, object, EXTENT_USER) || is_system_buffer(r, s, &from));
}

/* Who sends the request is a driver, which is trusted: on this path that was asked. */
static bool is_trusted(const struct run *r, const struct state *s)
{
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const struct node *n = node_at(r->p, s->facts[i].node);
        const struct range range = s->facts[i].range;
        if (range.low || range.high)
            continue;
        if (n->kind == NODE_INITIAL && n->width == 8 && n->x.offset == REQUESTOR_MODE)
            return true;
        const struct instruction *in = n->kind == NODE_RESULT && n->a != UINT32_MAX ? r->p->by_id[n->a] : NULL;
        if (in && in->callee &&
            (!strcmp(in->callee->name, "ExGetPreviousMode") || !strcmp(in->callee->name, "WdfRequestGetRequestorMode")))
            return true;
    }
    return false;
}

/* Where an IRP of a program keeps its addresses. */
static bool is_raw_pointer(const struct run *r, const struct state *s, const struct node *n)
{
    enum { READ = 3, WRITE = 4 };
    if (!r->role || (r->major != MAJOR_DEVICE_CONTROL && r->major != READ && r->major != WRITE))
        return false;
    if (n->x.offset == USER_BUFFER && state_thing(s, value_of(n->x.base), CLASS_IRP))
        return true;
    const struct node *location = node_at(r->p, n->x.base);
    return r->major == MAJOR_DEVICE_CONTROL && n->x.offset == TYPE3_BUFFER && location->kind == NODE_INITIAL &&
           location->x.offset == STACK_LOCATION && state_thing(s, value_of(location->x.base), CLASS_IRP);
}

enum user_memory user_memory_of(struct run *r, struct state *s, node_id object)
{
    const struct node n = *node_at(r->p, object);
    const struct cell *known = object ? state_cell(s, object, USER_MEMORY) : NULL;
    enum user_memory is = USER_NONE;
    if (known && value_is_number(known->value)) {
        is = (enum user_memory)known->value.offset;
    } else if ((n.kind == NODE_INITIAL || n.kind == NODE_LOAD) && n.width == 64) {
        const node_id from = value_object(&r->p->nodes, n.x.base);
        const struct node owner = *node_at(r->p, from);
        if (is_raw_pointer(r, s, &n))
            is = USER_UNPROBED;
        else if (!is_internal(r) && (state_cell(s, from, EXTENT_USER) || state_cell(s, from, USER_MEMORY) ||
                                     is_system_buffer(r, s, &owner) || is_raw_pointer(r, s, &owner)))
            is = USER_EMBEDDED;
    }
    return is != USER_NONE && is_trusted(r, s) ? USER_NONE : is;
}

/* Functions of the framework that give a request's buffer, or the memory object around it. */
static const struct {
    const char *name;
    enum context which;
    bool memory; /* gives a memory object: has no length in its parameters */
} retrievers[] = {
    {"WdfRequestRetrieveInputBuffer", CONTEXT_INPUT_LENGTH, false},
    {"WdfRequestRetrieveOutputBuffer", CONTEXT_OUTPUT_LENGTH, false},
    {"WdfRequestRetrieveUnsafeUserInputBuffer", CONTEXT_INPUT_LENGTH, false},
    {"WdfRequestRetrieveUnsafeUserOutputBuffer", CONTEXT_OUTPUT_LENGTH, false},
    {"WdfRequestRetrieveInputMemory", CONTEXT_INPUT_LENGTH, true},
    {"WdfRequestRetrieveOutputMemory", CONTEXT_OUTPUT_LENGTH, true},
};

static size_t retriever_of(const struct call *c)
{
    size_t i = 0;
    while (i < sizeof retrievers / sizeof *retrievers && strcmp(c->contract->name, retrievers[i].name) != 0)
        i++;
    return i;
}

bool extent_retrieves(const struct call *c)
{
    return (lent_by(c) || retriever_of(c) < sizeof retrievers / sizeof *retrievers) && c->in->width;
}

static void retrieve(struct run *r, struct state *s, const struct call *c, size_t which)
{
    const bool memory = retrievers[which].memory;
    const uint32_t out = memory ? 1 : 2;
    if (c->count <= out || !c->arguments[out].base)
        return;
    const struct value length = request_length(r, c->arguments[0], retrievers[which].which);
    const struct value given = memory_load(r, s, c->arguments[out], 64, c->in);
    if (given.base && !is_internal(r))
        state_put(s, given.base, EXTENT_USER, 64, length);
    if (given.base && strstr(c->contract->name, "UnsafeUser"))
        state_put(s, given.base, USER_MEMORY, 64, value_number(USER_UNPROBED));
    int64_t least = 1; /* it fails where there is nothing */
    if (!memory) {
        const struct range asked = state_range(r->p, s, c->arguments[1]);
        least = asked.low > 1 ? asked.low : 1;
        if (!value_is_number(c->arguments[1]) && asked.low != asked.high)
            state_set_compared(r->p, s, length);
        if (c->count > 3 && c->arguments[3].base)
            memory_store(r, s, c->arguments[3], 64, length, c->in);
    }
    state_narrow(r->p, s, length, (struct range){least, INT64_MAX, false});
}

/* The memory object's buffer is as long as it. */
static void open_memory(struct run *r, struct state *s, const struct call *c, struct value buffer)
{
    const struct cell *known = c->arguments[0].base ? state_cell(s, c->arguments[0].base, EXTENT_USER) : NULL;
    if (!known || !buffer.base)
        return;
    const struct value length = known->value;
    state_put(s, buffer.base, EXTENT_USER, 64, length);
    if (c->count > 1 && c->arguments[1].base)
        memory_store(r, s, c->arguments[1], 64, length, c->in);
}

/* The framework's copy of what the request asks for. */
static void give_parameters(struct run *r, struct state *s, const struct call *c)
{
    enum { UNION = 8 };
    const struct value to = c->arguments[1];
    if (c->count < 2 || !to.base)
        return;
    const struct value input = request_length(r, c->arguments[0], CONTEXT_INPUT_LENGTH);
    const struct value output = request_length(r, c->arguments[0], CONTEXT_OUTPUT_LENGTH);
    if (!length_parameter(r, CONTEXT_INPUT_LENGTH)) { /* of any kind: which field is which length is not known */
        state_set_compared(r->p, s, input);
        state_set_compared(r->p, s, output);
        return;
    }
    state_put(s, to.base, to.offset + UNION + INPUT_LENGTH - 8, 64, input);
    state_put(s, to.base, to.offset + UNION + OUTPUT_LENGTH - 8, 64, output);
    const struct value buffer = fresh_result(r, s, c->in, 1, 64);
    state_put(s, to.base, to.offset + UNION + TYPE3_BUFFER - 8, 64, buffer);
    state_put(s, buffer.base, USER_MEMORY, 64, value_number(USER_UNPROBED));
}

static void probe(struct run *r, struct state *s, const struct call *c)
{
    const node_id object = value_object(&r->p->nodes, c->arguments[0].base);
    state_put(s, object, USER_MEMORY, 64, value_number(USER_PROBED));
    if (c->count > 1 && object == c->arguments[0].base && !c->arguments[0].offset && value_is_number(c->arguments[1]))
        state_put(s, object, PROBED_BYTES, 64, c->arguments[1]);
    else if (state_cell(s, object, PROBED_BYTES)) /* another part of it */
        state_put(s, object, PROBED_BYTES, 64, value_number(INT64_MAX));
}

void extent_after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    const size_t which = retriever_of(c);
    if (which < sizeof retrievers / sizeof *retrievers)
        retrieve(r, s, c, which);
    else if (!strncmp(c->contract->name, "ProbeFor", 8) && c->arguments[0].base)
        probe(r, s, c);
    else if (!strcmp(c->contract->name, "WdfMemoryGetBuffer"))
        open_memory(r, s, c, result);
    else if (!strcmp(c->contract->name, "WdfRequestGetParameters"))
        give_parameters(r, s, c);
}

void extent_allocated(struct state *s, const struct call *c, struct value subject)
{
    enum { FLAG_PAGED = 0x100, TYPE_PAGED = 1 };
    if (c->count < 3)
        return;
    state_put(s, subject.base, EXTENT_OWN, 64, c->arguments[1]);
    const struct value kind = c->arguments[0], tag = c->arguments[2];
    const bool flags = !strcmp(c->contract->name, "ExAllocatePool2") || !strcmp(c->contract->name, "ExAllocatePool3");
    if (!value_is_number(kind) || !value_is_number(tag))
        return;
    const bool paged = kind.offset & (flags ? FLAG_PAGED : TYPE_PAGED);
    state_put(s, subject.base, POOL_KIND, 64, value_number((tag.offset & UINT32_MAX) | (paged ? POOL_PAGED : 0)));
}
