/* Ranges of values, and what conditions say about them. Facts are sorted by node. */
#include "cwdk/check/state.h"

#include <string.h>

static uint32_t fact_index(const struct state *s, node_id node)
{
    uint32_t low = 0, high = s->fact_count;
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (s->facts[middle].node < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct fact *fact_of(const struct state *s, node_id node)
{
    const uint32_t i = fact_index(s, node);
    return i < s->fact_count && s->facts[i].node == node ? &s->facts[i] : NULL;
}

void state_set_range(struct state *s, node_id node, struct range range)
{
    const uint32_t i = fact_index(s, node);
    if (i < s->fact_count && s->facts[i].node == node) {
        s->facts[i].range = range;
        return;
    }
    if (s->fact_count == s->fact_room) {
        s->fact_room = s->fact_room * 2 + 8;
        s->facts = memory_resize(s->facts, s->fact_room, sizeof *s->facts);
    }
    memmove(&s->facts[i + 1], &s->facts[i], (s->fact_count - i) * sizeof *s->facts);
    s->facts[i] = (struct fact){.node = node, .range = range};
    s->fact_count++;
}

static struct range of_width(unsigned width)
{
    if (width == 1)
        return (struct range){0, 1, false};
    if (!width || width >= 64)
        return (struct range){INT64_MIN, INT64_MAX, false};
    return (struct range){-(INT64_C(1) << (width - 1)), (INT64_C(1) << (width - 1)) - 1, false};
}

static struct range both(struct range a, struct range b)
{
    struct range r = {a.low > b.low ? a.low : b.low, a.high < b.high ? a.high : b.high, a.nonzero || b.nonzero};
    if (r.nonzero && r.low == 0)
        r.low = 1;
    if (r.nonzero && r.high == 0)
        r.high = -1;
    if (r.low > 0 || r.high < 0)
        r.nonzero = true;
    return r;
}

static int64_t shifted(int64_t a, int64_t b)
{
    int64_t r;
    if (__builtin_add_overflow(a, b, &r))
        return b < 0 ? INT64_MIN : INT64_MAX;
    return r;
}

/* An offset into nothing: `(size_t)&((struct s *)0)->values[n]`. */
static struct range scaled(struct range index, int64_t scale, int64_t offset)
{
    const struct range all = {INT64_MIN, INT64_MAX, false};
    int64_t low, high;
    if (scale <= 0 || index.low == INT64_MIN || index.high == INT64_MAX ||
        __builtin_mul_overflow(index.low, scale, &low) || __builtin_mul_overflow(index.high, scale, &high))
        return all;
    return (struct range){shifted(low, offset), shifted(high, offset), false};
}

static struct range of_node(const struct program *p, const struct state *s, node_id id)
{
    const struct node *n = node_at(p, id);
    struct range r = of_width(n->width);
    switch (n->kind) {
    case NODE_LOCAL:
    case NODE_GLOBAL:
    case NODE_FUNCTION:
        r.nonzero = true;
        break;
    case NODE_CONTEXT:
        if (n->b >= CONTEXT_INPUT_LENGTH)
            r = (struct range){0, UINT32_MAX, false};
        else if (n->b != CONTEXT_OFFERED)
            r.nonzero = true;
        break;
    case NODE_ELEMENT:
        r = n->x.base ? r : scaled(state_range(p, s, n->y), (int64_t)(int32_t)n->op, n->x.offset);
        r.nonzero = n->x.base ? state_range(p, s, n->x).nonzero : r.low > 0;
        break;
    case NODE_CAST: {
        const struct range inner = state_range(p, s, n->x);
        const unsigned width = n->x.base ? node_at(p, n->x.base)->width : 64;
        if (n->op == CAST_SIGN || inner.low >= 0)
            r = n->op == CAST_TRUNCATE && (inner.low < r.low || inner.high > r.high) ? r : inner;
        else if (n->op == CAST_ZERO && width < 63)
            r = (struct range){0, (INT64_C(1) << width) - 1, inner.nonzero};
        break;
    }
    case NODE_BINARY:
        if (n->op == BINARY_AND && value_is_number(n->y) && n->y.offset >= 0)
            r = (struct range){0, n->y.offset, false};
        else if (n->op == BINARY_REM && value_is_number(n->y) && n->y.offset > 0)
            r = (struct range){0, n->y.offset - 1, false};
        else if (n->op == BINARY_DIV && value_is_number(n->y) && n->y.offset > 0 && state_range(p, s, n->x).low >= 0)
            r = (struct range){state_range(p, s, n->x).low / n->y.offset, state_range(p, s, n->x).high / n->y.offset,
                               false};
        else if (n->op == BINARY_SHR && state_range(p, s, n->x).low >= 0)
            r = (struct range){0, state_range(p, s, n->x).high, false};
        break;
    default:
        break;
    }
    const struct fact *f = fact_of(s, id);
    return f ? both(r, f->range) : r;
}

struct range state_range(const struct program *p, const struct state *s, struct value v)
{
    if (!v.base)
        return (struct range){v.offset, v.offset, v.offset != 0};
    struct range r = of_node(p, s, v.base);
    if (!v.offset)
        return r;
    const unsigned width = node_at(p, v.base)->width;
    if (width >= 64 && r.low == INT64_MIN) /* a pointer to something inside */
        return (struct range){INT64_MIN, INT64_MAX, true};
    const struct range all = of_width(width);
    r.low = r.low == INT64_MIN ? r.low : shifted(r.low, v.offset);
    r.high = r.high == INT64_MAX ? r.high : shifted(r.high, v.offset);
    if (r.low < all.low || r.high > all.high)
        r = all; /* may wrap */
    r.nonzero = r.low > 0 || r.high < 0;
    return r;
}

/* What a widening says of what it widens, perhaps the lower half of a whole word. */
static bool narrow_within(struct program *p, struct state *s, const struct node *n, struct range range)
{
    const struct node half = *node_at(p, n->x.base);
    if (half.width >= 64 || range.low < 0)
        return true;
    if (!n->x.offset && range.high <= of_width(half.width).high && !state_narrow(p, s, n->x, range))
        return false;
    if (half.kind != NODE_CAST || half.op != CAST_TRUNCATE || half.x.offset)
        return true;
    const struct range whole = state_range(p, s, half.x);
    const int64_t most = (INT64_C(1) << half.width) - 1;
    if (whole.low < 0 || whole.high > most || shifted(whole.low, n->x.offset) < 0 ||
        (n->x.offset > 0 && shifted(whole.high, n->x.offset) > most))
        return true;
    const struct range then = {shifted(range.low, -n->x.offset), shifted(range.high, -n->x.offset), false};
    return state_narrow(p, s, half.x, then);
}

bool state_narrow(struct program *p, struct state *s, struct value v, struct range range)
{
    const struct range now = state_range(p, s, v), then = both(now, range);
    if (then.low > then.high)
        return false;
    if (!v.base || (then.low == now.low && then.high == now.high && then.nonzero == now.nonzero))
        return true;
    struct range inner = then;
    if (v.offset) {
        if (then.low == INT64_MIN || then.high == INT64_MAX)
            return true;
        inner = (struct range){shifted(then.low, -v.offset), shifted(then.high, -v.offset), false};
        inner = both(of_node(p, s, v.base), inner);
        if (inner.low > inner.high)
            return false;
    }
    state_set_range(s, v.base, inner);
    const struct node n = *node_at(p, v.base);
    if (n.kind == NODE_CAST && n.op == CAST_ZERO && n.width >= 32 && n.x.base)
        return narrow_within(p, s, &n, inner);
    if (n.kind == NODE_CAST && n.op == CAST_SIGN)
        return state_narrow(p, s, n.x, inner);
    return true;
}

/* What is not made of other values. */
static bool is_leaf(const struct node *n)
{
    return n->kind != NODE_BINARY && n->kind != NODE_CAST && n->kind != NODE_COMPARE && n->kind != NODE_ELEMENT;
}

/* What it is made of may be larger than it: a comparison of it bounds them in no way. */
static bool may_wrap(const struct node *n)
{
    return (n->kind == NODE_CAST && n->op == CAST_TRUNCATE) ||
           (n->kind == NODE_BINARY && n->width <= 32 && (n->op == BINARY_MUL || n->op == BINARY_SHL));
}

void state_set_compared(const struct program *p, struct state *s, struct value v)
{
    const struct node *n = node_at(p, v.base);
    if (!v.base || n->width < 8 || n->kind == NODE_LOCAL || n->kind == NODE_GLOBAL || n->kind == NODE_FUNCTION)
        return;
    if (!is_leaf(n) && !may_wrap(n)) {
        const struct value x = n->x, y = n->y;
        state_set_compared(p, s, x);
        state_set_compared(p, s, y);
        return;
    }
    if (!fact_of(s, v.base))
        state_set_range(s, v.base, of_node(p, s, v.base));
    s->facts[fact_index(s, v.base)].compared = true;
}

bool state_compared(const struct program *p, const struct state *s, struct value v)
{
    if (!v.base)
        return false;
    const struct node *n = node_at(p, v.base);
    const struct fact *f = fact_of(s, v.base);
    if (is_leaf(n) || (f && f->compared))
        return f && f->compared;
    return state_compared(p, s, n->x) || state_compared(p, s, n->y);
}

void state_set_limited(struct state *s, node_id node)
{
    if (fact_of(s, node))
        s->facts[fact_index(s, node)].limited = true;
}

bool state_reaches(const struct program *p, const struct state *s, struct value v, int64_t high)
{
    const struct fact *f = v.base ? fact_of(s, v.base) : NULL;
    const struct node *n = node_at(p, v.base);
    if (v.base && !f && !v.offset && n->kind == NODE_CAST && n->op != CAST_TRUNCATE)
        return state_reaches(p, s, n->x, high);
    if (v.base && !f && !v.offset && n->kind == NODE_BINARY && n->op == BINARY_DIV && value_is_number(n->y) &&
        n->y.offset > 0) {
        const int64_t most = state_range(p, s, n->x).high;
        return most / n->y.offset == high && state_reaches(p, s, n->x, most);
    }
    return !v.base || (f && f->limited && !f->compared && f->range.high == high - v.offset &&
                       f->range.high < of_width(n->width > 32 ? 32 : n->width).high);
}

static bool is_address(const struct node *n)
{
    return n->kind == NODE_LOCAL || n->kind == NODE_GLOBAL || n->kind == NODE_FUNCTION;
}

/* Made on this path: nothing that was there before is it. */
static bool is_fresh(const struct state *s, node_id base)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].subject.base == base && s->things[i].own && class_is_whole(s->things[i].class))
            return true;
    return false;
}

/* Two that cannot be the same address. */
static bool apart(const struct program *p, const struct state *s, struct value x, struct value y)
{
    if (!x.base || !y.base)
        return false;
    const struct node *a = node_at(p, x.base), *b = node_at(p, y.base);
    const bool came_in = b->kind == NODE_PARAMETER || b->kind == NODE_INITIAL;
    const bool came_in_too = a->kind == NODE_PARAMETER || a->kind == NODE_INITIAL;
    if ((is_fresh(s, x.base) && (is_address(b) || came_in)) || (is_fresh(s, y.base) && (is_address(a) || came_in_too)))
        return true;
    return (is_address(a) && is_address(b)) || (a->kind == NODE_LOCAL && came_in) ||
           (b->kind == NODE_LOCAL && came_in_too);
}

static bool is_of_wrapping(const struct node *n)
{
    return n->kind == NODE_COMPARE && (n->op == COMPARE_SUM_WRAPS || n->op == COMPARE_PRODUCT_WRAPS);
}

/* The highest that a sum or product of so many bits can be. */
static uint64_t most_of(const struct node *n)
{
    return n->a >= 64 ? UINT64_MAX : (UINT64_C(1) << n->a) - 1;
}

/* It wraps around: 0 where the largest values do not. */
static int wrapping_truth(const struct program *p, const struct state *s, const struct node *n)
{
    const struct range x = state_range(p, s, n->x), y = state_range(p, s, n->y);
    uint64_t out;
    if (x.low < 0 || y.low < 0)
        return -1;
    const bool beyond = n->op == COMPARE_SUM_WRAPS ? __builtin_add_overflow((uint64_t)x.high, (uint64_t)y.high, &out)
                                                   : __builtin_mul_overflow((uint64_t)x.high, (uint64_t)y.high, &out);
    return beyond || out > most_of(n) ? -1 : 0;
}

/* It does not wrap around: what was computed is as good as compared, and a number times a constant has a bound. */
static bool assume_fits(struct program *p, struct state *s, const struct node *n)
{
    const struct value made = value_wrapping(&p->nodes, (enum compare)n->op, n->x, n->y, n->a);
    if (n->op == COMPARE_SUM_WRAPS || !made.base) {
        state_set_compared(p, s, made);
        return true;
    }
    if (!fact_of(s, made.base))
        state_set_range(s, made.base, of_node(p, s, made.base));
    s->facts[fact_index(s, made.base)].compared = true;
    if (!value_is_number(n->y) || n->y.offset <= 1)
        return true;
    return state_narrow(p, s, n->x, (struct range){0, (int64_t)(most_of(n) / (uint64_t)n->y.offset), false});
}

int state_truth(const struct program *p, const struct state *s, struct value v)
{
    if (!v.base)
        return v.offset != 0;
    const struct range known = state_range(p, s, v);
    if (known.nonzero)
        return 1;
    if (!known.low && !known.high)
        return 0;
    const struct node *n = node_at(p, v.base);
    if (v.offset)
        return -1;
    if (n->kind == NODE_BINARY && n->op == BINARY_XOR && n->width == 1 && !n->y.base && n->y.offset == 1) {
        const int inner = state_truth(p, s, n->x);
        return inner < 0 ? -1 : !inner;
    }
    if (is_of_wrapping(n))
        return wrapping_truth(p, s, n);
    if (n->kind != NODE_COMPARE)
        return -1;
    const struct range x = state_range(p, s, n->x), y = state_range(p, s, n->y);
    if (n->op == COMPARE_EQUAL) {
        if (apart(p, s, n->x, n->y) || x.high < y.low || y.high < x.low || (!y.low && !y.high && x.nonzero) ||
            (!x.low && !x.high && y.nonzero))
            return 0;
        return x.low == x.high && y.low == y.high ? 1 : -1;
    }
    if (n->op == COMPARE_BELOW && (x.low < 0 || y.low < 0)) {
        if (!y.low && !y.high)
            return 0;
        return -1;
    }
    if (x.high < y.low)
        return 1;
    return x.low >= y.high ? 0 : -1;
}

/* What ranges do not say of the two after a comparison. */
static void note_compared(const struct program *p, struct state *s, const struct node *n)
{
    const bool plain = is_leaf(node_at(p, n->x.base)) || node_at(p, n->x.base)->kind == NODE_CAST;
    const bool plain_too = is_leaf(node_at(p, n->y.base)) || node_at(p, n->y.base)->kind == NODE_CAST;
    if ((value_is_number(n->x) && plain_too) || (value_is_number(n->y) && plain))
        return;
    state_set_compared(p, s, n->x);
    state_set_compared(p, s, n->y);
}

static bool assume_compare(struct program *p, struct state *s, const struct node *n, bool truth);

/* An unsigned comparison of half a word, where the signed range of what it compares cannot say what follows. */
static bool assume_wide(struct program *p, struct state *s, const struct node *n, bool truth)
{
    struct node wide = *n;
    wide.x = value_cast(&p->nodes, CAST_ZERO, n->x, n->a, 64);
    wide.y = value_cast(&p->nodes, CAST_ZERO, n->y, n->a, 64);
    wide.a = 64;
    return assume_compare(p, s, &wide, truth);
}

/* A number bounds it now, itself or what it widens. */
static bool set_limited(const struct program *p, struct state *s, struct value v)
{
    const struct node *n = node_at(p, v.base);
    if (!v.base)
        return true;
    state_set_limited(s, v.base);
    return n->kind != NODE_CAST || n->op == CAST_TRUNCATE || set_limited(p, s, n->x);
}

static bool assume_compare(struct program *p, struct state *s, const struct node *n, bool truth)
{
    if (is_of_wrapping(n))
        return truth || assume_fits(p, s, n);
    const struct range x = state_range(p, s, n->x), y = state_range(p, s, n->y);
    if (n->op == COMPARE_EQUAL) {
        if (truth)
            note_compared(p, s, n);
        if (truth)
            return state_narrow(p, s, n->x, y) && state_narrow(p, s, n->y, x);
        if (y.low != y.high)
            return true;
        struct range rest = {INT64_MIN, INT64_MAX, !y.low};
        if (x.low == y.low)
            rest.low = shifted(y.low, 1);
        if (x.high == y.low)
            rest.high = shifted(y.low, -1);
        return state_narrow(p, s, n->x, rest);
    }
    const bool is_unsigned = n->op == COMPARE_BELOW;
    note_compared(p, s, n);
    if (is_unsigned && n->a < 64 && ((truth && y.low < 0) || (!truth && x.low < 0)))
        return assume_wide(p, s, n, truth);
    if (truth) {
        if (is_unsigned && y.low < 0)
            return true;
        if (!state_narrow(
                p, s, n->x,
                (struct range){is_unsigned ? 0 : INT64_MIN, y.high == INT64_MIN ? y.high : y.high - 1, false}))
            return false;
        if (value_is_number(n->y))
            set_limited(p, s, n->x);
        return (is_unsigned && x.low < 0) || x.low == INT64_MAX ||
               state_narrow(p, s, n->y, (struct range){x.low == INT64_MIN ? x.low : x.low + 1, INT64_MAX, false});
    }
    if (is_unsigned && y.low < 0) /* y is at most x, unsigned: that says something where x cannot be negative */
        return x.low < 0 || (state_narrow(p, s, n->y, (struct range){0, x.high, false}) &&
                             (!value_is_number(n->x) || set_limited(p, s, n->y)));
    if (is_unsigned && x.low < 0)
        return true;
    return state_narrow(p, s, n->x, (struct range){y.low, INT64_MAX, false}) &&
           state_narrow(p, s, n->y, (struct range){INT64_MIN, x.high, false}) &&
           (!value_is_number(n->x) || set_limited(p, s, n->y));
}

bool state_assume(struct program *p, struct state *s, struct value v, bool truth)
{
    const int now = state_truth(p, s, v);
    if (now >= 0)
        return now == truth;
    const struct node n = *node_at(p, v.base);
    if (v.offset)
        return truth || state_narrow(p, s, v, (struct range){0, 0, false});
    if (n.kind == NODE_BINARY && n.op == BINARY_XOR && n.width == 1 && !n.y.base && n.y.offset == 1)
        return state_assume(p, s, n.x, !truth);
    if (n.kind == NODE_BINARY && n.width == 1 && ((n.op == BINARY_AND && truth) || (n.op == BINARY_OR && !truth)))
        return state_assume(p, s, n.x, truth) && state_assume(p, s, n.y, truth);
    if (n.kind == NODE_CAST && n.op != CAST_TRUNCATE)
        return state_assume(p, s, n.x, truth);
    state_set_range(s, v.base,
                    truth ? (struct range){n.width == 1 ? 1 : INT64_MIN, n.width == 1 ? 1 : INT64_MAX, true}
                          : (struct range){0, 0, false});
    return n.kind != NODE_COMPARE || assume_compare(p, s, &n, truth);
}
