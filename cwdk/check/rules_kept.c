/*
 * Memory that is kept in a global or in a field of a structure of the driver's own, and that nothing frees: each use of
 * what is in that place is looked at, in the whole driver and without paths. One that is not understood may free it.
 */
#include "cwdk/check/left.h"
#include "cwdk/diag/codes.h"
#include "cwdk/reference/reference.h"

#include <stdlib.h>
#include <string.h>

/* A place that memory is stored in, and whether somebody may free it from there. */
struct keeper {
    struct lasting place;
    bool freed;
};

/* An allocation. */
struct allocation {
    struct site site;
    struct origins about;
};

struct kept {
    const struct left *l;
    struct keeper *keepers; /* sorted */
    uint32_t keeper_count, keeper_room;
    struct allocation *allocations;
    uint32_t allocation_count, allocation_room;
    uint32_t effort; /* for one use of a place */
};

enum { MOST_DEPTH = 6, MOST_EFFORT = 64 };

static int by_place(const void *a, const void *b)
{
    const struct keeper *x = a, *y = b;
    return lasting_order(&x->place, &y->place);
}

static struct keeper *keeper_of(const struct kept *k, struct lasting place)
{
    const struct keeper key = {.place = place};
    return place.name && k->keeper_count ? bsearch(&key, k->keepers, k->keeper_count, sizeof *k->keepers, by_place)
                                         : NULL;
}

static void find_allocation(struct kept *k, struct site site)
{
    struct arena *a = k->l->e->arena;
    struct allocation b = {.site = site};
    trace_result(&k->l->trace, site.function, site.in, &b.about);
    if (!b.about.count || b.about.unknown)
        return;
    for (uint32_t i = 0; i < b.about.count; i++) {
        k->keepers = record_room(a, k->keepers, k->keeper_count, &k->keeper_room, sizeof *k->keepers);
        k->keepers[k->keeper_count++] = (struct keeper){.place = b.about.places[i]};
    }
    k->allocations = record_room(a, k->allocations, k->allocation_count, &k->allocation_room, sizeof *k->allocations);
    k->allocations[k->allocation_count++] = b;
}

static void find_allocations(struct kept *k)
{
    const struct program *p = k->l->e->p;
    const struct trace *t = &k->l->trace;
    for (uint32_t i = 0; i < p->function_count; i++) {
        const struct contract *c = p->functions[i]->contract;
        for (uint32_t n = 0; c && n < c->effect_count; n++)
            if (c->effects[n].verb == VERB_MAKES && c->effects[n].class == CLASS_POOL && c->effects[n].argument < 0)
                for (uint32_t s = t->first[i]; s < t->first[i + 1]; s++)
                    if (!t->sites[s].function->from_kit)
                        find_allocation(k, t->sites[s]);
    }
    uint32_t count = 0;
    if (k->keeper_count)
        qsort(k->keepers, k->keeper_count, sizeof *k->keepers, by_place);
    for (uint32_t i = 0; i < k->keeper_count; i++)
        if (!count || by_place(&k->keepers[count - 1], &k->keepers[i]))
            k->keepers[count++] = k->keepers[i];
    k->keeper_count = count;
}

static bool value_goes(struct kept *k, const struct function *f, const struct instruction *value, bool inside,
                       unsigned depth);

static bool is_made_by(const struct function *f, const struct operand *o, const struct instruction *in)
{
    return o->kind == OPERAND_INSTRUCTION && &f->instructions[o->index] == in;
}

/* Somebody may free what is in a variable. */
static bool variable_goes(struct kept *k, const struct function *f, const struct instruction *variable, bool inside,
                          unsigned depth)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        for (uint32_t n = 0; n < in->operand_count; n++) {
            if (!is_made_by(f, &in->operands[n], variable) || (in->op == OP_STORE && n == 1))
                continue;
            if (in->op != OP_LOAD || value_goes(k, f, in, inside, depth + 1))
                return true;
        }
    }
    return false;
}

static bool parameter_goes(struct kept *k, const struct function *f, uint32_t parameter, bool inside, unsigned depth)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        for (uint32_t n = 0; n < in->operand_count; n++) {
            if (in->operands[n].kind != OPERAND_PARAMETER || in->operands[n].index != parameter)
                continue;
            const struct operand *to = in->op == OP_STORE && n == 0 ? &in->operands[1] : NULL;
            if (!to || to->kind != OPERAND_INSTRUCTION || f->instructions[to->index].op != OP_LOCAL ||
                variable_goes(k, f, &f->instructions[to->index], inside, depth + 1))
                return true;
        }
    }
    return false;
}

/* A function of the kernel's only looks at it: it gets something with a type of its own, or a buffer. */
static bool only_looks(const struct function *f, uint32_t argument)
{
    const struct contract *c = f->contract;
    if (f->defined || !c || argument >= c->parameter_count)
        return false;
    for (uint32_t i = 0; i < c->effect_count; i++)
        if (c->effects[i].argument == (int)argument)
            return false;
    const struct parameter_contract *p = &c->parameters[argument];
    const bool list = !p->type || strstr(p->type, "LIST") || strstr(p->type, "QUEUE");
    const bool plain = !p->type || !strcmp(p->type, "PVOID") || strstr(p->type, "void");
    return !list && !(p->flags & PARAMETER_KEEPS) && (!plain || p->flags & PARAMETER_BUFFER);
}

static bool use_goes(struct kept *k, const struct function *f, const struct instruction *in, uint32_t n, bool inside,
                     unsigned depth)
{
    switch (in->op) {
    case OP_LOAD:
    case OP_COMPARE:
    case OP_SET:
    case OP_COPY:
    case OP_BRANCH:
        return false;
    case OP_STORE: {
        const struct operand *to = &in->operands[1];
        const struct keeper *same = n == 0 ? keeper_of(k, trace_place(&k->l->trace, f, to)) : NULL;
        if (n == 1)
            return false;
        if (to->kind == OPERAND_INSTRUCTION && f->instructions[to->index].op == OP_LOCAL)
            return variable_goes(k, f, &f->instructions[to->index], inside, depth + 1);
        return !same || inside;
    }
    case OP_ADDRESS:
        return n == 0 ? value_goes(k, f, in, true, depth) : false;
    case OP_CAST:
    case OP_SELECT:
    case OP_PHI:
        return value_goes(k, f, in, inside, depth + 1);
    case OP_CALL:
        if (in->callee && in->callee->defined && !in->callee->from_kit)
            return parameter_goes(k, in->callee, n, inside, depth + 1);
        return !in->callee || !only_looks(in->callee, n);
    default:
        return true;
    }
}

/* Somebody may free it, or have it kept elsewhere; `inside`: it is an address within it. */
static bool value_goes(struct kept *k, const struct function *f, const struct instruction *value, bool inside,
                       unsigned depth)
{
    if (depth > MOST_DEPTH || ++k->effort > MOST_EFFORT)
        return true;
    for (uint32_t i = 0; i < f->instruction_count; i++)
        for (uint32_t n = 0; n < f->instructions[i].operand_count; n++)
            if (is_made_by(f, &f->instructions[i].operands[n], value) &&
                use_goes(k, f, &f->instructions[i], n, inside, depth))
                return true;
    return false;
}

/* Another part of the same global may lead there, where its address is taken. */
static void spoil_global(struct kept *k, uint32_t global)
{
    for (uint32_t i = 0; i < k->keeper_count; i++)
        k->keepers[i].freed |= k->keepers[i].place.global == global;
}

static void look_at(struct kept *k, const struct function *f, const struct instruction *in)
{
    for (uint32_t n = 0; n < in->operand_count; n++) {
        const struct lasting place = trace_place(&k->l->trace, f, &in->operands[n]);
        struct keeper *keeper = keeper_of(k, place);
        const bool written = in->op == OP_STORE && n == 1;
        if (!place.name || written || in->op == OP_ADDRESS || in->op == OP_COMPARE)
            continue;
        if (in->op == OP_LOAD && keeper) {
            k->effort = 0;
            keeper->freed = keeper->freed || value_goes(k, f, in, false, 0);
        } else if (keeper)
            keeper->freed = true;
        if (place.global && in->op != OP_LOAD && in->op != OP_SET)
            spoil_global(k, place.global);
    }
}

static void report(const struct kept *k, const struct allocation *b)
{
    struct engine *e = k->l->e;
    const struct lasting *place = &b->about.places[0];
    const char *what = place->global ? arena_format(e->arena, "`%s`", place->name)
                                     : arena_format(e->arena, "a field of `%s`", place->name);
    finding_label(e->findings,
                  finding_add(e->findings, CODE_CHK9009, b->site.in->place, b->site.function, NULL,
                              arena_format(e->arena, "memory is kept in %s, and nothing frees it", what)),
                  "it is lost when the driver goes, or what it is kept in",
                  "free it where the device is removed, or in the Unload routine");
}

/* Structures of the interface, which others than the driver look into and free things of. */
static bool is_shared(struct reference *names, struct engine *e, const struct lasting *place)
{
    struct diag unread = {0};
    if (place->global)
        return false;
    const bool read = names->count || reference_load(names, e->p->home, e->arena, &unread);
    const struct reference_name *known = read ? reference_find(names, place->name) : NULL;
    diag_free(&unread);
    return !read || (known && !strcmp(known->name, place->name));
}

void kept_end(const struct left *l)
{
    struct kept k = {.l = l};
    struct reference names = {0};
    const struct program *p = l->e->p;
    find_allocations(&k);
    for (uint32_t i = 0; k.keeper_count && i < p->function_count; i++)
        for (uint32_t n = 0; n < p->functions[i]->instruction_count; n++)
            look_at(&k, p->functions[i], &p->functions[i]->instructions[n]);
    for (uint32_t i = 0; i < k.allocation_count; i++) {
        bool freed = false;
        for (uint32_t n = 0; n < k.allocations[i].about.count; n++)
            freed = freed || keeper_of(&k, k.allocations[i].about.places[n])->freed ||
                    is_shared(&names, l->e, &k.allocations[i].about.places[n]);
        if (!freed)
            report(&k, &k.allocations[i]);
    }
}
