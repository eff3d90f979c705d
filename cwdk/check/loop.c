/* How far a counting loop gets: `for (i = 0; i < n; i++) p[i] = 0;` touches p[n - 1], whatever rounds are looked at. */
#include "cwdk/check/family.h"

static const struct instruction *made_by(const struct function *f, const struct operand *o)
{
    return o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
}

/* The variable that an operand is the value of, perhaps widened; NULL: none. */
static const struct instruction *counter_of(const struct function *f, const struct operand *o)
{
    const struct instruction *in = made_by(f, o);
    if (in && in->op == OP_CAST && in->sub != CAST_TRUNCATE)
        in = made_by(f, &in->operands[0]);
    const struct instruction *variable = in && in->op == OP_LOAD ? made_by(f, &in->operands[0]) : NULL;
    return variable && variable->op == OP_LOCAL && variable->plain && variable->varies ? variable : NULL;
}

/* `i++`, as a store. */
static bool is_step(const struct function *f, const struct instruction *store, const struct instruction *counter)
{
    const struct instruction *sum = made_by(f, &store->operands[0]);
    return sum && sum->op == OP_BINARY && sum->sub == BINARY_ADD && counter_of(f, &sum->operands[0]) == counter &&
           sum->operands[1].kind == OPERAND_VALUE && !sum->operands[1].value.base && sum->operands[1].value.offset == 1;
}

/* Blocks [from, to) are left at `from` alone, and step the variable once. */
static bool counts_alone(const struct function *f, uint32_t from, uint32_t to, const struct instruction *counter)
{
    uint32_t steps = 0;
    for (uint32_t i = from; i < to; i++) {
        const struct block *b = &f->blocks[i];
        for (uint32_t k = 0; k < b->count; k++) {
            const struct instruction *in = &f->instructions[b->first + k];
            if (in->op == OP_STORE && made_by(f, &in->operands[1]) == counter) {
                if (!is_step(f, in, counter))
                    return false;
                steps++;
            }
            if (in->op == OP_RETURN || in->op == OP_STOP)
                return false;
            for (uint32_t t = 0; in->op != OP_PHI && i > from && t < in->target_count; t++)
                if (in->targets[t] < from || in->targets[t] >= to)
                    return false;
        }
    }
    return steps == 1;
}

/* What the operand is in the state, without running anything; base 0 and offset -1 are part of what may come out. */
static bool evaluate(struct run *r, struct state *s, const struct operand *o, int depth, struct value *out)
{
    enum { DEEPEST = 8 };
    const struct instruction none = {0}, *in = made_by(r->f, o);
    struct value x, y;
    if (!in) {
        *out = o->kind == OPERAND_VALUE
                   ? o->value
                   : value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER,
                                                                    .width = (uint8_t)(o->width > 64 ? 128 : o->width),
                                                                    .a = o->index}));
        return true;
    }
    if (in->op == OP_LOCAL) {
        *out = value_of(
            nodes_get(&r->p->nodes, (struct node){.kind = NODE_LOCAL, .width = 64, .a = in->id, .b = r->f->id}));
        return true;
    }
    if (depth == DEEPEST || !in->operand_count || !evaluate(r, s, &in->operands[0], depth + 1, &x))
        return false;
    switch ((enum opcode)in->op) {
    case OP_LOAD:
        if (!x.base || in->is_volatile)
            return false;
        *out = memory_load(r, s, x, in->width, &none);
        return true;
    case OP_CAST:
        *out = value_cast(&r->p->nodes, (enum cast)in->sub, x, in->operands[0].width, in->width);
        return true;
    case OP_ADDRESS:
        *out = (struct value){x.base, x.offset + in->size};
        return in->operand_count == 1;
    case OP_BINARY:
        if (!evaluate(r, s, &in->operands[1], depth + 1, &y))
            return false;
        *out = value_binary(&r->p->nodes, (enum binary)in->sub, x, y, in->width);
        return true;
    default:
        return false;
    }
}

/* The header whose condition leads straight to the block, with what it compares; NULL: none. */
static const struct instruction *condition_of(const struct function *f, uint32_t block, uint32_t *header, uint32_t *end)
{
    for (uint32_t i = 0; i < block; i++) {
        const struct block *b = &f->blocks[i];
        const struct instruction *branch = b->count ? &f->instructions[b->first + b->count - 1] : NULL;
        if (!branch || !b->loop || branch->op != OP_BRANCH || branch->targets[0] != block ||
            branch->targets[1] <= block)
            continue;
        *header = i;
        *end = branch->targets[1];
        const struct instruction *compare = made_by(f, &branch->operands[0]);
        return compare && compare->op == OP_COMPARE ? compare : NULL;
    }
    return NULL;
}

static uint32_t block_of(const struct function *f, const struct instruction *in)
{
    const uint32_t at = (uint32_t)(in - f->instructions);
    uint32_t i = 0;
    while (i < f->block_count && at - f->blocks[i].first >= f->blocks[i].count)
        i++;
    return i;
}

bool loop_furthest(struct run *r, struct state *s, const struct instruction *in, struct value *address)
{
    const struct function *f = r->f;
    const struct instruction *at =
        in->op == OP_LOAD || in->op == OP_STORE ? made_by(f, &in->operands[in->op == OP_STORE]) : NULL;
    if (!in->repeats || !at || at->op != OP_ADDRESS || at->operand_count != 2 || at->scales[1] <= 0)
        return false;
    uint32_t header, end;
    const struct instruction *counter = counter_of(f, &at->operands[1]);
    const struct instruction *compare = counter ? condition_of(f, block_of(f, in), &header, &end) : NULL;
    if (!compare || (compare->sub != COMPARE_BELOW && compare->sub != COMPARE_LESS))
        return false;
    const bool up_to = compare->negate; /* !(n < i) */
    struct value last, base;
    if (counter_of(f, &compare->operands[up_to]) != counter || !counts_alone(f, header, end, counter) ||
        !evaluate(r, s, &compare->operands[!up_to], 0, &last) || !evaluate(r, s, &at->operands[0], 0, &base))
        return false;
    const unsigned width = compare->operands[0].width;
    if (width < 64)
        last = value_cast(&r->p->nodes, compare->sub == COMPARE_LESS ? CAST_SIGN : CAST_ZERO, last, width, 64);
    last.offset -= !up_to;
    base.offset += at->size;
    *address = value_element(&r->p->nodes, base, last, at->scales[1]);
    return true;
}
