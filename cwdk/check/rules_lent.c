/*
 * What a request lends: its buffers, the memory objects around them and its MDLs are there until it is completed.
 * Source of facts: the public documentation of WdfRequestRetrieve* and WdfRequestComplete.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

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
        if (known)
            lend(s, result, known->value);
        return;
    }
    const size_t which = c->contract ? lender_of(c) : sizeof lenders / sizeof *lenders;
    if (which == sizeof lenders / sizeof *lenders || c->count <= lenders[which].out ||
        !c->arguments[lenders[which].out].base || state_range(r->p, s, result).low < 0)
        return;
    lend(s, memory_load(r, s, c->arguments[lenders[which].out], 64, c->in), c->arguments[0]);
}

/* Told once on a path; more of what the same request lent may follow. */
void lent_touch(struct run *r, struct state *s, node_id object, const struct instruction *in, const struct step *inside)
{
    const struct cell *lent = object ? state_cell(s, object, LENT_BY) : NULL;
    const struct thing *request = lent && lent->value.base ? state_thing(s, lent->value, CLASS_REQUEST) : NULL;
    if (!request || request->status != STATUS_ENDED)
        return;
    struct arena *a = r->e->arena;
    const char *name = name_of_value(r, s, value_of(object), "what the request lent");
    thing_report(r, s, request, CODE_CHK6014, in, inside,
                 arena_format(a, "%s is used after its request was completed", name),
                 "it went with the request, which was completed before",
                 "use it before the request is completed, or keep a copy of what is needed");
    state_put(s, object, LENT_BY, NO_WORD, value_number(0));
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
    if (r->f->from_kit || !c->count)
        return true;
    if (!strcmp(name, "WdfObjectReferenceActual") && c->arguments[0].base &&
        state_cell(s, c->arguments[0].base, LENT_BY)) /* the handle stays */
        state_put(s, c->arguments[0].base, LENT_BY, NO_WORD, value_number(0));
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
