/* Cells and things of a state. */
#include "cwdk/check/state.h"

#include <stdlib.h>
#include <string.h>

enum { LARGE = 128, MOST = 512 }; /* cells */

static void *copied(const void *items, uint32_t count, uint32_t room, size_t size)
{
    void *out = memory_new((size_t)room + 1, size);
    if (count)
        memcpy(out, items, count * size);
    return out;
}

struct state *state_copy(const struct state *s)
{
    struct state *n = memory_new(1, sizeof *n);
    *n = *s;
    n->cell_room = s->cell_count + 8;
    n->fact_room = s->fact_count + 8;
    n->thing_room = s->thing_count + 2;
    n->cells = copied(s->cells, s->cell_count, n->cell_room, sizeof *s->cells);
    n->facts = copied(s->facts, s->fact_count, n->fact_room, sizeof *s->facts);
    n->things = copied(s->things, s->thing_count, n->thing_room, sizeof *s->things);
    return n;
}

void state_free(struct state *s)
{
    if (!s)
        return;
    free(s->cells);
    free(s->facts);
    free(s->things);
    free(s);
}

static uint32_t cell_index(const struct state *s, node_id base, int64_t offset)
{
    uint32_t low = 0, high = s->cell_count;
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        const struct cell *c = &s->cells[middle];
        if (c->base < base || (c->base == base && c->offset < offset))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t state_first(const struct state *s, node_id base)
{
    return cell_index(s, base, INT64_MIN);
}

struct cell *state_cell(const struct state *s, node_id base, int64_t offset)
{
    const uint32_t i = cell_index(s, base, offset);
    return i < s->cell_count && s->cells[i].base == base && s->cells[i].offset == offset ? &s->cells[i] : NULL;
}

static void remove_cells(struct state *s, uint32_t from, uint32_t to)
{
    if (from == to)
        return;
    memmove(&s->cells[from], &s->cells[to], (s->cell_count - to) * sizeof *s->cells);
    s->cell_count -= to - from;
}

/* The offset so many bytes before that one, where a cell that reaches it may begin; REST is none. */
static int64_t back(int64_t from, int64_t bytes)
{
    return from > REST + bytes ? from - bytes : REST + 1;
}

void state_cut(struct state *s, node_id base, int64_t from, int64_t to)
{
    uint32_t i = cell_index(s, base, back(from, 16)), out = i;
    for (; i < s->cell_count && s->cells[i].base == base && s->cells[i].offset < to; i++) {
        const struct cell *c = &s->cells[i];
        if (c->offset + (int64_t)((c->width + 7u) / 8) <= from)
            s->cells[out++] = *c;
    }
    remove_cells(s, out, i);
}

static void put_cell(struct state *s, struct cell cell)
{
    const uint32_t i = cell_index(s, cell.base, cell.offset);
    if (i < s->cell_count && s->cells[i].base == cell.base && s->cells[i].offset == cell.offset) {
        s->cells[i] = cell;
        return;
    }
    if (s->cell_count == s->cell_room) {
        s->cell_room = s->cell_room * 2 + 8;
        s->cells = memory_resize(s->cells, s->cell_room, sizeof *s->cells);
    }
    memmove(&s->cells[i + 1], &s->cells[i], (s->cell_count - i) * sizeof *s->cells);
    s->cells[i] = cell;
    s->cell_count++;
}

/* A byte of a number in a cell that is written over in part: `x.QuadPart = 0; x.HighPart |= 1;` leaves the rest 0. */
static void keep_bytes(struct state *s, struct cell cell, int64_t from, int64_t to)
{
    for (int64_t i = 0; i < cell.width / 8; i++)
        if (cell.offset + i < from || cell.offset + i >= to)
            put_cell(s,
                     (struct cell){cell.base, 8, cell.offset + i, value_number((int8_t)(cell.value.offset >> 8 * i))});
}

/* Removes what overlaps bytes [from, to), but for the bytes of numbers that stick out. */
static void write_over(struct state *s, node_id base, int64_t from, int64_t to)
{
    enum { WIDEST = 8 };
    struct cell split[2];
    uint32_t count = 0;
    for (uint32_t i = cell_index(s, base, back(from, WIDEST));
         i < s->cell_count && s->cells[i].base == base && s->cells[i].offset < to && count < 2; i++) {
        const struct cell *c = &s->cells[i];
        const int64_t end = c->offset + c->width / 8;
        if (c->offset != REST && c->width > 8 && c->width <= 64 && value_is_number(c->value) && end > from &&
            (c->offset < from || end > to))
            split[count++] = *c;
    }
    state_cut(s, base, from, to);
    for (uint32_t i = 0; i < count; i++)
        keep_bytes(s, split[i], from, to);
}

void state_put(struct state *s, node_id base, int64_t offset, unsigned width, struct value value)
{
    struct cell *there = state_cell(s, base, offset);
    if (!there || there->width != width)
        write_over(s, base, offset, offset + (int64_t)((width + 7u) / 8));
    put_cell(s, (struct cell){base, (uint16_t)width, offset, value});
}

void state_set_rest(struct state *s, node_id base, enum rest rest, uint32_t instruction)
{
    put_cell(s, (struct cell){base, (uint16_t)rest, REST, value_number(instruction)});
}

enum rest state_rest(const struct program *p, const struct state *s, node_id base, uint32_t *instruction)
{
    (void)p;
    const struct cell *c = state_cell(s, base, REST);
    *instruction = c ? (uint32_t)c->value.offset : 0;
    return c ? (enum rest)c->width : REST_INITIAL;
}

struct thing *state_thing(const struct state *s, struct value subject, unsigned class)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == class && value_same(s->things[i].subject, subject))
            return &s->things[i];
    return NULL;
}

struct thing *state_add_thing(struct state *s, struct value subject, unsigned class)
{
    struct thing *there = state_thing(s, subject, class);
    if (!there) {
        if (s->thing_count == s->thing_room) {
            s->thing_room = s->thing_room * 2 + 4;
            s->things = memory_resize(s->things, s->thing_room, sizeof *s->things);
        }
        uint32_t at = s->thing_count++; /* in one order, whatever path they came on */
        for (; at && (s->things[at - 1].subject.base > subject.base ||
                      (s->things[at - 1].subject.base == subject.base && s->things[at - 1].class > class));
             at--)
            s->things[at] = s->things[at - 1];
        there = &s->things[at];
    }
    *there = (struct thing){.subject = subject, .class = (uint8_t)class, .irql = IRQL_UNKNOWN};
    return there;
}

void state_escape(struct state *s, node_id subject)
{
    for (uint32_t i = 0; subject && i < s->thing_count; i++)
        if (s->things[i].subject.base == subject && class_is_whole(s->things[i].class))
            s->things[i].escaped = true;
}

/* Which things count: those that are had, all but those that only tell that somebody else knows them, or all. */
enum counted { COUNT_HAD, COUNT_CLASSED, COUNT_ALL };

static uint64_t signature(const struct state *s, enum counted counted)
{
    uint64_t h = 1469598103934665603u ^ (uint64_t)(unsigned char)s->irql;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        const uint64_t parts[] = {t->subject.base, (uint64_t)t->subject.offset,
                                  (uint64_t)t->times << 24 | (uint64_t)t->class << 16 | (uint64_t)t->status << 8 |
                                      (uint64_t)t->escaped};
        if ((counted == COUNT_HAD && t->status != STATUS_HAD) || (counted != COUNT_ALL && t->class == CLASS_NONE))
            continue;
        for (size_t k = 0; k < 3; k++)
            h = (h ^ parts[k]) * 1099511628211u ^ (h >> 31);
    }
    return h;
}

uint64_t state_signature(const struct state *s)
{
    return signature(s, COUNT_CLASSED);
}

uint64_t state_loop_signature(const struct state *s)
{
    return signature(s, COUNT_HAD);
}

bool state_equal(const struct state *a, const struct state *b)
{
    if (a->cell_count != b->cell_count || a->fact_count != b->fact_count || a->thing_count != b->thing_count ||
        a->raises != b->raises || signature(a, COUNT_ALL) != signature(b, COUNT_ALL))
        return false;
    for (uint32_t i = 0; i < a->cell_count; i++) {
        const struct cell *x = &a->cells[i], *y = &b->cells[i];
        if (x->base != y->base || x->offset != y->offset || x->width != y->width || !value_same(x->value, y->value))
            return false;
    }
    for (uint32_t i = 0; i < a->fact_count; i++) {
        const struct fact *x = &a->facts[i], *y = &b->facts[i];
        if (x->node != y->node || x->range.low != y->range.low || x->range.high != y->range.high ||
            x->range.nonzero != y->range.nonzero || x->compared != y->compared || x->limited != y->limited)
            return false;
    }
    return true;
}

/* All leaves of a condition are marked, or are what the function was called with. */
static bool counts(const struct nodes *nodes, node_id id)
{
    if (!id || nodes_marked(nodes, id))
        return true;
    const struct node *n = &nodes->items[id];
    if (n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL || n->kind == NODE_GLOBAL || n->kind == NODE_IRQL ||
        (n->kind == NODE_CONTEXT && n->b == CONTEXT_OFFERED))
        return true;
    if (n->kind != NODE_BINARY && n->kind != NODE_COMPARE && n->kind != NODE_CAST && n->kind != NODE_ELEMENT)
        return false;
    return counts(nodes, n->x.base) && counts(nodes, n->y.base);
}

static bool is_live(const struct program *p, const struct function *f, const struct block *b, const struct cell *c)
{
    const struct node *n = node_at(p, c->base);
    if (n->kind != NODE_LOCAL || n->b != f->id)
        return true;
    const uint32_t plain = p->by_id[n->a]->plain;
    return !plain || b->live[(plain - 1) >> 6] >> ((plain - 1) & 63) & 1;
}

/* An object that nothing leads to any more. */
static bool is_lost(const struct program *p, node_id base)
{
    const node_id object = value_object(&p->nodes, base);
    const struct node *n = node_at(p, object);
    if (nodes_marked(&p->nodes, object) || nodes_marked(&p->nodes, base))
        return false;
    return n->kind == NODE_OLD || n->kind == NODE_WITHIN || n->kind == NODE_RESULT || n->kind == NODE_LOAD ||
           n->kind == NODE_JOINED;
}

/* Large states lose what nothing leads to: others may have it. */
static void sweep(struct program *p, struct state *s)
{
    nodes_unmark(&p->nodes);
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].offset != REST && node_at(p, s->cells[i].base)->kind != NODE_OLD)
            nodes_mark(&p->nodes, s->cells[i].value.base);
    for (uint32_t i = 0; i < s->thing_count; i++)
        nodes_mark(&p->nodes, s->things[i].subject.base);
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (!is_lost(p, s->cells[i].base))
            s->cells[out++] = s->cells[i];
        else if (s->cells[i].offset != REST)
            state_escape(s, s->cells[i].value.base);
    s->cell_count = out;
}

/* Things that are over, or somebody else's, and that nothing leads to: cells are marked. */
static void drop_past(const struct program *p, struct state *s)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        const bool over = t->own && class_is_whole(t->class) && (t->status != STATUS_HAD || t->escaped);
        const bool lost = class_table[t->class].mark && is_lost(p, t->subject.base);
        if (!lost && (!over || nodes_marked(&p->nodes, t->subject.base)))
            s->things[out++] = *t;
    }
    s->thing_count = out;
}

void state_forget_far(const struct program *p, struct state *s, uint32_t most)
{
    for (uint16_t depth = 8; s->cell_count > most && depth > 1; depth--) {
        uint32_t out = 0;
        for (uint32_t i = 0; i < s->cell_count; i++) {
            const struct node *n = node_at(p, s->cells[i].base);
            if (n->depth < depth || n->kind == NODE_LOCAL)
                s->cells[out++] = s->cells[i];
            else if (s->cells[i].offset != REST)
                state_escape(s, s->cells[i].value.base);
        }
        s->cell_count = out;
    }
}

/* Whether there is something in an out-parameter's variable, the call's status tells. */
static void mark_status(struct program *p, node_id id)
{
    const struct node n = *node_at(p, id);
    if (n.kind == NODE_RESULT && n.a != UINT32_MAX && n.b >= OUT_UNSET && n.b < OUT_UNSET + OUT_MOST)
        nodes_mark(&p->nodes, nodes_get(&p->nodes, (struct node){.kind = NODE_RESULT, .width = 32, .a = n.a}));
}

/* What is told of objects that nothing leads to any more: cells are marked, but for those that tell. */
static void drop_aside(struct program *p, struct state *s)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (!is_aside(s->cells[i].offset) || !is_lost(p, s->cells[i].base))
            s->cells[out++] = s->cells[i];
    s->cell_count = out;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (is_aside(s->cells[i].offset))
            nodes_mark(&p->nodes, s->cells[i].value.base);
}

void state_tidy(struct program *p, struct state *s, const struct function *f, const struct block *b)
{
    struct nodes *nodes = &p->nodes;
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (is_live(p, f, b, &s->cells[i]))
            s->cells[out++] = s->cells[i];
    s->cell_count = out;
    if (s->cell_count > LARGE)
        sweep(p, s);
    state_forget_far(p, s, MOST);
    nodes_unmark(nodes);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        if (s->cells[i].offset == REST || is_aside(s->cells[i].offset))
            continue;
        nodes_mark(nodes, s->cells[i].value.base);
        nodes_mark(nodes, s->cells[i].base);
        mark_status(p, s->cells[i].value.base);
    }
    drop_aside(p, s);
    drop_past(p, s);
    for (uint32_t i = 0; i < s->thing_count; i++)
        nodes_mark(nodes, s->things[i].subject.base);
    out = 0;
    for (uint32_t i = 0; i < s->fact_count; i++)
        if (counts(nodes, s->facts[i].node))
            s->facts[out++] = s->facts[i];
    s->fact_count = out;
}

static struct value renamed(struct program *p, struct value v, node_id id)
{
    if (!v.base || !value_mentions(&p->nodes, v.base, id))
        return v;
    const struct node n = {.kind = NODE_OLD, .width = node_at(p, v.base)->width, .a = v.base};
    return (struct value){nodes_get(&p->nodes, n), v.offset};
}

/* Cells of objects that are old now get their new place; what two rounds ago and three rounds ago left is one, and what
 * is lost by that has escaped. */
static void retire_cells(struct program *p, struct state *s, node_id id)
{
    uint32_t out = 0, moved_count = 0;
    struct cell *moved = NULL;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        struct cell c = s->cells[i];
        const node_id base = c.base;
        c.base = renamed(p, value_of(base), id).base;
        if (c.offset != REST)
            c.value = renamed(p, c.value, id);
        if (c.base == base) {
            s->cells[out++] = c;
            continue;
        }
        if (!moved)
            moved = memory_new(s->cell_count - i, sizeof *moved);
        moved[moved_count++] = c;
    }
    s->cell_count = out;
    for (uint32_t i = 0; i < moved_count; i++)
        if (!state_cell(s, moved[i].base, moved[i].offset))
            put_cell(s, moved[i]);
        else if (moved[i].offset != REST)
            state_escape(s, moved[i].value.base);
    free(moved);
}

void state_retire(struct program *p, struct state *s, node_id id)
{
    retire_cells(p, s, id);
    uint32_t out = 0;
    const struct range *known = NULL;
    struct range range;
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const struct fact f = s->facts[i];
        if (f.node == id) {
            range = f.range;
            known = &range;
        } else if (!value_mentions(&p->nodes, f.node, id)) {
            s->facts[out++] = f;
        }
    }
    s->fact_count = out;
    if (known)
        state_set_range(s, renamed(p, value_of(id), id).base, *known);
    bool mentioned = false;
    for (uint32_t i = 0; i < s->thing_count; i++)
        mentioned |= value_mentions(&p->nodes, s->things[i].subject.base, id);
    if (!mentioned)
        return;
    struct thing *things = s->things;
    const uint32_t count = s->thing_count;
    s->things = memory_new((size_t)count + 4, sizeof *things);
    s->thing_room = count + 4;
    s->thing_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct value subject = renamed(p, things[i].subject, id);
        if (state_thing(s, subject, things[i].class) && things[i].status != STATUS_HAD)
            continue;
        struct thing *t = state_add_thing(s, subject, things[i].class);
        *t = things[i];
        t->subject = subject;
    }
    free(things);
}
