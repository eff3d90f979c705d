/* What addresses lead to. */
#include "cwdk/check/engine.h"
#include "cwdk/check/family.h"

#include <stdlib.h>

struct value fresh_result(struct run *r, struct state *s, const struct instruction *in, unsigned number, unsigned width)
{
    const uint32_t before = r->p->nodes.count;
    const node_id id = nodes_get(
        &r->p->nodes,
        (struct node){.kind = NODE_RESULT, .width = (uint8_t)(width > 64 ? 128 : width), .a = in->id, .b = number});
    if (in->repeats && id < before)
        state_retire(r->p, s, id);
    return value_of(id);
}

static struct value node_of(struct run *r, struct node node)
{
    return value_of(nodes_get(&r->p->nodes, node));
}

static struct value by_rest(struct run *r, struct state *s, struct value address, unsigned width)
{
    const node_id object = value_object(&r->p->nodes, address.base);
    uint32_t changed;
    enum rest rest = state_rest(r->p, s, address.base, &changed);
    if (rest == REST_INITIAL && object != address.base)
        rest = state_rest(r->p, s, object, &changed);
    const uint8_t bits = (uint8_t)(width > 64 ? 128 : width);
    switch (rest) {
    case REST_UNDEFINED:
        if (object == address.base)
            return node_of(r, (struct node){.kind = NODE_UNDEFINED, .width = bits, .x = address});
        changed = 0;
        break; /* an element of an array: some may have been written */
    case REST_ZERO:
        return value_number(0);
    case REST_INITIAL:
        if (object == address.base)
            return node_of(r, (struct node){.kind = NODE_INITIAL, .width = bits, .x = address});
        break;
    case REST_UNKNOWN:
        break;
    }
    return node_of(r, (struct node){.kind = NODE_LOAD, .width = bits, .a = changed, .x = address});
}

/* A cell that covers some of the bytes. */
static const struct cell *overlap(const struct state *s, struct value address, unsigned bytes)
{
    for (uint32_t i = state_first(s, address.base); i < s->cell_count && s->cells[i].base == address.base; i++) {
        const struct cell *c = &s->cells[i];
        if (c->offset != REST && c->offset < address.offset + (int64_t)bytes &&
            c->offset + (int64_t)((c->width + 7u) / 8) > address.offset)
            return c;
    }
    return NULL;
}

struct value memory_load(struct run *r, struct state *s, struct value address, unsigned width,
                         const struct instruction *in)
{
    if (!address.base)
        return fresh_result(r, s, in, 0, width);
    const struct cell *c = state_cell(s, address.base, address.offset);
    if (c && c->width == width)
        return c->value;
    if (c && c->width > width && c->width <= 64)
        return value_cast(&r->p->nodes, CAST_TRUNCATE, c->value, c->width, width);
    if (overlap(s, address, (width + 7) / 8))
        return fresh_result(r, s, in, 0, width);
    const struct value v = by_rest(r, s, address, width);
    if (v.base && node_at(r->p, v.base)->kind != NODE_UNDEFINED)
        state_put(s, address.base, address.offset, width, v);
    return v;
}

/* Cells that a write through an unknown index may have changed. */
static void cut_elements(struct run *r, struct state *s, node_id written)
{
    const node_id object = value_object(&r->p->nodes, written);
    const bool by_index = object != written;
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const bool element = c->base != object && node_at(r->p, c->base)->kind == NODE_ELEMENT;
        const bool same = element && c->base != written && value_object(&r->p->nodes, c->base) == object;
        const bool plain = by_index && c->base == object && c->offset != REST &&
                           c->offset >= node_at(r->p, written)->x.offset && node_at(r->p, object)->kind == NODE_LOCAL;
        if (!same && !plain)
            s->cells[out++] = *c;
        else if (node_at(r->p, object)->kind != NODE_LOCAL && c->offset != REST)
            state_escape(s, c->value.base);
    }
    s->cell_count = out;
    uint32_t changed;
    if (by_index && state_rest(r->p, s, object, &changed) != REST_INITIAL)
        state_set_rest(s, object, REST_UNKNOWN, 0);
}

/* Where a pointer is stored with flags in its lowest bits, only what takes them out again finds it. */
static void escape_tagged(struct run *r, struct state *s, node_id stored, int depth)
{
    enum { DEEP = 4 };
    const struct node *n = node_at(r->p, stored);
    if (n->kind != NODE_BINARY || depth > DEEP || (!depth && n->op != BINARY_OR && n->op != BINARY_AND))
        return;
    state_escape(s, n->x.base);
    state_escape(s, n->y.base);
    escape_tagged(r, s, n->x.base, depth + 1);
    escape_tagged(r, s, n->y.base, depth + 1);
}

void memory_store(struct run *r, struct state *s, struct value address, unsigned width, struct value value,
                  const struct instruction *in)
{
    if (!address.base || !width)
        return;
    const node_id object = value_object(&r->p->nodes, address.base);
    if (object != address.base || (in->repeats && node_at(r->p, object)->kind != NODE_LOCAL))
        state_escape(s, value.base); /* one of many that a loop stores: they are not told apart */
    if (node_at(r->p, object)->kind != NODE_LOCAL)
        escape_tagged(r, s, value.base, 0);
    if (object != address.base)
        cut_elements(r, s, address.base);
    state_put(s, address.base, address.offset, width, value);
}

static void forget_object(struct run *r, struct state *s, node_id object, int64_t from, enum rest rest,
                          uint32_t instruction)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const bool here = c->base == object && c->offset != REST && c->offset + (int64_t)((c->width + 7u) / 8) > from;
        const bool element = c->base != object && node_at(r->p, c->base)->kind == NODE_ELEMENT &&
                             value_object(&r->p->nodes, c->base) == object;
        if (!here && !element)
            s->cells[out++] = *c;
        else if (c->offset != REST)
            state_escape(s, c->value.base);
    }
    s->cell_count = out;
    state_set_rest(s, object, rest, instruction);
}

/* What the instruction made unknown in an earlier round of a loop is something else than what it makes unknown now. */
static void retire_loads(struct run *r, struct state *s, uint32_t instruction)
{
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const node_id id = s->cells[i].offset == REST ? 0 : s->cells[i].value.base;
        if (id && node_at(r->p, id)->kind == NODE_LOAD && node_at(r->p, id)->a == instruction) {
            state_retire(r->p, s, id);
            i = UINT32_MAX;
        }
    }
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const node_id id = s->things[i].subject.base;
        if (node_at(r->p, id)->kind == NODE_LOAD && node_at(r->p, id)->a == instruction) {
            state_retire(r->p, s, id);
            i = UINT32_MAX;
        }
    }
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const node_id id = s->facts[i].node;
        if (node_at(r->p, id)->kind == NODE_LOAD && node_at(r->p, id)->a == instruction) {
            state_retire(r->p, s, id);
            i = UINT32_MAX;
        }
    }
}

void memory_forget(struct run *r, struct state *s, struct value address, const struct instruction *in)
{
    if (!address.base)
        return;
    const node_id object = value_object(&r->p->nodes, address.base);
    if (in->repeats)
        retire_loads(r, s, in->id);
    forget_object(r, s, object, object == address.base ? address.offset : BEFORE_ALL, REST_UNKNOWN, in->id);
}

void memory_change(struct run *r, struct state *s, struct value address, const struct instruction *in)
{
    struct cell kept[8];
    uint32_t count = 0;
    const uint32_t first = address.base ? state_first(s, address.base) : s->cell_count;
    for (uint32_t i = first; i < s->cell_count && s->cells[i].base == address.base && count < 8; i++)
        for (uint32_t k = 0; k < s->thing_count && s->cells[i].offset != REST; k++)
            if (value_same(s->things[k].subject, s->cells[i].value) && !s->things[k].escaped) {
                kept[count++] = s->cells[i];
                break;
            }
    memory_forget(r, s, address, in);
    for (uint32_t i = 0; i < count; i++) {
        state_put(s, kept[i].base, kept[i].offset, kept[i].width, kept[i].value);
        for (uint32_t k = 0; k < s->thing_count; k++)
            if (value_same(s->things[k].subject, kept[i].value))
                s->things[k].escaped = false;
    }
}

/* A caller is to know that somebody else has got what it gave. */
static void share_given(struct run *r, struct state *s, node_id object, bool direct)
{
    const unsigned kind = node_at(r->p, object)->kind;
    if (kind == NODE_PARAMETER || (direct && kind == NODE_INITIAL && value_is_given(r->p, object)))
        thing_share(r, s, value_of(object), CLASS_NONE);
}

/* How far somebody goes who has a pointer. */
enum { DEEPEST = 4 };

static void expose(struct run *r, struct state *s, struct value v, bool writes, const struct instruction *in, int depth)
{
    if (!v.base || depth > DEEPEST)
        return;
    const node_id object = value_object(&r->p->nodes, v.base);
    const unsigned kind = node_at(r->p, object)->kind;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].subject.base == object && class_is_whole(s->things[i].class))
            s->things[i].escaped = true;
    share_given(r, s, object, !depth);
    const uint32_t first = state_first(s, object);
    uint32_t count = 0;
    struct value *inner = memory_new((size_t)s->cell_count + 1, sizeof *inner);
    for (uint32_t i = first; i < s->cell_count && s->cells[i].base == object; i++)
        if (s->cells[i].offset != REST && s->cells[i].width == 64)
            inner[count++] = s->cells[i].value;
    if (writes && (first < s->cell_count || kind == NODE_LOCAL || kind == NODE_PARAMETER))
        memory_forget(r, s, v, in);
    for (uint32_t i = 0; i < count; i++)
        expose(r, s, inner[i], writes, in, depth + 1);
    free(inner);
}

void memory_expose(struct run *r, struct state *s, struct value value, bool writes, const struct instruction *in)
{
    expose(r, s, value, writes, in, 0);
}

void memory_expose_inside(struct run *r, struct state *s, struct value value, const struct instruction *in)
{
    const node_id object = value_object(&r->p->nodes, value.base);
    struct value *inner = memory_new((size_t)s->cell_count + 1, sizeof *inner);
    uint32_t count = 0;
    for (uint32_t i = object ? state_first(s, object) : s->cell_count; i < s->cell_count && s->cells[i].base == object;
         i++)
        if (s->cells[i].offset != REST && s->cells[i].width == 64 && s->cells[i].value.base != object)
            inner[count++] = s->cells[i].value;
    for (uint32_t i = 0; i < count; i++)
        expose(r, s, inner[i], true, in, 0);
    free(inner);
}

static void forget_inside(struct run *r, struct state *s, struct value v, const struct instruction *in, int depth)
{
    if (depth > 3 || node_at(r->p, v.base)->kind != NODE_LOCAL)
        return;
    struct value inner[16];
    uint32_t count = 0;
    for (uint32_t i = state_first(s, v.base); i < s->cell_count && s->cells[i].base == v.base && count < 16; i++)
        if (s->cells[i].offset != REST && s->cells[i].width == 64 && s->cells[i].value.base)
            inner[count++] = s->cells[i].value;
    for (uint32_t i = 0; i < count; i++) {
        const node_id object = value_object(&r->p->nodes, inner[i].base);
        const unsigned kind = node_at(r->p, object)->kind;
        if (object == v.base || (kind != NODE_LOCAL && kind != NODE_PARAMETER))
            continue;
        forget_inside(r, s, inner[i], in, depth + 1);
        memory_forget(r, s, inner[i], in);
    }
}

void memory_forget_inside(struct run *r, struct state *s, struct value value, const struct instruction *in)
{
    if (value.base)
        forget_inside(r, s, value, in, 0);
}

static int64_t size_of_local(const struct program *p, node_id object)
{
    const struct node *n = node_at(p, object);
    return n->kind == NODE_LOCAL && p->by_id[n->a]->op == OP_LOCAL ? p->by_id[n->a]->size : -1;
}

void memory_set(struct run *r, struct state *s, const struct value arguments[3], const struct instruction *in)
{
    enum { MOST_WORDS = 256 };
    const struct value to = arguments[0], size = arguments[2];
    if (!to.base)
        return;
    const node_id object = value_object(&r->p->nodes, to.base);
    const bool zero = value_is_number(arguments[1]) && !arguments[1].offset;
    const bool known = value_is_number(size) && size.offset >= 0 && object == to.base;
    const int64_t local = size_of_local(r->p, object);
    /* Of what a function is given, the caller may have more behind it. */
    const bool part = node_at(r->p, object)->kind == NODE_PARAMETER && known && size.offset <= MOST_WORDS;
    if (!known || (local >= 0 && to.offset == 0 && size.offset >= local) || (local < 0 && !to.offset && !part)) {
        forget_object(r, s, object, known ? to.offset : BEFORE_ALL,
                      zero && object == to.base ? REST_ZERO : REST_UNKNOWN, in->id);
        return;
    }
    state_cut(s, to.base, to.offset, to.offset + size.offset);
    if (!zero)
        state_set_rest(s, to.base, REST_UNKNOWN, in->id);
    else if (size.offset <= MOST_WORDS) /* a part: its words are zero */
        for (int64_t at = 0; at + 4 <= size.offset; at += 8)
            state_put(s, to.base, to.offset + at, at + 8 <= size.offset ? 64 : 32, value_number(0));
    else
        state_set_rest(s, to.base, REST_UNKNOWN, in->id);
}

void memory_copy(struct run *r, struct state *s, const struct value arguments[3], const struct instruction *in)
{
    const struct value to = arguments[0], from = arguments[1], size = arguments[2];
    if (!to.base)
        return;
    if (!from.base || !value_is_number(size) || value_object(&r->p->nodes, to.base) != to.base) {
        memory_forget(r, s, to, in);
        return;
    }
    uint32_t count = 0, changed;
    struct cell *cells = memory_new((size_t)s->cell_count + 1, sizeof *cells);
    for (uint32_t i = state_first(s, from.base); i < s->cell_count && s->cells[i].base == from.base; i++) {
        const struct cell *c = &s->cells[i];
        if (c->offset != REST && c->offset >= from.offset &&
            c->offset + (int64_t)((c->width + 7u) / 8) <= from.offset + size.offset)
            cells[count++] = *c;
    }
    const enum rest rest = state_rest(r->p, s, from.base, &changed);
    state_cut(s, to.base, to.offset, to.offset + size.offset);
    if (rest == REST_ZERO && size_of_local(r->p, to.base) <= size.offset && !to.offset)
        state_set_rest(s, to.base, REST_ZERO, 0);
    else if (rest != REST_UNDEFINED || !count)
        state_set_rest(s, to.base, REST_UNKNOWN, in->id);
    for (uint32_t i = 0; i < count; i++)
        state_put(s, to.base, to.offset + cells[i].offset - from.offset, cells[i].width, cells[i].value);
    free(cells);
}
