/* Pointers to variables of a function that is over. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static const struct instruction *own_variable(const struct run *r, struct value v)
{
    const struct node *n = node_at(r->p, value_object(&r->p->nodes, v.base));
    const struct instruction *in =
        v.base && n->kind == NODE_LOCAL && n->b == r->f->id && n->a ? r->p->by_id[n->a] : NULL;
    return in && in->op == OP_LOCAL && in->name ? in : NULL;
}

/* Whoever got the pointer may be done with it: the function, or one that it calls, waits, or hands a request on. */
static bool waits(const struct function *f, int depth)
{
    enum { DEEPEST = 4 };
    for (uint32_t i = 0; i < f->instruction_count && depth < DEEPEST; i++) {
        const struct function *callee = f->instructions[i].op == OP_CALL ? f->instructions[i].callee : NULL;
        const struct contract *c = callee ? callee->contract : NULL;
        for (uint32_t k = 0; c && k < c->effect_count; k++)
            if (c->effects[k].verb == VERB_WAITS || c->effects[k].class == CLASS_IRP ||
                c->effects[k].class == CLASS_REQUEST)
                return true;
        if (callee && callee->defined && !c && waits(callee, depth + 1))
            return true;
    }
    return false;
}

/* The head of a list that the function takes everything out of again: nothing points to it then. */
static bool is_drained(const struct run *r, const struct instruction *variable)
{
    for (uint32_t i = 0; i < r->f->instruction_count; i++) {
        const struct instruction *in = &r->f->instructions[i];
        if (in->op == OP_CALL && in->callee && in->operand_count &&
            (!strcmp(in->callee->name, "RemoveHeadList") || !strcmp(in->callee->name, "RemoveTailList")) &&
            in->operands[0].kind == OPERAND_INSTRUCTION && &r->f->instructions[in->operands[0].index] == variable)
            return true;
    }
    return false;
}

bool local_waits(const struct function *f)
{
    return waits(f, 0);
}

static void report(struct run *r, struct state *s, const struct instruction *variable, const char *where,
                   struct place place)
{
    struct arena *a = r->e->arena;
    struct finding *f = finding_add(r->e->findings, CODE_CHK1013, place, r->f, s->step,
                                    arena_format(a, "a pointer to `%s` outlives it: %s", variable->name, where));
    finding_label(r->e->findings, f, arena_format(a, "`%s` ends here", variable->name),
                  "have what lives longer in pool, in a context, or in a variable of the caller");
}

/* Memory that is still there when the function is over. */
static bool stays(const struct run *r, node_id base)
{
    const struct node *n = node_at(r->p, value_object(&r->p->nodes, base));
    return n->kind == NODE_GLOBAL || n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL || n->kind == NODE_CONTEXT;
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    const struct instruction *variable = own_variable(r, result);
    if (variable)
        report(r, s, variable, "it is returned", in->place);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        if (c->offset == REST || is_attribute(c->offset) || c->width != 64 || !stays(r, c->base))
            continue;
        variable = own_variable(r, c->value);
        if (variable && !local_waits(r->f) && !is_drained(r, variable))
            report(r, s, variable, "it is stored where others find it", in->place);
    }
}

const struct family family_local = {.name = "local", .end = end};
