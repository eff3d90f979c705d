/* The checks that the safe layer (sdk/include/wdk) makes at run time: proven (proof.c), left for run time, or sure to
 * fail. Each becomes one finding, SAF6001 to SAF6003, by its place in the project's source. */
#include "cwdk/check/family.h"
#include "cwdk/check/proof.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>
#include <string.h>

static const struct global *site_value(const struct program *p, const struct function *f, const struct operand *o)
{
    const struct node *n = o->kind == OPERAND_VALUE ? constant_at(f, o->value) : NULL;
    const struct global *g = n && n->kind == NODE_GLOBAL ? &p->globals[n->a] : NULL;
    return g && strstr(g->name, PROOF_SITE) ? g : NULL;
}

/* The place of a check, or NULL. WDK_SITE puts it into a variable of its own, right before the call. */
static const struct global *site_of(const struct program *p, const struct function *f, const struct operand *o)
{
    enum { NEAR = 48 };
    const struct instruction *load = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
    if (!load || load->op != OP_LOAD || load->operands[0].kind != OPERAND_INSTRUCTION)
        return site_value(p, f, o);
    const struct instruction *store = load;
    for (int i = 0; i < NEAR && store > f->instructions; i++) {
        store--;
        if (store->op == OP_STORE && store->operands[1].kind == OPERAND_INSTRUCTION &&
            store->operands[1].index == load->operands[0].index)
            return site_value(p, f, &store->operands[0]);
    }
    return NULL;
}

/* A call that panics, or that is given the place to name when it does. */
static bool is_site(const struct program *p, const struct function *f, const struct instruction *in)
{
    if (in->op != OP_CALL || !in->callee || !in->place.line)
        return false;
    if (!strcmp(in->callee->name, "wdk_panic"))
        return true;
    for (uint32_t i = 0; in->callee->from_kit && i < in->operand_count; i++)
        if (site_of(p, f, &in->operands[i]))
            return true;
    return false;
}

/* Each place that the call is given is proven, and there is one. */
static bool is_proven(const struct program *p, const struct function *f, const struct instruction *in)
{
    bool proven = false;
    for (uint32_t i = 0; i < in->operand_count; i++) {
        const struct global *site = site_of(p, f, &in->operands[i]);
        if (site && !site->proven)
            return false;
        proven |= site != NULL;
    }
    return proven;
}

/* A check that is meant to fail where it is reached. */
static bool is_meant(const struct run *r, struct place place)
{
    size_t length;
    const char *line = source_line(r->e->findings, place.file, place.line, &length);
    static const char *const words[] = {"WDK_CHECK", "WDK_UNREACHABLE"};
    for (size_t i = 0; line && place.column && i < sizeof words / sizeof *words; i++)
        if (place.column - 1 + strlen(words[i]) <= length &&
            !strncmp(line + place.column - 1, words[i], strlen(words[i])))
            return true;
    return false;
}

/* Whether a path goes on from one block to another. */
static bool leads_to(const struct function *f, uint32_t from, uint32_t to, bool *seen)
{
    const struct block *b = &f->blocks[from];
    const struct instruction *end = &f->instructions[b->first + b->count - 1];
    if (from == to || seen[from])
        return from == to;
    seen[from] = true;
    for (uint32_t k = 0; k < end->target_count; k++)
        if (leads_to(f, end->targets[k], to, seen))
            return true;
    return false;
}

/* A choice that is made again in each round, and ends them. */
static bool leaves_loop(const struct run *r, const struct step *step)
{
    const struct instruction *in = step->instruction ? r->p->by_id[step->instruction] : NULL;
    if (!in || step->kind != STEP_BRANCH || in->op != OP_BRANCH || !in->repeats)
        return false;
    const struct function *f = r->p->owner_by_id[step->instruction];
    const uint32_t number = (uint32_t)(in - f->instructions);
    uint32_t at = 0;
    while (number < f->blocks[at].first || number >= f->blocks[at].first + f->blocks[at].count)
        at++;
    bool *seen = memory_new(f->block_count, sizeof *seen);
    const bool again = leads_to(f, in->targets[step->taken], at, seen);
    memset(seen, 0, f->block_count * sizeof *seen);
    const bool leaves = again && !leads_to(f, in->targets[!step->taken], at, seen);
    free(seen);
    return leaves;
}

/* The condition of that choice compares two things of the driver's, one of which is a number by now: the counter. */
static bool counts(const struct run *r, const struct step *step)
{
    const struct function *f = r->p->owner_by_id[step->instruction];
    const struct operand *condition = &r->p->by_id[step->instruction]->operands[0];
    const struct instruction *in = condition->kind == OPERAND_INSTRUCTION ? &f->instructions[condition->index] : NULL;
    const struct node *n = node_at(r->p, step->subject.base);
    if (n->kind == NODE_BINARY)
        n = node_at(r->p, n->x.base); /* the other way round */
    return in && in->op == OP_COMPARE && n->kind == NODE_COMPARE && in->operands[0].kind != OPERAND_VALUE &&
           in->operands[1].kind != OPERAND_VALUE && (value_is_number(n->x) || value_is_number(n->y));
}

/* The path comes here only where a loop has so few rounds, or none, and nobody has said that there are. */
static bool guesses_rounds(const struct run *r, const struct state *s)
{
    for (const struct step *step = s->step; step; step = step->before)
        if (leaves_loop(r, step) && counts(r, step))
            return true;
    return false;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const bool panics = c->callee && !strcmp(c->callee->name, "wdk_panic");
    if (panics && !r->f->from_kit && s->decided && is_site(r->p, r->f, c->in) && !is_proven(r->p, r->f, c->in) &&
        !is_meant(r, c->in->place) && !guesses_rounds(r, s))
        finding_label(r->e->findings,
                      finding_add(r->e->findings, CODE_SAF6002, c->in->place, r->f, s->step,
                                  "a check fails each time that this path is taken"),
                      "the driver stops here", "mend what leads there: the value is known to be out of range");
    return true;
}

static bool is_told(const struct findings *f, struct place place)
{
    for (size_t i = 0; i < f->count; i++)
        if (!strncmp(f->items[i].code, "SAF6", 4) && f->items[i].place.file == place.file &&
            f->items[i].place.line == place.line && f->items[i].place.column == place.column)
            return true;
    return false;
}

/* A path ends where something is wrong: what comes after it was not looked at. */
static bool has_defect(const struct findings *f, const char *function)
{
    for (size_t i = 0; i < f->count; i++)
        if (!strncmp(f->items[i].code, "CHK", 3) && !strcmp(f->items[i].function, function))
            return true;
    return false;
}

static void judge(struct engine *e, const struct function *f, const struct instruction *in, bool proven)
{
    if (is_told(e->findings, in->place))
        return;
    if (proven)
        finding_label(e->findings,
                      finding_add(e->findings, CODE_SAF6003, in->place, f, NULL, "this check always holds"),
                      "proven on each path that leads here", "nothing to do");
    else
        finding_label(
            e->findings, finding_add(e->findings, CODE_SAF6001, in->place, f, NULL, "this is checked at run time"),
            "not proven on each path", "nothing to do: where it does not hold, the driver stops with file and line");
}

/* First those that are left for run time: a place that has more than one check is proven where all of them are. */
void checks_judge(struct engine *e)
{
    for (int proven = 0; proven < 2; proven++)
        for (uint32_t i = 0; i < e->p->function_count; i++) {
            const struct function *f = e->p->functions[i];
            for (uint32_t k = 0; !f->from_kit && k < f->instruction_count; k++) {
                const struct instruction *in = &f->instructions[k];
                if (is_site(e->p, f, in) && proven == (is_proven(e->p, f, in) && !has_defect(e->findings, f->name)))
                    judge(e, f, in, proven);
            }
        }
}

const struct family family_checks = {.name = "checks", .call = call};
