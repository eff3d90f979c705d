/* Memory: what was freed is not touched, NULL is not followed, nothing is read before it is written. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* Something that a function gave, and that is NULL on this path. */
static bool is_null_result(const struct run *r, const struct state *s, struct value v)
{
    if (!v.base)
        return false;
    const struct node *n = node_at(r->p, value_object(&r->p->nodes, v.base));
    const bool mapping = n->kind == NODE_CONTEXT && n->b == CONTEXT_OFFERED;
    if (n->kind != NODE_RESULT && n->kind != NODE_WITHIN && !mapping)
        return false;
    const struct range range = state_range(r->p, s, value_of(value_object(&r->p->nodes, v.base)));
    return range.low == 0 && range.high == 0;
}

static bool report_null(struct run *r, struct state *s, struct value v, const struct instruction *in)
{
    struct arena *a = r->e->arena;
    const char *name = name_of_value(r, s, value_of(value_object(&r->p->nodes, v.base)), "the pointer");
    struct finding *f = finding_add(r->e->findings, CODE_CHK1004, in->place, r->f, s->step,
                                    arena_format(a, "%s may be NULL here", name));
    finding_label(r->e->findings, f, "NULL on this path",
                  arena_format(a, "test %s right after the call that gives it, and leave on NULL", name));
    return false;
}

static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    (void)width;
    (void)write;
    if (!address.base)
        return true;
    if (is_null_result(r, s, address))
        return report_null(r, s, address, in);
    if (!thing_touch(r, s, address, in, NULL))
        return false;
    const node_id object = value_object(&r->p->nodes, address.base);
    const struct node *n = node_at(r->p, object);
    if (value_is_given(r->p, object) && (n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL)) {
        summary_use(r, s, USE_NEEDS, value_of(object), 0, in, s->step);
        state_narrow(r->p, s, value_of(object), (struct range){INT64_MIN, INT64_MAX, true});
    }
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind != USE_NEEDS && u->kind != USE_TOUCHES)
        return true;
    if (u->kind == USE_NEEDS && is_null_result(r, s, subject))
        return report_null(r, s, subject, in);
    if (!subject.base)
        return true;
    if (!thing_touch(r, s, subject, in, u->step))
        return false;
    const struct node *n = node_at(r->p, subject.base);
    if (value_is_given(r->p, subject.base) && (n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL) && !subject.offset)
        summary_use(r, s, u->kind, subject, 0, in, s->step);
    return true;
}

/* What the interface is given: pointers that it follows, handles that it looks up. */
static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || strstr(c->contract->name, "RemoveLock")) /* which take any address for a tag */
        return true;
    const bool frees = strstr(c->contract->name, "FreePool") != NULL; /* and takes no NULL */
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++) {
        const unsigned flags = c->contract->parameters[i].flags;
        const struct value v = c->arguments[i];
        if (c->in->operands[i].width != 64 || !(flags & PARAMETER_SPECIFIED || frees) || !v.base)
            continue;
        if (is_null_result(r, s, v) && !(flags & PARAMETER_OPTIONAL) && !v.offset && (flags & PARAMETER_OUT || frees))
            return report_null(r, s, v, c->in);
        bool ends = false;
        for (uint32_t k = 0; k < c->contract->effect_count; k++)
            ends |= c->contract->effects[k].argument == (int)i && c->contract->effects[k].verb == VERB_ENDS;
        const char *type = c->contract->parameters[i].type; /* a mere PVOID may be a tag */
        ends |= !strcmp(type, "PVOID") && !(flags & PARAMETER_BUFFER);
        ends |= !strcmp(c->contract->name,
                        "WdfObjectDereferenceActual"); /* what is referenced is there, completed or not */
        if (!ends && !thing_touch(r, s, v, c->in, NULL))
            return false;
        const struct node *n = node_at(r->p, v.base);
        if (!ends && !v.offset && value_is_given(r->p, v.base) &&
            (n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL))
            summary_use(r, s, USE_TOUCHES, v, 0, c->in, s->step);
    }
    return true;
}

/* `x = x;`, which is how some macros say that x is not used. */
static bool is_mention(const struct run *r, const struct instruction *in)
{
    const struct instruction *next = in + 1; /* a load does not end a block */
    return next->op == OP_STORE && next->operands[0].kind == OPERAND_INSTRUCTION &&
           &r->f->instructions[next->operands[0].index] == in && next->operands[1].kind == in->operands[0].kind &&
           next->operands[1].index == in->operands[0].index;
}

static void load(struct run *r, struct state *s, struct value address, struct value loaded,
                 const struct instruction *in)
{
    if (!loaded.base || node_at(r->p, loaded.base)->kind != NODE_UNDEFINED || in->bits || !in->used ||
        is_mention(r, in))
        return;
    const struct node *n = node_at(r->p, address.base);
    const bool local = n->kind == NODE_LOCAL;
    const char *variable = local && r->p->by_id[n->a]->name ? r->p->by_id[n->a]->name : NULL;
    if (local && (!variable || r->p->by_id[n->a]->size > 32 || !strcmp(variable, "retval")))
        return;
    struct arena *a = r->e->arena;
    const char *name =
        local ? arena_format(a, "`%s`", variable) : name_of_value(r, s, value_of(address.base), "the memory");
    struct finding *f = finding_add(
        r->e->findings, CODE_CHK1005, in->place, r->f, s->step,
        arena_format(a, local ? "%s is read before it has a value" : "what %s points to is read before it is written",
                     name));
    finding_label(r->e->findings, f, "no value on this path",
                  arena_format(a, "give %s a value where it is declared", name));
}

const struct family family_memory = {.name = "memory", .access = access, .call = call, .use = use, .load = load};
