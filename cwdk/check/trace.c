#include "cwdk/check/trace.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DEPTH = 12, MOST_EFFORT = 200 };

void trace_begin(struct trace *t, const struct engine *e)
{
    const struct program *p = e->p;
    *t = (struct trace){.e = e, .first = memory_new((size_t)p->function_count + 2, sizeof *t->first)};
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < p->function_count; i++)
            for (uint32_t k = 0; k < p->functions[i]->instruction_count; k++) {
                const struct instruction *in = &p->functions[i]->instructions[k];
                if (in->op != OP_CALL || !in->callee)
                    continue;
                if (round)
                    t->sites[t->first[in->callee->id + 1]++] = (struct site){p->functions[i], in};
                else
                    t->first[in->callee->id + 2]++;
            }
        for (uint32_t i = 2; !round && i <= p->function_count + 1; i++)
            t->first[i] += t->first[i - 1];
        if (!round)
            t->sites = memory_new((size_t)t->first[p->function_count + 1] + 1, sizeof *t->sites);
    }
}

void trace_free(struct trace *t)
{
    free(t->sites);
    free(t->first);
}

int lasting_order(const struct lasting *x, const struct lasting *y)
{
    if (x->global != y->global)
        return x->global < y->global ? -1 : 1;
    const int names = x->global ? 0 : strcmp(x->name, y->name);
    return names ? names : (x->offset > y->offset) - (x->offset < y->offset);
}

static void add(struct origins *out, struct lasting place)
{
    for (uint32_t i = 0; i < out->count; i++)
        if (!lasting_order(&out->places[i], &place))
            return;
    if (out->count == MOST_PLACES)
        out->unknown = true;
    else
        out->places[out->count++] = place;
}

bool origins_meet(const struct origins *x, const struct origins *y)
{
    for (uint32_t i = 0; i < x->count; i++)
        for (uint32_t k = 0; k < y->count; k++)
            if (!lasting_order(&x->places[i], &y->places[k]))
                return true;
    return false;
}

static const struct instruction *made_by(const struct function *f, const struct operand *o)
{
    return o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
}

/* The variable that an address is of. */
static const struct instruction *variable_of(const struct function *f, const struct operand *o)
{
    const struct instruction *in = made_by(f, o);
    return in && in->op == OP_LOCAL ? in : NULL;
}

static void back(const struct trace *t, const struct function *f, const struct operand *o, struct origins *out,
                 unsigned depth);

/* What a variable holds: all that is stored there. */
static void back_variable(const struct trace *t, const struct function *f, const struct instruction *variable,
                          struct origins *out, unsigned depth)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op == OP_STORE && variable_of(f, &in->operands[1]) == variable)
            back(t, f, &in->operands[0], out, depth);
        for (uint32_t k = 0; in->op == OP_CALL && k < in->operand_count; k++)
            if (variable_of(f, &in->operands[k]) == variable)
                *(in->callee && in->callee->contract ? &out->local : &out->unknown) = true;
    }
}

static void back_callers(const struct trace *t, const struct function *f, uint32_t parameter, struct origins *out,
                         unsigned depth)
{
    const uint32_t first = t->first[f->id], last = t->first[f->id + 1];
    if (f->role || f->address_taken || first == last)
        out->unknown = true;
    for (uint32_t i = first; i < last; i++)
        if (parameter < t->sites[i].in->operand_count)
            back(t, t->sites[i].function, &t->sites[i].in->operands[parameter], out, depth);
}

static struct lasting place_of_constant(const struct trace *t, const struct function *f, struct value v)
{
    const struct node *n = constant_at(f, v);
    if (!v.base || n->kind != NODE_GLOBAL)
        return (struct lasting){0};
    return (struct lasting){t->e->p->globals[n->a].name, v.offset, n->a + 1};
}

static void back_constant(const struct trace *t, const struct function *f, struct value v, struct origins *out)
{
    const struct node *n = constant_at(f, v);
    const struct lasting place = place_of_constant(t, f, v);
    if (place.name)
        add(out, place);
    else if (v.base && n->kind == NODE_FUNCTION)
        add(out, (struct lasting){.name = t->e->p->functions[n->a]->name, .offset = -1});
    else if (v.base)
        out->unknown = true;
}

/* A structure with a name of its own: what lies in a union of the kit's, in one without a name or in an array is found
 * by what that lies in. */
static bool is_named(const struct instruction *in)
{
    return in->record && strncmp(in->record, "anon", 4) != 0 && strncmp(in->record, "union.", 6) != 0;
}

/* The address lies in a variable of the function. */
static bool is_in_variable(const struct function *f, const struct instruction *in)
{
    while (in && in->op == OP_ADDRESS)
        in = made_by(f, &in->operands[0]);
    return in && in->op == OP_LOCAL;
}

struct lasting trace_place(const struct trace *t, const struct function *f, const struct operand *o)
{
    while (o->kind == OPERAND_INSTRUCTION) {
        const struct instruction *in = &f->instructions[o->index];
        const bool same = in->op == OP_ADDRESS || (in->op == OP_SELECT && in->operand_count == 1);
        if (!same || (in->op == OP_ADDRESS && is_in_variable(f, in)))
            break;
        if (is_named(in))
            return (struct lasting){in->record, in->field, 0};
        o = &in->operands[0];
    }
    return o->kind == OPERAND_VALUE ? place_of_constant(t, f, o->value) : (struct lasting){0};
}

static void back_instruction(const struct trace *t, const struct function *f, const struct instruction *in,
                             struct origins *out, unsigned depth)
{
    const struct instruction *variable = in->op == OP_LOAD ? variable_of(f, &in->operands[0]) : NULL;
    if (variable)
        back_variable(t, f, variable, out, depth);
    else if (in->op == OP_ADDRESS && is_in_variable(f, in))
        out->unknown = true;
    else if (in->op == OP_ADDRESS && is_named(in))
        add(out, (struct lasting){in->record, in->field, 0});
    else if (in->op == OP_LOAD || in->op == OP_ADDRESS)
        back(t, f, &in->operands[0], out, depth);
    else if (in->op == OP_PHI || in->op == OP_SELECT)
        for (uint32_t i = in->op == OP_SELECT && in->operand_count == 3; i < in->operand_count; i++)
            back(t, f, &in->operands[i], out, depth);
    else
        out->unknown = true;
}

static void back(const struct trace *t, const struct function *f, const struct operand *o, struct origins *out,
                 unsigned depth)
{
    if (depth > MOST_DEPTH || ++out->effort > MOST_EFFORT || out->unknown)
        out->unknown = true;
    else if (o->kind == OPERAND_VALUE)
        back_constant(t, f, o->value, out);
    else if (o->kind == OPERAND_PARAMETER)
        back_callers(t, f, o->index, out, depth + 1);
    else
        back_instruction(t, f, &f->instructions[o->index], out, depth + 1);
}

void trace_back(const struct trace *t, const struct function *f, const struct operand *o, struct origins *out)
{
    back(t, f, o, out, 0);
}

static void from_variable(const struct trace *t, const struct function *f, const struct instruction *variable,
                          struct origins *out, unsigned depth);

/* A value that an instruction gives is used in that one. */
static void forward(const struct trace *t, const struct function *f, const struct instruction *value,
                    const struct instruction *in, struct origins *out, unsigned depth)
{
    for (uint32_t k = 0; k < in->operand_count; k++) {
        if (made_by(f, &in->operands[k]) != value)
            continue;
        if (in->op == OP_STORE && k == 0) {
            const struct instruction *variable = variable_of(f, &in->operands[1]);
            if (variable)
                from_variable(t, f, variable, out, depth + 1);
            else
                back(t, f, &in->operands[1], out, depth + 1);
        } else if (in->op == OP_RETURN || in->op == OP_PHI || in->op == OP_SELECT || in->op == OP_OPAQUE ||
                   (in->op == OP_CALL && (!in->callee || (in->callee->defined && !in->callee->from_kit)))) {
            out->unknown = true;
        }
    }
}

static void from_value(const struct trace *t, const struct function *f, const struct instruction *value,
                       struct origins *out, unsigned depth)
{
    for (uint32_t i = 0; i < f->instruction_count && !out->unknown; i++)
        forward(t, f, value, &f->instructions[i], out, depth);
}

static void from_variable(const struct trace *t, const struct function *f, const struct instruction *variable,
                          struct origins *out, unsigned depth)
{
    if (depth > MOST_DEPTH)
        out->unknown = true;
    for (uint32_t i = 0; i < f->instruction_count && !out->unknown; i++)
        if (f->instructions[i].op == OP_LOAD && variable_of(f, &f->instructions[i].operands[0]) == variable)
            from_value(t, f, &f->instructions[i], out, depth);
}

void trace_result(const struct trace *t, const struct function *f, const struct instruction *in, struct origins *out)
{
    from_value(t, f, in, out, 0);
}

void trace_written(const struct trace *t, const struct function *f, const struct operand *o, struct origins *out)
{
    const struct instruction *variable = variable_of(f, o);
    if (variable)
        from_variable(t, f, variable, out, 0);
    else
        back(t, f, o, out, 0);
}
