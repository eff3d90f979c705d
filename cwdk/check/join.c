/* Where paths meet, and what leads where in memory. */
#include "cwdk/check/state.h"

#include <stdlib.h>
#include <string.h>

static bool mentions_joined(const struct program *p, node_id id, uint32_t block)
{
    if (!id)
        return false;
    const struct node *n = node_at(p, id);
    if (n->kind == NODE_JOINED && n->a == block)
        return true;
    return mentions_joined(p, n->x.base, block) || mentions_joined(p, n->y.base, block);
}

/* The value says no more than that nothing was written. */
static bool is_untouched(const struct program *p, const struct cell *c)
{
    const struct node *n = node_at(p, c->value.base);
    return c->value.base && !c->value.offset && (n->kind == NODE_INITIAL || n->kind == NODE_LOAD) &&
           n->x.base == c->base && n->x.offset == c->offset;
}

struct joining {
    struct program *p;
    const struct state *a, *b;
    struct state *out;
    uint32_t block;
};

static struct value joined(const struct joining *j, const struct cell *c)
{
    return value_of(nodes_get(&j->p->nodes, (struct node){.kind = NODE_JOINED,
                                                          .width = (uint8_t)(c->width > 64 ? 64 : c->width),
                                                          .a = j->block,
                                                          .x = {c->base, c->offset}}));
}

/* A name for a cell at the start of a block does not mention what that block names: the cell's address may. */
static bool can_name(const struct joining *j, const struct cell *c)
{
    return !mentions_joined(j->p, c->base, j->block);
}

static bool is_unequal(struct program *p, const struct state *s, struct value v, int64_t number, unsigned width)
{
    return state_truth(p, s, value_compare(&p->nodes, COMPARE_EQUAL, v, value_number(number), width)) == 0;
}

/* A certain number that the value is known not to be, and the other path's neither: nor is what they become, `v`. */
static void keep_unequal(const struct joining *j, const struct state *s, struct value x, const struct state *other,
                         struct value y, struct value v)
{
    for (uint32_t i = 0; x.base && i < s->fact_count; i++) {
        const struct fact *f = &s->facts[i];
        const struct node n = *node_at(j->p, f->node);
        if (n.kind != NODE_COMPARE || n.op != COMPARE_EQUAL || n.x.base != x.base || n.x.offset || n.y.base ||
            f->range.high)
            continue;
        const int64_t number = n.y.offset + x.offset;
        if (!is_unequal(j->p, other, y, number, n.a))
            continue;
        const struct value same = value_compare(&j->p->nodes, COMPARE_EQUAL, v, value_number(number), n.a);
        if (same.base)
            state_set_range(j->out, same.base, (struct range){0, 0, false});
    }
}

static void join_both(const struct joining *j, const struct cell *x, const struct cell *y)
{
    struct state *out = j->out;
    if (x->offset == REST) {
        if (x->width == y->width && value_same(x->value, y->value))
            state_set_rest(out, x->base, (enum rest)x->width, (uint32_t)x->value.offset);
        else
            state_set_rest(out, x->base, REST_UNKNOWN, j->p->instruction_count + j->block);
        return;
    }
    if (!can_name(j, x))
        return;
    if (x->width == y->width && value_same(x->value, y->value) && !mentions_joined(j->p, x->value.base, j->block)) {
        state_put(out, x->base, x->offset, x->width, x->value);
        return;
    }
    const struct value v = joined(j, x);
    state_put(out, x->base, x->offset, x->width, v);
    if (x->width != y->width)
        return;
    const struct range r = state_range(j->p, j->a, x->value), q = state_range(j->p, j->b, y->value);
    struct range hull = {r.low < q.low ? r.low : q.low, r.high > q.high ? r.high : q.high, r.nonzero && q.nonzero};
    /* Widening: a limit that moved since the last time at this place moves all the way. */
    if (value_same(x->value, v)) {
        if (hull.low < r.low)
            hull.low = INT64_MIN;
        if (hull.high > r.high)
            hull.high = INT64_MAX;
    }
    state_narrow(j->p, out, v, hull);
    keep_unequal(j, j->a, x->value, j->b, y->value, v);
    keep_unequal(j, j->b, y->value, j->a, x->value, v);
}

static void join_one(const struct joining *j, const struct cell *c)
{
    const struct node *n = node_at(j->p, c->base);
    if (is_attribute(c->offset)) { /* the other path does not know the object */
        state_put(j->out, c->base, c->offset, c->width, c->value);
        return;
    }
    if (c->offset == REST) {
        state_set_rest(j->out, c->base, REST_UNKNOWN, j->p->instruction_count + j->block);
        return;
    }
    if (n->kind == NODE_LOCAL || is_untouched(j->p, c) || !can_name(j, c))
        return;
    state_put(j->out, c->base, c->offset, c->width, joined(j, c));
}

static int compare_cells(const struct cell *x, const struct cell *y)
{
    if (x->base != y->base)
        return x->base < y->base ? -1 : 1;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

static void join_cells(const struct joining *j)
{
    const struct state *a = j->a, *b = j->b;
    uint32_t i = 0, k = 0;
    while (i < a->cell_count && k < b->cell_count) {
        const int order = compare_cells(&a->cells[i], &b->cells[k]);
        if (order < 0) {
            join_one(j, &a->cells[i++]);
        } else if (order > 0) {
            join_one(j, &b->cells[k++]);
        } else {
            join_both(j, &a->cells[i++], &b->cells[k++]);
        }
    }
    while (i < a->cell_count)
        join_one(j, &a->cells[i++]);
    while (k < b->cell_count)
        join_one(j, &b->cells[k++]);
}

/* What was compared on one of the paths may be bounded. */
static void join_compared(const struct joining *j, const struct fact *f)
{
    if (f->compared && !mentions_joined(j->p, f->node, j->block))
        state_set_compared(j->p, j->out, value_of(f->node));
}

static void join_facts(const struct joining *j)
{
    for (uint32_t i = 0, k = 0; i < j->a->fact_count && k < j->b->fact_count;) {
        const struct fact *x = &j->a->facts[i], *y = &j->b->facts[k];
        if (x->node == y->node) {
            const struct range hull = {x->range.low < y->range.low ? x->range.low : y->range.low,
                                       x->range.high > y->range.high ? x->range.high : y->range.high,
                                       x->range.nonzero && y->range.nonzero};
            if (!mentions_joined(j->p, x->node, j->block))
                state_narrow(j->p, j->out, value_of(x->node), hull);
            join_compared(j, x);
            join_compared(j, y);
            if ((x->limited && x->range.high == hull.high) || (y->limited && y->range.high == hull.high))
                state_set_limited(j->out, x->node);
            i++;
            k++;
        } else if (x->node < y->node) {
            join_compared(j, x);
            i++;
        } else {
            join_compared(j, y);
            k++;
        }
    }
}

static uint32_t length_of(const struct step *s)
{
    uint32_t n = 0;
    for (; s; s = s->before)
        n++;
    return n;
}

/* The last step that both took: what came later is not true of both. */
static const struct step *common(const struct step *a, const struct step *b)
{
    uint32_t x = length_of(a), y = length_of(b);
    for (; x > y; x--)
        a = a->before;
    for (; y > x; y--)
        b = b->before;
    while (a != b) {
        a = a->before;
        b = b->before;
    }
    return a;
}

/* Where one path stored a thing and the other did not, the cell tells no more: somebody may have it. */
static void escape_lost(const struct joining *j, const struct state *from)
{
    for (uint32_t i = 0; i < from->cell_count; i++) {
        const struct cell *c = &from->cells[i];
        if (c->offset == REST || c->offset == HANDLE_PARENT || !c->value.base ||
            node_at(j->p, c->base)->kind == NODE_LOCAL)
            continue;
        const struct cell *now = state_cell(j->out, c->base, c->offset);
        if (!now || !value_same(now->value, c->value))
            state_escape(j->out, c->value.base);
    }
}

static bool is_named(const struct state *s, node_id subject)
{
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].offset != REST && s->cells[i].value.base == subject)
            return true;
    return false;
}

/* Each path has a variable for the thing, but not the same one: which one it is now nobody knows. */
static void escape_unnamed(const struct joining *j)
{
    for (uint32_t i = 0; i < j->out->thing_count; i++) {
        struct thing *t = &j->out->things[i];
        if (t->status == STATUS_HAD && t->own && !t->escaped && !class_table[t->class].lock &&
            !is_named(j->out, t->subject.base) && is_named(j->a, t->subject.base) && is_named(j->b, t->subject.base))
            t->escaped = true;
    }
}

/* What others know on one of the paths, they may know. */
static void join_shared(const struct joining *j, const struct state *from, uint32_t block)
{
    for (uint32_t i = 0; i < from->thing_count; i++)
        if (from->things[i].class == CLASS_NONE && !mentions_joined(j->p, from->things[i].subject.base, block) &&
            !state_thing(j->out, from->things[i].subject, CLASS_NONE))
            *state_add_thing(j->out, from->things[i].subject, CLASS_NONE) = from->things[i];
}

struct state *state_join(struct program *p, const struct state *a, const struct state *b, uint32_t block)
{
    struct state *out = memory_new(1, sizeof *out);
    const struct joining j = {p, a, b, out, block};
    out->irql = a->irql;
    out->decided = a->decided && b->decided;
    out->step = common(a->step, b->step);
    out->exit = a->exit;
    out->raises = a->raises || b->raises;
    join_facts(&j);
    join_cells(&j);
    for (uint32_t i = 0; i < a->thing_count; i++) {
        const struct thing *other = state_thing(b, a->things[i].subject, a->things[i].class);
        if (other && other->status == a->things[i].status && other->times == a->things[i].times &&
            !mentions_joined(p, a->things[i].subject.base, block)) {
            struct thing *t = state_add_thing(out, a->things[i].subject, a->things[i].class);
            *t = a->things[i];
            t->escaped |= other->escaped;
        }
    }
    join_shared(&j, a, block);
    join_shared(&j, b, block);
    escape_lost(&j, a);
    escape_lost(&j, b);
    escape_unnamed(&j);
    return out;
}

/* Something that others see: not a variable of this function, nor a thing that only it has. */
static bool is_outside(const struct program *p, const struct state *s, node_id base, const struct function *f)
{
    const node_id object = value_object(&p->nodes, base);
    const struct node *n = node_at(p, object);
    if (n->kind == NODE_LOCAL)
        return n->b != f->id;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].subject.base == object && s->things[i].own && class_is_whole(s->things[i].class))
            return false;
    return true;
}

static bool mark_value(const struct program *p, const struct state *s, struct value v, bool *marks)
{
    bool more = false;
    const node_id object = value_object(&p->nodes, v.base);
    for (uint32_t i = 0; v.base && i < s->thing_count; i++)
        if (!marks[i] && s->things[i].subject.base == object)
            marks[i] = more = true;
    return more;
}

static bool leads_on(const struct program *p, const struct state *s, node_id base, const struct function *f,
                     const bool *marks)
{
    if (is_outside(p, s, base, f))
        return true;
    const node_id object = value_object(&p->nodes, base);
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (marks[i] && s->things[i].subject.base == object)
            return true;
    return false;
}

void state_reach(const struct program *p, const struct state *s, struct value root, const struct function *f,
                 bool *marks)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].escaped)
            marks[i] = true;
    mark_value(p, s, root, marks);
    for (bool more = true; more;) {
        more = false;
        for (uint32_t i = 0; i < s->cell_count; i++)
            if (s->cells[i].offset != REST && s->cells[i].offset != LENT_BY && s->cells[i].offset != HANDLE_PARENT &&
                s->cells[i].value.base && leads_on(p, s, s->cells[i].base, f, marks))
                more |= mark_value(p, s, s->cells[i].value, marks);
    }
}
