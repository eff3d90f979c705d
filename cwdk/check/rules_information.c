/*
 * Information, where a request succeeds: so many bytes go to the program. Its buffer has to have room for them, and
 * somebody to have written them.
 * Source of facts: the public documentation of IO_STATUS_BLOCK and of WdfRequestCompleteWithInformation.
 */
#include "cwdk/check/extent.h"
#include "cwdk/diag/codes.h"

#include <string.h>

enum { MAJOR_READ = 3, MAJOR_DEVICE_CONTROL = 14, PENDING = 0x103 };
enum { METHOD_BUFFERED, METHOD_IN_DIRECT, METHOD_OUT_DIRECT, METHOD_NEITHER, METHOD_UNKNOWN };
/* In an IRP of amd64, and in its stack location. */
enum { MDL_AT = 0x08, BUFFER_AT = 0x18, STATUS_AT = 0x30, COUNT_AT = 0x38, USER_BUFFER_AT = 0x70, LOCATION_AT = 0xB8 };
enum { OUTPUT_AT = 0x08, INPUT_AT = 0x10, CODE_AT = 0x18 };

/* What BUFFER_WRITTEN tells: how many bytes from the buffer's start were written, and no others; or this, of which more
 * is not known. */
enum { SOMETHING = -1 };

static bool is_role(const struct run *r, const char *name)
{
    return r->role && !strncmp(r->role->name, name, strlen(name));
}

static bool is_of_irp(const struct run *r)
{
    return is_role(r, "DRIVER_DISPATCH") && (r->major == MAJOR_READ || r->major == MAJOR_DEVICE_CONTROL);
}

/* The IRP or request of the function's role; none where it has no such role. */
static struct value subject_of(struct run *r)
{
    const bool known =
        is_of_irp(r) || is_role(r, "EVT_WDF_IO_QUEUE_IO_READ") || is_role(r, "EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL");
    if (!known || r->f->parameter_count < 2)
        return value_number(0);
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = 1}));
}

/* What the stack location had there when the function began: after the IRP's end it is not there any more. */
static struct value located(struct run *r, int64_t at)
{
    struct nodes *n = &r->p->nodes;
    const node_id location =
        nodes_get(n, (struct node){.kind = NODE_INITIAL, .width = 64, .x = {subject_of(r).base, LOCATION_AT}});
    return value_of(nodes_get(n, (struct node){.kind = NODE_INITIAL, .width = 32, .x = {location, at}}));
}

static struct value length_of(struct run *r, enum context which)
{
    if (!is_of_irp(r))
        return request_length(r, subject_of(r), which);
    return value_cast(&r->p->nodes, CAST_ZERO, located(r, which == CONTEXT_OUTPUT_LENGTH ? OUTPUT_AT : INPUT_AT), 32,
                      64);
}

static int method_of(struct run *r, const struct state *s)
{
    enum { CODE = 4 };
    if (is_role(r, "EVT_WDF_IO_QUEUE_IO_READ") || r->major == MAJOR_READ)
        return METHOD_UNKNOWN;
    const struct value code =
        is_of_irp(r) ? located(r, CODE_AT)
                     : value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 32, .a = CODE}));
    const struct range range = state_range(r->p, s, code);
    return range.low == range.high ? (int)(range.low & METHOD_NEITHER) : METHOD_UNKNOWN;
}

static bool is_looked_at(struct run *r, const struct state *s, struct value length)
{
    const struct range range = state_range(r->p, s, length);
    return state_compared(r->p, s, length) || range.low > 0 || range.high < UINT32_MAX;
}

static bool has_cell(const struct state *s, struct value irp, int64_t at)
{
    return state_cell(s, irp.base, at) != NULL;
}

static int64_t written(const struct state *s, struct value subject)
{
    const struct cell *c = state_cell(s, subject.base, BUFFER_WRITTEN);
    return !c ? 0 : value_is_number(c->value) ? c->value.offset : SOMETHING;
}

static void write_down(struct state *s, node_id subject, int64_t bytes)
{
    state_put(s, subject, BUFFER_WRITTEN, 64, value_number(bytes));
}

static void report(struct run *r, struct state *s, const struct call *c, const char *claim, const char *label,
                   const char *help)
{
    const struct value subject = subject_of(r);
    const struct thing *t = state_thing(s, subject, is_of_irp(r) ? CLASS_IRP : CLASS_REQUEST);
    thing_report(r, s, t, CODE_CHK6016, c->in, NULL, claim, label, help);
}

/* True where that is told. */
static bool look_at_room(struct run *r, struct state *s, const struct call *c, struct value count, int method)
{
    struct arena *a = r->e->arena;
    const struct value room = length_of(r, CONTEXT_OUTPUT_LENGTH), sent = length_of(r, CONTEXT_INPUT_LENGTH);
    const struct range range = state_range(r->p, s, room);
    const bool number = value_is_number(count) && count.offset > 0;
    const struct value subject = subject_of(r);
    const bool elsewhere = has_cell(s, subject, MDL_AT) || has_cell(s, subject, USER_BUFFER_AT);
    const bool here = !is_of_irp(r) || (has_cell(s, subject, BUFFER_AT) && !elsewhere);
    const bool copied = method == METHOD_BUFFERED || (method == METHOD_UNKNOWN && here);
    if (number && range.high < count.offset) {
        report(r, s, c,
               arena_format(a, "%lld bytes are said to be in a buffer with room for %lld", (long long)count.offset,
                            (long long)range.high),
               "more than fit go to the program",
               "complete it with STATUS_BUFFER_TOO_SMALL, or with as many bytes as the buffer has room for");
        return true;
    }
    const bool input = value_same(count, sent) && r->major != MAJOR_READ && !is_looked_at(r, s, sent);
    if (!copied || is_looked_at(r, s, room) || (!number && !input))
        return false;
    report(r, s, c,
           number ? arena_format(a, "%lld bytes are said to be in a buffer that nobody knows the length of",
                                 (long long)count.offset)
                  : "as many bytes as the input has are said to be in the output buffer, which may be shorter",
           "so many go to the program, whether its buffer has room for them or not",
           "look at the length of the output buffer before, and fail with STATUS_BUFFER_TOO_SMALL");
    return true;
}

static void look_at_bytes(struct run *r, struct state *s, const struct call *c, struct value count, int method)
{
    enum { WORD = 8, HALF = 4 };
    const struct value subject = subject_of(r);
    const int64_t there = written(s, subject), all = value_is_number(count) ? count.offset : 0;
    const bool whole = value_same(count, length_of(r, CONTEXT_OUTPUT_LENGTH));
    const bool elsewhere = method != METHOD_BUFFERED && method != METHOD_UNKNOWN;
    if (there == SOMETHING || elsewhere || has_cell(s, subject, MDL_AT) || has_cell(s, subject, USER_BUFFER_AT) ||
        (all <= there && !whole) || (whole && there))
        return;
    const struct value sent = length_of(r, CONTEXT_INPUT_LENGTH);
    const bool gets = method_of(r, s) == METHOD_UNKNOWN && r->major == MAJOR_READ;
    if (!gets && (whole ? is_looked_at(r, s, sent) : state_range(r->p, s, sent).low >= all))
        return; /* its own input */
    if (there && all - there < (all % WORD ? HALF : WORD))
        return; /* padding at the end */
    struct arena *a = r->e->arena;
    report(r, s, c,
           !there ? "bytes are said to be in the output buffer, and nobody has written any"
                  : arena_format(a, "%lld bytes are said to be in the output buffer, and %lld were written",
                                 (long long)all, (long long)there),
           "the program gets what the kernel had there before",
           "have Information say how many bytes were written, or clear the buffer before");
}

static void judge(struct run *r, struct state *s, const struct call *c)
{
    const struct value subject = subject_of(r);
    const struct thing *t = subject.base ? state_thing(s, subject, is_of_irp(r) ? CLASS_IRP : CLASS_REQUEST) : NULL;
    if (!t || t->status != STATUS_ENDED || t->since != c->in->id)
        return;
    const struct cell *status = state_cell(s, subject.base, is_of_irp(r) ? STATUS_AT : IRP_STATUS);
    const struct cell *count = state_cell(s, subject.base, is_of_irp(r) ? COUNT_AT : INFORMATION);
    if (!status || !count || state_range(r->p, s, status->value).low < 0 ||
        (value_is_number(status->value) && status->value.offset == PENDING))
        return;
    const int method = method_of(r, s);
    if (method == METHOD_NEITHER)
        return;
    const struct value bytes = count->value;
    if (!look_at_room(r, s, c, bytes, method))
        look_at_bytes(r, s, c, bytes, method);
}

/* The field of an IRP that an instruction gives the address of; -1: none. */
static int64_t field_of_irp(const struct instruction *in)
{
    return in->op == OP_ADDRESS && in->record && !strcmp(in->record, "_IRP") ? in->field : -1;
}

/* It, or what it calls, has to do with buffers of IRPs or requests. */
static bool has_buffers(const struct engine *e, const struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        const int64_t field = field_of_irp(in);
        if (field == MDL_AT || field == BUFFER_AT || field == USER_BUFFER_AT)
            return true;
        if (in->op == OP_CALL &&
            (!in->callee || strstr(in->callee->name, "WdfRequestRetrieve") || e->buffers[in->callee->id]))
            return true;
    }
    return false;
}

void buffers_find(struct engine *e)
{
    e->buffers = arena_array(e->arena, (size_t)e->p->function_count + 1, sizeof *e->buffers);
    for (uint32_t i = 0; i < e->p->order_count; i++)
        e->buffers[e->p->order[i]->id] = has_buffers(e, e->p->order[i]);
}

/* In the function that has the role, bytes of its IRP's buffer are counted from the first on. */
static void note_written(struct run *r, struct state *s, struct value address, int64_t bytes)
{
    enum { WORD = 8 };
    const node_id object = value_object(&r->p->nodes, address.base);
    const struct node *n = node_at(r->p, object);
    const struct value irp = subject_of(r);
    const int64_t there = irp.base ? written(s, irp) : SOMETHING;
    if (there == SOMETHING || (n->kind != NODE_INITIAL && n->kind != NODE_LOAD) || n->x.base != irp.base)
        return;
    const bool next = object == address.base && address.offset <= (there + WORD - 1) / WORD * WORD;
    if (n->x.offset != BUFFER_AT || !next || bytes < 0)
        write_down(s, irp.base, SOMETHING);
    else if (address.offset + bytes > there)
        write_down(s, irp.base, address.offset + bytes);
}

static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    if (write && width)
        note_written(r, s, address, in->op == OP_STORE ? (int64_t)(width + 7) / 8 : SOMETHING);
    return true;
}

static bool span(struct run *r, struct state *s, struct value address, struct value bytes, bool write,
                 const struct instruction *in)
{
    (void)in;
    if (write)
        note_written(r, s, address, value_is_number(bytes) ? bytes.offset : SOMETHING);
    return true;
}

static const char *name_of(const struct call *c)
{
    return !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
}

/* Functions that write nothing to the buffers of an IRP or request that they get. */
static bool only_reads(const char *name)
{
    static const char *const others[] = {"RetrieveOutput", "RetrieveUnsafe", "Send", "Forward",
                                         "Format",         "Enqueue",        "Csq",  "Call"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strstr(name, others[i]))
            return false;
    return !strncmp(name, "Wdf", 3) || !strncmp(name, "Io", 2);
}

/* It may write to the buffers of the IRP or request, whatever its arguments are. */
static bool may_write(const struct run *r, const struct call *c)
{
    if (!c->callee || (c->callee->defined && !c->callee->from_kit))
        return !c->callee || r->e->buffers[c->callee->id] || !summary_of(r, c->callee);
    bool given = false;
    for (uint32_t i = 0; !c->contract && !c->callee->from_kit && i < c->count; i++)
        given |= c->in->operands[i].width == 64;
    for (uint32_t i = 0; c->contract && i < c->contract->parameter_count; i++)
        given |=
            !strcmp(c->contract->parameters[i].type, "PIRP") || !strcmp(c->contract->parameters[i].type, "WDFREQUEST");
    return given && !only_reads(name_of(c));
}

/* The buffer's address is somewhere besides in plain variables: whoever is called may find it there. */
static bool is_stored(const struct run *r, const struct state *s, struct value irp)
{
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const struct node *base = node_at(r->p, c->base), *n = node_at(r->p, value_object(&r->p->nodes, c->value.base));
        const struct instruction *in = base->kind == NODE_LOCAL && base->a ? r->p->by_id[base->a] : NULL;
        const bool buffer =
            (n->kind == NODE_INITIAL || n->kind == NODE_LOAD) && n->x.base == irp.base && n->x.offset == BUFFER_AT;
        if (c->offset != REST && buffer && c->base != irp.base && (!in || (in->op == OP_LOCAL && !in->plain)))
            return true;
    }
    return false;
}

static void look_at_call(struct run *r, struct state *s, const struct call *c)
{
    const struct value subject = subject_of(r);
    const bool own = c->callee && c->callee->defined && !c->callee->from_kit;
    bool writes = may_write(r, c) || (own && is_stored(r, s, subject));
    for (uint32_t i = 0; !writes && i < c->count; i++) {
        const struct node *n = node_at(r->p, value_object(&r->p->nodes, c->arguments[i].base));
        writes = (n->kind == NODE_INITIAL || n->kind == NODE_LOAD) && n->x.base == subject.base &&
                 n->x.offset != LOCATION_AT;
    }
    if (writes && written(s, subject) != SOMETHING)
        write_down(s, subject.base, SOMETHING);
}

static void complete(struct state *s, struct value request, struct value status, struct value count)
{
    state_put(s, request.base, IRP_STATUS, 64, status);
    if (count.base || count.offset >= 0)
        state_put(s, request.base, INFORMATION, 64, count);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    const struct value request = c->count ? c->arguments[0] : value_number(0), none = {0, -1};
    if (r->f->from_kit)
        return true;
    if (subject_of(r).base)
        look_at_call(r, s, c);
    if (!request.base || request.offset || c->count < 2)
        return true;
    if (!strcmp(name, "WdfRequestSetInformation"))
        state_put(s, request.base, INFORMATION, 64, c->arguments[1]);
    else if (!strcmp(name, "WdfRequestCompleteWithInformation") && c->count > 2)
        complete(s, request, c->arguments[1], c->arguments[2]);
    else if (!strcmp(name, "WdfRequestComplete") || !strcmp(name, "WdfRequestCompleteWithPriorityBoost"))
        complete(s, request, c->arguments[1], none);
    return true;
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    (void)result;
    if (r->f->from_kit || !subject_of(r).base)
        return;
    if (c->callee && !strcmp(name_of(c), "WdfRequestRetrieveOutputWdmMdl")) /* which has a length of its own */
        state_set_compared(r->p, s, length_of(r, CONTEXT_OUTPUT_LENGTH));
    judge(r, s, c);
}

const struct family family_information = {
    .name = "information", .access = access, .span = span, .call = call, .after = after};
