/* The checks that the safe layer (sdk/include/wdk) makes at run time: proven here, left for run time, or sure to fail.
 * Each becomes one finding, SAF6001 to SAF6003, by its place in the project's source. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static bool is_site_value(const struct run *r, const struct function *f, const struct operand *o)
{
    const struct node *n = o->kind == OPERAND_VALUE ? constant_at(f, o->value) : NULL;
    return n && n->kind == NODE_GLOBAL && strstr(r->p->globals[n->a].name, "wdk_site_");
}

/* WDK_SITE puts the place into a variable of its own, right before the call. */
static bool is_site_operand(const struct run *r, const struct function *f, const struct operand *o)
{
    enum { NEAR = 48 };
    const struct instruction *load = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
    if (!load || load->op != OP_LOAD || load->operands[0].kind != OPERAND_INSTRUCTION)
        return is_site_value(r, f, o);
    const struct instruction *store = load;
    for (int i = 0; i < NEAR && store > f->instructions; i++) {
        store--;
        if (store->op == OP_STORE && store->operands[1].kind == OPERAND_INSTRUCTION &&
            store->operands[1].index == load->operands[0].index)
            return is_site_value(r, f, &store->operands[0]);
    }
    return false;
}

/* A call that panics, or that is given the place to name when it does. */
static bool is_site(const struct run *r, const struct function *f, const struct instruction *in)
{
    if (in->op != OP_CALL || !in->callee || !in->place.line)
        return false;
    if (!strcmp(in->callee->name, "wdk_panic"))
        return true;
    for (uint32_t i = 0; in->callee->from_kit && i < in->operand_count; i++)
        if (is_site_operand(r, f, &in->operands[i]))
            return true;
    return false;
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

static void stays(struct run *r, const struct instruction *in)
{
    finding_label(
        r->e->findings, finding_add(r->e->findings, CODE_SAF6001, in->place, r->f, NULL, "this is checked at run time"),
        "not proven on each path", "nothing to do: where it does not hold, the driver stops with file and line");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const bool panics = c->callee && !strcmp(c->callee->name, "wdk_panic");
    if (r->f->from_kit || !is_site(r, r->f, c->in))
        return true;
    if (panics && s->decided && !is_meant(r, c->in->place))
        finding_label(r->e->findings,
                      finding_add(r->e->findings, CODE_SAF6002, c->in->place, r->f, s->step,
                                  "a check fails each time that this path is taken"),
                      "the driver stops here", "mend what leads there: the value is known to be out of range");
    else
        stays(r, c->in); /* what a function of the layer checks is not followed into it */
    return true;
}

/* What was not looked at on each path is not proven. */
static void finish(struct run *r)
{
    for (uint32_t i = 0; r->bounded && !r->f->from_kit && i < r->f->instruction_count; i++)
        if (is_site(r, r->f, &r->f->instructions[i]))
            stays(r, &r->f->instructions[i]);
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

void checks_judge(struct engine *e)
{
    struct run r = {.e = e, .p = e->p};
    for (uint32_t i = 0; i < e->p->function_count; i++) {
        r.f = e->p->functions[i];
        for (uint32_t k = 0; !r.f->from_kit && k < r.f->instruction_count; k++) {
            const struct instruction *in = &r.f->instructions[k];
            if (!is_site(&r, r.f, in) || is_told(e->findings, in->place))
                continue;
            if (has_defect(e->findings, r.f->name))
                stays(&r, in);
            else
                finding_label(e->findings,
                              finding_add(e->findings, CODE_SAF6003, in->place, r.f, NULL, "this check always holds"),
                              "proven on each path that leads here", "nothing to do");
        }
    }
}

const struct family family_checks = {.name = "checks", .call = call, .finish = finish};
