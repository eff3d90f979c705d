/*
 * What a request or an IRP lends: its buffers, the memory objects around them and its MDLs are there until it is
 * completed; what an IRP lends, until it is sent on for good. Source of facts: the public documentation of
 * WdfRequestRetrieve*, WdfRequestComplete, IRP and IoCompleteRequest.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

static const struct {
    const char *name;
    uint8_t out; /* the argument that leads to what it gives */
} lenders[] = {
    {"WdfRequestRetrieveInputBuffer", 2},           {"WdfRequestRetrieveOutputBuffer", 2},
    {"WdfRequestRetrieveInputMemory", 1},           {"WdfRequestRetrieveOutputMemory", 1},
    {"WdfRequestRetrieveInputWdmMdl", 1},           {"WdfRequestRetrieveOutputWdmMdl", 1},
    {"WdfRequestProbeAndLockUserBufferForRead", 3}, {"WdfRequestProbeAndLockUserBufferForWrite", 3},
};

static size_t lender_of(const struct call *c)
{
    size_t i = 0;
    while (i < sizeof lenders / sizeof *lenders && strcmp(c->contract->name, lenders[i].name) != 0)
        i++;
    return i;
}

bool lent_by(const struct call *c)
{
    return lender_of(c) < sizeof lenders / sizeof *lenders;
}

/* It does not lead there as a pointer would: no word of memory has it. */
enum { NO_WORD = 8 };

static void lend(struct state *s, struct value what, struct value request)
{
    if (what.base && request.base)
        state_put(s, what.base, LENT_BY, NO_WORD, request);
}

/* Where an IRP of amd64 has what it lends, and an MDL what leads on. */
enum { MDL_OF_IRP = 0x08, BUFFER_OF_IRP = 0x18, USER_BUFFER_OF_IRP = 0x70, LOCATION_OF_IRP = 0xB8 };
enum { NEXT_OF_MDL = 0x00, ADDRESS_OF_MDL = 0x18 };

static bool is_loaded(const struct node *n)
{
    return (n->kind == NODE_INITIAL || n->kind == NODE_LOAD) && n->width == 64;
}

/* The request, if it is completed. */
static const struct thing *request_over(const struct state *s, struct value request)
{
    const struct thing *t = request.base ? state_thing(s, request, CLASS_REQUEST) : NULL;
    return t && t->status == STATUS_ENDED ? t : NULL;
}

/* The request whose IRP this is, if it is completed. */
static const struct thing *request_of(const struct run *r, const struct state *s, struct value irp)
{
    const struct node *n = node_at(r->p, irp.base);
    const bool given = n->kind == NODE_CONTEXT && n->b == CONTEXT_POINTER && n->a == text_hash("WdfRequestWdmGetIrp");
    return given && !irp.offset ? request_over(s, n->x) : NULL;
}

/* The same of an IRP, which may have been sent on instead. */
static const struct thing *irp_over(const struct run *r, const struct state *s, struct value irp)
{
    const struct thing *t = irp.base ? state_thing(s, irp, CLASS_IRP) : NULL;
    return t && (t->status == STATUS_ENDED || t->status == STATUS_TAKEN) ? t : request_of(r, s, irp);
}

/* Of an MDL that may be one of a chain, and of what the first of them is mapped to: the IRP, if the chain is its own.
 */
static struct value irp_of_mdl(const struct run *r, const struct node *n)
{
    while (is_loaded(n) && n->x.offset == NEXT_OF_MDL)
        n = node_at(r->p, n->x.base);
    return is_loaded(n) && n->x.base ? (struct value){n->x.base, n->x.offset - MDL_OF_IRP} : value_number(0);
}

/* What leads to it: the buffer of a memory object, the address of an MDL's pages. */
static bool leads_on(const char *name)
{
    return !strcmp(name, "WdfMemoryGetBuffer") || !strcmp(name, "MmGetSystemAddressForMdlSafe") ||
           !strcmp(name, "MmMapLockedPagesSpecifyCache");
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (!c->count || !c->arguments[0].base || r->f->from_kit)
        return;
    if (c->callee && leads_on(c->callee->contract ? c->callee->contract->name : c->callee->name)) {
        const struct cell *known = state_cell(s, c->arguments[0].base, LENT_BY);
        const struct node *mdl = node_at(r->p, c->arguments[0].base);
        if (known)
            lend(s, result, known->value);
        else if (!c->arguments[0].offset && is_loaded(mdl)) /* if it is no IRP that has it, nothing ends there */
            lend(s, result, irp_of_mdl(r, mdl));
        return;
    }
    const size_t which = c->contract ? lender_of(c) : sizeof lenders / sizeof *lenders;
    if (which == sizeof lenders / sizeof *lenders || c->count <= lenders[which].out ||
        !c->arguments[lenders[which].out].base || state_range(r->p, s, result).high < 0)
        return;
    lend(s, memory_load(r, s, c->arguments[lenders[which].out], 64, c->in), c->arguments[0]);
}

/* Whose this is, if that is over; `inside`: a called function uses it, which has no other eye on a stack location. */
static const struct thing *lender(const struct run *r, const struct state *s, node_id object, bool inside)
{
    static const int64_t fields[] = {BUFFER_OF_IRP, USER_BUFFER_OF_IRP, LOCATION_OF_IRP};
    const struct node *n = node_at(r->p, object);
    const struct cell *known = object ? state_cell(s, object, LENT_BY) : NULL;
    const struct thing *t = NULL;
    if (known)
        return known->value.base && (t = request_over(s, known->value)) ? t : irp_over(r, s, known->value);
    if (!is_loaded(n))
        return request_of(r, s, value_of(object));
    for (size_t i = 0; !t && i < sizeof fields / sizeof *fields - !inside; i++)
        t = irp_over(r, s, (struct value){n->x.base, n->x.offset - fields[i]});
    if (!t && n->x.offset == ADDRESS_OF_MDL)
        t = irp_over(r, s, irp_of_mdl(r, node_at(r->p, n->x.base)));
    return t ? t : irp_over(r, s, irp_of_mdl(r, n));
}

/* Told once on a path; more of what the same request lent may follow. Of an IRP nothing makes sense after it. */
bool lent_touch(struct run *r, struct state *s, node_id object, const struct instruction *in, const struct step *inside)
{
    const struct thing *t = lender(r, s, object, inside != NULL);
    if (!t || state_thing(s, value_of(object), CLASS_HELD)) /* or there is a reference: the handle stays */
        return true;
    struct arena *a = r->e->arena;
    const bool request = t->class == CLASS_REQUEST, sent = t->status == STATUS_TAKEN;
    const char *name = name_of_value(r, s, value_of(object), request ? "what the request lent" : "what the IRP lent");
    thing_report(r, s, t, request ? CODE_CHK6014 : CODE_CHK6015, in, inside,
                 arena_format(a, "%s is used after its %s was %s", name, request ? "request" : "IRP",
                              sent ? "sent on" : "completed"),
                 request ? "it went with the request, which was completed before"
                 : sent  ? "it went with the IRP, which the driver below may have completed"
                         : "it went with the IRP, which was completed before",
                 request ? "use it before the request is completed, or keep a copy of what is needed"
                 : sent  ? "use it before the IRP is sent on, or in a completion routine"
                         : "use it before the IRP is completed, or keep a copy of what is needed");
    state_put(s, object, LENT_BY, NO_WORD, value_number(0));
    return request;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
    if (r->f->from_kit || !c->count)
        return true;
    if (strcmp(name, "WDF_MEMORY_DESCRIPTOR_INIT_HANDLE") != 0 && strcmp(name, "WDF_MEMORY_DESCRIPTOR_INIT_MDL") != 0)
        return true;
    const struct value v = c->count > 1 ? c->arguments[1] : value_number(0);
    if (!thing_touch(r, s, v, c->in, NULL))
        return false;
    if (v.base && !v.offset && value_is_given(r->p, v.base))
        summary_use(r, s, USE_TOUCHES, v, 0, c->in, s->step);
    return true;
}

const struct family family_lent = {.name = "lent", .call = call, .after = after};
