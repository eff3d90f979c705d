#include "cwdk/check/table.h"

bool table_calls(const struct function *f)
{
    for (uint32_t i = 0; !f->from_kit && i < f->instruction_count; i++)
        if (f->instructions[i].op == OP_CALL && !f->instructions[i].callee)
            return true;
    return false;
}

struct function **table_of(const struct program *p, const struct node *constant)
{
    struct function **list = constant->kind == NODE_GLOBAL ? p->globals[constant->a].functions : NULL;
    uint32_t count = 0;
    while (list && list[count])
        count++;
    return count && count <= TABLE_MOST ? list : NULL;
}

/* A function stands at `place`, and the pointer was read `inside` of some element of `unit` bytes; 0: there is one. */
static bool fits(int64_t place, int64_t inside, int64_t unit)
{
    return unit ? place >= inside && (place - inside) % unit == 0 : place == inside;
}

static bool takes(const struct function *f, const struct instruction *in)
{
    return f->defined && f->parameter_count == in->operand_count - 1 && f->result_width == in->width;
}

uint32_t table_callees(const struct program *p, struct value pointer, const struct instruction *in,
                       const struct function *out[TABLE_CALLEES])
{
    const struct node *n = node_at(p, pointer.base), *base = node_at(p, n->x.base);
    int64_t inside = n->x.offset, unit = 0;
    if (pointer.offset || (n->kind != NODE_INITIAL && n->kind != NODE_LOAD))
        return 0;
    if (base->kind == NODE_ELEMENT) {
        unit = base->op;
        inside += base->x.offset;
        base = node_at(p, base->x.base);
    }
    struct function **list = table_of(p, base);
    uint32_t count = 0;
    for (uint32_t i = 0; list && list[i]; i++) {
        bool known = !takes(list[i], in) || !fits(p->globals[base->a].places[i], inside, unit);
        for (uint32_t k = 0; k < count; k++)
            known |= out[k] == list[i];
        if (!known && count == TABLE_CALLEES)
            return 0;
        if (!known)
            out[count++] = list[i];
    }
    return count;
}
