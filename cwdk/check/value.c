/* The table of nodes, and arithmetic on values. */
#include "cwdk/check/value.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 24 }; /* a value that is made of more becomes unknown */

static uint32_t hash(const struct node *n)
{
    uint64_t h = n->kind * 0x9E3779B97F4A7C15u + n->op;
    const uint64_t parts[] = {n->a, n->b, n->width, n->x.base, (uint64_t)n->x.offset, n->y.base, (uint64_t)n->y.offset};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        h = (h ^ parts[i]) * 0xBF58476D1CE4E5B9u ^ (h >> 29);
    return (uint32_t)(h ^ (h >> 32));
}

static bool equal(const struct node *a, const struct node *b)
{
    return a->kind == b->kind && a->width == b->width && a->op == b->op && a->a == b->a && a->b == b->b &&
           value_same(a->x, b->x) && value_same(a->y, b->y);
}

static void grow(struct nodes *n)
{
    n->slot_count = n->slot_count ? n->slot_count * 2 : 4096;
    free(n->slots);
    n->slots = memory_new(n->slot_count, sizeof *n->slots);
    for (uint32_t i = 1; i < n->count; i++) {
        uint32_t at = hash(&n->items[i]) & (n->slot_count - 1);
        while (n->slots[at])
            at = (at + 1) & (n->slot_count - 1);
        n->slots[at] = i;
    }
}

static uint16_t depth_of(const struct nodes *n, const struct node *node)
{
    const uint16_t x = n->items[node->x.base].depth, y = n->items[node->y.base].depth;
    uint16_t z = 0;
    if (node->kind == NODE_OLD)
        z = n->items[node->a].depth;
    const uint16_t most = x > y ? x : y;
    return (uint16_t)((most > z ? most : z) + 1);
}

static uint64_t bit_of(node_id id)
{
    return UINT64_C(1) << (id * 0x9E3779B1u >> 26);
}

static uint64_t parts_of(const struct nodes *n, const struct node *node)
{
    return n->items[node->x.base].parts | n->items[node->y.base].parts;
}

static void start(struct nodes *n)
{
    if (n->count)
        return;
    n->capacity = 1024;
    n->items = memory_new(n->capacity, sizeof *n->items);
    n->count = 1;
}

node_id nodes_get(struct nodes *n, struct node node)
{
    start(n);
    node.depth = depth_of(n, &node);
    if (node.depth > DEEPEST) { /* cut off: told apart by a hash of what it was made of */
        node = (struct node){.kind = NODE_LOAD, .width = node.width, .a = UINT32_MAX, .b = hash(&node)};
        node.depth = 1;
    }
    if ((n->count + 1) * 2 > n->slot_count)
        grow(n);
    uint32_t at = hash(&node) & (n->slot_count - 1);
    for (; n->slots[at]; at = (at + 1) & (n->slot_count - 1))
        if (equal(&n->items[n->slots[at]], &node))
            return n->slots[at];
    if (n->count == n->capacity) {
        n->capacity *= 2;
        n->items = memory_resize(n->items, n->capacity, sizeof *n->items);
    }
    n->slots[at] = n->count;
    node.parts = parts_of(n, &node) | bit_of(n->count);
    n->items[n->count] = node;
    return n->count++;
}

static void forget(struct nodes *n)
{
    enum { FEW = 16 };
    if (!n->slot_count)
        return;
    if (n->count > n->slot_count / FEW) {
        memset(n->slots, 0, n->slot_count * sizeof *n->slots);
        return;
    }
    for (uint32_t i = 1; i < n->count; i++) {
        uint32_t at = hash(&n->items[i]) & (n->slot_count - 1);
        while (n->slots[at] != i)
            at = (at + 1) & (n->slot_count - 1);
        n->slots[at] = 0;
    }
}

void nodes_begin(struct nodes *n, const struct node *first, uint32_t count)
{
    start(n);
    forget(n);
    n->count = 1;
    for (uint32_t i = 1; i < count; i++)
        nodes_get(n, first[i]);
}

void nodes_free(struct nodes *n)
{
    free(n->items);
    free(n->slots);
    free(n->marks);
    *n = (struct nodes){0};
}

/* A number as its width keeps it, with its sign. */
static int64_t fit(int64_t number, unsigned width)
{
    if (width >= 64 || !width)
        return number;
    const uint64_t bits = (uint64_t)number << (64 - width);
    return width == 1 ? (int64_t)(bits >> 63) : (int64_t)bits >> (64 - width);
}

static uint64_t unsigned_of(int64_t number, unsigned width)
{
    return width >= 64 || !width ? (uint64_t)number : (uint64_t)number & ((UINT64_C(1) << width) - 1);
}

static struct value fold(enum binary op, int64_t x, int64_t y, unsigned width)
{
    const uint64_t a = unsigned_of(x, width), b = unsigned_of(y, width);
    uint64_t r = 0;
    switch (op) {
    case BINARY_ADD:
        r = a + b;
        break;
    case BINARY_SUB:
        r = a - b;
        break;
    case BINARY_MUL:
        r = a * b;
        break;
    case BINARY_DIV:
        r = b ? a / b : 0;
        break;
    case BINARY_REM:
        r = b ? a % b : 0;
        break;
    case BINARY_AND:
        r = a & b;
        break;
    case BINARY_OR:
        r = a | b;
        break;
    case BINARY_XOR:
        r = a ^ b;
        break;
    case BINARY_SHL:
        r = b < 64 ? a << b : 0;
        break;
    case BINARY_SHR:
        r = b < 64 ? a >> b : 0;
        break;
    }
    return value_number(fit((int64_t)r, width));
}

static int64_t add(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

/* What is left of flags under a mask: those that were set or cleared before are known. */
static struct value masked(const struct nodes *n, struct value x, int64_t mask, unsigned width)
{
    const uint64_t bits = unsigned_of(mask, width);
    while (x.base && !x.offset && n->items[x.base].kind == NODE_BINARY && value_is_number(n->items[x.base].y)) {
        const struct node *node = &n->items[x.base];
        const uint64_t with = unsigned_of(node->y.offset, width);
        if (node->op == BINARY_AND && !(with & bits))
            return value_number(0);
        if (node->op == BINARY_OR && (with & bits) == bits)
            return value_number(fit((int64_t)bits, width));
        if (!(node->op == BINARY_AND && (with & bits) == bits) && !(node->op == BINARY_OR && !(with & bits)))
            break;
        x = node->x; /* the mask does not see what was done */
    }
    return x;
}

struct value value_binary(struct nodes *n, enum binary op, struct value x, struct value y, unsigned width)
{
    if (value_is_number(x) && value_is_number(y))
        return fold(op, x.offset, y.offset, width);
    if (op == BINARY_ADD && value_is_number(y))
        return (struct value){x.base, fit(add(x.offset, y.offset), width)};
    if (op == BINARY_ADD && value_is_number(x))
        return (struct value){y.base, fit(add(x.offset, y.offset), width)};
    if (op == BINARY_SUB && value_is_number(y))
        return (struct value){x.base, fit(add(x.offset, (int64_t)(0 - (uint64_t)y.offset)), width)};
    if (op == BINARY_SUB && x.base == y.base)
        return value_number(fit(add(x.offset, (int64_t)(0 - (uint64_t)y.offset)), width));
    if (value_is_number(y)) {
        const bool zero = !y.offset, one = y.offset == 1;
        if ((zero && (op == BINARY_OR || op == BINARY_XOR || op == BINARY_SHL || op == BINARY_SHR)) ||
            (one && (op == BINARY_MUL || op == BINARY_DIV)))
            return x;
        if (zero && (op == BINARY_AND || op == BINARY_MUL))
            return value_number(0);
        if (op == BINARY_XOR && one && width == 1)
            return value_not(n, x);
        if (op == BINARY_AND)
            x = masked(n, x, y.offset, width);
        if (value_is_number(x))
            return fold(op, x.offset, y.offset, width);
    } else if ((op == BINARY_AND || op == BINARY_OR || op == BINARY_MUL || op == BINARY_XOR) &&
               (value_is_number(x) || x.base > y.base)) {
        return value_binary(n, op, y, x, width); /* one order */
    }
    return value_of(
        nodes_get(n, (struct node){.kind = NODE_BINARY, .width = (uint8_t)width, .op = op, .x = x, .y = y}));
}

/* What a comparison with `y` says about the value inside a widening of x. */
static bool strip(const struct nodes *n, struct value *x, struct value *y, unsigned *width, bool is_equal)
{
    const struct node *c = &n->items[x->base];
    if (!x->base || c->kind != NODE_CAST || c->op == CAST_TRUNCATE || x->offset || !value_is_number(*y) || !is_equal)
        return false;
    const unsigned inner = c->x.base ? n->items[c->x.base].width : 0;
    if (!inner || inner >= *width)
        return false;
    const int64_t fitted = fit(y->offset, inner);
    const int64_t back = c->op == CAST_ZERO ? (int64_t)unsigned_of(fitted, inner) : fitted;
    if (back != y->offset)
        return false;
    *x = c->x;
    *y = value_number(fitted);
    *width = inner;
    return true;
}

struct value value_wrapping(struct nodes *n, enum compare op, struct value x, struct value y, unsigned width)
{
    return value_binary(n, op == COMPARE_SUM_WRAPS ? BINARY_ADD : BINARY_MUL, x, y, width);
}

/* Whether a sum or a product wraps around. */
static struct value wraps(struct nodes *n, enum compare op, struct value x, struct value y, unsigned width)
{
    if (value_is_number(x) || (!value_is_number(y) && x.base > y.base)) { /* one order */
        const struct value swap = x;
        x = y;
        y = swap;
    }
    const uint64_t a = unsigned_of(x.offset, width), b = unsigned_of(y.offset, width);
    uint64_t out;
    if (value_is_number(y) && (b == 0 || (b == 1 && op == COMPARE_PRODUCT_WRAPS)))
        return value_number(0);
    if (value_is_number(x)) {
        const bool beyond =
            op == COMPARE_SUM_WRAPS ? __builtin_add_overflow(a, b, &out) : __builtin_mul_overflow(a, b, &out);
        return value_number(beyond || out != unsigned_of((int64_t)out, width));
    }
    return value_of(
        nodes_get(n, (struct node){.kind = NODE_COMPARE, .width = 1, .op = op, .a = width, .x = x, .y = y}));
}

struct value value_compare(struct nodes *n, enum compare op, struct value x, struct value y, unsigned width)
{
    if (op == COMPARE_SUM_WRAPS || op == COMPARE_PRODUCT_WRAPS)
        return wraps(n, op, x, y, width);
    if (op == COMPARE_EQUAL && value_is_number(x))
        return value_is_number(y) ? value_number(fit(x.offset, width) == fit(y.offset, width))
                                  : value_compare(n, op, y, x, width);
    while (strip(n, &x, &y, &width, op == COMPARE_EQUAL))
        ;
    if (value_is_number(x) && value_is_number(y))
        return value_number(op == COMPARE_EQUAL   ? x.offset == y.offset
                            : op == COMPARE_BELOW ? unsigned_of(x.offset, width) < unsigned_of(y.offset, width)
                                                  : fit(x.offset, width) < fit(y.offset, width));
    if (x.base == y.base)
        return value_number(op == COMPARE_EQUAL ? x.offset == y.offset : x.offset < y.offset);
    if (op == COMPARE_EQUAL && value_is_number(y) && !x.offset && n->items[x.base].width == 1) /* a truth value */
        return y.offset ? x : value_not(n, x);
    if (op == COMPARE_EQUAL && value_is_number(y) && x.offset) {
        y.offset = fit(add(y.offset, (int64_t)(0 - (uint64_t)x.offset)), width);
        x.offset = 0;
    }
    if (op == COMPARE_EQUAL && !value_is_number(y) && x.base > y.base) {
        const struct value swap = x;
        x = y;
        y = swap;
    }
    return value_of(
        nodes_get(n, (struct node){.kind = NODE_COMPARE, .width = 1, .op = op, .a = width, .x = x, .y = y}));
}

struct value value_not(struct nodes *n, struct value x)
{
    if (value_is_number(x))
        return value_number(!x.offset);
    const struct node *c = &n->items[x.base];
    if (c->kind == NODE_BINARY && c->op == BINARY_XOR && c->width == 1 && !c->y.base && c->y.offset == 1 && !x.offset)
        return c->x;
    return value_of(
        nodes_get(n, (struct node){.kind = NODE_BINARY, .width = 1, .op = BINARY_XOR, .x = x, .y = value_number(1)}));
}

struct value value_cast(struct nodes *n, enum cast op, struct value x, unsigned from, unsigned to)
{
    if (from == to)
        return x;
    if (value_is_number(x))
        return value_number(op == CAST_ZERO ? (int64_t)unsigned_of(x.offset, from)
                                            : fit(x.offset, op == CAST_SIGN ? from : to));
    const struct node *c = &n->items[x.base];
    if (op == CAST_TRUNCATE && c->kind == NODE_CAST && c->op != CAST_TRUNCATE && !x.offset) {
        const unsigned inner = c->x.base ? n->items[c->x.base].width : 0;
        if (inner == to)
            return c->x;
        if (inner && inner < to)
            return value_cast(n, (enum cast)c->op, c->x, inner, to);
    }
    if (op != CAST_TRUNCATE && c->kind == NODE_CAST && c->op == CAST_ZERO && !x.offset)
        return value_of(
            nodes_get(n, (struct node){.kind = NODE_CAST, .width = (uint8_t)to, .op = CAST_ZERO, .x = c->x}));
    return value_of(nodes_get(n, (struct node){.kind = NODE_CAST, .width = (uint8_t)to, .op = op, .x = x}));
}

struct value value_element(struct nodes *n, struct value array, struct value index, int64_t size)
{
    if (value_is_number(index))
        return (struct value){array.base, add(array.offset, (int64_t)((uint64_t)index.offset * (uint64_t)size))};
    return value_of(
        nodes_get(n, (struct node){.kind = NODE_ELEMENT, .width = 64, .op = (uint32_t)size, .x = array, .y = index}));
}

node_id value_object(const struct nodes *n, node_id base)
{
    while (base && n->items[base].kind == NODE_ELEMENT && n->items[base].x.base)
        base = n->items[base].x.base;
    return base;
}

void nodes_unmark(struct nodes *n)
{
    if (n->mark_room < n->count || n->mark == UINT32_MAX) {
        free(n->marks);
        n->mark_room = n->count * 2 + 1024;
        n->marks = memory_new(n->mark_room, sizeof *n->marks);
        n->mark = 0;
    }
    n->mark++;
}

void nodes_mark(struct nodes *n, node_id id)
{
    if (!id || n->marks[id] == n->mark)
        return;
    n->marks[id] = n->mark;
    nodes_mark(n, n->items[id].x.base);
    nodes_mark(n, n->items[id].y.base);
}

bool value_mentions(const struct nodes *n, node_id base, node_id part)
{
    if (base == part)
        return base;
    if (base < part || !base) /* a node is made after its parts */
        return false;
    const struct node *node = &n->items[base];
    if (!(node->parts & bit_of(part)))
        return false;
    /* not of OLD: that is something else now */
    return value_mentions(n, node->x.base, part) || value_mentions(n, node->y.base, part);
}
