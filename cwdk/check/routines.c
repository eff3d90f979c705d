/* Routines that drivers do without: the table routines.def, held against what the driver calls or takes the address of.
 * Each is told once a driver, where it comes first, with the number of places: whoever replaces one replaces them all.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>
#include <string.h>

enum kind { OBSOLETE, SYSTEM };

static const struct routine {
    const char *name;
    enum kind kind;
    const char *since, *instead;
} routines[] = {
#define ROUTINE(name, kind, since, instead) {name, kind, since, instead},
#include "cwdk/check/routines.def"
#undef ROUTINE
};
enum { ROUTINES = sizeof routines / sizeof *routines };

static int compare(const void *key, const void *entry)
{
    return strcmp(key, ((const struct routine *)entry)->name);
}

/* Where a routine is used, in the order of sources. */
struct uses {
    const struct instruction *first;
    const struct function *function;
    unsigned count;
};

static bool comes_before(const struct place *a, const struct place *b)
{
    return a->file != b->file ? a->file < b->file : a->line < b->line;
}

static void note(struct uses uses[ROUTINES], const struct function *used, const struct function *f,
                 const struct instruction *in)
{
    const struct routine *r =
        used->from_kit && used->defined ? NULL : bsearch(used->name, routines, ROUTINES, sizeof *routines, compare);
    if (!r || !in->place.line)
        return;
    struct uses *u = &uses[r - routines];
    u->count++;
    if (!u->first || comes_before(&in->place, &u->first->place)) {
        u->first = in;
        u->function = f;
    }
}

static void report(struct engine *e, const struct routine *r, const struct uses *u)
{
    struct arena *a = e->arena;
    const bool obsolete = r->kind == OBSOLETE;
    const char *claim = obsolete
                            ? arena_format(a, "%s is deprecated%s%s", r->name, *r->since ? " since " : "", r->since)
                            : arena_format(a, "%s is the system's own, not for drivers", r->name);
    const char *label =
        u->count == 1 ? "the only place that uses it" : arena_format(a, "the first of %u places that use it", u->count);
    const char *help = strncmp(r->instead, "nothing", 7)
                           ? arena_format(a, "use %s", r->instead)
                           : arena_format(a, "there is no successor: do without it%s", r->instead + strlen("nothing"));
    finding_label(
        e->findings,
        finding_add(e->findings, obsolete ? CODE_CHK8010 : CODE_CHK8011, u->first->place, u->function, NULL, claim),
        label, help);
}

void routines_judge(struct engine *e)
{
    struct uses uses[ROUTINES] = {{0}};
    const struct program *p = e->p;
    for (uint32_t i = 0; i < p->function_count; i++) {
        const struct function *f = p->functions[i];
        for (uint32_t k = 0; !f->from_kit && k < f->instruction_count; k++) {
            const struct instruction *in = &f->instructions[k];
            if (in->op == OP_CALL && in->callee)
                note(uses, in->callee, f, in);
            for (uint32_t o = 0; o < in->operand_count; o++) {
                const struct operand *operand = &in->operands[o];
                const struct node *n = operand->kind == OPERAND_VALUE ? constant_at(f, operand->value) : NULL;
                if (n && n->kind == NODE_FUNCTION && !operand->value.offset)
                    note(uses, p->functions[n->a], f, in);
            }
        }
    }
    for (int i = 0; i < ROUTINES; i++)
        if (uses[i].count)
            report(e, &routines[i], &uses[i]);
}
