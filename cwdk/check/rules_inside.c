/* Objects that lie in memory which is something else besides: lookaside lists, resources, the locked pages of an MDL.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static bool is_in_use(const struct thing *t, struct value memory)
{
    return t->subject.base == memory.base && t->status == STATUS_HAD && t->own && t->class != CLASS_PAGES &&
           (class_table[t->class].lock || class_is_inside(t->class));
}

/* What a list that outlives the function still leads to: the path has put it there. */
static bool is_listed(struct run *r, const struct state *s, node_id memory)
{
    const struct cell *list = state_cell(s, memory, LISTED);
    if (!list || !list->value.base || node_at(r->p, value_object(&r->p->nodes, list->value.base))->kind == NODE_LOCAL)
        return false;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        if (c->offset != REST && !is_attribute(c->offset) && c->width == 64 && c->value.base == memory &&
            c->base != memory && node_at(r->p, c->base)->kind != NODE_LOCAL)
            return true;
    }
    return false;
}

/* Memory goes, and what lies in it is known to others: a list of all lookaside lists, whoever waits for a lock. */
static bool memory_fits(struct run *r, struct state *s, struct value subject, const struct instruction *in,
                        const struct step *inside)
{
    struct arena *a = r->e->arena;
    if (!inside && is_listed(r, s, subject.base)) {
        thing_report(r, s, NULL, CODE_CHK1014, in, inside,
                     arena_format(a, "%s is freed, and is in a list", name_of_value(r, s, subject, "the memory")),
                     "the list leads to what was freed", "take it out of the list before");
        return false;
    }
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (!is_in_use(t, subject))
            continue;
        const bool lock = class_table[t->class].lock;
        const char *noun = class_table[t->class].noun;
        thing_report(r, s, t, CODE_CHK1014, in, inside,
                     arena_format(a, "%s is freed with a %s in it that %s",
                                  name_of_value(r, s, value_of(subject.base), "the memory"), noun,
                                  lock ? "is held" : "was not deleted"),
                     lock ? "whoever waits for it reads what was freed"
                          : "Windows keeps a list of these, which leads here",
                     lock ? "release it before" : arena_format(a, "delete the %s before", noun));
        return false;
    }
    return true;
}

/* A lock of the framework's goes while it is held. */
static bool lock_fits(struct run *r, struct state *s, struct value handle, const struct instruction *in,
                      const struct step *inside)
{
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (!value_same(t->subject, handle) || t->status != STATUS_HAD || !t->own ||
            (t->class != CLASS_SPIN_LOCK && t->class != CLASS_WAIT_LOCK))
            continue;
        thing_report(
            r, s, t, CODE_CHK1014, in, inside,
            arena_format(r->e->arena, "%s is deleted while it is held", name_of_value(r, s, handle, "the lock")),
            "whoever waits for it reads what was freed, and it cannot be released", "release it before");
        return false;
    }
    return true;
}

/* An MDL made on this path, that only this function knows: whether its pages are locked is known. */
static bool is_own_mdl(const struct state *s, struct value mdl)
{
    const struct thing *t = state_thing(s, mdl, CLASS_MDL);
    return t && t->own && !t->escaped && t->status == STATUS_HAD;
}

bool inside_fits(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                 const struct step *inside)
{
    struct arena *a = r->e->arena;
    const struct thing *pages = state_thing(s, subject, CLASS_PAGES);
    const bool locked = pages && pages->status == STATUS_HAD;
    if (class == CLASS_POOL || class == CLASS_ITEM)
        return memory_fits(r, s, subject, in, inside);
    if (class == CLASS_WDF_OBJECT)
        return lock_fits(r, s, subject, in, inside);
    if (class == CLASS_MDL && locked && pages->own) {
        thing_report(r, s, pages, CODE_CHK1015, in, inside,
                     arena_format(a, "%s is freed with its pages locked", name_of_value(r, s, subject, "the MDL")),
                     "the pages stay locked for ever", "call MmUnlockPages before");
        return false;
    }
    if (class == CLASS_PAGES && ((!pages && is_own_mdl(s, subject)) || (pages && pages->status == STATUS_ENDED))) {
        thing_report(r, s, pages, CODE_CHK1015, in, inside,
                     arena_format(a, "the pages of %s are unlocked, and nobody locked them",
                                  name_of_value(r, s, subject, "the MDL")),
                     pages ? "already unlocked on this path" : "the MDL only describes them",
                     "call MmUnlockPages once, and only after MmProbeAndLockPages");
        return false;
    }
    return true;
}

/* Entries are put into lists, and taken out again. */
static void note_list(struct run *r, struct state *s, const struct call *c)
{
    static const char *const puts[] = {"InsertTailList", "InsertHeadList"};
    const char *name = c->callee ? c->callee->name : "";
    for (size_t i = 0; i < sizeof puts / sizeof *puts; i++)
        if (c->count > 1 && c->arguments[1].base && !strcmp(name, puts[i]))
            state_put(s, value_object(&r->p->nodes, c->arguments[1].base), LISTED, 64, c->arguments[0]);
    if (!strcmp(name, "RemoveEntryList") && c->count && c->arguments[0].base)
        state_put(s, value_object(&r->p->nodes, c->arguments[0].base), LISTED, 64, value_number(0));
}

/* What was deleted is asked for an item, acquired and so on. */
static bool call(struct run *r, struct state *s, const struct call *c)
{
    note_list(r, s, c);
    if (!c->contract || r->f->from_kit || !c->count)
        return true;
    const bool list = strstr(c->contract->name, "LookasideList") != NULL;
    if (!list && !strstr(c->contract->name, "Resource"))
        return true;
    const struct thing *t = state_thing(s, c->arguments[0], list ? CLASS_LOOKASIDE : CLASS_RESOURCE_DATA);
    if (!t || t->status != STATUS_ENDED || strstr(c->contract->name, "Initialize") ||
        strstr(c->contract->name, "Delete"))
        return true;
    thing_report(r, s, t, CODE_CHK1001, c->in, NULL,
                 arena_format(r->e->arena, "%s is used after it was deleted",
                              name_of_value(r, s, t->subject, class_table[t->class].noun)),
                 "it was deleted before", "delete it when nobody uses it any more");
    return false;
}

const struct family family_inside = {.name = "inside", .call = call};
