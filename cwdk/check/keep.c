/* Summaries and records in a form of their own. */
#include "cwdk/check/keep.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 256 }; /* steps of a path that are kept */

/* From the nodes of the function that is analysed to those of its summary. */
struct keeper {
    struct run *r;
    struct nodes *to;
    node_id *map;
    struct arena *arena;  /* of the summary */
    uint32_t unexplained; /* nodes that callers know by their number only */
};

static node_id keep_node(struct keeper *k, node_id id);

static struct value keep_value(struct keeper *k, struct value v)
{
    return (struct value){keep_node(k, v.base), v.offset};
}

static node_id made_of(struct keeper *k, node_id id)
{
    struct node n = *node_at(k->r->p, id);
    switch (n.kind) {
    case NODE_GLOBAL:
    case NODE_FUNCTION:
    case NODE_PARAMETER:
    case NODE_IRQL:
        return nodes_get(k->to, n);
    case NODE_LOCAL:
        if (n.b != k->r->f->id)
            return nodes_get(k->to, n);
        break;
    case NODE_RESULT:
        if (n.a == UINT32_MAX)
            return nodes_get(k->to, n);
        break;
    case NODE_INITIAL:
    case NODE_BINARY:
    case NODE_COMPARE:
    case NODE_CAST:
    case NODE_ELEMENT:
    case NODE_CONTEXT:
        n.x = keep_value(k, n.x);
        n.y = keep_value(k, n.y);
        return nodes_get(k->to, n);
    default:
        break;
    }
    return nodes_get(k->to, (struct node){.kind = NODE_WITHIN, .width = n.width, .b = k->unexplained++});
}

static node_id keep_node(struct keeper *k, node_id id)
{
    if (id && !k->map[id])
        k->map[id] = made_of(k, id);
    return id ? k->map[id] : 0;
}

static uint8_t said(const struct program *p, const struct step *s)
{
    const struct node *n = node_at(p, s->subject.base);
    const bool is_not = n->kind == NODE_BINARY && n->op == BINARY_XOR;
    const struct node *c = is_not ? node_at(p, n->x.base) : n;
    const bool truth = is_not ? !s->taken : s->taken;
    if (s->kind != STEP_BRANCH || c->kind != NODE_COMPARE || c->y.base)
        return SAID_NOTHING;
    if (c->op == COMPARE_EQUAL && !c->y.offset && c->a == 64)
        return truth ? SAID_NULL : SAID_NOT_NULL;
    if (c->op == COMPARE_LESS && !c->y.offset && c->a == 32)
        return truth ? SAID_FAILURE : SAID_SUCCESS;
    return SAID_NOTHING;
}

void *record_room(struct arena *a, void *items, uint32_t count, uint32_t *room, size_t size)
{
    if (count < *room)
        return items;
    *room = *room * 2 + 16;
    void *more = arena_array(a, *room, size);
    if (count)
        memcpy(more, items, count * size);
    return more;
}

/* The kept twin of a step, with those before it. What a summary leads to is kept already. */
static const struct step *keep_step(struct engine *e, const struct step *last)
{
    struct record *k = e->record;
    const struct step *list[LONGEST];
    uint32_t count = 0;
    for (const struct step *s = last; s && !s->number && count < LONGEST; s = s->before)
        list[count++] = s;
    const struct step *next = count ? list[count - 1]->before : last;
    const struct step *before = !next || !next->number ? NULL : next->owner ? next : k->steps[next->number - 1];
    while (count--) {
        /* cppcheck-suppress uninitvar ; so many of them are set above */
        struct step *s = (struct step *)list[count], *twin = arena_copy(e->kept, s, sizeof *s);
        twin->says = said(e->p, s);
        twin->subject = value_number(0);
        twin->before = before;
        k->steps = record_room(e->arena, k->steps, k->step_count, &k->step_room, sizeof(struct step *));
        k->steps[k->step_count++] = twin;
        s->number = twin->number = k->step_count;
        before = twin;
    }
    return before;
}

static void *kept(struct arena *a, const void *items, uint32_t count, size_t size)
{
    return count ? arena_copy(a, items, count * size) : NULL;
}

static void keep_facts(struct keeper *k, struct fact *facts, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        facts[i].node = keep_node(k, facts[i].node);
}

/* Calls point to it: which one of which function it is, stays. */
static const struct step *keep_head(struct keeper *k, const struct step *last, uint32_t number)
{
    if (!last)
        return NULL;
    const struct step link = {.kind = STEP_ENTRY, .before = last}; /* to what another function's summary leads to */
    const struct step *twin = last->owner ? &link : keep_step(k->r->e, last);
    struct step *head = arena_copy(k->r->e->kept, twin, sizeof *head);
    head->owner = k->r->f->id + 1;
    head->number = number;
    return head;
}

static struct outcome keep_outcome(struct keeper *k, const struct outcome *o, uint32_t number)
{
    struct arena *a = k->arena;
    struct state *s = arena_copy(a, o->state, sizeof *s);
    s->exit = 0;
    s->cells = kept(a, s->cells, s->cell_count, sizeof *s->cells);
    s->facts = kept(a, s->facts, s->fact_count, sizeof *s->facts);
    s->things = kept(a, s->things, s->thing_count, sizeof *s->things);
    s->cell_room = s->cell_count;
    s->fact_room = s->fact_count;
    s->thing_room = s->thing_count;
    const struct value value = keep_value(k, o->value);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        struct cell *c = &s->cells[i];
        c->base = keep_node(k, c->base);
        c->value = c->offset == REST ? value_number(0) : keep_value(k, c->value);
    }
    keep_facts(k, s->facts, s->fact_count);
    for (uint32_t i = 0; i < s->thing_count; i++) {
        struct thing *t = &s->things[i];
        t->subject = keep_value(k, t->subject);
        t->since = 0;
        t->step = NULL;
    }
    s->step = keep_head(k, s->step, number);
    return (struct outcome){s, value, NULL};
}

static struct nodes keep_nodes(struct arena *a, const struct nodes *n)
{
    return (struct nodes){.items = arena_copy(a, n->items, n->count * sizeof *n->items), .count = n->count};
}

void keep_summary(struct run *r, uint32_t outcome_count)
{
    struct engine *e = r->e;
    const struct summary *m = r->summary;
    struct keeper k = {.r = r, .to = &e->building};
    nodes_begin(k.to, NULL, 0);
    k.map = memory_new((size_t)r->p->nodes.count + 1, sizeof *k.map);
    enum { BLOCK = 2048 };
    struct summary *out = memory_new(1, sizeof *out);
    struct arena *a = k.arena = &out->arena;
    a->room = BLOCK;
    out->bounded = m->bounded;
    out->outcomes = arena_array(a, outcome_count, sizeof *out->outcomes);
    for (uint32_t i = 0; i < outcome_count; i++)
        out->outcomes[out->outcome_count++] = keep_outcome(&k, &r->exits[i], i + 1);
    out->uses = kept(a, m->uses, m->use_count, sizeof *m->uses);
    out->use_count = out->use_room = m->use_count;
    for (uint32_t i = 0; i < m->use_count; i++) {
        struct use *u = &out->uses[i];
        u->subject = keep_value(&k, u->subject);
        u->facts = kept(a, u->facts, u->fact_count, sizeof *u->facts);
        keep_facts(&k, u->facts, u->fact_count);
        u->step = keep_head(&k, u->step, outcome_count + i + 1);
        u->nodes = &out->nodes;
    }
    out->nodes = keep_nodes(a, k.to);
    free(k.map);
    r->f->summary = out;
}

void summary_free(struct function *f)
{
    if (!f->summary)
        return;
    arena_free(&f->summary->arena);
    free(f->summary);
    f->summary = NULL;
}

static void keep_visits(struct engine *e, struct visits *v)
{
    v->items = kept(e->kept, v->items, v->count, sizeof *v->items);
    v->at = NULL;
    for (uint32_t i = 0; i < v->count; i++)
        if (v->items[i].field)
            v->items[i].field = arena_string(e->kept, v->items[i].field);
}

static const char *keep_text(struct engine *e, const char *text)
{
    return text ? arena_string(e->kept, text) : NULL;
}

void keep_record(struct engine *e, struct function *f)
{
    struct record *k = e->record;
    const struct findings *found = e->findings;
    k->findings = kept(e->kept, found->items, (uint32_t)found->count, sizeof *found->items);
    k->finding_count = found->count;
    for (size_t i = 0; i < k->finding_count; i++) {
        struct finding *x = &k->findings[i];
        x->path = keep_step(e, x->path);
        x->claim = keep_text(e, x->claim);
        x->label = keep_text(e, x->label);
        x->help = keep_text(e, x->help);
    }
    for (uint32_t i = 0; i < k->pair_count; i++)
        k->pairs[i].step = keep_step(e, k->pairs[i].step);
    k->pairs = kept(e->kept, k->pairs, k->pair_count, sizeof *k->pairs);
    for (uint32_t i = 0; i < k->use_count; i++)
        k->uses[i].step = keep_step(e, k->uses[i].step);
    k->uses = kept(e->kept, k->uses, k->use_count, sizeof *k->uses);
    k->locks = kept(e->kept, k->locks, k->lock_count, sizeof *k->locks);
    k->places = kept(e->kept, k->places, k->place_count, sizeof *k->places);
    k->steps = kept(e->kept, k->steps, k->step_count, sizeof *k->steps);
    keep_visits(e, &k->accesses);
    keep_visits(e, &k->calls);
    f->record = arena_copy(e->kept, k, sizeof *k);
}
