/* What is known of the program before values are: the order of blocks and functions, and which variables are live. */
#include "cwdk/check/program.h"
#include "cwdk/check/table.h"

#include <stdlib.h>
#include <string.h>

static const struct instruction *last_of(const struct function *f, const struct block *b)
{
    return &f->instructions[b->first + b->count - 1];
}

/* Reverse postorder, without recursion: drivers have functions of thousands of blocks. */
static void order_blocks(struct function *f)
{
    uint32_t *stack = memory_new((size_t)f->block_count + 1, sizeof *stack);
    uint32_t *next = memory_new((size_t)f->block_count + 1, sizeof *next);
    uint8_t *mark = memory_new((size_t)f->block_count + 1, 1);
    uint32_t depth = 0, number = f->block_count;
    for (uint32_t i = 0; i < f->block_count; i++)
        f->blocks[i].order = UINT32_MAX;
    stack[depth++] = 0;
    mark[0] = 1;
    while (depth) {
        const uint32_t at = stack[depth - 1];
        const struct instruction *end = last_of(f, &f->blocks[at]);
        if (next[at] < end->target_count) {
            const uint32_t to = end->targets[next[at]++];
            if (!mark[to]) {
                mark[to] = 1;
                stack[depth++] = to;
            } else if (mark[to] == 1) {
                f->blocks[to].loop = true;
            }
        } else {
            mark[at] = 2;
            f->blocks[at].order = --number;
            depth--;
        }
    }
    free(stack);
    free(next);
    free(mark);
}

/* What stands between the start of a loop and a jump back to it, in order, may be in the loop. */
static void find_loops(struct function *f)
{
    for (uint32_t b = 0; b < f->block_count; b++) {
        const struct instruction *end = last_of(f, &f->blocks[b]);
        for (uint32_t k = 0; k < end->target_count; k++) {
            const uint32_t first = f->blocks[end->targets[k]].order, last = f->blocks[b].order;
            for (uint32_t i = 0; first <= last && last != UINT32_MAX && i < f->block_count; i++)
                if (f->blocks[i].order >= first && f->blocks[i].order <= last)
                    for (uint32_t j = 0; j < f->blocks[i].count; j++)
                        f->instructions[f->blocks[i].first + j].repeats = true;
        }
    }
}

/* In how many __try blocks each block lies: that changes where they begin and end. */
static void find_guards(struct function *f)
{
    uint32_t *list = memory_new((size_t)f->block_count + 1, sizeof *list), count = 1;
    bool *known = memory_new((size_t)f->block_count + 1, sizeof *known);
    known[0] = true;
    for (uint32_t i = 0; i < count; i++) {
        const struct block *b = &f->blocks[list[i]];
        const struct instruction *end = last_of(f, b);
        const unsigned mark = end->op == OP_MAYBE && b->count > 1 && end[-1].op == OP_OPAQUE ? end[-1].sub : 0;
        for (uint32_t k = 0; k < end->target_count; k++) {
            if (known[end->targets[k]])
                continue;
            known[end->targets[k]] = true;
            unsigned guards = b->guards;
            if (mark == TRY_BEGINS && !k)
                guards++;
            else if (guards && (mark == TRY_ENDS || (mark != TRY_BEGINS && end->op == OP_MAYBE && k)))
                guards--;
            f->blocks[end->targets[k]].guards = (uint8_t)guards;
            list[count++] = end->targets[k];
        }
    }
    free(list);
    free(known);
}

/* Variables that a loop writes. */
static void find_varying(struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op == OP_STORE && in->repeats && in->operands[1].kind == OPERAND_INSTRUCTION)
            f->instructions[in->operands[1].index].varies = true;
    }
}

/* Which results are used, and where. */
static void find_uses(struct function *f)
{
    uint32_t *block_of = memory_new((size_t)f->instruction_count + 1, sizeof *block_of);
    for (uint32_t b = 0; b < f->block_count; b++)
        for (uint32_t i = 0; i < f->blocks[b].count; i++)
            block_of[f->blocks[b].first + i] = b;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        for (uint32_t k = 0; k < in->operand_count; k++) {
            if (in->operands[k].kind != OPERAND_INSTRUCTION)
                continue;
            struct instruction *made = &f->instructions[in->operands[k].index];
            made->used = true;
            if (block_of[in->operands[k].index] != block_of[i] && in->op != OP_PHI)
                made->crosses = true;
        }
    }
    free(block_of);
}

/* Variables whose address is only loaded from and stored to. */
static void find_plain(struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++)
        f->instructions[i].plain = f->instructions[i].op == OP_LOCAL && !f->instructions[i].field;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        for (uint32_t k = 0; k < in->operand_count; k++) {
            const struct operand *o = &in->operands[k];
            const bool plain = (in->op == OP_LOAD && k == 0) || (in->op == OP_STORE && k == 1);
            if (o->kind == OPERAND_INSTRUCTION && !plain)
                f->instructions[o->index].plain = 0;
        }
    }
    f->plain_count = 0;
    for (uint32_t i = 0; i < f->instruction_count; i++)
        if (f->instructions[i].plain)
            f->instructions[i].plain = ++f->plain_count;
}

static uint32_t plain_of(const struct function *f, const struct operand *o)
{
    return o->kind == OPERAND_INSTRUCTION ? f->instructions[o->index].plain : 0;
}

static bool live_into(const struct function *f, struct block *b, uint64_t *live, size_t words)
{
    memset(live, 0, words * sizeof *live);
    const struct instruction *end = last_of(f, b);
    for (uint32_t k = 0; k < end->target_count; k++)
        for (size_t w = 0; w < words; w++)
            live[w] |= f->blocks[end->targets[k]].live[w];
    for (uint32_t i = b->count; i-- > 0;) {
        const struct instruction *in = &f->instructions[b->first + i];
        const uint32_t plain = in->op == OP_LOAD    ? plain_of(f, &in->operands[0])
                               : in->op == OP_STORE ? plain_of(f, &in->operands[1])
                                                    : 0;
        if (!plain)
            continue;
        const uint64_t bit = UINT64_C(1) << ((plain - 1) & 63);
        if (in->op == OP_LOAD)
            live[(plain - 1) >> 6] |= bit;
        else
            live[(plain - 1) >> 6] &= ~bit;
    }
    const bool changed = memcmp(live, b->live, words * sizeof *live) != 0;
    memcpy(b->live, live, words * sizeof *live);
    return changed;
}

static void find_live(struct program *p, struct function *f)
{
    const size_t words = f->plain_count / 64 + 1;
    uint64_t *live = memory_new(words, sizeof *live);
    uint32_t *by_order = memory_new((size_t)f->block_count + 1, sizeof *by_order);
    uint32_t count = 0;
    for (uint32_t i = 0; i < f->block_count; i++) {
        f->blocks[i].live = arena_array(p->arena, words, sizeof *live);
        by_order[i] = UINT32_MAX;
    }
    for (uint32_t i = 0; i < f->block_count; i++)
        if (f->blocks[i].order != UINT32_MAX)
            by_order[f->blocks[i].order] = i, count++;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = f->block_count; i-- > 0;)
            if (by_order[i] != UINT32_MAX)
                changed |= live_into(f, &f->blocks[by_order[i]], live, words);
    }
    free(live);
    free(by_order);
}

/* The kit's inline functions go through a table of the framework, which is what contracts are for. */
static void find_framework(struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++)
        if (f->instructions[i].op == OP_CALL && !f->instructions[i].callee && f->from_kit)
            f->framework = true;
}

/* Those that it calls by name, and then those in the tables that it may call by. */
static struct function *next_callee(const struct program *p, struct function *f, uint32_t *at)
{
    while (*at < f->instruction_count) {
        struct function *callee = f->instructions[(*at)++].callee;
        if (callee && callee->defined && !callee->visited)
            return callee;
    }
    for (; table_calls(f) && *at - f->instruction_count < f->constant_count; ++*at)
        for (struct function **of = table_of(p, &f->constants[*at - f->instruction_count]); of && *of; of++)
            if ((*of)->defined && !(*of)->visited)
                return *of;
    return NULL;
}

/* `stack` and `next` have room for all functions. */
static void order_from(struct program *p, struct function *f, struct function **stack, uint32_t *next)
{
    uint32_t depth = 0;
    f->visited = 1;
    next[depth] = 0;
    stack[depth++] = f;
    while (depth) {
        struct function *callee = next_callee(p, stack[depth - 1], &next[depth - 1]);
        if (callee) {
            callee->visited = 1;
            next[depth] = 0;
            stack[depth++] = callee;
        } else {
            struct function *done = stack[--depth];
            done->order = p->order_count;
            p->order[p->order_count++] = done;
        }
    }
}

static void need(struct function *f, struct function *callee, struct function **list, uint32_t *count)
{
    if (!callee->defined || callee->order >= f->order)
        return;
    uint32_t at = 0;
    while (at < *count && list[at]->order < callee->order)
        at++;
    if (at < *count && list[at] == callee)
        return;
    memmove(&list[at + 1], &list[at], (*count - at) * sizeof *list);
    list[at] = callee;
    ++*count;
    callee->users++;
}

/* What a function calls, or has the address of, and what comes before it: a cycle is cut where the order cuts it. */
static void find_needs(struct program *p, struct function *f)
{
    const bool calls = table_calls(f);
    size_t most = (size_t)f->instruction_count + f->constant_count + 1;
    for (uint32_t i = 1; calls && i < f->constant_count; i++)
        most += table_of(p, &f->constants[i]) ? TABLE_MOST : 0;
    struct function **list = memory_new(most, sizeof *list);
    uint32_t count = 0;
    for (uint32_t i = 0; i < f->instruction_count; i++)
        if (f->instructions[i].op == OP_CALL && f->instructions[i].callee)
            need(f, f->instructions[i].callee, list, &count);
    for (uint32_t i = 1; i < f->constant_count; i++)
        if (f->constants[i].kind == NODE_FUNCTION)
            need(f, p->functions[f->constants[i].a], list, &count);
    for (uint32_t i = 1; calls && i < f->constant_count; i++)
        for (struct function **of = table_of(p, &f->constants[i]); of && *of; of++)
            need(f, *of, list, &count);
    f->needs = arena_copy(p->arena, list, count * sizeof *list);
    f->need_count = count;
    free(list);
}

void program_finish(struct program *p)
{
    p->order = arena_array(p->arena, (size_t)p->function_count + 1, sizeof(struct function *));
    for (uint32_t i = 0; i < p->function_count; i++) {
        struct function *f = p->functions[i];
        if (!f->defined)
            continue;
        order_blocks(f);
        find_loops(f);
        find_varying(f);
        find_guards(f);
        find_uses(f);
        find_plain(f);
        find_live(p, f);
        find_framework(f);
        for (uint32_t k = 0; k < f->instruction_count; k++)
            if (f->instructions[k].op == OP_CALL && f->instructions[k].callee)
                f->instructions[k].callee->called = true;
    }
    struct function **stack = memory_new((size_t)p->function_count + 1, sizeof(struct function *));
    uint32_t *next = memory_new((size_t)p->function_count + 1, sizeof *next);
    for (uint32_t i = 0; i < p->function_count; i++)
        if (p->functions[i]->defined && !p->functions[i]->visited)
            order_from(p, p->functions[i], stack, next);
    free(stack);
    free(next);
    for (uint32_t i = 0; i < p->order_count; i++)
        find_needs(p, p->order[i]);
}
