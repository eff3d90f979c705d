/*
 * Locks that a thread may acquire again: the driver remembers who has them, asks whether it is the current thread, and
 * counts. Whether such a lock is held depends on what its fields hold, so it is not followed.
 */
#include "cwdk/check/engine.h"

#include <string.h>

static bool asks_thread(const struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op == OP_CALL && in->callee &&
            (!strcmp(in->callee->name, "PsGetCurrentThread") || !strcmp(in->callee->name, "KeGetCurrentThread")))
            return true;
    }
    return false;
}

static bool compares_thread(const struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++)
        if (f->instructions[i].op == OP_COMPARE && f->instructions[i].operands[0].width == 64)
            return asks_thread(f);
    return false;
}

/* The field that an argument is the address of. */
static const struct instruction *field_of(const struct function *f, const struct instruction *in, int argument)
{
    if (argument < 0 || (uint32_t)argument >= in->operand_count || in->operands[argument].kind != OPERAND_INSTRUCTION)
        return NULL;
    const struct instruction *address = &f->instructions[in->operands[argument].index];
    return address->op == OP_ADDRESS && address->record ? address : NULL;
}

static bool is_known(const struct engine *e, const struct instruction *field)
{
    for (uint32_t i = 0; i < e->owned_count; i++)
        if (e->owned[i].field == field->field && !strcmp(e->owned[i].record, field->record))
            return true;
    return false;
}

static void add(struct engine *e, const struct instruction *field)
{
    if (!field || is_known(e, field) || e->owned_count == sizeof e->owned / sizeof *e->owned)
        return;
    e->owned[e->owned_count].record = field->record;
    e->owned[e->owned_count++].field = field->field;
}

/* Acquired right where a branch on the thread leads to. */
static void look_at(struct engine *e, const struct function *f)
{
    for (uint32_t b = 0; b < f->block_count; b++) {
        const struct instruction *end = &f->instructions[f->blocks[b].first + f->blocks[b].count - 1];
        for (uint32_t k = 0; end->op == OP_BRANCH && k < end->target_count; k++) {
            const struct block *to = &f->blocks[end->targets[k]];
            for (uint32_t i = 0; i < to->count; i++) {
                const struct instruction *in = &f->instructions[to->first + i];
                const struct contract *c = in->op == OP_CALL && in->callee ? in->callee->contract : NULL;
                for (uint32_t n = 0; c && n < c->effect_count; n++)
                    if (c->effects[n].verb == VERB_ACQUIRES && c->effects[n].class == CLASS_MUTEX)
                        add(e, field_of(f, in, c->effects[n].argument));
            }
        }
    }
}

void owners_find(struct engine *e)
{
    for (uint32_t i = 0; i < e->p->function_count; i++)
        if (e->p->functions[i]->defined && compares_thread(e->p->functions[i]))
            look_at(e, e->p->functions[i]);
}

bool owner_is_thread(const struct engine *e, const struct function *f, const struct instruction *in, int argument)
{
    const struct instruction *field = e->owned_count ? field_of(f, in, argument) : NULL;
    return field && is_known(e, field);
}
