/* Pool: given back to where it came from, as what it was had as, and not touched where it may be paged out. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* What was begun as something else at that address, or begins elsewhere; NULL: nothing is known to be wrong. */
static const struct thing *stranger(const struct state *s, struct value subject, unsigned class, bool *inner)
{
    const struct thing *found = NULL;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (t->subject.base != subject.base || !class_is_whole(t->class) || t->class == CLASS_ITEM || !t->own ||
            t->status != STATUS_HAD || t->escaped)
            continue;
        if (t->class == class && t->subject.offset == subject.offset)
            return NULL;
        *inner = t->class == class;
        if (t->subject.offset == subject.offset || *inner)
            found = t;
    }
    return found;
}

static bool is_freed(unsigned class)
{
    return class == CLASS_POOL || class == CLASS_MDL || class == CLASS_OWN_IRP || class == CLASS_WORK_ITEM;
}

bool pool_fits(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
               const struct step *inside)
{
    struct arena *a = r->e->arena;
    const struct node *n = node_at(r->p, value_object(&r->p->nodes, subject.base));
    const char *noun = class_table[class].noun;
    if (!is_freed(class))
        return true;
    if (n->kind == NODE_LOCAL || n->kind == NODE_GLOBAL || n->kind == NODE_FUNCTION) {
        thing_report(r, s, NULL, CODE_CHK1009, in, inside,
                     arena_format(a, "%s is freed, but nobody allocated it", name_of_value(r, s, subject, noun)),
                     n->kind == NODE_LOCAL ? "a variable on the stack" : "part of the driver's image",
                     "free only what an allocation gave");
        return false;
    }
    bool inner = false;
    struct thing *t = (struct thing *)stranger(s, subject, class, &inner);
    if (!t)
        return true;
    const char *name = name_of_value(r, s, t->subject, arena_format(a, "the %s", class_table[t->class].noun));
    thing_report(r, s, NULL, CODE_CHK1009, in, inside,
                 inner ? arena_format(a, "%s is freed from its midst", name)
                       : arena_format(a, "%s is freed as if it were %s", name,
                                      class == CLASS_POOL ? "plain memory" : arena_format(a, "another %s", noun)),
                 inner ? "not the address that the allocation gave"
                       : arena_format(a, "it is an object of its own kind: %s", class_table[t->class].noun),
                 inner ? "keep the address that the allocation gave, and free that"
                       : "free it with the routine that goes with the one that made it");
    t->escaped = true; /* it is not lost a second time */
    return false;
}

enum { PROTECTED = 0x80000000u };

static const char *tag_text(struct arena *a, int64_t tag)
{
    char text[5] = {0};
    for (int i = 0; i < 4; i++) {
        const char c = (char)(tag >> (8 * i) & 0x7F);
        text[i] = c >= ' ' && c != 0x7F ? c : '.';
    }
    return arena_string(a, text);
}

/* The tag with which memory is freed has to be that with which it was allocated. */
static bool check_tag(struct run *r, struct state *s, struct value subject, int64_t tag, const struct instruction *in,
                      const struct step *inside)
{
    const struct cell *kind = subject.base ? state_cell(s, subject.base, POOL_KIND) : NULL;
    if (!kind || !value_is_number(kind->value) || !tag) {
        if (tag && subject.base && value_is_given(r->p, subject.base) && !subject.offset)
            summary_use_bytes(r, s, USE_TAG, subject, tag, in, s->step);
        return true;
    }
    const int64_t with = kind->value.offset & UINT32_MAX & ~(int64_t)PROTECTED;
    if (with == tag || !with)
        return true;
    struct arena *a = r->e->arena;
    thing_report(r, s, NULL, CODE_CHK1008, in, inside,
                 arena_format(a, "%s is freed with another tag than it was allocated with",
                              name_of_value(r, s, subject, "the memory")),
                 arena_format(a, "freed as '%s', allocated as '%s'", tag_text(a, tag), tag_text(a, with)),
                 "use one name for the tag at both places");
    return true;
}

/* Memory that may be paged out, at a level where it cannot be brought in. */
static bool check_resident(struct run *r, struct state *s, struct value v, const struct instruction *in,
                           const struct step *inside)
{
    const int8_t now = level_now(r, s);
    const node_id object = value_object(&r->p->nodes, v.base);
    if (!object || now == IRQL_UNKNOWN || now < IRQL_DISPATCH)
        return true;
    const struct node *n = node_at(r->p, object);
    const struct cell *kind = state_cell(s, object, POOL_KIND);
    const bool paged = kind && value_is_number(kind->value) && kind->value.offset & POOL_PAGED;
    const bool section = n->kind == NODE_GLOBAL && r->p->globals[n->a].pageable;
    if (!paged && !section)
        return true;
    struct arena *a = r->e->arena;
    thing_report(r, s, NULL, CODE_CHK4004, in, inside,
                 arena_format(a, "%s may be paged out, and is touched at %s",
                              name_of_value(r, s, value_of(object), "the memory"), level_name(now)),
                 section ? "lies in a section that is paged out" : "allocated from paged pool",
                 "have it in nonpaged pool, or touch it before the level is raised");
    return false;
}

static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    (void)width;
    (void)write;
    return check_resident(r, s, address, in, NULL);
}

/* No tag, or no bytes. */
static void check_asked(struct run *r, struct state *s, const struct call *c)
{
    enum { SIZE = 1, TAG_AT = 2 };
    if (strncmp(c->contract->name, "ExAllocatePool", 14) != 0 || c->count <= TAG_AT || r->f->from_kit)
        return;
    const struct value size = c->arguments[SIZE], tag = c->arguments[TAG_AT];
    const bool no_tag = value_is_number(tag) && !tag.offset;
    if (no_tag || (value_is_number(size) && !size.offset))
        thing_report(r, s, NULL, CODE_CHK1016, c->in, NULL,
                     arena_format(r->e->arena, "%s is asked for memory without %s", c->contract->name,
                                  no_tag ? "a tag" : "bytes"),
                     no_tag ? "the tag is 0" : "the size is 0 on this path",
                     no_tag ? "give it a tag of four characters"
                            : "ask for memory only where something is to be put there");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (c->contract)
        check_asked(r, s, c);
    if (!c->contract || c->count < 2 ||
        (strcmp(c->contract->name, "ExFreePoolWithTag") != 0 && strcmp(c->contract->name, "ExFreePool2") != 0))
        return true;
    return !value_is_number(c->arguments[1]) ||
           check_tag(r, s, c->arguments[0], c->arguments[1].offset & UINT32_MAX & ~(int64_t)PROTECTED, c->in, NULL);
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_TAG)
        return check_tag(r, s, subject, u->bytes, in, u->step);
    if (u->kind == USE_NEEDS)
        return check_resident(r, s, subject, in, u->step);
    return true;
}

const struct family family_pool = {.name = "pool", .access = access, .call = call, .use = use};
